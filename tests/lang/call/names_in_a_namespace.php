<?php
namespace N;

// A name without a namespace means the function of the namespace, or else the one outside: as it
// was when the place was reached first, also for builtins that take references.

function lengths(array $texts): array
{
    $all = [];
    foreach ($texts as $text) {
        $all[] = strlen($text) + count([$text, $text]);
        sort($texts);
        array_push($all, str_repeat('x', 2));
    }
    return $all;
}

print_r(lengths(['b', 'aa']));
eval('namespace N; function ucfirst($text) { return "own $text"; }');
for ($i = 0; $i < 3; $i++) {
    if ($i === 1) {
        eval('namespace N; function lcfirst($text) { return "own $text"; }');
    }
    echo ucfirst('a'), ' ', lcfirst('A'), ' ', strtoupper(strrev('ab')), "\n";
}
foreach ([1, 2] as $i) {
    try {
        echo strlen(), "\n";
    } catch (\Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
    try {
        echo missing($i), "\n";
    } catch (\Error $e) {
        echo $e->getMessage(), "\n";
    }
}

abstract class Base
{
    public static function make(...$args) { return static::class . ':' . self::own() . ':' . count($args); }
    private static function own() { return static::class; }
    public function instance() { return get_class($this) . (isset($this) ? '' : ' none'); }
    public static function __callStatic($name, $args) { return "$name of " . static::class; }
}
class One extends Base
{
    public function through() { return parent::make() . ' ' . self::make(1) . ' ' . static::make(1, 2) . ' ' . Base::make() . ' ' . Base::instance(); }
}
class Two extends One {}
foreach ([new One, new Two, new One] as $object) {
    echo $object->through(), ' ', One::make(), ' ', Two::make(), ' ', Two::other(), "\n";
}
for ($i = 0; $i < 2; $i++) {
    try {
        echo One::instance();
    } catch (\Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        echo Base::own(), "\n";
    } catch (\Error $e) {
        echo $e->getMessage(), "\n";
    }
}
