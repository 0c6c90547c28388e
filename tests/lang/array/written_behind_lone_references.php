<?php
// A reference that one element alone has counts as its value for a copy that a handler makes.

function f(int $i)
{
    return $i;
}

$work = null;
set_error_handler(function (int $no, string $text) use (&$work) {
    echo $text, "\n";
    if ($work) {
        $work();
    }
    return true;
});

function lone(): array
{
    $a = [[1, 2], [3, 4]];
    foreach ($a as &$v) {
    }
    unset($v);
    return $a;
}

$a = lone();
$work = function () use (&$a, &$b) {
    $b = $a;
    $b[] = 9;
};
var_dump($a[f(0)][2] += 2);
$b[0][0] = 'own';
echo json_encode([$a, $b]), "\n";

$a = lone();
$work = function () use (&$a, &$b) {
    $b = $a;
};
var_dump($a[f(0)][2] .= 'x');
echo json_encode([$a, $b]), "\n";

$a = lone();
$r = &$a[0];
$work = function () use (&$a, &$b) {
    $b = $a;
    $b[] = 9;
};
var_dump($a[f(0)][2] ??= 'y', $a[f(0)][3]++);
echo json_encode([$a, $b, $r]), "\n";

$a = lone();
unset($r);
$work = function () use (&$a) {
    $a[] = 5;
};
var_dump($a[f(1)][2]['k'] .= 'z');
echo json_encode($a), "\n";
