<?php
// A static property that was shared is a reference: what is false behind it becomes an array without a word when
// the path only passes through.
class Kept { public static $value = []; }
function share(): void { $reference = &Kept::$value; }
function paths(): void
{
    $five = 5;
    foreach ([
        function () use (&$five) { Kept::$value[1] = &$five; },
        function () { Kept::$value[1] = 2; },
        function () { $reference = &Kept::$value[1][2]; },
        function () { Kept::$value[1][2] = 3; },
    ] as $path) {
        Kept::$value = false;
        $path();
        echo json_encode(Kept::$value), "\n";
    }
}
set_error_handler(function ($level, $message) {
    echo $message, "\n";
    return true;
});
paths();
share();
echo "shared\n";
paths();
