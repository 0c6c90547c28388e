<?php

/** The name of the type, by its old names. */
#[__Pure]
function gettype(mixed $value): string {}

/** The name of the type as declarations write it, or of the class. */
function get_debug_type(mixed $value): string {}

/** Whether it is null. */
#[__Pure]
function is_null(mixed $value): bool {}

/** Whether it is a boolean. */
#[__Pure]
function is_bool(mixed $value): bool {}

/** Whether it is an int. */
#[__Pure]
function is_int(mixed $value): bool {}

/** Whether it is an int. */
#[__Pure]
#[__Alias("is_int")]
function is_integer(mixed $value): bool {}

/** Whether it is an int. */
#[__Pure]
#[__Alias("is_int")]
function is_long(mixed $value): bool {}

/** Whether it is a float. */
#[__Pure]
function is_float(mixed $value): bool {}

/** Whether it is a float. */
#[__Pure]
#[__Alias("is_float")]
function is_double(mixed $value): bool {}

/** Whether it is a string. */
#[__Pure]
function is_string(mixed $value): bool {}

/** Whether it is an array. */
#[__Pure]
function is_array(mixed $value): bool {}

/** Whether it is an object. */
#[__Pure]
function is_object(mixed $value): bool {}

/** Whether it is an open resource. */
#[__Pure]
function is_resource(mixed $value): bool {}

/** Whether it is a boolean, a number or a string. */
#[__Pure]
function is_scalar(mixed $value): bool {}

/** Whether it is a number or a string that is one. */
#[__Pure]
function is_numeric(mixed $value): bool {}

/** Whether foreach can go through it. */
#[__Pure]
function is_iterable(mixed $value): bool {}

/** Whether count() can count it. */
function is_countable(mixed $value): bool {}

/** As an int; a string in the given base. */
#[__Reenters]
function intval(mixed $value, int $base = 10): int {}

/** As a float. */
#[__Reenters]
function floatval(mixed $value): float {}

/** As a float. */
#[__Reenters]
#[__Alias("floatval")]
function doubleval(mixed $value): float {}

/** As a string. */
#[__Reenters]
function strval(mixed $value): string {}

/** As a boolean. */
#[__Pure]
function boolval(mixed $value): bool {}

/** Gives a variable another type. */
#[__Reenters]
function settype(mixed &$var, string $type): bool {}
