<?php
// Constants that a namespace may have are temporary, those of none are known.

namespace Space;

const LIST_ = [];

class Plain
{
    public $p = 1;
}

function told($what)
{
    try {
        echo json_encode($what()), "\n";
    } catch (\TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}

$o = new Plain;
told(fn() => LIST_ * $o->p);
told(fn() => \Space\LIST_ * $o->p);
told(fn() => namespace\LIST_ * $o->p);
told(fn() => PHP_INT_MAX * [$o]);
told(fn() => \PHP_INT_MAX * [$o]);
told(fn() => PHP_EOL * [$o]);
told(fn() => \PHP_EOL * [$o]);
told(fn() => true * [$o]);
told(fn() => \true * [$o]);
told(fn() => __LINE__ * [$o]);
