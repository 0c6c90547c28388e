//! Documents of the new classes that are XML.

use libxml2::Node;
use libxml2::parse::{How, Parsed, Source, xml};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::create::own_ns;
use super::error::{Code, refused};
use super::name::XMLNS;
use super::object::{object_of, optional, text, this};
use super::serialize::{self, Style};
use crate::bridge::{self, Job, quiet, run};
use crate::path;
use crate::store::Store;

const OPTION_NODICT: i64 = 1 << 12;
const SAVE_NO_DECL: i64 = 2;
const SAVE_NO_EMPTY: i64 = 4;
/// What a script may ask for: recover, entities, and so on.
const ALLOWED: i64 = 1
    | 2
    | 4
    | 8
    | 16
    | 32
    | 64
    | 256
    | 1024
    | 2048
    | 8192
    | 16384
    | 65536
    | 128
    | 524_288
    | 4_194_304
    | 2;

/// Gives a script a document of the new classes.
pub fn given(call: &mut Call<'_>, document: Node) -> Res<Value> {
    call.state::<Store>().document(document).settings.is_modern = true;
    object_of(call, document)
}

/// Makes declarations of namespaces attributes, below a node.
pub fn declarations_to_attributes(top: Node) {
    let Some(document) = top.doc() else { return };
    let mut pending: Vec<Node> = vec![top];
    while let Some(node) = pending.pop() {
        pending.extend(node.children().filter(|child| child.is_element()));
        let declared: Vec<libxml2::Ns> = node.declared().collect();
        if !node.is_element() || declared.is_empty() {
            continue;
        }
        let others: Vec<Node> = node.attributes().collect();
        others.iter().for_each(|attribute| attribute.unlink());
        for ns in declared {
            let prefix = ns.prefix();
            let of = own_ns(document, XMLNS, prefix.as_ref().map(|_| b"xmlns".as_slice()));
            let name = prefix.unwrap_or_else(|| b"xmlns".to_vec());
            node.add_ns_prop(of, &name, Some(&ns.href().unwrap_or_default()));
            node.undeclare(ns);
        }
        others.into_iter().for_each(|attribute| node.append_attribute(attribute));
    }
}

/// Has the root of a new document its namespace without a declaration.
pub fn own_names(document: Node) {
    if let Some(root) = document.root_element()
        && let Some(ns) = root.ns()
    {
        root.undeclare(ns);
    }
}

const RULE: &str = "contains invalid flags (allowed flags: LIBXML_RECOVER, LIBXML_NOENT, \
    LIBXML_DTDLOAD, LIBXML_DTDATTR, LIBXML_DTDVALID, LIBXML_NOERROR, LIBXML_NOWARNING, \
    LIBXML_NOBLANKS, LIBXML_XINCLUDE, LIBXML_NSCLEAN, LIBXML_NOCDATA, LIBXML_NONET, \
    LIBXML_PEDANTIC, LIBXML_COMPACT, LIBXML_HUGE, LIBXML_BIGLINES)";

fn check(call: &mut Call<'_>, args: &Arguments) -> Res<()> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if args.int(1) & !ALLOWED != 0 {
        return Err(call.value_error(2, RULE));
    }
    let Some(encoding) = args.text(2) else { return Ok(()) };
    if quiet(call, || Node::is_encoding(encoding))? {
        return Ok(());
    }
    Err(call.value_error(3, "must be a valid document encoding"))
}

fn load(call: &mut Call<'_>, args: &Arguments, is_file: bool) -> Res<Value> {
    check(call, args)?;
    if is_file && args.bytes(0).windows(3).any(|part| part == b"%00") {
        return Err(call.value_error(1, "must not contain percent-encoded NUL bytes"));
    }
    let options = (args.int(1) | OPTION_NODICT) as i32;
    let name = if is_file { path::resolved(args.bytes(0)).unwrap_or_default() } else { Vec::new() };
    let directory = path::directory();
    let how = How {
        options,
        recovers: args.int(1) & 1 != 0,
        directory: (!is_file).then_some(&directory),
        encoding: args.text(2),
        ..How::default()
    };
    let source = if is_file { Source::File(&name) } else { Source::Memory(args.bytes(0)) };
    let Parsed { doc, was_opened, .. } =
        run(call, Job::parse(bridge::Style::Short, options), || xml(source, how))?;
    let Some(document) = doc else {
        let shown = String::from_utf8_lossy(args.bytes(0)).into_owned();
        let text = match (is_file, was_opened) {
            (true, false) => format!("Cannot open file '{shown}'"),
            _ => "XML fragment is not well-formed".to_owned(),
        };
        if is_file && !was_opened {
            return Err(call.host().throw_instance("Exception", &text, 0));
        }
        let code = Code::Syntax;
        return Err(super::error::thrown_as(call, code, &text));
    };
    quiet(call, || {
        if args.text(2).is_some() || document.encoding().is_none() {
            document.set_encoding(Some(args.text(2).unwrap_or(b"UTF-8")));
        }
        if let Some(url) = document.url().filter(|_| is_file) {
            document.set_url(Some(&path::as_url(&url)));
        }
        declarations_to_attributes(document);
    })?;
    given(call, document)
}

/// `Dom\XMLDocument::createFromString()`
pub fn from_string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load(call, args, false)
}

/// `Dom\XMLDocument::createFromFile()`
pub fn from_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load(call, args, true)
}

/// `Dom\XMLDocument::createEmpty()`
pub fn empty(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let encoding = args.bytes(1);
    if !quiet(call, || Node::is_encoding(encoding))? {
        return Err(call.value_error(2, "is not a valid document encoding"));
    }
    let made = quiet(call, || {
        let made = Node::new_doc(args.bytes(0))?;
        made.set_encoding(Some(encoding));
        Some(made)
    })?;
    match made {
        Some(made) => given(call, made),
        None => Err(super::error::thrown(call, Code::InvalidState)),
    }
}

fn head(document: Node) -> Vec<u8> {
    let version = document.version().unwrap_or_else(|| b"1.0".to_vec());
    let mut head = [b"<?xml version=\"".as_slice(), &version, b"\""].concat();
    let encoding = document.encoding().unwrap_or_else(|| b"UTF-8".to_vec());
    head.extend([b" encoding=\"".as_slice(), &encoding, b"\""].concat());
    match document.standalone() {
        1 => head.extend_from_slice(b" standalone=\"yes\""),
        0 => head.extend_from_slice(b" standalone=\"no\""),
        _ => {}
    }
    head.extend_from_slice(b"?>\n");
    head
}

/// A document or node of the new classes as XML.
pub fn saved(
    call: &mut Call<'_>,
    document: Node,
    node: Option<Node>,
    options: i64,
) -> Res<Vec<u8>> {
    let indents = call.state::<Store>().settings(document).indents;
    let style = Style { end_tags: options & SAVE_NO_EMPTY != 0, indents, is_checked: false };
    quiet(call, || {
        let node = node.filter(|node| *node != document);
        let mut out = Vec::new();
        if node.is_none() && options & SAVE_NO_DECL == 0 {
            out.extend(head(document));
        }
        out.extend(serialize::xml(node.unwrap_or(document), style).unwrap_or_default());
        out
    })
}

/// `Dom\XMLDocument::saveXml()`
pub fn save(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let node = optional(call, args, 0)?;
    if node.is_some_and(|node| node.doc() != Some(document)) {
        return refused(call, document, Code::WrongDocument);
    }
    let bytes = saved(call, document, node, args.int(1))?;
    text(call, &bytes)
}

/// `Dom\XMLDocument::saveXmlFile()`
pub fn save_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let document = this(call, args)?;
    let bytes = saved(call, document, None, args.int(1))?;
    super::document::write_file(call, args.bytes(0), &bytes)
}
