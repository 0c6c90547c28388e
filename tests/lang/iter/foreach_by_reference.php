<?php
$a = [1, 2, 3];
foreach ($a as &$v) $v *= 10;
unset($v);
foreach ($a as $k => $v) echo "$k=$v ";
echo "\n";
$b = [1, 2, 3];
foreach ($b as $k => &$w) { if ($k == 0) $b[] = 4; echo $w, " "; }
echo "\n";
foreach ([[1, [2]], [3, [4]]] as [$p, [$q]]) echo $p + $q, " ";
echo "\n";
