<?php
// What is looked for is found wherever it is; a NUL ends what is scanned when it is reached.
echo json_encode([
    sscanf("12 ap\0ple", '%d %s%s'), sscanf("\0x", '%s'), sscanf('ab', 'ab%n'), sscanf("a\0b", 'a%c'),
    sscanf('a b', 'a%[^x]'), sscanf("5\0", '%d%n'), sscanf('', '%d'), sscanf('xyz', 'x%cz'), sscanf("a\0", "a\0"),
    sscanf('7 ' . str_repeat('x', 10_000), '%d'),
]), "\n";
for ($i = 0; $i < 400; $i++) {
    $text = str_repeat('-', $i) . 'Foo' . str_repeat('=', 300);
    if (stripos($text, 'fOO') !== $i || stristr($text, 'fOO', true) !== str_repeat('-', $i)) {
        echo "not at $i\n";
    }
}
echo json_encode([
    stripos('abc', ''), stripos('abc', '', 3), stripos('abC', 'c', -1), stripos(str_repeat('ab', 500) . 'abC', 'BABC'),
    stripos('abc', 'abcd'), stristr('HAYSTACK', 'st'), stristr('x', 'Y'), stripos(str_repeat('aA', 64) . 'b', 'AAB'),
]), "\n";

class Call
{
    public function deep(int $depth): array
    {
        return $depth > 0 ? $this->deep($depth - 1) : debug_backtrace(limit: 2);
    }
}
function through(int $depth): string
{
    if ($depth > 0) {
        return array_map(fn($less) => through($less), [$depth - 1])[0];
    }
    $shown = [];
    foreach ([1, 2, 3, 0] as $limit) {
        $trace = debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, $limit);
        $shown[] = count($trace) . ':' . implode(',', array_map(fn($row) => $row['function'] . '@' . ($row['line'] ?? '-'), array_slice($trace, 0, 4)));
    }
    return implode(' ', $shown);
}
foreach ((new Call)->deep(50) as $row) {
    echo $row['class'], $row['type'], $row['function'], '(', implode(',', $row['args']), ')', $row['line'], ' ';
}
echo "\n", preg_replace('/\{closure[^}]*\}/', '{closure}', through(20)), "\n";
