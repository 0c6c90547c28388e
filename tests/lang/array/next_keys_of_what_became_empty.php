<?php
// The next key of an array without elements, which functions give or leave as it was.
function next_key($array): void
{
    $array[-5] = 1;
    $array[] = 0;
    echo array_key_last($array), ' ';
}

function multisort($array) { array_multisort($array); return $array; }
function shuffled($array) { shuffle($array); return $array; }
function popped($array) { array_pop($array); return $array; }
function without($array, $key) { unset($array[$key]); return $array; }

$empty = [
    'literal' => [],
    'column' => array_column([], 4),
    'popped' => popped([1]),
    'unset' => without([1], 0),
    'behind' => without([5 => 1], 5),
    'text' => without(['k' => 1], 'k'),
];
foreach ($empty as $name => $array) {
    echo $name, ': ';
    next_key($array);
    next_key(array_values($array));
    next_key(array_merge($array));
    next_key(array_merge($array, []));
    next_key(array_merge($array, [], ['k' => 1]));
    next_key(array_merge([], $array));
    next_key(array_merge_recursive($array));
    next_key(array_merge_recursive($array, [], ['k' => 1]));
    next_key(array_diff($array));
    next_key(array_diff($array, [1]));
    next_key(multisort($array));
    next_key(shuffled($array));
    echo "\n";
}
