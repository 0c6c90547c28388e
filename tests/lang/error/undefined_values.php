<?php
// A variable without a value that is assigned to a member is complained about where it is stored.
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});

class Magic implements ArrayAccess
{
    public function offsetExists($key): bool { echo "<exists>"; return true; }
    public function offsetGet($key): mixed { echo "<get>"; return null; }
    public function offsetSet($key, $value): void { echo '<set ', var_export($value, true), '>'; }
    public function offsetUnset($key): void { }
}

class Typed
{
    public int $int = 1;
    public $any;
}

function tried(callable $run)
{
    try {
        echo json_encode($run()), "\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

tried(function () { $a = 5; $a[0] = $b; return $a; });
tried(function () { $a = 5; $a[0][1] = $b; return $a; });
tried(function () { $a = 5; $a[] = $b; return $a; });
tried(function () { $a = []; $a[] = $b; return $a; });
tried(function () { $a = []; $a[$k] = $b; return $a; });
tried(function () { $a = ['k' => 5]; $a['k']['l'] = $b; return $a; });
tried(function () { $a = false; $a[$k] = $b; return $a; });
tried(function () { $a = 'text'; $a[0] = $b; return $a; });
tried(function () { $a = 'text'; $a[$k] = $b; return $a; });
tried(function () { $a = 'text'; $a['x'] = $b; return $a; });
tried(function () { $a = 'text'; $a[0][] = $b; return $a; });
tried(function () { $a = null; $a->p = $b; return $a; });
tried(function () { $a = null; $a->p->q = $b; return $a; });
tried(function () { $a = new Magic(); $a[$k] = $b; return 1; });
tried(function () { $a = new Magic(); $a[1][2] = $b; return 1; });
tried(function () { $a = new Typed(); $a->any = $b; return $a; });
tried(function () { $a = new Typed(); $a->int = $b; return $a; });
tried(function () { $a = new Typed(); $a->any[$k][] = $b; return $a; });
tried(function () { $a[$i]->p ??= $a; return $a; });
tried(function () { $a->p = $a; return $a; });
tried(function () { $a[1] = $a; return $a; });
// A place that is bound to the variable makes it null once the path is there.
tried(function () { try { $o->next->p = &$s; } catch (Error $e) { echo $e->getMessage(), ' '; } return $s; });
tried(function () { $a = 5; try { $a[1] = &$s; } catch (Error $e) { echo $e->getMessage(), ' '; } return $s; });
tried(function () { $a = []; $a[1] = &$s; return [$a, $s]; });
tried(function () { $a = new Typed(); $a->any = &$s; return [$a, $s]; });
// Operators ask for the key of what is no array, assignments do not.
tried(function () { $a = 5; $a[$k] .= 'x'; return $a; });
tried(function () { $a = 5; $a[$k] = 'x'; return $a; });
tried(function () { $a = 5; $a[$k]++; return $a; });
tried(function () { $a = 5; return $a[$k]; });

function handler_changes_the_container()
{
    $a = 5;
    set_error_handler(function ($number, $message) use (&$a) {
        echo "<$message>";
        $a = [];
        return true;
    });
    tried(function () use (&$a) { $a = 5; $a[$k] .= 'x'; return $a; });
    tried(function () use (&$a) { $a = 5; return $a[$k]; });
    tried(function () use (&$a) { $a = [1, 2]; return $a[$k]; });
    tried(function () use (&$a) { $a = [[1, 2]]; return $a[$k]->p; });
    tried(function () use (&$a) { $a = [1, 2]; $a[$k] .= 'x'; return $a; });
    tried(function () use (&$a) { $a = [1, 2]; $a[] = $b; return $a; });
    tried(function () use (&$a) { $a = []; $x = null; $a[] = &$x; --$a[0][3]; return $x; });
}
handler_changes_the_container();

function handler_throws()
{
    foreach ([fn() => new Magic(), fn() => 0] as $key) {
        $a = 5;
        set_error_handler(function ($number, $message) use (&$a) {
            echo "<$message>";
            throw new Error($message);
        });
        unset($a);
        $o = $key();
        try {
            $a[$o][1]++;
        } catch (Error $e) {
            echo $e->getMessage(), ' ', $e->getPrevious()?->getMessage(), "\n";
        }
        restore_error_handler();
        var_dump($a);
    }
}
handler_throws();
