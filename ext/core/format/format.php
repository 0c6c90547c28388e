<?php

/** The values as $format lays them out. */
#[__Reenters]
function sprintf(string $format, mixed ...$values): string {}

/** Prints the values as $format lays them out; the number of bytes. */
#[__Reenters]
function printf(string $format, mixed ...$values): int {}

/** The values of an array as $format lays them out. */
#[__Reenters]
function vsprintf(string $format, array $values): string {}

/** Prints the values of an array as $format lays them out. */
#[__Reenters]
function vprintf(string $format, array $values): int {}

/** A number rounded, with groups of thousands. */
#[__Pure]
function number_format(#[__Number] float $num, int $decimals = 0, ?string $decimal_separator = ".", ?string $thousands_separator = ","): string {}
