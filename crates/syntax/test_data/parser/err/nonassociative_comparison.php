<?php
$a == $b == $c;
