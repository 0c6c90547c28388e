//! Writing XML piece by piece.

use std::ffi::{c_int, c_void};

use crate::api::ffi;
use crate::save::Buffer;
use crate::text::{Maybe, Text};

/// A writer into a buffer.
pub struct Writer {
    writer: *mut c_void,
    buffer: Buffer,
}

impl Drop for Writer {
    fn drop(&mut self) {
        ffi!(xmlFreeTextWriter(self.writer));
    }
}

macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self) -> bool {
            ffi!($function(self.writer)) != -1
        }
    )+};
}

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self, text: &[u8]) -> bool {
            let text = Text::new(text);
            ffi!($function(self.writer, text.ptr())) != -1
        }
    )+};
}

macro_rules! paired {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self, first: &[u8], second: Option<&[u8]>) -> bool {
            let (first, second) = (Text::new(first), Maybe::new(second));
            ffi!($function(self.writer, first.ptr(), second.ptr())) != -1
        }
    )+};
}

/// A name with prefix and namespace.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The prefix.
    pub prefix: Option<&'a [u8]>,
    /// The name.
    pub name: &'a [u8],
    /// The namespace.
    pub uri: Option<&'a [u8]>,
}

impl Writer {
    /// A writer into memory.
    pub fn new() -> Option<Self> {
        let buffer = Buffer::new()?;
        let writer = ffi!(xmlNewTextWriterMemory(buffer.0, 0));
        (!writer.is_null()).then_some(Self { writer, buffer })
    }

    /// Writes what is held back into the buffer. How many bytes, or below 0.
    pub fn flush(&self) -> i32 {
        ffi!(xmlTextWriterFlush(self.writer))
    }

    /// A copy of what was written and flushed.
    pub fn bytes(&self) -> Vec<u8> {
        self.buffer.bytes()
    }

    /// Throws away what was written and flushed.
    pub fn clear(&self) {
        self.buffer.clear();
    }

    plain! {
        /// Ends the document.
        end_document = xmlTextWriterEndDocument;
        /// Ends an element.
        end_element = xmlTextWriterEndElement;
        /// Ends an element with an end tag.
        full_end_element = xmlTextWriterFullEndElement;
        /// Ends an attribute.
        end_attribute = xmlTextWriterEndAttribute;
        /// Ends a processing instruction.
        end_pi = xmlTextWriterEndPI;
        /// Begins a CDATA section.
        start_cdata = xmlTextWriterStartCDATA;
        /// Ends it.
        end_cdata = xmlTextWriterEndCDATA;
        /// Begins a comment.
        start_comment = xmlTextWriterStartComment;
        /// Ends it.
        end_comment = xmlTextWriterEndComment;
        /// Ends a document type.
        end_dtd = xmlTextWriterEndDTD;
        /// Ends a declaration of an element.
        end_dtd_element = xmlTextWriterEndDTDElement;
        /// Ends a declaration of attributes.
        end_dtd_attlist = xmlTextWriterEndDTDAttlist;
        /// Ends a declaration of an entity.
        end_dtd_entity = xmlTextWriterEndDTDEntity;
    }

    named! {
        /// Says what a step of indentation is.
        indent_string = xmlTextWriterSetIndentString;
        /// Begins an element.
        start_element = xmlTextWriterStartElement;
        /// Begins an attribute.
        start_attribute = xmlTextWriterStartAttribute;
        /// Begins a processing instruction.
        start_pi = xmlTextWriterStartPI;
        /// Writes a CDATA section.
        write_cdata = xmlTextWriterWriteCDATA;
        /// Writes text.
        write_text = xmlTextWriterWriteString;
        /// Writes as it is.
        write_raw = xmlTextWriterWriteRaw;
        /// Writes a comment.
        write_comment = xmlTextWriterWriteComment;
        /// Begins a declaration of an element.
        start_dtd_element = xmlTextWriterStartDTDElement;
        /// Begins a declaration of attributes.
        start_dtd_attlist = xmlTextWriterStartDTDAttlist;
    }

    paired! {
        /// Writes an attribute.
        write_attribute = xmlTextWriterWriteAttribute;
        /// Writes an element.
        write_element = xmlTextWriterWriteElement;
        /// Writes a processing instruction.
        write_pi = xmlTextWriterWritePI;
        /// Writes a declaration of an element.
        write_dtd_element = xmlTextWriterWriteDTDElement;
        /// Writes a declaration of attributes.
        write_dtd_attlist = xmlTextWriterWriteDTDAttlist;
    }

    /// Says whether it indents.
    pub fn set_indent(&self, indents: bool) -> bool {
        ffi!(xmlTextWriterSetIndent(self.writer, c_int::from(indents))) == 0
    }

    /// Begins the document.
    pub fn start_document(
        &self,
        version: Option<&[u8]>,
        encoding: Option<&[u8]>,
        standalone: Option<&[u8]>,
    ) -> bool {
        let (version, encoding) = (Maybe::new(version), Maybe::new(encoding));
        let standalone = Maybe::new(standalone);
        let (version, encoding) = (version.chars(), encoding.chars());
        ffi!(xmlTextWriterStartDocument(self.writer, version, encoding, standalone.chars())) != -1
    }

    /// Begins an element in a namespace.
    pub fn start_element_ns(&self, name: Name<'_>) -> bool {
        let (prefix, local, uri) = texts(name);
        let (prefix, local) = (prefix.ptr(), local.ptr());
        ffi!(xmlTextWriterStartElementNS(self.writer, prefix, local, uri.ptr())) != -1
    }

    /// Begins an attribute in a namespace.
    pub fn start_attribute_ns(&self, name: Name<'_>) -> bool {
        let (prefix, local, uri) = texts(name);
        let (prefix, local) = (prefix.ptr(), local.ptr());
        ffi!(xmlTextWriterStartAttributeNS(self.writer, prefix, local, uri.ptr())) != -1
    }

    /// Writes an attribute in a namespace.
    pub fn write_attribute_ns(&self, name: Name<'_>, text: &[u8]) -> bool {
        let (prefix, local, uri) = texts(name);
        let text = Text::new(text);
        let (prefix, local, uri) = (prefix.ptr(), local.ptr(), uri.ptr());
        ffi!(xmlTextWriterWriteAttributeNS(self.writer, prefix, local, uri, text.ptr())) != -1
    }

    /// Writes an element in a namespace.
    pub fn write_element_ns(&self, name: Name<'_>, text: &[u8]) -> bool {
        let (prefix, local, uri) = texts(name);
        let text = Text::new(text);
        let (prefix, local, uri) = (prefix.ptr(), local.ptr(), uri.ptr());
        ffi!(xmlTextWriterWriteElementNS(self.writer, prefix, local, uri, text.ptr())) != -1
    }

    /// Begins a document type.
    pub fn start_dtd(&self, name: &[u8], public: Option<&[u8]>, system: Option<&[u8]>) -> bool {
        let (name, public, system) = (Text::new(name), Maybe::new(public), Maybe::new(system));
        let (name, public) = (name.ptr(), public.ptr());
        ffi!(xmlTextWriterStartDTD(self.writer, name, public, system.ptr())) != -1
    }

    /// Writes a document type: name, public and system identifier, and what is inside.
    pub fn write_dtd(&self, name: &[u8], parts: [Option<&[u8]>; 3]) -> bool {
        let name = Text::new(name);
        let [public, system, subset] = parts.map(Maybe::new);
        let (name, public, system) = (name.ptr(), public.ptr(), system.ptr());
        ffi!(xmlTextWriterWriteDTD(self.writer, name, public, system, subset.ptr())) != -1
    }

    /// Begins a declaration of an entity.
    pub fn start_dtd_entity(&self, name: &[u8], is_parameter: bool) -> bool {
        let name = Text::new(name);
        ffi!(xmlTextWriterStartDTDEntity(self.writer, c_int::from(is_parameter), name.ptr())) != -1
    }

    /// Writes a declaration of an entity: public and system identifier, notation, text.
    pub fn write_dtd_entity(
        &self,
        name: &[u8],
        is_parameter: bool,
        parts: [Option<&[u8]>; 4],
    ) -> bool {
        let name = Text::new(name);
        let [public, system, notation, text] = parts.map(Maybe::new);
        let (kind, name) = (c_int::from(is_parameter), name.ptr());
        let (public, system, notation) = (public.ptr(), system.ptr(), notation.ptr());
        let text = text.ptr();
        ffi!(xmlTextWriterWriteDTDEntity(self.writer, kind, name, public, system, notation, text))
            != -1
    }
}

fn texts(name: Name<'_>) -> (Maybe, Text, Maybe) {
    (Maybe::new(name.prefix), Text::new(name.name), Maybe::new(name.uri))
}
