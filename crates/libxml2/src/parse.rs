//! Texts to trees.

use std::ptr;

use crate::api::{self, ffi};
use crate::node::Node;
use crate::raw::XmlParserCtxt;
use crate::text::{Text, copied, length};

/// What is parsed.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// A text.
    Memory(&'a [u8]),
    /// What the host loads for a name.
    File(&'a [u8]),
}

/// How.
#[derive(Clone, Copy, Default, Debug)]
pub struct How<'a> {
    /// Bits of the library.
    pub options: i32,
    /// Whether a tree is given that is not well-formed.
    pub recovers: bool,
    /// What a document from memory is relative to.
    pub directory: Option<&'a [u8]>,
    /// The encoding that is known beforehand.
    pub encoding: Option<&'a [u8]>,
    /// Whether lines of external parts are loaded: the value of the library's own setting.
    pub loads_subset: Option<i32>,
}

/// What came out.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The document.
    pub doc: Option<Node>,
    /// Whether there was something to parse.
    pub was_opened: bool,
    /// Whether it is valid.
    pub is_valid: bool,
    /// Whether it is well-formed, with its names.
    pub is_clean: bool,
}

fn fields<'a>(parser: *mut XmlParserCtxt) -> &'a mut XmlParserCtxt {
    // SAFETY: a parser that was just made, of which nobody else has a reference.
    unsafe { &mut *parser }
}

fn opened(source: Source<'_>, options: i32) -> *mut XmlParserCtxt {
    match source {
        Source::Memory(text) => {
            ffi!(xmlCreateMemoryParserCtxt(text.as_ptr().cast(), length(text)))
        }
        Source::File(name) => {
            let name = Text::new(name);
            ffi!(xmlCreateURLParserCtxt(name.chars(), options))
        }
    }
}

fn set_directory(parser: *mut XmlParserCtxt, directory: &[u8]) {
    let fields = fields(parser);
    api::free(fields.directory.cast());
    let mut directory = directory.to_vec();
    if directory.last() != Some(&b'/') {
        directory.push(b'/');
    }
    let text = Text::new(&directory);
    fields.directory = ffi!(xmlCanonicPath(text.ptr())).cast();
}

/// Parses XML.
pub fn xml(source: Source<'_>, how: How<'_>) -> Parsed {
    let parser = opened(source, how.options);
    if parser.is_null() {
        return Parsed::default();
    }
    if let Some(directory) = how.directory {
        set_directory(parser, directory);
    }
    if let Some(encoding) = how.encoding {
        let handler = crate::save::converter(encoding);
        if !handler.is_null() {
            ffi!(xmlSwitchToEncoding(parser, handler));
        }
    }
    fields(parser).recovery = i32::from(how.recovers);
    if let Some(loads) = how.loads_subset {
        fields(parser).loadsubset = loads;
    }
    ffi!(xmlCtxtUseOptions(parser, how.options));
    if how.recovers {
        fields(parser).recovery = 1;
    }
    ffi!(xmlParseDocument(parser));
    let ended = fields(parser);
    let is_good = ended.well_formed != 0 || ended.recovery != 0;
    let doc = Node::of(ended.my_doc.cast());
    ended.my_doc = ptr::null_mut();
    let is_valid = ended.valid != 0;
    let is_clean = ended.well_formed != 0 && ended.ns_well_formed != 0;
    let directory = copied(ended.directory.cast());
    ffi!(xmlFreeParserCtxt(parser));
    let doc = match doc {
        Some(doc) if !is_good => {
            doc.free_doc();
            None
        }
        doc => doc,
    };
    if let (Some(doc), Some(directory), Some(_)) = (doc, directory, how.directory)
        && doc.url().is_none()
    {
        doc.set_url(Some(&directory));
    }
    Parsed { doc, was_opened: true, is_valid, is_clean }
}

/// Parses HTML.
pub fn html(source: Source<'_>, options: i32) -> Parsed {
    let parser = match source {
        Source::Memory(text) => {
            ffi!(htmlCreateMemoryParserCtxt(text.as_ptr().cast(), length(text)))
        }
        Source::File(name) => {
            let name = Text::new(name);
            ffi!(htmlCreateFileParserCtxt(name.chars(), ptr::null()))
        }
    };
    if parser.is_null() {
        return Parsed::default();
    }
    if options != 0 {
        ffi!(htmlCtxtUseOptions(parser, options));
    }
    ffi!(htmlParseDocument(parser));
    let ended = fields(parser);
    let doc = Node::of(ended.my_doc.cast());
    ended.my_doc = ptr::null_mut();
    ffi!(htmlFreeParserCtxt(parser));
    Parsed { doc, was_opened: true, is_valid: true, is_clean: true }
}

impl Node {
    /// The nodes that a well-balanced text is, linked as siblings; nothing when it is none.
    pub fn parse_chunk(self, text: &[u8]) -> Result<Option<Self>, i32> {
        let text = Text::new(text);
        let mut list = ptr::null_mut();
        let status = ffi!(xmlParseBalancedChunkMemory(
            self.doc_ptr(),
            ptr::null_mut(),
            ptr::null_mut(),
            0,
            text.ptr(),
            &raw mut list
        ));
        let list = Self::of(list);
        if status == 0 { Ok(list) } else { Err(status) }
    }

    /// Replaces what is to be included. How many were, or below 0.
    pub fn xinclude(self, options: i32) -> i32 {
        ffi!(xmlXIncludeProcessFlags(self.doc_ptr(), options))
    }
}
