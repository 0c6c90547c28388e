<?php
// What was seen of a file is told again until something may have changed.
class Told {
    public $context;
    public function url_stat($path, $flags) { echo "  asked of $path, $flags\n"; return str_contains($path, 'none') ? false : ['mode' => 0100644, 'size' => 5]; }
    public function unlink($path) { return true; }
    public function rename($from, $to) { return true; }
    public function stream_metadata($path, $option, $value) { return true; }
    public function mkdir($path) { return true; }
    public function rmdir($path) { return true; }
    public function dir_opendir($path) { return true; }
    public function dir_closedir() { return true; }
    public function stream_open($path) { return true; }
    public function stream_read($n) { return ''; }
    public function stream_eof() { return true; }
    public function stream_write($data) { return strlen($data); }
    public function stream_stat() { return []; }
    public function stream_close() {}
}
stream_wrapper_register('told', 'Told');
$file = tempnam(sys_get_temp_dir(), 'seen');
$pipe = popen('echo 1', 'r');
$written = fopen($file, 'w+');
$memory = fopen('php://memory', 'w+');
$acts = [
    'nothing' => fn() => 0,
    'another' => fn() => is_file('told://b'),
    'none' => fn() => is_file('told://none'),
    'link' => fn() => is_link('told://a'),
    'clearstatcache' => fn() => clearstatcache(),
    'clearstatcache of another' => fn() => clearstatcache(true, 'x'),
    'unlink' => fn() => unlink('told://a'),
    'rename' => fn() => rename('told://a', 'told://c'),
    'touch' => fn() => touch('told://a'),
    'mkdir' => fn() => mkdir('told://a'),
    'rmdir' => fn() => rmdir('told://a'),
    'opendir' => fn() => closedir(opendir('told://a')),
    'file_get_contents' => fn() => file_get_contents('told://a'),
    'file_put_contents' => fn() => file_put_contents('told://a', 'x'),
    'real file_put_contents' => fn() => file_put_contents($file, 'x'),
    'real file_get_contents' => fn() => file_get_contents($file),
    'fopen' => fn() => fclose(fopen($file, 'r')),
    'fwrite' => fn() => fwrite($written, 'y'),
    'fread' => fn() => fread($written, 10),
    'fseek' => fn() => fseek($written, 0),
    'fflush' => fn() => fflush($written),
    'ftruncate' => fn() => ftruncate($written, 0),
    'fstat' => fn() => fstat($written),
    'flock' => fn() => flock($written, LOCK_SH),
    'fwrite to memory' => fn() => fwrite($memory, 'y'),
    'fread of a pipe' => fn() => fread($pipe, 1),
    'real touch' => fn() => touch($file),
    'real chmod' => fn() => chmod($file, 0600),
    'real mkdir' => fn() => mkdir("$file.d"),
    'real rename' => fn() => rename("$file.d", "$file.e"),
    'real scandir' => fn() => scandir("$file.e"),
    'real rmdir' => fn() => rmdir("$file.e"),
    'symlink' => fn() => symlink($file, "$file.l"),
    'readlink' => fn() => readlink("$file.l"),
    'real unlink' => fn() => unlink("$file.l"),
    'failing unlink' => fn() => @unlink("$file.l"),
    'tempnam' => fn() => $GLOBALS['more'] = tempnam(sys_get_temp_dir(), 'seen'),
    'copy' => fn() => copy($file, $GLOBALS['more']),
    'chdir' => fn() => chdir(getcwd()),
    'exec' => fn() => exec('true'),
    'shell_exec' => fn() => shell_exec('true'),
    'exec with output' => fn() => exec('echo 1'),
    'error_log' => fn() => error_log('x', 3, $file),
    'echo' => fn() => print(''),
    'file_exists' => fn() => file_exists($file),
    'file_exists of it' => fn() => file_exists('told://a'),
    'is_writable of it' => fn() => is_writable('told://a'),
    'real stat' => fn() => is_file($file),
    'realpath' => fn() => realpath($file),
    'glob' => fn() => glob("$file*"),
    'tmpfile' => fn() => tmpfile(),
    'SplFileInfo of it' => fn() => (new SplFileInfo('told://a'))->getSize(),
    'SplFileObject' => fn() => (new SplFileObject($file))->fgets(),
];
foreach ($acts as $name => $act) {
    is_file('told://a');
    echo "$name\n";
    $act();
    filesize('told://a');
}
foreach ([$file, $more] as $path) unlink($path);
