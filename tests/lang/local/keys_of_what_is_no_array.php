<?php
// A variable that is the key in a value without elements belongs to nobody while that is said.
class Mortal
{
    public function __destruct() { echo '<destruct>'; }
}
set_error_handler(function ($level, $message) use (&$key) {
    echo "<! $message>";
    $key = null;
    return true;
});
foreach ([5, null, true, 1.5] as $value) {
    $key = new Mortal;
    var_dump($value[$key]->p);
    $key = new Mortal;
    var_dump($value[$key][$key]);
}
