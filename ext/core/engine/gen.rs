// @generated from engine.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{BOOL, FLOAT, INT, STRING};
use runtime::native::Constant;
use runtime::string::Str;

runtime::natives! {
    fn random_mt_start_(seed: i64 ["int", INT], mode: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn random_mt_reload_(state: &Str ["string", STRING], mode: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn random_mt_tempered_(state: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn random_pcg_start_(seed: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn random_pcg_step_(state: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn random_pcg_jump_(state: &Str ["string", STRING], advance: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn random_xoshiro_start_(seed: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn random_xoshiro_step_(state: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn random_xoshiro_jump_(state: &Str ["string", STRING], long: bool ["bool", BOOL]) -> Str ["string"], MayRaise;
    fn random_within_(bytes: &Str ["string", STRING], most: i64 ["int", INT]) -> Option<i64> ["?int"], MayRaise;
    fn random_scaled_(bits: i64 ["int", INT], min: i64 ["int", INT], max: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn random_steps_(min: f64 ["float", FLOAT], max: f64 ["float", FLOAT]) -> i64 ["int"], MayRaise;
    fn random_float_(min: f64 ["float", FLOAT], max: f64 ["float", FLOAT], step: i64 ["int", INT], steps: i64 ["int", INT], ends: i64 ["int", INT]) -> f64 ["float"], MayRaise;
    fn random_sum_(first: i64 ["int", INT], second: i64 ["int", INT], third: i64 ["int", INT, Int(0)]) -> i64 ["int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
