// @generated from xmlwriter.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]
#![allow(non_snake_case)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Null};
use runtime::native::mask::{BOOL, INSTANCE, NULL, STRING};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn xmlwriter_open_uri(uri: &Str ["string", STRING]) -> Value ["XMLWriter|false"], MayRaise;
    fn xmlwriter_open_memory() -> Value ["XMLWriter|false"], MayRaise;
    fn xmlwriter_set_indent(writer: &Value ["XMLWriter", INSTANCE], enable: bool ["bool", BOOL]) -> bool ["bool"], MayRaise;
    fn xmlwriter_set_indent_string(writer: &Value ["XMLWriter", INSTANCE], indentation: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_comment(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_comment(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_attribute(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_attribute(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_attribute(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], value: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_attribute_ns(writer: &Value ["XMLWriter", INSTANCE], prefix: Option<&Str> ["?string", STRING | NULL], name: &Str ["string", STRING], namespace: Option<&Str> ["?string", STRING | NULL]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_attribute_ns(writer: &Value ["XMLWriter", INSTANCE], prefix: Option<&Str> ["?string", STRING | NULL], name: &Str ["string", STRING], namespace: Option<&Str> ["?string", STRING | NULL], value: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_element(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_element(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_full_end_element(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_element_ns(writer: &Value ["XMLWriter", INSTANCE], prefix: Option<&Str> ["?string", STRING | NULL], name: &Str ["string", STRING], namespace: Option<&Str> ["?string", STRING | NULL]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_element(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], content: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_element_ns(writer: &Value ["XMLWriter", INSTANCE], prefix: Option<&Str> ["?string", STRING | NULL], name: &Str ["string", STRING], namespace: Option<&Str> ["?string", STRING | NULL], content: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_pi(writer: &Value ["XMLWriter", INSTANCE], target: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_pi(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_pi(writer: &Value ["XMLWriter", INSTANCE], target: &Str ["string", STRING], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_cdata(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_cdata(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_cdata(writer: &Value ["XMLWriter", INSTANCE], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_text(writer: &Value ["XMLWriter", INSTANCE], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_raw(writer: &Value ["XMLWriter", INSTANCE], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_document(writer: &Value ["XMLWriter", INSTANCE], version: Option<&Str> ["?string", STRING | NULL, Bytes(b"1.0")], encoding: Option<&Str> ["?string", STRING | NULL, Null], standalone: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_document(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_comment(writer: &Value ["XMLWriter", INSTANCE], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_dtd(writer: &Value ["XMLWriter", INSTANCE], qualifiedName: &Str ["string", STRING], publicId: Option<&Str> ["?string", STRING | NULL, Null], systemId: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_dtd(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_dtd(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], publicId: Option<&Str> ["?string", STRING | NULL, Null], systemId: Option<&Str> ["?string", STRING | NULL, Null], content: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_dtd_element(writer: &Value ["XMLWriter", INSTANCE], qualifiedName: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_dtd_element(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_dtd_element(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_dtd_attlist(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_dtd_attlist(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_dtd_attlist(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], content: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn xmlwriter_start_dtd_entity(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], isParam: bool ["bool", BOOL]) -> bool ["bool"], MayRaise;
    fn xmlwriter_end_dtd_entity(writer: &Value ["XMLWriter", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xmlwriter_write_dtd_entity(writer: &Value ["XMLWriter", INSTANCE], name: &Str ["string", STRING], content: &Str ["string", STRING], isParam: bool ["bool", BOOL, Bool(false)], publicId: Option<&Str> ["?string", STRING | NULL, Null], systemId: Option<&Str> ["?string", STRING | NULL, Null], notationData: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn xmlwriter_output_memory(writer: &Value ["XMLWriter", INSTANCE], flush: bool ["bool", BOOL, Bool(true)]) -> Str ["string"], MayRaise;
    fn xmlwriter_flush(writer: &Value ["XMLWriter", INSTANCE], empty: bool ["bool", BOOL, Bool(true)]) -> Value ["string|int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
