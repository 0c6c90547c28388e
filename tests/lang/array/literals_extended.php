<?php
// Arrays that code writes down are the same whoever adds to them, takes from them or goes through them.
function defaults(): array
{
    return ['name' => 'none', 'size' => 0, 'tags' => ['a' => 1, 'b' => [1, 2]], 'on' => true];
}
$one = defaults();
$one['size']++;
$one['more'] = 'x';
$one['tags']['b'][] = 3;
$one['tags']['c'] = null;
unset($one['name'], $one['tags']['a'], $one['missing']['x'], $one['tags']['zz']);
var_dump($one === defaults(), $one, defaults());
$two = defaults();
unset($two['tags']['b'][0]);
$two['tags']['b'][] = 9;
echo json_encode($two), ' ', json_encode(defaults()), "\n";
foreach (defaults() as $key => $value) {
    echo $key, '=', json_encode($value), ' ';
}
echo "\n";
$three = ['1' => 'int', 'a' => 'text', '01' => 'text too'];
$three[] = 'next';
echo json_encode($three), ' ', key($three), "\n";
next($three);
$copy = $three;
unset($three['a']);
echo key($copy), ' ', var_export(key($three), true), "\n";
var_dump(array_key_exists('size', defaults()), array_key_exists('nothing', defaults()), array_key_exists(0, defaults()));
$nulls = ['n' => null, 'r' => 1];
$ref = &$nulls['r'];
var_dump(array_key_exists('n', $nulls), array_key_exists('r', $nulls), isset($nulls['n']));
try {
    var_dump(@array_key_exists(null, ['' => 1]), array_key_exists(1.7, [1 => 'x']), array_key_exists('1', [1 => 'x']));
    array_key_exists([], []);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
// What lies on the way is made where it is missing, and only there.
class Box { public array $in = ['deep' => ['list' => [1]]]; public ?Box $next = null; }
$box = new Box();
$kept = $box->in;
$box->next = new Box();
$box->next->in['deep']['list'][] = 2;
$box->in['deep']['list'][0] = $box;
$box->in['new']['er'] = 1;
unset($box->next->in['deep']['list'][0]);
echo json_encode($kept), ' ', json_encode($box->next->in), ' ', count($box->in), ' ', get_class($box->in['deep']['list'][0]), "\n";
$box->in['deep']['list'][0] = null;
unset($box->in['deep']['none']['at']['all']);
echo json_encode($box->in), "\n";
$list = [[1, 2], 'x' => [3]];
foreach ($list as $k => $inner) {
    $list[$k][] = $k;
    unset($list[$k][0]);
}
echo json_encode($list), "\n";
// What was kept of a literal does not change when its inner arrays do.
$kept = [];
$document = ['title' => 'draft', 'sections' => [[], []], 'edits' => 0];
for ($i = 0; $i < 6; $i++) {
    $document['sections'][$i % 2] = [...$document['sections'][$i % 2], $i];
    $document['edits']++;
    $kept[] = $document;
}
echo json_encode($kept), "\n";
$nested = ['a' => ['b' => ['c' => [1]]]];
$before = [];
for ($i = 0; $i < 3; $i++) {
    $nested['a']['b']['c'][] = $i;
    $before[] = $nested;
    unset($nested['a']['b']['c'][0]);
    $before[] = $nested;
}
echo json_encode($before), "\n";
