<?php
// What an object of a script does not take at once it is given again.
class Log {
    public $context; static $limit = 5; public $n = 0;
    public function stream_open($path, $mode, $options, &$opened) { return true; }
    public function stream_write($data) { echo "write ", strlen($data), "\n"; if (++$this->n > 6) return self::$limit < 0 ? false : 0; return self::$limit < 0 ? strlen($data) : min(strlen($data), self::$limit); }
    public function stream_close() { echo "close\n"; }
}
stream_wrapper_register('log', 'Log');
set_error_handler(function ($level, $text) { echo "$level: $text\n"; return true; });
foreach ([5, 5000, 9000, -1] as Log::$limit) {
var_dump(file_put_contents('log://x', str_repeat('x', 20000)));
$f = fopen('log://x', 'w'); var_dump(fwrite($f, 'abcdefg')); var_dump(fwrite($f, str_repeat('y', 10000)), ftell($f)); stream_set_chunk_size($f, 100); var_dump(fwrite($f, str_repeat('z', 450))); fclose($f);
}
