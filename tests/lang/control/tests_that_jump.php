<?php
// Tests of types and classes, and comparisons of texts, that decide where to go.

interface Marked {}
class Base {}
class Derived extends Base implements Marked {}

function kinds($x, $y = null): string
{
    $out = '';
    if (is_null($x)) $out .= 'null ';
    if (is_bool($x)) $out .= 'bool ';
    if (is_int($x)) $out .= 'int ';
    if (is_float($x)) $out .= 'float ';
    if (!is_string($x)) $out .= 'no string ';
    if (is_array($x) || is_object($x)) $out .= 'compound ';
    if ($x instanceof Base) $out .= 'Base ';
    if ($x instanceof Marked) $out .= 'Marked ';
    if (!($x instanceof Derived)) $out .= 'no Derived ';
    if ($x instanceof NeverDeclared) $out .= 'Never ';
    if ($x === $y) $out .= 'same ';
    if ($x !== $y) $out .= 'other ';
    if ($x == $y) $out .= 'equal ';
    if ($x != $y) $out .= 'unequal ';
    while (is_int($x) && $x > 0) { $out .= $x--; }
    return $out;
}

function undefined($set): string
{
    if ($set) $x = $set;
    $out = '';
    if (@is_string($x)) $out .= 'string';
    if (@is_null($x)) $out .= 'null';
    if (@!($x instanceof Base)) $out .= 'none';
    return $out;
}

$text = 'ab';
$values = [null, true, 3, 2.0, 'ab', $text . 'c', 'abc', '', '10', '1e1', ' 10', '010', 'é', [], [1], new Base, new Derived, fn() => 1];
for ($turn = 0; $turn < 3; $turn++) {
    foreach ($values as $x) {
        echo kinds($x, $x), '| ', kinds($x), '| ', kinds($x, 'ab' . ($turn ? 'c' : '')), '| ', kinds($x, '10'), "\n";
        $reference = &$x;
        echo kinds($reference, $text . 'c'), "\n";
        unset($reference);
    }
    echo undefined(0), ' ', undefined('s'), ' ', undefined(new Base), "\n";
}
