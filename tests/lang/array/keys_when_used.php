<?php
// Keys that are variables are read, and complained about, when their step is made.

class Box implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { throw new Exception('no ' . json_encode($key)); }
    public function offsetSet($key, $value): void { echo 'set ', json_encode($key), "\n"; }
    public function offsetUnset($key): void { echo 'unset ', json_encode($key), "\n"; }
}

$hook = null;
set_error_handler(function ($level, $message) use (&$hook) {
    echo "  $message\n";
    if ($hook) $hook();
    return true;
});

function tried(callable $body): void
{
    try {
        echo json_encode($body()), "\n";
    } catch (Throwable $thrown) {
        echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
        if ($before = $thrown->getPrevious()) echo '  after ', $before->getMessage(), "\n";
    }
}

// Undefined variables.
tried(function () { $a = 5; $a[$s] = 1; return $a; });
tried(function () { $a = 5; $a[1][$s]++; return $a; });
tried(function () { $a = 'text'; return $a[$s]; });
tried(function () { $a = [1]; return [$a[$s] ?? 'none', isset($a[$s]), empty($b[$s])]; });
tried(function () { return $b[$s][$t]; });
tried(function () { return $b[$s][$t] ?? 'none'; });
tried(function () { $a = 5; return $a?->p[$s]; });
tried(function () { unset($b[$s]); return $b; });
tried(function () { unset($b[1][$s]); return $b; });
tried(function () { $a = 5; unset($a[$s]); });
tried(function () { $b[$s][$t] = 1; return $b; });
tried(function () { $a = new Box; $a[$s] = 1; unset($a[$s]); return isset($a[$s]); });
tried(function () { $a = 'text'; $a[$s] = 'b'; return $a; });
tried(function () { $a = 'text'; $a[$s][1] = 'b'; return $a; });
tried(function () { --$a; return $a; });

// A handler changes the key of a later step.
tried(function () use (&$hook) {
    $i = 0;
    $hook = function () use (&$i) { $i++; };
    $s = 'k';
    return [$s[$i + 1] . $i, @$s[$i][$i]];
});
tried(function () use (&$hook) {
    $i = 0;
    $hook = function () use (&$i) { $i++; };
    try {
        $o[$i][$o]++;
    } finally {
        echo json_encode($o), "\n";
    }
});
// A handler frees the object whose array is written.
tried(function () use (&$hook) {
    $o = (object) ['list' => []];
    $hook = function () use (&$o) { $o = null; };
    return [$o->list[2] .= 'x', $o];
});
// The string is gone when its new byte is there.
tried(function () use (&$hook) {
    $a = '50';
    $hook = function () use (&$a) { $a = 0; };
    return [$a[1] = 'xy', $a];
});
tried(function () use (&$hook) {
    $a = 'k';
    $hook = function () use (&$a) { $a = 'k'; };
    return [$a[2] = 'xy', $a];
});
// What throws before something is refused is its reason.
tried(function () use (&$hook) {
    $hook = function () { throw new Exception('thrown'); };
    return max(...$s);
});
tried(function () use (&$hook) {
    $hook = function () { throw new Exception('thrown'); };
    try {
        --$a;
    } finally {
        var_dump($a);
    }
});
$hook = null;
tried(function () { $a = new Box; $a['k'] .= 'x'; });
// A key that a function returns by reference has the value that it has then.
tried(function () {
    $f = function &() use (&$a) { return $a; };
    return $a[$f()][1] ??= 0;
});
// `finally` changes what is returned by way of a reference.
tried(function () {
    $a = [];
    try {
        return [&$b, $c] = $a;
    } finally {
        $a = ['later'];
    }
});
// What `__get` gives for a typed property that was unset.
class Typed
{
    public int $i = 1;
    public function __get($name) { return 'text'; }
}
tried(function () { $o = new Typed; unset($o->i); $r = &$o->i; return $r; });
// No object is asked twice.
class Asked
{
    public function __get($name) { echo "get $name\n"; return 5; }
}
tried(function () { $o = new Asked; $o->k->p .= 'x'; });
