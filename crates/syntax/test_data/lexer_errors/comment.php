<?php
a(); /* b
c