<?php
// Results are kept as PHP keeps them: as a list or a hash, with room for as many elements.
$array = array_map(fn($value) => $value, array_fill(5, 3, null));
for ($i = 0; $i < 3; $i++) {
    array_pop($array);
}
$array[2] = '';
$array[] = 'next';
echo json_encode($array), "\n";

$five = 5;
$array = [$five, 1, 2];
asort($array);
$array = array_map(fn($value) => $value, $array);
$array = array_map(fn($value) => $value, array_slice($array, 0, 2));
unset($array[1], $array[0]);
$array[0] = 1;
$array[] = 'next';
echo json_encode($array), "\n";

$array = array_column([1, 2, 3, 4, 5, 6, 7, 8, 9], 0);
$array[] = 8;
foreach ($array as $key => &$value) {
    echo $key, ' ';
    if ($key === 10 || ++$five > 30) {
        break;
    }
    array_shift($array);
    $array[1] = 8;
    $array[10] = 7;
}
echo json_encode($array), "\n";
