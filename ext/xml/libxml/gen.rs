// @generated from libxml.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, BOOL, CALLABLE, NULL};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::value::Value;

runtime::natives! {
    fn libxml_set_streams_context(context: &Value ["", ANY]) -> () ["void"], MayRaise;
    fn libxml_use_internal_errors(use_errors: Option<bool> ["?bool", BOOL | NULL, Null]) -> bool ["bool"], MayRaise;
    fn libxml_get_last_error() -> Value ["LibXMLError|false"], MayRaise;
    fn libxml_get_errors() -> Array ["array"], MayRaise;
    fn libxml_clear_errors() -> () ["void"], MayRaise;
    fn libxml_disable_entity_loader(disable: bool ["bool", BOOL, Bool(true)]) -> bool ["bool"], MayRaise @ "8.0" "as external entity loading is disabled by default";
    fn libxml_set_external_entity_loader(resolver_function: &Value ["?callable", CALLABLE | NULL]) -> bool ["bool"], MayRaise;
    fn libxml_get_external_entity_loader() -> Value ["?callable"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "LIBXML_VERSION", value: Int(20914) },
    Constant { name: "LIBXML_DOTTED_VERSION", value: Bytes(b"2.9.14") },
    Constant { name: "LIBXML_LOADED_VERSION", value: Bytes(b"20914") },
    Constant { name: "LIBXML_RECOVER", value: Int(1) },
    Constant { name: "LIBXML_NOENT", value: Int(2) },
    Constant { name: "LIBXML_DTDLOAD", value: Int(4) },
    Constant { name: "LIBXML_DTDATTR", value: Int(8) },
    Constant { name: "LIBXML_DTDVALID", value: Int(16) },
    Constant { name: "LIBXML_NOERROR", value: Int(32) },
    Constant { name: "LIBXML_NOWARNING", value: Int(64) },
    Constant { name: "LIBXML_NOBLANKS", value: Int(256) },
    Constant { name: "LIBXML_XINCLUDE", value: Int(1024) },
    Constant { name: "LIBXML_NSCLEAN", value: Int(8192) },
    Constant { name: "LIBXML_NOCDATA", value: Int(16384) },
    Constant { name: "LIBXML_NONET", value: Int(2048) },
    Constant { name: "LIBXML_PEDANTIC", value: Int(128) },
    Constant { name: "LIBXML_COMPACT", value: Int(65536) },
    Constant { name: "LIBXML_NOXMLDECL", value: Int(2) },
    Constant { name: "LIBXML_PARSEHUGE", value: Int(524288) },
    Constant { name: "LIBXML_BIGLINES", value: Int(4194304) },
    Constant { name: "LIBXML_NOEMPTYTAG", value: Int(4) },
    Constant { name: "LIBXML_SCHEMA_CREATE", value: Int(1) },
    Constant { name: "LIBXML_HTML_NOIMPLIED", value: Int(8192) },
    Constant { name: "LIBXML_HTML_NODEFDTD", value: Int(4) },
    Constant { name: "LIBXML_ERR_NONE", value: Int(0) },
    Constant { name: "LIBXML_ERR_WARNING", value: Int(1) },
    Constant { name: "LIBXML_ERR_ERROR", value: Int(2) },
    Constant { name: "LIBXML_ERR_FATAL", value: Int(3) },
];
