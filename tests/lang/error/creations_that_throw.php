<?php
// A property whose creation a handler refuses by throwing is made, and operators but `.=` and `--`
// are applied.
class Plain
{
}

set_error_handler(function ($number, $message) {
    echo "<$message>";
    throw new Exception('thrown');
});
function tried(callable $run)
{
    $o = new Plain();
    try {
        $run($o);
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), ' ';
    }
    var_dump($o);
}
tried(function ($o) { $o->k++; });
tried(function ($o) { ++$o->k; });
tried(function ($o) { $o->k--; });
tried(function ($o) { $o->k += 1; });
tried(function ($o) { $o->k -= []; });
tried(function ($o) { $o->k .= 'a'; });
tried(function ($o) { $o->k[] = 1; });
tried(function ($o) { $o->k = 1; });
tried(function ($o) { $o->k ??= 1; });
tried(function ($o) { $r = &$o->k; });
tried(function ($o) { $o->k->l = 1; });
