<?php
// A variable is read when the operator is applied: behind what a handler of the other operand did.
function tried(string $code, callable $run)
{
    echo $code, ': ';
    try {
        var_dump($run());
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}

class Plain
{
}

function &same(&$x)
{
    return $x;
}

function undefined_on_the_right()
{
    $a = 5;
    set_error_handler(function ($number, $message) use (&$a) {
        echo "<$message>";
        $a = [];
        return true;
    });
    $run = function ($code, $operator) use (&$a) {
        $a = 5;
        tried($code, fn() => $operator());
    };
    $run('+', function () use (&$a) { return $a + $i; });
    $run('-', function () use (&$a) { return $a - $i; });
    $run('%', function () use (&$a) { return $a % $i; });
    $run('.', function () use (&$a) { return $a . $i; });
    $run('<', function () use (&$a) { return $a < $i; });
    $run('==', function () use (&$a) { return $a == $i; });
    $run('<=>', function () use (&$a) { return $a <=> $i; });
    $run('|', function () use (&$a) { return $a | $i; });
    $run('**', function () use (&$a) { return $a ** $i; });
    $run('undefined +', function () use (&$a) { return $i + $a; });
}

function objects_beside_numbers()
{
    $i = 0;
    set_error_handler(function ($number, $message) use (&$i) {
        echo "<$message>";
        $i++;
        return true;
    });
    $a = new Plain();
    tried('object == int', function () use ($a, &$i) { $i = 0; return $a == $i; });
    tried('int == object', function () use ($a, &$i) { $i = 0; return $i == $a; });
    tried('object < int', function () use ($a, &$i) { $i = 0; return $a < $i; });
    tried('object <=> int', function () use ($a, &$i) { $i = 0; return $a <=> $i; });
    tried('returned == int', function () use ($a, &$i) { $i = 0; return same($a) == $i; });
    foreach ([fn() => $a, fn() => same($a)] as $subject) {
        $i = 0;
        switch ($subject()) {
            case $i:
                echo 'one ';
            case $i:
                echo "two\n";
                break;
            default:
                echo "other\n";
        }
    }
}

undefined_on_the_right();
objects_beside_numbers();
