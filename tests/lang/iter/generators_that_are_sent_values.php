<?php
// Values of every kind are sent to generators, and come back, many times.
function sum() { $s = 0; while (true) { $x = yield $s; $s += $x; } }
function echoes() { $last = null; while (true) { $got = yield $last; $last = $got; } }
function counts() { $n = 0; while (true) { yield; $n++; if ($n === 30) return $n; } }
function stops() { for ($i = 0; $i < 25; $i++) { $x = yield $i; if ($x === "stop") throw new LogicException("stopped at $i"); } }
class Dies { function __construct(public int $n) {} function __destruct() { echo "-", $this->n, " "; } }
class Box { public $all = []; function gather() { while (true) $this->all[] = yield count($this->all); } }

for ($round = 0; $round < 2; $round++) {
    $g = sum();
    $g->current();
    for ($i = 0; $i < 100; $i++) $r = $g->send($i);
    echo $r, "\n";
    $g = echoes();
    $g->current();
    foreach ([1, "a" . $round, [1, 2], 2.5, null, true, new ArrayObject([3])] as $v) {
        for ($i = 0; $i < 20; $i++) $r = $g->send($v);
        var_dump($r === $v);
    }
    $v = "shared";
    $same = &$v;
    echo $g->send($v), $g->send($same), "\n";
    unset($same);
    for ($i = 0; $i < 4; $i++) $g->send(new Dies($i));
    unset($g);
    echo "\n";
    $g = counts();
    while ($g->valid()) $g->next();
    echo $g->getReturn(), " ", var_export($g->current(), true), "\n";
    $g = stops();
    try {
        for ($i = 0; $i < 40; $i++) echo $g->send($i === 20 ? "stop" : $i), " ";
    } catch (LogicException $e) {
        echo $e->getMessage(), " ", $e->getTrace()[1]["function"], " ", var_export($g->valid(), true), "\n";
    }
    $g = (new Box)->gather();
    for ($i = 0; $i < 30; $i++) $r = $g->send($i);
    echo $r, "\n";
}
function delegated() { $x = ""; $r = yield from (function () { $x = "-"; for ($i = 0; $i < 5; $i++) $x = yield "in $x"; return "done"; })(); while (true) $r = yield "out $r"; }
$g = delegated();
for ($i = 0; $i < 12; $i++) echo $g->send($i), ", ";
echo "\n";
try {
    $g = (function () use (&$g) { for ($i = 0; $i < 30; $i++) { if ($i === 20) $g->send(1); yield $i; } })();
    foreach ($g as $v) $last = $v;
} catch (Error $e) {
    echo $last, " ", $e->getMessage(), "\n";
}
