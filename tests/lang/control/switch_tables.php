<?php
// Switches that are tables: what is in them, beside them, and of another type.
function ints(mixed $x): string
{
    switch ($x) {
        case 3: return 'three';
        case 4: return 'four';
        case 5: $r = 'five'; break;
        case 6:
        case 7: $r = 'six or seven'; break;
        case 8: return 'eight';
        default: $r = 'other';
    }
    return $r . '.';
}
function texts(mixed $x): string
{
    switch ($x) {
        case 'one': return 'I';
        case 'two': return 'II';
        case 'three': $r = 'III'; break;
        case 'four':
        case '5': $r = 'IV or V'; break;
        case '': return 'nothing';
    }
    return ($r ?? '?') . '.';
}
function matched(mixed $x): string
{
    try {
        return match ($x) {
            10 => 'ten', 11 => 'eleven', 12 => 'twelve', 13 => 'thirteen', 14 => 'fourteen',
        };
    } catch (\UnhandledMatchError $e) {
        return $e->getMessage();
    }
}
function matched_text(mixed $x): string
{
    return match ($x) {
        'a' => 'first', 'b' => 'second', 'c', 'd' => 'third', 'e' => 'fifth', default => 'none',
    };
}
$made = str_repeat('o', 1) . 'ne';
foreach ([3, 4, 5, 6, 7, 8, 9, 2, 0, -1, PHP_INT_MAX, PHP_INT_MIN, '4', '4.0', 4.0, 4.5, 'four', null, true, false, []] as $x) {
    echo json_encode($x), ' ', ints($x), ' ', matched($x), "\n";
}
foreach (['one', $made, 'two', 'three', 'four', '5', 5, '05', '5.0', '', 'six', null, true, 0, 1.5, []] as $x) {
    echo json_encode($x), ' ', texts($x), ' ', matched_text($x), "\n";
}
foreach (['a', 'b', 'c', 'd', 'e', 'f', 0, null] as $x) {
    echo matched_text($x), ' ';
}
echo "\n";
// Each turn of a loop takes another way.
$out = '';
for ($i = 0; $i < 40; $i++) {
    switch ($i % 9) {
        case 0: continue 2;
        case 1: $out .= 'a'; break;
        case 2: $out .= 'b';
        case 3: $out .= 'c'; break;
        case 4: if ($i > 20) { break 2; } $out .= 'd'; break;
        case 5: $out .= 'e'; continue 2;
        default: $out .= '-';
    }
    $out .= ';';
}
echo $out, "\n";
// A reference, and an object that is text.
$ref = &$made;
echo texts($ref), "\n";
class Two { public function __toString(): string { return 'two'; } }
echo texts(new Two()), "\n";
