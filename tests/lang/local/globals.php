<?php
$x = 1;
function set() { global $x, $y; $x++; $y = "made"; }
set();
echo $x, $y, "\n";
function read() { return $GLOBALS["x"] + 1; }
echo read(), "\n";
function forget() { unset($GLOBALS["x"]); return isset($GLOBALS["x"]); }
var_dump(forget(), isset($x));
