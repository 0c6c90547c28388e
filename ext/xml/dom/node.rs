//! What all nodes can do.

use libxml2::{Kind, Node};
use runtime::array::Array;
use runtime::native::{Arguments, Call};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, thrown, thrown_as};
use super::insert::is_inside;
use super::object::{
    argument, changed, discard, fresh, is_modern, maybe_text, object_of, optional, text, this,
};
use crate::bridge::{Job, Style, quiet, run};
use crate::libxml::put;
use crate::store::Store;

/// `DOMNode::cloneNode()`
pub fn clone_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let made = copied(call, node, args.flag(0))?;
    if made.is_none() {
        return Ok(Value::bool(false));
    }
    fresh(call, made)
}

/// A copy of a node in its document; a document with its settings.
pub fn copied(call: &mut Call<'_>, node: Node, deep: bool) -> Res<Option<Node>> {
    let modern = is_modern(call, node);
    if node.is_document() {
        let made = quiet(call, || match modern {
            true => super::copy::document(node, deep),
            false => node.copy_doc(deep),
        })?;
        let store = call.state::<Store>();
        let (settings, classes) = {
            let known = store.document(node);
            (known.settings, known.classes.clone())
        };
        if let Some(made) = made {
            let known = store.document(made);
            known.settings = settings;
            known.classes = classes;
        }
        return Ok(made);
    }
    quiet(call, || {
        if let Some(document) = node.doc().filter(|_| modern) {
            return super::copy::tree(node, document, deep);
        }
        let made = super::create::copy(node, node.doc(), deep)?;
        if let (Some(ns), Kind::Attribute, None) = (node.ns(), made.kind(), made.ns()) {
            made.set_ns(Some(ns));
        }
        Some(made)
    })
}

/// Makes a fresh object the copy of another one.
pub fn cloned(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let Some(from) = args.object(0) else { return Ok(Value::NULL) };
    let Some(node) = call.state::<Store>().node(from) else { return Ok(Value::NULL) };
    if let Some(made) = copied(call, node, true)? {
        call.state::<Store>().bind(args.this(), made);
    }
    Ok(Value::NULL)
}

/// `DOMNode::getLineNo()`
pub fn get_line(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    quiet(call, || node.line()).map(Value::int)
}

/// `DOMNode::getNodePath()`
pub fn get_path(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let path = quiet(call, || node.path())?;
    match path {
        // PHP: the new classes cannot say that a node has no path.
        None if is_modern(call, node) => Err(thrown(call, Code::InvalidState)),
        path => maybe_text(call, path),
    }
}

/// `DOMNode::hasAttributes()`
pub fn has_attributes(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let modern = is_modern(call, node);
    let has = node.first_attribute().is_some() || (!modern && node.first_ns().is_some());
    Ok(Value::bool(has))
}

/// `DOMNode::hasChildNodes()`
pub fn has_children(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let can = super::insert::can_have_children(node);
    Ok(Value::bool(can && node.first_child().is_some()))
}

/// The namespace that a prefix means, by the rules of the old classes.
fn lookup(node: Node, prefix: Option<&[u8]>) -> Option<Vec<u8>> {
    let node = match node.kind() {
        Kind::Document | Kind::Html => node.root_element()?,
        _ => node,
    };
    node.search_ns(prefix)?.href()
}

/// The namespace that a prefix means, by the rules of the living standard.
pub fn lookup_modern(node: Node, prefix: Option<&[u8]>) -> Option<Vec<u8>> {
    let element = match node.kind() {
        Kind::Document | Kind::Html => node.root_element()?,
        Kind::Dtd | Kind::Fragment => return None,
        Kind::Element => node,
        _ => node.parent().filter(|parent| parent.is_element())?,
    };
    match prefix {
        Some(b"xml") => return Some(super::name::XML.to_vec()),
        Some(b"xmlns") => return Some(super::name::XMLNS.to_vec()),
        _ => {}
    }
    for element in std::iter::successors(Some(element), |node| node.parent()) {
        if !element.is_element() {
            break;
        }
        if let Some(uri) = element.uri()
            && element.prefix().as_deref() == prefix
        {
            return Some(uri);
        }
        let declares = |attribute: &Node| {
            attribute.uri().as_deref() == Some(super::name::XMLNS)
                && match prefix {
                    Some(prefix) => attribute.prefix().is_some() && attribute.is_named(prefix),
                    None => attribute.prefix().is_none() && attribute.is_named(b"xmlns"),
                }
        };
        if let Some(attribute) = element.attributes().find(declares) {
            return attribute.content().filter(|uri| !uri.is_empty());
        }
    }
    None
}

fn found_uri(call: &mut Call<'_>, node: Node, prefix: Option<&[u8]>) -> Res<Option<Vec<u8>>> {
    let modern = is_modern(call, node);
    quiet(call, || if modern { lookup_modern(node, prefix) } else { lookup(node, prefix) })
}

/// `DOMNode::lookupNamespaceURI()`
pub fn lookup_uri(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let prefix = args.text(0).filter(|prefix| !prefix.is_empty());
    let found = found_uri(call, node, prefix)?;
    maybe_text(call, found)
}

/// `DOMNode::isDefaultNamespace()`
pub fn is_default(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let found = found_uri(call, node, None)?;
    let wanted = args.text(0).filter(|uri| !uri.is_empty());
    let modern = is_modern(call, node);
    if wanted.is_none() && !modern {
        return Ok(Value::bool(false));
    }
    Ok(Value::bool(found.as_deref() == wanted))
}

/// `DOMNode::lookupPrefix()`
pub fn lookup_prefix(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let uri = args.bytes(0);
    if uri.is_empty() {
        return Ok(Value::NULL);
    }
    let modern = is_modern(call, node);
    let found = quiet(call, || {
        let at = match node.kind() {
            Kind::Document | Kind::Html => node.root_element()?,
            Kind::Element => node,
            Kind::Entity | Kind::Notation | Kind::Fragment | Kind::DocumentType | Kind::Dtd => {
                return None;
            }
            _ => node.parent()?,
        };
        if modern { nearest_prefix(at, uri) } else { at.search_href(uri)?.prefix() }
    })?;
    maybe_text(call, found)
}

/// The prefix of a namespace that an element or one above it has or declares.
fn nearest_prefix(element: Node, uri: &[u8]) -> Option<Vec<u8>> {
    let mut at = Some(element);
    while let Some(element) = at.filter(|node| node.is_element()) {
        if let Some(ns) = element.ns()
            && ns.href().as_deref() == Some(uri)
            && let Some(prefix) = ns.prefix()
        {
            return Some(prefix);
        }
        let declares = |attribute: &Node| {
            let prefix = attribute.ns().and_then(|ns| ns.prefix());
            prefix.as_deref() == Some(b"xmlns") && attribute.content().as_deref() == Some(uri)
        };
        if let Some(found) = element.attributes().find(declares) {
            return found.name();
        }
        at = element.parent();
    }
    None
}

/// `DOMNode::isSameNode()`
pub fn is_same(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let other = optional(call, args, 0)?;
    Ok(Value::bool(other == Some(node)))
}

fn attributes_equal(left: Node, right: Node) -> bool {
    let all: Vec<Node> = right.attributes().collect();
    left.attributes().count() == all.len()
        && left.attributes().all(|attribute| all.iter().any(|other| is_equal(attribute, *other)))
}

fn declarations_equal(left: Node, right: Node) -> bool {
    let all: Vec<_> = right.declared().map(|ns| (ns.prefix(), ns.href())).collect();
    left.declared().count() == all.len()
        && left.declared().all(|ns| all.contains(&(ns.prefix(), ns.href())))
}

/// Whether two trees say the same.
fn is_equal(left: Node, right: Node) -> bool {
    if left == right {
        return true;
    }
    if left.kind() != right.kind() {
        return false;
    }
    let same_name = || left.name() == right.name();
    let own = match left.kind() {
        Kind::Element => {
            same_name()
                && left.prefix() == right.prefix()
                && left.uri() == right.uri()
                && attributes_equal(left, right)
                && declarations_equal(left, right)
        }
        Kind::Attribute => {
            return same_name() && left.uri() == right.uri() && left.content() == right.content();
        }
        Kind::Dtd | Kind::DocumentType => {
            return same_name()
                && left.public_id() == right.public_id()
                && left.system_id() == right.system_id();
        }
        Kind::EntityDecl => {
            return same_name()
                && left.public_id() == right.public_id()
                && left.system_id() == right.system_id()
                && left.entity_text() == right.entity_text();
        }
        Kind::Pi => same_name() && left.data() == right.data(),
        Kind::Text | Kind::Cdata | Kind::Comment => left.data() == right.data(),
        Kind::EntityRef => return same_name(),
        _ => true,
    };
    own && left.children().count() == right.children().count()
        && left.children().zip(right.children()).all(|(left, right)| is_equal(left, right))
}

/// `DOMNode::isEqualNode()`
pub fn is_equal_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let Some(other) = optional(call, args, 0)? else { return Ok(Value::bool(false)) };
    call.host().guard_stack()?;
    quiet(call, || is_equal(node, other)).map(Value::bool)
}

/// Whether a feature is there, as ancient programs ask.
pub fn is_feature(feature: &[u8], version: &[u8]) -> bool {
    matches!(version, b"1.0" | b"2.0" | b"")
        && (feature.eq_ignore_ascii_case(b"xml")
            || (feature.eq_ignore_ascii_case(b"core") && version == b"1.0"))
}

/// `DOMNode::isSupported()`
pub fn is_supported(_: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    Ok(Value::bool(is_feature(args.bytes(0), args.bytes(1))))
}

/// Joins texts that are side by side below a node.
pub fn normalize_below(call: &mut Call<'_>, top: Node) -> Res<()> {
    let mut pending = vec![top];
    while let Some(node) = pending.pop() {
        pending.extend(node.attributes());
        let mut child = node.first_child();
        while let Some(here) = child {
            child = here.next();
            if here.is_element() {
                pending.push(here);
            }
            if here.kind() != Kind::Text {
                continue;
            }
            let mut data = here.data().unwrap_or_default();
            while let Some(next) = child.filter(|next| next.kind() == Kind::Text) {
                child = next.next();
                data.extend(next.data().unwrap_or_default());
                discard(call, next)?;
            }
            if data.is_empty() {
                discard(call, here)?;
            } else {
                quiet(call, || here.set_data(&data))?;
            }
        }
    }
    changed(call, top);
    Ok(())
}

/// `DOMNode::normalize()`
pub fn normalize(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    normalize_below(call, node)?;
    Ok(Value::NULL)
}

/// `DOMNode::contains()`
pub fn contains(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let Some(object) = args.object(0) else { return Ok(Value::bool(false)) };
    let other = super::object::node_of(call, object)?;
    Ok(Value::bool(is_inside(other, node)))
}

/// `DOMNode::getRootNode()`
pub fn get_root(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    object_of(call, node.root())
}

/// `DOMNode::compareDocumentPosition()`
pub fn compare(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (node, other) = (this(call, args)?, argument(call, args, 0)?);
    Ok(Value::int(position(node, other)))
}

fn position(node: Node, other: Node) -> i64 {
    const DISCONNECTED: i64 = 0x21;
    if node == other {
        return 0;
    }
    let (mut left, mut right) = (other, node);
    let (mut left_attr, mut right_attr) = (None, None);
    if left.kind() == Kind::Attribute {
        left_attr = Some(left);
        match left.parent() {
            Some(parent) => left = parent,
            None => return DISCONNECTED | unordered(node, other),
        }
    }
    if right.kind() == Kind::Attribute {
        right_attr = Some(right);
        match right.parent() {
            Some(parent) => right = parent,
            None => return DISCONNECTED | unordered(node, other),
        }
        if let Some(first) = left_attr.filter(|_| left == right) {
            let before = left.attributes().position(|attr| attr == first);
            let own = left.attributes().position(|attr| Some(attr) == right_attr);
            return 0x20 | if before < own { 0x02 } else { 0x04 };
        }
    }
    if left.root() != right.root() {
        return DISCONNECTED | unordered(node, other);
    }
    if (left_attr.is_none() && left != right && is_inside(right, left))
        || (right_attr.is_some() && left == right)
    {
        return 0x08 | 0x02;
    }
    if (right_attr.is_none() && left != right && is_inside(left, right))
        || (left_attr.is_some() && left == right)
    {
        return 0x10 | 0x04;
    }
    if precedes(left, right) { 0x02 } else { 0x04 }
}

fn unordered(node: Node, other: Node) -> i64 {
    if node.address() > other.address() { 0x02 } else { 0x04 }
}

fn precedes(left: Node, right: Node) -> bool {
    let lineage = |node: Node| {
        let mut all: Vec<Node> = std::iter::successors(Some(node), |node| node.parent()).collect();
        all.reverse();
        all
    };
    let (left, right) = (lineage(left), lineage(right));
    let split = left.iter().zip(&right).position(|(left, right)| left != right);
    let Some(split) = split else { return left.len() < right.len() };
    std::iter::successors(left[split].next(), |node| node.next()).any(|node| node == right[split])
}

/// `DOMNode::__sleep()`
pub fn sleep(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let class = call.given(&args.this_value());
    let text = format!(
        "Serialization of '{class}' is not allowed, unless serialization methods are implemented in \
         a subclass"
    );
    Err(call.host().throw_instance("Exception", &text, 0))
}

/// `DOMNode::__wakeup()`
pub fn wakeup(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let class = call.given(&args.this_value());
    let text = format!(
        "Unserialization of '{class}' is not allowed, unless unserialization methods are implemented \
         in a subclass"
    );
    Err(call.host().throw_instance("Exception", &text, 0))
}

/// `DOMDocumentFragment::appendXML()`
pub fn append_xml(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let Some(document) = node.doc() else {
        return super::error::refused(call, node, Code::NoModification);
    };
    if args.bytes(0).is_empty() {
        return Ok(Value::bool(true));
    }
    let modern = is_modern(call, node);
    let parsed = run(call, Job::new(Style::Full), || document.parse_chunk(args.bytes(0)))?;
    match parsed {
        Ok(first) => {
            let nodes: Vec<Node> = std::iter::successors(first, |node| node.next()).collect();
            quiet(call, || {
                for child in nodes {
                    child.unlink();
                    node.append_plain(child);
                }
            })?;
            changed(call, node);
            Ok(Value::bool(true))
        }
        Err(_) if modern => Err(thrown_as(call, Code::Syntax, "XML fragment is not well-formed")),
        Err(_) => Ok(Value::bool(false)),
    }
}

/// What an object is shown with.
pub fn shown(call: &mut Call<'_>, names: &[&'static str], object: &Object) -> Res<Array> {
    let mut shown = Array::new();
    let is_lost = call.state::<Store>().node(object).is_none();
    if is_lost && !super::property::is_notation(call, object) {
        return Ok(shown);
    }
    for name in names {
        let value = match *name {
            "classList" => Some(text(call, b"(object value omitted)")?),
            name => super::property::of(call, object, name.as_bytes())?,
        };
        let Some(value) = value else { continue };
        let value = match value.view() {
            View::Object(_) => text(call, b"(object value omitted)")?,
            _ => value,
        };
        put(call, &mut shown, name, value)?;
    }
    Ok(shown)
}
