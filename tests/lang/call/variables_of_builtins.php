<?php
// Builtins that take variables: given, left out, of other types, and that are shared.
function matches(string $text): array
{
    $found = preg_match('/(\d)(?<name>\w)?/', $text, $groups);
    $alone = preg_match('/x/', $text);
    $at = preg_match('/\d/', $text, $where, PREG_OFFSET_CAPTURE, 1);
    return [$found, $groups, $alone, $at, $where];
}
for ($round = 0; $round < 3; $round++) {
    echo json_encode([matches('a1b'), matches('none'), matches('7')]), "\n";
}
function pushes(): array
{
    $list = [3, 1, 2];
    $copy = $list;
    $alias = &$list;
    $count = array_push($list, 9, 8);
    $last = array_pop($alias);
    $first = array_shift($list);
    sort($copy);
    return [$count, $last, $first, $list, $copy, array_unshift($copy, 'z'), $copy];
}
for ($round = 0; $round < 3; $round++) {
    echo json_encode(pushes()), "\n";
}
foreach ([null, 'text', 5] as $wrong) {
    try {
        sort($wrong);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
function replaced(): array
{
    $text = str_replace('a', 'b', 'banana', $count);
    $none = str_replace('a', 'b', 'banana');
    settype($count, 'string');
    return [$text, $none, $count, end($undefined_before) ?? null];
}
try {
    echo json_encode(replaced()), "\n";
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
class Typed
{
    public int $count = 0;
    public array $list = [2, 1];
}
$typed = new Typed();
sort($typed->list);
similar_text('World', 'Word', $percent);
echo json_encode($typed->list), ' ', round($percent, 2), "\n";
try {
    preg_match('/a/', 'a', $typed->count);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
function last_of(array $list): mixed
{
    return end($list);
}
echo last_of([1, 2, 3]), ' ', json_encode(array_map('last_of', [[1], [2, 4]])), "\n";
