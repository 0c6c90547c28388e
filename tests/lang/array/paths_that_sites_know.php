<?php
class N { public ?N $next = null; public ?N $prev = null; public array $l = []; public int $i = 0; public ?Countable $c = null; public $any; }
final class C1 implements Countable { function count(): int { return 1; } }
class Q { public N $n; function __construct() { $this->n = new N; }
 function f($x) { $this->n->next = $x; return $this->n->next; }
 function g($x) { $this->n->c = $x; }
 function h($x) { $this->n->i = $x; } }
$q = new Q;
for ($i = 0; $i < 5; $i++) { $q->f(new N); $q->f(null); $q->g(new C1); $q->g(null); $q->g(new ArrayObject([1])); $q->h($i); }
foreach ([fn() => $q->f(new C1), fn() => $q->g(new N), fn() => $q->h("x"), fn() => $q->h(new N), fn() => $q->f("s")] as $t) try { $t(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump($q->n->i, get_class($q->n->c));
function setp($o, $x) { $o->n->next = $x; $o->n->any = $x; }
for ($i = 0; $i < 3; $i++) setp($q, new N);
try { setp($q, new C1); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
function viv() { $r = []; foreach ([1, 'a', 1, 'b', 'a', '2', 2.0, true] as $k) { $r[$k][] = $k; $r['x'][$k] = 1; $r['deep'][$k][$k] = $k; } return $r; }
print_r(viv());
function viv2($a, $k, $l, $v) { $a[$k][$l] = $v; return $a; }
foreach ([[[], 1, null, 2], [[1 => 5], 1, 2, 3], [[1 => null], 1, 2, 3], [[1 => 'abc'], 1, 1, 'x'], [[], 1, [], 3], [[], 'k', 1.5, 3], [[], PHP_INT_MAX, 'x', 3], [[1=>false], 1, 2, 3]] as $c) try { var_dump(json_encode(viv2(...$c))); } catch (Error $e) { echo get_class($e), $e->getMessage(), "\n"; }
function is($s, $i) { return isset($s[$i]); }
foreach (['abc', '', [1, null], null, 5] as $s) foreach ([0, 2, 3, -1, -3, -4, '1', '1x', 1.7, true, null] as $i) echo +is($s, $i); echo "\n";
function at($a) { return $a['t'][0] . $a['t'][1]; }
foreach ([['t' => 'xy'], ['t' => ['p', 'q']], ['t' => 'x'], ['t' => 5], [], ['t' => null]] as $a) var_dump(at($a));
function at2($a, $i) { return $a['t'][$i]; }
foreach ([-1, 0, '1', 5, 'z', 1.2] as $i) try { var_dump(at2(['t' => 'xy'], $i)); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function refs() { $a = ['x' => 1, 'y' => [2]]; $k = 'y'; $r = &$a[$k]; $r[] = 3; $m = &$a['missing']; $o = &$a[7]; $b = $a; $p = &$b['x']; $p = 9; return [$a, $b]; }
var_dump(refs());
function path(array &$in, array $path, $v) { $a = &$in; foreach ($path as $p) { $a = &$a[$p]; } $a = $v; }
$z = []; path($z, ['a', 'b', 0], 1); path($z, ['a', 'c'], 2); var_dump($z);
class D { public $n; function __construct($n) { $this->n = $n; } function __destruct() { echo "d{$this->n} "; } }
function over() { $a = [new D(1), new D(2)]; $x = new D(3); $x = &$a[0]; echo "bound "; $x = null; echo "end "; }
over(); echo "\n";
function &counter() { static $c = 0; return $c; }
function st() { static $cache; $cache ??= ['v' => 1]; return $cache; }
function gl() { global $undefinedglobal; return $undefinedglobal; }
for ($i = 0; $i < 3; $i++) { $s = st(); $s['v'] = 2; } var_dump(st(), gl());
function rr(&$x) { $x .= 'a'; return $x; } $t = 'q'; rr($t); var_dump(rr($t), $t);
foreach ([null, true, false, 1, 1.5, 'x'] as $v) { $s = 'a'; $s .= $v; $s = $s . $v . "|$v|"; echo $v, $s, "\n"; print $v; }
