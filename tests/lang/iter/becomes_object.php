<?php
// A loop by reference goes on over what its variable is at each step.

#[AllowDynamicProperties]
class Plain { public $p = 1; public $q = 2; private $hidden = 3; protected $kept = 4; }
class Walked extends Plain implements IteratorAggregate
{
    public function getIterator(): Iterator { echo 'never '; return new ArrayIterator([7]); }
}

function over($variable, callable $each): void
{
    $turns = 0;
    foreach ($variable as $key => &$value) {
        echo $key, '=', json_encode($value), ' ';
        if (++$turns > 12) break;
        $each($variable, $turns);
        $value = 'v';
    }
    unset($value);
    echo json_encode($variable), "\n";
}

over([1, 2], function (&$v, $turn) { if ($turn == 1) $v = new Plain; });
over([1, 2], function (&$v, $turn) { if ($turn == 1) $v = new Walked; });
over(new Plain, function (&$v, $turn) { if ($turn == 1) $v = [5, 6]; });
over(new Plain, function (&$v, $turn) { if ($turn == 1) $v = new Plain; });
over([1, 2, 3], function (&$v, $turn) { static $old; if ($turn == 1) { $old = $v; $v = new Plain; } if ($turn == 2) $v = $old; });
over([1, 2], function (&$v, $turn) { if ($turn == 1) $v = new stdClass; });
over(new Plain, function (&$v, $turn) { if ($turn == 1) { $v->new = 8; unset($v->q); } });
set_error_handler(function ($level, $message) { echo "<$message> "; return true; });
over([1, 2], function (&$v, $turn) { if ($turn == 1) $v = 'text'; });
over(new Plain, function (&$v, $turn) { if ($turn == 1) $v = null; });

// An element on its way to another place is a reference until it is there.
function f()
{
    $a = [1, 2, 3]; foreach ($a as &$v) { $b = $a; } unset($v);
    foreach ($a as $b[]);
    $b[0] = 'b0'; $b[1] = 'b1';
    echo json_encode([$a, $b]), "\n";
    $a = [[1, 2]]; foreach ($a as &$v); unset($v);
    foreach ($a as [$x, $a[1]]) { echo $x; }
    echo json_encode($a), "\n";
}
f();
