<?php
// What a function gave by reference is looked at behind the warning about the key.

function &same(&$what)
{
    return $what;
}

function read()
{
    $a = 5;
    set_error_handler(function (int $no, string $text) use (&$a) {
        echo $text, "\n";
        $a = [];
        return true;
    });
    var_dump(same($a)[$none]);
    $a = 5;
    var_dump((same($a))[$none]);
    $a = 5;
    var_dump(same($a)[$none]['b']);
    $a = true;
    var_dump(same($a)[$none] ?? 'default');
    $a = 5;
    foreach (same($a)[$none] as $value) {
    }
    $a = null;
    var_dump(isset(same($a)[$none]));
    $a = 1.5;
    [$none => $b] = same($a);
    var_dump($b);
}
read();
