<?php
// What PHP keeps as a hash keeps its next free key, and its internal pointer meets what comes behind.
$text = 'a:3:{i:0;i:1;i:1;i:2;i:2;i:3;}';
$array = unserialize($text);
unset($array[2], $array[1]);
$array[1] = 'second';
$array[] = 'next';
echo json_encode($array), "\n";

$array = unserialize('a:1:{i:7;N;}');
next($array);
$array[5] = 'new';
echo json_encode(key($array)), "\n";

$five = 5;
foreach (['uasort', 'uksort'] as $sort) {
    $array = ['', $five, $five];
    unset($array[2], $array[1]);
    $sort($array, fn($one, $other) => 0);
    $array[1] = 'second';
    $array[] = 'next';
    echo $sort, json_encode($array), "\n";
}

function shared(array &$array): array
{
    return $array;
}
foreach (['ksort', 'krsort'] as $sort) {
    $array = [1, 2, 3, 4];
    unset($array[2], $array[3]);
    prev($array);
    unset($array[1]);
    $other = shared($array);
    $sort($array);
    echo $sort, json_encode(key($array)), "\n";
}

// An array that contains itself through a reference.
$inner = ['k' => 1];
$array = ['x' => &$inner];
$inner['k'] = &$array;
try {
    array_replace_recursive(['x' => ['k' => ['x' => ['k' => ['x' => ['k' => []]]]]]], $array);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}

$one = [1];
$one[0] = &$one;
$other = [1];
$other[0] = &$other;
try {
    var_dump($one == $other);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}

foreach ([false, true] as $is_shared) {
    foreach (['asort', 'sort', 'ksort'] as $sort) {
        $array = [5 => $five];
        unset($array[5]);
        $other = $is_shared ? $array : null;
        $sort($array);
        $array[0] = $array[1] = 1;
        $array[] = 'next';
        echo $sort, json_encode($array), "\n";
    }
}

$array = [0, 0, $five];
asort($array);
$array = array_merge_recursive($array, $array);
$array[9] = 5;
prev($array);
$array['new'] = 1;
echo json_encode(key($array)), "\n";
