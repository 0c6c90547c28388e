<?php

/** The state of a Mersenne Twister that starts from a seed. */
function random_mt_start_(int $seed, int $mode): string {}

/** The next state of a Mersenne Twister. */
function random_mt_reload_(string $state, int $mode): string {}

/** What a Mersenne Twister gives until its next state. */
function random_mt_tempered_(string $state): string {}

/** The state of the engine PCG that starts from 16 bytes. */
function random_pcg_start_(string $seed): string {}

/** The next state of the engine PCG, then its 8 random bytes. */
function random_pcg_step_(string $state): string {}

/** The state of the engine PCG after so many steps. */
function random_pcg_jump_(string $state, int $advance): string {}

/** The state of the engine xoshiro that starts from a number. */
function random_xoshiro_start_(int $seed): string {}

/** The next state of the engine xoshiro, then its 8 random bytes. */
function random_xoshiro_step_(string $state): string {}

/** The state of the engine xoshiro after 2 to the power of 128, or of 192, steps. */
function random_xoshiro_jump_(string $state, bool $long): string {}

/** A number from 0 to $most, of random bytes; null for bytes that would favour some. */
function random_within_(string $bytes, int $most): ?int {}

/** A number between these, scaled as MT_RAND_PHP does. */
function random_scaled_(int $bits, int $min, int $max): int {}

/** How many steps of equal length there are between two floats. */
function random_steps_(float $min, float $max): int {}

/** The float after so many steps; both ends are known to have $steps between them. */
function random_float_(float $min, float $max, int $step, int $steps, int $ends): float {}

/** A sum of three that wraps around. */
function random_sum_(int $first, int $second, int $third = 0): int {}
