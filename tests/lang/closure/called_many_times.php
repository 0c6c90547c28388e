<?php
// Closures of every kind, called often from the same place.
function each(array $all, callable $f) { $r = []; foreach ($all as $v) $r[] = $f($v); return $r; }
function sum(int $n, Closure $f) { $s = 0; for ($i = 0; $i < $n; $i++) $s += $f($i); return $s; }
function repeat(int $n, Closure $f) { for ($i = 0; $i < $n; $i++) $f(); }
class Scaled {
    private $by = 3;
    function scale() { return fn($x) => $x * $this->by; }
    function bound() { return function ($x) { $this->by += 0; return static::class . $x * $this->by; }; }
    static function late() { return static fn($x) => static::class . $x; }
}
class More extends Scaled {}
class Dies { function __destruct() { echo "gone "; } }

for ($round = 0; $round < 3; $round++) {
    $k = 5 + $round;
    $total = 0;
    $list = [1, "two", 3.5];
    echo sum(60, fn($x) => $x * 2), " ", sum(60, fn($x) => $x + $k), " ";
    echo sum(60, function ($x) use (&$total, $k, $list) { $total += $x; return count($list) + $k; }), " $total\n";
    echo sum(60, (new Scaled)->scale()), " ", sum(40, (new More)->scale()), "\n";
    echo implode(" ", each(range(1, 20), (new More)->bound())), "\n";
    echo implode(" ", each(range(1, 20), More::late())), "\n";
    echo implode(" ", each(range(1, 20), 'sqrt')) > "" ? "native\n" : "";
    $counter = function () { static $n = 0; return ++$n; };
    repeat(50, $counter);
    echo $counter(), "\n";
    $fib = function ($n) use (&$fib) { return $n < 2 ? $n : $fib($n - 1) + $fib($n - 2); };
    echo $fib(12), "\n";
    $default = function ($a, $b = 10, ...$more) { return $a + $b + count($more); };
    $s = 0;
    for ($i = 0; $i < 40; $i++) $s += $default($i) + $default($i, 1) + $default($i, 1, 2, 3);
    echo $s, "\n";
    $typed = fn(int $x): string => $x;
    $s = "";
    for ($i = 0; $i < 20; $i++) $s .= $typed($i);
    echo $s, "\n";
    $dead = new Dies;
    $holds = function () use ($dead) { return 1; };
    unset($dead);
    for ($i = 0; $i < 30; $i++) $holds();
    unset($holds);
    echo "\n";
    $bad = function ($x) { if ($x === 25) throw new Exception("at $x"); return $x; };
    try {
        sum(40, $bad);
    } catch (Exception $e) {
        echo $e->getMessage(), " called by ", $e->getTrace()[1]["function"], "\n";
    }
    $either = [fn($x) => $x, fn($x) => -$x];
    $s = 0;
    for ($i = 0; $i < 50; $i++) $s += $either[$i % 3 ? 0 : 1]($i);
    echo $s, "\n";
    $by = function (&$x) { $x++; };
    for ($i = 0, $n = 0; $i < 30; $i++) $by($n);
    echo $n, "\n";
    $maker = function ($n) { for ($i = 0; $i < $n; $i++) yield $i => $n; };
    $s = 0;
    for ($i = 0; $i < 20; $i++) foreach ($maker($i) as $v => $_) $s += $v;
    echo $s, "\n";
    $other = Closure::bind(fn() => $this->by, new Scaled, Scaled::class);
    for ($i = 0; $i < 20; $i++) $s += $other();
    echo $s, "\n";
}
