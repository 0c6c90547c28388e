<?php
// What an operator makes of a property that is a reference is checked as what the reference takes.
class Typed
{
    public int $i = 1;
    public ?int $n = 2;
    public string $s = 'x';
    public static int $t = 4;
}

function attempt(callable $run): void
{
    try {
        echo json_encode($run()), "\n";
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}

$o = new Typed;
$i = &$o->i;
$s = &$o->s;
$t = &Typed::$t;
attempt(fn() => $o->i .= 'x');
attempt(fn() => $o->i .= '1');
attempt(fn() => $o->i += 1.5);
attempt(fn() => $o->n .= 'x');
attempt(fn() => $o->s .= 'y');
attempt(fn() => $o->s = $o->s . 1);
attempt(fn() => $o->s |= 'z');
attempt(fn() => $o->i **= 2);
attempt(fn() => $o->i ??= 'x');
attempt(fn() => Typed::$t .= 'x');
attempt(fn() => $o->{'i'} .= 'x');
attempt(fn() => $o->i = 'x');
var_dump($i, $s, $t);
