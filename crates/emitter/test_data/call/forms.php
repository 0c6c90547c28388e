<?php
namespace App;
use function Lib\imported;
f($x, 1, $a['k'], g($y), new \Foo, name: $z[0]);
imported(...$args);
\strlen($_GET);
$f($x)($y);
$o->m($x)?->n(1)->p;
$o->$m();
Foo::make();
$c::$m();
static::{'x'}();
new Foo(1);
new $c;
strlen(...);
$o->m(...);
f(1, throw $e);
exit;
