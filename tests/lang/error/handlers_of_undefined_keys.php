<?php
// Handlers of a path's warnings that replace what it goes through, and warnings of paths that are not
// gone to their end.
class Box
{
    public $p = 1;
}

set_error_handler(function ($number, $message) {
    global $do;
    echo "<$message>";
    if ($do) {
        $do();
    }
    return true;
});

function tried(callable $run, ?callable $do = null)
{
    $GLOBALS['do'] = $do;
    try {
        $run();
        echo "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
    $GLOBALS['do'] = null;
}

tried(function () { $o = null; unset($o->p[$s]); });
tried(function () { $o = null; unset($o[1][$s]); });
tried(function () { $o = null; unset($o->p->q[$s]); });
tried(function () { $o = null; unset($o->p[1][$s]); });
tried(function () { $o = null; unset($o->p[$s][1]); });
tried(function () { $o = null; unset($o->$s->{$t}); });
tried(function () { $o = null; $s = [1]; var_dump(isset($o->{$s}), $o?->{$s} ?? 1); });
tried(function () { $o = null; $s = [1]; $o->{$s} ??= 1; });
tried(function () { $o = null; var_dump(isset($o->{$s}), isset($o->p->{$s})); });
tried(function () { unset($s); var_dump($$s = &$s); });

$a = [];
tried(function () { global $a; ($a[1][$s] = &$a) + 1; }, function () { global $a; $a = []; });

$a = [1, 2, 3];
$object = new ArrayObject;
tried(
    function () { global $a; $a[0] .= new class { public function __toString(): string { global $a, $object; $a = $object; return 'x'; } }; },
);
var_dump($a === $object, count($object));
$a = 'string';
tried(function () { global $a; $a['1x'] .= 'x'; }, function () { global $a; $a = new Box; });
$a = new class { public function __toString(): string { $GLOBALS['a'] = 'l'; return 'magic'; } };
var_dump($a .= '', $a);
$a = new class { public function __toString(): string { $GLOBALS['a'] = 'l'; return 'magic'; } };
var_dump($a .= 'x', $a);

// The array is separated before its key is refused.
$a = [1, 2, 3];
foreach ($a as &$v) {
    break;
}
$b = [$a];
tried(function () { global $a; $a[new Box][] = 1; });
unset($v);
$a[0] = 'changed';
var_dump($b[0][0]);

// An object that is to be a property of its own is that also when the handler throws.
$a = new Box;
tried(function () { global $a; $a->own = $a; }, function () { throw new Exception('thrown'); });
var_dump($a->own === $a);

// What has no element is asked for one, and what is bound to what no variable holds is refused.
$a = 5;
tried(function () { global $a; unset($a[$i]); }, function () { global $a; $a = [1]; });
$a = 5;
tried(function () { global $a; unset($a[$i]); }, function () { global $a; $a = null; });
class Rows implements ArrayAccess
{
    public array $rows = [1 => [1, 2]];
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { return $this->rows[$key]; }
    public function offsetSet($key, $value): void { echo 'set '; }
    public function offsetUnset($key): void { echo 'unset '; }
    public function __get($name) { return $this->rows; }
}
class Places extends Rows
{
    public function &offsetGet($key): mixed { return $this->rows[$key]; }
    public function &__get($name) { return $this->rows; }
}
foreach ([new Rows, new Places] as $o) {
    tried(function () use ($o) { $x = 5; $o[1][0] = &$x; echo json_encode($o->rows); });
    tried(function () use ($o) { $x = 5; $o[1][] = &$x; echo json_encode($o->rows); });
    tried(function () use ($o) { $x = 5; $o->none[1] = &$x; echo json_encode($o->rows); });
    tried(function () use ($o) { $x = 5; $o->none[1][1] = &$x; echo json_encode($o->rows); });
    tried(function () use ($o) { $x = 5; $o->rows[1][1] = &$x; echo json_encode($o->rows); });
}
