<?php
$n = 1;
$f = function ($x) use ($n) { return $x + $n; };
$g = function () use (&$n) { return ++$n; };
$h = fn($x) => $x * $n;
echo $f(1), $g(), $g(), $f(1), $h(10), "\n";
$compose = fn(...$fs) => fn($x) => array_sum([$fs[0]($x), $fs[1]($x)]);
echo $compose($f, $h)(2), "\n";
