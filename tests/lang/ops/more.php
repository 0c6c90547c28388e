<?php
// More instructions that other tests do not reach.
class Base
{
    public static $count = 1;
    public static $list = [1];
    public $own = 'own';
    public static function step($by) { return 'base' . $by; }
    public function self() { return $this; }
}
class Derived extends Base
{
    public static function step($by)
    {
        $name = 'step';
        $property = 'count';
        return parent::$name($by) . self::$$property . parent::$$property . static::$$property;
    }
    public function is() { return [isset($this), empty($this)]; }
    public function me() { $that = $this; return [$this, $that, fn() => $this]; }
    public function all() { foreach ($this as $k => $v) echo $k, $v; return clone $this; }
}
function no_value(bool $early): int { if ($early) return 1; }
function globals()
{
    $name = 'table';
    $GLOBALS[$name]['a']['b'] = 1;
    $GLOBALS[$name]['a']['c'] ??= 2;
    unset($GLOBALS[$name]['a']['b']);
    $local = 'inner';
    $$local['x']['y'] = 3;
    $$local['x']['z'][] = &$$local['x']['y'];
    $object = 'derived';
    $$object = new Derived;
    $$object->own .= '!';
    echo json_encode($GLOBALS[$name]), json_encode($inner), $derived->own, isset($$local['x']['y']) ? 1 : 0, "\n";
}
globals();
echo Derived::step('!'), Derived::$count ?? 'none', Derived::$none ?? 'none', Derived::$list[0] ?? 'none', "\n";
$derived = new Derived;
[$one, $other, $closure] = $derived->me();
echo $one === $other && $closure() === $derived->self() ? 'same' : 'other', $derived->all()->own, "\n";
echo is_int(strlen('x')) ? 1 : 0, is_string($derived->own) ? 1 : 0, is_null(Derived::$none ?? null) ? 1 : 0, is_bool(1 <=> 2) ? 1 : 0, "\n";
echo no_value(true);
try { no_value(false); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
list('a' => $a, 'b' => list(, $b)) = ['a' => 1, 'b' => [2, 3]];
$class = 'Derived';
unset($class::$list[0]);
$property = 'list';
echo json_encode($derived->is()), "\n";
new $class;
$class::step(1);
echo $a, $b, count(Derived::$list), (new $class)->self()->own, "\n";
