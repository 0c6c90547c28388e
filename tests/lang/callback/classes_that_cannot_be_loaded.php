<?php
$loader = function ($class) {
    throw new Exception("no $class");
};
spl_autoload_register($loader);
$list = [1];
$calls = [
    fn() => array_map('Absent::of', $list),
    fn() => usort($list, ['Absent', 'of']),
    fn() => call_user_func('Absent::of'),
    fn() => call_user_func_array(['Absent', 'of'], []),
    fn() => forward_static_call('Absent::of'),
    fn() => set_error_handler('Absent::of'),
    fn() => array_udiff([1], [2], 'Absent::of'),
    fn() => is_callable('Absent::of'),
    fn() => Closure::fromCallable('Absent::of'),
    fn() => iterator_apply(new ArrayIterator([]), 'Absent::of'),
    fn() => preg_replace_callback('/a/', 'Absent::of', ''),
    fn() => @ob_start('Absent::of'),
];
foreach ($calls as $at => $call) {
    try {
        $call();
        echo "$at: nothing\n";
    } catch (Throwable $e) {
        $before = $e->getPrevious()?->getMessage() ?? 'nothing';
        echo $at, ': ', get_class($e), ': ', $e->getMessage(), ', behind ', $before, "\n";
    }
}
spl_autoload_unregister($loader);
