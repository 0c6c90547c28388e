<?php
function st() { static $n = 0; static $arr = [1]; $arr[] = ++$n; return count($arr) . ":$n"; }
echo st(), st(), st(), "\n";
function named(int $a, $b = 2, $c = 3) { return "$a-$b-$c"; }
echo named(1, c: 9), ' ', named(b: 5, a: 4), ' ', named(...[1, 2]), ' ', named(...['c' => 1, 'a' => 2]), "\n";
function vari($x, ...$rest) { return $x . '|' . implode(',', $rest); }
echo vari(1), vari(1, 2, 3), vari(...[1, 2], ...[3]), "\n";
$k = 10;
$f = function ($y) use ($k) { return $k + $y; };
$g = function () use (&$k) { return ++$k; };
$h = fn($y) => $k * $y;
echo $f(1), ' ', $g(), ' ', $g(), ' ', $k, ' ', $h(2), "\n";
$fn = 'named'; echo $fn(7), "\n";
$cl = strlen(...); echo $cl("abcd"), "\n";
function defs($a = [1, 2], $b = PHP_INT_MAX, $c = 2 * 3) { return $a[1] . $b . $c; }
echo defs(), "\n";
function &refret(array &$a) { return $a[0]; }
$arr = [1, 2]; $rr = &refret($arr); $rr = 50; echo $arr[0], "\n";
function gcount() { global $k; $k += 100; return $k; }
echo gcount(), ' ', $k, "\n";
echo $GLOBALS['k'], "\n";
function typed(int $i, ?string $s, float $f, bool $b = true): string { return "$i$s$f" . ($b ? 't' : 'f'); }
echo typed("5", null, 3), "\n";
try { typed("x", "s", 1.5); } catch (TypeError $e) { echo get($e), "\n"; } finally { echo "fin\n"; }
function get($e) { return 'caught'; }
function thrower($n) { try { if ($n == 0) return intdiv(1, 0); return thrower($n - 1); } finally { echo "f$n "; } }
try { thrower(2); } catch (DivisionByZeroError $e) { echo "div\n"; }
function tryret() { try { return 'try'; } finally { echo 'F'; } }
echo tryret(), "\n";
function loopfin() { foreach ([1, 2, 3] as $v) { try { if ($v == 2) continue; echo $v; } finally { echo "f"; } } return "\n"; }
echo loopfin();
function rec($n) { return $n <= 0 ? 0 : 1 + rec($n - 1); }
echo rec(50000), "\n";
echo named(), "\n";
