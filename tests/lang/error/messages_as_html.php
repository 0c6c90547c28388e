<?php
// What functions tell is escaped where errors are HTML; what the engine tells is not.
set_error_handler(function ($level, $text) { echo $text, "\n"; return true; });
$ask = function () {
    file("nowhere<\"'&>");
    $none = [];
    $none["<key>"];
};
$ask();
ini_set('html_errors', '1');
$ask();
trigger_error("a(<b>", E_USER_WARNING);
