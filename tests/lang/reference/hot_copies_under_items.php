<?php
// What is in a reference is copied under the item on top, once: objects, strings, arrays and numbers.
class Mortal {
    public $n = 0;
    function step($by) { return $this->n += $by; }
    function __destruct() { echo "gone at {$this->n}\n"; }
}
function name(string $of): string { return $of . 'p'; }
function objects(int $rounds): int {
    $o = new Mortal;
    $keeps = function () use (&$o) { return $o; };
    for ($i = 0; $i < $rounds; $i++) {
        $x = $o->{name('ste')}(1);
    }
    $o = null;
    unset($keeps);
    return $x;
}
function refused(int $rounds): int {
    $o = new Mortal;
    $keeps = function () use (&$o) { return $o; };
    $caught = 0;
    for ($i = 0; $i < $rounds; $i++) {
        try { $o->{name('no')}(0); } catch (Error) { $caught++; }
    }
    $o = null;
    return $caught;
}
function values(int $rounds): array {
    $n = 3;
    $f = 0.5;
    $s = 'ab';
    $a = ['x' => 1];
    $binds = [&$n, &$f, &$s, &$a];
    $sum = 0;
    $text = '';
    for ($i = 0; $i < $rounds; $i++) {
        $sum += 2 * $n + ($i % 7) * $f;
        $text = substr(name("k$i") . $s, -4);
        $less = 5 < $n;
        $same = name('a') == $s;
        $sum += [1, 2][$i % 2] + count($a);
        if ($i == 200) { $n = 2.25; $s = 'ap'; }
    }
    return [$sum, $text, $less, $same];
}
echo objects(300), "\n", refused(300), "\n";
var_dump(values(400));
for ($i = 0; $i < 120; $i++) objects(2);
