<?php
// array_diff() converts the only element before it looks at the other arguments, and what has several
// elements after it.

set_error_handler(function ($level, $text) { echo "<$text> "; });

class Text { public function __toString(): string { echo 'text '; return 'a'; } }

$x = new Text;
$calls = [
    fn() => array_diff([], null),
    fn() => array_diff([[]], null),
    fn() => array_diff([$x], [$x], 'b'),
    fn() => array_diff([$x], 'b', [$x]),
    fn() => array_diff([$x], ['b', 'a', $x], [[]]),
    fn() => array_diff([$x, []], [$x], 'b'),
    fn() => array_diff([$x, []], []),
    fn() => array_diff([$x, 'c'], [[], $x]),
    fn() => array_diff([$x]),
    fn() => array_diff('a', []),
];
foreach ($calls as $call) {
    try {
        echo count($call()), "\n";
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
