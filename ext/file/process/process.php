<?php

/** Runs a command; its last line. */
#[__Reenters]
function exec(string $command, &$output = null, &$result_code = null): string|false {}

/** Runs a command and prints what it prints; its last line. */
#[__Reenters]
function system(string $command, &$result_code = null): string|false {}

/** Runs a command and prints what it prints. */
#[__Reenters]
function passthru(string $command, &$result_code = null): ?false {}

/** Runs a command; what it prints. */
#[__Reenters]
function shell_exec(#[__Path] string $command): string|false|null {}

/** A text as one word of a command. */
#[__Reenters]
function escapeshellarg(#[__Path] string $arg): string {}

/** A command without ways out of it. */
#[__Reenters]
function escapeshellcmd(#[__Path] string $command): string {}

/** Runs a command with a stream to it or from it. */
#[__Reenters]
function popen(#[__Path] string $command, string $mode) {}

/** Ends such a stream; the status of the command. */
#[__Reenters]
function pclose($handle): int {}

/** Runs a command with streams to it and from it. */
#[__Reenters]
function proc_open(array|string $command, array $descriptor_spec, &$pipes, ?string $cwd = null, ?array $env_vars = null, ?array $options = null) {}

/** Waits for a process; its status. */
#[__Reenters]
function proc_close($process): int {}

/** Sends a signal to a process. */
#[__Reenters]
function proc_terminate($process, int $signal = 15): bool {}

/** What there is to tell of a process. */
#[__Reenters]
function proc_get_status($process): array {}

/** Changes the priority of this process. */
#[__Reenters]
function proc_nice(int $priority): bool {}
