<?php
// PHP has the operand of the higher kind on the left of what commutes: constants, temporaries,
// results of calls, variables.

class Plain {}

class Counting
{
    public $p = 'p';
    public function text() { return 'm'; }
    public static function other() { return 's'; }
}

function f() { return 'f'; }
function list_() { return [1, 2]; }
function &ref(&$place) { return $place; }

function told(Closure $what)
{
    try {
        echo json_encode($what()), "\n";
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}

function operators()
{
    $list = [1];
    $o = new Counting;
    told(fn() => 'c' * $list);
    told(fn() => f() * $list);
    told(fn() => f() & $list);
    told(fn() => f() | $list);
    told(fn() => f() ^ $list);
    told(fn() => f() + $list);
    told(fn() => $o->p * list_());
    told(fn() => $o->p * [$o]);
    told(fn() => f() * list_());
    told(fn() => f() * [$o]);
    told(fn() => 'c' * list_());
    told(fn() => [1] * f());
    told(fn() => 'c' * [$o]);
    told(fn() => strlen('ab') * list_());
    told(fn() => strtoupper('ab') * list_());
    told(fn() => $o->text() * list_());
    told(fn() => Counting::other() * $list);
    told(fn() => 2 * 3.5 * $list);
    told(fn() => $o->p . 'x' . f() * $list);
    told(fn() => (2.5 - strlen(f())) * list_());
    told(fn() => ($o->p = &$list) * list_());
    told(fn() => ($u = 'u') * ($v = &$list));
    told(fn() => (print 'printed ') * $list);
    told(fn() => @$o->none * list_());
    told(fn() => @$nothing * list_());
    told(fn() => ([$x, $y] = [1, 2]) * f());
    told(fn() => ([$x, $y] = list_()) * f());
    told(fn() => ([$x] = $list) * f());
    told(fn() => ([&$x] = $list) * f());
    told(fn() => $list[0] * new Plain);
    told(fn() => $list * new Plain);
    told(fn() => (clone $o) * new Plain);
    told(fn() => ref($list) * f());
    told(fn() => 'c' * ref($list));
    told(fn() => -$list);
    told(fn() => -list_());
}

function conversions()
{
    set_error_handler(function ($level, $message) {
        echo "<$message> ";
        return true;
    });
    $text = '3 and';
    told(fn() => '2 or' * $undefined);
    told(fn() => f() == $undefined);
    told(fn() => '2 or' * $text);
    told(fn() => (f() === 'f' ? '2 or' : '') * $text);
    $plain = new Plain;
    $far = ['x' => 4, 0 => $plain];
    told(fn() => [0, 1] == $far);
    told(fn() => [0, 1] != $far);
    told(fn() => $far == [0, 1]);
    told(fn() => [0, strlen('a')] == $far);
    told(fn() => $far == [0, strlen('a')]);
    told(fn() => [0, 1] <=> $far);
    told(fn() => [0, 1] == ['x' => 4, 0 => $plain]);
    told(fn() => ['x' => 4, 0 => $plain] == list_());
    told(fn() => list_() == ['x' => 4, 0 => $plain]);
    $list = [0, 1];
    told(fn() => $list == $far);
    told(fn() => $far == $list);
    restore_error_handler();
}

function nested()
{
    $a = null;
    $same = fn($value) => $value;
    for ($i = 0; $i < 3; $i++) {
        try {
            var_dump(($a = [$a, [1]]) === $same($a[0] = &$a));
        } catch (Error $e) {
            echo $e->getMessage(), "\n";
        }
    }
    $a = null;
}

operators();
conversions();
nested();
