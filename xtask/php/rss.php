<?php
// Does one thing many times, each time with another name: rss.php CASE COUNT. `tenth` is printed
// after a tenth of the turns and `end` behind the last: whoever reads them looks at the process.

enum Suit: string
{
    case Hearts = 'H';
}

function with_default(array $list = [1, 2], array $named = ['a' => [3]]): int { return count($list); }

class Magic
{
    const C = ['constant' => [1, 2]];
    public function with_default($list = [self::class, 1], $other = [4, 5]): int { return count($other); }
    public function __get($name) { return 1; }
    public function __call($name, $arguments) { return 1; }
    public static function __callStatic($name, $arguments) { return 1; }
}

function quietly(callable $call): void
{
    try {
        $call();
    } catch (Throwable) {
    }
}

$magic = new Magic;
$plain = new stdClass;
$cases = [
    'eval' => fn($i) => eval("return $i + 1;"),
    'eval of a variable' => fn($i) => eval("\$value = $i; return [\$value, -\$value];"),
    'eval of a string' => fn($i) => eval("return strlen('text $i and more');"),
    'eval of an array' => fn($i) => eval("return count([$i, 'a' => $i]);"),
    'eval of a keyed array' => fn($i) => eval("\$v = $i; return ['key_$i' => \$v];"),
    'eval of a switch' => fn($i) => eval("switch (\$i) { case 'a$i': case 'b$i': return 1; default: return 2; }"),
    'eval of a key' => fn($i) => eval("\$a = []; return \$a['element_$i'] ?? 0;"),
    'eval of a name' => fn($i) => eval("\$named_$i = 1; return \$named_$i;"),
    'eval of names that miss' => fn($i) => eval("return defined('X') && MISSING_$i || \$i instanceof Missing$i;"),
    'eval of a constant' => fn($i) => quietly(fn() => eval("return MISSED_$i;")),
    'eval of a class constant' => fn($i) => quietly(fn() => eval("return Missed$i::C;")),
    'eval of a call' => fn($i) => quietly(fn() => eval("return missed_$i();")),
    'eval of a method call' => function ($i) use ($magic) { return eval("return \$magic->method_$i();"); },
    'eval of a property' => function ($i) use ($magic) { return eval("return \$magic->property_$i;"); },
    'eval of a default' => fn($i) => (eval("return function(\$x = ['default $i', [$i]]) { return \$x; };"))(),
    'eval of const' => fn($i) => eval("const EVALUATED_$i = $i;"),
    'eval of a closure' => fn($i) => (eval("return function(\$x) { return \$x + $i; };"))(1),
    'eval of a generator' => fn($i) => iterator_to_array(eval("return (function() { yield $i; })();")),
    'eval of a loop' => fn($i) => eval("\$s = $i; for (\$k = 0; \$k < 3; \$k++) \$s += \$k; return \$s;"),
    'eval that fails' => fn($i) => quietly(fn() => eval("return $i +;")),
    'eval that throws' => fn($i) => quietly(fn() => eval("throw new Exception('$i');")),
    'function_exists' => fn($i) => function_exists("none_$i"),
    'class_exists' => fn($i) => class_exists("None$i"),
    'interface_exists' => fn($i) => interface_exists("NoneI$i") || enum_exists("NoneE$i"),
    'method_exists' => fn($i) => method_exists('Magic', "none$i"),
    'property_exists' => fn($i) => property_exists('Magic', "none$i"),
    'is_callable' => fn($i) => is_callable("nothing_$i") || is_callable("NoneC$i::f"),
    'is_callable of a method' => fn($i) => is_callable([new ArrayObject, "none$i"]),
    'is_a' => fn($i) => is_a("NoneA$i", "NoneB$i", true) || is_subclass_of("NoneC$i", "NoneD$i"),
    'define' => fn($i) => define("DEFINED_$i", $i),
    'define and read' => fn($i) => define("READ_$i", "text") && constant("READ_$i"),
    'defined' => fn($i) => defined("NONE_$i"),
    'defined of a class' => fn($i) => defined("Magic::NONE_$i"),
    'constant' => fn($i) => quietly(fn() => constant("NOT_$i")),
    'constant of a class' => fn($i) => quietly(fn() => Magic::{"NOT_$i"}),
    'function by name' => function ($i) { $f = "unknown_$i"; quietly(fn() => $f()); },
    'call_user_func' => fn($i) => quietly(fn() => call_user_func("unknown2_$i")),
    'named argument' => fn($i) => quietly(fn() => call_user_func_array('strlen', ["name_$i" => 1])),
    'method by name' => function ($i) use ($magic) { $f = "method_$i"; $magic->$f(); },
    'static method by name' => function ($i) { $f = "static_$i"; Magic::$f(); },
    'method that is missing' => function ($i) use ($plain) { $f = "m_$i"; quietly(fn() => $plain->$f()); },
    'new' => function ($i) { $f = "Absent$i"; quietly(fn() => new $f); },
    'instanceof' => function ($i) use ($magic) { $f = "AbsentI$i"; return $magic instanceof $f; },
    'property that is magic' => function ($i) use ($magic) { $p = "p_$i"; return $magic->$p; },
    'property that is missing' => function ($i) use ($plain) { $p = "q_$i"; return isset($plain->$p); },
    'property set and unset' => function ($i) { $o = new stdClass; $p = "r_$i"; $o->$p = 1; unset($o->$p); },
    'static property' => function ($i) { $p = "s_$i"; quietly(fn() => Magic::$$p); },
    'variable by name' => function ($i) { $v = "v_$i"; $$v = 1; return isset($$v); },
    'extract' => fn($i) => extract(["x_$i" => 1]),
    'compact' => fn($i) => @compact("y_$i"),
    'global' => fn($i) => $GLOBALS["g_$i"] ?? 0,
    'global set and unset' => function ($i) { $GLOBALS["h_$i"] = 1; unset($GLOBALS["h_$i"]); },
    'keys of arrays' => function ($i) { $a = ["k_$i" => 1]; return $a["l_$i"] ?? 0; },
    'object of an array' => fn($i) => (array) (object) ["o_$i" => 1],
    'json_decode' => fn($i) => json_decode("{\"j_$i\": 1}"),
    'unserialize' => fn($i) => @unserialize(sprintf('O:9:"No%07d":0:{}', $i)),
    'include' => fn($i) => @include "/nonexistent/$i.php",
    'reflection' => fn($i) => quietly(fn() => new ReflectionClass("AbsentR$i")),
    'reflection of a function' => fn($i) => quietly(fn() => new ReflectionFunction("absent_r_$i")),
    'strings' => fn($i) => [ucfirst("ab$i"), strtolower("AB$i"), "$i" . 'x', substr("abc$i", 1)],
    'ini_get' => fn($i) => ini_get("no.setting$i"),
    'ini_set' => fn($i) => ini_set("no.setting$i", 'x'),
    'default array' => fn($i) => with_default() + $magic->with_default(),
    'autoload' => function ($i) {
        static $loader = spl_autoload_register(function ($class) {});
        return class_exists("Unloaded$i");
    },
    'try an enum' => fn($i) => Suit::tryFrom("suit$i"),
    'preg_match' => fn($i) => preg_match("/x$i/", 'x'),
    'closure' => fn($i) => (function () use ($i) { return $i; })(),
    'exception' => fn($i) => quietly(fn() => throw new Exception("e$i")),
    'cycle' => function ($i) { $o = new stdClass; $o->self = $o; $o->text = "c$i"; },
    'fiber' => function ($i) { $f = new Fiber(fn() => Fiber::suspend($i)); $f->start(); $f->resume(); },
];
if ($argc < 3) {
    echo implode("\n", array_keys($cases)), "\n";
    exit;
}
[, $case, $count] = $argv;
$do = $cases[$case];
for ($i = 0; $i < $count / 10; $i++) $do($i);
echo "tenth\n";
flush();
for (; $i < $count; $i++) $do($i);
echo "end\n";
flush();
for ($until = microtime(true) + 0.2; microtime(true) < $until;);
