<?php
// What is evaluated in the same place again declares other anonymous classes.
class Base {}
interface One { function one(); }
interface Two { function two(); }
foreach (['$x = 1', '$y = 2', '$x = 1'] as $body) {
    $made[] = eval("return new class extends Base { public $body; };");
}
foreach ($made as $object) {
    var_dump(get_class($object) === get_class($made[0]), strstr(get_class($object), "\0", true));
    print_r(get_object_vars($object));
}
foreach (['One' => 'one', 'Two' => 'two'] as $interface => $method) {
    $object = eval("return new class implements $interface { function $method() { return '$method'; } };");
    var_dump($object->$method());
}
$maker = eval('return fn() => new class {};');
var_dump(get_class($maker()) === get_class($maker()));
