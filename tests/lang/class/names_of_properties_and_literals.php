<?php
#[Attribute(Attribute::TARGET_ALL)]
class Of {
    public function __construct(public string $name) {}
}
class Named {
    #[Of(__PROPERTY__)]
    public $first = __PROPERTY__, $other = __PROPERTY__;
    #[Of(__PROPERTY__)]
    public $second = __PROPERTY__ {
        #[Of(__PROPERTY__)]
        get {
            $inner = new class {
                public $third = __PROPERTY__;
                public function get($name = __PROPERTY__) { return "$name, $this->third"; }
            };
            return $this->second . __PROPERTY__ . (fn() => __PROPERTY__)() . $inner->get();
        }
        set (#[Of(__PROPERTY__)] $value) {}
    }
}
$object = new Named;
var_dump($object->first, $object->other, $object->second);
foreach (['first', 'other', 'second'] as $name) {
    $property = new ReflectionProperty('Named', $name);
    var_dump($property->getAttributes()[0]->newInstance()->name);
}
var_dump($property->getHook(PropertyHookType::Get)->getAttributes()[0]->getArguments());
var_dump($property->getHook(PropertyHookType::Set)->getParameters()[0]->getAttributes()[0]->getArguments());
var_dump(("Na" . "med")::class, ('a')::class);

class Looked {
    public $direct { get => $this->direct; }
    public $arrow { get => fn() => $this->arrow; }
    public $closure { get => function () { return $this->closure; }; }
    public $set { set => 1; }
}
foreach ((new ReflectionClass('Looked'))->getProperties() as $property) {
    echo $property->name, $property->isVirtual() ? ' is virtual' : ' is not', "\n";
}
