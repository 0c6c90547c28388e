<?php
// A delegation to an array without elements gives null at once, wherever it stands.
function nothing(array $none): Generator
{
    $first = yield from $none;
    var_dump($first);
    yield 'between';
    $second = yield from [];
    return [$first, $second];
}
function outer(): Generator
{
    yield 1;
    $result = yield from nothing([]);
    yield count($result);
    yield from [];
}
foreach (outer() as $key => $value) {
    echo "$key => $value\n";
}
function only(): Generator
{
    yield from [];
}
foreach (only() as $value) {
    echo 'never';
}
$only = only();
var_dump($only->valid(), $only->current(), $only->key(), $only->getReturn());
function forced(): Generator
{
    try {
        yield 1;
    } finally {
        yield from [];
        echo "not reached\n";
    }
}
$forced = forced();
$forced->current();
try {
    unset($forced);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
function sent(): Generator
{
    while (true) {
        $got = yield;
        $none = yield from [];
        echo $got, ' ', json_encode($none), "\n";
    }
}
$sent = sent();
$sent->current();
$sent->send('a');
$sent->send('b');
function deep(int $depth): Generator
{
    yield from [];
    if ($depth > 0) {
        yield from deep($depth - 1);
    }
    yield from [];
    yield $depth;
}
echo implode(' ', iterator_to_array(deep(30), false)), "\n";
