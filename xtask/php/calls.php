<?php
// Prints calls of the functions of a stub, for a table of calls: `php calls.php STUB [COUNT]`.
// Arguments are edge cases of the declared types, and one value of each wrong type. The choice
// depends on the function's name alone.
const POOLS = [
    'int' => ['0', '1', '-1', '2', '3', '-2', '5', '10', '-7', '100', '255'],
    'float' => ['0.0', '-0.0', '1.5', '-2.5', '0.1', '1e15', '1e20', '-1e-7', '3.0', 'NAN', 'INF',
        '-INF', '123456.789', '2.5', '0.285', '1234567.891', '7', '-3'],
    'bool' => ['true', 'false'],
    'string' => ['""', '"a"', '"abc"', '"Hello World"', '"0"', '"12abc"', '"\x00\xff\n"', '"aAbBaA"',
        '"  x "', '"abcabcabc"', '"<a href=\'x\'>&amp;"', '"10"', '"1.5e3"', '"it\'s \\\\ a \"q\""',
        '"a,b,,c"', '"The quick brown fox"', '"b"', '","', '"ab"', '"lo"'],
    'array' => ['[]', '[1, 2, 3]', '["a" => 1, "b" => 2, 3]', '[3 => "x", "y", "z" => null]',
        '["b", "a", "C", "10", "9", "img12", "img2"]', '[1.5, true, null, "1", 1, false, ""]',
        '[[1, 2], ["k" => "v"]]', '["x" => ["y" => 1], "a" => "b"]', '[3, 1, 2, 1, "1", 3.0]',
        '["5" => 5, "-5" => "five", "05" => 0]', '["abc", "ABC", "b", ""]'],
];
const MIXED = ['null', 'true', 'false', '0', '-1', '42', '1.5', '-0.0', '"abc"', '""', '"1"',
    '"1e2"', '" 5"', '"5 "', '[]', '[1]', '["a" => null]', '1e25', 'PHP_INT_MAX', 'NAN'];
const WRONG = ['null', 'true', 'false', '1.7', '7.0', '"abc"', '"3"', '"2.5"', '"4 x"', '[]', '[1]',
    '1e30', 'NAN', 'PHP_INT_MAX', 'PHP_INT_MIN'];
/** Functions whose int arguments ask for memory or time. */
const BOUNDED = ['str_repeat', 'str_pad', 'array_fill', 'array_pad', 'range', 'chunk_split',
    'number_format', 'random_bytes', 'usleep', 'wordwrap', 'sprintf', 'printf', 'round'];

function pool(?ReflectionType $type): array {
    $members = $type instanceof ReflectionUnionType ? $type->getTypes() : [$type];
    $values = [];
    foreach ($members as $member) {
        $values = [...$values, ...(POOLS[$member?->getName() ?? ''] ?? [])];
    }
    return $values ?: MIXED;
}

function shown(ReflectionFunction $function, array $arguments): string {
    $setup = '';
    foreach ($function->getParameters() as $index => $parameter) {
        if ($parameter->isPassedByReference() && isset($arguments[$index])) {
            $setup .= '$' . chr(97 + $index) . " = $arguments[$index]; ";
            $arguments[$index] = '$' . chr(97 + $index);
        }
    }
    return $setup . $function->getName() . '(' . implode(', ', $arguments) . ')';
}

function arguments(ReflectionFunction $function): array {
    $parameters = $function->getParameters();
    $least = $function->getNumberOfRequiredParameters();
    $most = $function->isVariadic() ? count($parameters) + 2 : count($parameters);
    $arguments = [];
    for ($count = mt_rand($least, $most), $index = 0; $index < $count; $index++) {
        $pool = pool($parameters[min($index, count($parameters) - 1)]->getType());
        $arguments[] = $pool[mt_rand(0, count($pool) - 1)];
    }
    return $arguments;
}

function calls(ReflectionFunction $function, int $count): array {
    mt_srand(crc32($function->getName()));
    $calls = $function->getName() === 'strtr' ? [] : [shown($function, [])];
    for ($tried = 0; $tried < $count; $tried++) {
        $calls[] = shown($function, arguments($function));
    }
    $is_bounded = in_array($function->getName(), BOUNDED);
    foreach (array_keys($function->getParameters()) as $index) {
        foreach (WRONG as $value) {
            $is_huge = str_contains($value, 'PHP_INT') || $value === '1e30';
            $arguments = arguments($function);
            while (count($arguments) < $index) {
                $arguments[] = '1';
            }
            $arguments[$index] = $value;
            // The errors of the first two depend on how PHP compiled the call; the last takes an int
            // too, whatever its signature says.
            $is_undecided = in_array($function->getName(), ['implode', 'strtr', 'number_format']);
            if ($function->getName() === 'count' || $function->getName() === 'sizeof') {
                // PHP looks at the mode before the type of the value.
                $arguments = $index === 0 ? [$value] : ['[1, [2]]', $value];
            }
            if (!($is_bounded && $is_huge) && !$is_undecided) {
                $calls[] = shown($function, $arguments);
            }
        }
    }
    $arguments = array_fill(0, count($function->getParameters()) + 1, '1');
    if ($function->getName() !== 'strtr') {
        $calls[] = shown($function, $arguments);
    }
    // How often these two convert one element to a string depends on how PHP sorts.
    $is_sorting = in_array($function->getName(), ['array_diff', 'array_intersect', 'array_unique']);
    $is_nested = fn (string $call): bool => (bool) preg_match('/\\[\\[|=> \\[/', $call);
    return array_unique($is_sorting ? array_filter($calls, fn ($call) => !$is_nested($call)) : $calls);
}

/** Functions without an answer that stays the same, and those that leave a seed of their own. */
const SKIPPED = ['mt_srand', 'srand', 'random_bytes', 'random_int', 'time', 'microtime', 'hrtime',
    'usleep'];
if (basename($argv[1]) === 'random.php') {
    echo "mt_srand(9)\n";
}
foreach (file($argv[1]) as $line) {
    if (preg_match('/^function (\w+)/', $line, $matches) && !in_array($matches[1], SKIPPED)) {
        echo implode("\n", calls(new ReflectionFunction($matches[1]), (int) ($argv[2] ?? 25))), "\n";
    }
}
