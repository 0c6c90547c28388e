<?php
// References that expressions give are read when they are used.

function &shared(&$value) { return $value; }

$b = 1;
echo (($a = &$b) + ($b = 5)), ' ', (shared($b) . ($b = 7)), "\n";

$list = [10, 20, 30];
$i = 0;
$list[shared($i)] = ($i = 2);
echo json_encode($list), "\n";

$key = 'a';
echo json_encode([shared($key) => ($key = 'z')]), "\n";

$x = [1];
switch (shared($x)) {
    case ($x = 5) . '': echo "read late\n"; break;
    default: echo "read early\n";
}

$y = 3;
[$y, $z] = ($w = &$y);
var_dump($y, $z);

$f = function &() use (&$y) { return $y; };
function two($one, $two) { echo json_encode($one), json_encode($two), "\n"; }
$y = 5;
two($f(), ($y++));

try {
    $null = null;
    $null[$null] = 1;
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}

$o = new ArrayObject;
$name = 'count';
echo $o->{$name . ''}(), "\n";

foreach ($undefined as $k => &$v) {}
var_dump(isset($undefined, $$nothing));
$undefined;
