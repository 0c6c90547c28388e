<?php
// Programs on generators that hand on what others yield.

function begin(): void
{
}

/** Prints a value, and gives it back. */
function note($value)
{
    echo json_encode($value), ' ';
    return $value;
}

/** Prints who has called. */
function trace(): void
{
    foreach (debug_backtrace() as $frame) {
        echo $frame['function'] === 'run' ? '' : $frame['line'] ?? '-', $frame['class'] ?? '', ',';
        if ($frame['function'] === 'run') {
            break;
        }
    }
    echo ' ';
}

function pair($k)
{
    yield $k;
    yield $k + 1;
    return $k;
}

function both(Closure $one, Closure $other)
{
    yield from $one(1);
    $r = yield from $other(0);
    note($r);
}

class Walked implements IteratorAggregate
{
    public function __construct(private int $from) {}
    public function getIterator(): Iterator { yield 'first' => $this->from; yield $this->from + 1; }
}

class Mortal
{
    public function __construct(private string $name) {}
    public function __destruct() { echo '~', $this->name, ' '; }
}

/** Goes through a generator by its methods. */
function walk(Generator $g): void
{
    while ($g->valid()) {
        note([$g->key(), $g->current()]);
        $g->next();
    }
    note($g->getReturn());
}

/** Sends numbers to a generator. */
function send(Generator $g, int $count): void
{
    for ($i = 0; $i < $count; $i++) {
        note($g->send($i));
    }
}

/** Throws into a generator at its second value, and goes on. */
function interrupt(Generator $g): void
{
    note($g->current());
    $g->next();
    note($g->throw(new Exception('thrown')));
    foreach ($g as $k => $v) {
        note([$k, $v]);
    }
}

/** Leaves a generator at one of its first values. */
function leave(Generator $g, int $most): void
{
    foreach ($g as $v) {
        note($v);
        if ($most-- === 0) {
            break;
        }
    }
    try {
        $g->rewind();
        note('rewound');
    } catch (Exception $e) {
        note($e->getMessage());
    }
}
