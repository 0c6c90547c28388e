<?php
// Bytes that a value takes, by the difference of memory_get_usage() over a million: a row a line.

const COUNT = 1_000_000;

class Point
{
    public function __construct(public int $x, public int $y, public float $z) {}
}

function row(string $name, callable $make): void
{
    gc_disable();
    $before = memory_get_usage();
    $kept = $make(COUNT);
    printf("%s\t%.1f\n", $name, (memory_get_usage() - $before) / COUNT);
}

row('list of ints', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = $i;
    return $list;
});
row('list of floats', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = $i + 0.5;
    return $list;
});
row('list of bools and nulls', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = $i % 3 == 0 ? null : $i % 3 == 1;
    return $list;
});
row('ints by scattered int keys', function (int $n) {
    $map = [];
    for ($i = 0; $i < $n; $i++) $map[$i * 7 + 3] = $i;
    return $map;
});
row('list of 9-byte strings', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = 'k' . (10_000_000 + $i);
    return $list;
});
row('list of 40-byte strings', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = str_pad((string) $i, 40, '0');
    return $list;
});
row('string-keyed ints', function (int $n) {
    $map = [];
    for ($i = 0; $i < $n; $i++) $map["k$i"] = $i;
    return $map;
});
row('objects of 3 typed properties', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = new Point($i, $i + 1, 0.5);
    return $list;
});
row('objects without a class of their own', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $object = new stdClass;
        $object->a = $i;
        $list[] = $object;
    }
    return $list;
});
row('lists of 3', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = [$i, $i + 1, $i + 2];
    return $list;
});
row('arrays of 3 keys', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = ['a' => $i, 'b' => $i + 1, 'c' => $i + 2];
    return $list;
});
row('arrays of 1 item, grown', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $inner = [];
        $inner[] = $i;
        $list[] = $inner;
    }
    return $list;
});
row('arrow closures', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) $list[] = fn() => $i;
    return $list;
});
row('references', function (int $n) {
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $list[] = &$cell;
        $cell = $i;
        unset($cell);
    }
    return $list;
});
row('generators', function (int $n) {
    $list = [];
    $make = function (int $i) { yield $i; };
    for ($i = 0; $i < $n / 10; $i++) {
        $list[$i] = $make($i);
        $list[$i]->current();
    }
    return $list;
});
