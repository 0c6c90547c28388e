<?php
// Constants of the script and quotients of ints in loops: ints, floats, what is thrown, and what changes its type.
const WHOLE = 12;
const PART = 0.5;
const NAME = 'name';
const ROWS = [1, 2, 3];
define('LATER', 7);
function quotients(array $pairs): array
{
    $results = [];
    foreach ($pairs as [$a, $b]) {
        try {
            $results[] = $a / $b;
        } catch (DivisionByZeroError $error) {
            $results[] = $error->getMessage();
        }
    }
    return $results;
}
$pairs = [[6, 3], [7, 2], [0, 5], [5, 0], [-7, 7], [PHP_INT_MIN, -1], [PHP_INT_MIN, 1], [1, -1], [PHP_INT_MAX, 2], [9, 3]];
for ($round = 0; $round < 30; $round++) {
    $last = quotients($pairs);
}
var_dump($last);
function random(&$seed): float|int
{
    return ($seed = ($seed * 3877 + 29573) % 139968) / 139968;
}
$seed = 42;
$sum = 0;
for ($round = 0; $round < 300000; $round++) {
    $sum += random($seed);
}
echo $seed, ' ', $sum, "\n";
function constants(int $n): array
{
    $total = 0;
    $text = '';
    for ($i = 0; $i < $n; $i++) {
        $total += WHOLE * $i % LATER + PART;
        $text = NAME . count(ROWS) . PHP_EOL . M_PI;
    }
    return [$total, $text, WHOLE / LATER, WHOLE / 4];
}
for ($round = 0; $round < 20; $round++) {
    $last = constants(100);
}
var_dump($last);
function unknown(bool $is_last): mixed
{
    try {
        return $is_last ? NOWHERE : WHOLE;
    } catch (Error $error) {
        return $error->getMessage();
    }
}
for ($round = 0; $round < 200; $round++) {
    $last = unknown($round % 50 === 49);
    if (is_string($last)) {
        echo $last, "\n";
    }
    if ($round === 120) {
        define('NOWHERE', 'now');
    }
}
function compared(int $n): int
{
    $below = 0;
    for ($i = 1; $i < $n; $i++) {
        $share = $i / 8;
        if ($share < 10.5) {
            $below++;
        }
        $below += (int) $share;
    }
    return $below;
}
echo compared(200), ' ', compared(2000), "\n";
