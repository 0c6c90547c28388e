<?php
// Elements that call_user_func_array() and iterator_apply() pass by value are values: the references that
// are elements belong to the array alone, so that a copy of it has values.

function refers($array): string
{
    $kinds = '';
    set_error_handler(function () use (&$kinds) { $kinds .= 'no '; });
    array_map(function (&$element) use (&$kinds) { $kinds .= 'ref '; }, $array);
    restore_error_handler();
    return "[$kinds]";
}

$change = function (&$by_reference, $by_value) { $GLOBALS['array'][] = 'new'; return true; };
foreach ([
    fn() => iterator_apply(new ArrayIterator([1]), $change, $GLOBALS['array']),
    function () use ($change) {
        global $array;
        call_user_func_array($change, ['by_value' => &$array[0], 'by_reference' => &$array[1]]);
    },
    fn() => call_user_func_array('max', $GLOBALS['array']),
] as $call) {
    $array = [1, 2];
    array_walk($array, function (&$element) {});
    $call();
    echo refers($array), ' ', json_encode($array), "\n";
}
