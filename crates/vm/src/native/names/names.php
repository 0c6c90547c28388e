<?php

const EXTR_OVERWRITE = 0;
const EXTR_SKIP = 1;
const EXTR_PREFIX_SAME = 2;
const EXTR_PREFIX_ALL = 3;
const EXTR_PREFIX_INVALID = 4;
const EXTR_PREFIX_IF_EXISTS = 5;
const EXTR_IF_EXISTS = 6;
const EXTR_REFS = 256;

/** Variables of the function that calls, by name. */
function compact($var_name, ...$var_names): array {}

/** Makes variables of the elements of an array. */
#[__PrefersRefs]
function extract(array $array, int $flags = EXTR_OVERWRITE, string $prefix = ""): int {}

/** Makes the head of an answer a variable of the function that asked for it, when it names it. */
function http_response_header_(array $headers): void {}

/** All variables of the function that calls. */
function get_defined_vars(): array {}

/** Defines a constant. */
function define(string $constant_name, mixed $value, bool $case_insensitive = false): bool {}

/** Whether there is a constant with this name. */
#[__Reenters]
function defined(string $constant_name): bool {}

/** The value of a constant. */
#[__Reenters]
function constant(string $name): mixed {}

/** All constants. */
function get_defined_constants(bool $categorize = false): array {}
