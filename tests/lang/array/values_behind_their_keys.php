<?php
// The value of an element is read when its key is known: behind the warning of an undefined key.

function reads(&$i)
{
    set_error_handler(function ($level, $text) use (&$i) {
        echo $text, "\n";
        $i++;
    });
    echo json_encode([$none => $i, 'next' => $i, $i]), "\n";
    echo json_encode([$none => $i + 1, 7 => 1]), "\n";
    echo json_encode(['first' => 0, $none => $i]), "\n";
    echo json_encode(['first' => $i, $i => $none, $none => $none]), "\n";
    restore_error_handler();
}

$value = 1;
reads($value);

$shared = [1 => 'one', 'list' => [1]];
$copy = $shared;
$shared += $shared;
var_dump($shared === $copy);
$own = range(1, 3);
$own += $own;
$own += $own + [5 => 'five'];
echo json_encode($own), "\n";

function twice(array $list)
{
    $list += $list;
    $list = $list + $list;
    return $list + [9 => 'nine'];
}

echo json_encode(twice([1, 'k' => 2])), json_encode($copy), "\n";
