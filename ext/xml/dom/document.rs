//! Documents: loading, saving, validity.

use libxml2::parse::{How, Source, html, xml};
use libxml2::valid::Verdict;
use libxml2::{Format, Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, refused, thrown};
use super::object::{fresh, object_of, optional, text, this};
use crate::bridge::{Job, Style, quiet, run};
use crate::path;
use crate::store::{Settings, Store};

const OPTION_DTDVALID: i64 = 1 << 4;
const OPTION_DTDATTR: i64 = 1 << 3;
const OPTION_NOENT: i64 = 1 << 1;
const OPTION_NOBLANKS: i64 = 1 << 8;
/// Names and texts belong to their nodes, so that trees can move between documents.
const OPTION_NODICT: i64 = 1 << 12;
const OPTION_RECOVER: i64 = 1;
/// Without the declaration, and without empty tags.
const SAVE_NO_DECL: i64 = 2;
const SAVE_NO_EMPTY: i64 = 4;

/// `DOMDocument::__construct()`
pub fn construct(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let made = quiet(call, || {
        let made = Node::new_doc(args.bytes(0))?;
        if !args.bytes(1).is_empty() {
            made.set_encoding(Some(args.bytes(1)));
        }
        Some(made)
    })?;
    super::object::become_node(call, args, made)
}

/// Whether something is wrong with what is to be loaded.
fn check(call: &mut Call<'_>, args: &Arguments) -> Res<bool> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if i32::try_from(args.bytes(0).len()).is_err() {
        call.warn("Input string is too long")?;
        return Ok(false);
    }
    if i32::try_from(args.int(1)).is_err() {
        call.warn("Invalid options")?;
        return Ok(false);
    }
    Ok(true)
}

/// The settings of an object that is a document or becomes one.
fn settings_of(call: &mut Call<'_>, args: &Arguments) -> Settings {
    let store = call.state::<Store>();
    store.node(args.this()).map_or_else(Settings::default, |node| store.settings(node))
}

/// Makes an object the document that was loaded.
fn finish(call: &mut Call<'_>, args: &Arguments, document: Option<Node>) -> Res<Value> {
    let Some(document) = document else { return Ok(Value::bool(false)) };
    let store = call.state::<Store>();
    let before = store.node(args.this());
    let kept = before.map(|before| {
        let known = store.document(before);
        (known.settings, known.classes.clone())
    });
    if let Some(before) = before {
        super::list::follow(call, before, document);
    }
    let store = call.state::<Store>();
    store.bind(args.this(), document);
    if let Some((settings, classes)) = kept {
        let known = store.document(document);
        known.settings = settings;
        known.classes = classes;
    }
    Ok(Value::bool(true))
}

/// How a document is parsed under settings of its object.
fn parse(call: &mut Call<'_>, args: &Arguments, from_file: bool) -> Res<Option<Node>> {
    let settings = settings_of(call, args);
    let given = args.int(1);
    let bit = |is_on: bool, bit: i64| if is_on { bit } else { 0 };
    let options = given
        | OPTION_NODICT
        | bit(settings.validates, OPTION_DTDVALID)
        | bit(settings.resolves, OPTION_DTDATTR)
        | bit(settings.substitutes, OPTION_NOENT)
        | bit(!settings.keeps_blanks, OPTION_NOBLANKS);
    let recovers = settings.recovers || given & OPTION_RECOVER != 0;
    let name = match from_file {
        true => match path::resolved(args.bytes(0)) {
            Some(name) => name,
            None => return Ok(None),
        },
        false => Vec::new(),
    };
    let directory = path::directory();
    let how = How {
        options: options as i32,
        recovers,
        directory: (!from_file).then_some(&directory),
        ..How::default()
    };
    let source = if from_file { Source::File(&name) } else { Source::Memory(args.bytes(0)) };
    Ok(run(call, Job::parse(Style::Short, options as i32), || xml(source, how))?.doc)
}

fn load_from(call: &mut Call<'_>, args: &Arguments, from_file: bool) -> Res<Value> {
    if !check(call, args)? {
        return Ok(Value::bool(false));
    }
    if from_file && args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let document = parse(call, args, from_file)?;
    finish(call, args, document)
}

/// `DOMDocument::load()`
pub fn load(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load_from(call, args, true)
}

/// `DOMDocument::loadXML()`
pub fn load_xml(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load_from(call, args, false)
}

fn load_html_from(call: &mut Call<'_>, args: &Arguments, from_file: bool) -> Res<Value> {
    if !check(call, args)? {
        return Ok(Value::bool(false));
    }
    if from_file && args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let source =
        if from_file { Source::File(args.bytes(0)) } else { Source::Memory(args.bytes(0)) };
    let options = args.int(1) as i32;
    let parsed = run(call, Job::parse(Style::Short, options), || html(source, options))?;
    finish(call, args, parsed.doc)
}

/// `DOMDocument::loadHTML()`
pub fn load_html(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load_html_from(call, args, false)
}

/// `DOMDocument::loadHTMLFile()`
pub fn load_html_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    load_html_from(call, args, true)
}

/// A document as text; nothing when its encoding is unknown.
fn saved(call: &mut Call<'_>, document: Node, options: i64) -> Res<Option<Vec<u8>>> {
    let format = Format {
        indents: call.state::<Store>().settings(document).indents,
        end_tags: options & SAVE_NO_EMPTY != 0,
        bare: options & SAVE_NO_DECL != 0,
    };
    let encoding = quiet(call, || document.encoding())?;
    run(call, Job::new(Style::Short), || document.save(encoding.as_deref(), format))
}

/// `DOMDocument::saveXML()`
pub fn save_xml(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let options = args.int(1);
    let bytes = match optional(call, args, 0)? {
        Some(node) if node != document => {
            if node.doc() != Some(document) {
                return refused(call, document, Code::WrongDocument);
            }
            let indents = call.state::<Store>().settings(document).indents;
            let format = Format { indents, end_tags: options & SAVE_NO_EMPTY != 0, bare: false };
            run(call, Job::new(Style::Short), || node.dump_as(format))?
        }
        Some(_) => saved(call, document, options & SAVE_NO_EMPTY)?,
        None => saved(call, document, options)?,
    };
    match bytes {
        Some(bytes) => text(call, &bytes),
        None => {
            call.warn("Could not save document")?;
            Ok(Value::bool(false))
        }
    }
}

/// Writes bytes to a file through streams; how many, or `false`.
pub fn write_file(call: &mut Call<'_>, name: &[u8], bytes: &[u8]) -> Res<Value> {
    use ext_file::layer::{io, open};
    let context = call.state::<crate::libxml::LibXml>().context.clone();
    let wanted = open::Wanted {
        path: &path::for_streams(name),
        mode: b"wb",
        context: context.as_ref(),
        searches: false,
        options: 0,
        reports: true,
    };
    let Some((id, stream)) = crate::files::open(call, &wanted)? else {
        return Ok(Value::bool(false));
    };
    let written = io::write(call, id, bytes)?;
    io::close(call, id)?;
    io::mark_closed(&stream);
    Ok(written.map_or(Value::bool(false), |written| Value::int(written as i64)))
}

/// `DOMDocument::save()`
pub fn save(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let document = this(call, args)?;
    match saved(call, document, args.int(1) & SAVE_NO_EMPTY)? {
        Some(bytes) => write_file(call, args.bytes(0), &bytes),
        None => Ok(Value::bool(false)),
    }
}

fn html_of(call: &mut Call<'_>, document: Node) -> Res<Option<Vec<u8>>> {
    let indents = call.state::<Store>().settings(document).indents;
    run(call, Job::new(Style::Short), || document.save_html(indents))
}

/// `DOMDocument::saveHTML()`
pub fn save_html(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let bytes = match optional(call, args, 0)? {
        None => html_of(call, document)?.filter(|bytes| !bytes.is_empty()),
        Some(node) if node.doc() != Some(document) => {
            return refused(call, document, Code::WrongDocument);
        }
        Some(node) => {
            let indents = call.state::<Store>().settings(document).indents;
            run(call, Job::new(Style::Short), || match node.kind() {
                Kind::Fragment => {
                    let parts = node.children().map(|child| child.dump_html(indents));
                    parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat())
                }
                _ => node.dump_html(indents),
            })?
        }
    };
    match bytes {
        Some(bytes) => text(call, &bytes),
        None => Ok(Value::bool(false)),
    }
}

/// `DOMDocument::saveHTMLFile()`
pub fn save_html_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let document = this(call, args)?;
    quiet(call, || document.name_encoding())?;
    match html_of(call, document)? {
        Some(bytes) => write_file(call, args.bytes(0), &bytes),
        None => Ok(Value::bool(false)),
    }
}

/// `DOMDocument::validate()`
pub fn validate(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    run(call, Job::new(Style::Full), || document.is_valid()).map(Value::bool)
}

fn check_against(
    call: &mut Call<'_>,
    args: &Arguments,
    is_file: bool,
    work: impl FnOnce(Node, Source<'_>) -> Verdict,
    kind: &str,
) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if is_file && args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let document = this(call, args)?;
    let name = match is_file {
        true => match path::resolved(args.bytes(0)) {
            Some(name) => name,
            None => {
                call.warn(format!("Invalid {kind} file source"))?;
                return Ok(Value::bool(false));
            }
        },
        false => Vec::new(),
    };
    let source = if is_file { Source::File(&name) } else { Source::Memory(args.bytes(0)) };
    let verdict = run(call, Job::new(Style::Full), || work(document, source))?;
    match verdict {
        Verdict::BadSchema => call.warn(format!("Invalid {kind}"))?,
        Verdict::Failed => call.warn(format!("Invalid {kind} Validation Context"))?,
        Verdict::Valid | Verdict::Invalid => {}
    }
    Ok(Value::bool(verdict == Verdict::Valid))
}

/// `DOMDocument::schemaValidate()`
pub fn schema(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let adds = args.int(1) & 1 != 0;
    check_against(call, args, true, |doc, source| doc.check_schema(source, adds), "Schema")
}

/// `DOMDocument::schemaValidateSource()`
pub fn schema_source(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let adds = args.int(1) & 1 != 0;
    check_against(call, args, false, |doc, source| doc.check_schema(source, adds), "Schema")
}

/// `DOMDocument::relaxNGValidate()`
pub fn relax(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    check_against(call, args, true, |doc, source| doc.check_relax(source), "RelaxNG")
}

/// `DOMDocument::relaxNGValidateSource()`
pub fn relax_source(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    check_against(call, args, false, |doc, source| doc.check_relax(source), "RelaxNG")
}

fn is_xinclude(uri: &[u8]) -> bool {
    uri == b"http://www.w3.org/2001/XInclude" || uri == b"http://www.w3.org/2003/XInclude"
}

/// `DOMDocument::xinclude()`
pub fn xinclude(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    if i32::try_from(args.int(0)).is_err() {
        if super::object::is_modern(call, document) {
            return Err(call.value_error(1, "is too large"));
        }
        call.warn("Invalid flags")?;
        return Ok(Value::bool(false));
    }
    let options = (args.int(0) | OPTION_NODICT) as i32;
    let includes: Vec<Node> = super::walk::elements(document)
        .filter(|node| node.is_named(b"include") && node.uri().is_some_and(|uri| is_xinclude(&uri)))
        .collect();
    for include in includes {
        call.state::<Store>().strip(include);
    }
    let count = run(call, Job::new(Style::Full), || document.xinclude(options))?;
    quiet(call, || {
        let marks: Vec<Node> = super::walk::nodes(document)
            .filter(|node| matches!(node.kind(), Kind::IncludeStart | Kind::IncludeEnd))
            .collect();
        for mark in marks {
            mark.unlink();
            mark.free();
        }
    })?;
    call.state::<Store>().changed(document);
    Ok(if count == 0 { Value::bool(false) } else { Value::int(count.into()) })
}

/// `DOMDocument::getElementById()`
pub fn get_element_by_id(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let found = super::element::by_id(call, document, args.bytes(0))?;
    super::object::maybe(call, found)
}

/// `DOMDocument::normalizeDocument()`
pub fn normalize(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    super::node::normalize_below(call, document)?;
    Ok(Value::NULL)
}

/// `DOMDocument::registerNodeClass()`
pub fn register_class(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let top: &'static [u8] =
        if super::object::is_modern(call, document) { b"Dom\\Node" } else { b"DOMNode" };
    let shown = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let top_class = super::object::class(call, top)?;
    let base = super::object::class(call, args.bytes(0)).ok();
    let Some(base) = base.filter(|base| base.class().is_a(top_class)) else {
        let name = base.map_or(args.bytes(0), |base| base.class().name.as_bytes());
        let rule =
            format!("must be a class name derived from {}, {} given", shown(top), shown(name));
        return Err(call.type_refused(1, &rule));
    };
    let key = base.class().name.as_bytes().to_ascii_lowercase();
    let Some(extended) = args.text(1) else {
        call.state::<Store>().document(document).classes.remove(&key);
        return Ok(Value::bool(true));
    };
    let known = call.host().class_named(extended)?;
    let shown = String::from_utf8_lossy(base.class().name.as_bytes()).into_owned();
    let given = String::from_utf8_lossy(extended).into_owned();
    match known {
        Some(known) if known.class().is_a(base) => {
            let name = known.class().name.as_bytes().to_vec();
            call.state::<Store>().document(document).classes.insert(key, name);
            Ok(Value::bool(true))
        }
        Some(_) => {
            let rule = format!("must be a class name derived from {shown} or null, {given} given");
            Err(call.type_refused(2, &rule))
        }
        None => {
            let rule = format!("must be a valid class name or null, {given} given");
            Err(call.type_refused(2, &rule))
        }
    }
}

/// A document of a name and a type, for `DOMImplementation`.
pub fn made(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    use super::name;
    let (uri, given) = (args.text(0).unwrap_or_default(), args.bytes(1));
    let doctype = optional(call, args, 2)?;
    let is_modern = call.host().is_instance(args.this(), "Dom\\Implementation");
    if let Some(doctype) = doctype.filter(|_| !is_modern) {
        if doctype.kind() != Kind::Dtd {
            return Err(call.value_error(3, "is not a valid document type"));
        }
        if doctype.parent().is_some() || doctype.doc().is_some() {
            return Err(thrown(call, Code::WrongDocument));
        }
    }
    let (prefix, local) = if given.is_empty() {
        (None, given)
    } else if is_modern {
        super::create::checked_modern(call, Some(uri).filter(|uri| !uri.is_empty()), given)?
    } else {
        match name::checked(call, given, uri)? {
            Ok(parts) if name::goes_with(parts.0, uri) => parts,
            Ok(_) => return Err(thrown(call, Code::Namespace)),
            Err(code) => return Err(thrown(call, code)),
        }
    };
    let made = quiet(call, || {
        let document = Node::new_doc(b"1.0")?;
        if is_modern {
            document.set_encoding(Some(b"UTF-8"));
        }
        if let Some(doctype) = doctype {
            doctype.unlink();
            doctype.set_doc(Some(document));
            document.append_plain(doctype);
            document.set_int_subset(Some(doctype));
        }
        if !local.is_empty() {
            let root = Node::new_element(Some(document), local, None)?;
            if !uri.is_empty() {
                root.set_ns(name::declare(root, uri, prefix));
            }
            document.append_plain(root);
        }
        Some(document)
    })?;
    if let Some(made) = made.filter(|_| is_modern) {
        call.state::<Store>().document(made).settings.is_modern = true;
        quiet(call, || super::xml::own_names(made))?;
    }
    let value = fresh(call, made)?;
    if let Some(doctype) = doctype {
        call.state::<Store>().moved(doctype);
    }
    Ok(value)
}

/// What is behind the scheme of an address that is no path.
fn opaque(name: &[u8]) -> Option<&[u8]> {
    let end = name.iter().position(|byte| *byte == b':')?;
    let (scheme, rest) = (&name[..end], &name[end + 1..]);
    let is_scheme = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    (is_scheme && !rest.is_empty() && rest[0] != b'/').then_some(rest)
}

/// A document type, for `DOMImplementation`.
pub fn made_type(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let given = args.bytes(0);
    let is_modern = call.native().name.starts_with("Dom\\");
    if given.is_empty() && !is_modern {
        return Err(call.value_error(1, "must not be empty"));
    }
    if is_modern && !super::name::is_qualified(call, given)? {
        return Err(thrown(call, Code::Namespace));
    }
    if given.windows(3).any(|part| part == b"%00") {
        call.warn("URI must not contain percent-encoded NUL bytes")?;
        return Ok(Value::bool(false));
    }
    let given = match opaque(given) {
        Some(part) if !is_modern && part.contains(&b':') => {
            return Err(thrown(call, Code::Namespace));
        }
        part => part.filter(|_| !is_modern).unwrap_or(given),
    };
    let part = |at: usize| args.text(at).filter(|text| !text.is_empty());
    let made = quiet(call, || Node::new_dtd(None, given, part(1), part(2)))?;
    match made {
        Some(made) if is_modern => super::object::of_class(call, made, b"Dom\\DocumentType"),
        Some(made) => object_of(call, made),
        None => {
            call.warn("Unable to create DocumentType")?;
            Ok(Value::bool(false))
        }
    }
}
