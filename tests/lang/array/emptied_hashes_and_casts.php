<?php
// A hash without elements that becomes an object keeps its next key; a copy of it is no hash yet.

function keys(array $array): string { $array[] = 'next'; return json_encode(array_keys($array)); }
function pointer(array $array): string { return json_encode([key($array), current($array)]); }

$a = unserialize(serialize([0, 1, 2]));
while ($a) { array_pop($a); }
echo keys($a), ' ';
$a = (array) (object) $a; echo keys($a), ' ';
$a[-5] = 1; echo keys($a), "\n";

$a = [0, 1]; array_pop($a); array_pop($a);
$a = (array) (object) $a; echo keys($a), ' ';
$a[-5] = 1; echo keys($a), "\n";

foreach (['array_pop', 'array_shift'] as $take) {
    foreach (['sort', 'ksort', 'rsort', 'is_array'] as $sort) {
        $a = [1];
        $take($a);
        $sort($a);
        $copy = $a;
        $copy[1] = 0;
        next($copy); next($copy);
        $copy[0] = 5;
        $a[1] = 0;
        next($a); next($a);
        $a[0] = 5;
        echo $take, ' ', $sort, ' ', pointer($copy), pointer($a), "\n";
    }
}
