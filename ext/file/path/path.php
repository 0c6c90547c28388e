<?php

const FNM_NOESCAPE = 2;
const FNM_PATHNAME = 1;
const FNM_PERIOD = 4;
const FNM_CASEFOLD = 16;

/** Whether there is such a file or directory. */
#[__Reenters]
function file_exists(string $filename): bool {}

/** Whether it is a regular file. */
#[__Reenters]
function is_file(string $filename): bool {}

/** Whether it is a directory. */
#[__Reenters]
function is_dir(string $filename): bool {}

/** Whether it is a symbolic link. */
#[__Reenters]
function is_link(string $filename): bool {}

/** Whether it can be read. */
#[__Reenters]
function is_readable(string $filename): bool {}

/** Whether it can be written. */
#[__Reenters]
function is_writable(string $filename): bool {}

/** Whether it can be written. */
#[__Reenters]
function is_writeable(string $filename): bool {}

/** Whether it can be executed. */
#[__Reenters]
function is_executable(string $filename): bool {}

/** Its size in bytes. */
#[__Reenters]
function filesize(string $filename): int|false {}

/** When it was changed. */
#[__Reenters]
function filemtime(string $filename): int|false {}

/** When it was read. */
#[__Reenters]
function fileatime(string $filename): int|false {}

/** When its entry was changed. */
#[__Reenters]
function filectime(string $filename): int|false {}

/** Its permissions. */
#[__Reenters]
function fileperms(string $filename): int|false {}

/** Its number. */
#[__Reenters]
function fileinode(string $filename): int|false {}

/** Its owner. */
#[__Reenters]
function fileowner(string $filename): int|false {}

/** Its group. */
#[__Reenters]
function filegroup(string $filename): int|false {}

/** What kind of file it is. */
#[__Reenters]
function filetype(string $filename): string|false {}

/** What the system knows of it. */
#[__Reenters]
function stat(string $filename): array|false {}

/** The same, of a link itself. */
#[__Reenters]
function lstat(string $filename): array|false {}

/** Deletes a file. */
#[__Reenters]
function unlink(#[__Path] string $filename, $context = null): bool {}

/** Gives it another name. */
#[__Reenters]
function rename(#[__Path] string $from, #[__Path] string $to, $context = null): bool {}

/** Copies a file. */
#[__Reenters]
function copy(#[__Path] string $from, #[__Path] string $to, $context = null): bool {}

/** Makes a directory. */
#[__Reenters]
function mkdir(#[__Path] string $directory, int $permissions = 0777, bool $recursive = false, $context = null): bool {}

/** Deletes an empty directory. */
#[__Reenters]
function rmdir(#[__Path] string $directory, $context = null): bool {}

/** Sets the times of a file, which is made if need be. */
#[__Reenters]
function touch(#[__Path] string $filename, ?int $mtime = null, ?int $atime = null): bool {}

/** Changes permissions. */
#[__Reenters]
function chmod(#[__Path] string $filename, int $permissions): bool {}

/** Makes a symbolic link. */
function symlink(#[__Path] string $target, #[__Path] string $link): bool {}

/** Makes a hard link. */
#[__Alias("hard_link")]
function link(#[__Path] string $target, #[__Path] string $link): bool {}

/** What a link points to. */
function readlink(#[__Path] string $path): string|false {}

/** The absolute path without links. */
function realpath(#[__Path] string $path): string|false {}

/** The working directory. */
function getcwd(): string|false {}

/** Changes the working directory. */
function chdir(#[__Path] string $directory): bool {}

/** Makes a file with a name of its own. */
function tempnam(#[__Path] string $directory, #[__Path] string $prefix): string|false {}

/** Forgets what is known of files. */
function clearstatcache(bool $clear_realpath_cache = false, #[__Path] string $filename = ""): void {}

/** The mask of permissions. */
function umask(?int $mask = null): int {}

/** The device of a link. */
function linkinfo(#[__Path] string $path): int|false {}

/** Changes the owner. */
#[__Reenters]
function chown(#[__Path] string $filename, string|int $user): bool {}

/** Changes the group. */
#[__Reenters]
function chgrp(#[__Path] string $filename, string|int $group): bool {}

/** Changes the owner of a link. */
#[__Reenters]
function lchown(#[__Path] string $filename, string|int $user): bool {}

/** Changes the group of a link. */
#[__Reenters]
function lchgrp(#[__Path] string $filename, string|int $group): bool {}

/** Bytes that can be written yet. */
function disk_free_space(#[__Path] string $directory): float|false {}

/** Bytes that can be written yet. */
#[__Alias("disk_free_space")]
function diskfreespace(#[__Path] string $directory): float|false {}

/** Bytes of a file system. */
function disk_total_space(#[__Path] string $directory): float|false {}

/** Whether a name fits a pattern. */
function fnmatch(#[__Path] string $pattern, #[__Path] string $filename, int $flags = 0): bool {}

/** Bytes that are remembered of real paths. */
function realpath_cache_size(): int {}

/** What is remembered of real paths. */
function realpath_cache_get(): array {}
