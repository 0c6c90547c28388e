<?php
$given = function ($a = 'a', $b = 'b', $c = 'c') {
    echo "$a, $b, $c\n";
};
$rest = function (...$all) {
    var_dump($all);
};
$given->__invoke('A', c: 'C');
$rest->__invoke('A', c: 'C');
$given->call(new class {}, 'A', c: 'C');
$rest->call(new class {}, 'A', c: 'C');
class Magic {
    public function __call($name, $args) {
        echo strlen($name), ': ', json_encode($args), "\n";
    }
    public static function __callStatic($name, $args) {
        echo strlen($name), ': ', json_encode($args), "\n";
    }
}
$magic = new Magic;
call_user_func_array([$magic, 'any'], [1, 'n' => 2]);
try {
    call_user_func_array([$magic, 'any'], ['n' => 2, 1]);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
foreach (["\0", "ab\0c"] as $name) {
    $magic->$name(1);
    Magic::$name(1);
}
$anonymous = new class {
    public function take(int $n): self {
        return $n ? $this : new stdClass;
    }
};
foreach (['many', 0] as $n) {
    try {
        $anonymous->take($n);
    } catch (TypeError $e) {
        echo explode(' must', $e->getMessage())[0], "\n";
    }
}
try {
    constant('::');
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
spl_autoload_register($loader = function ($class) {
    echo "asked for $class\n";
});
try {
    unset(Unknown::$property);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
spl_autoload_unregister($loader);
class Counted {
    public function up() { ++$this; }
    public function down() { return $this--; }
}
foreach (['up', 'down'] as $way) {
    try {
        (new Counted)->$way();
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
