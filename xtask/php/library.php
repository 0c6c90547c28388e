<?php
// CPU nanoseconds of library functions: whole arrays and strings of a million elements, and many
// calls with little to do. One line a measurement: name, tabulator, nanoseconds (the least of three).

function cpu(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] * 1e9 + $usage['ru_utime.tv_usec'] * 1e3
        + $usage['ru_stime.tv_sec'] * 1e9 + $usage['ru_stime.tv_usec'] * 1e3;
}

function measure(string $name, Closure $work): void
{
    $best = INF;
    for ($round = 0; $round < 3; $round++) {
        $before = cpu();
        $work();
        $best = min($best, cpu() - $before);
    }
    echo $name, "\t", $best, "\n";
}

$count = (int) ($argv[1] ?? 1000000);
mt_srand(3);
$numbers = [];
$words = [];
$keyed = [];
for ($i = 0; $i < $count; $i++) {
    $numbers[] = mt_rand(0, 1 << 30);
    $words[] = 'w' . mt_rand(0, $count);
    $keyed['k' . ($i * 7919 % $count)] = $i;
}
$text = implode(' ', $words);
$bytes = str_repeat('The quick brown fox jumps over it. ', intdiv($count, 8));
$rows = [];
for ($i = 0; $i < $count / 10; $i++) {
    $rows[] = ['id' => $i, 'name' => "row $i", 'price' => $i * 0.5, 'tags' => ['a', 'b'], 'on' => true];
}
$calls = range(0, intdiv($count, 5) - 1);

$whole = [
    'unserialize(serialize())' => fn() => unserialize(serialize($rows)),
    'json_decode(json_encode())' => fn() => json_decode(json_encode($rows), true),
    'var_export' => fn() => var_export($rows, true),
    'str_replace' => fn() => str_replace('w1', 'word', $text),
    'str_replace with arrays' => fn() => str_replace(['quick', 'fox', 'it'], ['slow', 'dog', 'us'], $bytes),
    'strtr with pairs' => fn() => strtr($bytes, ['quick' => 'slow', 'fox' => 'dog']),
    'explode, implode' => fn() => implode(',', explode(' ', $text)),
    'md5' => fn() => md5($bytes),
    'sha1' => fn() => sha1($bytes),
    'sha256' => fn() => hash('sha256', $bytes),
    'crc32' => fn() => crc32($bytes),
    'base64_encode' => fn() => base64_encode($bytes),
    'base64_decode' => fn() => base64_decode('QUJD' . str_repeat('QUJD', intdiv($count, 2))),
    'bin2hex' => fn() => bin2hex($bytes),
    'strtoupper' => fn() => strtoupper($bytes),
    'ucwords' => fn() => ucwords($bytes),
    'strrev' => fn() => strrev($bytes),
    'str_split' => fn() => str_split($bytes, 3),
    'array_map' => fn() => array_map(fn($n) => $n + 1, $numbers),
    'array_filter' => fn() => array_filter($numbers, fn($n) => $n & 1),
    'array_reduce' => fn() => array_reduce($numbers, fn($sum, $n) => $sum + $n, 0),
    'array_walk' => function () use ($numbers) { array_walk($numbers, function (&$n) { $n++; }); },
    'array_merge' => fn() => array_merge($numbers, $words, $keyed),
    'array_unique' => fn() => array_unique($words),
    'array_slice' => fn() => array_slice($numbers, 10, -10),
    'array_sum' => fn() => array_sum($numbers),
    'array_flip' => fn() => array_flip($words),
    'array_keys, array_values' => fn() => [array_keys($keyed), array_values($keyed)],
    'array_combine' => fn() => array_combine($numbers, $words),
    'array_reverse' => fn() => array_reverse($keyed),
    'array_column' => fn() => array_column($rows, 'name', 'id'),
    'array_fill_keys' => fn() => array_fill_keys($words, 0),
    'array_diff_key' => fn() => array_diff_key($keyed, ['k1' => 1]),
    'array_intersect_key' => fn() => array_intersect_key($keyed, $keyed),
    'array_chunk' => fn() => array_chunk($numbers, 7),
    'in_array' => function () use ($numbers) { for ($i = 0; $i < 10; $i++) in_array(-$i, $numbers); },
    'array_search in strings' => fn() => array_search('none', $words),
    'sort' => function () use ($numbers) { sort($numbers); },
    'sort of strings' => function () use ($words) { sort($words); },
    'usort' => function () use ($numbers) { usort($numbers, fn($one, $other) => $one <=> $other); },
    'ksort' => function () use ($keyed) { ksort($keyed); },
    'asort' => function () use ($keyed) { asort($keyed); },
    'shuffle' => function () use ($numbers) { shuffle($numbers); },
    'range' => fn() => range(1, $count),
];

$little = [
    'strlen' => function () use ($calls) { foreach ($calls as $n) $x = strlen('text'); },
    'htmlspecialchars' => function () use ($calls) { foreach ($calls as $n) $x = htmlspecialchars("Name <$n> & Co"); },
    'number_format' => function () use ($calls) { foreach ($calls as $n) $x = number_format($n * 1.5, 2); },
    'sprintf' => function () use ($calls) { foreach ($calls as $n) $x = sprintf('%05d:%s', $n, 'x'); },
    'strrev of numbers' => function () use ($calls) { foreach ($calls as $n) $x = strrev((string) $n); },
    'trim(substr())' => function () use ($words, $calls) { foreach ($calls as $n) $x = trim(substr($words[$n], 0, 3)); },
    'strpos' => function () use ($words, $calls) { foreach ($calls as $n) $x = strpos($words[$n], '9'); },
    'str_contains' => function () use ($words, $calls) { foreach ($calls as $n) $x = str_contains($words[$n], '99'); },
    'explode of few' => function () use ($calls) { foreach ($calls as $n) $x = explode(',', 'a,b,c'); },
    'implode of few' => function () use ($calls) { foreach ($calls as $n) $x = implode(',', ['a', 'b', 'c']); },
    'strtolower' => function () use ($calls) { foreach ($calls as $n) $x = strtolower('Content-Type'); },
    'ucfirst' => function () use ($calls) { foreach ($calls as $n) $x = ucfirst('name'); },
    'str_repeat' => function () use ($calls) { foreach ($calls as $n) $x = str_repeat('ab', 5); },
    'str_pad' => function () use ($calls) { foreach ($calls as $n) $x = str_pad('7', 5, '0', STR_PAD_LEFT); },
    'substr_count' => function () use ($calls) { foreach ($calls as $n) $x = substr_count('a,b,c,d', ','); },
    'chr, ord' => function () use ($calls) { foreach ($calls as $n) $x = ord(chr($n & 127)); },
    'md5 of few' => function () use ($calls) { foreach ($calls as $n) $x = md5('some text'); },
    'preg_match' => function () use ($words, $calls) { foreach ($calls as $n) $x = preg_match('/^w(\d+)$/', $words[$n], $found); },
    'preg_replace' => function () use ($words, $calls) { foreach ($calls as $n) $x = preg_replace('/\d/', '#', $words[$n]); },
    'preg_split' => function () use ($calls) { foreach ($calls as $n) $x = preg_split('/[,;]/', 'a,b;c'); },
    'count, is_int, isset' => function () use ($numbers, $calls) { foreach ($calls as $n) $x = isset($numbers[$n]) && is_int($numbers[$n]) && count($numbers) > 3; },
    'array_key_exists' => function () use ($keyed, $calls) { foreach ($calls as $n) $x = array_key_exists('k5', $keyed); },
    'array_push, array_pop' => function () use ($calls) { $a = []; foreach ($calls as $n) { array_push($a, $n); array_pop($a); } },
    'array_shift' => function () use ($calls) { $a = $calls; foreach (range(1, 1000) as $n) array_shift($a); },
    'in_array of few' => function () use ($calls) { foreach ($calls as $n) $x = in_array('c', ['a', 'b', 'c'], true); },
    'array_map of few' => function () use ($calls) { foreach ($calls as $n) $x = array_map(fn($e) => $e + 1, [1, 2, 3]); },
    'array_merge of few' => function () use ($calls) { foreach ($calls as $n) $x = array_merge(['a' => 1], ['b' => $n]); },
    'min, max, abs' => function () use ($calls) { foreach ($calls as $n) $x = min(max($n, 5), abs(-$n)); },
    'floor, round, sqrt' => function () use ($calls) { foreach ($calls as $n) $x = floor($n / 3) + round($n / 7, 2) + sqrt($n); },
    'intdiv, mt_rand' => function () use ($calls) { foreach ($calls as $n) $x = intdiv(mt_rand(0, 1000), 7); },
    'json_encode of few' => function () use ($calls) { foreach ($calls as $n) $x = json_encode(['id' => $n, 'name' => 'x']); },
    'serialize of few' => function () use ($calls) { foreach ($calls as $n) $x = serialize(['id' => $n, 'name' => 'x']); },
    'date' => function () use ($calls) { foreach ($calls as $n) $x = date('Y-m-d', $n * 1000); },
    'call_user_func' => function () use ($calls) { foreach ($calls as $n) $x = call_user_func('strlen', 'abc'); },
    'is_callable' => function () use ($calls) { foreach ($calls as $n) $x = is_callable('strlen'); },
    'get_class, method_exists' => function () use ($calls) { $o = new ArrayObject; foreach ($calls as $n) $x = get_class($o) . method_exists($o, 'count'); },
    'is_numeric' => function () use ($calls) { foreach ($calls as $n) $x = is_numeric('12345'); },
];

date_default_timezone_set('UTC');
foreach ($whole + $little as $name => $work) {
    measure($name, $work);
}
