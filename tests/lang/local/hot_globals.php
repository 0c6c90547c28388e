<?php
// Global variables that functions read often by name, and what is asked of arguments.
$list = [1, 2];
$number = 1;
function read(int $n) {
    $sum = 0;
    for ($i = 0; $i < $n; $i++) {
        $x = $GLOBALS['number'];
        $sum += $x + count($GLOBALS['list']) + count($_GET);
        if ($i == 100) $GLOBALS['number'] = 2.5;
        if ($i == 150) $GLOBALS['list'][] = 3;
        if ($i == 200) $_GET['a'] = 1;
        if ($i == 250) unset($_GET['a']);
    }
    return $sum;
}
function vanishing(int $n) {
    $missing = 0;
    for ($i = 0; $i < $n; $i++) {
        if ($i == 100) { global $made; $made = 'made'; }
        if ($i == 200) unset($GLOBALS['made']);
        if ($i == 250) $GLOBALS['other'] = 'other';
        if ($i == 260) $GLOBALS['made'] = 'again';
        $x = @$GLOBALS['made'];
        if ($x === null) $missing++;
    }
    return "$missing $x";
}
function through(int $n) {
    $local = 5;
    $GLOBALS['bound'] = 1;
    for ($i = 0; $i < $n; $i++) {
        if ($i == 100) bind($local);
        $x = $GLOBALS['bound'];
        $local++;
    }
    return $x;
}
function bind(&$place) { global $bound; $GLOBALS['keep'] = &$place; }
function given() {
    $all = '';
    for ($i = 0; $i < 120; $i++) $all = func_num_args() . '/' . count(func_get_args());
    return $all;
}
function short($given) {
    $x = [];
    foreach ([[], [1], '', '0', 'a', 0, 0.0, null, false, new stdClass] as $at => $value) {
        $x[] = $value ?: "else$at";
    }
    $list = $given ?: 'none';
    return [count($x), is_array($list), is_array($x[1]), $x[2], $x[3], $x[4]];
}
function ternary(array $values, int $n) {
    $kept = 0;
    for ($i = 0; $i < $n; $i++) {
        $value = $values[$i % 4];
        $x = $value ?: null;
        if ($x !== null) $kept++;
    }
    return $kept;
}
echo read(300), ' ', vanishing(300), ' ', through(300), "\n";
for ($i = 0; $i < 20; $i++) $last = given() . given(1) . given(1, 2, 3);
echo $last, "\n";
for ($i = 0; $i < 200; $i++) $short = short($i % 2 ? [] : [1]);
var_dump($short, ternary([[], [1], [2], []], 300), ternary(['', '0', 'a', '00'], 300));
