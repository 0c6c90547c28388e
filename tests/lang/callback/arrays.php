<?php
$f = function($x) { return $x * 2; };
print_r(array_map($f, [1,2,'a'=>3]));
print_r(array_map(null, [1,2], ['a','b','c']));
print_r(array_filter([1,2,3,4,null], function($x) { return $x % 2; }));
print_r(array_filter(['a'=>1,'b'=>2], function($k) { return $k == 'b'; }, ARRAY_FILTER_USE_KEY));
echo array_reduce([1,2,3], function($c, $x) { return $c + $x; }, 10), "\n";
$a = [3,1,2]; usort($a, function($x, $y) { return $x - $y; }); echo implode(",", $a), "\n";
$a = [3,1,2]; usort($a, function($x, $y) { return $x > $y; }); echo implode(",", $a), "\n";
$a = ['x'=>1,'y'=>2]; array_walk($a, function(&$v, $k, $p) { $v = "$p$k$v"; }, 'pre'); print_r($a);
print_r(array_udiff([1,5,3,4], [3], [4], function($a, $b) { return $a <=> $b; }));
print_r(array_uintersect([1,5,3,4], [3,4,5], [4,5], function($a, $b) { return $a <=> $b; }));
function g() { return func_get_args(); }
print_r(g(1,2,3));
echo call_user_func('g', 5)[0], call_user_func_array('g', [7,8])[1], "\n";
echo call_user_func_array('str_pad', ['string' => 'a', 'length' => 4, 'pad_string' => '-']), "\n";
function sum(int ...$x) { return array_sum($x); }
echo call_user_func_array('sum', [1,2,3]), "\n";
var_dump(is_callable('g'), is_callable('nope'), function_exists('strlen'));
