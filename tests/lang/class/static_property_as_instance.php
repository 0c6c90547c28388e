<?php
// Every access to a static property as one of an object says so, once.
#[AllowDynamicProperties]
class Plain
{
    public static $s = 1;
    public $p;
}

function pass(&$x)
{
}

set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
function tried($code, callable $run)
{
    echo $code, ' ';
    $o = new Plain();
    try {
        $run($o);
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage();
    }
    echo json_encode($o), "\n";
}
$n = 's';
tried('&', function ($o) { $r = &$o->s; });
tried('& by name', function ($o) use ($n) { $r = &$o->$n; });
tried('=', function ($o) { $o->s = 1; });
tried('= twice', function ($o) { $o->s = 1; $o->s = 2; });
tried('+=', function ($o) { $o->s += 1; });
tried('++', function ($o) { $o->s++; });
tried('[]', function ($o) { $o->s[] = 1; });
tried('[]+=', function ($o) { $o->s[] += 1; });
tried('->', function ($o) { $o->s->x = 1; });
tried('read', function ($o) { var_dump($o->s); });
tried('isset', function ($o) { var_dump(isset($o->s)); });
tried('unset', function ($o) { unset($o->s); });
tried('??=', function ($o) { $o->s ??= 2; });
tried('pass', function ($o) { pass($o->s); });
tried('foreach', function ($o) { foreach ([1] as $o->s) { } });
tried('list', function ($o) { [$o->s] = [1]; });
tried('= &', function ($o) use ($n) { $o->s = &$n; });
