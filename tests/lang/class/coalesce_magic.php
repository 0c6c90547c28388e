<?php
class A { private $d=['x'=>5]; public function __get($n) { echo "get $n\n"; return $this->d[$n] ?? null; } }
$a = new A; var_dump($a->x ?? 0, isset($a->x), empty($a->x), $a?->x ?? 1, isset($a->x->y), $a->x->y ?? 2, $a->x['k'] ?? 3);
class C { function __get($n) { return new A; } }
$c = new C; var_dump($c->q->x ?? 0, isset($c->q->x), isset($c->q));
class B { public function __isset($n) { echo "isset $n\n"; return true; } }
$b = new B; var_dump($b->x ?? 0, isset($b->x), empty($b->x));
