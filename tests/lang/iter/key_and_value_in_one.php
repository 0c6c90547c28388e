<?php
// The key takes the place of the value in a loop that gives both to one variable.
function same(array $list): void
{
    foreach ($list as $x => $x) {
        var_dump($x);
    }
    unset($list['b']);
    foreach ($list as $y => $y) {
        echo gettype($y), ' ', $y, "\n";
    }
}
$made = str_repeat('v', 3);
same(['a' => $made . '1', 'b' => $made . '2', 5 => [1, 2], 'c' => $made . '3']);
same([$made . 'x', $made . 'y']);

// What was there is let go, and what is left stays.
function over(array $list): array
{
    $value = [new ArrayObject([1])];
    $key = [1, 2];
    foreach ($list as $key => $value) {
    }
    return [$key, $value];
}
var_dump(over([1, 'two', [3]]), over([]));
$first = 'x';
$shared = [1, &$first, 3];
foreach ($shared as $k => $v) {
    $v .= '!';
    echo $k, $v, "\n";
}
echo $first, "\n";
