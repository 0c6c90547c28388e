<?php

const E_ERROR = 1;
const E_WARNING = 2;
const E_PARSE = 4;
const E_NOTICE = 8;
const E_CORE_ERROR = 16;
const E_CORE_WARNING = 32;
const E_COMPILE_ERROR = 64;
const E_COMPILE_WARNING = 128;
const E_USER_ERROR = 256;
const E_USER_WARNING = 512;
const E_USER_NOTICE = 1024;
const E_STRICT = 2048;
const E_RECOVERABLE_ERROR = 4096;
const E_DEPRECATED = 8192;
const E_USER_DEPRECATED = 16384;
const E_ALL = 30719;
const DEBUG_BACKTRACE_PROVIDE_OBJECT = 1;
const DEBUG_BACKTRACE_IGNORE_ARGS = 2;

/** The levels that are reported; sets them. */
function error_reporting(?int $error_level = null): int {}

/** Has errors handled by a callback. */
function set_error_handler(?callable $callback, int $error_levels = E_ALL) {}

/** Goes back to the handler before. */
function restore_error_handler(): true {}

/** Has exceptions handled by a callback that nothing caught. */
function set_exception_handler(?callable $callback) {}

/** Goes back to the handler before. */
function restore_exception_handler(): true {}

/** Reports an error of the script's own. */
#[__Reenters]
function trigger_error(string $message, int $error_level = E_USER_NOTICE): true {}

/** Reports an error of the script's own. */
#[__Reenters]
#[__Alias("trigger_error")]
function user_error(string $message, int $error_level = E_USER_NOTICE): true {}

/** The last error. */
function error_get_last(): ?array {}

/** Forgets the last error. */
function error_clear_last(): void {}

/** Writes to the log, or to that of the server. */
function log_(string $message, bool $of_server): void {}

/** The calls that are in progress. */
function debug_backtrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT, int $limit = 0): array {}

/** Prints the calls that are in progress. */
function debug_print_backtrace(int $options = 0, int $limit = 0): void {}

const ASSERT_ACTIVE = 1;
const ASSERT_CALLBACK = 2;
const ASSERT_BAIL = 3;
const ASSERT_WARNING = 4;
const ASSERT_EXCEPTION = 5;

/** Throws when what should hold does not. */
#[__Reenters]
function assert(mixed $assertion, Throwable|string|null $description = null): bool {}

/** Reports an error of the library, of any level. */
#[__Reenters]
function report_(int $level, string $message): void {}
