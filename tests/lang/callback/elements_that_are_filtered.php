<?php
// A reference that is an element belongs to the argument too while a callback looks at it.
$x = 7;
$a = [&$x, 1];
unset($x);
$b = &$a;
$kept = array_filter($a, function ($value) use (&$a) {
    foreach ($a as &$element) {
        $element = 5;
    }
    return true;
});
echo json_encode([$a, $kept]), "\n";
