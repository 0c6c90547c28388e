<?php
f(1, ...$a, name: 2);
$f(1)(2);
(function () {})();
A::f(); A::$f(); A::{'f'}(); $a::f(); 'A'::f();
$a->f(); $a->$f(); $a->{'f'}(); $a?->f()?->g;
f(...); $a->f(...); A::f(...);
new A; new A(1); new $a; new $a->b['c'](1); new (f())(2); new static; new A()->f();
new class(1) extends B implements C { use T; };
new #[X] readonly class {};
exit; exit(1); die;
[new A, 'f']();
"f"();
readonly(1);
clone($a);
