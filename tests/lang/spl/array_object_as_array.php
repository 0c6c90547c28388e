<?php
// An ArrayObject as an array is what it holds, in casts, JSON and exports; its own properties only if it is
// told so. It has no magic methods that scripts can see.
class Own extends ArrayObject { public $own = 1; private $hidden = 2; function last_() {} }
$objects = [
    new ArrayObject(['a' => 1]), new ArrayIterator([1, 2]), new ArrayObject(new ArrayObject([7])),
    new ArrayObject((object) ['z' => 1]), new Own(['k' => 'v']), new Own([5], ArrayObject::STD_PROP_LIST),
];
foreach ($objects as $object) {
    echo count((array) $object), ' ', json_encode(array_values((array) $object)), ' ', json_encode($object), "\n";
    var_dump(empty((array) $object), get_object_vars($object));
}
var_export($objects[4]);
echo "\n";
foreach (['__get', '__set', '__isset', '__unset', '__debugInfo', 'kept_', 'last_'] as $method) {
    var_dump(method_exists('Own', $method), (new ReflectionClass('Own'))->hasMethod($method));
}
foreach (['kept_', '__get', 'last_', 'count'] as $method) {
    var_dump(in_array($method, get_class_methods('Own')));
}
