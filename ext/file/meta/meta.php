<?php

const PSFS_PASS_ON = 2;
const PSFS_FEED_ME = 1;
const PSFS_ERR_FATAL = 0;
const PSFS_FLAG_NORMAL = 0;
const PSFS_FLAG_FLUSH_INC = 1;
const PSFS_FLAG_FLUSH_CLOSE = 2;
const STREAM_NOTIFY_CONNECT = 2;
const STREAM_NOTIFY_AUTH_REQUIRED = 3;
const STREAM_NOTIFY_AUTH_RESULT = 10;
const STREAM_NOTIFY_MIME_TYPE_IS = 4;
const STREAM_NOTIFY_FILE_SIZE_IS = 5;
const STREAM_NOTIFY_REDIRECTED = 6;
const STREAM_NOTIFY_PROGRESS = 7;
const STREAM_NOTIFY_FAILURE = 9;
const STREAM_NOTIFY_COMPLETED = 8;
const STREAM_NOTIFY_RESOLVE = 1;
const STREAM_NOTIFY_SEVERITY_INFO = 0;
const STREAM_NOTIFY_SEVERITY_WARN = 1;
const STREAM_NOTIFY_SEVERITY_ERR = 2;
const STREAM_FILTER_READ = 1;
const STREAM_FILTER_WRITE = 2;
const STREAM_FILTER_ALL = 3;
const STREAM_CLIENT_PERSISTENT = 1;
const STREAM_CLIENT_ASYNC_CONNECT = 2;
const STREAM_CLIENT_CONNECT = 4;
const STREAM_CRYPTO_METHOD_ANY_CLIENT = 127;
const STREAM_CRYPTO_METHOD_SSLv2_CLIENT = 3;
const STREAM_CRYPTO_METHOD_SSLv3_CLIENT = 5;
const STREAM_CRYPTO_METHOD_SSLv23_CLIENT = 57;
const STREAM_CRYPTO_METHOD_TLS_CLIENT = 121;
const STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT = 9;
const STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT = 17;
const STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT = 33;
const STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT = 65;
const STREAM_CRYPTO_METHOD_ANY_SERVER = 126;
const STREAM_CRYPTO_METHOD_SSLv2_SERVER = 2;
const STREAM_CRYPTO_METHOD_SSLv3_SERVER = 4;
const STREAM_CRYPTO_METHOD_SSLv23_SERVER = 120;
const STREAM_CRYPTO_METHOD_TLS_SERVER = 120;
const STREAM_CRYPTO_METHOD_TLSv1_0_SERVER = 8;
const STREAM_CRYPTO_METHOD_TLSv1_1_SERVER = 16;
const STREAM_CRYPTO_METHOD_TLSv1_2_SERVER = 32;
const STREAM_CRYPTO_METHOD_TLSv1_3_SERVER = 64;
const STREAM_CRYPTO_PROTO_SSLv3 = 4;
const STREAM_CRYPTO_PROTO_TLSv1_0 = 8;
const STREAM_CRYPTO_PROTO_TLSv1_1 = 16;
const STREAM_CRYPTO_PROTO_TLSv1_2 = 32;
const STREAM_CRYPTO_PROTO_TLSv1_3 = 64;
const STREAM_SHUT_RD = 0;
const STREAM_SHUT_WR = 1;
const STREAM_SHUT_RDWR = 2;
const STREAM_PF_INET = 2;
const STREAM_PF_INET6 = 10;
const STREAM_PF_UNIX = 1;
const STREAM_IPPROTO_IP = 0;
const STREAM_IPPROTO_TCP = 6;
const STREAM_IPPROTO_UDP = 17;
const STREAM_IPPROTO_ICMP = 1;
const STREAM_IPPROTO_RAW = 255;
const STREAM_SOCK_STREAM = 1;
const STREAM_SOCK_DGRAM = 2;
const STREAM_SOCK_RAW = 3;
const STREAM_SOCK_SEQPACKET = 5;
const STREAM_SOCK_RDM = 4;
const STREAM_PEEK = 2;
const STREAM_OOB = 1;
const STREAM_SERVER_BIND = 4;
const STREAM_SERVER_LISTEN = 8;
const STREAM_USE_PATH = 1;
const STREAM_IGNORE_URL = 2;
const STREAM_REPORT_ERRORS = 8;
const STREAM_MUST_SEEK = 16;
const STREAM_URL_STAT_LINK = 1;
const STREAM_URL_STAT_QUIET = 2;
const STREAM_MKDIR_RECURSIVE = 1;
const STREAM_IS_URL = 1;
const STREAM_OPTION_BLOCKING = 1;
const STREAM_OPTION_READ_TIMEOUT = 4;
const STREAM_OPTION_READ_BUFFER = 2;
const STREAM_OPTION_WRITE_BUFFER = 3;
const STREAM_BUFFER_NONE = 0;
const STREAM_BUFFER_LINE = 1;
const STREAM_BUFFER_FULL = 2;
const STREAM_CAST_AS_STREAM = 0;
const STREAM_CAST_FOR_SELECT = 3;
const STREAM_META_TOUCH = 1;
const STREAM_META_OWNER = 3;
const STREAM_META_OWNER_NAME = 2;
const STREAM_META_GROUP = 5;
const STREAM_META_GROUP_NAME = 4;
const STREAM_META_ACCESS = 6;

/** A new context. */
#[__Reenters]
function stream_context_create(?array $options = null, ?array $params = null) {}

/** The context that is meant where none is given. */
#[__Reenters]
function stream_context_get_default(?array $options = null) {}

/** Sets options of that context. */
#[__Reenters]
function stream_context_set_default(array $options) {}

/** The options. */
#[__Reenters]
function stream_context_get_options($stream_or_context): array {}

/** Sets an option, or several. */
#[__Reenters]
function stream_context_set_option($context, array|string $wrapper_or_options, ?string $option_name = null, mixed $value = UNKNOWN): true {}

/** Sets options. */
#[__Reenters]
function stream_context_set_options($context, array $options): true {}

/** The parameters and options. */
#[__Reenters]
function stream_context_get_params($context): array {}

/** Sets parameters. */
#[__Reenters]
function stream_context_set_params($context, array $params): true {}

/** What there is to tell of a stream. */
#[__Reenters]
function stream_get_meta_data($stream): array {}

/** What there is to tell of a stream. */
#[__Reenters]
#[__Alias("stream_get_meta_data")]
function socket_get_status($stream): array {}

/** The names of the wrappers. */
#[__Reenters]
function stream_get_wrappers(): array {}

/** The names of the filters. */
#[__Reenters]
function stream_get_filters(): array {}

/** The names of the kinds of sockets. */
#[__Reenters]
function stream_get_transports(): array {}

/** Has names of a scheme opened by a class. */
#[__Reenters]
function stream_wrapper_register(string $protocol, string $class, int $flags = 0): bool {}

/** Has names of a scheme opened by a class. */
#[__Reenters]
#[__Alias("stream_wrapper_register")]
function stream_register_wrapper(string $protocol, string $class, int $flags = 0): bool {}

/** Has names of a scheme opened no more. */
#[__Reenters]
function stream_wrapper_unregister(string $protocol): bool {}

/** Has names of a scheme opened by the engine again. */
#[__Reenters]
function stream_wrapper_restore(string $protocol): bool {}

/** Has filters of a name made of a class. */
#[__Reenters]
function stream_filter_register(string $filter_name, string $class): bool {}

/** Adds a filter at the end. */
#[__Reenters]
function stream_filter_append($stream, string $filter_name, int $mode = 0, mixed $params = UNKNOWN) {}

/** Adds a filter at the beginning. */
#[__Reenters]
function stream_filter_prepend($stream, string $filter_name, int $mode = 0, mixed $params = UNKNOWN) {}

/** Takes a filter off. */
#[__Reenters]
function stream_filter_remove($stream_filter): bool {}

/** Whether a stream or a name is of this machine. */
#[__Reenters]
function stream_is_local($stream): bool {}

/** Whether a stream is a terminal. */
#[__Reenters]
function stream_isatty($stream): bool {}

/** Whether a stream can be locked. */
#[__Reenters]
function stream_supports_lock($stream): bool {}

/** The file that `include` would find. */
#[__Reenters]
function stream_resolve_include_path(#[__Path] string $filename): string|false {}

/** Whether reads wait. */
#[__Reenters]
function stream_set_blocking($stream, bool $enable): bool {}

/** Whether reads wait. */
#[__Reenters]
#[__Alias("stream_set_blocking")]
function socket_set_blocking($stream, bool $enable): bool {}

/** How long reads wait. */
#[__Reenters]
function stream_set_timeout($stream, int $seconds, int $microseconds = 0): bool {}

/** How long reads wait. */
#[__Reenters]
#[__Alias("stream_set_timeout")]
function socket_set_timeout($stream, int $seconds, int $microseconds = 0): bool {}

/** How much is read ahead. */
#[__Reenters]
function stream_set_chunk_size($stream, int $size): int {}

/** Whether reads go ahead. */
#[__Reenters]
function stream_set_read_buffer($stream, int $size): int {}

/** Whether writes are held back. */
#[__Reenters]
function stream_set_write_buffer($stream, int $size): int {}

/** Whether writes are held back. */
#[__Reenters]
#[__Alias("stream_set_write_buffer")]
function set_file_buffer($stream, int $size): int {}

/** The first bucket of a brigade, which it gives up. */
function stream_brigade_shift_($brigade): ?string {}

/** Puts a bucket at an end of a brigade. */
function stream_brigade_put_($brigade, string $data, bool $first): void {}
