<?php
// Functions that ask the system, other processes and the net.
var_dump(cli_set_process_title('a title'), cli_get_process_title());
var_dump(is_string(posix_getlogin()) || posix_get_last_error() > 0);
$child = pcntl_fork();
if ($child === 0) {
    posix_setpgid(0, 0);
    exit(posix_getpgrp() === posix_getpid() && posix_setsid() === -1 ? 3 : 4);
}
pcntl_waitpid($child, $status);
var_dump(pcntl_wexitstatus($status), pcntl_wifcontinued($status));
$child = pcntl_fork();
if ($child === 0) {
    exit(posix_setsid() === posix_getpid() ? 5 : 6);
}
pcntl_waitpid($child, $status);
var_dump(pcntl_wexitstatus($status), pcntl_waitpid($child, $status), pcntl_errno(), pcntl_strerror(pcntl_errno()));
var_dump(count(Pcntl\QosClass::cases()));
var_dump(checkdnsrr('name.invalid'), getmxrr('name.invalid', $hosts), $hosts);
var_dump(@get_headers('http://127.0.0.1:1/'));
session_register_shutdown();
var_dump(readline_on_new_line());
try {
    readline_callback_read_char();
    echo "read\n";
} catch (Throwable $e) {
    echo $e->getMessage(), "\n";
}
$plain = new php_user_filter;
$nothing = null;
var_dump($plain->filter(STDIN, STDOUT, $nothing, false) === PSFS_ERR_FATAL);
