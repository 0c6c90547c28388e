<?php
// Functions of the engine that PHP's own tests leave out.

function given()
{
    var_dump(func_get_arg(1), func_num_args());
    try {
        func_get_arg(2);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
given(1, 2);
var_dump(gc_enabled(), is_int(gc_mem_caches()), array_keys(gc_status()));
var_dump(in_array('Traversable', get_declared_interfaces(), true), in_array('strlen', get_extension_funcs('core'), true), get_extension_funcs('none'));
var_dump(array_map(basename(...), get_required_files()) === array_map(basename(...), get_included_files()));
$stream = fopen('php://memory', 'r');
var_dump(get_resource_type($stream), get_resource_id($stream) === (int) $stream, in_array($stream, get_resources('stream'), true));
try {
    get_resources('none');
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
fclose($stream);
var_dump(get_resource_type($stream));
set_exception_handler(fn ($e) => print('first'));
set_exception_handler(fn ($e) => print('second'));
var_dump(restore_exception_handler());
set_error_handler(function (int $level, string $text) { echo "$level $text\n"; return true; });
var_dump(user_error('said', E_USER_NOTICE));
restore_error_handler();
var_dump(preg_match('/^\d+\.\d+/', zend_version()));
register_shutdown_function(function () { echo "at the end\n"; });
$end = 'die';
$end("dead\n");
