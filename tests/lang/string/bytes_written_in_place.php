<?php
// A byte of a string is written where it is, and not at all when a handler has taken the string.
$s = str_repeat('a', 100000);
for ($i = 0; $i < 2000; $i++) {
    $s[$i] = 'b';
}
var_dump(substr_count($s, 'b'), strlen($s));
$copy = $s;
$copy[0] = 'c';
$s[2005] = 'd';
var_dump($s[0], $copy[0], $copy[2005]);
$t = 'ab';
$t[5] = 'f';
$t[-1] = 'g';
$key = [$t => 1];
$t[0] = 'z';
var_dump($t, isset($key[$t]), $key);
const TEXT = 'constant';
$c = TEXT;
$c[0] = 'C';
var_dump($c, TEXT);

function handled(callable $change, $offset, $value)
{
    $a = str_repeat('string', 1);
    $b = null;
    set_error_handler(function ($number, $message) use (&$a, &$b, $change) {
        echo "<$message>";
        $change($a, $b);
        return true;
    });
    try {
        $result = ($a[$offset] = $value);
        echo json_encode([$result, $a, $b]), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), json_encode([$a, $b]), "\n";
    }
    restore_error_handler();
}
$changes = [
    function (&$a, &$b) { $b = $a; },
    function (&$a, &$b) { $a = []; },
];
foreach ($changes as $change) {
    handled($change, 0, 'XY');
    handled($change, null, 'XY');
    handled($change, 1, []);
}
