<?php
interface I1 extends Countable {} interface I2 extends I1, IteratorAggregate {} 
class A extends ArrayIterator {} class B extends ArrayIterator implements I1 {} class C extends B implements JsonSerializable { function jsonSerialize(): mixed { return 0; } } class D extends C {}
abstract class F implements I2, ArrayAccess {} abstract class G extends F {} abstract class H extends G implements I1, Stringable {}
class X extends InvalidArgumentException {} class Y extends X implements I1 { function count(): int { return 0; } }
interface I3 extends SeekableIterator, Stringable {} abstract class K implements I3 {}
enum EE: int implements I1 { case A = 1; function count(): int { return 0; } }
foreach (['A','B','C','D','F','G','H','X','Y','I1','I2','I3','K','EE'] as $c) { echo $c, ': ', implode(',', (new ReflectionClass($c))->getInterfaceNames()), ' | ', implode(',', class_implements($c)), "\n"; }
// Those of the engine have `Stringable` with their methods, and what they inherit turned round.
foreach (['Exception', 'ErrorException', 'LogicException', 'InvalidArgumentException', 'Error', 'TypeError', 'ArgumentCountError', 'ArrayIterator', 'ArrayObject',
    'SplObjectStorage', 'CachingIterator', 'RecursiveCachingIterator', 'RecursiveArrayIterator', 'SplFileObject', 'ReflectionMethod', 'PropertyHookType',
    'RecursiveDirectoryIterator', 'SplMaxHeap', 'WeakMap', 'Generator', 'DatePeriod'] as $class) {
    $properties = array_map(fn ($property) => $property->class . '::' . $property->name, (new ReflectionClass($class))->getProperties());
    echo $class, ': ', implode(',', class_implements($class)), ' | ', implode(',', $properties), "\n";
}
class Mine extends ErrorException { public $own; protected $message = 'mine'; }
foreach ((new ReflectionClass('Mine'))->getProperties() as $property) echo $property->class, '::', $property->name, "\n";
