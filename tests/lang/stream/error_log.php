<?php
// error_log() to a file writes to any stream.
class Log {
    public $context;
    public function stream_open($path, $mode, $options, &$opened) { echo "open $path $mode $options\n"; return $path !== 'log://refused'; }
    public function stream_write($data) { echo "write [$data]\n"; return min(strlen($data), 5); }
    public function stream_close() { echo "close\n"; }
}
stream_wrapper_register('log', 'Log');
set_error_handler(function ($level, $text) { echo "$level: $text\n"; return true; });
$file = tempnam(sys_get_temp_dir(), 'log');
$calls = [['hello', 3, 'log://x'], ['more than five', 3, 'log://x'], ['', 3, 'log://x'], ['x', 3, 'log://refused'], ["out\n", 3, 'php://output'],
    ['a', 3, $file], ['b', 3, $file], ['x', 3, '/nonexistent/x'], ['x', 3, 'nix://x'], ['x', 3, ''], ['x', 3], ['x', 3, "\0"], ['x', 2, 'x']];
foreach ($calls as $call) {
    try {
        var_dump(error_log(...$call));
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
echo file_get_contents($file), "\n";
unlink($file);
