<?php
// Elements under keys that are made where they are used, in loops that run often.
class Noisy { function __construct(public $id) {} function __destruct() { global $gone; $gone .= $this->id . ' '; } }
function fill(int $n): array {
    $map = [];
    for ($i = 0; $i < $n; $i++) {
        $map["key" . $i % 40] = $i;
        $map["sum" . $i % 7] = ($map["sum" . $i % 7] ?? 0) + $i;
        $map["text" . $i % 5] = "v$i";
        $map[strtolower("LIST" . $i % 3)] = [$i];
        $map["float" . $i % 2] = $i / 4;
    }
    return $map;
}
function add(array $map, int $n): array {
    for ($i = 0; $i < $n; $i++) {
        $map["key" . $i % 40] += $i;
        $map["float" . $i % 2] *= 1.5;
    }
    return [$map['key0'], $map['key39'], round(log($map['float0']), 6)];
}
function read(array $map, int $n): array {
    $sum = $set = 0;
    $text = '';
    for ($i = 0; $i < $n; $i++) {
        $sum += $map["key" . $i % 40];
        if (isset($map["text" . $i % 9])) $set++;
        if ($map["text" . $i % 5]) $text = $map["text" . $i % 5] . $map["list" . $i % 3][0];
        $x = $map["key" . $i % 40] . '';
        $sum += count($map["list" . $i % 3]);
    }
    return [$sum, $set, $text, $x];
}
function numbers(int $n): array {
    $map = [];
    for ($i = 0; $i < $n; $i++) {
        $map["1" . $i % 5] = $i;           // an int of a key
        $map['' . $i % 3] = "k$i";
    }
    for ($i = 0; $i < $n; $i++) $last = $map["1" . $i % 5];
    return [array_keys($map), $last, isset($map['1' . '4'])];
}
function missing(array $map, int $n): int {
    $found = 0;
    for ($i = 0; $i < $n; $i++) {
        $x = @$map["key" . $i % 80];
        if ($x !== null) $found++;
    }
    return $found;
}
function objects(int $n): int {
    $map = [];
    for ($i = 0; $i < $n; $i++) {
        $map["o" . $i % 4] = new Noisy($i);
    }
    return count($map);
}
function references(int $n): array {
    $a = 1;
    $map = ['r0' => &$a, 'r1' => 5];
    for ($i = 0; $i < $n; $i++) {
        $map["r" . $i % 2] = $i;
        $map["r" . $i % 2] += 1;
        $b = $map["r" . $i % 2];
    }
    return [$a, $map['r1'], $b];
}
$gone = '';
$map = fill(300);
var_dump(count($map), add($map, 200), read($map, 300), numbers(200), missing($map, 400), objects(150));
echo strlen($gone), ' ', substr($gone, -30), "\n";
var_dump(references(300));
