<?php

const GLOB_BRACE = 1024;
const GLOB_MARK = 2;
const GLOB_NOSORT = 4;
const GLOB_NOCHECK = 16;
const GLOB_NOESCAPE = 64;
const GLOB_ERR = 1;
const GLOB_ONLYDIR = 1073741824;
const SCANDIR_SORT_ASCENDING = 0;
const SCANDIR_SORT_DESCENDING = 1;
const SCANDIR_SORT_NONE = 2;

/** Whether there is such a file or directory. */
function file_exists(string $filename): bool {}

/** Whether it is a regular file. */
function is_file(string $filename): bool {}

/** Whether it is a directory. */
function is_dir(string $filename): bool {}

/** Whether it is a symbolic link. */
function is_link(string $filename): bool {}

/** Whether it can be read. */
function is_readable(string $filename): bool {}

/** Whether it can be written. */
function is_writable(string $filename): bool {}

/** Whether it can be written. */
function is_writeable(string $filename): bool {}

/** Whether it can be executed. */
function is_executable(string $filename): bool {}

/** Its size in bytes. */
function filesize(string $filename): int|false {}

/** When it was changed. */
function filemtime(string $filename): int|false {}

/** When it was read. */
function fileatime(string $filename): int|false {}

/** When its entry was changed. */
function filectime(string $filename): int|false {}

/** Its permissions. */
function fileperms(string $filename): int|false {}

/** Its number. */
function fileinode(string $filename): int|false {}

/** Its owner. */
function fileowner(string $filename): int|false {}

/** Its group. */
function filegroup(string $filename): int|false {}

/** What kind of file it is. */
function filetype(string $filename): string|false {}

/** What the system knows of it. */
function stat(string $filename): array|false {}

/** The same, of a link itself. */
function lstat(string $filename): array|false {}

/** Deletes a file. */
function unlink(string $filename, $context = null): bool {}

/** Gives it another name. */
function rename(string $from, string $to, $context = null): bool {}

/** Copies a file. */
function copy(string $from, string $to, $context = null): bool {}

/** Makes a directory. */
function mkdir(string $directory, int $permissions = 0777, bool $recursive = false, $context = null): bool {}

/** Deletes an empty directory. */
function rmdir(string $directory, $context = null): bool {}

/** Sets the times of a file, which is made if need be. */
function touch(string $filename, ?int $mtime = null, ?int $atime = null): bool {}

/** Changes permissions. */
function chmod(string $filename, int $permissions): bool {}

/** Makes a symbolic link. */
function symlink(string $target, string $link): bool {}

/** Makes a hard link. */
#[__Alias("hard_link")]
function link(string $target, string $link): bool {}

/** What a link points to. */
function readlink(string $path): string|false {}

/** The absolute path without links. */
function realpath(string $path): string|false {}

/** The working directory. */
function getcwd(): string|false {}

/** Changes the working directory. */
function chdir(string $directory): bool {}

/** The directory for temporary files. */
function sys_get_temp_dir(): string {}

/** Makes a file with a name of its own. */
function tempnam(string $directory, string $prefix): string|false {}

/** The names in a directory. */
function scandir(string $directory, int $sorting_order = SCANDIR_SORT_ASCENDING, $context = null): array|false {}

/** Forgets what is known of files. */
function clearstatcache(bool $clear_realpath_cache = false, string $filename = ""): void {}

/** The mask of permissions. */
function umask(?int $mask = null): int {}

