<?php

const PHP_INT_MAX = 9223372036854775807;
const PHP_INT_SIZE = 8;
const M_E = 2.718281828459045;
const M_PI = 3.141592653589793;
const M_LOG2E = 1.4426950408889634;
const M_LOG10E = 0.4342944819032518;
const M_LN2 = 0.6931471805599453;
const M_LN10 = 2.302585092994046;
const M_PI_2 = 1.5707963267948966;
const M_PI_4 = 0.7853981633974483;
const M_1_PI = 0.3183098861837907;
const M_2_PI = 0.6366197723675814;
const M_SQRTPI = 1.772453850905516;
const M_2_SQRTPI = 1.1283791670955126;
const M_LNPI = 1.1447298858494002;
const M_EULER = 0.5772156649015329;
const M_SQRT2 = 1.4142135623730951;
const M_SQRT1_2 = 0.7071067811865476;
const M_SQRT3 = 1.7320508075688772;
const PHP_ROUND_HALF_UP = 1;
const PHP_ROUND_HALF_DOWN = 2;
const PHP_ROUND_HALF_EVEN = 3;
const PHP_ROUND_HALF_ODD = 4;
const PHP_FLOAT_EPSILON = 2.220446049250313E-16;
const PHP_FLOAT_MAX = 1.7976931348623157E+308;
const PHP_FLOAT_MIN = 2.2250738585072014E-308;
const PHP_FLOAT_DIG = 15;
const PHP_INT_MIN = -PHP_INT_MAX - 1;
const INF = 1E1000;
const NAN = INF - INF;

/** The number without its sign. */
#[__Pure]
function abs(int|float $num): int|float {}

/** The next whole number upwards. */
#[__Pure]
function ceil(int|float $num): float {}

/** The next whole number downwards. */
#[__Pure]
function floor(int|float $num): float {}

/** The nearest number with $precision decimals. */
function round(int|float $num, int $precision = 0, RoundingMode|int $mode = RoundingMode::HalfAwayFromZero): float {}

/** The square root. */
#[__Pure]
function sqrt(float $num): float {}

/** $num to the power of $exponent, as `**`. */
#[__Reenters]
function pow(mixed $num, mixed $exponent): object|int|float {}

/** e to the power of $num. */
#[__Pure]
function exp(float $num): float {}

/** The logarithm to a base. */
function log(float $num, float $base = M_E): float {}

/** The logarithm to base 10. */
#[__Pure]
function log10(float $num): float {}

/** log(1 + $num), exact near 0. */
#[__Pure]
function log1p(float $num): float {}

/** exp($num) - 1, exact near 0. */
#[__Pure]
function expm1(float $num): float {}

/** The sine. */
#[__Pure]
function sin(float $num): float {}

/** The cosine. */
#[__Pure]
function cos(float $num): float {}

/** The tangent. */
#[__Pure]
function tan(float $num): float {}

/** The arc sine. */
#[__Pure]
function asin(float $num): float {}

/** The arc cosine. */
#[__Pure]
function acos(float $num): float {}

/** The arc tangent. */
#[__Pure]
function atan(float $num): float {}

/** The angle of a point. */
#[__Pure]
function atan2(float $y, float $x): float {}

/** The hyperbolic sine. */
#[__Pure]
function sinh(float $num): float {}

/** The hyperbolic cosine. */
#[__Pure]
function cosh(float $num): float {}

/** The hyperbolic tangent. */
#[__Pure]
function tanh(float $num): float {}

/** The inverse hyperbolic sine. */
#[__Pure]
function asinh(float $num): float {}

/** The inverse hyperbolic cosine. */
#[__Pure]
function acosh(float $num): float {}

/** The inverse hyperbolic tangent. */
#[__Pure]
function atanh(float $num): float {}

/** The number pi. */
#[__Pure]
function pi(): float {}

/** The remainder of floats, with the sign of $num1. */
#[__Pure]
function fmod(float $num1, float $num2): float {}

/** A division by IEEE 754: by zero it is infinite or no number. */
#[__Pure]
function fdiv(float $num1, float $num2): float {}

/** A power by IEEE 754. */
#[__Pure]
function fpow(float $num, float $exponent): float {}

/** The quotient of ints, without its fraction. */
function intdiv(int $num1, int $num2): int {}

/** Whether it is not a number. */
#[__Pure]
function is_nan(float $num): bool {}

/** Whether it is neither infinite nor not a number. */
#[__Pure]
function is_finite(float $num): bool {}

/** Whether it is infinite. */
#[__Pure]
function is_infinite(float $num): bool {}

/** The length of the hypotenuse. */
#[__Pure]
function hypot(float $x, float $y): float {}

/** Degrees as radians. */
#[__Pure]
function deg2rad(float $num): float {}

/** Radians as degrees. */
#[__Pure]
function rad2deg(float $num): float {}

/** A number's digits in another base. */
function base_convert(string $num, int $from_base, int $to_base): string {}

/** The number of binary digits. */
function bindec(string $binary_string): int|float {}

/** The binary digits of a number. */
#[__Pure]
function decbin(int $num): string {}

/** The number of hexadecimal digits. */
function hexdec(string $hex_string): int|float {}

/** The hexadecimal digits of a number. */
#[__Pure]
function dechex(int $num): string {}

/** The number of octal digits. */
function octdec(string $octal_string): int|float {}

/** The octal digits of a number. */
#[__Pure]
function decoct(int $num): string {}

/** The least of the arguments, or of an array. */
#[__Reenters]
function min(mixed $value, mixed ...$values): mixed {}

/** The greatest of the arguments, or of an array. */
#[__Reenters]
function max(mixed $value, mixed ...$values): mixed {}
