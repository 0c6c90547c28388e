<?php
$a = [3, 1, 2, 1]; $b = ['c', 'a', 'b', 'z'];
var_dump(array_multisort($a, $b)); echo implode(",", $a), " ", implode(",", $b), "\n";
array_multisort($a, SORT_DESC, $b, SORT_ASC, SORT_STRING); echo implode(",", $a), " ", implode(",", $b), "\n";
$k = ['x' => '10', 5 => '9', 'y' => 'b']; array_multisort($k, SORT_STRING); print_r($k);
$t = ['B', 'a', 'C']; array_multisort($t, SORT_ASC, SORT_STRING | SORT_FLAG_CASE); print_r($t);
foreach ([fn() => array_multisort($x), fn() => array_multisort([1, 2], [1]), fn() => array_multisort([1], 99), fn() => array_multisort([1], SORT_ASC, SORT_DESC), fn() => array_multisort([1], 1, 2), fn() => array_map(fn($a, $b) => 1, [1])] as $f)
    try { $f(); } catch (Error $e) { echo get_class($e), ': ', preg_replace('/\{closure[^}]*\}:?\S*/', '', $e->getMessage()), "\n"; }
