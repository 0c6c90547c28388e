<?php
// What a builtin was given is destructed before anything goes on, where nobody else owns it.

class Told
{
    public function __destruct()
    {
        echo 'gone, ';
    }
}

get_object_vars(new Told());
echo "vars\n";
$type = gettype(new Told()) . '!';
echo "$type\n";
$count = count([new Told(), 1]);
echo "$count\n";

function calls()
{
    $sum = array_sum([count([new Told()]), 1]);
    echo "$sum\n";
    \spl_object_id(new Told());
    $sum++;
    echo "$sum\n";
}

calls();
