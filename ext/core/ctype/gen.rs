// @generated from ctype.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::ANY;
use runtime::native::Constant;
use runtime::value::Value;

runtime::natives! {
    fn ctype_alnum(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_alpha(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_cntrl(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_digit(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_graph(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_lower(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_print(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_punct(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_space(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_upper(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn ctype_xdigit(text: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
