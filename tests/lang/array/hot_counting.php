<?php
// isset(), ++ and += on elements under keys that are not known before, called hot, and what they meet
// all of a sudden.

class Typed
{
    public int $count = PHP_INT_MAX - 2;
}

function counted(array $words, array $counts): array
{
    foreach ($words as $word) {
        if (isset($counts[$word])) {
            $counts[$word]++;
        } else {
            $counts[$word] = 1;
        }
    }
    return $counts;
}

function stepped(array &$counts, array $keys): string
{
    $said = '';
    foreach ($keys as $key) {
        $said .= isset($counts[$key]) ? 'y' : 'n';
        $counts[$key] += 2;
        $said .= ++$counts[$key] . ' ' . $counts[$key]-- . ' ';
    }
    return $said;
}

function is_there(array $list, array $keys): string
{
    $said = '';
    foreach ($keys as $key) {
        $said .= isset($list[$key]) ? 'y' : 'n';
    }
    return $said;
}

set_error_handler(function ($level, $text) {
    echo "<$text> ";
    return true;
});

function told(callable $what): void
{
    try {
        echo json_encode($what()), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$words = explode(' ', str_repeat('a b c a b a d2 12 7 ', 40));
$copy = $counts = ['a' => 5, 'z' => 1.5];
for ($i = 0; $i < 20; $i++) {
    $got = counted($words, $counts);
}
echo json_encode($got), json_encode($counts === $copy), "\n";
$null = null;
$number = 41;
told(fn() => counted($words, ['a' => null, 'b' => PHP_INT_MAX, 'c' => 'x', 'd2' => '7', 12 => 1.5]));
told(function () use ($words, &$null, &$number) { return counted($words, ['a' => &$null, 'b' => &$number]); });
told(fn() => [$null, $number]);
$typed = new Typed;
told(function () use ($words, $typed) { return counted($words, ['a' => &$typed->count]); });
told(fn() => counted([...$words, [], 1.5, true, null], []));
told(fn() => counted([...$words, new stdClass], []));

$keys = str_split(str_repeat('xyzxy', 30));
$all = ['x' => 1, 'y' => 2, 'z' => 3];
for ($i = 0; $i < 20; $i++) {
    $shared = $all;
    $got = stepped($all, $keys);
}
echo $got, json_encode([$all, $shared]), "\n";
told(function () use (&$all, $keys) { return stepped($all, [...$keys, 'none', 'x']); });
$all['y'] = PHP_INT_MAX - 5;
told(function () use (&$all, $keys) { return stepped($all, $keys); });
$all['z'] = [];
told(function () use (&$all, $keys) { return stepped($all, $keys); });
echo json_encode($all), "\n";

$places = [5 => 1, 9 => 2, 100 => 3];
$numbers = array_merge(...array_fill(0, 40, [5, 9, 100]));
for ($i = 0; $i < 20; $i++) {
    $got = stepped($places, $numbers);
}
echo $got, json_encode($places), "\n";
told(function () use (&$places, $numbers) { return stepped($places, [...$numbers, 6, '9', '05']); });

$list = [1, null, 3, &$null, &$number, [], 0, ''];
for ($i = 0; $i < 30; $i++) {
    $got = is_there($list, range(-2, 12));
}
echo $got, "\n", is_there(['a' => 1] + $list, [...range(0, 9), 'a', 'b', '3', '03', null, 1.7, false]), "\n";
told(fn() => is_there($list, [...range(0, 9), []]));
