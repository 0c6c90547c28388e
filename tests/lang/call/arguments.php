<?php
function d($a, $b = 2, ...$rest) {
    $shown = "";
    foreach ($rest as $k => $v) $shown .= "$k=$v ";
    return "$a $b [$shown]";
}
echo d(1), "\n", d(1, 3), "\n", d(1, 3, 4), "\n", d(1, 3, 4, 5), "\n";
echo d(...[7, 8, 9]), "\n", d(b: 5, a: 4), "\n", d(1, 2, 3, x: 4), "\n", d(a: 1, y: 2), "\n";
echo d(...["b" => 1, "a" => 2, "z" => 3]), "\n";
function ref(array &$x) { $x[] = count($x); }
$list = [];
ref($list);
ref($list);
echo implode(",", $list), "\n";
function fact(int $n): int { return $n < 2 ? 1 : $n * fact($n - 1); }
echo fact(20), "\n";
function counter() { static $n = 0; return ++$n; }
counter();
counter();
echo counter(), "\n";
try {
    d();
} catch (ArgumentCountError $e) {
    echo "too few\n";
}
function deep($n) { return $n == 0 ? 0 : 1 + deep($n - 1); }
echo deep(1000000), "\n";
