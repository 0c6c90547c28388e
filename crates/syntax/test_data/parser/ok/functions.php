<?php
function &f(int $a, A|B $b = A::C, &...$c): ?iterable { yield; yield 1; yield 1 => 2; return yield from $a; }
$f = function ($a) use ($b, &$c): int { return 1; };
$f = static fn(int $a = 1): int => $a + 1;
$f = #[A] static function () {};
$f = fn() => yield 1;
function readonly() {}
function g(): A&B {}
