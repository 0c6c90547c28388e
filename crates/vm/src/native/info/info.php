<?php

const ZEND_THREAD_SAFE = false;
const ZEND_DEBUG_BUILD = false;
const PHP_VERSION = "8.4.24";
const PHP_MAJOR_VERSION = 8;
const PHP_MINOR_VERSION = 4;
const PHP_RELEASE_VERSION = 24;
const PHP_EXTRA_VERSION = "";
const PHP_VERSION_ID = 80424;
const PHP_ZTS = false;
const PHP_DEBUG = false;
const PHP_OS = "Linux";
const PHP_OS_FAMILY = "Linux";
const DEFAULT_INCLUDE_PATH = ".:/usr/share/php";
const PEAR_INSTALL_DIR = "/usr/share/php";
const PEAR_EXTENSION_DIR = "/usr/lib/php/20240924";
const PHP_EXTENSION_DIR = "/usr/lib/php/20240924";
const PHP_PREFIX = "/usr";
const PHP_BINDIR = "/usr/bin";
const PHP_SBINDIR = "/usr/sbin";
const PHP_MANDIR = "/usr/share/man";
const PHP_LIBDIR = "/usr/lib/php";
const PHP_DATADIR = "/usr/share/php/8.4";
const PHP_SYSCONFDIR = "/etc";
const PHP_LOCALSTATEDIR = "/var";
const PHP_CONFIG_FILE_PATH = "/etc/php/8.4/cli";
const PHP_CONFIG_FILE_SCAN_DIR = "/etc/php/8.4/cli/conf.d";
const PHP_SHLIB_SUFFIX = "so";
const PHP_EOL = "\n";
const PHP_MAXPATHLEN = 4096;
const PHP_INT_MAX = 9223372036854775807;
const PHP_INT_MIN = -9223372036854775807 - 1;
const PHP_INT_SIZE = 8;
const PHP_FD_SETSIZE = 1024;
const PHP_FLOAT_DIG = 15;
const PHP_FLOAT_EPSILON = 2.220446049250313E-16;
const PHP_FLOAT_MAX = 1.7976931348623157E+308;
const PHP_FLOAT_MIN = 2.2250738585072014E-308;
const UPLOAD_ERR_OK = 0;
const UPLOAD_ERR_INI_SIZE = 1;
const UPLOAD_ERR_FORM_SIZE = 2;
const UPLOAD_ERR_PARTIAL = 3;
const UPLOAD_ERR_NO_FILE = 4;
const UPLOAD_ERR_NO_TMP_DIR = 6;
const UPLOAD_ERR_CANT_WRITE = 7;
const UPLOAD_ERR_EXTENSION = 8;
const PHP_SAPI = "cli";
const DIRECTORY_SEPARATOR = "/";
const PATH_SEPARATOR = ":";
const CONNECTION_ABORTED = 1;
const CONNECTION_NORMAL = 0;
const CONNECTION_TIMEOUT = 2;

/** The kind of interface that runs the script. */
function php_sapi_name(): string|false {}

/** The system. */
function php_uname(string $mode = "a"): string {}

/** The version of PHP, or of an extension. */
function phpversion(?string $extension = null): string|false {}

/** The version of the engine. */
function zend_version(): string {}

/** Whether there is an extension. */
function extension_loaded(string $extension): bool {}

/** The extensions. */
function get_loaded_extensions(bool $zend_extensions = false): array {}

/** The functions of an extension. */
function extension_funcs_(string $extension): array {}

/** The functions that the library has in PHP. */
function library_funcs_(): array {}

/** The file that settings came from. */
function php_ini_loaded_file(): string|false {}

/** Further files that settings came from. */
function php_ini_scanned_files(): string|false {}

/** An environment variable, or all. */
function getenv(?string $name = null, bool $local_only = false): array|string|false {}

/** Sets an environment variable for the rest of the request. */
function putenv(string $assignment): bool {}

/** The number of the process. */
function getmypid(): int|false {}

/** What this process has used: 0; or, with 1, the children that it waited for. */
function getrusage(int $mode = 0): array|false {}

/** The name of the machine. */
function gethostname(): string|false {}

/** How busy the machine is. */
function sys_getloadavg(): array|false {}

/** The folder for files that do not last. */
function sys_get_temp_dir(): string {}

/** Bytes in use. */
function memory_get_usage(bool $real_usage = false): int {}

/** The most bytes that were in use. */
function memory_get_peak_usage(bool $real_usage = false): int {}

/** Measures the most anew. */
function memory_reset_peak_usage(): void {}

/** Frees what refers to itself alone. */
#[__Reenters]
function gc_collect_cycles(): int {}

/** Has garbage collected. */
function gc_enable(): void {}

/** Has no garbage collected. */
function gc_disable(): void {}

/** Whether garbage is collected. */
function gc_enabled(): bool {}

/** Figures of the collector. */
function gc_status(): array {}

/** Gives memory back to the system. */
function gc_mem_caches(): int {}

/** Waits. */
function sleep(int $seconds): int {}

/** Waits. */
function time_nanosleep(int $seconds, int $nanoseconds): array|bool {}

/** Waits until a time. */
function time_sleep_until(float $timestamp): bool {}

/** Whether the reader is there. */
function connection_status(): int {}

/** Whether the reader has gone away. */
function connection_aborted(): int {}

/** Loads an extension: there are none to load. */
function dl(string $extension_filename): bool {}
