<?php
function outer($a, $b) {
    $c = function &(int $x) use ($a, &$b): int { return $b; };
    $d = static fn($y) => fn() => $y + $a;
    return [$c, $d];
}
