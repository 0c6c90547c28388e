//! Trees as texts, and facts of documents.

use std::ffi::c_int;
use std::ptr;

use crate::api::{self, ffi};
use crate::node::Node;
use crate::raw::{OutputBuffer, XmlBuffer};
use crate::text::{Maybe, Text, copied};

/// How a tree is written.
#[derive(Clone, Copy, Default, Debug)]
pub struct Format {
    /// With line ends and blanks that show what is inside what.
    pub indents: bool,
    /// Empty elements with an end tag.
    pub end_tags: bool,
    /// Without `<?xml …?>`.
    pub bare: bool,
}

/// How a tree is made canonical.
#[derive(Clone, Copy, Default, Debug)]
pub struct C14n {
    /// Exclusive canonical form.
    pub exclusive: bool,
    /// With comments.
    pub comments: bool,
}

/// A buffer of the library.
pub(crate) struct Buffer(pub *mut XmlBuffer);

impl Buffer {
    pub(crate) fn new() -> Option<Self> {
        let made = ffi!(xmlBufferCreate());
        (!made.is_null()).then_some(Self(made))
    }

    /// A copy of what is in it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        // SAFETY: the buffer lives as long as this.
        let Some(buffer) = (unsafe { self.0.as_ref() }) else { return Vec::new() };
        if buffer.content.is_null() {
            return Vec::new();
        }
        // SAFETY: so many bytes are in it.
        unsafe { std::slice::from_raw_parts(buffer.content, buffer.used as usize) }.to_vec()
    }

    /// Throws away what is in it.
    pub(crate) fn clear(&self) {
        ffi!(xmlBufferEmpty(self.0));
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        ffi!(xmlBufferFree(self.0));
    }
}

fn out_bytes(text: *mut u8, size: c_int) -> Option<Vec<u8>> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the library says how many bytes there are.
    let copy = unsafe { std::slice::from_raw_parts(text, size.max(0) as usize) }.to_vec();
    api::free(text.cast());
    Some(copy)
}

fn output_bytes(output: *mut OutputBuffer) -> Vec<u8> {
    let text = ffi!(xmlOutputBufferGetContent(output));
    let size = ffi!(xmlOutputBufferGetSize(output));
    if text.is_null() {
        return Vec::new();
    }
    // SAFETY: so many bytes are in it.
    unsafe { std::slice::from_raw_parts(text, size) }.to_vec()
}

const SAVE_FORMAT: c_int = 1;
const SAVE_NO_DECL: c_int = 2;
const SAVE_NO_EMPTY: c_int = 4;
const SAVE_AS_XML: c_int = 32;

impl Format {
    fn bits(self) -> c_int {
        let bit = |is_on: bool, bit: c_int| if is_on { bit } else { 0 };
        SAVE_AS_XML
            | bit(self.indents, SAVE_FORMAT)
            | bit(self.bare, SAVE_NO_DECL)
            | bit(self.end_tags, SAVE_NO_EMPTY)
    }
}

/// Whether the library has a converter for an encoding.
pub(crate) fn converter(encoding: &[u8]) -> *mut std::ffi::c_void {
    let encoding = Text::new(encoding);
    ffi!(xmlFindCharEncodingHandler(encoding.chars()))
}

impl Node {
    /// A document or node as text, in an encoding; nothing when the library fails.
    pub fn save(self, encoding: Option<&[u8]>, format: Format) -> Option<Vec<u8>> {
        let buffer = Buffer::new()?;
        let encoding = Maybe::new(encoding);
        let context = ffi!(xmlSaveToBuffer(buffer.0, encoding.chars(), format.bits()));
        if context.is_null() {
            return None;
        }
        let status = match self.is_document() {
            true => ffi!(xmlSaveDoc(context, self.doc_ptr())),
            false => ffi!(xmlSaveTree(context, self.ptr())),
        };
        ffi!(xmlSaveClose(context));
        (status >= 0).then(|| buffer.bytes())
    }

    /// A node as text the old way.
    pub fn dump(self, encoding: Option<&[u8]>, indents: bool) -> Option<Vec<u8>> {
        let output = ffi!(xmlAllocOutputBuffer(ptr::null_mut()));
        if output.is_null() {
            return None;
        }
        let encoding = Maybe::new(encoding);
        let doc = self.raw().doc;
        ffi!(xmlNodeDumpOutput(output, doc, self.ptr(), 0, i32::from(indents), encoding.chars()));
        ffi!(xmlOutputBufferFlush(output));
        let bytes = output_bytes(output);
        ffi!(xmlOutputBufferClose(output));
        Some(bytes)
    }

    /// A node as text in UTF-8.
    pub fn dump_as(self, format: Format) -> Option<Vec<u8>> {
        let setting = ffi!(__xmlSaveNoEmptyTags());
        // SAFETY: A1: a variable of this thread.
        let before = unsafe { setting.replace(c_int::from(format.end_tags)) };
        let bytes = self.dump(None, format.indents);
        // SAFETY: A1: the same variable.
        unsafe { setting.write(before) };
        bytes
    }

    /// A document as HTML.
    pub fn save_html(self, indents: bool) -> Option<Vec<u8>> {
        let (mut text, mut size) = (ptr::null_mut(), 0);
        ffi!(htmlDocDumpMemoryFormat(
            self.doc_ptr(),
            &raw mut text,
            &raw mut size,
            i32::from(indents)
        ));
        out_bytes(text, size)
    }

    /// Has a document of HTML name its encoding, unless it does.
    pub fn name_encoding(self) {
        if ffi!(htmlGetMetaEncoding(self.doc_ptr())).is_null() {
            let name = Text::new(b"UTF-8");
            ffi!(htmlSetMetaEncoding(self.doc_ptr(), name.ptr()));
        }
    }

    /// A node as HTML.
    pub fn dump_html(self, indents: bool) -> Option<Vec<u8>> {
        let buffer = Buffer::new()?;
        let output = ffi!(xmlOutputBufferCreateBuffer(buffer.0, ptr::null_mut()));
        if output.is_null() {
            return None;
        }
        let (doc, level) = (self.raw().doc, i32::from(indents));
        ffi!(htmlNodeDumpFormatOutput(output, doc, self.ptr(), ptr::null(), level));
        ffi!(xmlOutputBufferFlush(output));
        let bytes = buffer.bytes();
        ffi!(xmlOutputBufferClose(output));
        Some(bytes)
    }

    /// The canonical form of some nodes of a document, or of all.
    pub fn canonical(
        self,
        nodes: Option<&crate::xpath::Held>,
        prefixes: Option<&[Vec<u8>]>,
        how: C14n,
    ) -> Option<Vec<u8>> {
        let texts: Vec<Text> =
            prefixes.unwrap_or_default().iter().map(|text| Text::new(text)).collect();
        let mut list: Vec<*const u8> = texts.iter().map(Text::ptr).collect();
        list.push(ptr::null());
        let list = if prefixes.is_some() { list.as_mut_ptr() } else { ptr::null_mut() };
        let buffer = Buffer::new()?;
        let output = ffi!(xmlOutputBufferCreateBuffer(buffer.0, ptr::null_mut()));
        if output.is_null() {
            return None;
        }
        let all = extern_visible as *mut std::ffi::c_void;
        let (visible, data) = match nodes {
            Some(held) => (all, held.set_ptr()),
            None => (ptr::null_mut(), ptr::null_mut()),
        };
        let mode = c_int::from(how.exclusive);
        let comments = c_int::from(how.comments);
        let status =
            ffi!(xmlC14NExecute(self.doc_ptr(), visible, data, mode, list, comments, output));
        ffi!(xmlOutputBufferFlush(output));
        let bytes = buffer.bytes();
        ffi!(xmlOutputBufferClose(output));
        (status >= 0).then_some(bytes)
    }

    /// The text of a declaration of a document type.
    pub fn declaration_text(self) -> Option<Vec<u8>> {
        let buffer = Buffer::new()?;
        ffi!(xmlNodeDump(buffer.0, self.raw().doc, self.ptr(), 0, 0));
        Some(buffer.bytes())
    }

    /// A text with its special characters as entities.
    pub fn escaped(doc: Option<Self>, text: &[u8]) -> Option<Vec<u8>> {
        let text = Text::new(text);
        let doc = doc.map_or(ptr::null_mut(), Self::doc_ptr);
        crate::text::taken(ffi!(xmlEncodeEntitiesReentrant(doc, text.ptr())))
    }

    /// The encoding that a document says it has.
    pub fn encoding(self) -> Option<Vec<u8>> {
        copied(self.document()?.encoding)
    }

    /// Changes that; `None` when there is no such encoding.
    pub fn set_encoding(mut self, encoding: Option<&[u8]>) {
        let text = Maybe::new(encoding);
        let copy = ffi!(xmlStrdup(text.ptr()));
        let Some(doc) = self.document_mut() else { return };
        let old = std::mem::replace(&mut doc.encoding, copy);
        api::free(old.cast_mut().cast());
    }

    /// Whether there is an encoding with this name.
    pub fn is_encoding(encoding: &[u8]) -> bool {
        !converter(encoding).is_null()
    }

    /// The version of a document.
    pub fn version(self) -> Option<Vec<u8>> {
        copied(self.document()?.version)
    }

    /// Changes it.
    pub fn set_version(mut self, version: &[u8]) {
        let text = Text::new(version);
        let copy = ffi!(xmlStrdup(text.ptr()));
        let Some(doc) = self.document_mut() else { return };
        let old = std::mem::replace(&mut doc.version, copy);
        api::free(old.cast_mut().cast());
    }

    /// Where a document came from.
    pub fn url(self) -> Option<Vec<u8>> {
        copied(self.document()?.url)
    }

    /// Changes that.
    pub fn set_url(mut self, url: Option<&[u8]>) {
        let text = Maybe::new(url);
        let copy = ffi!(xmlStrdup(text.ptr()));
        let Some(doc) = self.document_mut() else { return };
        let old = std::mem::replace(&mut doc.url, copy);
        api::free(old.cast_mut().cast());
    }

    /// Whether a document says that it stands alone: 1 or 0, below when it does not say.
    pub fn standalone(self) -> i32 {
        self.document().map_or(-1, |doc| doc.standalone)
    }

    /// Changes that.
    pub fn set_standalone(mut self, standalone: i32) {
        if let Some(doc) = self.document_mut() {
            doc.standalone = standalone;
        }
    }
}

extern "C" fn extern_visible(
    set: *mut std::ffi::c_void,
    node: *mut crate::raw::XmlNode,
    parent: *mut crate::raw::XmlNode,
) -> c_int {
    crate::xpath::is_visible(set, node, parent)
}
