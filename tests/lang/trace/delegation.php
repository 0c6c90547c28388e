<?php
// Generators that wait for what they delegate to are callers of it.
function show(Throwable $e): void {
    foreach (explode("\n", $e->getTraceAsString()) as $line) echo preg_replace('~ \S*/~', ' ', $line), "\n";
}

function inner(int $n) {
    yield $n;
    throw new Exception("inner");
}

function middle(int $n) { yield from inner($n); }

function outer(string $word) {
    try {
        yield from middle(strlen($word));
    } catch (Exception $e) {
        show($e);
    }
    yield 'on';
}

foreach (outer('four') as $value) var_dump($value);

$g = outer('to');
var_dump($g->current());
$g->next();
var_dump($g->current());

class Words implements Iterator {
    private int $at = 0;
    public function current(): mixed { return $this->at; }
    public function key(): mixed { if ($this->at > 1) throw new Exception("key"); return $this->at; }
    public function next(): void { $this->at++; }
    public function rewind(): void {}
    public function valid(): bool { return true; }
}

function words() { yield from new Words; }

try {
    foreach (words() as $word) var_dump($word);
} catch (Exception $e) {
    show($e);
}

function itself() { try { yield from (yield); } catch (Error $e) { echo $e->getMessage(), "\n"; show($e); } }
$g = itself();
$g->send($g);
