<?php
// Times operations on n things and on four times as many: growth.php [N [CASE…]]. A line a case: its
// name, the CPU seconds for n, those for 4n. What takes time by the square of n takes sixteen times as long.

/** What n expressions or statements look like in a row, as a script. */
function source(int $n, callable $one, string $between, string $before, string $behind): string
{
    return $before . implode($between, array_map($one, range(1, $n))) . $behind;
}

/** An object with n properties that no class declares. */
function wide(int $n): stdClass
{
    $object = new stdClass;
    for ($i = 0; $i < $n; $i++) $object->{"p$i"} = $i;
    return $object;
}

class Node
{
    public $next;
}

function nested(int $depth): int { return $depth ? nested($depth - 1) : 0; }

$cases = [
    // Sources.
    'list of sums' => fn($n) => eval(source($n, fn($i) => "\$n + $i", ',', 'return fn($n) => [', '];')),
    'list of constants' => fn($n) => eval(source($n, fn($i) => "[$i, 'k$i' => null]", ',', 'return [', '];')),
    'concatenation' => fn($n) => eval(source($n / 4, fn($i) => "\$n . 'a$i'", '.', 'return fn($n) => ', ';')),
    'statements' => fn($n) => eval(source($n, fn($i) => "\$v[$i] = \$n + $i;", '', '', '')),
    'variables' => fn($n) => eval(source($n, fn($i) => "\$v$i = $i;", '', 'return function () {', '};')),
    'ifs' => fn($n) => eval(source($n, fn($i) => "if (\$n == -$i) return $i;", '', '', '')),
    'elseifs' => fn($n) => eval(source($n / 20, fn($i) => "if (\$n == -$i) return $i;", ' else ', '', '')),
    'cases' => fn($n) => eval(source($n, fn($i) => "case -$i: return $i;", '', 'switch ($n) {', '}')),
    'texts' => fn($n) => eval(source($n, fn($i) => "case 'c$i': return $i;", '', 'switch ("c$n") {', '}')),
    'arms' => fn($n) => eval(source($n, fn($i) => "'m$i' => $i", ',', 'return match ("m1") {', '};')),
    'calls' => fn($n) => eval(source($n, fn($i) => "strlen((string) $i);", '', '', '')),
    'functions' => fn($n) => eval(source($n, fn($i) => "function () { return $i; };", '', '', '')),
    'methods' => fn($n) => eval(source($n, fn($i) => "function m$i() {}", '', 'new class {', '};')),
    'declared properties' => fn($n) => eval(source($n, fn($i) => "public \$p$i = $i;", '', 'new class {', '};')),
    'constants' => fn($n) => eval(source($n, fn($i) => "const C$i = $i;", '', 'new class {', '};')),
    'try' => fn($n) => eval(source($n / 4, fn($i) => 'try { $n++; } finally { $n--; }', '', '', '')),
    'heredoc' => fn($n) => eval("return <<<X\n" . source($n, fn($i) => "line $i \$n", "\n", '', "\nX;")),
    // Objects.
    'properties written' => fn($n) => wide($n),
    'properties walked' => function ($n) { foreach (wide($n) as $k => $v); },
    'properties unset' => function ($n) { $o = wide($n); for ($i = 0; $i < $n; $i++) unset($o->{"p$i"}); },
    'properties unset from behind' => function ($n) { $o = wide($n); for ($i = $n; $i--;) unset($o->{"p$i"}); },
    'object to array' => fn($n) => (object) (array) wide($n),
    'objects equal' => fn($n) => wide($n) == wide($n),
    'clone' => function ($n) { $o = clone wide($n); $o->x = 1; },
    'var_export' => fn($n) => var_export(wide($n), true),
    'json' => fn($n) => json_decode(json_encode(wide($n))),
    'serialize' => fn($n) => unserialize(serialize(wide($n))),
    'serialize the same again' => function ($n) { $o = new stdClass; return unserialize(serialize(array_fill(0, $n, $o))); },
    'chain' => function ($n) { $first = null; for ($i = 0; $i < $n; $i++) { $o = new Node; $o->next = $first; $first = $o; } },
    'ring' => function ($n) { $a = []; for ($i = 0; $i < $n; $i++) { $a[$i] = new Node; $a[$i]->next = $a[$i ? $i - 1 : 0]; } $a[0]->next = $a[$n - 1]; $a = null; gc_collect_cycles(); },
    'weak map' => function ($n) { $m = new WeakMap; $l = []; for ($i = 0; $i < $n; $i++) $m[$l[] = new Node] = 1; foreach ($m as $v); $l = []; },
    'weak references' => function ($n) { $l = []; for ($i = 0; $i < $n; $i++) $l[] = WeakReference::create(new Node); },
    'closures' => function ($n) { $l = []; for ($i = 0; $i < $n; $i++) $l[] = fn() => $i; },
    // Arrays.
    'first taken' => function ($n) { $a = range(1, $n); while ($a) array_shift($a); },
    'last taken' => function ($n) { $a = range(1, $n); while ($a) array_pop($a); },
    'first key unset' => function ($n) { $a = array_flip(range(1, $n)); while ($a) unset($a[array_key_first($a)]); },
    'reset and unset' => function ($n) { $a = range(1, $n); while ($a) { reset($a); unset($a[key($a)]); } },
    'last key unset' => function ($n) { $a = range(1, $n); while ($a) { end($a); unset($a[key($a)]); } },
    'unset while walked' => function ($n) { $a = range(1, $n); foreach ($a as $k => $v) unset($a[$k]); },
    'added while walked' => function ($n) { $a = [1]; foreach ($a as $k => &$v) if ($k < $n) $a[] = 1; },
    'written while walked' => function ($n) { $a = range(1, $n); foreach ($a as $k => $v) $a[$k] = -$v; },
    'pointer' => function ($n) { $a = range(1, $n); while (current($a) !== false) next($a); },
    'nested' => function ($n) { $a = ['x' => ['y' => []]]; for ($i = 0; $i < $n; $i++) $a['x']['y'][] = $i; },
    'in a property' => function ($n) { $o = new stdClass; $o->l = []; for ($i = 0; $i < $n; $i++) $o->l[] = $i; },
    'in a static' => function ($n) { static $l = []; $l = []; for ($i = 0; $i < $n; $i++) $l[] = $i; },
    'by reference' => function ($n) { $f = function (&$a, $i) { $a[] = $i; }; $a = []; for ($i = 0; $i < $n; $i++) $f($a, $i); },
    'sorted' => function ($n) { $a = range(1, $n); sort($a); rsort($a); usort($a, fn($x, $y) => $x <=> $y); },
    'sorted equals' => function ($n) { $a = array_fill(0, $n, 'x'); sort($a); asort($a); usort($a, fn() => 0); },
    'unique' => fn($n) => array_unique(range(1, $n)),
    'spread' => fn($n) => [...range(1, $n), ...range(1, $n)],
    'arguments' => fn($n) => max(...range(1, $n)),
    'generator' => function ($n) { foreach ((function () use ($n) { for ($i = 0; $i < $n; $i++) yield $i => $i; })() as $v); },
    // Texts.
    'appended' => function ($n) { $s = ''; for ($i = 0; $i < $n; $i++) $s .= 'xxxxxxxxxx'; },
    'appended to a property' => function ($n) { $o = new stdClass; $o->s = ''; for ($i = 0; $i < $n; $i++) $o->s .= 'xxxxxxxxxx'; },
    'appended to an element' => function ($n) { $a = ['s' => '']; for ($i = 0; $i < $n; $i++) $a['s'] .= 'xxxxxxxxxx'; },
    'appended by reference' => function ($n) { $s = ''; $r = &$s; for ($i = 0; $i < $n; $i++) $r .= 'xxxxxxxxxx'; },
    'bytes read' => function ($n) { $s = str_repeat('x', $n); for ($i = 0; $i < $n; $i++) $s[$i]; },
    'bytes written' => function ($n) { $s = str_repeat('x', $n); for ($i = 0; $i < $n; $i++) $s[$i] = 'y'; },
    'printed' => function ($n) { ob_start(); for ($i = 0; $i < $n; $i++) echo 'xxxxxxxxxx'; ob_end_clean(); },
    'matches' => function ($n) { $s = str_repeat('ab ', $n); $p = 0; while (preg_match('/\w+/', $s, $m, PREG_OFFSET_CAPTURE, $p)) $p = $m[0][1] + 2; },
    'all matches' => fn($n) => preg_match_all('/\w+/', str_repeat('ab ', $n)),
    'replaced' => fn($n) => preg_replace_callback('/\w+/', fn($m) => $m[0], str_repeat('ab ', $n)),
    // The library.
    'ArrayObject' => function ($n) { $a = new ArrayObject(range(1, $n)); foreach ($a as $k => $v) $a[$k] = 1; },
    'ArrayObject of an object' => function ($n) { foreach (new ArrayObject(wide($n)) as $k => $v); },
    'ArrayIterator' => function ($n) { for ($a = new ArrayIterator(range(1, $n)); $a->valid(); $a->next()); },
    'SplObjectStorage' => function ($n) { $s = new SplObjectStorage; $l = []; for ($i = 0; $i < $n; $i++) $s->attach($l[] = new Node); foreach ($s as $x); foreach ($l as $x) $s->detach($x); },
    'SplQueue' => function ($n) { $s = new SplQueue; for ($i = 0; $i < $n; $i++) $s->enqueue($i); while (!$s->isEmpty()) $s->dequeue(); },
    'SplMinHeap' => function ($n) { $s = new SplMinHeap; for ($i = 0; $i < $n; $i++) $s->insert($n - $i); while (!$s->isEmpty()) $s->extract(); },
    'SplPriorityQueue' => function ($n) { $s = new SplPriorityQueue; for ($i = 0; $i < $n; $i++) $s->insert($i, $n - $i); while (!$s->isEmpty()) $s->extract(); },
    'SplFixedArray' => function ($n) { $s = new SplFixedArray($n); for ($i = 0; $i < $n; $i++) $s[$i] = $i; foreach ($s as $v); },
    'SplDoublyLinkedList' => function ($n) { $s = new SplDoublyLinkedList; for ($i = 0; $i < $n; $i++) $s->push($i); foreach ($s as $v); },
    'exceptions' => function ($n) { for ($i = 0; $i < $n; $i++) { try { throw new Exception; } catch (Exception) {} } },
    'recursion' => fn($n) => nested($n),
];

if (PHP_OS_FAMILY !== 'Linux') exit("CPU time is measured on Linux\n");
$n = (int) ($argv[1] ?? 4000);
$seconds = function (string $case, int $n) use ($cases): float {
    $at = fn($use) => $use['ru_utime.tv_sec'] + $use['ru_utime.tv_usec'] / 1e6 + $use['ru_stime.tv_sec'] + $use['ru_stime.tv_usec'] / 1e6;
    $before = $at(getrusage());
    $cases[$case]($n);
    return $at(getrusage()) - $before;
};
foreach (array_slice($argv, 2) ?: array_keys($cases) as $case) {
    $few = $many = INF;
    for ($turn = 0; $turn < 3; $turn++) {
        $few = min($few, $seconds($case, $n));
        $many = min($many, $seconds($case, 4 * $n));
    }
    printf("%s\t%.6f\t%.6f\n", $case, $few, $many);
}
