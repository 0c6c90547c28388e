//! Documents of the new classes that are HTML: read as the living standard says, and written so.

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, refused, thrown};
use super::object::{HTML, clear, maybe, optional, text, this};
use super::sink;
use super::walk;
use super::xml::given;
use crate::bridge::quiet;
use crate::path;
use crate::store::Store;

const NO_IMPLIED: i64 = 8192;
const ALLOWED: i64 = 32 | 65536 | NO_IMPLIED | (1 << 31) | 524_288;

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
    is_of(node, VOID)
}

fn start_tag(out: &mut Vec<u8>, node: Node) -> Vec<u8> {
    let name = match node.uri().as_deref() {
        Some(HTML) => node.name().unwrap_or_default(),
        _ => node.qualified_name(),
    };
    out.push(b'<');
    out.extend_from_slice(&name);
    for attribute in node.attributes() {
        out.push(b' ');
        out.extend_from_slice(&attribute.qualified_name());
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
fn serialized(node: Node, is_whole: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let inside = |node: Node| node.children().collect::<Vec<Node>>().into_iter().rev();
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
    let Some(encoding) = args.text(2) else { return Ok(()) };
    if quiet(call, || Node::is_encoding(encoding))? {
        return Ok(());
    }
    Err(call.value_error(3, "must be a valid document encoding"))
}

fn parsed(call: &mut Call<'_>, bytes: &[u8], encoding: Option<&[u8]>) -> Res<Value> {
    let source = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
    let made = quiet(call, || {
        let (document, quirks) = sink::document(&source)?;
        document.set_encoding(Some(encoding.unwrap_or(b"UTF-8")));
        Some((document, quirks))
    })?;
    match made {
        Some((document, quirks)) => {
            call.state::<Store>().document(document).settings.quirks = quirks;
            given(call, document)
        }
        None => Err(thrown(call, Code::InvalidState)),
    }
}

/// `Dom\HTMLDocument::createFromString()`
pub fn from_string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    check(call, args)?;
    parsed(call, args.bytes(0), args.text(2))
}

/// `Dom\HTMLDocument::createFromFile()`
pub fn from_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    use ext_file::layer::{io, open};
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    check(call, args)?;
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
    let made = parsed(call, &bytes, args.text(2))?;
    if let View::Object(object) = made.view()
        && let Some(document) = call.state::<Store>().node(object)
    {
        let name = path::resolved(args.bytes(0));
        quiet(call, || document.set_url(name.as_deref()))?;
    }
    Ok(made)
}

/// `Dom\HTMLDocument::createEmpty()`
pub fn empty(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let encoding = args.bytes(0);
    if !quiet(call, || Node::is_encoding(encoding))? {
        return Err(call.value_error(1, "must be a valid document encoding"));
    }
    let made = quiet(call, || {
        let made = Node::new_html_doc()?;
        made.set_encoding(Some(encoding));
        Some(made)
    })?;
    match made {
        Some(made) => given(call, made),
        None => Err(thrown(call, Code::InvalidState)),
    }
}

/// `Dom\HTMLDocument::saveHtml()`
pub fn save(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let node = optional(call, args, 0)?;
    if node.is_some_and(|node| node.doc() != Some(document)) {
        return refused(call, document, Code::WrongDocument);
    }
    let bytes = quiet(call, || serialized(node.unwrap_or(document), true))?;
    text(call, &bytes)
}

/// `Dom\HTMLDocument::saveHtmlFile()`
pub fn save_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let document = this(call, args)?;
    let bytes = quiet(call, || serialized(document, true))?;
    super::document::write_file(call, args.bytes(0), &bytes)
}

/// What is inside an element, as text.
pub fn inner(call: &mut Call<'_>, node: Node) -> Res<Value> {
    let bytes = match node.doc().map(Node::kind) {
        Some(Kind::Html) => quiet(call, || serialized(node, false))?,
        _ => quiet(call, || {
            let style = super::serialize::Style::default();
            let parts = node.children().map(|child| super::serialize::xml(child, style));
            parts.collect::<Vec<_>>().concat()
        })?,
    };
    text(call, &bytes)
}

/// Replaces what is inside an element by what a text is.
pub fn set_inner(call: &mut Call<'_>, node: Node, source: &[u8]) -> Res<()> {
    let Some(document) = node.doc() else { return Ok(()) };
    if document.kind() != Kind::Html {
        let parsed = crate::bridge::run(
            call,
            crate::bridge::Job::new(crate::bridge::Style::Silent),
            || document.parse_chunk(source),
        )?;
        let Ok(first) = parsed else {
            let text = "XML fragment is not well-formed";
            return Err(super::error::thrown_as(call, Code::Syntax, text));
        };
        clear(call, node)?;
        return quiet(call, || {
            let nodes: Vec<Node> = std::iter::successors(first, |node| node.next()).collect();
            for child in nodes {
                child.unlink();
                node.append_plain(child);
            }
            super::xml::declarations_to_attributes(node);
        });
    }
    let source = String::from_utf8_lossy(source);
    clear(call, node)?;
    quiet(call, || sink::fragment(node, &source))?;
    call.state::<Store>().changed(node);
    Ok(())
}

/// The element of a document that a property is: the body, the head.
pub fn part(call: &mut Call<'_>, document: Node, names: &[&[u8]]) -> Res<Value> {
    let root = document.children().find(|child| is_of(*child, &[b"html"]));
    let found = root.and_then(|root| root.children().find(|child| is_of(*child, names)));
    maybe(call, found)
}

/// The title of a document.
pub fn title(call: &mut Call<'_>, document: Node) -> Res<Value> {
    let found = walk::elements(document).find(|node| is_of(*node, &[b"title"]));
    let whole = quiet(call, || found.and_then(Node::content))?.unwrap_or_default();
    let words: Vec<&[u8]> =
        whole.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    text(call, &words.join(&b' '))
}
