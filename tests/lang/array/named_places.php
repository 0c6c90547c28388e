<?php
// One piece of code that names keys meets arrays of all kinds, where the keys lie elsewhere each time.

function read(array $a) { return ($a['x'] ?? '-') . '/' . (isset($a['y']['z']) ? $a['y']['z'] : '-'); }
function write(array $a) { $a['x'] = 'w'; $a['y']['z'] = 'v'; return $a; }
function step(array $a) { ++$a['n']; $a['y']['n']++; $a['y']['n'] -= 3; --$a['y']['m']['k']; return $a; }

$lists = [
    ['x' => 1, 'y' => ['z' => 2]],
    ['y' => ['z' => 3], 'x' => 4],
    ['q' => 0, 'x' => 5, 'y' => ['p' => 0, 'z' => 6]],
    ['x' => 7],
    [],
    [10, 20, 'x' => 8],
    ['y' => []],
    array_merge(array_fill_keys(range('a', 'z'), []), ['x' => 26]),
    ['x' => null, 'y' => ['z' => null]],
];
foreach ($lists as $list) {
    echo read($list), ' ', json_encode(write($list)), ' ', read(write($list)), "\n";
}
$grown = [];
foreach (['b', 'x', 'c', 'y'] as $at => $key) {
    $grown[$key] = $at;
    echo read($grown), "\n";
}
unset($grown['x']);
echo read($grown), ' ';
$grown['x'] = 'again';
echo read($grown), "\n";

foreach ([['n' => 1, 'y' => ['n' => 2, 'm' => ['k' => 3]]], ['y' => ['m' => ['k' => 1], 'n' => 9], 'n' => 4]] as $a) {
    $copy = $a;
    echo json_encode(step($a)), ' ', json_encode(step(step($a))), ' ', json_encode($copy), "\n";
}
$most = ['n' => PHP_INT_MAX, 'y' => ['n' => PHP_INT_MAX, 'm' => ['k' => PHP_INT_MIN]]];
var_dump(step($most));

function shared() {
    $all = ['n' => 1, 'in' => ['n' => 1]];
    for ($i = 0; $i < 3; $i++) {
        $kept[] = $all;
        $inner[] = $all['in'];
        $all['n']++;
        $all['in']['n']++;
        $all['in']['s'] = "s$i";
        $all['t'] = "t$i";
    }
    echo json_encode([$all, $kept, $inner]), "\n";
}
shared();

class Typed { public int $n = 5; public ?string $s = 's'; public float $f = 1.5; }

function references() {
    $typed = new Typed;
    $a = ['n' => &$typed->n, 's' => &$typed->s, 'f' => &$typed->f, 'in' => ['n' => 1]];
    $in = &$a['in'];
    for ($i = 0; $i < 3; $i++) {
        $a['n']++;
        $a['s'] = "s$i";
        $a['f'] = $i;
        $a['in']['n']++;
        $a['in']['s'] = $i;
        try {
            $a['n'] = "none$i";
        } catch (TypeError $e) {
            echo $e->getMessage(), "\n";
        }
    }
    var_dump($typed, $a['in'], $in);
}
references();

function itself() {
    $a = ['x' => 1, 'y' => ['x' => 2]];
    for ($i = 0; $i < 3; $i++) {
        $a['x'] = $a;
        $a['y']['x'] = $a['y'];
        $a['x'] = count($a, COUNT_RECURSIVE);
    }
    echo json_encode($a), "\n";
}
itself();

function numeric(array $a) { $a['7'] = ($a['7'] ?? 0) + 1; $a['07'] = 'o'; return $a; }
foreach ([[], [7 => 1], ['07' => 2, '7' => 5], range(0, 8)] as $a) {
    echo json_encode(numeric(numeric($a))), "\n";
}

function of_any($base) { return isset($base['x']['y']) ? 'set' : 'unset'; }
foreach ([['x' => ['y' => 1]], 'text', null, 5, new ArrayObject(['x' => ['y' => 1]]), ['x' => 'text']] as $base) {
    echo of_any($base), ' ';
}
echo "\n";

class Last { public function __construct(public string $name) {} public function __destruct() { echo "-$this->name "; } }
function replaced() {
    $a = ['in' => []];
    for ($i = 0; $i < 3; $i++) {
        $a['o'] = new Last("o$i");
        $a['in']['o'] = new Last("in$i");
        echo "$i ";
    }
    echo "end ";
}
replaced();
echo "\n";
