<?php
// A property that was passed by reference is passed again: it keeps its type and its owner.
final class History
{
    private array $versions = [];
    public ?History $inner = null;
    public int $number = 1;

    public function push(array $version): int
    {
        $this->versions[] = $version;
        if (count($this->versions) > 3) {
            array_shift($this->versions);
        }
        return count($this->versions);
    }

    public function last(): array
    {
        return end($this->versions);
    }

    public function drop(): void
    {
        array_pop($this->inner->versions);
    }
}

function spoil(&$number, $with)
{
    try {
        $number = $with;
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}

$history = new History();
for ($i = 0; $i < 6; $i++) {
    echo $history->push([$i, "line $i"]), ' ';
}
echo "\n", implode(' ', $history->last()), "\n";
$outer = new History();
$outer->inner = $history;
for ($i = 0; $i < 5; $i++) {
    $outer->drop();
    echo count((array) $history) , "\n";
}
for ($i = 0; $i < 3; $i++) {
    spoil($history->number, 'many');
    spoil($history->number, (string) $i);
    var_dump($history->number);
}
$copy = clone $history;
spoil($copy->number, 77);
var_dump($history->number, $copy->number);

class Closed
{
    public readonly array $list;
    public private(set) array $open = [1];

    public function __construct()
    {
        $this->list = [3, 1, 2];
    }

    public function sorted(): void
    {
        sort($this->open);
    }
}
$closed = new Closed();
$closed->sorted();
for ($i = 0; $i < 2; $i++) {
    try {
        sort($closed->list);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        sort($closed->open);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
