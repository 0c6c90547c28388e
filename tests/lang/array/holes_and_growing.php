<?php
// A hash that grows has no holes any more: a loop by reference goes on at another place.
function keys_while_sorted($length): string
{
    $list = range($length, 2);
    $list['x'] = 1;
    unset($list[0]);
    $list[] = 'next';
    $keys = [];
    foreach ($list as $key => &$value) {
        $keys[] = "$key=$value";
        if (count($keys) > 4) {
            break;
        }
        $value = count($keys);
        sort($list);
    }
    return implode(' ', $keys);
}

foreach ([8, 9, 16, 32, 33, 64, 65, 128, 256, 512] as $length) {
    echo $length, ': ', keys_while_sorted($length), "\n";
}

$list = range(1, 63);
$list['x'] = 'x';
unset($list[0], $list[1]);
next($list);
next($list);
$list['y'] = 'y';
var_dump(current($list), count($list));
