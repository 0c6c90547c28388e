<?php
// A variable that is assigned keeps its object alone while a path runs code.
#[AllowDynamicProperties]
class Open { public ?Plain $next = null; }
class Plain { public $p = 1; public ?Plain $next = null; }
class Offsets implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { $GLOBALS['o'] = 'new'; return new Plain; }
    public function offsetSet($key, $value): void { echo 'set ', json_encode($value), "\n"; }
    public function offsetUnset($key): void {}
}
class Mortal { public function __destruct() { echo 'destructed '; } }

function tried(callable $run)
{
    try {
        $run();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}

$lost = function ($object) {
    $o = $object;
    unset($object);
    set_error_handler(function ($number, $message) use (&$o) { echo "<$message> "; $o = null; return true; });
    tried(function () use (&$o) { $o->k->p = $o; });
    restore_error_handler();
    echo json_encode($o), "\n";
};
$lost(new Plain);
$lost(new Open);

$offsets = new Offsets;
$o = new Mortal;
tried(function () use ($offsets) { global $o; $offsets[0]->p = $o; echo "gone\n"; });
var_dump($o);
$o = new Mortal;
tried(function () use ($offsets) { global $o; $a = [[$offsets]]; $a[0][0][1]->next = $o; });
var_dump($o);
$o = new Mortal;
tried(function () use ($offsets) { global $o; $a = [$offsets]; var_dump($a[0][1]->p = $o); });
$o = new Plain;
$o->next = $o;
$o->next->next->p = $o;
var_dump($o->p === $o);
$a = [$o];
$a[0]->p = $o;
$a[1][2][] = $o;
var_dump($a[1][2][0] === $o);
