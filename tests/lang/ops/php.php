<?php
// Something for each instruction that other tests do not reach.
declare(ticks=1);
function ticked() { $GLOBALS['ticks'] = ($GLOBALS['ticks'] ?? 0) + 1; }
register_tick_function('ticked');

class Base
{
    public const NAME = 'base';
    public static $count = 0;
    public static $list = ['a' => 1];
    public static function make() { return new static; }
    public static function name() { return static::class . self::NAME; }
    public function who() { return $this::class . ' ' . get_class($this); }
    public int $hooked { get => $this->hooked; set => $value; }
}
class Derived extends Base
{
    public const NAME = 'derived';
    public static function name() { return parent::name() . parent::NAME; }
    public int $hooked { get => parent::$hooked::get() + 1; set { parent::$hooked::set($value * 2); } }
    public function forward() { return forward_static_call(['Base', 'name']); }
    public function fresh() { return [new self, new parent, new static]; }
    public function same($other) { return $other instanceof $this && $other instanceof self; }
}
enum Level: int { case Low = 1; case High = 2; const TOP = self::High; }

// Numbers and tests of types.
function numbers($a, $b)
{
    return [$a / $b, !$a, $a >= $b, $a xor $b, (bool) $a, is_int($a), is_string($b), is_null($a), is_array($b)];
}
echo json_encode(numbers(6, 4)), json_encode(numbers(0, 2.5)), "\n";
$one = 1;
$refs = ['x' => &$one, &$one];
$refs['x']++;
echo $one, $refs[0], var_export(array_key_exists('x', $refs), true), "\n";

// Functions and methods by name.
namespace_test();
function namespace_test() { echo \strlen('abc'), eval('namespace N; return strlen("four") . \strtoupper("x") . (\defined("N\\\\E") ? 1 : 0) . PHP_VERSION_ID > 0;'), "\n"; }
$method = 'who';
$static = 'name';
$class = 'Derived';
$object = new Derived;
echo $object->$method(), $class::$static(), Derived::$static(), [$class, 'name'](), "\n";
try { forward_static_call(['Derived', 'name']); } catch (Error $e) { echo $e->getMessage(); }
echo $object->forward(), "\n";
$object->hooked = 4;
echo $object->hooked, "\n";
if (true) { function declared_late($x = 3) { return $x; } }
echo declared_late(), declared_late(5), "\n";

// Variables, globals and static properties by name, read, written, stepped, bound and passed.
function by_name(&...$all) { foreach ($all as &$one) $one .= '!'; return count($all); }
function names()
{
    $n = 'local';
    $$n = 'v';
    $$n .= 'w';
    $o = 'number';
    $$o = 5;
    $old = $$o++ + --$$o;
    $alias = &$$n;
    $$n = &$old;
    $old = 7;
    by_name($$n, $$o);
    ${'list'}['k'][] = 1;
    ${$o . 'x'}[2] = 3;
    $missing = 'nothing';
    echo $alias, $$n, $$o, $list['k'][0], ${'5!x'}[2] ?? '-', isset($$missing) ? 1 : 0, empty($$missing) ? 1 : 0, $$missing ?? 'none';
    unset($$n);
    echo isset($local) ? 1 : 0, "\n";
}
names();
function globals()
{
    $g = 'glob';
    $GLOBALS[$g] = 1;
    $GLOBALS[$g] += 4;
    $GLOBALS[$g]++;
    $GLOBALS['other'] = &$GLOBALS[$g];
    $alias = &$GLOBALS['other'];
    $alias *= 2;
    $GLOBALS['list'] = [];
    $GLOBALS['list']['x'][] = 3;
    $GLOBALS[$g . 's']['y'] = 4;
    by_name($GLOBALS[$g]);
    echo $GLOBALS['glob'], $GLOBALS['none'] ?? 'none', isset($GLOBALS[$g]) ? 1 : 0, empty($GLOBALS['zero']) ? 1 : 0;
    echo count($GLOBALS['list']), $GLOBALS['globs']['y'], count($GLOBALS) > 3 ? 1 : 0;
    unset($GLOBALS[$g]);
    echo isset($GLOBALS['glob']) ? 1 : 0, "\n";
}
globals();
function statics($class)
{
    $p = 'count';
    $class::$$p = 3;
    $class::$$p += 4;
    $class::$$p++;
    Base::$$p .= 'x';
    echo Base::$count, Base::$$p, $class::$count;
    Base::$count = 5;
    Base::$count **= 2;
    Base::$count--;
    by_name(Base::$count, Base::$$p, $class::$$p);
    $alias = &Base::$$p;
    $alias = 1;
    $other = 'bound';
    $class::$$p = &$other;
    Base::$count = &$other;
    $other = 'seen';
    echo $class::$$p, isset($class::$$p) ? 1 : 0, isset($class::$none) ? 1 : 0, empty($class::$$p) ? 1 : 0;
    echo isset(Base::$count) ? 1 : 0, empty(Base::$nothing) ? 1 : 0, $class::$nothing ?? 'none', $class::$$p ?? 'none';
    $class::$list['b'][] = 2;
    $l = 'list';
    $class::$$l['c'] = 3;
    Base::$$l['a']++;
    by_name(Base::$list['a'], $class::$$l['c']);
    echo json_encode(Base::$list), "\n";
}
statics('Derived');

// Constants of names and classes, of objects and expressions.
$const = 'NAME';
echo $class::NAME, $object::NAME, Derived::{$const}, $object::class, (fn() => Level::TOP->name)(), Level::from(2)->name, "\n";
foreach ($object->fresh() as $fresh) echo $fresh::class, $object->same($fresh) ? 1 : 0, $fresh instanceof $class ? 1 : 0;
echo Derived::make()::class, "\n";

// Types of what is returned.
function nothing(): void { return; }
function &reference(array &$list): array { return $list; }
function never(): never { throw new LogicException('never'); }
function never_returns(): never {}
function typed(?int $x): ?string { return $x === null ? null : "$x"; }
nothing();
$list = [1];
$alias = &reference($list);
$alias[] = 2;
echo count($list), typed(3), json_encode(typed(null));
foreach (['never', 'never_returns'] as $name) {
    try { $name(); } catch (Throwable $e) { echo ' ', $e::class, ': ', $e->getMessage(); }
}
echo "\n";

// Branches.
function branches($x)
{
    switch ($x) { case 'a': return 1; case 'b': return 2; case 'c': return 3; case 'dd': return 4; default: return 5; }
}
echo branches('a'), branches('c'), branches('dd'), branches('zz'), branches(0), "\n";
try { echo match (true) { $one === 5 => 'five' }; } catch (UnhandledMatchError $e) { echo $e->getMessage(), "\n"; }
function defaults($a, $b = [1, PHP_INT_SIZE], $c = new Base) { static $calls = 0, $list = [PHP_INT_MAX > 5]; return ++$calls . count($b) . $c::class . count($list); }
echo defaults(1), defaults(1, [], new Derived), "\n";

// Files.
$file = 'included.inc';
echo include __DIR__ . "/$file";
echo include_once __DIR__ . '/included.inc', require __DIR__ . "/$file", require_once __DIR__ . "/$file", basename(__FILE__), "\n";

// Generators.
function &by_reference(array &$list) { foreach ($list as $k => &$v) yield $k => $v; yield $list; }
$list = ['p' => 1, 'q' => 2];
foreach (by_reference($list) as &$v) if (is_int($v)) $v *= 10;
unset($v);
function outer() { $got = yield from inner(); yield 'k' => $got; return 'end'; }
function inner() { try { $x = yield 1; yield $x; } finally { echo 'f'; } return 'inner'; }
$g = outer();
echo json_encode($list), $g->current(), $g->send('sent'), $g->next(), $g->key(), $g->current(), $g->next(), $g->valid() ? 1 : 0, $g->getReturn(), "\n";
$g = inner();
$g->rewind();
try { $g->throw(new Exception('thrown')); } catch (Exception $e) { echo $e->getMessage(), $g->valid() ? 1 : 0, "\n"; }

// What is passed on from calls, and duplicated.
function &first(array &$list) { return $list[0]; }
function change(&$x) { $x = "<$x>"; return $x; }
$list = ['e'];
change(first($list));
echo change($list[0]), $list[0], "\n";
[$a, [0 => $b, 'k' => $c]] = [1, [2, 'k' => 3]];
[$a, $b] = [$b, $a];
$x = $y = $a ?: $b;
echo $a, $b, $c, $x <=> $y, $ticks > 50 ? 1 : 0, "\n";
while (true) { foreach ([1, 2] as $x) foreach ([3, 4] as &$z) { if ($z === 4) break 3; if ($x > 5) continue 2; } }
echo $x, $z, "\n";
unregister_tick_function('ticked');
if (count(get_included_files()) < 3) exit("done\n");
