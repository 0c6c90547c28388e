<?php
// Programs on arrays: what they print is serialize()d, which shows order, types and references.

function begin(): void
{
    set_error_handler(function ($level, $message) {
        echo "  $message\n";
        return true;
    });
}

/** Shows a value, the position of its internal pointer and the next free key. */
function show(&$value): void
{
    $text = serialize($value);
    if (strlen($text) > 2000) {
        echo md5($text), ' ', strlen($text), "\n";
        $value = [7, 'a' => 8];
        return;
    }
    json_encode($value);
    echo json_last_error() === JSON_ERROR_RECURSION ? '…' : '', $text, "\n";
}

/** A value as text; an array in itself, which PHP makes of a reference, ends the comparison. */
function j($value)
{
    $text = json_encode($value);
    if (json_last_error() === JSON_ERROR_RECURSION) {
        echo '…';
    }
    return $text;
}

/** Shows the internal pointer of an array. */
function at(&$value): void
{
    if (is_array($value)) {
        echo '@', json_encode(key($value)), '=', is_array($c = current($value)) ? count($c) : json_encode($c), "\n";
    }
}

/** Changes a copy. */
function changed($list, $key)
{
    $list[$key] = 'changed';
    unset($list[0]);
    $list[] = 'next';
    return $list;
}

/** Changes what it is given. */
function change(&$list): void
{
    if (is_array($list)) {
        $list[] = 'by ref';
        array_shift($list);
    }
}

function same(&$list)
{
    return $list;
}

