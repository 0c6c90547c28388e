// @generated from dom.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{ANY, STRING, OBJECT};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn dom_get_(of: &Value ["object", OBJECT], name: &Str ["string", STRING]) -> Value ["mixed"], Reenters;
    fn dom_set_(of: &Value ["object", OBJECT], name: &Str ["string", STRING], value: &Value ["mixed", ANY]) -> () ["void"], Reenters;
    fn dom_list_(of: &Value ["object", OBJECT], what: &Str ["string", STRING], about: &Value ["mixed", ANY]) -> Value ["mixed"], Reenters;
    fn dom_shown_(of: &Value ["object", OBJECT], names: &Str ["string", STRING]) -> Array ["array"], Reenters;
    fn dom_import_simplexml(node: &Value ["object", OBJECT]) -> Value ["DOMAttr|DOMElement"], Reenters;
    fn dom_import_modern_(node: &Value ["object", OBJECT]) -> Value ["mixed"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "XML_ELEMENT_NODE", value: Int(1) },
    Constant { name: "XML_ATTRIBUTE_NODE", value: Int(2) },
    Constant { name: "XML_TEXT_NODE", value: Int(3) },
    Constant { name: "XML_CDATA_SECTION_NODE", value: Int(4) },
    Constant { name: "XML_ENTITY_REF_NODE", value: Int(5) },
    Constant { name: "XML_ENTITY_NODE", value: Int(6) },
    Constant { name: "XML_PI_NODE", value: Int(7) },
    Constant { name: "XML_COMMENT_NODE", value: Int(8) },
    Constant { name: "XML_DOCUMENT_NODE", value: Int(9) },
    Constant { name: "XML_DOCUMENT_TYPE_NODE", value: Int(10) },
    Constant { name: "XML_DOCUMENT_FRAG_NODE", value: Int(11) },
    Constant { name: "XML_NOTATION_NODE", value: Int(12) },
    Constant { name: "XML_HTML_DOCUMENT_NODE", value: Int(13) },
    Constant { name: "XML_DTD_NODE", value: Int(14) },
    Constant { name: "XML_ELEMENT_DECL_NODE", value: Int(15) },
    Constant { name: "XML_ATTRIBUTE_DECL_NODE", value: Int(16) },
    Constant { name: "XML_ENTITY_DECL_NODE", value: Int(17) },
    Constant { name: "XML_NAMESPACE_DECL_NODE", value: Int(18) },
    Constant { name: "XML_LOCAL_NAMESPACE", value: Int(18) },
    Constant { name: "XML_ATTRIBUTE_CDATA", value: Int(1) },
    Constant { name: "XML_ATTRIBUTE_ID", value: Int(2) },
    Constant { name: "XML_ATTRIBUTE_IDREF", value: Int(3) },
    Constant { name: "XML_ATTRIBUTE_IDREFS", value: Int(4) },
    Constant { name: "XML_ATTRIBUTE_ENTITY", value: Int(6) },
    Constant { name: "XML_ATTRIBUTE_NMTOKEN", value: Int(7) },
    Constant { name: "XML_ATTRIBUTE_NMTOKENS", value: Int(8) },
    Constant { name: "XML_ATTRIBUTE_ENUMERATION", value: Int(9) },
    Constant { name: "XML_ATTRIBUTE_NOTATION", value: Int(10) },
    Constant { name: "DOM_PHP_ERR", value: Int(0) },
    Constant { name: "DOM_INDEX_SIZE_ERR", value: Int(1) },
    Constant { name: "DOMSTRING_SIZE_ERR", value: Int(2) },
    Constant { name: "DOM_HIERARCHY_REQUEST_ERR", value: Int(3) },
    Constant { name: "DOM_WRONG_DOCUMENT_ERR", value: Int(4) },
    Constant { name: "DOM_INVALID_CHARACTER_ERR", value: Int(5) },
    Constant { name: "DOM_NO_DATA_ALLOWED_ERR", value: Int(6) },
    Constant { name: "DOM_NO_MODIFICATION_ALLOWED_ERR", value: Int(7) },
    Constant { name: "DOM_NOT_FOUND_ERR", value: Int(8) },
    Constant { name: "DOM_NOT_SUPPORTED_ERR", value: Int(9) },
    Constant { name: "DOM_INUSE_ATTRIBUTE_ERR", value: Int(10) },
    Constant { name: "DOM_INVALID_STATE_ERR", value: Int(11) },
    Constant { name: "DOM_SYNTAX_ERR", value: Int(12) },
    Constant { name: "DOM_INVALID_MODIFICATION_ERR", value: Int(13) },
    Constant { name: "DOM_NAMESPACE_ERR", value: Int(14) },
    Constant { name: "DOM_INVALID_ACCESS_ERR", value: Int(15) },
    Constant { name: "DOM_VALIDATION_ERR", value: Int(16) },
];
