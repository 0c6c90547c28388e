// @generated from sax.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, BOOL, CALLABLE, INSTANCE, INT, NULL, STRING, OBJECT};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn xml_parser_create(encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["XMLParser"], MayRaise;
    fn xml_parser_create_ns(encoding: Option<&Str> ["?string", STRING | NULL, Null], separator: &Str ["string", STRING, Bytes(b":")]) -> Value ["XMLParser"], MayRaise;
    fn xml_set_object(parser: &Value ["XMLParser", INSTANCE], object: &Value ["object", OBJECT]) -> bool ["true"], MayRaise @ "8.4" "provide a proper method callable to xml_set_*_handler() functions";
    fn xml_set_element_handler(parser: &Value ["XMLParser", INSTANCE], start_handler: &Value ["callable|string|null", CALLABLE | STRING | NULL], end_handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_character_data_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_processing_instruction_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_default_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_unparsed_entity_decl_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_notation_decl_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_external_entity_ref_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_start_namespace_decl_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_set_end_namespace_decl_handler(parser: &Value ["XMLParser", INSTANCE], handler: &Value ["callable|string|null", CALLABLE | STRING | NULL]) -> bool ["true"], MayRaise;
    fn xml_parse(parser: &Value ["XMLParser", INSTANCE], data: &Str ["string", STRING], is_final: bool ["bool", BOOL, Bool(false)]) -> i64 ["int"], Reenters;
    fn xml_parse_into_struct(parser: &Value ["XMLParser", INSTANCE], data: &Str ["string", STRING], values: &Reference ["", ANY], index: &Reference ["", ANY, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn xml_get_error_code(parser: &Value ["XMLParser", INSTANCE]) -> i64 ["int"], MayRaise;
    fn xml_error_string(error_code: i64 ["int", INT]) -> Option<Str> ["?string"], MayRaise;
    fn xml_get_current_line_number(parser: &Value ["XMLParser", INSTANCE]) -> i64 ["int"], MayRaise;
    fn xml_get_current_column_number(parser: &Value ["XMLParser", INSTANCE]) -> i64 ["int"], MayRaise;
    fn xml_get_current_byte_index(parser: &Value ["XMLParser", INSTANCE]) -> i64 ["int"], MayRaise;
    fn xml_parser_free(parser: &Value ["XMLParser", INSTANCE]) -> bool ["bool"], MayRaise;
    fn xml_parser_set_option(parser: &Value ["XMLParser", INSTANCE], option: i64 ["int", INT], value: &Value ["", ANY]) -> bool ["bool"], MayRaise;
    fn xml_parser_get_option(parser: &Value ["XMLParser", INSTANCE], option: i64 ["int", INT]) -> Value ["string|int|bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "XML_ERROR_NONE", value: Int(0) },
    Constant { name: "XML_ERROR_NO_MEMORY", value: Int(1) },
    Constant { name: "XML_ERROR_SYNTAX", value: Int(2) },
    Constant { name: "XML_ERROR_NO_ELEMENTS", value: Int(3) },
    Constant { name: "XML_ERROR_INVALID_TOKEN", value: Int(4) },
    Constant { name: "XML_ERROR_UNCLOSED_TOKEN", value: Int(5) },
    Constant { name: "XML_ERROR_PARTIAL_CHAR", value: Int(6) },
    Constant { name: "XML_ERROR_TAG_MISMATCH", value: Int(7) },
    Constant { name: "XML_ERROR_DUPLICATE_ATTRIBUTE", value: Int(8) },
    Constant { name: "XML_ERROR_JUNK_AFTER_DOC_ELEMENT", value: Int(9) },
    Constant { name: "XML_ERROR_PARAM_ENTITY_REF", value: Int(10) },
    Constant { name: "XML_ERROR_UNDEFINED_ENTITY", value: Int(11) },
    Constant { name: "XML_ERROR_RECURSIVE_ENTITY_REF", value: Int(12) },
    Constant { name: "XML_ERROR_ASYNC_ENTITY", value: Int(13) },
    Constant { name: "XML_ERROR_BAD_CHAR_REF", value: Int(14) },
    Constant { name: "XML_ERROR_BINARY_ENTITY_REF", value: Int(15) },
    Constant { name: "XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF", value: Int(16) },
    Constant { name: "XML_ERROR_MISPLACED_XML_PI", value: Int(17) },
    Constant { name: "XML_ERROR_UNKNOWN_ENCODING", value: Int(18) },
    Constant { name: "XML_ERROR_INCORRECT_ENCODING", value: Int(19) },
    Constant { name: "XML_ERROR_UNCLOSED_CDATA_SECTION", value: Int(20) },
    Constant { name: "XML_ERROR_EXTERNAL_ENTITY_HANDLING", value: Int(21) },
    Constant { name: "XML_OPTION_CASE_FOLDING", value: Int(1) },
    Constant { name: "XML_OPTION_TARGET_ENCODING", value: Int(2) },
    Constant { name: "XML_OPTION_SKIP_TAGSTART", value: Int(3) },
    Constant { name: "XML_OPTION_SKIP_WHITE", value: Int(4) },
    Constant { name: "XML_OPTION_PARSE_HUGE", value: Int(5) },
    Constant { name: "XML_SAX_IMPL", value: Bytes(b"libxml") },
];
