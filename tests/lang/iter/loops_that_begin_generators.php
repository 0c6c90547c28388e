<?php
// A loop begins a generator that nobody has asked yet: above its own frame, without going through
// native code.

class Loud
{
    public function __construct(public string $name) {}
    public function __destruct() { echo "-{$this->name} "; }
}

function none() { return 'no value'; yield 1; }
function one($value, $key = 'k') { yield $key => $value; }
function some(int $count) { for ($i = 0; $i < $count; $i++) { yield "k$i" => $i * $i; } return 'end'; }
function fails(string $text) { $own = new Loud("own of $text"); throw new RuntimeException($text); yield 1; }
function guarded() { try { yield 1; yield 2; } finally { echo 'finally '; } }
function nested(int $depth) { if ($depth > 0) { foreach (nested($depth - 1) as $k => $v) { yield $k + 1 => "<$v>"; } } yield 0 => $depth; }
function handing() { $got = yield from some(2); yield $got; yield from []; }
function &byref(array &$list) { foreach ($list as $k => &$v) { yield $k => $v; } }

foreach (none() as $v) { echo 'never'; }
foreach (some(0) as $k => $v) { echo 'never'; }
foreach (one('v') as $k => $v) { echo "$k=$v\n"; }
foreach (some(3) as $k => $v) { echo "$k=$v "; }
echo "\n";
foreach (nested(3) as $k => $v) { echo "$k$v "; }
echo "\n";
foreach (handing() as $k => $v) { echo "$k=$v "; }
echo "\n";

function caught(int $times)
{
    for ($i = 0; $i < $times; $i++) {
        try {
            foreach (fails("turn $i") as $v) { echo 'never'; }
        } catch (RuntimeException $e) {
            echo $e->getMessage(), ' line ', $e->getLine(), ' ', count($e->getTrace()), "\n";
        }
        foreach (some(1) as $v) { echo "after $v\n"; }
    }
}
caught(3);

function left()
{
    foreach (guarded() as $v) { echo "left at $v "; break; }
    echo "behind\n";
    foreach (guarded() as $v) { return "returned at $v"; }
}
echo left(), "\n";

// The locals of the loop become references while the generator runs for the first time.
function binds() { global $value, $key; $value = 'bound'; $key = 'key'; yield 'k1' => 'v1'; echo "[$value $key] "; yield 'k2' => 'v2'; echo "[$value $key]\n"; }
foreach (binds() as $key => $value) { echo "$key=$value "; }

// Generators that have begun already, or are over.
$g = some(3);
echo $g->current(), ' ';
foreach ($g as $k => $v) { echo "$k=$v "; }
echo $g->getReturn(), "\n";
try { foreach ($g as $v) { echo 'never'; } } catch (Exception $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
$g = some(3);
foreach ($g as $v) { break; }
$g->next();
try { foreach ($g as $v) { echo 'never'; } } catch (Exception $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
$g = none();
foreach ($g as $v) {}
echo $g->getReturn(), "\n";

// A generator that runs cannot be begun.
function itself() { global $self; foreach ($self as $v) { yield $v; } }
$self = itself();
try { foreach ($self as $v) {} } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }

// Elements by reference, and a loop by value over them.
$list = [1, 2, 3];
foreach (byref($list) as &$v) { $v *= 2; }
unset($v);
foreach (byref($list) as $k => $v) { echo "$k=$v "; }
echo "\n";

// What is yielded and returned ends at its time.
function loud() { $a = new Loud('local'); yield new Loud('yielded'); echo 'on '; return new Loud('returned'); }
foreach (loud() as $v) { echo 'in '; }
unset($v);
echo "done\n";
function leaves() { foreach (loud() as $v) { throw new LogicException('out'); } }
try { leaves(); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }

class Many implements IteratorAggregate
{
    public function getIterator(): Generator { yield from ['a' => 1]; yield 'b' => 2; }
    public function all(): iterable { foreach ($this as $k => $v) { yield $k . $k => $v + 1; } }
}
foreach ((new Many)->all() as $k => $v) { echo "$k=$v "; }
echo implode(',', iterator_to_array((new Many)->all())), "\n";

function trace() { yield 1; (function () { foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS) as $f) { echo $f['function'], ':', $f['line'] ?? '-', ' '; } })(); yield 2; }
function loops() { foreach (trace() as $v) { echo $v, ' '; } echo "\n"; }
loops();
$traced = (function () { echo count(debug_backtrace()), ' '; yield 1; })();
foreach ($traced as $v) { echo $v, "\n"; }
