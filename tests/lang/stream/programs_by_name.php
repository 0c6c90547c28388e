<?php
$folder = sys_get_temp_dir() . '/jive_programs_' . getmypid() . uniqid();
mkdir($folder);
file_put_contents("$folder/ours", "#!/bin/sh\necho \"ours \$1 \$MARK\"\n");
chmod("$folder/ours", 0755);
touch("$folder/plain");
function start(array $words, ?array $env = null, ?string $in = null): void
{
    $process = @proc_open($words, [1 => ['pipe', 'w']], $pipes, $in, $env);
    if (!$process) {
        echo error_get_last()['message'], "\n";
        error_clear_last();
        return;
    }
    echo stream_get_contents($pipes[1]);
    echo proc_close($process), "\n";
}
start(['ours', 'not in PATH']);
start(['ours', 'in the PATH of the child alone'], ['PATH' => $folder]);
putenv("PATH=$folder:" . getenv('PATH'));
start(['ours', 'in PATH']);
start(['ours', 'with another PATH'], ['PATH' => '/nowhere', 'MARK' => 'marked']);
start(['./ours', 'a path'], null, $folder);
start(["$folder/plain"]);
start(['plain']);
start(['sh', '-c', 'echo "$0 $1"', 'zero', 'one']);
start(['ours'], null, "$folder/missing");
array_map('unlink', glob("$folder/*"));
rmdir($folder);
