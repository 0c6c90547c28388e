<?php
class Proxy { function __call( $name, $args ) { $args[0]++; } static function __callStatic($n, $args) { $args[0]++; } }
$arg = 1; $args = [&$arg]; $proxy = new Proxy;
call_user_func_array([$proxy, 'bar'], $args); var_dump($arg);
call_user_func_array(['Proxy', 'bar'], $args); var_dump($arg);
call_user_func_array('Proxy::bar', $args); var_dump($arg);
$proxy->bar(...$args); var_dump($arg);
array_map([$proxy, 'x'], $args); var_dump($arg);
usort($args, [$proxy, 'y']);
array_walk($args, [$proxy, 'x']); var_dump($arg);
$f = [$proxy, 'bar']; $f(...$args); var_dump($arg);
function v(...$x) { $x[0]++; } call_user_func_array('v', $args); var_dump($arg);
function w() { $x = func_get_args(); $x[0]++; } call_user_func_array('w', $args); var_dump($arg);
