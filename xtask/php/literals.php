<?php
// The values of literals, for comparison. Reads frames from standard input: a decimal length, a
// line end, as many bytes of a literal. Answers each with a frame: `i:` and an integer, `d:` and
// the bits of a float in hexadecimal, `s:` and a string, `e:` and the message of an error.
error_reporting(0);

while (($length = fgets(STDIN)) !== false) {
    $literal = stream_get_contents(STDIN, (int) $length);
    try {
        $value = eval("return $literal\n;");
        $answer = match (true) {
            is_int($value) => "i:$value",
            is_float($value) => 'd:' . bin2hex(pack('E', $value)),
            default => "s:$value",
        };
    } catch (Error $error) {
        $answer = 'e:' . $error->getMessage();
    }
    echo strlen($answer), "\n", $answer;
}
