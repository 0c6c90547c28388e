<?php
// Every instruction that can stand in a function, again and again: dispatch.php SCRIPT TURNS. The
// functions are those of the script, whose own output is dropped. A handler that leaves something
// on the native stack overflows a small one.
[, $script, $turns] = $argv;
$argv = [$script, '3'];
ob_start(fn() => '');
include $script;

function run(int $turns): int
{
    $object = new Derived;
    $sum = 0;
    for ($i = 0; $i < $turns; $i++) {
        numbers($i, 4);
        names();
        globals();
        statics_again('Derived');
        $object->hooked = $i;
        $sum += $object->hooked + branches('c') + branches($i) + strlen(defaults($i)) + declared_late();
        $sum += $object->same($object->fresh()[2]) ? 1 : 0;
        $name = 'who';
        $sum += strlen($object->$name() . Derived::name() . $object::NAME);
        $list = ['p' => 1, 'q' => 2];
        foreach (by_reference($list) as &$value) if (is_int($value)) $value *= 2;
        unset($value);
        foreach (outer() as $key => $value) $sum += strlen($value . $key);
        $sum += typed($i) + strlen(change($list['q']));
        try { never(); } catch (Throwable $e) { $sum += strlen($e->getMessage()); }
        $sum += match (true) { $i < 10 => 1, $i < 100 => 2, default => 3 };
        ob_clean();
    }
    return $sum;
}

function statics_again($class)
{
    $p = 'list';
    $class::$$p = ['a' => 1];
    $class::$$p['b'] = 2;
    Base::$list['b']++;
    return isset($class::$$p['b']) && !empty(Base::$list) ? count($class::$list) : 0;
}

$sum = run((int) $turns);
ob_end_clean();
echo $sum, "\n";
