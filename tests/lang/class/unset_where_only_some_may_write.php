<?php
class Once {
    public private(set) int $own = 1;
    public protected(set) int $family = 1;
    public function clear(): void {
        unset($this->own, $this->family);
    }
}
class Heir extends Once {
    public function __unset($name) {
        echo "asked to unset $name\n";
        unset($this->$name);
    }
}
function attempt(callable $do): void {
    try {
        $do();
        echo "done\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach ([new Once, new Heir] as $object) {
    attempt(function () use ($object) { unset($object->own); });
    $object->clear();
    attempt(function () use ($object) { unset($object->own); });
    attempt(function () use ($object) { unset($object->family); });
    attempt(function () use ($object) { $object->own = 2; });
}

class Open {
    public readonly int $usual;
    public public(set) readonly int $open;
    public public(set) int $plain = 1;
}
$open = new Open;
attempt(function () use ($open) { $open->usual = 1; });
attempt(function () use ($open) { $open->open = 1; });
attempt(function () use ($open) { $open->open = 2; });
attempt(function () use ($open) { $open->plain = 2; });
var_dump($open);
foreach (["usual", "open", "plain"] as $name) {
    $property = new ReflectionProperty('Open', $name);
    var_dump(Reflection::getModifierNames($property->getModifiers()));
}
