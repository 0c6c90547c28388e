<?php
// A loop by reference begins anew with each object that replaces the last one, also where the new one
// lies where that was.

class Plain
{
    public $p = 1;
    public $q = 2;
}

$a = [1, 2, 3];
$turns = 0;
foreach ($a as $key => &$value) {
    echo $key, ' ';
    if (++$turns > 6) {
        break;
    }
    $a = new Plain;
}
unset($value);
echo "\n";

$turns = 0;
$a = new Plain;
foreach ($a as $key => &$value) {
    echo $key, ' ';
    if (++$turns === 2) {
        unset($value);
        $a = null;
        $a = new Plain;
    }
}
echo "\n";
