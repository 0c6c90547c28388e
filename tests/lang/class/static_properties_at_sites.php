<?php
// Sites remember where static properties are: everything that could make that wrong.
class A { private static $p = 1; public static int $t = 5; public static ?array $n = null; public static $r = 'r'; public static $l = [1, 'k' => ['x' => 1]]; protected static $q = 'q';
    static function bump() { return static::$t++; } static function who() { return static::$w ?? 'none'; } static function set($v) { static::$t = $v; return static::$t; } }
class B extends A { public static int $t = 50; public static $w = 'b'; }
class C extends A { public static $w = 'c'; }
$read = function () { return A::$p; };
$inA = Closure::bind($read, null, A::class);
foreach ([$inA, $read, $inA, $read] as $f) { try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$write = function ($v) { A::$p = $v; return A::$p; };
foreach ([Closure::bind($write, null, A::class), $write] as $f) { try { var_dump($f(7)); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
for ($i = 0; $i < 3; $i++) foreach (['A', 'B', 'C'] as $c) echo $c::bump(), ' ', $c::who(), "\n";
foreach ([3, '4', 5.0, 'x', null, [], 7] as $v) { try { var_dump(A::set($v)); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } }
function typed($v) { A::$t .= $v; return A::$t; }
foreach (['1', '2', 'x'] as $v) { try { var_dump(typed($v)); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } }
function overflow() { A::$t = PHP_INT_MAX; try { A::$t++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } try { A::$t += 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } return A::$t; }
for ($i = 0; $i < 2; $i++) var_dump(overflow());
function null_array($v) { A::$n[] = $v; A::$n['k']['x'] ??= $v; return A::$n; }
for ($i = 0; $i < 3; $i++) { if ($i == 2) A::$n = null; echo json_encode(null_array($i)), "\n"; }
function by_ref() { $x = &A::$r; $x .= '!'; A::$r .= '?'; A::$r = A::$r . '.'; return $x; }
for ($i = 0; $i < 3; $i++) echo by_ref(), "\n";
function copies() { $before = A::$l; A::$l['k']['x']++; A::$l[] = A::$l['k']; A::$l['k']['y'] = $before; unset(A::$l[0]); return [$before, A::$l]; }
for ($i = 0; $i < 3; $i++) echo md5(serialize(copies())), ' ', count(A::$l), "\n";
function missing($k) { return [A::$l[$k] ?? 'none', isset(A::$l['k'][$k]), empty(A::$l['k'][$k]), @A::$l['k'][$k]]; }
foreach (['x', 'y', 'z', 1] as $k) echo json_encode(array_map('gettype', missing($k))), "\n";
class Late { public static $a = self::K . '!'; const K = 'k'; public static $seen = [X => 1]; public static int $u; }
function late() { try { return Late::$a; } catch (Error $e) { return $e->getMessage(); } }
echo late(), "\n"; const X = 'x'; echo late(), ' ', late(), "\n";
function unset_typed() { try { return Late::$u; } catch (Error $e) { return $e->getMessage(); } }
echo unset_typed(), "\n"; Late::$u = 3; echo unset_typed(), "\n";
class D { public $name; public static $log = []; function __construct($n) { $this->name = $n; } function __destruct() { Holder::$log[] = $this->name; } }
class Holder { public static $o; public static $log = []; }
function hold($n) { Holder::$o = new D($n); return count(Holder::$log); }
foreach ([1, 2, 3] as $n) echo hold($n), "\n";
Holder::$o = null; echo implode(',', Holder::$log), "\n";
function through() { Holder::$o ??= new D('t'); Holder::$o->name .= 'x'; return Holder::$o->name; }
for ($i = 0; $i < 3; $i++) echo through(), "\n";
trait T { public static $n = 0; static function up() { return ++self::$n; } }
class U { use T; } class V { use T; }
for ($i = 0; $i < 2; $i++) echo U::up(), V::up(), U::up(), "\n";
abstract class Base { private static $cache = []; static function of($k) { return self::$cache[static::class][$k] ??= new static; } static function all() { return count(self::$cache, COUNT_RECURSIVE); } }
class One extends Base {} class Two extends Base {}
for ($i = 0; $i < 3; $i++) { One::of('a'); Two::of('b'); Two::of('c'); } echo Base::all(), "\n";
