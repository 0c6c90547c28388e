<?php
// Values that are shared and let go: a document that is edited, with versions to go back to.

final class Node
{
    public function __construct(public string $name, public array $children = [], public array $attributes = []) {}

    public function with(Node ...$children): Node
    {
        $copy = clone $this;
        foreach ($children as $child) {
            $copy->children[] = $child;
        }
        return $copy;
    }

    public function named(string $name): Node
    {
        $copy = clone $this;
        $copy->name = $name;
        return $copy;
    }

    public function size(): int
    {
        $size = 1;
        foreach ($this->children as $child) {
            $size += $child->size();
        }
        return $size;
    }
}

final class History
{
    private array $versions = [];
    public function push(array $document): void
    {
        $this->versions[] = $document;
        if (count($this->versions) > 20) {
            array_shift($this->versions);
        }
    }
    public function back(int $steps): array { return $this->versions[max(0, count($this->versions) - 1 - $steps)]; }
}

function tree(int $depth, string $name): Node
{
    $node = new Node($name, [], ['depth' => $depth]);
    if ($depth === 0) {
        return $node;
    }
    return $node->with(tree($depth - 1, $name . 'l'), tree($depth - 1, $name . 'r'));
}

function edit(array $document, int $at): array
{
    $section = $document['sections'][$at % 4];
    $section[] = ['text' => 'line ' . $at, 'marks' => [$at, $at + 1]];
    if (count($section) > 12) {
        $section = array_slice($section, 4);
    }
    $document['sections'][$at % 4] = $section;
    $document['edits'] = $document['edits'] + 1;
    return $document;
}

$rounds = (int) (getenv('ROUNDS') ?: 1);
$history = new History();
$document = ['title' => 'draft', 'sections' => [[], [], [], []], 'edits' => 0];
$sizes = 0;
for ($i = 0; $i < 12000 * $rounds; $i++) {
    $document = edit($document, $i);
    $history->push($document);
    if ($i % 7 === 0) {
        $document = $history->back(3);
    }
    if ($i % 100 === 0) {
        $tree = tree(6, 'n');
        $sizes += $tree->named('root')->with($tree, $tree)->size();
    }
}
echo $document['edits'], ' ', $document['sections'][1][0]['text'], ' ', count($document['sections'][2]), ' ', $sizes, "\n";
