<?php
ini_set('error_prepend_string', '[PRE]');
ini_set('error_append_string', '[APP]');
echo $x;
ini_set('html_errors', 1);
echo $x;
ini_set('html_errors', '0');
ini_set('display_errors', 'off');
echo $x;
ini_set('display_errors', '1');
array_sum([1, "a"]);
$third = 1 / 3;
$tenth = 0.1;
var_dump(ini_get('precision'), ini_set('precision', 5), "$third", ini_set('precision', '17'), "$tenth");
ini_restore('precision');
var_dump(ini_get('nope'), ini_set('nope', 1), ini_set('allow_url_include', 1));
var_dump(ini_parse_quantity('1M'), ini_parse_quantity('12'));
function f($a) { debug_print_backtrace(); g(1, [2], 'a long text that is cut'); }
f(1.5);
