<?php
// A list that has lost its elements is a list still when it is reversed: the next key is 0 whatever
// negative key comes first. What nothing was ever stored in is none.

function next_key(string $what, array $array): void
{
    $array[-5] = 1;
    $array[] = 2;
    echo $what, ' ', json_encode(array_keys($array)), "\n";
}

next_key('nothing', array_reverse([]));
$a = [1]; unset($a[0]);
next_key('unset', array_reverse($a));
next_key('unset, with its keys', array_reverse($a, true));
next_key('twice', array_reverse(array_reverse($a)));
$a = [1]; array_pop($a);
next_key('popped', array_reverse($a));
$a = [3 => 1]; array_pop($a);
next_key('popped from holes', array_reverse($a));
$a = [1]; array_shift($a);
next_key('shifted', array_reverse($a));
$a = [1, 2]; unset($a[0], $a[1]); sort($a);
next_key('sorted', array_reverse($a));
$a = ['k' => 1]; unset($a['k']);
next_key('a hash', array_reverse($a));
$a = unserialize('a:1:{i:0;i:1;}'); array_pop($a);
next_key('unserialized', array_reverse($a));
next_key('column', array_reverse(array_column([[1]], 'x')));
next_key('filtered', array_reverse(array_filter([0])));
