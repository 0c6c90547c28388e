<?php
// What hot code does with strings, numbers and named elements, and the odd round in between.
function letters($s, $n) {
    $out = ''; $sum = 0; $seen = [];
    for ($i = 0; $i < $n; $i++) {
        $c = $s[$i % strlen($s)];
        $out .= $c;
        $sum += ord($c) + ord($s[0]);
        if ($c === 'b') { $seen['b'] = ($seen['b'] ?? 0) + 1; } elseif ($c === 'zz') { $sum = 0; }
        $out .= $i % 10;
        $t = $c . $i; $u = $t . $c . '-' . $i;
        if ($u !== $t) { $last = $u; }
        $d = chr($sum % 300); $e = $d . chr(65 + $i % 26);
    }
    return md5($out) . " $sum $last " . bin2hex($e) . json_encode($seen);
}
echo letters('abcab', 500), "\n", letters("\xff\0z", 200), "\n";

function edges($s, $n) {
    $got = [];
    for ($i = 0; $i < $n; $i++) {
        $k = $i < $n - 3 ? $i % 3 : ($i == $n - 3 ? -1 : 99);
        $got[] = @$s[$k];
    }
    return implode(',', array_slice($got, -5)) . count($got);
}
echo edges('xyz', 200), "\n";
set_error_handler(function ($no, $text) { echo "[$text]"; return true; });
echo edges('xyz', 200), "\n";
restore_error_handler();

function mixed($list) {
    $out = '';
    foreach ($list as $v) { $out .= $v; $out = $out . $v; }
    $copy = $out; $out .= '!'; $s = $copy; $s .= $s;
    return strlen($out) . ' ' . strlen($s) . ' ' . substr($copy, -6);
}
class Text { public function __toString() { return 'T'; } }
for ($i = 0; $i < 150; $i++) {
    $r = mixed($i == 140 ? ['a', 1.5, null, true, new Text] : ['a', $i, 'bc', 7]);
    if ($i == 140) { echo $r, "\n"; }
}
echo $r, "\n";

function bodies($n) {
    $bodies = [['x' => 0.0, 'v' => 1.5, 'n' => 'a'], ['x' => 1.0, 'v' => -0.5, 'n' => 'b'], ['n' => 'c', 'v' => 1, 'x' => 2]];
    for ($i = 0; $i < $n; $i++) {
        for ($j = 0; $j < 3; $j++) {
            $b = $bodies[$j];
            $b['x'] += $b['v'] * 0.01;
            $b['v'] -= $b['x'] * 0.001;
            $bodies[$j] = $b;
            $row = $bodies[$j]; $name = $row['n']; $sum = ($sum ?? 0) + $row['x'];
        }
        foreach ($bodies as &$ref) { $ref['x'] -= 0.001; }
        unset($ref);
        if ($i == 180) { $bodies[1]['extra'] = 1; }
        if ($i == 190) { $other = &$bodies[0]['v']; }
    }
    return round($sum, 9) . $name . json_encode($bodies);
}
echo bodies(200), "\n";

class Num { public float $f = 0; function __construct(float $f, public int|float $any = 0) { $this->f = $f; }
    function half(float $by = 2): float { return $this->f / $by; }
    function grow(float $x): float { $this->f += $x; return $x; } }
function widen($n) {
    $o = new Num(1); $s = 0;
    for ($i = 0; $i < $n; $i++) {
        $o->grow($i % 2 ? $i : $i + 0.5);
        $s += $o->half($i % 3 + 1);
        if ($i == 150) { try { $o->grow('x'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } $o->grow('1.5'); }
        $p = new Num($i, $i % 2 ? 1 : 2.5);
    }
    return $s . ' ' . var_export($p->f, true) . var_export($p->any, true);
}
echo widen(200), "\n";

interface Shape { function area(): float; }
class Sq implements Shape { function __construct(private int $s) {} function area(): float { return $this->s ** 2; } }
class Ci implements Shape { function __construct(private float $r) {} function area(): float { return 3 * $this->r; } }
class Un implements Shape { function area(): float { return 1; } }
function shapes($n) {
    $all = [new Sq(2), new Ci(1.5), new Un, new Sq(3)]; $sum = 0.0; $odd = 0;
    for ($i = 0; $i < $n; $i++) { foreach ($all as $k => $s) { $sum += $s->area(); if ($s instanceof Sq) { $odd++; } $f = $s->area(...); $sum += $f(); } }
    return "$sum $odd";
}
echo shapes(150), "\n";
