<?php
// The result of array_slice() has PHP's room for its elements: int keys within it are places of a list,
// which decides where the pointer is behind the end.

function behind(string $what, array $array): void
{
    end($array);
    next($array);
    $array[0] = 'in a hole';
    $array['k'] = $array['l'] = 1;
    echo $what, ' ', json_encode([key($array), array_keys($array)]), "\n";
}

$holes = [0];
for ($key = 5; $key < 16; $key++) { $holes[$key] = $key; }
behind('nine of holes', array_slice($holes, 3, 10, true));
behind('eight of holes', array_slice($holes, 1, 8, true));
behind('two of holes', array_slice($holes, 4, 2, true));
$list = range(0, 15);
behind('nine of a list', array_slice($list, 7, 20, true));
behind('two of a list', array_slice($list, 3, 2, true));
$hash = ['k' => 1] + $list;
behind('nine of a hash', array_slice($hash, 8, 9, true));
behind('a key first', array_slice($hash, 0, 9, true));
behind('renumbered', array_slice($hash, 0, 9));
