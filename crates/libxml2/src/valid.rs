//! Validity of documents.

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
        let parser = match schema {
            Source::Memory(text) => {
                ffi!(xmlSchemaNewMemParserCtxt(text.as_ptr().cast(), length(text)))
            }
            Source::File(name) => {
                let name = Text::new(name);
                ffi!(xmlSchemaNewParserCtxt(name.chars()))
            }
        };
        if parser.is_null() {
            return Verdict::BadSchema;
        }
        let schema = ffi!(xmlSchemaParse(parser));
        ffi!(xmlSchemaFreeParserCtxt(parser));
        if schema.is_null() {
            return Verdict::BadSchema;
        }
        let context = ffi!(xmlSchemaNewValidCtxt(schema));
        if context.is_null() {
            ffi!(xmlSchemaFree(schema));
            return Verdict::Failed;
        }
        if adds_defaults {
            ffi!(xmlSchemaSetValidOptions(context, 1));
        }
        let result = ffi!(xmlSchemaValidateDoc(context, self.doc_ptr()));
        ffi!(xmlSchemaFree(schema));
        ffi!(xmlSchemaFreeValidCtxt(context));
        if result == 0 { Verdict::Valid } else { Verdict::Invalid }
    }

    /// Holds a document against a schema of RELAX NG.
    pub fn check_relax(self, schema: Source<'_>) -> Verdict {
        let parser = match schema {
            Source::Memory(text) => {
                ffi!(xmlRelaxNGNewMemParserCtxt(text.as_ptr().cast(), length(text)))
            }
            Source::File(name) => {
                let name = Text::new(name);
                ffi!(xmlRelaxNGNewParserCtxt(name.chars()))
            }
        };
        if parser.is_null() {
            return Verdict::BadSchema;
        }
        let schema = ffi!(xmlRelaxNGParse(parser));
        ffi!(xmlRelaxNGFreeParserCtxt(parser));
        if schema.is_null() {
            return Verdict::BadSchema;
        }
        let context = ffi!(xmlRelaxNGNewValidCtxt(schema));
        if context.is_null() {
            ffi!(xmlRelaxNGFree(schema));
            return Verdict::Failed;
        }
        let result = ffi!(xmlRelaxNGValidateDoc(context, self.doc_ptr()));
        ffi!(xmlRelaxNGFree(schema));
        ffi!(xmlRelaxNGFreeValidCtxt(context));
        if result == 0 { Verdict::Valid } else { Verdict::Invalid }
    }
}

/// A schema that was read, for readers.
pub(crate) fn parse_schema(schema: &[u8]) -> *mut std::ffi::c_void {
    let name = Text::new(schema);
    let parser = ffi!(xmlSchemaNewParserCtxt(name.chars()));
    if parser.is_null() {
        return ptr::null_mut();
    }
    let schema = ffi!(xmlSchemaParse(parser));
    ffi!(xmlSchemaFreeParserCtxt(parser));
    schema
}

/// A schema of RELAX NG that was read, for readers.
pub(crate) fn parse_relax(schema: Source<'_>) -> *mut std::ffi::c_void {
    let parser = match schema {
        Source::Memory(text) => {
            ffi!(xmlRelaxNGNewMemParserCtxt(text.as_ptr().cast(), length(text)))
        }
        Source::File(name) => {
            let name = Text::new(name);
            ffi!(xmlRelaxNGNewParserCtxt(name.chars()))
        }
    };
    if parser.is_null() {
        return ptr::null_mut();
    }
    let schema = ffi!(xmlRelaxNGParse(parser));
    ffi!(xmlRelaxNGFreeParserCtxt(parser));
    schema
}
