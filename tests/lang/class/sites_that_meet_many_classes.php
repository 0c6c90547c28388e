<?php
class D { public static $n = 0; public static $t = 0; public $i; function __construct($i) { $this->i = $i; } function __destruct() { self::$n++; if (self::$t && self::$n % self::$t === 0) throw new Exception("gone {$this->i}"); } function next() { return $this->i % 3 ? new D($this->i + 1) : null; } }
function make($i) { return $i % 4 ? ($i % 4 === 1 ? new D($i) : ($i % 4 === 2 ? [new D($i)] : "s$i")) : null; }
function test($i) { $r = 'x'; if (make($i)) $r = 'y'; $q = make($i + 1) ? 1 : 2; while (!make($i)) { $r .= 'w'; $i++; } return $r . $q; }
function run($rounds) { $out = ''; for ($i = 0; $i < $rounds; $i++) { try { $out .= test($i); } catch (Exception $e) { $out .= '(' . $e->getMessage() . ')'; } } return $out; }
echo md5(run(3000)), ' ', D::$n, "\n";
D::$t = 7;
echo md5(run(3000)), ' ', D::$n, "\n";
abstract class N { protected ?N $next = null; protected $any = 1; abstract function name(); function next(): ?N { return $this->next; } function set(?N $n): static { $this->next = $n; return $this; } function any() { return $this->any; } function put($x) { $this->any = $x; } }
class A extends N { function name() { return 'A'; } }
class B extends N { public $more = 2; function name() { return 'B' . $this->more; } }
class C extends B { protected $any = 'c'; function name() { return 'C' . parent::name(); } }
class E2 extends N { function __get($n) { return "magic $n"; } function name() { return 'E'; } function drop() { unset($this->any); } }
final class F extends N { protected ?N $next { get => new A; } function name() { return 'F'; } }
function chain($kinds, $n) { $list = null; for ($i = 0; $i < $n; $i++) { $class = $kinds[$i % count($kinds)]; $o = new $class; $o->put($i % 2 ? $i : "s$i"); if ($i % 5 == 0 && $o instanceof E2) $o->drop(); $list = $o->set($list); } return $list; }
function walk(?N $l, $max) { $s = ''; while ($l) { $s .= $l->name() . $l->any() . ','; $l = $l->next(); if (--$max < 0) break; } return $s; }
foreach ([['A'], ['A', 'B'], ['A', 'B', 'C', 'E2'], ['E2'], ['A', 'F', 'C']] as $kinds) { $all = ''; for ($k = 0; $k < 60; $k++) $all .= walk(chain($kinds, 40), 50); echo implode(',', $kinds), ' ', strlen($all), ' ', md5($all), "\n"; }
function &ref() { static $x = 5; return $x; }
function byref($f) { $t = 0; for ($i = 0; $i < 500; $i++) { $v = $f(); $t += $v; if ($f()) $t++; } return $t; }
echo byref(fn() => 3), ' ', byref('ref'), "\n";
class P { function __construct(private array $l) {} function take(N|int|null $x) { $this->l[] = $x; return $x; } function ret($i): ?N { return [new A, new B, null, new C][$i % 4]; } }
$p = new P([]); $s = ''; for ($i = 0; $i < 800; $i++) { $r = $p->ret($i); $s .= $r ? $r->name() : '-'; $p->take($r); $p->take($i); } echo md5($s), "\n";
try { for ($i = 0; $i < 800; $i++) $p->take($i < 799 ? new A : new D(1)); } catch (TypeError $e) { echo preg_replace('~, called.*~', '', $e->getMessage()), "\n"; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function kept(array &$a): array { $r = []; foreach ([1, 2, 3] as $k) { $names = compact('k'); $x = $k; if ($a) { } $r[] = $names; $r[] = [$x, $k]; } return $r; }
class Q { public $list = [1]; }
function open(Q $q) { $x = 7; $n = compact('x'); $all = []; for ($i = 0; $i < 30; $i++) { $x = $i; if ($q->list) { $all[] = $x; } if ([$x, new D($i)]) $all[] = $x + 1; extract(['y' => $i]); $all[] = $y; } return array_sum($all) . count($n); }
D::$t = 0;
$list = [1]; $all = []; for ($i = 0; $i < 40; $i++) $all[] = kept($list); echo md5(json_encode($all)), ' ', open(new Q), ' ', D::$n, "\n";
