<?php
function f($a, $b, $i) {
    $x = $a + $b;
    $x = $i + $i++;
    $x = $a . f() . $b;
    $x = -$a ** 2;
    return $a && $b || !$x ? $a ?: $b : ($a xor $b);
}
