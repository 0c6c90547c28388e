<?php
// `??`, `isset()` and `empty()` of what is not there, in all ways in which the place is named.

set_error_handler(function ($number, $text) { echo "[$text] "; return true; });
function show(...$values) { echo json_encode($values), "\n"; }

final class Table implements ArrayAccess
{
    public ?array $list = ['a' => 1, 'n' => null, 5 => 'five', 'in' => ['x' => 'y', 'n' => null]];
    public $nothing = null;
    public int $typed;
    public ?Table $inner = null;
    public static ?array $shared = ['a' => ['b' => 2]];
    public static int $late;
    public function offsetExists($k): bool { echo "exists($k) "; return $k === 'a' || $k === 'n'; }
    public function offsetGet($k): mixed { echo "get($k) "; return $k === 'a' ? 1 : null; }
    public function offsetSet($k, $v): void {}
    public function offsetUnset($k): void {}
    public function __isset($n) { echo "isset($n) "; return $n === 'magic'; }
    public function __get($n) { echo "get($n) "; return $n === 'magic' ? ['k' => 'v'] : null; }

    public function ask(string $key, int $number)
    {
        show($this->list['a'] ?? 0, $this->list['n'] ?? 1, $this->list['none'] ?? 2, $this->list[5] ?? 3, $this->list[6] ?? 4);
        show($this->list[$key] ?? 5, $this->list[$number] ?? 6, $this->list["$key!"] ?? 7, $this->nothing['x'] ?? 8, $this->nothing[$key] ?? 9);
        show($this->list['in']['x'] ?? 0, $this->list['in']['none'] ?? 1, $this->list['none']['none'] ?? 2, $this->list['a']['b'] ?? 3);
        show($this->inner->list ?? 'no inner', $this->inner->inner->list['a'] ?? 'none', $this->typed ?? 'typed', $this->typed['x'] ?? 'typed x');
        show(isset($this->list[$key]), isset($this->list['a']), isset($this->list['n']), isset($this->nothing['x']), isset($this->inner->list), isset($this->typed['x']));
        show(empty($this->list[$key]), empty($this->list['a']), empty($this->nothing[$key][$number]), empty($this->inner->list['x']));
        show(self::$shared['a']['b'] ?? 0, self::$shared['a']['c'] ?? 1, self::$shared['x']['b'] ?? 2, self::$late['x'] ?? 3, isset(self::$late['x']));
        show($this->magic['k'] ?? 0, $this->magic['none'] ?? 1, $this->other['k'] ?? 2, isset($this->magic['k']), isset($this->other['k']));
    }
}
(new Table)->ask('none', 77);
(new Table)->ask('none', 77);

function ask($base, $key)
{
    show($base['a'] ?? 'A', $base[0] ?? 'B', $base[$key] ?? 'C', $base["$key!"] ?? 'D', $base['a']['b'] ?? 'E', $base[$key][0] ?? 'F');
    show(isset($base['a']), isset($base[0]), isset($base[$key]), isset($base["$key!"]), isset($base['a']['b']), isset($base[$key]->p));
    show(empty($base['a']), empty($base[0]), empty($base[$key]), $base->p ?? 'G', $base->p['x'] ?? 'H', $base?->p->q ?? 'I');
}
foreach ([null, false, true, 12, 1.5, 'text', '', [], ['a' => null, 'k' => 0], ['k' => [7]], new Table, new stdClass] as $base) {
    foreach (['k', 1, -1, 'x'] as $key) {
        try { ask($base, $key); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
    }
}
function undefined()
{
    show($none['a'] ?? 1, $none[$key] ?? 2, isset($none['a'][$key]), $none[$key]['x'] ?? 3, empty($none['a']));
    $list = ['' => 'empty'];
    show($list[$key] ?? 4, isset($list[$key]), $list['x'][$key] ?? 5, $list[$key]['x'] ?? 6);
    $shared = null;
    $bound = &$shared;
    show($bound['x'] ?? 7, isset($bound['x']), $bound['x']['y'] ?? 8);
    $bound = ['x' => null];
    show($bound['x'] ?? 9, isset($bound['x']), $bound['x']['y'] ?? 10);
}
undefined();
undefined();
foreach ([new stdClass, [], null, 1.5, true] as $key) {
    foreach ([['a' => 1], null, 5] as $base) {
        try { show($base[$key] ?? 'none', isset($base[$key]), $base[$key]['x'] ?? 'none'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
    }
}
