<?php
// What paths do behind a warning whose handler throws or frees what they go through, and what they
// never ask for.
class Plain
{
    public $p = 1;
    public static $s = 5;
}
class Magic extends Plain
{
    public function __get($name) { echo "<get $name>"; return 1; }
    public function __set($name, $value) { echo "<set $name>"; }
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
        echo get_class($e), ': ', $e->getMessage(), ' after ', $e->getPrevious()?->getMessage(), "\n";
    }
    $GLOBALS['do'] = null;
}

function throws()
{
    throw new Exception('thrown');
}

function by_reference(&$value)
{
    echo 'called';
}

foreach ([new Plain, new ArrayObject([1, 2])] as $o) {
    tried(function () use ($o) { by_reference($o[$s][]); }, throws(...));
    tried(function () use ($o) { $o[$s] = 1; }, throws(...));
    tried(function () use ($o) { $o[$s][1] = 1; }, throws(...));
    tried(function () use ($o) { return $o[$s]; }, throws(...));
    tried(function () use ($o) { return isset($o[$s]); }, throws(...));
    tried(function () use ($o) { return $o[$s] ?? 1; }, throws(...));
    tried(function () use ($o) { unset($o[$s]); }, throws(...));
}

foreach ([new Magic, new Plain] as $o) {
    $name = 's';
    tried(function () use ($o) { by_reference($o->s); });
    tried(function () use ($o, $name) { by_reference($o->$name); });
    tried(function () use ($o, $name) { $x = &$o->{$name . ''}; });
    tried(function () use ($o) { $o->s[1] = 2; });
}

tried(function () { $o = new Plain; ($o[] = &$a); });
tried(function () { $o = new Plain; try { $o[] = &$a; } catch (Error) {} var_dump($a); });
tried(function () { $a = null; $a[$s][] = &$s; var_dump($a); });
tried(function () { $o = null; $s = []; unset($o->{$s}); });
tried(function () { $o = new Plain; $s = []; unset($o->{$s}); });
foreach ([true, null, 1, 1.5, '1', 'x', []] as $value) {
    $o = new Plain;
    tried(function () use ($o, $value) { $o->k |= $value; }, throws(...));
    tried(function () use ($o, $value) { $o->k += $value; }, throws(...));
    var_dump(((array) $o)['k'] ?? null);
}

// The byte of a string in a reference that the handler has freed.
$a = ['text'];
$b = &$a;
(function (&$x) {})($a[0]);
tried(function () { global $a; var_dump($a[0][0] = 'longer'); }, function () { global $a; $a = [1]; });
$a = ['text'];
$x = &$a[0];
tried(function () { global $a; var_dump($a[0][0] = 'longer'); }, function () { global $a; $a = [1]; });
