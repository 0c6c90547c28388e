<?php
$a->b->c; $a->{'b' . $c}; $a->$b; $a?->b; A::$b; A::$$b; $a::$b; A::B; $a::B; A::{$b}; A::class; $a::class; A::list; A::class();
$a['x']['y']; $a[]; $a['x']->y[0](1);
namespace\f(); \A\f(); A\B::C;
[1, 2][0]; "abc"[1]; A[0]; A::B[0]; (1)->f();
