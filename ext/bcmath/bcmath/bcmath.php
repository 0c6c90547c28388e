<?php

/** The sum. */
function bcadd(string $num1, string $num2, ?int $scale = null): string {}

/** The difference. */
function bcsub(string $num1, string $num2, ?int $scale = null): string {}

/** The product. */
function bcmul(string $num1, string $num2, ?int $scale = null): string {}

/** The quotient. */
function bcdiv(string $num1, string $num2, ?int $scale = null): string {}

/** What is left of a division. */
function bcmod(string $num1, string $num2, ?int $scale = null): string {}

/** The whole quotient, and what is left. */
function bcdivmod(string $num1, string $num2, ?int $scale = null): array {}

/** A power. */
function bcpow(string $num, string $exponent, ?int $scale = null): string {}

/** What is left of a power divided. */
function bcpowmod(string $num, string $exponent, string $modulus, ?int $scale = null): string {}

/** The square root. */
function bcsqrt(string $num, ?int $scale = null): string {}

/** Less than, equal to, greater than 0 as the first is to the second. */
function bccomp(string $num1, string $num2, ?int $scale = null): int {}

/** The whole number at or below. */
function bcfloor(string $num): string {}

/** The whole number at or above. */
function bcceil(string $num): string {}

/** The number rounded. */
function bcround(string $num, int $precision = 0, RoundingMode $mode = RoundingMode::HalfAwayFromZero): string {}

/** The number of digits behind the point where none is given; sets it. */
function bcscale(?int $scale = null): int {}
