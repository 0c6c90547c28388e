<?php
// Constants, properties and elements of properties as arguments of functions that are known only when
// they are called, and parameters that are left out.

class Taker
{
    public $prop = 'p';
    public $ref = 'r';
    public array $list = [10, 20, 30];
    public array $map = ['a' => 1];
    public function __construct() { $this->other = &$this->ref; }
    public $other;
    public function values($a, $b, $c, ...$rest) { return [$a, $b, $c, $rest]; }
    public function second($a, &$b, $c = 3) { $b = is_array($b) ? count($b) : "$b!"; return [$a, $b, $c]; }
    public function all(&...$all) { foreach ($all as &$one) $one = "<$one>"; return count($all); }
    public function calls($to)
    {
        $k = 1;
        $out = [];
        $out[] = $to->values(1, 'two', null, false, 5.5, [6]);
        $out[] = $to->values($this->prop, $this->ref, $this->list[$k], $this->list[$k + 1], $this->map['a'], $this->list[0]);
        $out[] = $to->second(1, $this->prop, 'x');
        $out[] = $to->second($this->prop, $this->ref);
        $out[] = $to->second('lit', $this->list[$k], 'end');
        $out[] = $to->second('lit', $this->list[$k + 1]);
        $out[] = $to->second(0, $this->map['new']);
        $out[] = $to->all($this->prop, $this->other, $this->list[$k], $this->map['a']);
        return $out;
    }
    public function wrong($to) { return $to->second(1, 2, 3); }
    public function missing() { return $this->second($this->absent, $this->list[9]); }
    public function undefined() { return $this->values($this->nothing, 1, 2); }
}

const GREETING = 'hello';
function defaults($a, $b = 2, ?array $c = null, $d = [1, ['x' => 2]], $e = GREETING . '!', $f = M_PI > 3) {
    return json_encode(func_get_args()) . json_encode([$a, $b, $c, $d, $e, $f]);
}
function typed(int $a, string $b = 'b', float $c = 1, ?Taker $d = null) { return [$a, $b, $c, $d]; }

for ($turn = 0; $turn < 3; $turn++) {
    $taker = new Taker;
    echo json_encode($taker->calls($taker)), json_encode($taker), "\n";
    try {
        echo json_encode($taker->wrong($taker)), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    echo json_encode([$taker->missing(), $taker->undefined(), $taker->list]), "\n";
    $name = 'defaults';
    echo $name(1), $name(1, 1), $name(1, 1, [1]), $name(1, 1, [1], 0), $name(1, 1, [1], 0, 'e'), $name(1, 1, [1], 0, 'e', 'f'), "\n";
    $name = 'typed';
    echo json_encode([$name(1), $name('2', 'x'), $name(1, 'x', 2)]), "\n";
    try {
        $name();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        $name('no');
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
