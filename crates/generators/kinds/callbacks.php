<?php
// Programs on builtins that call back while they use a container.

class Counted implements Countable, IteratorAggregate, JsonSerializable, Stringable
{
    public $list = [1, 2, 3];
    public function count(): int { Hook::run('count'); return count($this->list); }
    public function getIterator(): Iterator { Hook::run('iterate'); foreach ($this->list as $k => $v) { Hook::run("at $k"); yield $k => $v; } }
    public function jsonSerialize(): mixed { Hook::run('json'); return $this->list; }
    public function __toString(): string { Hook::run('text'); return 'b'; }
    public function __serialize(): array { Hook::run('serialize'); return ['list' => $this->list]; }
    public function __unserialize(array $data): void { Hook::run('unserialize'); $this->list = $data['list']; }
    public function __clone() { Hook::run('clone'); }
    public function __debugInfo() { try { Hook::run('debug'); } catch (Exception) { echo 'held '; } return ['list' => $this->list]; }
    public function method(...$arguments) { Hook::run('method'); return count($arguments); }
    public static function compare($x, $y) { Hook::run('compare'); return strcmp(shown($x), shown($y)); }
}

class LoudHeap extends SplHeap
{
    protected function compare($x, $y): int { Hook::run('heap ' . shown($x) . shown($y)); return strcmp(shown($y), shown($x)); }
}

class LoudQueue extends SplPriorityQueue
{
    public function compare($x, $y): int { Hook::run('queue ' . shown($x) . shown($y)); return $x <=> $y; }
}

class Heap extends SplHeap
{
    protected function compare($x, $y): int { return strcmp(shown($y), shown($x)); }
}

/** Calls a function whose name is not known before. */
function call(string $function, ...$arguments)
{
    return $function(...$arguments);
}

/** `var_dump()` without the numbers of objects. */
function dump($value): void
{
    ob_start();
    var_dump($value);
    echo preg_replace('/#\d+ /', '', ob_get_clean());
}

