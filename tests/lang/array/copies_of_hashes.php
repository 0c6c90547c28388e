<?php
// Where PHP copies an array, lone references are unwrapped and holes are closed; what nothing was stored in is no list.
$c = [[1, 2], [3, 4], ['a' => 5]];
[&$x] = $c;
unset($x);
$x = 2;
$a = [0 => array_values($c), $x];
echo json_encode(array_replace_recursive($a, $a)), "\n";

$a = [1 => 4, '' => [], 2 => $x, 0 => 0];
unset($a[1], $a[2]);
$a = $a + $a;
$turns = 0;
foreach ($a as $key => &$value) {
    echo $key, ' ';
    if (++$turns > 9) break;
    array_unshift($a, $x);
}
unset($value);
echo json_encode($a), "\n";

$filled = array_fill(7, 3, $x);
foreach ([fn() => array_merge([], $filled), fn() => array_merge([], [1, $x], [3]), fn() => array_merge_recursive([], $filled)] as $make) {
    $merged = $make();
    unset($merged[2], $merged[1]);
    array_pop($merged);
    $cast = (array) (object) $merged;
    array_push($cast, 5, 6);
    echo json_encode($cast), "\n";
}
