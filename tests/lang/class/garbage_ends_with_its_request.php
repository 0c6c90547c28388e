<?php
// In each of several runs of one process the same is left to use.
class Node {
    public ?Node $next = null;
    public array $list = [];
    public string $text;
    public function __construct(int $number) { $this->text = "node $number" . str_repeat("x", 400); }
}
$array = ["text" => str_repeat("a", 100_000)];
$array["itself"] = &$array;
for ($i = 0; $i < 5_000; $i++) {
    $node = new Node($i);
    $node->next = new Node($i);
    $node->next->list = [$node];
}
function numbers() {
    $own = yield 1;
    yield $own;
}
$numbers = numbers();
$numbers->current();
$held = new stdClass;
$held->numbers = $numbers;
$held->itself = $held;
$closure = function () use (&$closure) { return $closure; };
var_dump(memory_get_usage() < 2_000_000);
