// @generated from gettext.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Null;
use runtime::native::mask::{INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;

runtime::natives! {
    fn textdomain(domain: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn gettext(message: &Str ["string", STRING]) -> Str ["string"], Reenters;
    fn _ = gettext(message: &Str ["string", STRING]) -> Str ["string"], Reenters;
    fn dgettext(domain: &Str ["string", STRING], message: &Str ["string", STRING]) -> Str ["string"], Reenters;
    fn dcgettext(domain: &Str ["string", STRING], message: &Str ["string", STRING], category: i64 ["int", INT]) -> Str ["string"], Reenters;
    fn bindtextdomain(domain: &Str ["string", STRING], directory: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn ngettext(singular: &Str ["string", STRING], plural: &Str ["string", STRING], count: i64 ["int", INT]) -> Str ["string"], Reenters;
    fn dngettext(domain: &Str ["string", STRING], singular: &Str ["string", STRING], plural: &Str ["string", STRING], count: i64 ["int", INT]) -> Str ["string"], Reenters;
    fn dcngettext(domain: &Str ["string", STRING], singular: &Str ["string", STRING], plural: &Str ["string", STRING], count: i64 ["int", INT], category: i64 ["int", INT]) -> Str ["string"], Reenters;
    fn bind_textdomain_codeset(domain: &Str ["string", STRING], codeset: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
