<?php
function f(&$o, $k) {
    $a[f()]->b[$k][] = $k++;
    $o->p .= 'x';
    A::$s['n']++;
    $o->{f()} ??= $k;
    $a[g()] ??= 1;
    $$k = 1;
    $$k ??= 2;
    $r = &$o->list[0];
    $GLOBALS['g'] = 1;
    $GLOBALS['g'][$k] = 2;
    $_GET['x'] = 3;
    A::$$k = &$r;
    $k::$s ??= 5;
    unset($a[1], $o->p, $GLOBALS['g'], $$k);
}
