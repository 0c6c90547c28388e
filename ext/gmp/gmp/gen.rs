// @generated from gmp.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int};
use runtime::native::mask::{ANY, BOOL, INSTANCE, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn gmp_init(num: &Value ["string|int", STRING | INT], base: i64 ["int", INT, Int(0)]) -> Value ["GMP"], MayRaise;
    fn gmp_import(data: &Str ["string", STRING], word_size: i64 ["int", INT, Int(1)], flags: i64 ["int", INT, Int(17)]) -> Value ["GMP"], MayRaise;
    fn gmp_export(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], word_size: i64 ["int", INT, Int(1)], flags: i64 ["int", INT, Int(17)]) -> Str ["string"], MayRaise;
    fn gmp_intval(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_strval(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], base: i64 ["int", INT, Int(10)]) -> Str ["string"], MayRaise;
    fn gmp_add(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_sub(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_mul(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_div_qr(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT], rounding_mode: i64 ["int", INT, Int(0); "GMP_ROUND_ZERO"]) -> Array ["array"], MayRaise;
    fn gmp_div_q(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT], rounding_mode: i64 ["int", INT, Int(0); "GMP_ROUND_ZERO"]) -> Value ["GMP"], MayRaise;
    fn gmp_div_r(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT], rounding_mode: i64 ["int", INT, Int(0); "GMP_ROUND_ZERO"]) -> Value ["GMP"], MayRaise;
    fn gmp_div = gmp_div_q(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT], rounding_mode: i64 ["int", INT, Int(0); "GMP_ROUND_ZERO"]) -> Value ["GMP"], MayRaise;
    fn gmp_mod(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_divexact(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_neg(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_abs(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_fact(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_sqrt(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_sqrtrem(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Array ["array"], MayRaise;
    fn gmp_root(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], nth: i64 ["int", INT]) -> Value ["GMP"], MayRaise;
    fn gmp_rootrem(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], nth: i64 ["int", INT]) -> Array ["array"], MayRaise;
    fn gmp_pow(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], exponent: i64 ["int", INT]) -> Value ["GMP"], MayRaise;
    fn gmp_powm(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], exponent: &Value ["GMP|string|int", INSTANCE | STRING | INT], modulus: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_perfect_square(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> bool ["bool"], MayRaise;
    fn gmp_perfect_power(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> bool ["bool"], MayRaise;
    fn gmp_prob_prime(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], repetitions: i64 ["int", INT, Int(10)]) -> i64 ["int"], MayRaise;
    fn gmp_gcd(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_gcdext(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Array ["array"], MayRaise;
    fn gmp_lcm(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_invert(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP|false"], MayRaise;
    fn gmp_jacobi(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_legendre(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_kronecker(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_cmp(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_sign(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_random_seed(seed: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> () ["void"], MayRaise;
    fn gmp_random_bits(bits: i64 ["int", INT]) -> Value ["GMP"], MayRaise;
    fn gmp_random_range(min: &Value ["GMP|string|int", INSTANCE | STRING | INT], max: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_and(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_or(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_com(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_xor(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_setbit(num: &Value ["GMP", INSTANCE], index: i64 ["int", INT], value: bool ["bool", BOOL, Bool(true)]) -> () ["void"], MayRaise;
    fn gmp_clrbit(num: &Value ["GMP", INSTANCE], index: i64 ["int", INT]) -> () ["void"], MayRaise;
    fn gmp_testbit(num: &Value ["GMP|string|int", INSTANCE | STRING | INT], index: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn gmp_scan0(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], start: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn gmp_scan1(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], start: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn gmp_popcount(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_hamdist(num1: &Value ["GMP|string|int", INSTANCE | STRING | INT], num2: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> i64 ["int"], MayRaise;
    fn gmp_nextprime(num: &Value ["GMP|string|int", INSTANCE | STRING | INT]) -> Value ["GMP"], MayRaise;
    fn gmp_binomial(n: &Value ["GMP|string|int", INSTANCE | STRING | INT], k: i64 ["int", INT]) -> Value ["GMP"], MayRaise;
    fn gmp_operate_(operator: &Str ["string", STRING], left: &Value ["mixed", ANY], right: &Value ["mixed", ANY]) -> Value ["mixed"], MayRaise;
    fn gmp_order_(left: &Value ["mixed", ANY], right: &Value ["mixed", ANY]) -> i64 ["int"], MayRaise;
    fn gmp_cast_(num: &Value ["GMP", INSTANCE], to: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
    fn gmp_begin_(num: &Value ["GMP", INSTANCE], value: &Value ["string|int", STRING | INT], base: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn gmp_restore_(num: &Value ["GMP", INSTANCE], value: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "GMP_ROUND_ZERO", value: Int(0) },
    Constant { name: "GMP_ROUND_PLUSINF", value: Int(1) },
    Constant { name: "GMP_ROUND_MINUSINF", value: Int(2) },
    Constant { name: "GMP_VERSION", value: Bytes(b"6.3.0") },
    Constant { name: "GMP_MSW_FIRST", value: Int(1) },
    Constant { name: "GMP_LSW_FIRST", value: Int(2) },
    Constant { name: "GMP_LITTLE_ENDIAN", value: Int(4) },
    Constant { name: "GMP_BIG_ENDIAN", value: Int(8) },
    Constant { name: "GMP_NATIVE_ENDIAN", value: Int(16) },
];
