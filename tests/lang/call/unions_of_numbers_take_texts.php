<?php
function number(int|float $value) { return $value; }
function result($value): int|float { return $value; }
class Holder { public int|float $value; }
foreach (["42", "42.0", "1e2", " 7", "7 ", "1.5", "9223372036854775808", true, 3.0] as $given) {
    var_dump(number($given), result($given));
    $holder = new Holder;
    $holder->value = $given;
    var_dump($holder->value);
}
