// @generated from math.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Float, Int, Unset};
use runtime::native::mask::{ANY, FLOAT, INSTANCE, INT, STRING};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn abs(num: &Value ["int|float", INT | FLOAT]) -> Value ["int|float"], Pure;
    fn ceil(num: &Value ["int|float", INT | FLOAT]) -> f64 ["float"], Pure;
    fn floor(num: &Value ["int|float", INT | FLOAT]) -> f64 ["float"], Pure;
    fn round(num: &Value ["int|float", INT | FLOAT], precision: i64 ["int", INT, Int(0)], mode: &Value ["RoundingMode|int", INSTANCE | INT, Unset; "RoundingMode::HalfAwayFromZero"]) -> f64 ["float"], MayRaise;
    fn sqrt(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn pow(num: &Value ["mixed", ANY], exponent: &Value ["mixed", ANY]) -> Value ["object|int|float"], Reenters;
    fn exp(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn log(num: f64 ["float", FLOAT], base: f64 ["float", FLOAT, Float(2.718281828459045); "M_E"]) -> f64 ["float"], MayRaise;
    fn log10(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn log1p(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn expm1(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn sin(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn cos(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn tan(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn asin(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn acos(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn atan(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn atan2(y: f64 ["float", FLOAT], x: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn sinh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn cosh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn tanh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn asinh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn acosh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn atanh(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn pi() -> f64 ["float"], Pure;
    fn fmod(num1: f64 ["float", FLOAT], num2: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn fdiv(num1: f64 ["float", FLOAT], num2: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn fpow(num: f64 ["float", FLOAT], exponent: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn intdiv(num1: i64 ["int", INT], num2: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn is_nan(num: f64 ["float", FLOAT]) -> bool ["bool"], Pure;
    fn is_finite(num: f64 ["float", FLOAT]) -> bool ["bool"], Pure;
    fn is_infinite(num: f64 ["float", FLOAT]) -> bool ["bool"], Pure;
    fn hypot(x: f64 ["float", FLOAT], y: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn deg2rad(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn rad2deg(num: f64 ["float", FLOAT]) -> f64 ["float"], Pure;
    fn base_convert(num: &Str ["string", STRING], from_base: i64 ["int", INT], to_base: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn bindec(binary_string: &Str ["string", STRING]) -> Value ["int|float"], MayRaise;
    fn decbin(num: i64 ["int", INT]) -> Str ["string"], Pure;
    fn hexdec(hex_string: &Str ["string", STRING]) -> Value ["int|float"], MayRaise;
    fn dechex(num: i64 ["int", INT]) -> Str ["string"], Pure;
    fn octdec(octal_string: &Str ["string", STRING]) -> Value ["int|float"], MayRaise;
    fn decoct(num: i64 ["int", INT]) -> Str ["string"], Pure;
    fn min(value: &Value ["mixed", ANY]; values ["mixed", ANY]) -> Value ["mixed"], Reenters;
    fn max(value: &Value ["mixed", ANY]; values ["mixed", ANY]) -> Value ["mixed"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PHP_INT_MAX", value: Int(9223372036854775807) },
    Constant { name: "PHP_INT_SIZE", value: Int(8) },
    Constant { name: "M_E", value: Float(2.718281828459045) },
    Constant { name: "M_PI", value: Float(3.141592653589793) },
    Constant { name: "M_LOG2E", value: Float(1.4426950408889634) },
    Constant { name: "M_LOG10E", value: Float(0.4342944819032518) },
    Constant { name: "M_LN2", value: Float(0.6931471805599453) },
    Constant { name: "M_LN10", value: Float(2.302585092994046) },
    Constant { name: "M_PI_2", value: Float(1.5707963267948966) },
    Constant { name: "M_PI_4", value: Float(0.7853981633974483) },
    Constant { name: "M_1_PI", value: Float(0.3183098861837907) },
    Constant { name: "M_2_PI", value: Float(0.6366197723675814) },
    Constant { name: "M_SQRTPI", value: Float(1.772453850905516) },
    Constant { name: "M_2_SQRTPI", value: Float(1.1283791670955126) },
    Constant { name: "M_LNPI", value: Float(1.1447298858494002) },
    Constant { name: "M_EULER", value: Float(0.5772156649015329) },
    Constant { name: "M_SQRT2", value: Float(1.4142135623730951) },
    Constant { name: "M_SQRT1_2", value: Float(0.7071067811865476) },
    Constant { name: "M_SQRT3", value: Float(1.7320508075688772) },
    Constant { name: "PHP_ROUND_HALF_UP", value: Int(1) },
    Constant { name: "PHP_ROUND_HALF_DOWN", value: Int(2) },
    Constant { name: "PHP_ROUND_HALF_EVEN", value: Int(3) },
    Constant { name: "PHP_ROUND_HALF_ODD", value: Int(4) },
    Constant { name: "PHP_FLOAT_EPSILON", value: Float(2.220446049250313e-16) },
    Constant { name: "PHP_FLOAT_MAX", value: Float(1.7976931348623157e308) },
    Constant { name: "PHP_FLOAT_MIN", value: Float(2.2250738585072014e-308) },
    Constant { name: "PHP_FLOAT_DIG", value: Int(15) },
    Constant { name: "PHP_INT_MIN", value: Int(-9223372036854775808) },
    Constant { name: "INF", value: Float(f64::INFINITY) },
    Constant { name: "NAN", value: Float(f64::NAN) },
];
