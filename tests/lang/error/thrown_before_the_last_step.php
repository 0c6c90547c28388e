<?php
// What a handler throws before the last step is thrown behind it; arrays that are compared with
// themselves, further in.
set_error_handler(function ($number, $message) {
    throw new Exception($message);
});

function tried(callable $run)
{
    try {
        var_dump($run());
    } catch (Throwable $e) {
        for (; $e; $e = $e->getPrevious()) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
}

foreach ([null, true, 'k', '5', 7, new ArrayObject, []] as $key) {
    tried(function () use ($key) {
        global $b;
        $b = false;
        $b[$key] = 1;
    });
    echo json_encode($b), "\n";
}
tried(function () {
    global $b;
    $b = false;
    $b[$undefined] = 1;
});
echo json_encode($b), "\n";

$s = [1, 'k' => 2];
$s[0] = &$s;
tried(fn() => $s < [[], 0]);
tried(fn() => $s == [[], 'k' => 0]);
tried(fn() => $s === [[], 'k' => 0]);
tried(fn() => $s <=> [5, 'k' => 0]);
tried(fn() => [[], 0] < $s);

// A function's reference is an operand that is read behind the handler of the other one.
$a = 5;
function &place() { return $GLOBALS['a']; }
set_error_handler(function ($number, $message) {
    $GLOBALS['a'] = 7;
    echo "<$message>";
    return true;
});
tried(fn() => place() . $undefined);
$a = 5;
tried(fn() => place() + $undefined);
$a = 5;
tried(fn() => [place() => $undefined]);
