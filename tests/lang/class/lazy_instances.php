<?php
// Sites that ask for classes, constants and static methods by name, of lazy objects too.

interface Named { const KIND = 'named'; public static function make(): static; }
class Plain implements Named {
    const KIND = parent_kind . '+plain';
    public int $n = 1;
    public static function make(): static { return new static; }
    public static function late() { return static::class; }
    public static function forwarded() { return self::late(); }
}
class Below extends Plain { public static function forwarded() { return parent::forwarded() . '!'; } }
const parent_kind = 'kind';

function look($value) {
    $out = [];
    if ($value instanceof Named) $out[] = 'named';
    if (!$value instanceof Below) $out[] = 'not below';
    $out[] = $value instanceof Plain ? 'plain' : 'none';
    if ($value instanceof Nowhere) $out[] = 'nowhere';
    return implode(' ', $out);
}
$ghost = (new ReflectionClass('Plain'))->newLazyGhost(function ($object) { echo 'never'; });
$proxy = (new ReflectionClass('Below'))->newLazyProxy(fn() => new Below);
for ($i = 0; $i < 2; $i++) {
    foreach ([new Plain, $ghost, $proxy, new ArrayObject, Below::make(), 5, null] as $value) {
        echo look($value), "\n";
    }
    echo Plain::KIND, ' ', Named::KIND, ' ', Below::KIND, ' ', Plain::late(), ' ', Below::late(), ' ', Below::forwarded(), "\n";
}
class_alias('Below', 'Other');
for ($i = 0; $i < 2; $i++) {
    echo Other::late(), ' ', Other::KIND, ' ', get_class(Other::make()), ' ', look(new Other), "\n";
}
function dynamic($object, $name) { return isset($object->$name) ? $object->$name : 'no'; }
class Hidden { public $a = 'a'; private $b = 'b'; protected $c = 'c'; public function see($name) { return $this->$name ?? 'no'; } }
for ($i = 0; $i < 2; $i++) {
    foreach (['a', 'b', 'c', 'd'] as $name) {
        echo dynamic(new Hidden, $name), (new Hidden)->see($name), ' ';
    }
    echo dynamic(new Plain, 'n'), dynamic((object) ['n' => 'dynamic'], 'n'), "\n";
}
