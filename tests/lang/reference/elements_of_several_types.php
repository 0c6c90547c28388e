<?php
// What is read of an element is its value, also in a loop that saw values of several types, and no
// reference, before.
class Holder
{
    public $p = 0;
}

function last($count, $holder, $list)
{
    while ($count-- > 0) {
        $holder->p = $list[$count] ?? 0;
    }
}

function written_by_a_loop($count)
{
    $holder = new Holder;
    $list = [0.5, 1, 2.5];
    while ($count-- > 0) {
        $holder->p = $list[$count] ?? 0;
        foreach ($list as &$value) {
            $value = $count;
        }
        unset($value);
    }
    return $holder->p;
}

foreach ([4, 4, 5, 40, 4, 5, 40, 4] as $round => $count) {
    $holder = new Holder;
    last($count, $holder, [1, 2, 3]);
    [$one, $two] = ["one $round", 2.5];
    last($count, $holder, [&$one, &$two, 7]);
    $one = 'changed';
    echo $holder->p, ' ', written_by_a_loop($count), "\n";
}
