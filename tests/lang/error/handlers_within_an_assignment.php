<?php
// Error handlers that change what is being assigned to.
class Text { public function __get($name) { return 'text'; } }
class Plain { public $q = [1]; }
class Kept implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { global $i; $i++; return 7; }
    public function offsetSet($key, $value): void { echo "set $key\n"; }
    public function offsetUnset($key): void {}
}
set_error_handler(function ($level, $message) {
    echo $message, "\n";
    if ($do = $GLOBALS['do']) $do();
    return true;
});

$do = function () use (&$a) { $a = []; };
$a = false;
var_dump($a[0] = 5, $a);
$a = false;
var_dump($a[0][1] = 5, $a);

$do = function () { throw new Exception('thrown'); };
$a = false;
try { $a[] = 1; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
var_dump($a);

$a = 'string';
$do = function () use (&$a) { $a = new Plain; };
var_dump($a[0] = 'long');
$a = ['string'];
$do = function () use (&$a) { $a = 5; };
var_dump($a[0][0] = 'long');

$o = new Plain;
$do = function () use (&$o) { $o = null; };
try { $o->k[$o] ??= 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$o = new Plain;
try { $r = &$o->k[$o]; } catch (Error $e) { echo $e->getMessage(), "\n"; }

$do = null;
$o = new Plain;
unset($o->q);
unset($o->q->p);
var_dump($o);

$o = new Kept;
$i = 0;
$o[$i] -= 1;

unset($s);
$$s ??= 5;

function by_value($value) {}
unset($a);
try { $f = 'by_value'; $f($a[]); } catch (Error $e) { echo $e->getMessage(), "\n"; }

$i = 0;
$s = 'gone';
$o = new Text;
$do = function () use (&$value) { $value = 'one'; };
$value = ['array'];
var_dump($o->none[0] = $value);

$do = null;
unset($value);
try { $value += [1]; } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump($value);
