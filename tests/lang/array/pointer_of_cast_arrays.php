<?php
// Casts between arrays of names and objects of nobody's class share the array and its internal pointer.
$array = ['a' => 1, 'b' => 2];
foreach ($array as &$value) {
}
unset($value);
next($array);
$array = (array) (object) $array;
echo json_encode(key($array)), "\n";
while (key($array) !== null) {
    next($array);
}
$array = (array) (object) $array;
echo json_encode(key($array)), "\n";

$value = 1;
$array = ['a' => &$value, 'b' => 2];
$object = (object) $array;
$copy = (array) $object;
$copy['a'] = 'changed';
$array['b'] = 'own';
unset($value);
$object->a = 'again';
var_dump($array, $object, $copy);

$array = ['a' => 1, 'b' => 2];
foreach ($array as &$value) {
}
unset($value);
$object = (object) $array;
$object->a = 'changed';
var_dump($array, $object);

$array = ['a' => 1, 'b' => 2];
foreach ($array as &$value) {
}
unset($value);
while (key($array) !== null) {
    next($array);
}
$array = (array) (object) $array;
echo json_encode(key($array)), "\n";
