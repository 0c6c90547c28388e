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

/**
 * Opens a file or another stream.
 * @param resource|null $context
 * @return resource|false
 */
function fopen(string $filename, string $mode, bool $use_include_path = false, $context = null): mixed {}

/** Closes a stream. */
function fclose($stream): bool {}

/** Reads at most so many bytes. */
function fread($stream, int $length): string|false {}

/** Writes bytes, at most so many. */
function fwrite($stream, string $data, ?int $length = null): int|false {}

/** Writes bytes, at most so many. */
function fputs($stream, string $data, ?int $length = null): int|false {}

/** Reads a line. */
function fgets($stream, ?int $length = null): string|false {}

/** Reads a byte. */
function fgetc($stream): string|false {}

/** Whether the end was met. */
function feof($stream): bool {}

/** Writes out what is buffered. */
function fflush($stream): bool {}

/** Goes to a position. */
function fseek($stream, int $offset, int $whence = SEEK_SET): int {}

/** The position. */
function ftell($stream): int|false {}

/** Goes to the beginning. */
function rewind($stream): bool {}

/** Cuts a file to a size. */
function ftruncate($stream, int $size): bool {}

/** Prints what is left of a stream. */
function fpassthru($stream): int {}

/** Locks a file. */
function flock($stream, int $operation, &$would_block = null): bool {}

/** What is left of a stream. */
function stream_get_contents($stream, ?int $length = null, int $offset = -1): string|false {}

/** A whole file. */
function file_get_contents(string $filename, bool $use_include_path = false, $context = null, int $offset = 0, ?int $length = null): string|false {}

/** Writes a whole file. */
function file_put_contents(string $filename, mixed $data, int $flags = 0, $context = null): int|false {}

/** The lines of a file. */
function file(string $filename, int $flags = 0, $context = null): array|false {}

/** Prints a file. */
function readfile(string $filename, bool $use_include_path = false, $context = null): int|false {}

/** A file that goes when it is closed. */
function tmpfile(): mixed {}

/** What kind of thing a resource is. */
function get_resource_type($resource): string {}

/** The number of a resource. */
function get_resource_id($resource): int {}
