<?php
// Declared types whose objects are told by their class: callables, iterables and unions.

interface Shape {}
interface Named {}
class Circle implements Shape { public function __invoke() { return 'called'; } }
class Square implements Shape, Named {}
class Other { public function method() {} }

function call(callable $f) { return is_object($f) ? get_class($f) : (is_string($f) ? $f : 'array'); }
function maybe(?callable $f = null) { return $f === null ? 'null' : 'callable'; }
function each(iterable $all) { return is_array($all) ? 'array' : get_class($all); }
function either(Shape|string|null $x) { return get_debug_type($x); }
function both(Shape&Named $x) { return get_class($x); }
function mixedUp((Shape&Named)|array|int $x) { return get_debug_type($x); }
function widened(float $x, ?float $y = null, float|string $z = 1, int|float $n = 2): float { var_dump($x, $y, $z, $n); return $x === 3.0 ? 3 : $x; }
function back(mixed $x): Shape|bool|callable { return $x; }
function backIterable(mixed $x): iterable|float { return $x; }
class Late { public function same(mixed $x): static|string { return $x; } public function own(mixed $x): self|array { return $x; } }
class Later extends Late {}

$values = [
    'closure' => fn() => 1, 'circle' => new Circle, 'square' => new Square, 'other' => new Other, 'strlen' => 'strlen', 'none' => 'no such', 'pair' => [new Other, 'method'],
    'wrong pair' => [new Other, 'none'], 'list' => [1], 'iterator' => new ArrayIterator([]), 'generator' => (function () { yield 1; })(), 'null' => null, 'int' => 3, 'float' => 2.0, 'true' => true, 'false' => false,
];
for ($turn = 0; $turn < 2; $turn++) {
    foreach ($values as $name => $value) {
        echo $name, ':';
        foreach (['call', 'maybe', 'each', 'either', 'both', 'mixedUp'] as $func) {
            try { echo ' ', $func($value); } catch (TypeError $e) { echo ' ', preg_replace('/, called.*|^.*must be/', '', $e->getMessage()); }
        }
        foreach (['back', 'backIterable'] as $func) {
            try { echo ' ', get_debug_type($func($value)); } catch (TypeError $e) { echo ' ', preg_replace('/^.*must be/', '', $e->getMessage()); }
        }
        echo "\n";
    }
    var_dump(widened(3), widened(2, 4, 5, 6), widened('7', 8.5, 'z', 9.5));
    foreach ([new Late, new Later] as $late) {
        foreach ([new Late, new Later, 'text', [1]] as $value) {
            foreach (['same', 'own'] as $method) {
                try { echo get_debug_type($late->$method($value)), ' '; } catch (TypeError $e) { echo preg_replace('/^.*must be/', '', $e->getMessage()), ' '; }
            }
        }
        echo "\n";
    }
}
