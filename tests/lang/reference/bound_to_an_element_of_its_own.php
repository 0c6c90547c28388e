<?php
// A variable becomes a reference when the place that is to share it is there.
set_error_handler(fn($number, $message) => print "<$message>");

function false_becomes_an_array()
{
    $a = false;
    $a[0] = &$a;
    echo gettype($a), ' ', count($a), "\n";
    $b = false;
    $c = &$b;
    $b[0][1] = &$b;
    echo gettype($b), ' ', count($b), "\n";
    $d = false;
    $d['k'][] = &$d;
    echo gettype($d), ' ', count($d), "\n";
    $e = null;
    $e[] = &$e;
    echo gettype($e), ' ', count($e), "\n";
}

function places_that_fail()
{
    $o = null;
    $b = false;
    try {
        $o->p->q = &$b;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    $b[0][] = 1;
    $c = false;
    try {
        $o->p = &$c;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    $c[0] = 1;
    echo json_encode([$b, $c]), "\n";
}

for ($i = 0; $i < 2; $i++) {
    false_becomes_an_array();
    places_that_fail();
}
