<?php
$a = fn($x) $x;
