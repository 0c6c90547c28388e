<?php
// Files are not kept for the command line unless opcache.enable_cli says so.
var_dump(extension_loaded('Zend OPcache'), opcache_get_status(), opcache_reset(), opcache_invalidate(__FILE__), opcache_is_script_cached(__FILE__), opcache_compile_file(__FILE__));
$c = opcache_get_configuration(); var_dump($c);
opcache_jit_blacklist(fn() => 1);
