<?php
$other = __DIR__ . '/hello.php';
ob_start();
include $other;
include $other;
ob_end_clean();
var_dump(opcache_is_script_cached(__FILE__), opcache_is_script_cached($other), opcache_is_script_cached('/no/such/file'));
var_dump(opcache_compile_file(__DIR__ . '/exits.php'));
$status = opcache_get_status();
ksort($status['scripts']);
var_dump(array_keys($status), array_map(basename(...), array_keys($status['scripts'])));
foreach ($status['scripts'] as $path => $script) {
    echo basename($path), ' ', implode(' ', array_keys($script)), "\n";
    var_dump($script['full_path'] === $path, $script['memory_consumption'] > 0, $script['timestamp'] === filemtime($path));
    var_dump($script['last_used'] === date('D M ', $script['last_used_timestamp']) . sprintf('%2d', date('j')) . date(' H:i:s Y', $script['last_used_timestamp']));
}
var_dump(array_keys($status['memory_usage']), array_keys($status['interned_strings_usage']), array_keys($status['jit']));
['num_cached_scripts' => $scripts, 'misses' => $misses, 'manual_restarts' => $restarts, 'start_time' => $start] = $status['opcache_statistics'];
var_dump(array_keys($status['opcache_statistics']), $scripts, $misses, $restarts, abs(time() - $start) < 100);
var_dump(opcache_invalidate($other, true), opcache_is_script_cached($other), opcache_invalidate('/no/such/file', true));
var_dump(opcache_get_status(false)['memory_usage']['wasted_memory'] > 0, isset(opcache_get_status(false)['scripts']));
var_dump(opcache_reset(), opcache_get_status()['restart_pending']);
var_dump(ini_set('opcache.enable', '1'), ini_set('opcache.enable', '0'), opcache_get_status()['opcache_enabled'], opcache_reset(), opcache_invalidate($other));
