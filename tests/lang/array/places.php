<?php
// The internal pointer and loops by reference stand on places, which outlive what is removed.

function at(string $what, array &$list): void
{
    echo "$what: ", json_encode(key($list)), '=', json_encode(current($list)), "\n";
}

$list = [5 => 'a', 6 => 'b'];
prev($list);
$list[0] = 'c';
at('before the first, then a hash', $list);

$list = [1, 2, 3];
while (key($list) !== null) next($list);
$list[] = 4;
at('appended behind the end', $list);

$list = [3, 4, 5];
while (key($list) !== null) next($list);
$sum = $list + [];
at('a sum is a copy', $sum);
at('of this', $list);

$list = ['x' => 1, 'y' => 2, 'z' => 3];
next($list);
unset($list['y']);
at('removed under the pointer', $list);
$copy = $list;
$copy['w'] = 4;
at('copied', $copy);

$list = range(0, 9);
foreach ($list as $k => &$v) unset($list[$k]);
unset($v);
sort($list);
$list[] = 'next';
echo json_encode($list), "\n";

$list = array_fill(4, 3, 0);
unset($list[6], $list[5], $list[4]);
$list[5] = 'hash';
$list[] = 'behind';
echo json_encode($list), "\n";

$list = ['b' => 2, 5, 1];
array_multisort($list);
$list[] = 'x';
echo json_encode($list), "\n";

$a = [1, 2];
foreach ($a as &$v) { $b = $a; sort($b); echo $v, ' '; }
unset($v);
echo "\n";

$one = 5;
$list = ['k' => &$one, 1 => &$one];
echo serialize(array_combine(['p', 'q'], $list)), serialize(array_merge_recursive($list, [1])), "\n";
try {
    array_replace_recursive([['a' => 1]], $list);
    $in = [1];
    $outer = [&$in];
    $third = &$in;
    echo json_encode(array_replace_recursive($outer, $outer)), "\n";
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
