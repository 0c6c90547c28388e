<?php
// What the tests of real packages showed to differ.
var_dump(realpath('file:///tmp'), version_compare('1.0', '1.0', '='), version_compare('1.0', '1.0.0', '='));
foreach ([0, DatePeriod::EXCLUDE_START_DATE] as $options) {
    $period = new DatePeriod(new DateTime('2017-01-01'), new DateInterval('P1D'), 2, $options);
    foreach ($period as $key => $date) echo $key, $date->format(' Y-m-d'), "\n";
}
print_r(DateTimeZone::listIdentifiers(DateTimeZone::PER_COUNTRY, 'CH'));
var_dump(DateTimeZone::listIdentifiers(DateTimeZone::PER_COUNTRY, 'xx'), in_array('Asia/Harbin', DateTimeZone::listIdentifiers(DateTimeZone::ALL_WITH_BC)), in_array('Asia/Harbin', DateTimeZone::listIdentifiers()));
class Maker { function run() { yield 1; } static function still() { yield 2; } }
$generator = (new Maker)->run();
var_dump($generator->__debugInfo(), Maker::still()->__debugInfo());
foreach ($generator as $value);
print_r($generator);
foreach (['::123.234.235.236', '::1', '::ffff:1.2.3.4', '::', '::1:2', '::2:0', '1::1.2.3.4'] as $address) {
    echo inet_ntop(inet_pton($address)), "\n";
}
foreach (['rw', 'r', 'w', 'a', 'r+', 'rb'] as $mode) {
    $stream = fopen('php://memory', $mode);
    echo $mode, ' ', json_encode(@fwrite($stream, 'bar')), ' ', ftell($stream), ' ', stream_get_meta_data($stream)['mode'], "\n";
}
foreach (['php://temp,', 'php://tempxyz', 'php://temp/maxmemory:12', 'php://memory/x'] as $name) {
    var_dump((bool) @fopen($name, 'w+'));
}
foreach ([['FOO=bar', 'wrong', '=x', 'BAR=a=b'], ['FOO' => 'baz', 'BAR' => 1], ['FOO=a b', 'BAR' => '']] as $variables) {
    $process = proc_open('echo "[$FOO] [$BAR]"', [1 => ['pipe', 'w']], $pipes, null, $variables);
    echo stream_get_contents($pipes[1]);
    proc_close($process);
}
foreach (token_get_all('<?php b"$a"; B"$a x"; b\'x\';') as $token) {
    echo is_array($token) ? token_name($token[0]) . ' ' . json_encode($token[1]) : json_encode($token), "\n";
}
foreach (PhpToken::tokenize('<?php b"$a";') as $token) {
    echo $token->id, ' ', $token->getTokenName(), ' ', json_encode($token->text), "\n";
}
foreach (['php://memory', 'php://output', '/dev/null'] as $name) {
    foreach ([LOCK_EX, FILE_APPEND | LOCK_EX] as $flags) {
        var_dump(@file_put_contents($name, "x\n", $flags), error_get_last()['message'] ?? null);
        error_clear_last();
    }
}
require '/nowhere/at/all.php';
