<?php
// What `__get` gives is not checked against the type of the property when it only is to be bound.
class Magic
{
    public int $i = 1;
    public $u;

    public function __get($name)
    {
        echo "<get $name>";
        return 'x';
    }
}

set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
function tried(callable $run)
{
    $o = new Magic();
    unset($o->i, $o->u);
    try {
        $run($o);
        echo "\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
tried(function ($o) { $o->i = &$z; });
tried(function ($o) { $z = &$o->i; });
tried(function ($o) { $o->i[] = 1; });
tried(function ($o) { $o->i++; });
tried(function ($o) { $x = $o->i; });
tried(function ($o) { $o->u = &$z; });
tried(function ($o) { foreach ([1] as $o->i) { } });
