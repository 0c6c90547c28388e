<?php
function count_up() { static $n = 0; return ++$n; }
class Kept { public static $n = 0; }
$GLOBALS["n"] = ($GLOBALS["n"] ?? 0) + 1;
echo count_up(), ++Kept::$n, $GLOBALS["n"], memory_get_usage() > 0;
