//! Whom libxml2's callbacks reach: errors, and the loading of what documents refer to.
//!
//! # Invariants
//! - H1: the host of a thread is the one of the innermost [`enter`] that runs; its reference is not
//!   used by anybody else meanwhile.
//! - H2: no panic crosses a frame of C: it is kept, and goes on when [`enter`] returns.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::ffi::{c_char, c_int, c_void};
use std::panic::{self, AssertUnwindSafe};
use std::ptr;
use std::sync::Once;

use crate::api::ffi;
use crate::raw::{XmlError, XmlParserCtxt, XmlParserInput};
use crate::text::Text;

/// Where a parser is in what it reads.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The name of the input.
    pub file: Option<Vec<u8>>,
    /// The line.
    pub line: i32,
    /// The line of the input that is read, as far as it is shown.
    pub shown: Vec<u8>,
    /// A line that points into it.
    pub mark: Vec<u8>,
}

/// An error of the library.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Its part of the library.
    pub domain: i32,
    /// Its number.
    pub code: i32,
    /// 1 for a warning, 2 for an error, 3 for a fatal one.
    pub level: i32,
    /// Its text, with a line end.
    pub message: Vec<u8>,
    /// The input.
    pub file: Option<Vec<u8>>,
    /// The line.
    pub line: i32,
    /// The column.
    pub column: i32,
    /// What a message is about.
    pub about: Option<Vec<u8>>,
    /// A number that goes with it.
    pub number: i32,
    /// The name of the element that it is about.
    pub element: Option<Vec<u8>>,
    /// Whether a parser reports.
    pub of_parser: bool,
    /// Where the parser was, if it reads something.
    pub place: Option<Place>,
}

/// What is loaded for a name.
pub enum Loaded {
    /// The bytes, and what the input is called.
    Bytes(Vec<u8>, Option<Vec<u8>>),
    /// Nothing: the library says so.
    Missing(Vec<u8>),
    /// Nothing, and nothing is said.
    Silent,
}

/// What asks for something to be loaded.
#[derive(Default, Debug)]
pub struct Asker {
    /// The directory of the document.
    pub directory: Option<Vec<u8>>,
    /// The name of the document type.
    pub doctype: Option<Vec<u8>>,
    /// Its identifiers.
    pub external: Option<Vec<u8>>,
    /// Its system identifier.
    pub system: Option<Vec<u8>>,
    /// Where the parser is, if it reads something.
    pub place: Option<Place>,
}

/// Who is reached.
pub trait Host {
    /// Takes an error.
    fn report(&mut self, report: Report);

    /// Loads what has this name, and this public name.
    fn load(&mut self, url: Option<&[u8]>, public: Option<&[u8]>, asker: &Asker) -> Loaded;

    /// Calls a function of an XPath expression: its namespace, its name, its arguments.
    fn function(
        &mut self,
        _: Option<&[u8]>,
        _: &[u8],
        _: Vec<crate::xpath::Held>,
    ) -> crate::xpath::Given {
        crate::xpath::Given::Nothing
    }

    /// Takes an event of a parser.
    fn event(&mut self, _: crate::sax::Event<'_>) {}
}

type Load = fn(*mut c_void, Option<&[u8]>, Option<&[u8]>, &Asker) -> Loaded;
type Function =
    fn(*mut c_void, Option<&[u8]>, &[u8], Vec<crate::xpath::Held>) -> crate::xpath::Given;

#[derive(Clone, Copy)]
struct Reached {
    host: *mut c_void,
    report: fn(*mut c_void, Report),
    load: Load,
    function: Function,
    event: fn(*mut c_void, crate::sax::Event<'_>),
}

thread_local! {
    static REACHED: Cell<Option<Reached>> = const { Cell::new(None) };
    static PANIC: RefCell<Option<Box<dyn Any + Send>>> = const { RefCell::new(None) };
}

fn host_of<'a, H: Host>(host: *mut c_void) -> &'a mut H {
    // SAFETY: H1: it is the host of an `enter` that runs, of this type.
    unsafe { &mut *host.cast::<H>() }
}

/// Runs `run`, during which the thread's callbacks reach `host`.
pub fn enter<H: Host, T>(host: &mut H, run: impl FnOnce() -> T) -> T {
    static LOADER: Once = Once::new();
    LOADER.call_once(|| ffi!(xmlSetExternalEntityLoader(load as *mut c_void)));
    let reached = Reached {
        host: ptr::from_mut(host).cast(),
        report: |host, report| host_of::<H>(host).report(report),
        load: |host, url, public, asker| host_of::<H>(host).load(url, public, asker),
        function: |host, space, name, args| host_of::<H>(host).function(space, name, args),
        event: |host, event| host_of::<H>(host).event(event),
    };
    let before = REACHED.replace(Some(reached));
    ffi!(xmlSetStructuredErrorFunc(ptr::null_mut(), report as *mut c_void));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    REACHED.set(before);
    if before.is_none() {
        ffi!(xmlSetStructuredErrorFunc(ptr::null_mut(), ptr::null_mut()));
    }
    let kept = PANIC.take();
    match (result, kept) {
        (_, Some(payload)) | (Err(payload), None) => panic::resume_unwind(payload),
        (Ok(result), None) => result,
    }
}

/// Runs part of a callback; nothing when it panics.
fn guarded<T>(run: impl FnOnce(Reached) -> T) -> Option<T> {
    let reached = REACHED.get()?;
    match panic::catch_unwind(AssertUnwindSafe(|| run(reached))) {
        Ok(result) => Some(result),
        Err(payload) => {
            PANIC.replace(Some(payload));
            None
        }
    }
}

/// A copy of a text that ends with a NUL.
pub(crate) fn bytes_of(text: *const u8) -> Option<Vec<u8>> {
    if text.is_null() {
        return None;
    }
    // SAFETY: L3: the library's texts end with a NUL.
    let text = unsafe { std::ffi::CStr::from_ptr(text.cast()) };
    Some(text.to_bytes().to_vec())
}

fn text_of(text: *const c_char) -> Option<Vec<u8>> {
    bytes_of(text.cast())
}

/// How much of a line is shown.
const SHOWN: usize = 80;

/// The input that is told of: that of the document, when one without a name is read.
fn told_input(parser: &XmlParserCtxt) -> Option<&XmlParserInput> {
    // SAFETY: the inputs of a parser that reports are alive.
    let input = unsafe { parser.input.as_ref() }?;
    if !input.filename.is_null() || parser.input_nr <= 1 || parser.input_tab.is_null() {
        return Some(input);
    }
    // SAFETY: there are that many.
    let entry = unsafe { parser.input_tab.add(parser.input_nr as usize - 2) };
    // SAFETY: as above.
    let before = unsafe { *entry };
    // SAFETY: as above.
    unsafe { before.as_ref() }
}

/// The line that is read, and a line that points into it.
fn shown_line(input: &XmlParserInput) -> (Vec<u8>, Vec<u8>) {
    if input.cur.is_null() || input.base.is_null() || input.end < input.base {
        return (Vec::new(), Vec::new());
    }
    let length = input.end as usize - input.base as usize;
    // SAFETY: the input's buffer goes from `base` to `end`.
    let all = unsafe { std::slice::from_raw_parts(input.base, length) };
    let is_end = |byte: u8| byte == b'\n' || byte == b'\r';
    let at = |index: usize| all.get(index).copied().unwrap_or(0);
    let mut cur = (input.cur as usize).saturating_sub(input.base as usize).min(length);
    while cur > 0 && is_end(at(cur)) {
        cur -= 1;
    }
    let end = cur;
    let mut count = 0;
    while count < SHOWN - 1 && cur > 0 && !is_end(at(cur)) {
        cur -= 1;
        count += 1;
    }
    if is_end(at(cur)) {
        cur += 1;
    }
    let column = end.saturating_sub(cur);
    let rest = &all[cur.min(length)..];
    let stop = rest.iter().take(SHOWN).position(|byte| is_end(*byte) || *byte == 0);
    let line = &rest[..stop.unwrap_or(rest.len().min(SHOWN))];
    let mut mark: Vec<u8> =
        line.iter().take(column).map(|byte| if *byte == b'\t' { b'\t' } else { b' ' }).collect();
    mark.push(b'^');
    (line.to_vec(), mark)
}

fn place_of(parser: *const XmlParserCtxt) -> Option<Place> {
    // SAFETY: libxml2 hands out the parser that reports.
    let parser = unsafe { parser.as_ref() }?;
    let input = told_input(parser)?;
    let (shown, mark) = shown_line(input);
    Some(Place { file: text_of(input.filename), line: input.line, shown, mark })
}

/// Parts of the library whose errors come with the parser.
const OF_PARSERS: [c_int; 8] = [1, 3, 4, 5, 8, 23, 22, 6];

extern "C" fn report(_: *mut c_void, error: *mut XmlError) {
    // SAFETY: libxml2 hands out an error that lives as long as this call.
    let Some(error) = (unsafe { error.as_ref() }) else { return };
    let of_parser = OF_PARSERS.contains(&error.domain) && !error.ctxt.is_null();
    let is_node = !error.node.is_null();
    let element = is_node.then(|| crate::node::name_of(error.node.cast())).flatten();
    let report = Report {
        domain: error.domain,
        code: error.code,
        level: error.level,
        message: text_of(error.message).unwrap_or_default(),
        file: text_of(error.file),
        line: error.line,
        column: error.int2,
        about: text_of(error.str1),
        number: error.int1,
        element,
        of_parser,
        place: if of_parser { place_of(error.ctxt.cast()) } else { None },
    };
    guarded(|reached| (reached.report)(reached.host, report));
}

extern "C" fn load(
    url: *const c_char,
    public: *const c_char,
    parser: *mut XmlParserCtxt,
) -> *mut XmlParserInput {
    let (url, public) = (text_of(url), text_of(public));
    let asker = asker(parser);
    let loaded =
        guarded(|reached| (reached.load)(reached.host, url.as_deref(), public.as_deref(), &asker));
    match loaded {
        Some(Loaded::Bytes(bytes, name)) => input(parser, &bytes, name.as_deref()),
        Some(Loaded::Missing(name)) => {
            let text = Text::new(b"failed to load external entity \"%s\"\n");
            let name = Text::new(&name);
            ffi!(__xmlLoaderErr(parser.cast(), text.chars(), name.chars()));
            ptr::null_mut()
        }
        Some(Loaded::Silent) | None => ptr::null_mut(),
    }
}

fn asker(parser: *mut XmlParserCtxt) -> Asker {
    // SAFETY: libxml2 hands out the parser that asks, or null.
    let Some(fields) = (unsafe { parser.as_ref() }) else { return Asker::default() };
    Asker {
        directory: text_of(fields.directory),
        doctype: bytes_of(fields.int_sub_name),
        external: bytes_of(fields.ext_sub_uri),
        system: bytes_of(fields.ext_sub_system),
        place: place_of(parser),
    }
}

fn input(parser: *mut XmlParserCtxt, bytes: &[u8], name: Option<&[u8]>) -> *mut XmlParserInput {
    let length = crate::text::length(bytes);
    let buffer = ffi!(xmlParserInputBufferCreateMem(bytes.as_ptr().cast(), length, 0));
    if buffer.is_null() {
        return ptr::null_mut();
    }
    let input = ffi!(xmlNewIOInputStream(parser, buffer, 0));
    if input.is_null() {
        ffi!(xmlFreeParserInputBuffer(buffer));
        return input;
    }
    let Some(name) = name else { return input };
    let name = Text::new(name);
    let copy = ffi!(xmlStrdup(name.ptr()));
    // SAFETY: the input is fresh, and frees its name.
    unsafe { (*input).filename = copy.cast() };
    input
}

/// Calls a function of the host for an expression.
pub(crate) fn function(
    space: Option<&[u8]>,
    name: &[u8],
    args: Vec<crate::xpath::Held>,
) -> crate::xpath::Given {
    guarded(|reached| (reached.function)(reached.host, space, name, args))
        .unwrap_or(crate::xpath::Given::Nothing)
}

/// Hands an event to the host.
pub(crate) fn event(event: crate::sax::Event<'_>) {
    guarded(|reached| (reached.event)(reached.host, event));
}
