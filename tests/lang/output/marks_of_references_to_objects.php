<?php
// The mark of a reference stands behind what __debugInfo() prints.
class Loud
{
    public function __debugInfo() { echo '<debug>'; return ['k' => 1]; }
}
enum Kind { case One; }

$all = [new Loud, Kind::One, [1]];
$one = &$all[0];
$two = &$all[1];
$three = &$all[2];
$all[3] = &$all;
ob_start();
var_dump($all);
echo preg_replace('/#\d+/', '#', ob_get_clean());
