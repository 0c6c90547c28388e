<?php
// How long PHP takes to compile sources without optimising. Reads frames from standard input: a
// decimal length, a line end, as many bytes of source. At the end one line: seconds of CPU spent
// in opcache_compile_file(), number of files that it took.
error_reporting(0);
ini_set('display_errors', '0');
$folder = sys_get_temp_dir() . '/jive-compile-' . getmypid();
mkdir($folder);
$files = [];
while (($length = fgets(STDIN)) !== false) {
    $length = (int) $length;
    $file = $folder . '/' . count($files) . '.php';
    file_put_contents($file, $length > 0 ? stream_get_contents(STDIN, $length) : '');
    $files[] = $file;
}

function seconds(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

$count = 0;
$start = seconds();
foreach ($files as $file) {
    try {
        $count += (int) opcache_compile_file($file);
    } catch (Error) {
    }
}
$end = seconds();
array_map(unlink(...), $files);
rmdir($folder);
echo $end - $start, " $count\n";
// A source that PHP refuses sets the exit status.
exit(0);
