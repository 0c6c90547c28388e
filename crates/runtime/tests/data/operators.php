<?php
// Prints one line per operator and left operand: the FNV-1a hash of the results for all right
// operands. `php -n operators.php > operators.expect` renews the expectation;
// `php -n operators.php OPERATOR INDEX` prints the results of one line.
error_reporting(E_ALL);

$values = [
    null, true, false, 0, 1, -1, 7, 63, 64, -13, PHP_INT_MAX, PHP_INT_MIN, 1 << 53,
    0.0, -0.0, 1.0, 1.5, -2.5, 0.1, 1e15, 1e17, 1e20, -1e20, 9.2233720368547758e18, 1e-7, 1e300,
    NAN, INF, -INF,
    '', '0', '1', '00', 'abc', '5 apples', ' 5', '5 ', "\n-7\t", '1.5', '1.5abc', '1e3', '1E+2', '1e', '-', '.', '.5', '5.',
    '0x1A', '-7', '+7', '9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775808 ',
    '99999999999999999999', '99999999999999999998', '0000000000000000000000012', '1e1000', '-1e1000', 'a', 'b', 'zz', 'Az', 'zZ9', 'a9', 'a-9', "\xc3\xa9z",
    '1000', '1e3 ', '0.0', 'true', 'Array',
    [], [1], [2], [1, 2], ['a' => 1], ['a' => 1, 'b' => '2'], ['b' => 2, 'a' => 1], [[1], null], ['1'], [1 => 1],
];

function show_float(float $value): string
{
    $old = ini_set('precision', '-1');
    $text = (string) $value;
    ini_set('precision', $old);
    return $text;
}

function show(mixed $value): string
{
    return match (true) {
        is_null($value) => 'null',
        is_bool($value) => $value ? 'true' : 'false',
        is_int($value) => "i$value",
        is_float($value) => 'f' . show_float($value),
        is_string($value) => "'$value'",
        is_array($value) => '[' . implode(',', array_map(fn($k, $v) => show($k) . '=>' . show($v), array_keys($value), $value)) . ']',
    };
}

$operators = [
    '+' => fn($a, $b) => $a + $b, '-' => fn($a, $b) => $a - $b, '*' => fn($a, $b) => $a * $b,
    '/' => fn($a, $b) => $a / $b, '%' => fn($a, $b) => $a % $b, '**' => fn($a, $b) => $a ** $b,
    '&' => fn($a, $b) => $a & $b, '|' => fn($a, $b) => $a | $b, '^' => fn($a, $b) => $a ^ $b,
    '<<' => fn($a, $b) => $a << $b, '>>' => fn($a, $b) => $a >> $b, '.' => fn($a, $b) => $a . $b,
    '==' => fn($a, $b) => $a == $b, '===' => fn($a, $b) => $a === $b, '<=>' => fn($a, $b) => $a <=> $b,
    '<' => fn($a, $b) => $a < $b, '<=' => fn($a, $b) => $a <= $b, '>' => fn($a, $b) => $a > $b,
];
$unary = [
    'bool' => fn($a) => (bool) $a, 'int' => fn($a) => (int) $a, 'float' => fn($a) => (float) $a,
    'string' => fn($a) => (string) $a, 'array' => fn($a) => (array) $a, 'neg' => fn($a) => -$a,
    'plus' => fn($a) => +$a, '~' => fn($a) => ~$a,
    '++' => function ($a) { $a++; return $a; }, '--' => function ($a) { $a--; return $a; },
];

$messages = '';
set_error_handler(function (int $level, string $text) use (&$messages) {
    $messages .= ($level === E_DEPRECATED ? 'D' : 'W') . "($text)";
    return true;
});

function outcome(callable $run): string
{
    global $messages;
    $messages = '';
    try {
        $result = show($run());
    } catch (Error $error) {
        $result = get_class($error) . '(' . $error->getMessage() . ')';
    }
    return $messages . $result;
}

function row(string $operator, int $index): array
{
    global $operators, $unary, $values;
    $left = $values[$index];
    if (isset($unary[$operator])) {
        return [outcome(fn() => $unary[$operator]($left))];
    }
    return array_map(fn($right) => outcome(fn() => $operators[$operator]($left, $right)), $values);
}

if ($argc > 2) {
    echo implode("\n", row($argv[1], (int) $argv[2])), "\n";
    exit;
}
foreach ([...array_keys($operators), ...array_keys($unary)] as $operator) {
    foreach (array_keys($values) as $index) {
        echo $operator, ' ', $index, ' ', hash('fnv1a64', implode("\n", row($operator, $index)) . "\n"), "\n";
    }
}
