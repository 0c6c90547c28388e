<?php
// Calls of every kind inside calls of every kind, and an exception on its way out of all of them.
// matrix.php [DEPTH [KIND KIND]]: each pair of kinds takes turns DEPTH times.

class Step
{
    public function __construct(public array $kinds, public int $left) {}
    public function next(): Step { return new Step([$this->kinds[1], $this->kinds[0]], $this->left - 1); }
    public function __toString(): string { return (string) go($this); }
    public function __get($name) { return go($this); }
    public static function __callStatic($name, $arguments) { return go($arguments[0]); }
    public function method() { return go($this); }
}

const KINDS = [
    'function' => 'call', 'method' => 'method', 'closure' => 'closure', 'magic call' => 'magic', 'native' => 'native',
    'sort' => 'sort_with', 'to string' => 'text', 'get' => 'get', 'foreach' => 'loop', 'generator' => 'generator',
    'yield from' => 'delegate', 'fiber' => 'fiber', 'eval' => 'evaluated', 'destructor' => 'destroyed',
];

class Destroyed { public function __construct(public $step) {} public function __destruct() { $GLOBALS['last'] = go($this->step); } }

function go(Step $step)
{
    if ($step->left === 0) throw new Exception('bottom');
    return (KINDS[$step->kinds[0]])($step->next());
}
function call($step) { return 1 + go($step); }
function method($step) { return 1 + $step->method(); }
function closure($step) { return 1 + (function () use ($step) { return go($step); })(); }
function magic($step) { return 1 + Step::absent($step); }
function native($step) { return 1 + array_map('go', [$step])[0]; }
function sort_by($a, $b) { return go($a); }
function text($step) { return 1 + (int) "$step"; }
function get($step) { return 1 + $step->absent; }
function yielding($step) { yield go($step); }
function loop($step) { foreach (yielding($step) as $value) return 1 + $value; }
function generator($step) { return 1 + yielding($step)->current(); }
function delegating($step) { return yield from yielding($step); }
function delegate($step) { foreach (delegating($step) as $value) return 1 + $value; }
function fiber($step) { $fiber = new Fiber('go'); $fiber->start($step); return 1 + $fiber->getReturn(); }
function evaluated($step) { return 1 + eval('return go($step);'); }
function destroyed($step) { $gone = new Destroyed($step); unset($gone); return 1 + $GLOBALS['last']; }
function sort_with($step) { $list = [$step, $step]; usort($list, 'sort_by'); return 1; }

function pair(array $kinds, int $depth): string
{
    try {
        go(new Step(array_map(fn($kind) => $kind, $kinds), $depth));
        return 'returned';
    } catch (Exception $e) {
        $text = $e::class . ' ' . $e->getMessage();
        for ($previous = 0; $e = $e->getPrevious(); $previous++);
        return "$text $previous";
    } catch (Error $e) {
        return preg_match('/Maximum call stack size|Fiber stack|already running|Allowed/', $e->getMessage()) ? 'Error of the stack' : $e->getMessage();
    }
}

[, $depth, $one, $other] = $argv + [1 => '60', 2 => null, 3 => null];
foreach (array_keys(KINDS) as $first) {
    if ($one !== null && $one !== $first) continue;
    foreach (array_keys(KINDS) as $second) {
        if ($other !== null && $other !== $second) continue;
        echo "$first, $second: ", pair([$first, $second], (int) $depth), "\n";
    }
}
