<?php
[$a, , $b] = $c;
['k' => $a, 'l' => [$b, &$c]] = $d;
list($a, list(, $b), 'k' => $c) = $d;
$a = [...$b, 'x' => 1, &$c, ];
$a = array(1, 'k' => &$b);
foreach ($a as ['x' => $b, $c]) {}
foreach ($a as list($b)) {}
[$a, $b] = [$b, $a];
