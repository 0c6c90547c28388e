<?php

const INI_USER = 1;
const INI_PERDIR = 2;
const INI_SYSTEM = 4;
const INI_ALL = 7;

/** The value of a setting. */
function ini_get(string $option): string|false {}

/** Changes a setting for the rest of the request; its value before. */
function ini_set(string $option, string|int|float|bool|null $value): string|false {}

/** Changes a setting for the rest of the request; its value before. */
#[__Alias("ini_set")]
function ini_alter(string $option, string|int|float|bool|null $value): string|false {}

/** Takes back what was changed. */
function ini_restore(string $option): void {}

/** All settings, or those of an extension. */
function ini_get_all(?string $extension = null, bool $details = true): array|false {}

/** A number of bytes as settings write it. */
function ini_parse_quantity(string $shorthand): int {}

/** The value of a setting as files gave it. */
function get_cfg_var(string $option): array|string|false {}

/** Where included files are looked for. */
function get_include_path(): string|false {}

/** Says where included files are looked for. */
function set_include_path(#[__Path] string $include_path): string|false {}

/** Bounds the time that the script may still run. */
function set_time_limit(int $seconds): bool {}

/** Whether a script goes on when its reader has gone away. */
function ignore_user_abort(?bool $enable = null): int {}
