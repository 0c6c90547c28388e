<?php
// Methods of scripts whose names end in `_` are methods like others.

class Plain
{
    public $a = 1;
    public function cloned_($from) { echo "cloned_\n"; }
    public function construct_() { echo "construct_\n"; }
    public function uncloneable_() {}
    public function shown_() { return ['shown']; }
    public function compare_($other) { return 1; }
    public function order_($other) { return 1; }
    public function operate_($operator, $other) { return 1; }
    public function array_() { return ['array']; }
    public function cast_($type) { return 5; }
    public function each_() { yield 1; }
    public function eachref_() { yield 1; }
    public function vars_() { return ['vars']; }
    public function props_() { return ['props']; }
    public function offset_() { return 1; }
}

$one = new Plain;
$other = clone $one;
var_dump($other, $one == $other, (array) $one, get_object_vars($one));
foreach ($one as $name => &$value) {
    var_dump($name, $value);
}
unset($value);
foreach ([fn () => $one + 1, fn () => $one[0]] as $ask) {
    try {
        var_dump($ask());
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
