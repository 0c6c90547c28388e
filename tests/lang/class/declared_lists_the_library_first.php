<?php
// What is declared by name comes after the library, whatever of that was used before; other names
// stand where they were given.
class_alias('ArrayObject', 'Zed');
class Own {}
class_alias('Own', 'Other');
interface Face {}
trait Part {}
new SplObjectStorage();
$all = get_declared_classes();
var_dump(array_slice($all, -3));
var_dump(in_array('SplObjectStorage', $all, true), in_array('ArrayIterator', $all, true));
var_dump(in_array('Countable', $all, true), in_array('SplFixedArray', $all, true));
var_dump(count($all) === count(array_unique($all)));
var_dump($all === get_declared_classes());
$interfaces = get_declared_interfaces();
var_dump(end($interfaces), in_array('Countable', $interfaces, true));
var_dump(get_declared_traits());
eval('class Late {}');
var_dump(array_diff(get_declared_classes(), $all) === [count($all) => 'Late']);
