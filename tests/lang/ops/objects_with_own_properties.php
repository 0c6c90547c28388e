<?php
// Objects are compared by the names of their own properties, whatever order these have.
function pair(array $left, array $right): string
{
    $left = (object) $left;
    $right = (object) $right;
    return json_encode([$left == $right, $left < $right, $left > $right, $left <=> $right]);
}
echo pair(['a' => 1, 'b' => 2], ['b' => 2, 'a' => 1]), "\n";
echo pair(['a' => 1, 'b' => 2], ['b' => 3, 'a' => 1]), "\n";
echo pair(['a' => 1, 'b' => 2], ['a' => 1, 'c' => 2]), "\n";
echo pair(['a' => 1], ['a' => 1, 'c' => 2]), "\n";
echo pair(['a' => 1, 5 => 'x'], ['5' => 'x', 'a' => '1.0']), "\n";
echo pair(['a' => null], ['a' => false]), "\n";
echo pair([], []), "\n";
$a = (object) ['self' => 1, 'list' => [1, 2]];
$b = clone $a;
$a->self = &$number;
$number = 1;
echo json_encode([$a == $b, $a == clone $a]), "\n";
$a->self = $a;
$b->self = $b;
try {
    var_dump($a == $b);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

class Both
{
    public $x = 1;
    private $y = 2;
}
set_error_handler(fn() => true);
$a = new Both;
$b = new Both;
for ($i = 0; $i < 3_000; $i++) {
    $a->{"p$i"} = $i;
    $b->{'p' . 2_999 - $i} = 2_999 - $i;
}
var_dump($a == $b);
$b->p7 = 8;
var_dump($a == $b, $a <=> $b);
unset($a->p9, $b->p9, $a->x);
var_dump($a == $b, $a <=> $b);
