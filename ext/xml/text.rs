//! Texts through the readers and writers, without a request: what tests that break them ask for.
//!
//! # Not here
//! Objects of scripts, and who owns what is read: a tree that is read here is freed here.

use libxml2::Node;
use libxml2::host::{self, Asker, Host, Loaded, Report};
use libxml2::parse::{How, Source};

use crate::dom::{encoding, html, reader, selector, serialize, xml};

/// Names belong to their nodes, entities are replaced, nothing is told.
const OPTIONS: i32 = (1 << 12) | (1 << 1) | (1 << 5) | (1 << 6);

/// A host that hears nothing and gives nothing.
struct Deaf;

impl Host for Deaf {
    fn report(&mut self, _: Report) {}

    fn load(&mut self, _: Option<&[u8]>, _: Option<&[u8]>, _: &Asker) -> Loaded {
        Loaded::Silent
    }
}

/// A text of HTML, as HTML and as XML.
pub fn html(source: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (encoding, mark) = encoding::detected(source);
    let source = encoding::decoded(&source[mark..], encoding);
    let wish =
        reader::Wish { is_bare: source.len().is_multiple_of(2), is_plain: false, tells: true };
    host::enter(&mut Deaf, || {
        let read = reader::document(&source, wish)?;
        let whole = html::serialized(read.document, true);
        let style = serialize::Style { indents: true, ..serialize::Style::default() };
        let written = serialize::xml(read.document, style).unwrap_or_default();
        read.templates.into_iter().for_each(Node::free);
        read.document.free_doc();
        Some((encoding::encoded(whole, encoding.name().as_bytes()), written))
    })
}

/// A text of XML, as the new classes write it; nothing when it is not well-formed, or would not
/// read back.
pub fn xml(source: &[u8]) -> Option<Vec<u8>> {
    host::enter(&mut Deaf, || {
        let how = How { options: OPTIONS, ..How::default() };
        let parsed = libxml2::parse::xml(Source::Memory(source), how);
        let document = parsed.doc?;
        let root = document.root_element().filter(|_| parsed.is_clean);
        let written = root.and_then(|root| {
            xml::declarations_to_attributes(document);
            let style = serialize::Style { is_checked: true, ..serialize::Style::default() };
            serialize::xml(root, style)
        });
        document.free_doc();
        written
    })
}

/// How many elements of a text of HTML a selector chooses; nothing when it is none.
pub fn chosen(selector: &[u8], source: &[u8]) -> Option<usize> {
    let source = String::from_utf8_lossy(source);
    let wish = reader::Wish { is_bare: false, is_plain: false, tells: false };
    host::enter(&mut Deaf, || {
        let read = reader::document(&source, wish)?;
        let count = selector::count(selector, read.document);
        read.templates.into_iter().for_each(Node::free);
        read.document.free_doc();
        count
    })
}
