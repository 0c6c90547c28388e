<?php
// Values that are compared with null, true and false where that decides a jump.

class Last { public function __destruct() { echo '~'; } }
function give($value) { return $value; }
function made() { return new Last; }
function &referred() { static $value = null; return $value; }

function tests($value, &$reference) {
    $out = [];
    if ($value === null) $out[] = 'null';
    if (null !== $value) $out[] = 'not null';
    if ($value === true) $out[] = 'true';
    if (true !== $value) $out[] = 'not true';
    if (false === $value) $out[] = 'false';
    if ($value !== false) $out[] = 'not false';
    if ($reference === null) $out[] = 'r-null';
    if ($reference !== true) $out[] = 'r-not true';
    if (false === $reference) $out[] = 'r-false';
    if (give($value) === null) $out[] = 'g-null';
    if (false !== give($value)) $out[] = 'g-not false';
    if (null === ($kept = give($value))) $out[] = 'k-null';
    if (($kept = give($value)) !== true) $out[] = 'k-not true';
    return implode(', ', $out);
}
foreach ([null, true, false, 0, 1, 0.0, '', '0', 'text', [], [1], new ArrayObject] as $value) {
    $other = $value;
    echo tests($value, $other), "\n";
}
for ($i = 0; $i < 2; $i++) {
    if (made() === null) echo 'no';
    if (false !== made()) echo ' yes ';
    if (referred() === null) echo ' ref ';
    echo $i, "\n";
}
$text = '';
for ($i = 0; null === ($found ?? null); $i++) {
    $text .= $i;
    if ($i === 3) $found = $text;
}
echo $text, "\n";
$i = 0;
do { $go = ++$i < 4 ? true : null; } while ($go === true);
var_dump($i, $go);
