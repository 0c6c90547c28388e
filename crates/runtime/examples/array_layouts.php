<?php
// The table of array_layouts.rs for PHP: `php -n -d memory_limit=-1 array_layouts.php`.
// Each figure has the cost of an empty loop of the same form subtracted.

const WORK = 1000000;
const ROUNDS = 5;

function measure(int $n, callable $body): float
{
    $times = max(1, intdiv(WORK, $n));
    $best = INF;
    for ($round = 0; $round < ROUNDS; $round++) {
        $start = hrtime(true);
        $body($times);
        $best = min($best, (hrtime(true) - $start) / ($times * $n));
    }
    return $best;
}

function line(string $name, int $n, callable $make, array $keys, array $misses, callable $build, callable $empty): void
{
    $before = memory_get_usage();
    $array = $make();
    $bytes = memory_get_usage() - $before;
    $loop = measure($n, $empty);
    $built = measure($n, $build) - $loop;
    $each = measure($n, function ($times) use ($keys) {
        while ($times--) foreach ($keys as $key) { $x = $key; }
    });
    $hit = measure($n, function ($times) use ($array, $keys) {
        while ($times--) foreach ($keys as $key) { $x = $array[$key]; }
    }) - $each;
    $miss = measure($n, function ($times) use ($array, $misses) {
        while ($times--) foreach ($misses as $key) { $x = isset($array[$key]); }
    }) - $each;
    $iterate = measure($n, function ($times) use ($array) {
        while ($times--) foreach ($array as $value) { }
    });
    $copy = measure($n, function ($times) use ($array) {
        $last = array_key_last($array);
        while ($times--) { $copy = $array; $copy[$last] = 0; }
    });
    printf("%-8s %7d %9d %7.2f %7.2f %7.2f %7.2f %7.2f\n", $name, $n, $bytes, $built, $hit, $miss, $iterate, $copy);
}

echo "layout         n     bytes   build     hit    miss iterate    copy   (ns per element)\n";
$counting = fn($n) => function ($times) use ($n) { while ($times--) { for ($i = 0; $i < $n; $i++) { } } };
foreach ([3, 8, 100, 100000] as $n) {
    line('list', $n, function () use ($n) { $a = []; for ($i = 0; $i < $n; $i++) $a[] = $i; return $a; },
        range(0, $n - 1), range(-$n, -1),
        function ($times) use ($n) { while ($times--) { $a = []; for ($i = 0; $i < $n; $i++) $a[] = $i; } }, $counting($n));
}
foreach ([3, 8, 100, 100000] as $n) {
    $keys = array_map(fn($i) => $i * 7 + 1000, range(0, $n - 1));
    line('ints', $n, fn() => array_fill_keys($keys, 1), $keys, array_map(fn($k) => $k + 1, $keys),
        function ($times) use ($keys) { while ($times--) { $a = []; foreach ($keys as $k) $a[$k] = 1; } },
        function ($times) use ($keys) { while ($times--) { foreach ($keys as $k) { } } });
}
foreach ([3, 8, 100, 100000] as $n) {
    $keys = array_map(fn($i) => "key$i", range(0, $n - 1));
    line('strings', $n, fn() => array_fill_keys($keys, 1), $keys, array_map(fn($i) => "miss$i", range(0, $n - 1)),
        function ($times) use ($keys) { while ($times--) { $a = []; foreach ($keys as $k) $a[$k] = 1; } },
        function ($times) use ($keys) { while ($times--) { foreach ($keys as $k) { } } });
}
$three = [0, 1, 2];
$eight = range(0, 7);
line('shaped', 3, fn() => ['field0' => $three[0], 'field1' => 1, 'field2' => 2], ['field0', 'field1', 'field2'], ['absent', 'absent', 'absent'],
    function ($times) { while ($times--) { $a = ['field0' => $times, 'field1' => 1, 'field2' => 2]; } }, function ($times) { while ($times--) { } });
line('shaped', 8, fn() => ['field0' => $three[0], 'field1' => 1, 'field2' => 2, 'field3' => 3, 'field4' => 4, 'field5' => 5, 'field6' => 6, 'field7' => 7],
    array_map(fn($i) => "field$i", $eight), array_fill(0, 8, 'absent'),
    function ($times) { while ($times--) { $a = ['field0' => $times, 'field1' => 1, 'field2' => 2, 'field3' => 3, 'field4' => 4, 'field5' => 5, 'field6' => 6, 'field7' => 7]; } },
    function ($times) { while ($times--) { } });
