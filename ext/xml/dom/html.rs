//! Documents of the new classes that are HTML: read as the living standard says, and written so.

use encoding_rs::Encoding;
use libxml2::host::Report;
use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, refused, thrown};
use super::fault::Fault;
use super::name::{XML, XMLNS};
use super::object::{HTML, maybe, optional, text, this};
use super::reader::{self, Wish};
use super::xml::given;
use super::{encoding, template};
use crate::bridge::{self, quiet};
use crate::path;
use crate::store::Store;

const NO_ERROR: i64 = 32;
const NO_IMPLIED: i64 = 8192;
/// `Dom\HTML_NO_DEFAULT_NS`
const NO_NAMESPACE: i64 = 1 << 31;
const ALLOWED: i64 = NO_ERROR | 65536 | NO_IMPLIED | NO_NAMESPACE;

/// Elements without end tags.
const VOID: &[&[u8]] = &[
    b"area",
    b"base",
    b"basefont",
    b"bgsound",
    b"br",
    b"col",
    b"embed",
    b"frame",
    b"hr",
    b"img",
    b"input",
    b"keygen",
    b"link",
    b"meta",
    b"param",
    b"source",
    b"track",
    b"wbr",
];
/// Elements whose text is written as it is.
const RAW: &[&[u8]] =
    &[b"style", b"script", b"xmp", b"iframe", b"noembed", b"noframes", b"plaintext"];

fn escape(out: &mut Vec<u8>, text: &[u8], is_attribute: bool) {
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' if !is_attribute => out.extend_from_slice(b"&lt;"),
            b'>' if !is_attribute => out.extend_from_slice(b"&gt;"),
            b'"' if is_attribute => out.extend_from_slice(b"&quot;"),
            0xC2 if text.get(at + 1) == Some(&0xA0) => {
                out.extend_from_slice(b"&nbsp;");
                at += 1;
            }
            byte => out.push(byte),
        }
        at += 1;
    }
}

fn is_of(node: Node, names: &[&[u8]]) -> bool {
    node.uri().as_deref() == Some(HTML) && names.iter().any(|name| node.is_named(name))
}

/// Whether an element of HTML has no end tag.
pub fn is_void(node: Node) -> bool {
    is_of(node, VOID) || is_of(node, &[b"menuitem"])
}

/// The name of an attribute: some namespaces have the prefix that everybody knows.
fn attribute_name(node: Node) -> Vec<u8> {
    let local = || node.name().unwrap_or_default();
    match node.uri().as_deref() {
        Some(XML) => [b"xml:".to_vec(), local()].concat(),
        Some(XMLNS) if node.is_named(b"xmlns") => local(),
        Some(XMLNS) => [b"xmlns:".to_vec(), local()].concat(),
        Some(b"http://www.w3.org/1999/xlink") => [b"xlink:".to_vec(), local()].concat(),
        _ => node.qualified_name(),
    }
}

fn start_tag(out: &mut Vec<u8>, node: Node) -> Vec<u8> {
    let name = match node.uri().as_deref() {
        Some(HTML | b"http://www.w3.org/2000/svg" | b"http://www.w3.org/1998/Math/MathML") => {
            node.name().unwrap_or_default()
        }
        _ => node.qualified_name(),
    };
    out.push(b'<');
    out.extend_from_slice(&name);
    for attribute in node.attributes() {
        out.push(b' ');
        out.extend_from_slice(&attribute_name(attribute));
        out.extend_from_slice(b"=\"");
        escape(out, &attribute.content().unwrap_or_default(), true);
        out.push(b'"');
    }
    out.push(b'>');
    name
}

enum Step {
    Node(Node),
    End(Vec<u8>),
}

/// A node, or what is inside it, as HTML.
pub fn serialized(node: Node, is_whole: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let inside = |node: Node| template::written(node).into_iter().rev();
    let mut pending: Vec<Step> = match is_whole {
        true => vec![Step::Node(node)],
        false => inside(node).map(Step::Node).collect(),
    };
    while let Some(step) = pending.pop() {
        let node = match step {
            Step::Node(node) => node,
            Step::End(name) => {
                out.extend([b"</".as_slice(), &name, b">"].concat());
                continue;
            }
        };
        let data = || node.data().unwrap_or_default();
        match node.kind() {
            Kind::Element => {
                let name = start_tag(&mut out, node);
                if !is_of(node, VOID) {
                    pending.push(Step::End(name));
                    pending.extend(inside(node).map(Step::Node));
                }
            }
            Kind::Text | Kind::Cdata => {
                let is_raw = node.parent().is_some_and(|parent| is_of(parent, RAW));
                if is_raw { out.extend(data()) } else { escape(&mut out, &data(), false) }
            }
            Kind::Comment => out.extend([b"<!--".as_slice(), &data(), b"-->"].concat()),
            Kind::Pi => {
                let name = node.name().unwrap_or_default();
                out.extend([b"<?".as_slice(), &name, b" ", &data(), b">"].concat());
            }
            Kind::Dtd | Kind::DocumentType => {
                let name = node.name().unwrap_or_default();
                out.extend([b"<!DOCTYPE ".as_slice(), &name, b">"].concat());
            }
            Kind::EntityRef => {
                let name = node.name().unwrap_or_default();
                out.extend([b"&".as_slice(), &name, b";"].concat());
            }
            _ => pending.extend(inside(node).map(Step::Node)),
        }
    }
    out
}

fn check(call: &mut Call<'_>, args: &Arguments) -> Res<()> {
    if args.int(1) & !ALLOWED != 0 {
        let rule = "contains invalid flags (allowed flags: LIBXML_NOERROR, LIBXML_COMPACT, \
                    LIBXML_HTML_NOIMPLIED, Dom\\HTML_NO_DEFAULT_NS)";
        return Err(call.value_error(2, rule));
    }
    let is_good = args.text(2).is_none_or(|label| Encoding::for_label(label).is_some());
    if is_good { Ok(()) } else { Err(call.value_error(3, "must be a valid document encoding")) }
}

/// Tells what is wrong with a text.
fn tell(call: &mut Call<'_>, faults: Vec<Fault>, file: &[u8]) -> Res<()> {
    let reports = faults.into_iter().map(|fault| {
        let Fault { name, line, column, length, .. } = fault;
        let what = if fault.of_tree { "tree" } else { "tokenizer" };
        let shown = String::from_utf8_lossy(file);
        let mut message = format!("{what} error {name} in {shown}, line: {line}, column: {column}");
        if length > 1 {
            message += &format!("-{}", column + length - 1);
        }
        let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        Report {
            code: 1,
            level: 2,
            message: message.into_bytes(),
            file: Some(file.to_vec()),
            line: number(line),
            column: number(column),
            ..Report::default()
        }
    });
    let reports = reports.collect();
    bridge::report(call, reports)
}

/// Reads a text that is in an encoding, or tells its own.
fn parsed(call: &mut Call<'_>, args: &Arguments, bytes: &[u8], file: &[u8]) -> Res<Value> {
    let (encoding, mark) = match args.text(2).and_then(Encoding::for_label) {
        Some(encoding) => (encoding, 0),
        None => encoding::detected(bytes),
    };
    let source = encoding::decoded(bytes.get(mark..).unwrap_or_default(), encoding);
    let options = args.int(1);
    let wish = Wish {
        is_bare: options & NO_IMPLIED != 0,
        is_plain: options & NO_NAMESPACE != 0,
        tells: options & NO_ERROR == 0,
    };
    let read = quiet(call, || {
        let read = reader::document(&source, wish)?;
        read.document.set_encoding(Some(encoding.name().as_bytes()));
        Some(read)
    })?;
    let Some(read) = read else { return Err(thrown(call, Code::InvalidState)) };
    call.state::<Store>().document(read.document).settings.quirks = read.quirks;
    template::keep(call, read.templates);
    let document = given(call, read.document)?;
    tell(call, read.faults, file)?;
    Ok(document)
}

/// `Dom\HTMLDocument::createFromString()`
pub fn from_string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    check(call, args)?;
    parsed(call, args, args.bytes(0), b"Entity")
}

/// `Dom\HTMLDocument::createFromFile()`
pub fn from_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    use ext_file::layer::{io, open};
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if args.bytes(0).windows(3).any(|part| part == b"%00") {
        return Err(call.value_error(1, "must not contain percent-encoded NUL bytes"));
    }
    check(call, args)?;
    if args.bytes(0).is_empty() {
        let text = "Path must not be empty".to_owned();
        return Err(call.throw(runtime::message::Message::ValueRefused { text }));
    }
    let wanted = open::Wanted {
        path: &path::for_streams(args.bytes(0)),
        mode: b"rb",
        context: None,
        searches: false,
        options: 0,
        reports: true,
    };
    let Some((id, stream)) = crate::files::open(call, &wanted)? else {
        let shown = String::from_utf8_lossy(args.bytes(0)).into_owned();
        let text = format!("Cannot open file '{shown}'");
        return Err(call.host().throw_instance("Exception", &text, 0));
    };
    let bytes = io::rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&stream);
    let made = parsed(call, args, &bytes, args.bytes(0))?;
    if let View::Object(object) = made.view()
        && let Some(document) = call.state::<Store>().node(object)
    {
        let name = path::resolved(args.bytes(0)).map(|name| path::as_url(&name));
        quiet(call, || document.set_url(name.as_deref()))?;
    }
    Ok(made)
}

/// `Dom\HTMLDocument::createEmpty()`
pub fn empty(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let Some(encoding) = Encoding::for_label(args.bytes(0)) else {
        return Err(call.value_error(1, "must be a valid document encoding"));
    };
    let made = quiet(call, || {
        let made = Node::new_html_doc()?;
        made.set_encoding(Some(encoding.name().as_bytes()));
        Some(made)
    })?;
    match made {
        Some(made) => given(call, made),
        None => Err(thrown(call, Code::InvalidState)),
    }
}

/// A node in the encoding of its document.
fn written(document: Node, node: Node) -> Vec<u8> {
    encoding::encoded(serialized(node, true), &document.encoding().unwrap_or_default())
}

/// `Dom\HTMLDocument::saveHtml()`
pub fn save(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let node = optional(call, args, 0)?;
    if node.is_some_and(|node| node.doc() != Some(document)) {
        return refused(call, document, Code::WrongDocument);
    }
    let bytes = quiet(call, || written(document, node.unwrap_or(document)))?;
    text(call, &bytes)
}

/// `Dom\HTMLDocument::saveHtmlFile()`
pub fn save_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let document = this(call, args)?;
    let bytes = quiet(call, || written(document, document))?;
    super::document::write_file(call, args.bytes(0), &bytes)
}

/// The element of a document that a property is: the body, the head.
pub fn part(call: &mut Call<'_>, document: Node, names: &[&[u8]]) -> Res<Value> {
    let root = document.children().find(|child| is_of(*child, &[b"html"]));
    let found = root.and_then(|root| root.children().find(|child| is_of(*child, names)));
    maybe(call, found)
}
