<?php

const GLOB_BRACE = 1024;
const GLOB_MARK = 2;
const GLOB_NOSORT = 4;
const GLOB_NOCHECK = 16;
const GLOB_NOESCAPE = 64;
const GLOB_ERR = 1;
const GLOB_ONLYDIR = 8192;
const GLOB_AVAILABLE_FLAGS = 9303;
const SCANDIR_SORT_ASCENDING = 0;
const SCANDIR_SORT_DESCENDING = 1;
const SCANDIR_SORT_NONE = 2;

/** Opens a directory. */
#[__Reenters]
function opendir(#[__Path] string $directory, $context = null) {}

/** Opens a directory as an object. */
#[__Reenters]
function dir(#[__Path] string $directory, $context = null): Directory|false {}

/** The next name in a directory. */
#[__Reenters]
function readdir($dir_handle = null): string|false {}

/** Goes to the first name of a directory. */
#[__Reenters]
function rewinddir($dir_handle = null): void {}

/** Closes a directory. */
#[__Reenters]
function closedir($dir_handle = null): void {}

/** The names in a directory. */
#[__Reenters]
function scandir(#[__Path] string $directory, int $sorting_order = SCANDIR_SORT_ASCENDING, $context = null): array|false {}

/** The paths that fit a pattern. */
function glob(#[__Path] string $pattern, int $flags = 0): array|false {}

/** Changes the root of the process. */
function chroot(#[__Path] string $directory): bool {}
