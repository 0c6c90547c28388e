<?php
interface I { const C = 1; }
trait T { public $t = 't'; function fromTrait() {} }
abstract class A implements I {
    public $a = 1; protected $b = [2]; private $c = 3; public static $s = 's';
    function pub() {} protected function prot() {} private function priv() {}
    static function stat() { return get_called_class(); }
    function inside() { return [get_object_vars($this), get_class_methods($this), get_class_vars('B'), is_callable([$this, 'priv'])]; }
    abstract function abs();
}
class B extends A { use T; public $d = PHP_INT_SIZE + 1; private $c = 4; function abs() {} function __call($n, $a) { return "$n(" . implode(",", $a) . ")"; } static function __callStatic($n, $a) { return "static $n"; } }
final class C { function __invoke($x) { return $x * 2; } }
enum E: string { case X = 'x'; case Y = 'y'; }
$b = new B;
$b->dynamic = 'dyn';
print_r(get_object_vars($b)); print_r($b->inside()); print_r(get_class_vars('B')); print_r(get_class_methods('A'));
var_dump(get_class($b), get_parent_class($b), get_parent_class('A'), B::stat(), array_map('strlen', array_keys(get_mangled_object_vars($b))));
foreach (['I', 'A', 'T', 'E', 'Nope', 'exception', '\A'] as $n)
    echo $n, ' ', (int)class_exists($n), (int)interface_exists($n), (int)trait_exists($n), (int)enum_exists($n), "\n";
var_dump(method_exists($b, 'PRIV'), method_exists('B', 'fromtrait'), method_exists('B', 'nope'), method_exists('Nope', 'x'));
var_dump(property_exists('B', 'a'), property_exists('B', 'b'), property_exists('A', 'c'), property_exists($b, 'dynamic'), property_exists('B', 's'), property_exists('B', 'zzz'));
var_dump(is_a($b, 'A'), is_a('B', 'A'), is_a('B', 'I', true), is_subclass_of($b, 'B'), is_subclass_of('B', 'I'), is_a($b, 'Nope'), is_a(5, 'A'));
print_r(class_implements($b)); print_r(class_parents('B')); print_r(class_uses('B'));
var_dump(class_alias('B', 'Other'), new Other instanceof B, get_class(new Other));
var_dump(array_map(new C, [1, 2]), array_map([$b, 'magic'], [5]), array_map('B::anything', [1]), call_user_func('B::stat'), call_user_func([new B, 'parent::stat']));
var_dump(is_callable('A::stat'), is_callable('A::pub'), is_callable([$b, 'zzz']), is_callable(['C', 'zzz']), is_callable(new C, false, $name), $name, is_callable([$b, 'x'], true, $name), $name);
spl_autoload_register(function($c) { echo "load $c\n"; if ($c == 'Late') { eval('class Late {}'); } });
var_dump(class_exists('Late'), class_exists('Never', false), class_exists('Never'), count(spl_autoload_functions()));
var_dump(spl_object_id($b), spl_object_hash($b) === spl_object_hash($b));
class It implements IteratorAggregate { function getIterator(): Iterator { return new It2; } }
class It2 implements Iterator {
    private $i = 0;
    function current(): mixed { return "v$this->i"; } function key(): mixed { return "k$this->i"; }
    function next(): void { $this->i++; } function valid(): bool { return $this->i < 3; } function rewind(): void { $this->i = 0; }
}
print_r(iterator_to_array(new It)); print_r(iterator_to_array(new It2, false));
var_dump(iterator_count(new It), iterator_apply($it = new It2, function() use (&$it) { echo $it->current(), " "; return true; }));
foreach ([fn() => get_class_vars('Nope'), fn() => get_class_methods('Nope'), fn() => method_exists(1, 'x'), fn() => get_class(), fn() => array_map('C::zz', [1]), fn() => array_map(['A', 'priv'], [1]), fn() => array_map([$b, 'abs', 1], [1]), fn() => array_map(['Nope', 'x'], [1]), fn() => usort($u, [1, 2])] as $f)
    try { $f(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
function thrower() { throw new LogicException("deep", 3, new RuntimeException("cause")); }
try { array_map(fn($x) => thrower(), [1]); } catch (Exception $e) { echo $e->getTraceAsString(), "\n", $e->getPrevious()->getMessage(), $e->getLine(), "\n"; }
set_exception_handler(function($e) { echo "handler: ", $e->getMessage(), "\n"; throw new Exception("from handler"); });
thrower();
