//! Elements by their names.

mod access;
#[rustfmt::skip]
mod r#gen;
mod method;
mod shown;
mod walk;

use std::collections::HashMap;

use libxml2::Node;
use libxml2::parse::{How, Source, xml};
use runtime::native::{Arguments, Call, Method};
use runtime::object::{ClassId, WeakObject};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::bridge::{Job, Style, quiet, run};
use crate::store::Store;
use walk::{Simple, begin};

pub use r#gen::{CONSTANTS, NATIVES};

/// The objects of a request.
#[derive(Default)]
pub struct Simples {
    all: HashMap<WeakObject, Simple>,
}

impl Simples {
    /// Forgets an object that is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        self.all.remove(&gone);
    }
}

macro_rules! methods {
    ($($name:literal = $body:path;)+) => {
        /// The bodies of the methods.
        pub const METHODS: &[Method] = &[
            $(Method { name: concat!("simplexmlelement::", $name), body: $body }),+
        ];
    };
}

methods! {
    "__construct" = construct;
    "xpath" = method::xpath;
    "registerxpathnamespace" = method::register;
    "asxml" = method::save;
    "savexml" = method::save;
    "getnamespaces" = method::namespaces;
    "getdocnamespaces" = method::declared;
    "children" = method::children;
    "attributes" = method::attributes;
    "addchild" = method::add_child;
    "addattribute" = method::add_attribute;
    "getname" = method::name;
    "__tostring" = shown::text;
    "__debuginfo" = shown::debug;
    "shown_" = shown::listed;
    "vars_" = shown::listed;
    "count" = method::count;
    "rewind" = method::rewind;
    "valid" = method::valid;
    "current" = method::current;
    "key" = method::key;
    "next" = method::next;
    "haschildren" = method::has_children;
    "getchildren" = method::get_children;
    "__get" = access::get;
    "__set" = access::set;
    "__isset" = access::is_set;
    "__unset" = access::unset;
    "offset_" = access::offset;
    "place_" = access::place;
    "empty_" = access::empty;
    "nest_" = access::nest;
    "cast_" = shown::cast;
    "compare_" = method::compare;
    "cloned_" = method::cloned;
}

/// Names and texts belong to their nodes, so that trees can move between documents.
const OPTION_NODICT: i64 = 1 << 12;

fn load(call: &mut Call<'_>, data: &[u8], is_file: bool, options: i64) -> Res<Option<Node>> {
    let name = if is_file { data.to_vec() } else { Vec::new() };
    let options = (options | OPTION_NODICT) as i32;
    let how = How { options, recovers: options & 1 != 0, ..How::default() };
    let source = if is_file { Source::File(&name) } else { Source::Memory(data) };
    Ok(run(call, Job::parse(Style::Full, options), || xml(source, how))?.doc)
}

fn construct(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if i32::try_from(args.int(1)).is_err() {
        let text = "SimpleXMLElement::__construct(): Argument #2 ($options) is invalid";
        return Err(call.host().throw_instance("Exception", text, 0));
    }
    let document = load(call, args.bytes(0), args.flag(2), args.int(1))?;
    let root = match document {
        Some(document) => quiet(call, || document.root_element())?.or(Some(document)),
        None => None,
    };
    let Some(root) = root else {
        let text = "String could not be parsed as XML";
        return Err(call.host().throw_instance("Exception", text, 0));
    };
    let space = args.text(3).filter(|space| !space.is_empty()).map(<[u8]>::to_vec);
    begin(call, args.this(), root, Simple { space, is_prefix: args.flag(4), ..Simple::default() });
    Ok(Value::NULL)
}

/// The class that is asked for.
fn class(call: &mut Call<'_>, name: Option<&Str>) -> Res<ClassId> {
    let base = crate::dom::object::class(call, b"SimpleXMLElement")?;
    let Some(name) = name else { return Ok(base) };
    let found = call.host().class_named(name)?;
    if let Some(found) = found.filter(|found| found.class().is_a(base)) {
        return Ok(found);
    }
    let shown = String::from_utf8_lossy(name).into_owned();
    let rule = format!("must be a class name derived from SimpleXMLElement or null, {shown} given");
    Err(call.type_refused(2, &rule))
}

struct Wanted<'a> {
    class: Option<&'a Str>,
    options: i64,
    space: &'a Str,
    is_prefix: bool,
}

fn loaded(call: &mut Call<'_>, data: &[u8], is_file: bool, wanted: &Wanted<'_>) -> Res<Value> {
    let class = class(call, wanted.class)?;
    if i32::try_from(wanted.options).is_err() {
        return Err(call.value_error(3, "is too large"));
    }
    let Some(document) = load(call, data, is_file, wanted.options)? else {
        return Ok(Value::bool(false));
    };
    let root = quiet(call, || document.root_element())?.unwrap_or(document);
    let made = call.host().new_instance(class)?;
    let space = Some(wanted.space.to_vec()).filter(|space| !space.is_empty());
    if let View::Object(object) = made.view() {
        let simple = Simple { space, is_prefix: wanted.is_prefix, ..Simple::default() };
        begin(call, object, root, simple);
    }
    Ok(made)
}

fn simplexml_load_file(
    call: &mut Call<'_>,
    filename: &Str,
    class: Option<&Str>,
    options: i64,
    space: &Str,
    is_prefix: bool,
) -> Res<Value> {
    if filename.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    loaded(call, filename, true, &Wanted { class, options, space, is_prefix })
}

fn simplexml_load_string(
    call: &mut Call<'_>,
    data: &Str,
    class: Option<&Str>,
    options: i64,
    space: &Str,
    is_prefix: bool,
) -> Res<Value> {
    loaded(call, data, false, &Wanted { class, options, space, is_prefix })
}

fn simplexml_import_dom(call: &mut Call<'_>, node: &Value, class_name: Option<&Str>) -> Res<Value> {
    let class = class(call, class_name)?;
    let View::Object(object) = node.unboxed().view() else { return Ok(Value::NULL) };
    let found = match call.state::<Simples>().all.contains_key(&object.downgrade()) {
        true => {
            let (simple, node) = walk::of(call, object)?;
            node.and_then(|node| simple.stands_for(node))
        }
        false => call.state::<Store>().node(object),
    };
    let Some(found) = found else {
        return Err(call.type_refused(1, "must be a valid XML node"));
    };
    if found.doc().is_none() {
        call.warn("Imported Node must have associated Document")?;
        return Ok(Value::NULL);
    }
    let element = match found.is_document() {
        true => quiet(call, || found.root_element())?,
        false => Some(found),
    };
    let Some(element) = element.filter(|node| node.is_element()) else {
        call.warn("Invalid Nodetype to import")?;
        return Ok(Value::NULL);
    };
    let made = call.host().new_instance(class)?;
    if let View::Object(object) = made.view() {
        begin(call, object, element, Simple::default());
    }
    Ok(made)
}

/// The node that an object of the class stands for.
pub fn node_of(call: &mut Call<'_>, object: &runtime::object::Object) -> Option<Node> {
    let known = call.state::<Simples>().all.get(&object.downgrade()).cloned()?;
    let node = call.state::<Store>().node(object)?;
    known.stands_for(node)
}
