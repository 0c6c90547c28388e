<?php
// Fibers and generators that are suspended when memory ends the script.
function deep($n) { $x = [1, new stdClass, "s$n"]; return $n ? array_map('deep', [$n - 1]) : Fiber::suspend([$x]); }
$left = [];
for ($i = 0; $i < 5; $i++) {
    $fiber = new Fiber(function () { try { return deep(5); } finally { echo 'never'; } });
    $fiber->start();
    $left[] = $fiber;
}
$generator = (function () { $x = new stdClass; yield $x; })();
$generator->current();
$text = str_repeat('x', PHP_INT_MAX >> 2);
