//! Parsing piece by piece, with events.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use crate::api::ffi;
use crate::host;
use crate::raw::{SaxHandler, XmlEntity, XmlParserCtxt};
use crate::text::{copied, length};

/// What a parser came by.
#[derive(Debug)]
pub enum Event<'a> {
    /// A start tag with its attributes. In a parser that knows namespaces names are split into
    /// namespace and local name.
    Start(Name, Vec<(Name, Vec<u8>)>),
    /// An end tag.
    End(Name),
    /// A namespace is declared: prefix and name.
    Namespace(Option<Vec<u8>>, Option<Vec<u8>>),
    /// Text.
    Text(&'a [u8]),
    /// A processing instruction.
    Pi(Vec<u8>, Option<Vec<u8>>),
    /// A comment.
    Comment(Vec<u8>),
    /// A declaration of an entity that is not parsed: name, public and system identifier, notation.
    Unparsed([Option<Vec<u8>>; 4]),
    /// A declaration of a notation: name, public and system identifier.
    Notation([Option<Vec<u8>>; 3]),
    /// A reference of an entity outside of declarations.
    Entity(Reference),
}

/// A name of an element or attribute.
#[derive(Debug, Default, Clone)]
pub struct Name {
    /// The prefix.
    pub prefix: Option<Vec<u8>>,
    /// The name, with prefix where namespaces are not known.
    pub local: Vec<u8>,
    /// The namespace.
    pub uri: Option<Vec<u8>>,
}

/// An entity that is referred to.
#[derive(Debug, Default)]
pub struct Reference {
    /// Its name.
    pub name: Vec<u8>,
    /// Whether it is declared.
    pub is_known: bool,
    /// Whether the reference is in content.
    pub is_content: bool,
    /// Its kind as the library counts.
    pub kind: i32,
    /// Its text.
    pub text: Option<Vec<u8>>,
    /// Its public identifier.
    pub public: Option<Vec<u8>>,
    /// Its system identifier.
    pub system: Option<Vec<u8>>,
}

/// A parser that is fed.
pub struct Parser {
    parser: *mut XmlParserCtxt,
}

impl Drop for Parser {
    fn drop(&mut self) {
        let parser = self.parser;
        // SAFETY: the parser is alive, and no reference to it is.
        let doc = unsafe { (*parser).my_doc };
        // SAFETY: as above.
        unsafe { (*parser).my_doc = ptr::null_mut() };
        if !doc.is_null() {
            ffi!(xmlFreeDoc(doc));
        }
        ffi!(xmlFreeParserCtxt(self.parser));
    }
}

const MAGIC: u32 = 0xDEED_BEAF;
const OLD_SAX: c_int = 1 << 20;
const NO_ENTITIES: c_int = 1 << 1;
const HUGE: c_int = 1 << 19;

impl Parser {
    /// A parser that knows namespaces or not.
    pub fn new(knows_namespaces: bool) -> Option<Self> {
        let mut handlers = handlers();
        let parser = ffi!(xmlCreatePushParserCtxt(
            &raw mut handlers,
            ptr::null_mut(),
            ptr::null(),
            0,
            ptr::null()
        ));
        // SAFETY: it was just made.
        let fields = unsafe { parser.as_mut() }?;
        ffi!(xmlCtxtUseOptions(parser, OLD_SAX | NO_ENTITIES));
        fields.well_formed = 0;
        fields.user_data = parser.cast();
        if !knows_namespaces {
            // SAFETY: the library made a copy of the handlers for this parser.
            if let Some(sax) = unsafe { fields.sax.as_mut() } {
                sax.initialized = 1;
            }
        }
        Some(Self { parser })
    }

    fn fields(&self) -> &XmlParserCtxt {
        // SAFETY: the parser lives as long as this; references are not kept.
        unsafe { &*self.parser }
    }

    /// Says that limits on sizes do not hold.
    pub fn set_huge(&self, is_huge: bool) {
        let bits = OLD_SAX | NO_ENTITIES | if is_huge { HUGE } else { 0 };
        ffi!(xmlCtxtUseOptions(self.parser, bits));
    }

    /// Feeds; whether it went well.
    pub fn feed(&self, text: &[u8], is_last: bool) -> bool {
        let (start, size) = (text.as_ptr().cast::<c_char>(), length(text));
        let status = ffi!(xmlParseChunk(self.parser, start, size, c_int::from(is_last)));
        status == 0
    }

    /// The number of the error that ended it.
    pub fn error(&self) -> i32 {
        self.fields().err_no
    }

    /// Changes that.
    pub fn set_error(&self, code: i32) {
        // SAFETY: the parser is alive, and no reference to it is.
        unsafe { (*self.parser).err_no = code };
    }

    /// Ends parsing.
    pub fn stop(&self) {
        ffi!(xmlStopParser(self.parser));
    }

    /// The line that it is at.
    pub fn line(&self) -> i32 {
        self.input().map_or(0, |input| input.line)
    }

    /// The column that it is at.
    pub fn column(&self) -> i32 {
        self.input().map_or(0, |input| input.col)
    }

    /// The byte that it is at.
    pub fn byte(&self) -> i64 {
        let at = |input: &crate::raw::XmlParserInput| {
            input.consumed as i64 + (input.cur.addr() as i64 - input.base.addr() as i64)
        };
        self.input().map_or(0, at)
    }

    fn input(&self) -> Option<&crate::raw::XmlParserInput> {
        // SAFETY: the parser's own input.
        unsafe { self.fields().input.as_ref() }
    }

    /// The start tag that it is at, as far as it was read.
    pub fn tag_text(&self) -> Vec<u8> {
        let Some(input) = self.input() else { return Vec::new() };
        if input.base.is_null() || input.end < input.base {
            return Vec::new();
        }
        let size = input.end as usize - input.base as usize;
        // SAFETY: the input's buffer goes from `base` to `end`.
        let all = unsafe { std::slice::from_raw_parts(input.base, size) };
        let end = (input.cur as usize).saturating_sub(input.base as usize);
        let Some(last) = all.get(end) else { return Vec::new() };
        let start = all[..=end].iter().rposition(|byte| *byte == b'<').unwrap_or(0);
        let mut text = all[start..=end].to_vec();
        if *last == b'/'
            && let Some(byte) = text.last_mut()
        {
            *byte = b'>';
        }
        text
    }
}

fn handlers() -> SaxHandler {
    let none = ptr::null_mut();
    SaxHandler {
        internal_subset: none,
        is_standalone: none,
        has_internal_subset: none,
        has_external_subset: none,
        resolve_entity: none,
        get_entity: get_entity as *mut c_void,
        entity_decl: none,
        notation_decl: notation as *mut c_void,
        attribute_decl: none,
        element_decl: none,
        unparsed_entity_decl: unparsed as *mut c_void,
        set_document_locator: none,
        start_document: none,
        end_document: none,
        start_element: start as *mut c_void,
        end_element: end as *mut c_void,
        reference: none,
        characters: text as *mut c_void,
        ignorable_whitespace: none,
        processing_instruction: pi as *mut c_void,
        comment: comment as *mut c_void,
        warning: none,
        error: none,
        fatal_error: none,
        get_parameter_entity: none,
        cdata_block: text as *mut c_void,
        external_subset: none,
        initialized: MAGIC,
        private: none,
        start_element_ns: start_ns as *mut c_void,
        end_element_ns: end_ns as *mut c_void,
        serror: none,
    }
}

type User = *mut c_void;
type Text = *const u8;

fn plain(name: Text) -> Name {
    Name { prefix: None, local: copied(name).unwrap_or_default(), uri: None }
}

/// The text at a place of a list of texts.
fn at(list: *const Text, place: usize) -> Text {
    // SAFETY: callers stay inside the list that the library handed out.
    let entry = unsafe { list.add(place) };
    // SAFETY: as above.
    unsafe { *entry }
}

extern "C" fn start(_: User, name: Text, attributes: *const Text) {
    let mut found = Vec::new();
    if !attributes.is_null() {
        for pair in 0.. {
            let name = at(attributes, 2 * pair);
            if name.is_null() {
                break;
            }
            let value = copied(at(attributes, 2 * pair + 1)).unwrap_or_default();
            found.push((plain(name), value));
        }
    }
    host::event(Event::Start(plain(name), found));
}

extern "C" fn end(_: User, name: Text) {
    host::event(Event::End(plain(name)));
}

extern "C" fn start_ns(
    _: User,
    name: Text,
    prefix: Text,
    uri: Text,
    declared: c_int,
    namespaces: *const Text,
    count: c_int,
    _defaulted: c_int,
    attributes: *const Text,
) {
    for pair in 0..declared.max(0) as usize {
        let prefix = copied(at(namespaces, 2 * pair));
        let uri = copied(at(namespaces, 2 * pair + 1));
        host::event(Event::Namespace(prefix, uri));
    }
    let mut found = Vec::new();
    for row in 0..count.max(0) as usize {
        let part = |place: usize| at(attributes, 5 * row + place);
        let (start, end) = (part(3), part(4));
        let size = (end as usize).saturating_sub(start as usize);
        let value = if start.is_null() {
            Vec::new()
        } else {
            // SAFETY: a value goes from the fourth to the fifth pointer of its row.
            unsafe { std::slice::from_raw_parts(start, size) }.to_vec()
        };
        let name = Name {
            prefix: copied(part(1)),
            local: copied(part(0)).unwrap_or_default(),
            uri: copied(part(2)),
        };
        found.push((name, value));
    }
    let name =
        Name { prefix: copied(prefix), local: copied(name).unwrap_or_default(), uri: copied(uri) };
    host::event(Event::Start(name, found));
}

extern "C" fn end_ns(_: User, name: Text, prefix: Text, uri: Text) {
    let name =
        Name { prefix: copied(prefix), local: copied(name).unwrap_or_default(), uri: copied(uri) };
    host::event(Event::End(name));
}

extern "C" fn text(_: User, text: Text, size: c_int) {
    if text.is_null() {
        return;
    }
    // SAFETY: the library says how many bytes there are.
    let bytes = unsafe { std::slice::from_raw_parts(text, size.max(0) as usize) };
    host::event(Event::Text(bytes));
}

extern "C" fn pi(_: User, target: Text, data: Text) {
    host::event(Event::Pi(copied(target).unwrap_or_default(), copied(data)));
}

extern "C" fn comment(_: User, text: Text) {
    host::event(Event::Comment(copied(text).unwrap_or_default()));
}

extern "C" fn unparsed(_: User, name: Text, public: Text, system: Text, notation: Text) {
    host::event(Event::Unparsed([name, public, system, notation].map(copied)));
}

extern "C" fn notation(_: User, name: Text, public: Text, system: Text) {
    host::event(Event::Notation([name, public, system].map(copied)));
}

/// The state of a parser that is in content.
const CONTENT: c_int = 7;

extern "C" fn get_entity(user: User, name: Text) -> *mut XmlEntity {
    // SAFETY: the parser said itself to be its user data.
    let Some(parser) = (unsafe { user.cast::<XmlParserCtxt>().as_ref() }) else {
        return ptr::null_mut();
    };
    if parser.in_subset != 0 {
        return ptr::null_mut();
    }
    // The library's own answer has the predefined ones, too.
    let found = ffi!(xmlGetDocEntity(parser.my_doc, name));
    // SAFETY: an entity of the document, or of the library.
    let known = unsafe { found.as_ref() };
    let reference = Reference {
        name: copied(name).unwrap_or_default(),
        is_known: known.is_some(),
        is_content: parser.instate == CONTENT,
        kind: known.map_or(0, |entity| entity.etype),
        text: known.and_then(|entity| copied(entity.content)),
        public: known.and_then(|entity| copied(entity.external_id)),
        system: known.and_then(|entity| copied(entity.system_id)),
    };
    host::event(Event::Entity(reference));
    found
}
