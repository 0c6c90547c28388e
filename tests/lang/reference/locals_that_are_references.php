<?php
// Locals that are references, in the places that have instructions of their own.
class T { public int $i = 5; public ?int $n = null; public bool $b = true; public string $s = 's'; public int|float $f = PHP_INT_MAX; public array $a = [1]; }
function show(...$all) { var_dump(...$all); }
function steps() { $v = 1; $r = &$v; $r++; ++$r; show($r++, ++$r, $r--, --$r, $v); }
steps(); steps();
function overflow() { $v = PHP_INT_MAX; $r = &$v; $r++; show($v); $w = PHP_INT_MIN; $q = &$w; show($q--, $w); }
overflow();
function typed() { $t = new T; $r = &$t->i; $r++; show($t->i, ++$r, $r--); $r = PHP_INT_MAX; try { $r++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } try { show(++$r); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } show($t->i);
    $f = &$t->f; $f++; show($t->f); $n = &$t->n; $n++; show($t->n); $s = &$t->s; $s++; show($t->s); }
typed(); typed();
function others() { foreach ([1.5, null, 'a9', 'zz', '5', true] as $v) { $r = &$v; try { $r++; show($v); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } unset($r); } }
others();
function copies() { $v = [1, 2]; $r = &$v; $c = $r; $c[] = 3; $r[] = 4; show(count($v), count($c)); $o = new T; $p = &$o; $q = $p; $q->i = 9; show($o->i); $q = $p = null; show($o); $s = 'x'; $t = &$s; $u = $t; $u .= 'y'; show($s, $u); $s = $t; $t = $t; show($s); }
copies(); copies();
class D { public function __construct(public $n) {} function __destruct() { echo "gone $this->n\n"; } }
function released() { $d = new D(1); $r = &$d; $x = new D(2); $x = $r; echo "assigned\n"; $y = $r; $r = null; echo "null\n"; $x = 5; $y = $x; echo "end\n"; }
released();
function tests() { foreach ([true, false, 0, 1, '', '0', 'a', [], [0], null, 0.0, 1.5] as $v) { $r = &$v; if (!$r) echo 'F'; else echo 'T'; while ($r) { echo 'w'; break; } echo $r ? 't' : 'f', $r && true ? 'a' : 'n', ' '; unset($r); } echo "\n"; }
tests();
function loops() { $a = range(1, 5); foreach ($a as &$x) $x++; unset($x); foreach ($a as $k => &$x) { if (!($x % 2)) continue; $x = $x + $k; $y = $x; } show(implode(',', $a), $y); }
loops();
function counters() { static $c = 0; $c++; return $c; } show(counters(), counters()); function global_one() { global $g; $g++; $g += 2; if ($g) $h = $g; return $h; } show(global_one(), global_one());
$f = function () use (&$n) { $n++; return $n; }; show($f(), $f(), $n);
