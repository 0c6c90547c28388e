<?php
// Loops by reference that become machine code: over lists, while they change, with what the local
// held before, and elements that are bound.

class Loud
{
    public function __construct(public string $name) { }
    public function __destruct() { echo "~{$this->name} "; }
}

function add(array &$list, int $by): int
{
    $count = 0;
    foreach ($list as &$value) {
        $value += $by;
        $count++;
    }
    unset($value);
    return $count;
}

function growing(): array
{
    $list = [1, 2, 3];
    foreach ($list as &$value) {
        if (count($list) < 12) {
            $list[] = $value * 10;
        }
        $value++;
    }
    return $list;
}

function shrinking(): array
{
    $list = range(1, 10);
    $seen = [];
    foreach ($list as &$value) {
        $seen[] = $value;
        array_pop($list);
        $value = -$value;
    }
    return [$list, $seen];
}

function copied(): array
{
    $list = range(1, 6);
    $copies = [];
    foreach ($list as &$value) {
        $value *= 2;
        $copies[] = $list;
        if ($value === 6) {
            $list = ['other' => 1, 'more' => 2];
        }
    }
    return [$list, $copies];
}

function loud(): void
{
    $list = [new Loud('a'), new Loud('b'), new Loud('c')];
    $value = new Loud('before');
    foreach ($list as &$value) {
        $value = new Loud("for {$value->name}");
    }
    echo "| ";
    unset($value);
    $value = new Loud('after');
    foreach ($list as $key => &$value) {
        $value = $key;
    }
    echo "| ";
}

function bound(int $rounds): array
{
    $rows = [[1.5, 2], [2.5, 3], [3.5, 4]];
    $pairs = [[&$rows[0], &$rows[1]], [&$rows[1], &$rows[2]]];
    for ($i = 0; $i < $rounds; $i++) {
        foreach ($pairs as &$pair) {
            $a = &$pair[0];
            $b = &$pair[1];
            $sum = $a[0] + $b[0];
            $a[1] += 1;
            $b[1] -= 2;
            $a[0] = $sum / 2;
            $a[0] += 0.25;
            $b[0] -= $a[0] / 8;
        }
        unset($a, $b, $pair);
    }
    return $rows;
}

function one_list_twice(): array
{
    $row = [1, 2.5, 3];
    $pairs = [[&$row, &$row]];
    foreach ($pairs as &$pair) {
        for ($i = 0; $i < 40; $i++) {
            $a = &$pair[0];
            $b = &$pair[1];
            $x = $a[0];
            $b[0] = $x + 1.5;
            $a[0] += $b[0];
            $y = $a[2];
            $a[2] = $i;
            $b[1] += $a[2] + $y;
        }
    }
    return $row;
}

function walk(array $tree): array
{
    foreach ($tree as &$node) {
        if (is_array($node)) {
            $node = walk($node);
        } else {
            $node = "<$node>";
        }
    }
    return $tree;
}

function left_early(array $list): array
{
    foreach ($list as &$value) {
        if ($value > 3) {
            break;
        }
        $value = 0;
    }
    $value = 'left';
    return $list;
}

function thrown(array $list): array
{
    try {
        foreach ($list as $key => &$value) {
            if ($key === 2) {
                throw new Exception("at $key");
            }
            $value = "seen $key";
        }
    } catch (Exception $e) {
        $list[] = $e->getMessage();
    }
    return $list;
}

$numbers = range(1, 20);
for ($i = 0; $i < 30; $i++) {
    $got = add($numbers, $i);
}
echo $got, ' ', implode(' ', $numbers), "\n";
for ($i = 0; $i < 4; $i++) {
    echo json_encode([growing(), shrinking(), copied()]), "\n";
    loud();
    echo "\n", json_encode([bound(20), one_list_twice(), walk([1, [2, [3]], 'x']), left_early([1, 2, 3, 4, 5])]), "\n";
    echo json_encode([thrown([1, 2, 3]), thrown(['a' => 1])]), "\n";
}
