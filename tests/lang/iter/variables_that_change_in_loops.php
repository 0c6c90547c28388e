<?php
// What a loop by reference does to its variable, and what it keeps of it.
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
$b = false;
foreach ($b as $k => &$v) {
}
unset($v);
$b[0][] += 1;
var_dump($b);
unset($u);
foreach ($u as &$v) {
}
unset($v);
var_dump(isset($u));

class Mortal
{
    public $p = 1;
    public $q = 2;

    public function __destruct()
    {
        echo '<destruct>';
    }
}

function object_is_only_the_variable_s()
{
    $a = [1, 2, 3];
    foreach ($a as $k => &$v) {
        echo "each $k ";
        if ($k === 0) {
            $a = new Mortal();
        } else {
            $a = null;
            echo 'gone ';
        }
    }
    echo "end\n";
}
object_is_only_the_variable_s();
