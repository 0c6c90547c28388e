// @generated from random.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null, Unset};
use runtime::native::mask::{INT, NULL};
use runtime::native::Constant;
use runtime::string::Str;

runtime::natives! {
    fn mt_srand(seed: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "MT_RAND_MT19937"]) -> () ["void"], MayRaise;
    fn srand = mt_srand(seed: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "MT_RAND_MT19937"]) -> () ["void"], MayRaise;
    fn mt_rand(min: Option<i64> ["int", INT, Unset], max: Option<i64> ["int", INT, Unset]) -> i64 ["int"], MayRaise;
    fn rand(min: Option<i64> ["int", INT, Unset], max: Option<i64> ["int", INT, Unset]) -> i64 ["int"], MayRaise;
    fn mt_getrandmax() -> i64 ["int"], Pure;
    fn getrandmax = mt_getrandmax() -> i64 ["int"], Pure;
    fn random_int(min: i64 ["int", INT], max: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn random_bytes(length: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn lcg_value() -> f64 ["float"], MayRaise @ "8.4" "use \\Random\\Randomizer::getFloat() instead";
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "MT_RAND_MT19937", value: Int(0) },
    Constant { name: "MT_RAND_PHP", value: Int(1) },
];
