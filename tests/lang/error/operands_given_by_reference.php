<?php
// What a function or a list assignment gives by reference on the right of `.` is read when the left is
// a string.
class Text
{
    public function __toString(): string { echo '<string>'; $GLOBALS['a'] = 2; return 'text'; }
}

function &ref(&$value) { echo 'ref '; return $value; }
function plain($value) { return $value; }

$a = new Text;
var_dump($a . ref($a));
$a = new Text;
$o = new Text;
var_dump($o . ref($a));
var_dump([$o][0] . ref($a));
$a = 5;
var_dump(plain($o) . ref($a) . ref($a));
$a = 5;
var_dump(ref($o) . ref($a));
$a = 5;
var_dump(($b = &$o) . ref($a));
$a = 5;
var_dump($o . plain($a), 'x' . ref($a), $a . ref($a), ($a + 1) . ref($a));
$a = [1];
$o = new Text;
var_dump($o . ([&$x] = $a), $x);
$a = [1];
var_dump([$o][0] . ([&$y] = $a), $y);
$a = 5;
unset($o);
try {
    var_dump((object) [] . ref($a));
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
