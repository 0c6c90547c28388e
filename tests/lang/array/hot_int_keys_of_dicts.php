<?php
// Int keys of arrays that are no lists, read and written in hot loops.

function fill(int $from, int $step, int $count): array {
    for ($i = 0; $i < $count; $i++) {
        $a[$from + $i * $step] = $i;
    }
    return $a ?? [];
}

function sums(array $a, int $from, int $to) {
    $sum = 0;
    for ($i = $from; $i < $to; $i++) {
        $sum += $a[$i];
    }
    return $sum;
}

function raised(array &$a, int $from, int $to) {
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = $a[$i] * 2;
        $a[$i] += 1;
        if ($a[$i] > $a[$from]) {
            $a[$from] = $a[$i];
        }
    }
}

function shared(array $a, int $from, int $to) {
    $copy = $a;
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = -$i;
    }
    return [array_sum($a), array_sum($copy)];
}

function holes(array $a, int $from, int $to) {
    $found = 0;
    for ($i = $from; $i < $to; $i++) {
        if ($i % 4 === 1) {
            unset($a[$i]);
        }
        $found += isset($a[$i]) ? 1 : 0;
        $a[$i] = 1.5;
        $found += $a[$i];
    }
    return [$found, count($a), key($a), array_key_last($a)];
}

function over_strings(array $a, int $from, int $to) {
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = "s$i";
    }
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = $i;
    }
    return array_sum($a);
}

function over_references(array $a, int $from, int $to) {
    $x = 5;
    $a[$from + 2] = &$x;
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = $i + 0.5;
    }
    $sum = 0;
    for ($i = $from; $i < $to; $i++) {
        $sum += $a[$i];
    }
    return [$x, $sum];
}

function missing(array $a, int $from, int $to) {
    $warned = 0;
    set_error_handler(function () use (&$warned) { $warned++; return true; });
    $sum = 0;
    for ($i = $from; $i < $to; $i++) {
        $sum += $a[$i + 3] ?? -1;
        $sum += $a[$i + 2];
    }
    restore_error_handler();
    return [$sum, $warned];
}

function next_after(array $a, int $from, int $to) {
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = $i;
    }
    $a[] = 'next';
    return [array_key_last($a), count($a)];
}

$hash = '';
for ($round = 0; $round < 60; $round++) {
    $from = $round % 3 - 1;
    $a = fill($from, 1, 20);
    $o = [];
    $o[] = sums($a, $from, $from + 20);
    raised($a, $from, $from + 20);
    $o[] = $a;
    $o[] = shared($a, $from, $from + 20);
    $o[] = holes($a, $from, $from + 22);
    $o[] = over_strings($a, $from, $from + 20);
    $o[] = over_references($a, $from, $from + 20);
    $o[] = missing($a, $from, $from + 19);
    $o[] = next_after($a, $from, $from + 25);
    $o[] = fill(30, -1, 12);
    $o[] = sums(fill(30, -1, 12), 19, 31);
    $o[] = next_after(['x' => 1, 7 => 2], 5, 12);
    $o[] = sums(['x' => 1, 5 => 2, 6 => 3, 7 => 4], 5, 8);
    $hash = md5($hash . serialize($o));
    if ($round % 20 === 19) {
        echo json_encode($o), "\n";
    }
}
echo $hash, "\n";
