<?php

const GMP_ROUND_ZERO = 0;
const GMP_ROUND_PLUSINF = 1;
const GMP_ROUND_MINUSINF = 2;
const GMP_VERSION = "6.3.0";
const GMP_MSW_FIRST = 1;
const GMP_LSW_FIRST = 2;
const GMP_LITTLE_ENDIAN = 4;
const GMP_BIG_ENDIAN = 8;
const GMP_NATIVE_ENDIAN = 16;

/** A number. */
function gmp_init(string|int $num, int $base = 0): GMP {}

/** A number of its words. */
function gmp_import(string $data, int $word_size = 1, int $flags = GMP_MSW_FIRST | GMP_NATIVE_ENDIAN): GMP {}

/** The words of a number. */
function gmp_export(GMP|string|int $num, int $word_size = 1, int $flags = GMP_MSW_FIRST | GMP_NATIVE_ENDIAN): string {}

/** The lowest bits, as an int. */
function gmp_intval(GMP|string|int $num): int {}

/** The digits. */
function gmp_strval(GMP|string|int $num, int $base = 10): string {}

/** The sum. */
function gmp_add(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The difference. */
function gmp_sub(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The product. */
function gmp_mul(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The quotient and the rest. */
function gmp_div_qr(GMP|string|int $num1, GMP|string|int $num2, int $rounding_mode = GMP_ROUND_ZERO): array {}

/** The quotient. */
function gmp_div_q(GMP|string|int $num1, GMP|string|int $num2, int $rounding_mode = GMP_ROUND_ZERO): GMP {}

/** The rest. */
function gmp_div_r(GMP|string|int $num1, GMP|string|int $num2, int $rounding_mode = GMP_ROUND_ZERO): GMP {}

/** The quotient. */
#[__Alias("gmp_div_q")]
function gmp_div(GMP|string|int $num1, GMP|string|int $num2, int $rounding_mode = GMP_ROUND_ZERO): GMP {}

/** The rest that is not negative. */
function gmp_mod(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The quotient of what leaves no rest. */
function gmp_divexact(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The negative. */
function gmp_neg(GMP|string|int $num): GMP {}

/** Without its sign. */
function gmp_abs(GMP|string|int $num): GMP {}

/** The factorial. */
function gmp_fact(GMP|string|int $num): GMP {}

/** The square root, rounded down. */
function gmp_sqrt(GMP|string|int $num): GMP {}

/** The square root and what is left. */
function gmp_sqrtrem(GMP|string|int $num): array {}

/** A root, rounded towards zero. */
function gmp_root(GMP|string|int $num, int $nth): GMP {}

/** A root and what is left. */
function gmp_rootrem(GMP|string|int $num, int $nth): array {}

/** A power. */
function gmp_pow(GMP|string|int $num, int $exponent): GMP {}

/** The rest of a power. */
function gmp_powm(GMP|string|int $num, GMP|string|int $exponent, GMP|string|int $modulus): GMP {}

/** Whether it is a square. */
function gmp_perfect_square(GMP|string|int $num): bool {}

/** Whether it is a power. */
function gmp_perfect_power(GMP|string|int $num): bool {}

/** Whether it is prime: 2 surely, 1 probably, 0 not. */
function gmp_prob_prime(GMP|string|int $num, int $repetitions = 10): int {}

/** The greatest common divisor. */
function gmp_gcd(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The greatest common divisor, and how it is made of both. */
function gmp_gcdext(GMP|string|int $num1, GMP|string|int $num2): array {}

/** The least common multiple. */
function gmp_lcm(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The inverse modulo another. */
function gmp_invert(GMP|string|int $num1, GMP|string|int $num2): GMP|false {}

/** The Jacobi symbol. */
function gmp_jacobi(GMP|string|int $num1, GMP|string|int $num2): int {}

/** The Legendre symbol. */
function gmp_legendre(GMP|string|int $num1, GMP|string|int $num2): int {}

/** The Kronecker symbol. */
function gmp_kronecker(GMP|string|int $num1, GMP|string|int $num2): int {}

/** Less, equal or greater. */
function gmp_cmp(GMP|string|int $num1, GMP|string|int $num2): int {}

/** The sign. */
function gmp_sign(GMP|string|int $num): int {}

/** Where random numbers begin. */
function gmp_random_seed(GMP|string|int $seed): void {}

/** A random number of so many bits. */
function gmp_random_bits(int $bits): GMP {}

/** A random number between two. */
function gmp_random_range(GMP|string|int $min, GMP|string|int $max): GMP {}

/** The bits that both have. */
function gmp_and(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The bits that one has. */
function gmp_or(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** The bits that it has not. */
function gmp_com(GMP|string|int $num): GMP {}

/** The bits that differ. */
function gmp_xor(GMP|string|int $num1, GMP|string|int $num2): GMP {}

/** Sets a bit. */
function gmp_setbit(GMP $num, int $index, bool $value = true): void {}

/** Clears a bit. */
function gmp_clrbit(GMP $num, int $index): void {}

/** Whether a bit is set. */
function gmp_testbit(GMP|string|int $num, int $index): bool {}

/** The next bit that is not set. */
function gmp_scan0(GMP|string|int $num1, int $start): int {}

/** The next bit that is set. */
function gmp_scan1(GMP|string|int $num1, int $start): int {}

/** How many bits are set. */
function gmp_popcount(GMP|string|int $num): int {}

/** How many bits differ. */
function gmp_hamdist(GMP|string|int $num1, GMP|string|int $num2): int {}

/** The next prime. */
function gmp_nextprime(GMP|string|int $num): GMP {}

/** The binomial coefficient. */
function gmp_binomial(GMP|string|int $n, int $k): GMP {}

/** What an operator makes of operands of which one is a number of this kind. */
function gmp_operate_(string $operator, mixed $left, mixed $right): mixed {}

/** Less, equal or greater, where one side is a number of this kind. */
function gmp_order_(mixed $left, mixed $right): int {}

/** A number as a value of another type. */
function gmp_cast_(GMP $num, string $to): mixed {}

/** Gives an object its number; whether there is one. */
function gmp_begin_(GMP $num, string|int $value, int $base): bool {}

/** The same of a text in a serialisation; whether it is one. */
function gmp_restore_(GMP $num, string $value): bool {}
