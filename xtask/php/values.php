<?php
// The values of expressions, for comparison. Reads frames from standard input: a decimal length, a
// line end, as many bytes of an expression. Answers each with a frame: `n:` for null, `b:` and 0 or
// 1, `i:` and an integer, `d:` and the bits of a float in hexadecimal, `s:` and a string, `e:` and
// the message of a warning or an exception.
set_error_handler(function (int $level, string $message) {
    throw new ErrorException($message);
});

while (($length = fgets(STDIN)) !== false) {
    $expression = stream_get_contents(STDIN, (int) $length);
    try {
        $value = eval("return $expression\n;");
        $answer = match (true) {
            is_null($value) => 'n:',
            is_bool($value) => 'b:' . (int) $value,
            is_int($value) => "i:$value",
            is_float($value) => 'd:' . (is_nan($value) ? 'nan' : bin2hex(pack('E', $value))),
            is_string($value) => "s:$value",
            default => 'e:' . get_debug_type($value),
        };
    } catch (Throwable $error) {
        $answer = 'e:' . $error->getMessage();
    }
    echo strlen($answer), "\n", $answer;
}
