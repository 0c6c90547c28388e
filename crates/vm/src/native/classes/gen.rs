// @generated from classes.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Unset};
use runtime::native::mask::{ANY, BOOL, STRING, OBJECT};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn get_class(object: &Value ["object", OBJECT, Unset]) -> Str ["string"], MayRaise;
    fn get_parent_class(object_or_class: &Value ["object|string", OBJECT | STRING, Unset]) -> OrFalse<Str> ["string|false"], Reenters;
    fn get_called_class() -> Str ["string"], MayRaise;
    fn get_object_vars(object: &Value ["object", OBJECT]) -> Array ["array"], Reenters;
    fn get_mangled_object_vars(object: &Value ["object", OBJECT]) -> Array ["array"], MayRaise;
    fn get_class_vars(class: &Str ["string", STRING]) -> Array ["array"], Reenters;
    fn get_class_methods(object_or_class: &Value ["object|string", OBJECT | STRING]) -> Array ["array"], Reenters;
    fn method_exists(object_or_class: &Value ["", ANY], method: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn property_exists(object_or_class: &Value ["", ANY], property: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn class_exists(class: &Str ["string", STRING], autoload: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn interface_exists(interface: &Str ["string", STRING], autoload: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn trait_exists(r#trait: &Str ["string", STRING], autoload: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn enum_exists(r#enum: &Str ["string", STRING], autoload: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn is_a(object_or_class: &Value ["mixed", ANY], class: &Str ["string", STRING], allow_string: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], Reenters;
    fn is_subclass_of(object_or_class: &Value ["mixed", ANY], class: &Str ["string", STRING], allow_string: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn class_alias(class: &Str ["string", STRING], alias: &Str ["string", STRING], autoload: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], Reenters;
    fn get_declared_classes() -> Array ["array"], MayRaise;
    fn get_declared_interfaces() -> Array ["array"], MayRaise;
    fn get_declared_traits() -> Array ["array"], MayRaise;
    fn object_new_(class: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
