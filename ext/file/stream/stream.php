<?php

const SEEK_SET = 0;
const SEEK_CUR = 1;
const SEEK_END = 2;
const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_UN = 3;
const LOCK_NB = 4;
const FILE_USE_INCLUDE_PATH = 1;
const FILE_IGNORE_NEW_LINES = 2;
const FILE_SKIP_EMPTY_LINES = 4;
const FILE_APPEND = 8;
const FILE_NO_DEFAULT_CONTEXT = 16;
const FILE_TEXT = 0;
const FILE_BINARY = 0;

/** Opens a file or another stream. */
#[__Reenters]
function fopen(#[__Path] string $filename, string $mode, bool $use_include_path = false, $context = null) {}

/** Closes a stream. */
#[__Reenters]
function fclose($stream): bool {}

/** From now on, scripts do not close a stream. */
function stream_keep_($stream): void {}

/** Reads at most so many bytes. */
#[__Reenters]
function fread($stream, int $length): string|false {}

/** Writes bytes, at most so many. */
#[__Reenters]
function fwrite($stream, string $data, ?int $length = null): int|false {}

/** Writes bytes, at most so many. */
#[__Reenters]
function fputs($stream, string $data, ?int $length = null): int|false {}

/** Reads a line. */
#[__Reenters]
function fgets($stream, ?int $length = null): string|false {}

/** Reads a byte. */
#[__Reenters]
function fgetc($stream): string|false {}

/** Whether the end was met. */
#[__Reenters]
function feof($stream): bool {}

/** Writes out what is buffered. */
#[__Reenters]
function fflush($stream): bool {}

/** Writes out what is buffered, and has the system write it to the disk. */
#[__Reenters]
function fsync($stream): bool {}

/** The same, but for what is only known about the file. */
#[__Reenters]
function fdatasync($stream): bool {}

/** Goes to a position. */
#[__Reenters]
function fseek($stream, int $offset, int $whence = SEEK_SET): int {}

/** The position. */
function ftell($stream): int|false {}

/** Goes to the beginning. */
#[__Reenters]
function rewind($stream): bool {}

/** Cuts a file to a size. */
#[__Reenters]
function ftruncate($stream, int $size): bool {}

/** Prints what is left of a stream. */
#[__Reenters]
function fpassthru($stream): int {}

/** Locks a file. */
#[__Reenters]
function flock($stream, int $operation, &$would_block = null): bool {}

/** What the system knows of an open file. */
#[__Reenters]
function fstat($stream): array|false {}

/** What is left of a stream. */
#[__Reenters]
function stream_get_contents($stream, ?int $length = null, int $offset = -1): string|false {}

/** A line that ends as is said. */
#[__Reenters]
function stream_get_line($stream, int $length, string $ending = ""): string|false {}

/** Copies from one stream to another. */
#[__Reenters]
function stream_copy_to_stream($from, $to, ?int $length = null, int $offset = 0): int|false {}

/** A whole file. */
#[__Reenters]
function file_get_contents(#[__Path] string $filename, bool $use_include_path = false, $context = null, int $offset = 0, ?int $length = null): string|false {}

/** Writes to the log, to a file, or to somebody who gets mail. */
#[__Reenters]
function error_log(string $message, int $message_type = 0, #[__Path] ?string $destination = null, ?string $additional_headers = null): bool {}

/** Writes a whole file. */
#[__Reenters]
function file_put_contents(#[__Path] string $filename, mixed $data, int $flags = 0, $context = null): int|false {}

/** The lines of a file. */
#[__Reenters]
function file(#[__Path] string $filename, int $flags = 0, $context = null): array|false {}

/** Prints a file. */
#[__Reenters]
function readfile(#[__Path] string $filename, bool $use_include_path = false, $context = null): int|false {}

/** A file that goes when it is closed. */
function tmpfile() {}

/** What kind of thing a resource is. */
function get_resource_type($resource): string {}

/** What is open, under its number. */
function get_resources(?string $type = null): array {}

/** The number of a resource. */
function get_resource_id($resource): int {}

/** The source of a file that is included. */
#[__Reenters]
function stream_source_(string $filename, string $manner): string|false {}

/** The path by which the code is known that was opened last for include. */
function stream_opened_(): string|false {}

/** Closes all that is open. */
#[__Reenters]
function stream_end_(): void {}

/** Closes what a resource stood for that nobody has any more. */
#[__Reenters]
function resource_close_(int $id, int $kind): void {}
