<?php
// `+` and `+=` of arrays: made in place only where nobody can tell.

function made(int $count): array { $list = []; for ($i = 0; $i < $count; $i++) { $list["k$i"] = $i; } return $list; }
function show(array ...$lists) { echo json_encode($lists), "\n"; }

class Sums
{
    private array $own = ['a' => 1, 'b' => 2];
    public function with(array $more): array { $more = $more + $this->own; return $more; }
    public function under(array $more): array { $more += $this->own; return $this->own + $more; }
}
$kept = ['a' => 'x', 'z' => 'y'];
for ($turn = 0; $turn < 3; $turn++) {
    $sums = new Sums;
    show($sums->with($kept), $sums->under($kept), $kept, $sums->with([]), $sums->under(['c' => $turn]));
    $context = made(4);
    $parent = ['k1' => 'parent', 'k9' => 'nine'];
    $context = array_intersect_key($context, $parent) + $parent;
    show($context, $parent, made(2) + made(4), [1, 2] + [5, 6, 7], made(1) + $parent);
    $copy = $context;
    $context += ['new' => $turn];
    $context += $context;
    show($context, $copy);
    $x = $context + $copy + $parent;
    $y = $x;
    $x = $x + ['only x'];
    show($x, $y);
}
// References, holes, the next key and the pointer.
$value = 1;
$bound = ['r' => &$value];
$sum = $bound + ['s' => 2];
$value = 5;
show($sum, $bound + [], [] + $bound);
$holes = [1, 2, 3];
unset($holes[2]);
$sum = $holes + [7 => 'seven'];
$sum[] = 'next';
$holes += [];
$holes[] = 'three';
show($sum, $holes);
$walked = [1, 2, 3];
next($walked);
$walked += [5 => 5];
echo current($walked), ' ', current($walked + [6 => 6]), "\n";
$shared = &$walked;
$shared += [9 => 9];
$walked = $shared + [10 => 10];
show($walked, $shared);
foreach ([[1], 'text', null, 1.5, new stdClass] as $other) {
    try { show($kept + $other); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
    try { $into = [1]; $into += $other; show($into); } catch (TypeError $e) { echo $e->getMessage(), ' ', count($into), "\n"; }
}
class Loud { public function __construct(public string $name) {} public function __destruct() { echo "-{$this->name} "; } }
function loud(string $name): array { return ['o' => new Loud($name)]; }
$left = loud('left') + loud('right');
echo "made\n";
$left += loud('dropped');
echo "changed\n";
$left = loud('new') + $left;
echo "replaced\n";
