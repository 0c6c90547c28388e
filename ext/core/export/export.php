<?php

/** Prints values with their types. */
#[__Reenters]
function var_dump(mixed $value, mixed ...$values): void {}

/** Prints values with their types and how often each is owned. */
#[__Reenters]
function debug_zval_dump(mixed $value, mixed ...$values): void {}

/** Prints a value for people, or returns the text. */
#[__Reenters]
function print_r(mixed $value, bool $return = false): string|true {}

/** Prints a value as PHP code, or returns the text. */
#[__Reenters]
function var_export(mixed $value, bool $return = false): ?string {}
