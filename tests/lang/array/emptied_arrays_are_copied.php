<?php
// Arrays without elements have been written to or not, and have copies, as all others.
$a = [];
foreach ($a as &$v) {
}
sort($a, SORT_STRING);
$a[2] = 1;
next($a);
$a['x'] = 5;
var_dump(key($a));

$n = 0;
$a = [5 => null];
foreach ($a as $k => &$v) {
    if (++$n > 5) break;
    echo $k, ' ';
    array_pop($a);
    $b = $a;
    array_unshift($a, 'new');
}
unset($v);
echo "\n";

$a = [9 => 1];
unset($a[9]);
$b = $a;
array_shift($b);
$a[5] = [];
$a[] = 'next';
echo json_encode($a), "\n";

$a = [7 => 1, 2];
for ($i = 0; $i < 5; $i++) {
    $c = $a;
    array_pop($a);
}
$a[7][] = 1;
$c[0] = 'first';
$c[] = 'next';
echo json_encode($c), "\n";
