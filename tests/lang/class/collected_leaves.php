<?php
// Objects of classes whose types lead nowhere die with what holds them, and are counted.
final readonly class Money { public function __construct(public int $a, public ?string $c = null) {} }
final readonly class Line { public function __construct(public string $s, public Money $m, public ?Suit $u = null) {} }
enum Suit { case A; case B; }
class Node { public $self; public $line; public function __construct() { $this->self = $this; $this->line = new Line('x', new Money(1), Suit::A); } }
class Plain { public int $i = 1; }
class Dies { public function __construct(public int $n) {} public function __destruct() { echo "dies {$this->n}\n"; } }
for ($i = 0; $i < 10; $i++) { new Node; }
var_dump(gc_collect_cycles());
$n = new Node; $n->line = [new Plain, new Plain, new Dies(3)]; $n = null;
echo "before\n"; var_dump(gc_collect_cycles()); echo "after\n";
$n = new Node; $w = WeakReference::create($n->line); $n = null; var_dump(gc_collect_cycles()); var_dump($w->get() === null);
$m = new WeakMap; $k = new Money(1); $m[$k] = [$m, $k]; $k = null; $m = null; var_dump(gc_collect_cycles());
$m = new WeakMap; $l = new Line('s', new Money(2)); $m[$l->m] = $l; $l = null; var_dump(count($m)); gc_collect_cycles(); var_dump(count($m));
$p = new Plain; $p->dyn = $p; $p = null; var_dump(gc_collect_cycles());
var_dump(gc_status()['roots']);
