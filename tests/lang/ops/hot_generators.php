<?php
// Hot loops that yield, are sent values, thrown into, and left in the middle; and rests of divisions.
function numbers($n) { for ($i = 0; $i < $n; $i++) { yield $i; } return 'end'; }
function pairs($list) { foreach ($list as $k => $v) { yield "k$k" => $v * 2; } }
function evens($gen) { foreach ($gen as $v) { if ($v % 2 == 0) { yield $v; } } }
function adder() { $sum = 0; while (true) { $x = yield $sum; if ($x === null) { break; } $sum += $x; } return $sum; }
function guarded($n) { $got = 0; for ($i = 0; $i < $n; $i++) { try { $got += yield $i; } catch (Exception $e) { $got += 1000; } finally { $got++; } } return $got; }
function words($s) { $len = strlen($s); $word = ''; for ($i = 0; $i < $len; $i++) { if ($s[$i] === ' ') { if ($word !== '') { yield $word; } $word = ''; } else { $word .= $s[$i]; } } yield $word; }
class Mark { public static $log = []; public function __construct(public $n) {} public function __destruct() { self::$log[] = $this->n; } }
function marked($n) { for ($i = 0; $i < $n; $i++) { $m = new Mark($i); yield $m; } }
function outer($n) { yield from numbers($n); for ($i = 0; $i < $n; $i++) { $r = yield from numbers(2); yield $r; } }

$sum = 0; foreach (numbers(500) as $v) { $sum += $v; } echo $sum, "\n";
$out = []; foreach (pairs(range(1, 200)) as $k => $v) { $out[$k] = $v; } echo count($out), $out['k199'], "\n";
echo array_sum(iterator_to_array(evens(numbers(400)), false)), "\n";
$a = adder(); for ($i = 0; $i < 300; $i++) { $a->send($i); } $a->send(null); echo $a->getReturn(), "\n";
$g = guarded(200); $g->current();
for ($i = 0; $g->valid(); $i++) { $i % 7 ? $g->send(1) : $g->throw(new Exception); } echo $g->getReturn(), "\n";
echo count(iterator_to_array(words(str_repeat('the quick brown  fox ', 50)), false)), "\n";
foreach (marked(150) as $m) { if ($m->n == 140) { break; } } unset($m); echo count(Mark::$log), ' ', end(Mark::$log), "\n";
$n = 0; foreach (outer(100) as $v) { $n += is_string($v) ? 7 : $v; } echo $n, "\n";
$all = [numbers(120), numbers(150), numbers(90)]; $s = 0;
while ($all) { foreach ($all as $k => $g) { if (!$g->valid()) { unset($all[$k]); continue; } $s += $g->current() * ($k + 1); $g->next(); } } echo $s, "\n";

function rests($n) { $r = 0; for ($i = -$n; $i < $n; $i++) { $r = $r * 3 % 8191 + $i % 16 + $i % 2 + $i % 1024 + $i % 4611686018427387904 + $i % -8 + $i % 1; } return $r; }
echo rests(300), ' ', PHP_INT_MIN % 16, "\n";
function least($n) { for ($i = 0; $i < $n; $i++) { $x = PHP_INT_MIN + $i; $r = ($x % 16) . ' ' . ($x % 2) . ' ' . (PHP_INT_MAX % 4096); } return $r; }
echo least(200), "\n";
