<?php
function f($a, $b) {
    $c = 3;
    $r = &$c;
    var_dump(compact('a', ['b', ['c']]), get_defined_vars());
    extract(['a' => 'A', 'z' => 1, '0' => 2, 'this' => 3], EXTR_SKIP);
    echo $a, $z, "\n";
    extract(['a' => 'A', 'z' => 5], EXTR_PREFIX_ALL, 'p');
    echo $p_a, $p_z, "\n";
    $from = ['b' => 9];
    extract($from, EXTR_REFS);
    $b = 10;
    echo $from['b'], "\n";
    compact('nope');
}
f(1, 2);
extract(['main' => 'global']);
echo $main, "\n";
define('X', [1, 2]);
var_dump(X[1], defined('X'), defined('Y'), constant('X'), constant('PHP_INT_SIZE'), define('X', 1));
var_dump(PHP_OS, PHP_EOL, M_PI, E_ALL, PHP_INT_MIN, PHP_FLOAT_MAX, DIRECTORY_SEPARATOR);
var_dump(function_exists('f'), function_exists('F'), get_defined_functions()['user'], php_sapi_name());
putenv('JIVE_X=1');
var_dump(getenv('JIVE_X'), getenv('JIVE_NOPE'), constant('NOPE'));
