<?php
// Numbers that are ints on some rounds and floats on others, in loops that run often.
function orbit(int $n, $r, $i): array {
    $seen = [];
    for ($x = 0; $x < 12; $x++) {
        for ($z = 0, $Z = 0, $k = 0; $t = $z * $z - $Z * $Z + $r, $Z = 2 * $z * $Z + $i, $z = $t, $k < $n; $k++) {
            if ($z * $z + $Z * $Z > 500000) break;
        }
        $seen[] = $k . gettype($z) . round($z, 6);
        $r = $x % 2 ? $r - 0.125 : 1;
    }
    return $seen;
}
function overflows(int $n): array {
    $big = PHP_INT_MAX - 100;
    $x = $big;
    $kinds = [];
    for ($i = 0; $i < $n; $i++) {
        $x = $x + $i;
        $y = $x * 2;
        $w = 0 - $y;
        if ($i % 50 == 0) $kinds[] = gettype($x) . gettype($y) . gettype($w);
        if (is_float($x)) $x = $i;
    }
    return [$kinds, $x, $y, $w];
}
function alternating(int $n): array {
    $sum = 0;
    $half = 0.5;
    for ($i = 0; $i < $n; $i++) {
        $a = $i % 3 ? $i : $i / 2;
        $b = $i % 5 ? $half : 2;
        $c = $a * $b;
        $d = $a - $b;
        $sum = $sum + $c - $d;
        if ($c > 100) $sum = $sum - 100;
        if ($d <= 1.5) $sum = $sum + 1;
        if ($c == 4) $sum = $sum * 1;
    }
    return [$sum, $a, $b, $c, $d];
}
function edges(int $n): array {
    $values = [0, -0.0, 1, NAN, INF, -INF, PHP_INT_MAX, PHP_INT_MIN, 0.1, -1];
    $text = '';
    for ($i = 0; $i < $n; $i++) {
        $a = $values[$i % 10];
        $b = $values[intdiv($i, 10) % 10];
        $x = [$a + $b, $a - $b, $a * $b];
        $less = $a < 3;
        $more = $a >= 0.5;
        if ($i >= $n - 100) $text .= json_encode([var_export($x, true), $less, $more]);
    }
    return [md5($text), strlen($text)];
}
print_r(orbit(200, 0, 1));
print_r(orbit(200, -1, 0.25));
var_dump(overflows(300), alternating(400), edges(600));
