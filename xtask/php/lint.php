<?php
// PHP's verdict on sources, for comparison. Takes the paths of files; answers each with a frame:
// line and message of the fatal error with a blank between, or nothing when there is none.
foreach (array_slice($argv, 1) as $path) {
    $answer = '';
    $pipes = [];
    $command = [PHP_BINARY, '-n', '-d', 'display_errors=1', '-d', 'html_errors=0', '-d', 'short_open_tag=1', '-l', $path];
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]);
    proc_close($process);
    $quoted = preg_quote($path, '~');
    if (preg_match("~^(?:PHP )?(?:Fatal|Parse) error: +(.*) in $quoted on line (\d+)$~ms", $output, $match)) {
        $answer = "$match[2] $match[1]";
    }
    echo strlen($answer), "\n", $answer;
}
