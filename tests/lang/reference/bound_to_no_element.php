<?php
// A variable without a value that is bound to an element of an object has null, whatever comes of it.
class Offsets implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed
    {
        if ($key === 'throws') {
            throw new Exception('no element');
        }
        return [1];
    }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}

function tried(callable $run)
{
    try {
        echo json_encode($run()), "\n";
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}

set_error_handler(function ($number, $message) { echo "<$message> "; return true; });
$o = new Offsets;
tried(function () use ($o) { try { $o[1] = &$a; } finally { echo json_encode(get_defined_vars()['a'] ?? 'none'), ' '; var_dump($a); } });
tried(function () use ($o) { try { $o['throws'] = &$a; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
tried(function () use ($o) { try { $o[1][0] = &$a; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
tried(function () use ($o) { try { $o[] = &$a; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
tried(function () { $o = new ArrayObject; try { $o['k'] = &$a; $a = 5; return $o; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
tried(function () { $o = new ArrayObject; try { $o[] = &$a; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
tried(function () { $o = 'text'; try { $o[0] = &$a; } finally { var_dump(array_key_exists('a', get_defined_vars())); } });
