<?php
// Generators with many variables, put aside and laid out again by loops, methods and delegation.

function inner(string $name, int $count, ...$rest) {
    $list = [$name];
    $map = ['count' => $count];
    foreach ($rest as $key => $value) {
        $got = yield "$name.$key" => $value;
        $list[] = $got;
        $map[$key] = strlen((string) $got) + (yield [$name, $got]);
    }
    return [$list, $map];
}
function outer(int $depth) {
    $here = "d$depth";
    try {
        $one = yield from inner($here, $depth, 'a', 'b');
        $two = $depth > 0 ? yield from outer($depth - 1) : null;
        yield $here => func_get_args();
        return [$here, $one, $two];
    } finally {
        echo "<$here>";
    }
}
foreach (outer(2) as $key => $value) {
    echo $key, '=', json_encode($value), ' ';
}
echo "\n";
$generator = outer(1);
for ($i = 0; $generator->valid(); $i++) {
    echo $generator->key(), ' ';
    $i % 2 ? $generator->next() : $generator->send("s$i");
}
echo json_encode($generator->getReturn()), "\n";

$mixed = outer(1);
echo json_encode($mixed->current());
foreach (range(1, 3) as $i) {
    echo json_encode($mixed->send($i));
}
foreach ((function () use ($mixed) { yield 'first'; yield from $mixed; })() as $key => $value) {
    echo ' ', $key, json_encode($value);
}
echo "\n";

$left = outer(1);
foreach ($left as $key => $value) {
    if ($key === 'd0.0') break;
}
unset($left, $value);
echo " left\n";

function stacked($x) {
    return implode(',', [$x, yield 'a', strtoupper((string) yield 'b') . (yield from [1, 2]), yield $x]);
}
$generator = stacked('x');
foreach ($generator as $value) {
    echo $value, ' ';
}
echo $generator->getReturn(), "\n";
$generator = stacked('y');
while ($generator->valid()) {
    $generator->send('t');
}
echo $generator->getReturn(), "\n";

function failing($n) {
    $a = range(1, $n);
    try {
        foreach ($a as $x) {
            yield $x;
            if ($x === 2) throw new LogicException("at $x");
        }
    } catch (LogicException $e) {
        yield $e->getMessage();
        throw $e;
    }
}
function handing($n) {
    $kept = "k$n";
    try {
        yield from failing($n);
    } catch (LogicException $e) {
        yield "$kept {$e->getMessage()}";
    }
    yield 'on';
}
foreach (handing(3) as $value) {
    echo $value, '; ';
}
echo "\n";
