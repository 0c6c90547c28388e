<?php
// What PHP refuses of sources, for comparison. Reads frames from standard input: a decimal length,
// a line end, as many bytes of source. Answers each with a frame: line and message of the error
// with a blank between, or nothing when there is none.
error_reporting(0);

while (($length = fgets(STDIN)) !== false) {
    $length = (int) $length;
    $source = $length > 0 ? stream_get_contents(STDIN, $length) : '';
    $answer = '';
    try {
        token_get_all($source, TOKEN_PARSE);
    } catch (Error $error) {
        $answer = $error->getLine() . ' ' . $error->getMessage();
    }
    echo strlen($answer), "\n", $answer;
}
