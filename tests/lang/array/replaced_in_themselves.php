<?php
// array_replace_recursive() refuses to change an array that is a source around the one it is in.

$x = 1;
$a = [[1, 2], [$x, 4]];
array_unshift($a, $a);
$calls = [
    fn() => array_replace_recursive([&$a, 1], $a),
    fn() => array_replace_recursive([$a], $a),
    fn() => array_replace_recursive([1, $a], $a),
    fn() => array_replace_recursive([$a[1], $a], $a[0]),
    fn() => array_replace_recursive([$a], [$a], [$a]),
];
foreach ($calls as $call) {
    try {
        echo json_encode($call()), "\n";
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
