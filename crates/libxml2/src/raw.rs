//! tidy: table
//! The structs of libxml2 2.9 to 2.13 whose fields are read, as its headers declare them.
//!
//! # Invariants
//! - R1: the fields stand where `libxml2.so.2` has them; that soname is the promise.

use std::ffi::{c_char, c_int, c_long, c_ulong, c_ushort, c_void};

#[repr(C)]
pub struct XmlNode {
    pub private: *mut c_void,
    pub kind: c_int,
    pub name: *const u8,
    pub children: *mut XmlNode,
    pub last: *mut XmlNode,
    pub parent: *mut XmlNode,
    pub next: *mut XmlNode,
    pub prev: *mut XmlNode,
    pub doc: *mut XmlDoc,
    pub ns: *mut XmlNs,
    pub content: *mut u8,
    pub properties: *mut XmlNode,
    pub ns_def: *mut XmlNs,
    pub psvi: *mut c_void,
    pub line: c_ushort,
    pub extra: c_ushort,
}

#[repr(C)]
pub struct XmlAttr {
    pub private: *mut c_void,
    pub kind: c_int,
    pub name: *const u8,
    pub children: *mut XmlNode,
    pub last: *mut XmlNode,
    pub parent: *mut XmlNode,
    pub next: *mut XmlNode,
    pub prev: *mut XmlNode,
    pub doc: *mut XmlDoc,
    pub ns: *mut XmlNs,
    pub atype: c_int,
    pub psvi: *mut c_void,
}

#[repr(C)]
pub struct XmlNs {
    pub next: *mut XmlNs,
    pub kind: c_int,
    pub href: *const u8,
    pub prefix: *const u8,
    pub private: *mut c_void,
    pub context: *mut XmlDoc,
}

#[repr(C)]
pub struct XmlDoc {
    pub private: *mut c_void,
    pub kind: c_int,
    pub name: *mut c_char,
    pub children: *mut XmlNode,
    pub last: *mut XmlNode,
    pub parent: *mut XmlNode,
    pub next: *mut XmlNode,
    pub prev: *mut XmlNode,
    pub doc: *mut XmlDoc,
    pub compression: c_int,
    pub standalone: c_int,
    pub int_subset: *mut XmlDtd,
    pub ext_subset: *mut XmlDtd,
    pub old_ns: *mut XmlNs,
    pub version: *const u8,
    pub encoding: *const u8,
    pub ids: *mut c_void,
    pub refs: *mut c_void,
    pub url: *const u8,
    pub charset: c_int,
    pub dict: *mut c_void,
    pub psvi: *mut c_void,
    pub parse_flags: c_int,
    pub properties: c_int,
}

#[repr(C)]
pub struct XmlDtd {
    pub private: *mut c_void,
    pub kind: c_int,
    pub name: *const u8,
    pub children: *mut XmlNode,
    pub last: *mut XmlNode,
    pub parent: *mut XmlDoc,
    pub next: *mut XmlNode,
    pub prev: *mut XmlNode,
    pub doc: *mut XmlDoc,
    pub notations: *mut c_void,
    pub elements: *mut c_void,
    pub attributes: *mut c_void,
    pub entities: *mut c_void,
    pub external_id: *const u8,
    pub system_id: *const u8,
    pub pentities: *mut c_void,
}

#[repr(C)]
pub struct XmlEntity {
    pub private: *mut c_void,
    pub kind: c_int,
    pub name: *const u8,
    pub children: *mut XmlNode,
    pub last: *mut XmlNode,
    pub parent: *mut XmlDtd,
    pub next: *mut XmlNode,
    pub prev: *mut XmlNode,
    pub doc: *mut XmlDoc,
    pub orig: *mut u8,
    pub content: *mut u8,
    pub length: c_int,
    pub etype: c_int,
    pub external_id: *const u8,
    pub system_id: *const u8,
}

#[repr(C)]
pub struct XmlNotation {
    pub name: *const u8,
    pub public_id: *const u8,
    pub system_id: *const u8,
}

#[repr(C)]
pub struct XmlError {
    pub domain: c_int,
    pub code: c_int,
    pub message: *mut c_char,
    pub level: c_int,
    pub file: *mut c_char,
    pub line: c_int,
    pub str1: *mut c_char,
    pub str2: *mut c_char,
    pub str3: *mut c_char,
    pub int1: c_int,
    pub int2: c_int,
    pub ctxt: *mut c_void,
    pub node: *mut c_void,
}

#[repr(C)]
pub struct XmlParserInput {
    pub buf: *mut c_void,
    pub filename: *const c_char,
    pub directory: *const c_char,
    pub base: *const u8,
    pub cur: *const u8,
    pub end: *const u8,
    pub length: c_int,
    pub line: c_int,
    pub col: c_int,
    pub consumed: c_ulong,
}

#[repr(C)]
pub struct NodeInfoSeq {
    pub maximum: c_ulong,
    pub length: c_ulong,
    pub buffer: *mut c_void,
}

#[repr(C)]
pub struct ValidCtxt {
    pub user_data: *mut c_void,
    pub error: *mut c_void,
    pub warning: *mut c_void,
    pub node: *mut XmlNode,
    pub node_nr: c_int,
    pub node_max: c_int,
    pub node_tab: *mut c_void,
    pub finish_dtd: u32,
    pub doc: *mut XmlDoc,
    pub valid: c_int,
    pub vstate: *mut c_void,
    pub vstate_nr: c_int,
    pub vstate_max: c_int,
    pub vstate_tab: *mut c_void,
    pub am: *mut c_void,
    pub state: *mut c_void,
}

/// Up to the last field that is read.
#[repr(C)]
pub struct XmlParserCtxt {
    pub sax: *mut SaxHandler,
    pub user_data: *mut c_void,
    pub my_doc: *mut XmlDoc,
    pub well_formed: c_int,
    pub replace_entities: c_int,
    pub version: *const u8,
    pub encoding: *const u8,
    pub standalone: c_int,
    pub html: c_int,
    pub input: *mut XmlParserInput,
    pub input_nr: c_int,
    pub input_max: c_int,
    pub input_tab: *mut *mut XmlParserInput,
    pub node: *mut XmlNode,
    pub node_nr: c_int,
    pub node_max: c_int,
    pub node_tab: *mut *mut XmlNode,
    pub record_info: c_int,
    pub node_seq: NodeInfoSeq,
    pub err_no: c_int,
    pub has_external_subset: c_int,
    pub has_perefs: c_int,
    pub external: c_int,
    pub valid: c_int,
    pub validate: c_int,
    pub vctxt: ValidCtxt,
    pub instate: c_int,
    pub token: c_int,
    pub directory: *mut c_char,
    pub name: *const u8,
    pub name_nr: c_int,
    pub name_max: c_int,
    pub name_tab: *mut *const u8,
    pub nb_chars: c_long,
    pub check_index: c_long,
    pub keep_blanks: c_int,
    pub disable_sax: c_int,
    pub in_subset: c_int,
    pub int_sub_name: *const u8,
    pub ext_sub_uri: *mut u8,
    pub ext_sub_system: *mut u8,
    pub space: *mut c_int,
    pub space_nr: c_int,
    pub space_max: c_int,
    pub space_tab: *mut c_int,
    pub depth: c_int,
    pub entity: *mut XmlParserInput,
    pub charset: c_int,
    pub nodelen: c_int,
    pub nodemem: c_int,
    pub pedantic: c_int,
    pub private: *mut c_void,
    pub loadsubset: c_int,
    pub linenumbers: c_int,
    pub catalogs: *mut c_void,
    pub recovery: c_int,
    pub progressive: c_int,
    pub dict: *mut c_void,
    pub atts: *mut *const u8,
    pub max_atts: c_int,
    pub dict_of_names: c_int,
    pub str_xml: *const u8,
    pub str_xmlns: *const u8,
    pub str_xml_ns: *const u8,
    pub sax2: c_int,
    pub ns_nr: c_int,
    pub ns_max: c_int,
    pub ns_tab: *mut *const u8,
    pub att_allocs: *mut c_int,
    pub push_tab: *mut c_void,
    pub atts_default: *mut c_void,
    pub atts_special: *mut c_void,
    pub ns_well_formed: c_int,
}

/// A callback that is none of ours, or one whose type the place that sets it knows.
pub type Callback = *mut c_void;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct SaxHandler {
    pub internal_subset: Callback,
    pub is_standalone: Callback,
    pub has_internal_subset: Callback,
    pub has_external_subset: Callback,
    pub resolve_entity: Callback,
    pub get_entity: Callback,
    pub entity_decl: Callback,
    pub notation_decl: Callback,
    pub attribute_decl: Callback,
    pub element_decl: Callback,
    pub unparsed_entity_decl: Callback,
    pub set_document_locator: Callback,
    pub start_document: Callback,
    pub end_document: Callback,
    pub start_element: Callback,
    pub end_element: Callback,
    pub reference: Callback,
    pub characters: Callback,
    pub ignorable_whitespace: Callback,
    pub processing_instruction: Callback,
    pub comment: Callback,
    pub warning: Callback,
    pub error: Callback,
    pub fatal_error: Callback,
    pub get_parameter_entity: Callback,
    pub cdata_block: Callback,
    pub external_subset: Callback,
    pub initialized: u32,
    pub private: *mut c_void,
    pub start_element_ns: Callback,
    pub end_element_ns: Callback,
    pub serror: Callback,
}

#[repr(C)]
pub struct XmlBuffer {
    pub content: *mut u8,
    pub used: u32,
    pub size: u32,
}

#[repr(C)]
pub struct OutputBuffer {
    pub context: *mut c_void,
    pub write: Callback,
    pub close: Callback,
    pub encoder: *mut c_void,
    pub buffer: *mut c_void,
    pub conv: *mut c_void,
    pub written: c_int,
    pub error: c_int,
}

#[repr(C)]
pub struct XmlNodeSet {
    pub count: c_int,
    pub max: c_int,
    pub nodes: *mut *mut XmlNode,
}

#[repr(C)]
pub struct XPathObject {
    pub kind: c_int,
    pub nodes: *mut XmlNodeSet,
    pub boolean: c_int,
    pub number: f64,
    pub text: *mut u8,
}

/// Up to the last field that is read.
#[repr(C)]
pub struct XPathContext {
    pub doc: *mut XmlDoc,
    pub node: *mut XmlNode,
    pub nb_variables: c_int,
    pub max_variables: c_int,
    pub var_hash: *mut c_void,
    pub nb_types: c_int,
    pub max_types: c_int,
    pub types: *mut c_void,
    pub nb_funcs: c_int,
    pub max_funcs: c_int,
    pub func_hash: *mut c_void,
    pub nb_axis: c_int,
    pub max_axis: c_int,
    pub axis: *mut c_void,
    pub namespaces: *mut *mut XmlNs,
    pub ns_nr: c_int,
    pub user: *mut c_void,
    pub context_size: c_int,
    pub proximity: c_int,
    pub xptr: c_int,
    pub here: *mut XmlNode,
    pub origin: *mut XmlNode,
    pub ns_hash: *mut c_void,
    pub var_lookup: Callback,
    pub var_data: *mut c_void,
    pub extra: *mut c_void,
    pub function: *const u8,
    pub function_uri: *const u8,
}

/// Up to the last field that is read.
#[repr(C)]
pub struct XPathParserContext {
    pub cur: *const u8,
    pub base: *const u8,
    pub error: c_int,
    pub context: *mut XPathContext,
    pub value: *mut XPathObject,
}
