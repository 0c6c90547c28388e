//! Validity of documents.

use std::ffi::c_void;
use std::ptr;

use crate::api::ffi;
use crate::node::Node;
use crate::parse::Source;
use crate::text::{Text, length};

/// The answer of a validator: valid, not valid, or why it did not start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is valid.
    Valid,
    /// It is not.
    Invalid,
    /// What it is held against makes no sense.
    BadSchema,
    /// The library failed.
    Failed,
}

impl Node {
    /// Whether a document is as its document type says.
    pub fn is_valid(self) -> bool {
        let context = ffi!(xmlNewValidCtxt());
        if context.is_null() {
            return false;
        }
        let result = ffi!(xmlValidateDocument(context, self.doc_ptr()));
        ffi!(xmlFreeValidCtxt(context));
        result == 1
    }

    /// Holds a document against a schema.
    pub fn check_schema(self, schema: Source<'_>, adds_defaults: bool) -> Verdict {
        let schema = parse_schema(schema);
        if schema.is_null() {
            return Verdict::BadSchema;
        }
        let context = ffi!(xmlSchemaNewValidCtxt(schema));
        let verdict = verdict(context, || {
            if adds_defaults {
                ffi!(xmlSchemaSetValidOptions(context, 1));
            }
            ffi!(xmlSchemaValidateDoc(context, self.doc_ptr()))
        });
        ffi!(xmlSchemaFree(schema));
        ffi!(xmlSchemaFreeValidCtxt(context));
        verdict
    }

    /// Holds a document against a schema of RELAX NG.
    pub fn check_relax(self, schema: Source<'_>) -> Verdict {
        let schema = parse_relax(schema);
        if schema.is_null() {
            return Verdict::BadSchema;
        }
        let context = ffi!(xmlRelaxNGNewValidCtxt(schema));
        let verdict = verdict(context, || ffi!(xmlRelaxNGValidateDoc(context, self.doc_ptr())));
        ffi!(xmlRelaxNGFree(schema));
        ffi!(xmlRelaxNGFreeValidCtxt(context));
        verdict
    }
}

/// What a validator says, if there is one.
fn verdict(context: *mut c_void, validate: impl FnOnce() -> i32) -> Verdict {
    if context.is_null() {
        return Verdict::Failed;
    }
    if validate() == 0 { Verdict::Valid } else { Verdict::Invalid }
}

macro_rules! schemas {
    ($($(#[$doc:meta])* $name:ident = $memory:ident, $file:ident, $parse:ident, $free:ident;)+) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name(schema: Source<'_>) -> *mut c_void {
                let parser = match schema {
                    Source::Memory(text) => ffi!($memory(text.as_ptr().cast(), length(text))),
                    Source::File(name) => {
                        let name = Text::new(name);
                        ffi!($file(name.chars()))
                    }
                };
                if parser.is_null() {
                    return ptr::null_mut();
                }
                let schema = ffi!($parse(parser));
                ffi!($free(parser));
                schema
            }
        )+
    };
}

schemas! {
    /// A schema that was read; null when it makes no sense.
    parse_schema = xmlSchemaNewMemParserCtxt, xmlSchemaNewParserCtxt, xmlSchemaParse,
        xmlSchemaFreeParserCtxt;
    /// A schema of RELAX NG that was read; null when it makes no sense.
    parse_relax = xmlRelaxNGNewMemParserCtxt, xmlRelaxNGNewParserCtxt, xmlRelaxNGParse,
        xmlRelaxNGFreeParserCtxt;
}
