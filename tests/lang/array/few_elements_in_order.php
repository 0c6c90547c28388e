<?php
// Few elements are sorted where they are: the order, the keys and what comes next stay PHP's.
function shown(array $a): string { return json_encode(array_map(null, array_keys($a), array_values($a))); }
$keys = [
    [10 => 1, 5 => 2, 7 => 3],
    [9007199254740993 => 'a', 9007199254740992 => 'b', PHP_INT_MAX => 'c', PHP_INT_MIN => 'd'],
    ['b' => 1, 'a' => 2, 'B' => 3, 'ab' => 4],
    ['x' => 1, 3 => 2, '10' => 3, '9a' => 4, '' => 5],
    [2 => 'x', 1 => 'y', 0 => 'z'],
    ['only' => 1],
    [],
];
foreach ([SORT_REGULAR, SORT_NUMERIC, SORT_STRING, SORT_STRING | SORT_FLAG_CASE, SORT_NATURAL, 99] as $flags) {
    foreach ($keys as $array) {
        foreach (['ksort', 'krsort'] as $sort) {
            $a = $array;
            $sort($a, $flags);
            echo $sort, ' ', $flags, ' ', shown($a), "\n";
        }
    }
}
$values = [
    [3, 1, 2, 1],
    ['c' => 1, 'a' => 1, 'b' => 0],
    ['b', 'a', 'B', 'a'],
    ['10', '9', 'a1', 'a10', 'a9'],
    [9007199254740993, 9007199254740992, 1.5],
    ['x', 1, null, true],
    range(17, 1),
    range(16, 1),
];
foreach ([SORT_REGULAR, SORT_NUMERIC, SORT_STRING] as $flags) {
    foreach ($values as $array) {
        foreach (['sort', 'rsort', 'asort', 'arsort'] as $sort) {
            $a = $array;
            $sort($a, $flags);
            echo $sort, ' ', $flags, ' ', shown($a), "\n";
            $a[] = 'next';
            echo '  ', json_encode(array_key_last($a)), "\n";
        }
    }
}
$x = 2;
$a = ['b' => &$x, 'a' => 1];
asort($a);
$x = 0;
var_dump($a);
$list = [2, 1, 3];
foreach ($list as $k => $v) { if ($k === 0) sort($list); echo $v; }
foreach ($list as $k => &$w) { if ($k === 0) rsort($list); echo $w; }
unset($w);
echo "\n", json_encode($list), json_encode(array_is_list($list)), "\n";
asort($list);
echo json_encode($list), json_encode(array_is_list($list)), "\n";
