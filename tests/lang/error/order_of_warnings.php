<?php
// The order in which warnings and destructors come.
class Mortal
{
    public function __destruct() { echo "destroyed\n"; }
}
set_error_handler(function ($level, $message) {
    echo $message, "\n";
    $GLOBALS['o'] = null;
    return true;
});

$array = [[]];
unset($s);
echo "{$array[0]}{$s}", "\n";
echo "$array[0]$s", "\n";
echo "$s{$array[0]}", "\n";

$o = new Mortal;
$o->none['key'];

$array = [];
var_dump(isset($array[1][$s]), empty($array[1][2][$s]), $array['k'][$s] ?? 'none');

// Properties that were unset.
class Got
{
    public $p = 1;
    public function __get($name) { echo "get $name\n"; return 'got'; }
}
class Plain
{
    public $p = 1;
}
$o = null;
$plain = new Plain;
unset($plain->p);
--$plain->p[0];
var_dump($plain);
$got = new Got;
unset($got->p);
try {
    unset($got->p['k']);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

// A variable on the right is read behind the conversion of what stands on the left.
class Text
{
    public function __toString(): string { $GLOBALS['i']++; return 'text'; }
}
$i = 1;
$text = new Text;
echo $text . $i, ' ', (clone $text) . $i, ' ', "$text$i", "\n";
$one = 1;
echo $text . ($one ?? $i), ' ', $text . ($none ?? $i), ' ', $text . ($one ? $one : $i), "\n";
$array = [];
$alias = &$array;
$array[2]['k'] = ($array ?? $alias);
echo json_encode($array), "\n";
