<?php
// Casts of all types, in turns in which code knows what it met; offsets from the end of a string.

class Text { public function __toString(): string { return '12 text'; } }
function casts($v) { return [@(int) $v, @(float) $v, (bool) $v, !!$v]; }
function text($v) { return (string) $v; }
$values = [null, true, false, 0, 1, -7, PHP_INT_MAX, 0.0, -0.0, 1.9, -1.9, 1e30, NAN, INF, '', '0', '0.0', 'a', '12', ' 12', '12 ', '1e3', '9223372036854775808', '0x1A', [], [0], new Text, STDERR];
for ($turn = 0; $turn < 2; $turn++) {
    foreach ($values as $v) {
        $cast = casts($v);
        if (is_resource($v)) { $cast[0] = $cast[0] > 0; $cast[1] = $cast[1] > 0; }
        var_dump(...$cast);
        if (!is_array($v) && !is_resource($v)) { var_dump(text($v)); }
    }
}
function last(string $s, int $at) { $c = $s[-1]; return $c . $s[$at] . ord($s[-2]) . ($s[-9] ?? 'none') . (isset($s[-3]) ? 'set' : 'unset'); }
echo last('abc', -3), last('abcd', 1), last('ab', -2), "\n";
foreach ([-4, 3, PHP_INT_MIN, PHP_INT_MAX] as $at) { echo '[', @'abc'[$at], '] ', ('abc'[$at] ?? 'none'), "\n"; }
