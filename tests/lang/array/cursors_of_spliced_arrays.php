<?php
// Loops by reference over arrays whose elements are removed by array_splice().
function loops(array $array, int $offset, int $length, array $new = []): void
{
    $turns = 0;
    foreach ($array as $key => &$outer) {
        foreach ($array as $inner => &$value) {
            if (++$turns > 30) break;
            echo "$key$inner ";
            array_splice($array, $offset, $length, $new);
        }
    }
    unset($outer, $value);
    echo json_encode($array), "\n";
}

$lists = [[1, 2, 3, 4, 5, 6], ['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4], [2 => 1, 3 => 2, 9 => 3], [1, 'k' => 2, 3]];
foreach ($lists as $list) {
    foreach ([[0, 1], [1, 1], [1, 2], [-1, 1], [2, 5]] as [$offset, $length]) {
        loops($list, $offset, $length);
    }
    unset($list[0], $list['b']);
    loops($list, 1, 1);
    loops($list, 0, 1);
}
loops([1, 2, 3, 4], 1, 2, ['new']);
loops(['a' => 1, 'b' => 2, 'c' => 3], 1, 1, ['new']);

// A copy without holes is sorted.
$array = ['a' => 1, 'b' => 2, 'c' => 3, 4];
unset($array['a']);
foreach ($array as $key => &$value) {
    echo $key, ' ';
    $copy = $array;
    sort($array);
}
unset($value);
echo json_encode($array), "\n";
