<?php
// What evaluated code binds and unsets is the variable of who evaluates it.
function bind() {
    $y = 1;
    $x = 0;
    eval('$x =& $y;');
    $y = 7;
    var_dump($x);
    eval('unset($x);');
    var_dump(isset($x), $y);
}
bind();

function nested() {
    $x = 1;
    eval('eval(\'unset($x);\'); var_dump(isset($x));');
    var_dump(isset($x));
    eval('$new = 5; $other =& $new;');
    $new = 6;
    var_dump($other);
}
nested();

$g = "global";
function take() {
    eval('global $g;');
    var_dump($g);
    $g = "changed";
}
take();
var_dump($g);

$y = 1;
$x = 0;
eval('$x =& $y;');
$y = 7;
var_dump($x);
eval('unset($x);');
var_dump(isset($x), isset($GLOBALS['x']), $y);

function lists(array ...$lists) {
    return count($lists);
}
try {
    echo lists([1], [2]), "\n";
    echo lists([1], 2);
} catch (TypeError $error) {
    echo preg_replace('/, called.*/', '', $error->getMessage()), "\n";
}

function items() {
    try {
        yield 1;
    } finally {
        echo "finally\n";
    }
}
try {
    foreach (items() as $item) {
        throw new Exception("left");
    }
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
