<?php
// A call by name of a function that another file, or a statement that was run, declares.
$file = tempnam(sys_get_temp_dir(), 'fun');
file_put_contents($file, '<?php
function by_value($x, $y = 2) { return $x + $y; }
function &by_result(array &$a, $k) { return $a[$k]; }
function by_reference(&$x) { return ++$x; }
function of_many(...$all) { return implode(",", $all); }
function typed(int $x): string { return $x; }
function counts() { static $n = 0; return ++$n; }
function generates($n) { while ($n) yield $n--; }
');

function calls(int $rounds): void
{
    $x = 1;
    $a = [1, 2];
    for ($i = 0; $i < $rounds; $i++) {
        $sum = by_value($i) + by_value($i, 1) + by_value(y: 5, x: $i);
        by_reference($x);
        by_reference($a[1]);
        $r = &by_result($a, 0);
        $r += 2;
        $many = of_many($i, ...$a);
        $text = typed($i);
        $n = counts();
    }
    echo json_encode([$sum, $x, $a, $many, $text, $n, iterator_to_array(generates(3))]), "\n";
}

function early(): string
{
    try {
        return 'there: ' . late('x');
    } catch (Error $e) {
        return $e->getMessage();
    }
}

echo early(), "\n";
for ($i = 0; $i < 3; $i++) {
    echo early(), "\n";
    if ($i === 1) {
        function late($x) { return strtoupper($x); }
    }
}

require $file;
unlink($file);
calls(3);
calls(2000);

if (!function_exists('pluggable')) {
    function pluggable(int $x): int { return $x < 2 ? $x : pluggable($x - 1) + pluggable($x - 2); }
}
echo pluggable(15), "\n";
try {
    pluggable();
} catch (ArgumentCountError $e) {
    echo preg_replace('/ in .*? on/', ' on', $e->getMessage()), "\n";
}
try {
    by_reference(...[]);
} catch (ArgumentCountError $e) {
    echo preg_replace('/ in .*? on/', ' on', $e->getMessage()), "\n";
}
