<?php
namespace A;
const X = 1, Y = X . 'y';
echo X, \M_PI, B\Z, namespace\W, true, __LINE__, __FILE__, __NAMESPACE__, PHP_EOL;
echo Foo::BAR, Foo::{$x}, $o::BAR, Foo::class, $o::class;
