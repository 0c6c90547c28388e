//! Reading XML node by node.

use std::ffi::{c_int, c_void};
use std::ptr;

use crate::api::ffi;
use crate::node::Node;
use crate::parse::Source;
use crate::text::{Maybe, Text, copied, length, taken};
use crate::valid;

/// A reader of a text.
pub struct Reader {
    reader: *mut c_void,
    /// What it is read against; freed behind the reader.
    schemas: Vec<Schema>,
    /// The text, which the library reads where it is.
    _text: Vec<u8>,
}

enum Schema {
    Xsd(*mut c_void),
    Relax(*mut c_void),
}

impl Drop for Reader {
    fn drop(&mut self) {
        // The document that the reader built goes with it, unless it was taken.
        let doc = ffi!(xmlTextReaderCurrentDoc(self.reader));
        ffi!(xmlFreeTextReader(self.reader));
        if !doc.is_null() {
            ffi!(xmlFreeDoc(doc));
        }
        for schema in &self.schemas {
            match schema {
                Schema::Xsd(schema) => ffi!(xmlSchemaFree(*schema)),
                Schema::Relax(schema) => ffi!(xmlRelaxNGFree(*schema)),
            }
        }
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self) -> i32 {
            ffi!($function(self.reader))
        }
    )+};
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self) -> Option<Vec<u8>> {
            copied(ffi!($function(self.reader)))
        }
    )+};
}

macro_rules! made {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&self) -> Option<Vec<u8>> {
            taken(ffi!($function(self.reader)))
        }
    )+};
}

impl Reader {
    /// A reader of a text that is relative to `url`.
    pub fn new(
        text: &[u8],
        url: Option<&[u8]>,
        encoding: Option<&[u8]>,
        options: i32,
    ) -> Option<Self> {
        let text = text.to_vec();
        let (url, encoding) = (Maybe::new(url), Maybe::new(encoding));
        let (start, size) = (text.as_ptr().cast(), length(&text));
        let reader = ffi!(xmlReaderForMemory(start, size, url.chars(), encoding.chars(), options));
        (!reader.is_null()).then(|| Self { reader, schemas: Vec::new(), _text: text })
    }

    numbers! {
        /// Goes to the next node: 1, or 0 at the end, or below after an error.
        read = xmlTextReaderRead;
        /// Goes to the next node that is not inside this one.
        next = xmlTextReaderNext;
        /// How many attributes there are.
        attribute_count = xmlTextReaderAttributeCount;
        /// How deep it is.
        depth = xmlTextReaderDepth;
        /// Whether there are attributes.
        has_attributes = xmlTextReaderHasAttributes;
        /// Whether there is a value.
        has_value = xmlTextReaderHasValue;
        /// Whether an attribute comes from a document type.
        is_default = xmlTextReaderIsDefault;
        /// Whether an element has no end tag.
        is_empty_element = xmlTextReaderIsEmptyElement;
        /// Whether what was read is valid.
        is_valid = xmlTextReaderIsValid;
        /// The type of the node.
        node_type = xmlTextReaderNodeType;
        /// Goes to the element of an attribute.
        move_to_element = xmlTextReaderMoveToElement;
        /// Goes to the first attribute.
        move_to_first = xmlTextReaderMoveToFirstAttribute;
        /// Goes to the next attribute.
        move_to_next = xmlTextReaderMoveToNextAttribute;
    }

    texts! {
        /// What addresses are relative to.
        base_uri = xmlTextReaderConstBaseUri;
        /// The name without prefix.
        local_name = xmlTextReaderConstLocalName;
        /// The name.
        name = xmlTextReaderConstName;
        /// The namespace.
        namespace_uri = xmlTextReaderConstNamespaceUri;
        /// The prefix.
        prefix = xmlTextReaderConstPrefix;
        /// The value.
        value = xmlTextReaderConstValue;
        /// The language.
        xml_lang = xmlTextReaderConstXmlLang;
    }

    made! {
        /// What is inside, as text.
        inner_xml = xmlTextReaderReadInnerXml;
        /// The node, as text.
        outer_xml = xmlTextReaderReadOuterXml;
        /// The text inside.
        string = xmlTextReaderReadString;
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &[u8]) -> Option<Vec<u8>> {
        let name = Text::new(name);
        taken(ffi!(xmlTextReaderGetAttribute(self.reader, name.ptr())))
    }

    /// The value of the attribute at a position.
    pub fn attribute_at(&self, at: i32) -> Option<Vec<u8>> {
        taken(ffi!(xmlTextReaderGetAttributeNo(self.reader, at)))
    }

    /// The value of an attribute in a namespace.
    pub fn attribute_ns(&self, name: &[u8], uri: &[u8]) -> Option<Vec<u8>> {
        let (name, uri) = (Text::new(name), Text::new(uri));
        taken(ffi!(xmlTextReaderGetAttributeNs(self.reader, name.ptr(), uri.ptr())))
    }

    /// A setting of the parser.
    pub fn property(&self, property: i32) -> i32 {
        ffi!(xmlTextReaderGetParserProp(self.reader, property))
    }

    /// Changes a setting of the parser.
    pub fn set_property(&self, property: i32, value: bool) -> bool {
        ffi!(xmlTextReaderSetParserProp(self.reader, property, c_int::from(value))) != -1
    }

    /// What a prefix means.
    pub fn lookup(&self, prefix: Option<&[u8]>) -> Option<Vec<u8>> {
        let prefix = Maybe::new(prefix);
        taken(ffi!(xmlTextReaderLookupNamespace(self.reader, prefix.ptr())))
    }

    /// Goes to an attribute.
    pub fn move_to(&self, name: &[u8]) -> bool {
        let name = Text::new(name);
        ffi!(xmlTextReaderMoveToAttribute(self.reader, name.ptr())) == 1
    }

    /// Goes to the attribute at a position.
    pub fn move_to_at(&self, at: i32) -> bool {
        ffi!(xmlTextReaderMoveToAttributeNo(self.reader, at)) == 1
    }

    /// Goes to an attribute in a namespace.
    pub fn move_to_ns(&self, name: &[u8], uri: &[u8]) -> bool {
        let (name, uri) = (Text::new(name), Text::new(uri));
        ffi!(xmlTextReaderMoveToAttributeNs(self.reader, name.ptr(), uri.ptr())) == 1
    }

    /// The node with all that is inside it; it is the reader's.
    pub fn expand(&self) -> Option<Node> {
        Node::of(ffi!(xmlTextReaderExpand(self.reader)))
    }

    /// Has what is read held against a schema; or against none any more.
    pub fn set_schema(&mut self, name: Option<&[u8]>) -> bool {
        let Some(name) = name else {
            return ffi!(xmlTextReaderSetSchema(self.reader, ptr::null_mut())) == 0;
        };
        let schema = valid::parse_schema(Source::File(name));
        if schema.is_null() {
            return false;
        }
        self.schemas.push(Schema::Xsd(schema));
        ffi!(xmlTextReaderSetSchema(self.reader, schema)) == 0
    }

    /// The same with a schema of RELAX NG.
    pub fn set_relax(&mut self, source: Option<Source<'_>>) -> bool {
        let Some(source) = source else {
            return ffi!(xmlTextReaderRelaxNGSetSchema(self.reader, ptr::null_mut())) == 0;
        };
        let schema = valid::parse_relax(source);
        if schema.is_null() {
            return false;
        }
        self.schemas.push(Schema::Relax(schema));
        ffi!(xmlTextReaderRelaxNGSetSchema(self.reader, schema)) == 0
    }
}
