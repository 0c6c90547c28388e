<?php
// An offset is unset in what the variable holds behind the warning about the offset.

class Loud implements ArrayAccess
{
    public function __construct(private string $name) { }
    public function offsetExists($o): bool { echo "{$this->name} exists "; return true; }
    public function offsetGet($o): mixed { echo "{$this->name} get "; return $this; }
    public function offsetSet($o, $v): void { echo "{$this->name} set "; }
    public function offsetUnset($o): void { echo "{$this->name} unset ", var_export($o, true), ' '; }
}

function told(&$o, $becomes): void
{
    $kept = $o;
    set_error_handler(function ($level, $text) use (&$o, $becomes) {
        echo "<$text> ";
        $o = $becomes;
    });
    try {
        unset($o[$none]);
    } catch (Error $e) {
        echo get_class($e), ' ', $e->getMessage();
    }
    restore_error_handler();
    echo "\n";
    $o = $kept;
    unset($o['key']);
    echo "\n";
}

$o = new Loud('first');
told($o, new Loud('second'));
told($o, $o);
told($o, new ArrayObject([1]));
told($o, new stdClass);
