<?php
$a = [1, 'two' => 2.5, [true, null], '5' => 'five', 'last'];
$b = [$x, $y];
$c = ['k' => $x, 'l' => f()];
$d = [$k => $x, &$y, ...$z];
$e = [];
