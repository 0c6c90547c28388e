<?php
// Functions that call themselves, hot: types that change on the way down, errors from deep below,
// references, methods, and code that was made again meanwhile.

function fib($n) { return $n < 2 ? $n : fib($n - 1) + fib($n - 2); }

function odd($n, $x) { return $n === 0 ? $x : odd($n - 1, $n === 50 ? $x . 's' : $x); }

function deep(int $n, int $at): int
{
    if ($n === $at) {
        throw new RangeException("at $n");
    }
    return $n > 0 ? 1 + deep($n - 1, $at) : 0;
}

function &through(array &$list, int $n)
{
    $list[$n % 5] = ($list[$n % 5] ?? 0) + $n;
    if ($n > 0) {
        return through($list, $n - 1);
    }
    return $list;
}

function defaults(int $n, $more = [1, 2], ...$rest) { return $n > 0 ? defaults($n - 1, ...[$more, $n]) : count($rest) . json_encode($more); }

function locals($n) { $a = "a$n"; $b = [$n, $a]; if ($n > 0) { $c = locals($n - 1); } return $b[1] . ($c ?? '.'); }

function mutual($n) { return $n > 0 ? other($n - 1) + 1 : 0; }
function other($n) { return $n > 0 ? mutual($n - 1) + 1 : 0; }

class Tree
{
    public ?Tree $left = null;
    public ?Tree $right = null;
    public static int $made = 0;

    public static function of(int $depth): Tree
    {
        self::$made++;
        $tree = new static;
        if ($depth > 0) {
            $tree->left = self::of($depth - 1);
            $tree->right = static::of($depth - 1);
        }
        return $tree;
    }

    public function size(): int { return 1 + ($this->left === null ? 0 : $this->left->size() + $this->right->size()); }

    public function find(int $depth, int $at)
    {
        if ($depth === $at) {
            return $this;
        }
        return $this->left->find($depth + 1, $at);
    }
}

echo fib(18), ' ', fib(10.0), ' ', fib('12'), "\n";
for ($i = 0; $i < 30; $i++) {
    $got = odd(20, 1);
}
echo $got, ' ', odd(100, 1.5), ' ', odd(100, 'text'), "\n";
for ($i = 0; $i < 30; $i++) {
    $got = deep(60, -1);
}
echo $got, ' ', deep(20000, -1), "\n";
try {
    deep(300, 20);
} catch (RangeException $e) {
    echo $e->getMessage(), ' ', count($e->getTrace()), "\n";
}
try {
    deep('many', 20);
} catch (TypeError $e) {
    echo strtok($e->getMessage(), ','), "\n";
}
for ($i = 0; $i < 30; $i++) {
    $list = [];
    $same = &through($list, 40);
}
$same[] = 'bound';
echo json_encode($list), ' ', defaults(30), ' ', defaults(1), ' ', md5(locals(80)), ' ', mutual(1001), "\n";
for ($i = 0; $i < 30; $i++) {
    $tree = Tree::of(6);
    $got = $tree->size();
}
echo $got, ' ', Tree::$made, ' ', $tree->find(0, 6)->size(), "\n";
try {
    $tree->find(0, 9);
} catch (Error $e) {
    echo $e->getMessage(), ' ', count($e->getTrace()), "\n";
}
$sum = function ($n) use (&$sum) { return $n > 0 ? $n + $sum($n - 1) : 0; };
for ($i = 0; $i < 30; $i++) {
    $got = $sum(50);
}
echo $got, ' ', $sum(100.5), "\n";
