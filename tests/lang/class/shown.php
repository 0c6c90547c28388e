<?php
class P { private $priv = 'pp'; protected $prot = [1]; public int $typed; public readonly string $ro; public $self; }
class Q extends P { private $priv = 'qq'; public ?Q $n = null; }
enum Suit: string { case H = 'h'; case S = 's'; }
enum Pure { case One; }
class D { public $real = 1; function __debugInfo() { return ['fake' => 2, 5 => 'five']; } }
class E0 {}
class H { public string $virt { get => 'computed'; } public $back = 1 { get => $this->back + 1; } }
$q = new Q; $q->self = $q; $q->dyn = 1.0; $q->{'7'} = 'seven';
$o = (object)['a' => 1, 'b c' => [true, null], '5' => new E0];
$ref = 'r'; $o->ref = &$ref;
$list = [$q, new D, new E0, Suit::H, Pure::One, $o, [Suit::S, new P], new H];
var_dump($list);
print_r($list);
echo "\n";
var_dump($q);
print_r($q); print_r(Suit::H); print_r(Pure::One); echo "\n";
unset($q->self);
var_export([new E0, $o, Suit::H, new Q, new D, new H, [1, (object)[]]]); echo "\n";
var_export($o); var_export(new E0); echo "\n";
$q->self = $q;
var_export($q); echo "\n";
$f = function(int $a, &$b, ...$c) use ($o) { };
ob_start(); var_dump($f); echo preg_replace('/string\(\d+\) "/', 'string "', ob_get_clean()); print_r(fn() => 1); var_export(function() {}); echo "\n";
class B1 { function m($x) {} } ob_start(); var_dump((new B1)->m(...), strlen(...)); echo preg_replace('/string\(\d+\) "/', 'string "', ob_get_clean());
