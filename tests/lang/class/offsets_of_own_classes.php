<?php
// `ArrayAccess` of classes of scripts, read and asked in all ways.

class Table implements ArrayAccess
{
    public array $data = ['a' => 1, 'null' => null, 5 => 'five'];
    public function offsetExists(mixed $key): bool { echo 'exists(', json_encode($key), ') '; return isset($this->data[$key]); }
    public function offsetGet(mixed $key): mixed { echo 'get(', json_encode($key), ') '; return $this->data[$key] ?? 'none'; }
    public function offsetSet(mixed $key, mixed $value): void { echo 'set '; $this->data[$key ?? 'new'] = $value; }
    public function offsetUnset(mixed $key): void { echo 'unset '; unset($this->data[$key]); }
}
class Loud { public function __construct(public string $name) {} public function __destruct() { echo "-{$this->name} "; } }
class Fresh implements ArrayAccess
{
    public function offsetExists($key): bool { return new Loud("exists $key") instanceof Loud; }
    public function offsetGet($key): mixed { return new Loud("get $key"); }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
class Bound implements ArrayAccess
{
    private $value = ['x' => 1];
    public function offsetExists($key): bool { return true; }
    public function &offsetGet($key): mixed { return $this->value; }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
class Failing extends Table
{
    public function offsetGet(mixed $key): mixed { $own = new Loud('own'); throw new RuntimeException("get $key"); }
    public function offsetExists(mixed $key): bool { throw new RuntimeException("exists " . json_encode($key)); }
}
class Odd implements ArrayAccess
{
    public function offsetExists($key, $more = 'more'): bool { echo func_num_args(), $more, ' '; return $key > 0; }
    public function offsetGet($key, ...$rest): mixed { return [func_num_args(), $rest]; }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
class Generating implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): Generator { yield $key; yield $key . '!'; }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
class Listed extends ArrayObject { public function offsetGet(mixed $key): mixed { return 'own ' . parent::offsetGet($key); } }

function reads($o, $key, $turn)
{
    $value = $o[$key];
    var_dump($value, $o['a'], $o[5], $o["a$turn"]);
    $value = $o['null'];
    var_dump($value, $o[$key] ?? 'quiet', $o['null'] ?? 'quiet', $o['no'] ?? 'quiet', $o[$turn . ''] ?? 'quiet');
    var_dump(isset($o[$key]), isset($o['null']), isset($o['no']), isset($o["a$turn"]), empty($o['a']), empty($o['no']));
    $list = [$o['a'], $o[$key] . 'x'];
    echo json_encode($list), "\n";
}
for ($turn = 0; $turn < 3; $turn++) {
    reads(new Table, 'a', $turn);
    reads(new Listed(['a' => 1, 5 => 2, 'a0' => 3, 'a1' => 4, 'a2' => 5, 'null' => null]), 'a', $turn);
}
function loud($o) { $x = $o['one']; echo 'kept '; $x = $o['two']; echo 'replaced '; isset($o['three']); echo $o['four']->name, ' ', ($o['five'] ?? null)->name, "\n"; }
loud(new Fresh);
loud(new Fresh);
function bound($o) { $x = $o['k']; $x['x'] = 2; $y = $o['k']; echo json_encode([$x, $y, isset($o['k']), $o['k'] ?? 0]), "\n"; }
bound(new Bound);
function failing($o, $key)
{
    $before = new Loud('before');
    foreach ([1, 2, 3, 4] as $way) {
        try {
            echo 'way ', $way, ': ', match ($way) { 1 => $o[$key], 2 => [$key, $o["$key!"]][1], 3 => isset($o[$key]), 4 => $o[$key] ?? 'none' };
        } catch (RuntimeException $e) {
            echo $e->getMessage(), ' line ', $e->getLine(), ' from ', $e->getTrace()[0]['function'], ' at ', $e->getTrace()[0]['line'], "\n";
        }
    }
}
failing(new Failing, 'k');
unset($e);
function odd($o) { var_dump(isset($o[1]), isset($o[0]), $o[1]); }
odd(new Odd);
function generating($o) { foreach ($o['g'] as $v) { echo $v, ' '; } echo "\n"; }
generating(new Generating);

// The local that the value goes to is bound to a typed property while the method runs.
class Typed { public int $n = 0; public ?string $s = null; }
class Binding implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { global $typed, $into; $into = &$typed->$key; return '12'; }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
$typed = new Typed;
$binding = new Binding;
$into = $binding['n'];
$into = $binding['s'];
unset($into);
echo json_encode($typed), "\n";
class Deep implements ArrayAccess
{
    public function offsetExists($key): bool { return $key <= 0 || isset($this[$key - 1]); }
    public function offsetGet($key): mixed { return $key <= 0 ? 'bottom' : $this[$key - 1]; }
    public function offsetSet($key, $value): void {}
    public function offsetUnset($key): void {}
}
$deep = new Deep;
var_dump($deep[200], isset($deep[200]));
function undefined($o) { try { return @$o[$none]; } catch (Throwable $e) { return get_class($e); } }
var_dump(undefined(new Table));
$fiber = new Fiber(function () { $o = new class extends Table { public function offsetGet(mixed $key): mixed { return Fiber::suspend($key); } }; echo $o['asked'], "\n"; });
echo $fiber->start(), ' ';
$fiber->resume('answered');
