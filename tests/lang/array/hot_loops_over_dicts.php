<?php
// Loops over dicts that get hot: keys of both kinds, holes, references, writes to what is looped over.
class D { static $gone = []; function __construct(public $n) {} function __destruct() { self::$gone[] = $this->n; } }
function keyed(array $a) { $s = 0; $t = ''; foreach ($a as $k => $v) { $s += $v; $t .= $k . ','; } return [$s, $t, $k ?? null, $v ?? null]; }
function vals(array $a) { $s = 0; foreach ($a as $v) { $s += $v; } return $s; }
function mixed(array $a) { $r = []; foreach ($a as $k => $v) { $r[] = gettype($k) . gettype($v); } return $r; }
function update(array $a, array $b) { foreach ($a as $k => $v) { $b[$k] += $v; } return $b; }
function write(array $a) { foreach ($a as $k => $v) { $a[$k] = $v . 'x'; if ($v === '3') unset($a[$k]); $a['new' . $k] = 1; } return $a; }
function dropped(array $a) { foreach ($a as $k => $v) { $v = new D($k); } }
function keys(array $a) { foreach ($a as $k => $v) { $k = new D($k); } }
function refs(array $a) { foreach ($a as $k => $v) { $r[$k] = $v; } return $r; }
function nested(array $a) { $n = 0; foreach ($a as $k => $v) foreach ($v as $l => $w) { $n += strlen($k) + strlen($l) + $w; } return $n; }
function gen(array $a) { foreach ($a as $k => $v) { yield $k => $v; } }
function thrown(array $a) { try { foreach ($a as $k => $v) { if ($v == 4) throw new Exception($k); } } catch (Exception $e) { return $e->getMessage() . $k . $v; } return 'none'; }
$h = '';
for ($i = 0; $i < 60; $i++) {
    $a = [];
    for ($j = 0; $j < 10 + $i % 7; $j++) $a["k" . $j * $i] = $j;
    if ($i % 5 == 4) unset($a['k0'], $a['k' . 3 * $i]);
    $o = [];
    $o[] = keyed($a); $o[] = vals($a); $o[] = mixed($a); $o[] = update($a, $a);
    $o[] = keyed([5 => 1, 9 => 2, -3 => 4]); $o[] = keyed([]); $o[] = keyed([1, 2, 3]);
    $o[] = mixed([5 => 1, 'x' => '2', 7 => [1], 'y' => null, 'z' => 1.5]);
    $o[] = write(array_map('strval', $a));
    dropped($a); keys($a); dropped([4 => 1, 3 => 2]);
    $o[] = D::$gone; D::$gone = [];
    $x = 3; $r = $a; $r['ref'] = &$x; $r['k1'] = &$x; $o[] = refs($r); $o[] = vals($r);
    $o[] = nested(['one' => $a, 'two' => $a]);
    $o[] = iterator_to_array(gen($a));
    $o[] = thrown($a);
    $o[] = update(['a' => 1.5, 'b' => 2], ['a' => 1, 'b' => 3]);
    $o[] = nested(['q' => ['r' => 1, 's' => 2]]);
    $h = md5($h . serialize($o));
    if ($i % 15 == 14) echo json_encode($o), "\n";
}
echo $h, "\n";
