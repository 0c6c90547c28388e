<?php
`ls $a
