<?php
function f($list) {
    foreach ($list as $v) { if ($v) return $v; if ($w) break; }
    foreach (g() as $k => $v) foreach ($v as $o->p) continue 2;
    foreach ($list as $k => &$v) {}
    foreach ($list as ['j' => $a, 'k' => [$b]]) {}
    foreach ($list as $a[$k] => list(, $x)) {}
}
