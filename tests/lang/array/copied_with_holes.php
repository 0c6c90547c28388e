<?php
// An element of a shared array with holes is changed in the copy, which has none.

function f()
{
    $a = [1, 2, 'x' => 3, 7 => 6]; unset($a[1]); $b = $a; $a[7]++;
    echo json_encode([$a, $b]), "\n";
    $a = [1, 2, 'x' => 3, 7 => 6]; unset($a[0]); $b = $a; $b[7] += 5; $b['x'] -= 1;
    echo json_encode([$a, $b]), "\n";
    $a = ['a' => 1, 'b' => 2, 'c' => 3]; unset($a['a']); $b = $a; $k = 'c';
    for ($i = 0; $i < 3; $i++) { $b[$k]++; $b[$k] *= 2; }
    echo json_encode([$a, $b]), "\n";
    $c = [9]; unset($c[0]); $d = $c; $c = array_map(fn($x) => $x, $c); $c[] = 1;
    echo json_encode([$c, $d]), "\n";
}
f();
