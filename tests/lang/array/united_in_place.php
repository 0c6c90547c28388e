<?php
// `+=` adds to the array that is there, wherever it is; copies of it, loops over it and what is bound
// to it see what they did before.
class Holder
{
    public array $list = ['a' => 1];
    public static array $shared = ['s' => 1];
    public ?array $none = null;
    public readonly array $fixed;

    public function __construct()
    {
        $this->fixed = [1];
    }
}
function add(array $to, array $more): array
{
    $before = $to;
    $result = ($to += $more);
    $result['result'] = true;
    return [$before, $to, $result];
}
echo json_encode(add([1, 2], [7, 8, 9])), json_encode(add(['x' => 1], ['x' => 2, 'y' => 3])), json_encode(add([], [5])), json_encode(add([5], [])), "\n";

function kept(array $more): array
{
    static $all = [];
    $all += $more;
    return $all;
}
kept(['a' => 1]);
kept(['b' => 2, 'a' => 3]);
echo json_encode(kept([4])), "\n";

$list = [1];
$place = &$list;
$copy = $list;
$place += [2, 3];
$list += $list;
$list += [4, 5, 6, 7];
echo json_encode([$list, $copy]), "\n";

$o = new Holder;
$p = clone $o;
$o->list += ['a' => 2, 'b' => 3];
$o->list['in'] = ['x' => 1];
$kept = $o->list['in'];
$o->list['in'] += ['x' => 2, 'y' => 3];
Holder::$shared += ['t' => 2];
$GLOBALS['made'] = [1];
$GLOBALS['made'] += [2, 3];
$name = 'made';
$$name += [4, 5, 6, 7];
echo json_encode([$o, $p, $kept, Holder::$shared, $made]), "\n";
foreach ([fn() => $o->fixed += [1, 2], fn() => $o->none += [1], fn() => $o->list += 1, fn() => $undefined = null + []] as $refused) {
    try {
        echo json_encode($refused()), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}

$walked = [1, 2];
foreach ($walked as $key => &$value) {
    if ($key < 6) {
        $walked += [$key + 1 => 'n', $key + 2 => 'm'];
    }
    $value .= '!';
}
unset($value);
echo json_encode($walked), "\n";
$walked = ['k' => 1];
foreach ($walked as $key => $value) {
    $walked += ['l' => 2];
    echo $key;
}
next($walked);
$walked += ['m' => 3];
echo key($walked), count($walked), "\n";

$all = [];
for ($i = 0; $i < 5_000; $i++) {
    $all += ["k$i" => $i];
}
echo count($all), $all['k4999'], "\n";

$spread = [...[1, 2], ...['a' => 3], ...[4], 5, ...[]];
$spread = [...$spread, ...$spread];
$one = 1;
$bound = [&$one, 2];
$lone = [3];
$last = &$lone[0];
unset($last);
$mixed = [0, ...$bound, ...$lone, ...(function () { yield 'g'; })()];
$one = 'changed';
echo json_encode([$spread, $mixed, [...[], ...[]], [...[[1], 'x'], ...[null]]]), "\n";
