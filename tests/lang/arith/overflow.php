<?php
// Ints that overflow become floats; division gives an int when it is whole.
$max = PHP_INT_MAX;
var_dump($max + 1, $max * 2, -$max - 2, $max - -1);
var_dump(6 / 3, 7 / 2, 7 % 3, -7 % 3, 2 ** 10, 2 ** -1, 2 ** 63);
$i = $max;
$i++;
var_dump($i);
var_dump(1 <=> 2, "abc" <=> "abd", 1.5 <=> 1.5, "10" == "1e1", 0 == "a", null == false);
var_dump(1 << 3, -8 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5);
