<?php
// The result of array_diff() has PHP's room for as many elements as the first array has, so that an int
// key beyond the first eight is a place in a list.

function keys(array $array): string { $array[] = 'next'; return json_encode(array_keys($array)); }

$nine = range(0, 8);
$rest = array_diff($nine, range(0, 7));
while (key($rest) !== null) { next($rest); }
$rest[0] = 'in a hole';
echo json_encode([key($rest), $rest]), "\n";

foreach (['array_diff', 'array_diff_key', 'array_diff_assoc'] as $diff) {
    $none = $diff($nine, $nine);
    $none[10] = 'popped';
    array_pop($none);
    $none[1] = 1;
    echo $diff, ' ', keys($none), "\n";
}
