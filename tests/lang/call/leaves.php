<?php
// Functions that only compute, called hot, and what they meet all of a sudden: other types and
// classes, no value, references, overflow, division by zero, errors that name their frames.

class Point
{
    public $free = 1;
    public function __construct(
        public readonly float $x,
        public readonly float $y,
        protected int $count = 3,
        private ?string $name = 'point',
        private array $list = [1, 2],
        private ?Point $next = null,
    ) {
    }

    public function x(): float { return $this->x; }
    public function count(): int { return $this->count; }
    public function name(): ?string { return $this->name; }
    public function list(): array { return $this->list; }
    public function next(): ?Point { return $this->next; }
    public function free() { return $this->free; }
    public function wide(): float { return $this->count; }
    public function dot(Point $o): float { return $this->x * $o->x + $this->y * $o->y; }
    public function scaled(float $by): float { return $this->x * $by; }
    public function isFar(): bool { return $this->count > 2; }
    public function isNear(): bool { return !($this->count > 2); }
    public function twice() { $half = $this->count; $all = $half + $half; return $all; }
    public function self(): static { return $this; }
    public function setName($name) { $this->name = $name; return $this; }
    public function &freeRef() { return $this->free; }
}

class Deeper extends Point
{
    public function count(): int { return -1; }
}

function sum($a, $b) { return $a + $b; }
function ratio($a, $b) { return 1.5 / (($a + $b) * 2); }
function left(int $a, float $b): float { return $a * $b; }
function less($a, $b) { return $a < $b; }
function same($a, $b) { return $a === $b; }
function shifted(int $a, int $by) { return $a << $by; }
function rest(int $a, int $by) { return $a % $by; }
function none($a) { return $missing + $a; }
function constant_(): int { return 42; }

function told(callable $what): void
{
    try {
        var_dump($what());
    } catch (Throwable $e) {
        echo get_class($e), ' ', preg_replace('/ in .*| called in .*/', '', $e->getMessage()), ' ';
        echo implode(' ', array_map(fn($frame) => strtok($frame['function'], ':'), $e->getTrace())), "\n";
    }
}

set_error_handler(function ($level, $text) {
    echo "<$text> ";
    return true;
});

function getters(array $points): array
{
    $found = [];
    foreach ($points as $p) {
        $found = [$p->x(), $p->count(), $p->name(), $p->list(), $p->free(), $p->wide(), $p->isFar(), $p->isNear(), $p->twice()];
        $found[] = $p->dot($p) + $p->scaled(2.5) + $p->scaled(3);
        $found[] = $p->next() === null ? 'last' : $p->next()->name();
        $found[] = $p->self() === $p;
    }
    return $found;
}

function numbers(array $pairs): array
{
    $found = [];
    foreach ($pairs as [$a, $b]) {
        $found = [sum($a, $b), ratio($a, $b), less($a, $b), same($a, $b), constant_()];
    }
    return $found;
}

$first = new Point(1.5, 2.5);
$points = array_fill(0, 60, new Point(2.5, 3.5, 5, 'second', ['a'], $first));
for ($i = 0; $i < 20; $i++) {
    $got = getters($points);
}
echo json_encode($got), "\n";
echo json_encode(getters([...$points, new Deeper(1, 2)])), "\n";
echo json_encode(getters([...$points, (new Point(0, 1, 2, null))->setName('renamed')])), "\n";
$loose = new Point(4, 5, 1);
$loose->free = ['now', 'a', 'list'];
echo json_encode(getters([...$points, $loose])), "\n";
$loose->free = new ArrayObject([1]);
echo json_encode(getters([...$points, $loose])), "\n";
$alias = &$loose->free;
$alias = 'referred to';
echo json_encode(getters([...$points, $loose])), "\n";
unset($loose->free);
told(fn() => getters([...$points, $loose]));
$bound = &$points[0]->freeRef();
$bound = 7.5;
told(fn() => getters($points)[4]);
$lazy = (new ReflectionClass(Point::class))->newLazyGhost(fn($p) => $p->__construct(9, 9, 9));
told(fn() => json_encode(getters([...$points, $lazy])));
$bare = (new ReflectionClass(Point::class))->newInstanceWithoutConstructor();
told(fn() => getters([...$points, $bare]));

$pairs = array_fill(0, 60, [3, 4]);
for ($i = 0; $i < 20; $i++) {
    $got = numbers($pairs);
}
foreach ([[PHP_INT_MAX, 1], [1.5, 2], [0, 0], ['5', 2], ['x', 1], [[], 1], [null, true], [1, -1]] as $odd) {
    told(fn() => json_encode(numbers([...$pairs, $odd])));
}

function hot(int $rounds, $a, $b)
{
    for ($i = 0; $i < $rounds; $i++) {
        $kept = left($i, 2) + shifted($i & 7, 3) + rest($i, 7);
    }
    return [$kept, left($a, $b), shifted($a, $b), rest($a, $b), none($a)];
}

for ($i = 0; $i < 10; $i++) {
    $got = hot(100, 5, 2);
}
told(fn() => json_encode($got));
told(fn() => json_encode(hot(100, '7', 2)));
told(fn() => hot(100, 5, -1));
told(fn() => hot(100, 5, 0));
told(fn() => hot(100, 5, 65));
told(fn() => hot(100, 'five', 1));
