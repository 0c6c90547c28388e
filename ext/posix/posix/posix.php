<?php

const POSIX_F_OK = 0;
const POSIX_X_OK = 1;
const POSIX_W_OK = 2;
const POSIX_R_OK = 4;
const POSIX_S_IFREG = 32768;
const POSIX_S_IFCHR = 8192;
const POSIX_S_IFBLK = 24576;
const POSIX_S_IFIFO = 4096;
const POSIX_S_IFSOCK = 49152;
const POSIX_RLIMIT_AS = 9;
const POSIX_RLIMIT_CORE = 4;
const POSIX_RLIMIT_CPU = 0;
const POSIX_RLIMIT_DATA = 2;
const POSIX_RLIMIT_FSIZE = 1;
const POSIX_RLIMIT_LOCKS = 10;
const POSIX_RLIMIT_MEMLOCK = 8;
const POSIX_RLIMIT_MSGQUEUE = 12;
const POSIX_RLIMIT_NICE = 13;
const POSIX_RLIMIT_NOFILE = 7;
const POSIX_RLIMIT_NPROC = 6;
const POSIX_RLIMIT_RSS = 5;
const POSIX_RLIMIT_RTPRIO = 14;
const POSIX_RLIMIT_RTTIME = 15;
const POSIX_RLIMIT_SIGPENDING = 11;
const POSIX_RLIMIT_STACK = 3;
const POSIX_RLIMIT_INFINITY = -1;
const POSIX_SC_ARG_MAX = 0;
const POSIX_SC_CHILD_MAX = 1;
const POSIX_SC_CLK_TCK = 2;
const POSIX_SC_PAGESIZE = 30;
const POSIX_SC_NPROCESSORS_CONF = 83;
const POSIX_SC_NPROCESSORS_ONLN = 84;
const POSIX_PC_LINK_MAX = 0;
const POSIX_PC_MAX_CANON = 1;
const POSIX_PC_MAX_INPUT = 2;
const POSIX_PC_NAME_MAX = 3;
const POSIX_PC_PATH_MAX = 4;
const POSIX_PC_PIPE_BUF = 5;
const POSIX_PC_CHOWN_RESTRICTED = 6;
const POSIX_PC_NO_TRUNC = 7;
const POSIX_PC_ALLOC_SIZE_MIN = 18;
const POSIX_PC_SYMLINK_MAX = 19;

/** Whether the user may do something with a file. */
function posix_access(string $filename, int $flags = 0): bool {}

/** The terminal of the process. */
function posix_ctermid(): string|false {}

/** Whether the process may do something with a file. */
function posix_eaccess(string $filename, int $flags = 0): bool {}

/** Why the last function failed. */
#[__Alias("posix_get_last_error")]
function posix_errno(): int {}

/** A fact about an open file. */
function posix_fpathconf($file_descriptor, int $name): int|false {}

/** Why the last function failed. */
function posix_get_last_error(): int {}

/** The folder of the process. */
function posix_getcwd(): string|false {}

/** The group that the process acts as. */
function posix_getegid(): int {}

/** The user that the process acts as. */
function posix_geteuid(): int {}

/** The group. */
function posix_getgid(): int {}

/** A group of a number. */
function posix_getgrgid(int $group_id): array|false {}

/** A group of a name. */
function posix_getgrnam(string $name): array|false {}

/** All groups of the process. */
function posix_getgroups(): array|false {}

/** Who logged in. */
function posix_getlogin(): string|false {}

/** The group of a process. */
function posix_getpgid(int $process_id): int|false {}

/** The group of this process. */
function posix_getpgrp(): int {}

/** This process. */
function posix_getpid(): int {}

/** The process that began this one. */
function posix_getppid(): int {}

/** A user of a name. */
function posix_getpwnam(string $username): array|false {}

/** A user of a number. */
function posix_getpwuid(int $user_id): array|false {}

/** What the process may use. */
function posix_getrlimit(?int $resource = null): array|false {}

/** The session of a process. */
function posix_getsid(int $process_id): int|false {}

/** The user. */
function posix_getuid(): int {}

/** Takes the groups of a user. */
function posix_initgroups(string $username, int $group_id): bool {}

/** Whether it is a terminal. */
function posix_isatty($file_descriptor): bool {}

/** Sends a signal. */
#[__Reenters]
function posix_kill(int $process_id, int $signal): bool {}

/** Makes a pipe with a name. */
function posix_mkfifo(string $filename, int $permissions): bool {}

/** Makes a file of a kind. */
function posix_mknod(string $filename, int $flags, int $major = 0, int $minor = 0): bool {}

/** A fact about a path. */
function posix_pathconf(string $path, int $name): int|false {}

/** Acts as one of a group. */
function posix_setegid(int $group_id): bool {}

/** Acts as a user. */
function posix_seteuid(int $user_id): bool {}

/** Becomes one of a group. */
function posix_setgid(int $group_id): bool {}

/** Puts a process into a group. */
function posix_setpgid(int $process_id, int $process_group_id): bool {}

/** Sets what the process may use. */
function posix_setrlimit(int $resource, int $soft_limit, int $hard_limit): bool {}

/** Begins a session. */
function posix_setsid(): int {}

/** Becomes a user. */
function posix_setuid(int $user_id): bool {}

/** The words for a number. */
function posix_strerror(int $error_code): string {}

/** A fact about the system. */
function posix_sysconf(int $conf_id): int {}

/** What the process has used. */
function posix_times(): array|false {}

/** The terminal that it is. */
function posix_ttyname($file_descriptor): string|false {}

/** What the system is. */
function posix_uname(): array|false {}
