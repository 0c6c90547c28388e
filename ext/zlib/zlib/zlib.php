<?php

const FORCE_GZIP = 31;
const FORCE_DEFLATE = 15;
const ZLIB_ENCODING_RAW = -15;
const ZLIB_ENCODING_GZIP = 31;
const ZLIB_ENCODING_DEFLATE = 15;
const ZLIB_NO_FLUSH = 0;
const ZLIB_PARTIAL_FLUSH = 1;
const ZLIB_SYNC_FLUSH = 2;
const ZLIB_FULL_FLUSH = 3;
const ZLIB_BLOCK = 5;
const ZLIB_FINISH = 4;
const ZLIB_FILTERED = 1;
const ZLIB_HUFFMAN_ONLY = 2;
const ZLIB_RLE = 3;
const ZLIB_FIXED = 4;
const ZLIB_DEFAULT_STRATEGY = 0;
const ZLIB_VERSION = "1.3.1";
const ZLIB_VERNUM = 4880;
const ZLIB_OK = 0;
const ZLIB_STREAM_END = 1;
const ZLIB_NEED_DICT = 2;
const ZLIB_ERRNO = -1;
const ZLIB_STREAM_ERROR = -2;
const ZLIB_DATA_ERROR = -3;
const ZLIB_MEM_ERROR = -4;
const ZLIB_BUF_ERROR = -5;
const ZLIB_VERSION_ERROR = -6;

/** The callback of a layer of output that compresses. */
#[__Reenters]
function ob_gzhandler(string $data, int $flags): string|false {}

/** The same for the layer that settings ask for. */
#[__Reenters]
function zlib_output_(string $data, int $flags): string|false {}

/** Whether whoever reads the output takes it compressed. */
#[__Reenters]
function zlib_begin_(): bool {}

/** How output is compressed. */
function zlib_get_coding_type(): string|false {}

/** The lines of a file. */
#[__Reenters]
function gzfile(string $filename, int $use_include_path = 0): array|false {}

/** A stream that is compressed. */
#[__Reenters]
function gzopen(string $filename, string $mode, int $use_include_path = 0) {}

/** Prints what a file holds. */
#[__Reenters]
function readgzfile(string $filename, int $use_include_path = 0): int|false {}

/** Compressed data of a kind. */
function zlib_encode(string $data, int $encoding, int $level = -1): string|false {}

/** What compressed data of any kind holds. */
function zlib_decode(string $data, int $max_length = 0): string|false {}

/** Raw compressed data. */
function gzdeflate(string $data, int $level = -1, int $encoding = ZLIB_ENCODING_RAW): string|false {}

/** Compressed data as gzip has it. */
function gzencode(string $data, int $level = -1, int $encoding = ZLIB_ENCODING_GZIP): string|false {}

/** Compressed data as zlib has it. */
function gzcompress(string $data, int $level = -1, int $encoding = ZLIB_ENCODING_DEFLATE): string|false {}

/** What raw compressed data holds. */
function gzinflate(string $data, int $max_length = 0): string|false {}

/** What data of gzip holds. */
function gzdecode(string $data, int $max_length = 0): string|false {}

/** What data of zlib holds. */
function gzuncompress(string $data, int $max_length = 0): string|false {}

#[__Alias("fwrite"), __Reenters]
function gzwrite($stream, string $data, ?int $length = null): int|false {}

#[__Alias("fwrite"), __Reenters]
function gzputs($stream, string $data, ?int $length = null): int|false {}

#[__Alias("rewind"), __Reenters]
function gzrewind($stream): bool {}

#[__Alias("fclose"), __Reenters]
function gzclose($stream): bool {}

#[__Alias("feof"), __Reenters]
function gzeof($stream): bool {}

#[__Alias("fgetc"), __Reenters]
function gzgetc($stream): string|false {}

#[__Alias("fpassthru"), __Reenters]
function gzpassthru($stream): int {}

#[__Alias("fseek"), __Reenters]
function gzseek($stream, int $offset, int $whence = SEEK_SET): int {}

#[__Alias("ftell"), __Reenters]
function gztell($stream): int|false {}

#[__Alias("fread"), __Reenters]
function gzread($stream, int $length): string|false {}

#[__Alias("fgets"), __Reenters]
function gzgets($stream, ?int $length = null): string|false {}

/** Data about to be compressed in parts. */
#[__Reenters]
function deflate_init(int $encoding, object|array $options = []): DeflateContext|false {}

/** Compresses a part. */
#[__Reenters]
function deflate_add(DeflateContext $context, string $data, int $flush_mode = ZLIB_SYNC_FLUSH): string|false {}

/** Compressed data about to be expanded in parts. */
#[__Reenters]
function inflate_init(int $encoding, object|array $options = []): InflateContext|false {}

/** Expands a part. */
#[__Reenters]
function inflate_add(InflateContext $context, string $data, int $flush_mode = ZLIB_SYNC_FLUSH): string|false {}

/** How the last part ended. */
function inflate_get_status(InflateContext $context): int {}

/** How much was taken. */
function inflate_get_read_len(InflateContext $context): int {}
