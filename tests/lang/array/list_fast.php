<?php
// Taking apart in loops, so that every kind of source and target is met.
class P { public $p = 1; protected $q = 2; private ?P $r = null; public int $i = 5;
  function all() { foreach (['p', 'q', 'r', 'i'] as $n) { var_dump($this->$n); } }
  function __get($n) { return "magic $n"; } }
class D { function __destruct() { echo "gone "; } }
function three($x) { return [$x, "$x", [$x]]; }
function g($v) {
    for ($i = 0; $i < 3; $i++) {
        [$a, $b, $c] = $v;
        echo json_encode([$a, $b, $c]), "\n";
    }
}
g([1, 2, 3]); g("abc"); g(null); g(5); g(['x' => 1, 2, 3]); g([3 => 1]); g(true);
for ($i = 0; $i < 3; $i++) {
    [, $b, [$c]] = three($i);
    echo $b, $c, "\n";
    ['k' => $k, 'n' => ['m' => $m]] = ['n' => ['m' => $i], 'k' => "k$i"];
    echo $k, $m, "\n";
    [$k => $x] = ["k$i" => 'found'];
    echo $x, "\n";
}
$a = 1; $b = 2;
for ($i = 0; $i < 3; $i++) { [$a, $b] = [$b, $a]; echo "$a $b\n"; }
$r = &$s;
for ($i = 0; $i < 3; $i++) { [$r, $t] = [$i, $i * 2]; echo "$s $t\n"; }
for ($i = 0; $i < 3; $i++) { [$d, $e] = [new D, $i]; echo "$e\n"; }
$d = null;
echo "\n";
foreach ([[1, [2]], [3, [4]], "no"] as [$x, [$y]]) { var_dump($x, $y); }
$o = new P; $o->all();
for ($i = 0; $i < 2; $i++) { foreach (['p', 'q', 'zz', 'i'] as $n) { var_dump($o->$n, isset($o->$n), empty($o->$n), $o->$n ?? 'none'); } }
$o->p = &$ref; $ref = 'by ref';
foreach (['p', 'i'] as $n) { var_dump($o->$n); }
class S { public $semValue; static function put($s, $v) { $s->semValue = $v; } }
class T { public int $t = 1; static function put($s, $v) { try { $s->t = $v; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } } }
$s1 = new S; $keep = &$s1->semValue;
foreach ([1, 'a', [1], new D, 2.5, null] as $v) { S::put($s1, $v); echo gettype($keep), "\n"; }
unset($v);
$t1 = new T; $kt = &$t1->t;
foreach ([1, '12', 'x', 3.0] as $v) { T::put($t1, $v); var_dump($kt); }
