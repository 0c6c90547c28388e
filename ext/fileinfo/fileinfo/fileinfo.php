<?php

const FILEINFO_NONE = 0;
const FILEINFO_SYMLINK = 2;
const FILEINFO_MIME = 1040;
const FILEINFO_MIME_TYPE = 16;
const FILEINFO_MIME_ENCODING = 1024;
const FILEINFO_DEVICES = 8;
const FILEINFO_CONTINUE = 32;
const FILEINFO_PRESERVE_ATIME = 128;
const FILEINFO_RAW = 256;
const FILEINFO_APPLE = 2048;
const FILEINFO_EXTENSION = 16777216;

/** Opens a database: its number, or null, and what is to be said of it. */
function finfo_begin_(int $flags, ?string $database): array {}

/** The version of the library; 0 when it is not there. */
function finfo_version_(): int {}

/** Closes a database. */
function finfo_end_(int $database): void {}

/** Sets the flags of answers: what went wrong. */
function finfo_flags_(int $database, int $flags): ?string {}

/** What bytes are: the answer, or null and what went wrong. */
function finfo_look_(int $database, string $bytes): array {}
