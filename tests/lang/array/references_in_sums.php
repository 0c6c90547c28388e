<?php
// A reference in the right operand of `+` is one in the sum too, also where the left has nothing.
$other = [1 => 'one'];
$list = [0, 1, 2];
$list[1] = &$other[1];
$sum = [] + $list;
unset($other);
foreach ($list as $key => &$value) {
    $value = "new $key";
}
unset($value);
echo json_encode([$list, $sum]), "\n";

$list[5] = &$other[1];
for ($i = 0; $i < 3; $i++) {
    array_unshift($list, $i);
}
$other = [] + $list;
$list[array_key_last($list)] = 'through';
echo json_encode([$list, $other]), "\n";
