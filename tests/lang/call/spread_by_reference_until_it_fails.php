<?php
// Elements of a spread array become references up to the one that the call fails at. The variadic
// parameter has no name in warnings.

set_error_handler(function ($level, $text) { echo preg_replace('/\{closure[^}]*\}/', 'closure', $text), "\n"; });

/** For each element: whether it is passed by reference without a warning. */
function refers($array): string
{
    $kinds = '';
    set_error_handler(function () use (&$kinds) { $kinds .= 'no '; });
    array_map(function (&$element) use (&$kinds) { $kinds .= 'ref '; }, (array) $array);
    restore_error_handler();
    return "[$kinds]";
}

function take(&...$all) { }
function takes_two(&$first, &$second) { }

foreach ([[1, 2], ['k' => 1, 3], ['k' => 1, 'l' => 2, 3, 4], [1, 'k' => 2]] as $array) {
    try {
        take(...$array);
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
    echo refers($array), "\n";
}

$array = ['second' => 1, 2];
try {
    takes_two(...$array);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
echo refers($array), "\n";

call_user_func_array('take', [1, 2]);
call_user_func_array('takes_two', [1, 2]);
call_user_func('take', 1);

// The same, of warnings of elements that are no references.
$calls = [
    [1, 'first' => 2],
    ['second' => 1, 'first' => 2],
    ['second' => 1, 2],
    ['second' => 1, 'none' => 2, 'first' => 3],
];
foreach ($calls as $arguments) {
    try {
        call_user_func_array('takes_two', $arguments);
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
call_user_func_array('take', [1, 'none' => 2]);

$array = [1, 'first' => 2, 'second' => 3];
try {
    takes_two(...$array);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
echo refers($array), "\n";
