<?php
// Loops over generators that are resumed many times, with values and keys of every kind.
function numbers($n) { for ($i = 0; $i < $n; $i++) yield $i; }
function pairs($g, $f) { foreach ($g as $k => $v) yield "k$k" => $f($v); }
function some($g, $f) { foreach ($g as $v) if ($f($v)) yield $v; }
function no_locals() { yield 1; yield 2; yield 3; }
class Dies { function __construct(public int $n) {} function __destruct() { echo "-", $this->n; } }
function objects($n) { for ($i = 0; $i < $n; $i++) yield "o$i" => new Dies($i); }
function strings($n) { for ($i = 0; $i < $n; $i++) { $s = str_repeat("x", $i % 4); yield $s . $i => $s; } }
function throws($n) { for ($i = 0; $i < $n; $i++) { if ($i === 7) throw new Exception("at $i"); yield $i; } }
function cleans($n) { try { for ($i = 0; $i < $n; $i++) yield $i; } finally { echo "cleaned "; } }
function &shared(array &$a) { foreach ($a as &$v) yield $v; }
class Tree {
    function __construct(private $value, private ?Tree $left = null, private ?Tree $right = null) {}
    function walk() {
        if ($this->left) yield from $this->left->walk();
        yield $this->value;
        if ($this->right) yield from $this->right->walk();
    }
    function own($n) { for ($i = 0; $i < $n; $i++) yield $this->value + $i; }
    static function late($n) { for ($i = 0; $i < $n; $i++) yield static::class => $i; }
}
class Oak extends Tree {}

for ($round = 0; $round < 3; $round++) {
    $sum = 0;
    foreach (some(pairs(numbers(200), fn($x) => $x * 3), fn($x) => $x % 2 === 0) as $v) $sum += $v;
    echo $sum, "\n";
    foreach (pairs(numbers(5), strval(...)) as $k => $v) echo $k, gettype($v), " ";
    foreach (no_locals() as $k => $v) echo $k, $v, " ";
    echo "\n";
    foreach (objects(6) as $k => $o) echo " $k", $o->n;
    unset($o);
    echo "\n";
    foreach (strings(9) as $k => $s) echo "$k=$s ";
    echo "\n";
    try {
        foreach (throws(20) as $v) echo $v;
    } catch (Exception $e) {
        echo " ", $e->getMessage(), " line ", $e->getLine(), "\n";
    }
    foreach (cleans(20) as $v) {
        if ($v === 9) break;
        echo $v;
    }
    echo "\n";
    $a = [1, 2, 3, 4];
    foreach (shared($a) as &$r) $r *= 10;
    unset($r);
    echo implode(",", $a), "\n";
    $t = new Tree(2, new Tree(1), new Tree(4, new Tree(3)));
    foreach ($t->walk() as $v) echo $v;
    foreach ($t->own(6) as $v) echo " ", $v;
    foreach (Oak::late(4) as $c => $v) echo " ", $c, $v;
    echo "\n";
    $v = 0;
    $same = &$v;
    foreach (numbers(4) as $v) echo $same;
    unset($same);
    $g = numbers(50);
    foreach ($g as $v) {
        if ($v % 10 === 0) $g->next();
        $last = $v;
    }
    echo " ", $last, " ", $g->valid() ? "more" : "over", "\n";
}

function mixed($n) {
    for ($i = 0; $i < $n; $i++) {
        $x = match ($i % 5) { 0 => $i, 1 => "s$i", 2 => [$i], 3 => 1.5 * $i, 4 => null };
        yield $x;
    }
}
$kinds = "";
foreach (mixed(40) as $v) $kinds .= gettype($v)[0];
echo $kinds, "\n";

function destroyed($n) {
    $keep = new Dies(100);
    for ($i = 0; $i < $n; $i++) yield $i;
}
foreach ([3, 8] as $stop) {
    foreach (destroyed(20) as $v) if ($v === $stop) break;
    echo " stopped at $v\n";
}
