<?php
// An assignment by reference as an operand is read by the operator, behind what the other operand and
// its conversion have done to the variable.
class Magic
{
    public function __toString(): string
    {
        global $a;
        $a = 'changed';
        return 'magic';
    }
}

set_error_handler(function ($number, $message) {
    global $a;
    $a = 9;
    echo "<$message>";
    return true;
});

function tried(callable $run)
{
    global $a, $b;
    $a = 0;
    $b = 5;
    try {
        var_dump($run());
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

tried(function () { global $a; return ($a = &$a) < new Magic; });
tried(function () { global $a; return ($a = &$a) < ($o = new stdClass); });
tried(function () { global $a; return ($o = new stdClass) < ($a = &$a); });
tried(function () { global $a; return ($x = &$a) . new Magic; });
tried(function () { global $a; return ($x = &$a) + ($a = 7); });
tried(function () { global $a; return ($x = &$a) - ($y = &$a) - ($a = 3) . ($x = &$a); });
tried(function () { global $a; return 1 + ($x = &$a) . ($a = 4); });
tried(function () { global $a; return "{$a}" . ($x = &$a) . ($a = 4); });
tried(function () { global $a; return ($x = &$a) + throw new Exception('thrown'); });
tried(function () { global $a; foreach ([1, 2] as $v) { if ((($x = &$a) + $v) > 1) { return $x; } } });
function generated()
{
    global $a;
    $x = ($y = &$a) + yield 1;
    yield $x;
}
$generator = generated();
$generator->current();
$a = 40;
var_dump($generator->send(2));
