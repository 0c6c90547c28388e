<?php
function args() { return func_num_args() . ":" . implode(",", func_get_args()); }
echo args(1, 2, 3), " ", call_user_func('args', 5), " ", call_user_func_array('args', [7, 8]), "\n";
function named($a, $b = 2, ...$rest) { return "$a $b " . implode(",", array_keys($rest)); }
echo call_user_func_array('named', ['b' => 1, 'a' => 2, 'z' => 3]), "\n";
echo call_user_func('named', 1, z: 3), "\n";
function twice(&$x) { $x *= 2; }
$n = 4;
call_user_func_array('twice', [&$n]);
echo $n, "\n";
call_user_func('twice', 3);
$deep = ['a' => 1, 'b' => ['c' => 2, 'd' => [3]]];
array_walk_recursive($deep, function(&$v, $k, $by) { $v *= $by; }, 10);
echo implode(",", array_map(function($v) { return is_array($v) ? "A" : $v; }, $deep)), " ";
echo $deep['b']['d'][0], "\n";
var_dump(is_callable('strlen', false, $name), $name, is_callable('a b', true), is_callable([1, 2]));
echo implode(",", array_filter(['x', '', 'y', null, '0', 'z'])), "\n";
echo implode(",", array_filter([5 => 'a', 6 => 'b'], function($v, $k) { return $k == 6 && $v == 'b'; }, ARRAY_FILTER_USE_BOTH)), "\n";
uksort($deep, function($l, $r) { return strcmp($r, $l); });
echo implode(",", array_keys($deep)), "\n";
$list = [3 => 'c', 1 => 'a', 2 => 'b'];
uasort($list, 'strcmp');
var_dump($list);
var_dump(array_find([1, 5, 9], function($v) { return $v > 3; }), array_find_key(['q' => 1], function($v) { return $v; }));
var_dump(array_any([1, 2], function($v) { return $v > 1; }), array_all([1, 2], function($v) { return $v > 1; }));
print_r(array_diff_ukey(['a' => 1, 'b' => 2], ['A' => 1], 'strcasecmp'));
print_r(array_udiff_assoc(['a' => 1, 'b' => 2], ['a' => 1.0, 'b' => 3], function($l, $r) { return $l <=> $r; }));
print_r(array_uintersect_uassoc(['a' => 1, 'b' => 2], ['A' => '1'], function($l, $r) { return $l <=> $r; }, 'strcasecmp'));
print_r(array_intersect_uassoc(['a' => 1, 'b' => 2], ['A' => '1'], 'strcasecmp'));
function deep_trace() { array_map('args_trace', [1]); }
function args_trace($x) { debug_print_backtrace(); }
deep_trace();
usort($list, function($l, $r) { debug_print_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 2); return 0; });
echo str_pad("a", 5, pad_string: "-"), count(value: [1]), "\n";
