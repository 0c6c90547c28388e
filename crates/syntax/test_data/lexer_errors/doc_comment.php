<?php
/** b
c