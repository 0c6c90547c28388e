<?php

const MT_RAND_MT19937 = 0;
const MT_RAND_PHP = 1;

/** Seeds the Mersenne Twister, or with no seed makes it unpredictable. */
function mt_srand(?int $seed = null, int $mode = MT_RAND_MT19937): void {}

/** Seeds the Mersenne Twister, or with no seed makes it unpredictable. */
#[__Alias("mt_srand")]
function srand(?int $seed = null, int $mode = MT_RAND_MT19937): void {}

/** The next random number of the Mersenne Twister. */
function mt_rand(int $min = UNKNOWN, int $max = UNKNOWN): int {}

/** The same, scaled as PHP always did; the bounds may be swapped. */
function rand(int $min = UNKNOWN, int $max = UNKNOWN): int {}

/** The greatest number that mt_rand() without bounds gives. */
#[__Pure]
function mt_getrandmax(): int {}

/** The greatest number that mt_rand() without bounds gives. */
#[__Pure]
#[__Alias("mt_getrandmax")]
function getrandmax(): int {}

/** A number from the system's secure source. */
function random_int(int $min, int $max): int {}

/** Bytes from the system's secure source. */
function random_bytes(int $length): string {}

/** A random float from 0 to 1. */
#[Deprecated(since: "8.4", message: "use \\Random\\Randomizer::getFloat() instead")]
function lcg_value(): float {}
