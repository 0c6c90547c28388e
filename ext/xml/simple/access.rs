//! Elements as properties and offsets, attributes as offsets.

use libxml2::Node;
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::shown::{is_empty_attribute, is_empty_text};
use super::walk::{Attribute, Of, Simple, made, of};
use crate::bridge::quiet;
use crate::dom::object::{clear, discard};
use crate::store::Store;

/// What is asked for.
enum Key {
    /// Nothing: what is added at the end.
    Next,
    /// A position.
    At(i64),
    /// A name.
    Named(Vec<u8>),
}

fn key(call: &mut Call<'_>, value: &Value) -> Res<Key> {
    Ok(match value.unboxed().view() {
        View::Int(at) => Key::At(at),
        View::Str(name) => Key::Named(name.to_vec()),
        _ => Key::Named(call.to_str(value.unboxed())?.to_vec()),
    })
}

/// Where something is asked for: of an object, as an element or an attribute.
struct Place {
    simple: Simple,
    /// The object's own node.
    base: Node,
    /// The node whose children or attributes are meant.
    node: Option<Node>,
    /// The first attribute.
    first: Option<Node>,
    is_attribute: bool,
}

fn place_of(
    call: &mut Call<'_>,
    object: &Object,
    key: &Key,
    is_offset: bool,
) -> Res<Option<Place>> {
    let (simple, base) = of(call, object)?;
    let Some(base) = base else { return Ok(None) };
    let by_position = matches!(key, Key::At(_) | Key::Next);
    let is_attribute = simple.of == Of::Attributes || (is_offset && !by_position);
    let (node, first) = match simple.of {
        Of::Attributes => {
            let first = simple.first(base);
            (first, first)
        }
        Of::Children => (Some(base), None),
        _ => {
            let node = simple.stands_for(base);
            (node, node.and_then(Node::first_attribute))
        }
    };
    Ok(Some(Place { simple, base, node, first, is_attribute }))
}

fn attribute_key(key: Key) -> Attribute {
    match key {
        Key::At(at) => Attribute::At(at),
        Key::Named(name) => Attribute::Named(name),
        Key::Next => Attribute::At(i64::MAX),
    }
}

fn shown(name: Option<Vec<u8>>) -> String {
    String::from_utf8_lossy(&name.unwrap_or_default()).into_owned()
}

/// A new element behind others of the name that an object has.
fn add_like(call: &mut Call<'_>, node: Node, text: Option<&[u8]>) -> Res<Option<Node>> {
    let Some(parent) = node.parent() else { return Ok(None) };
    let name = node.name().unwrap_or_default();
    call.state::<Store>().changed(node);
    quiet(call, || add_text_child(parent, node.ns(), &name, text))
}

fn add_text_child(
    parent: Node,
    ns: Option<libxml2::Ns>,
    name: &[u8],
    text: Option<&[u8]>,
) -> Option<Node> {
    let made = parent.add_element(ns, name, None)?;
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        let text = crate::dom::object::until_nul(text);
        made.append_plain(Node::new_text(parent.doc(), text)?);
    }
    Some(made)
}

/// What is at a place; made where `writes` says that something will be put there.
fn read(
    call: &mut Call<'_>,
    object: &Object,
    key: Key,
    (is_offset, writes): (bool, bool),
) -> Res<Value> {
    let Some(place) = place_of(call, object, &key, is_offset)? else { return Ok(Value::NULL) };
    let Place { simple, base, node, first, is_attribute } = place;
    if matches!(key, Key::Next) {
        let is_root = node.and_then(Node::parent).is_some_and(Node::is_document);
        if simple.of == Of::Attributes || (simple.of != Of::Children && is_root) {
            let text = "Cannot create unnamed attribute".to_owned();
            return Err(call.throw(Message::Refused { text }));
        }
    }
    if is_attribute {
        let found = simple.attribute(first, &attribute_key(key));
        return match found {
            Some(found) => made(call, object, found, simple.like(Of::Node, None)),
            None => Ok(Value::NULL),
        };
    }
    if let Key::Named(name) = &key {
        let at = match simple.of {
            Of::Children => Some(base),
            _ => node,
        };
        return match at {
            Some(at) => made(call, object, at, simple.like(Of::Named, Some(name))),
            None => Ok(Value::NULL),
        };
    }
    positioned(call, object, (&simple, base, node), (&key, writes))
}

fn positioned(
    call: &mut Call<'_>,
    object: &Object,
    (simple, base, node): (&Simple, Node, Option<Node>),
    (key, writes): (&Key, bool),
) -> Res<Value> {
    let Some(start) = node else {
        if writes && simple.of == Of::Named {
            let name = simple.name.clone().unwrap_or_default();
            let made_node = quiet(call, || add_text_child(base, None, &name, None))?;
            if let Some(made_node) = made_node {
                return made(call, object, made_node, simple.like(Of::Node, None));
            }
        }
        return Ok(Value::NULL);
    };
    let from = if simple.of == Of::Children { simple.first(base) } else { Some(start) };
    let (found, count) = match (simple.of, key) {
        (Of::Node, Key::At(at)) => {
            if *at > 0 {
                let name = shown(start.name());
                let text = format!(
                    "Cannot add element {name} number {at} when only 0 such elements exist"
                );
                warn(call, text)?;
            }
            (Some(start), 0)
        }
        (Of::Node, _) => (Some(start), 0),
        (_, Key::At(at)) => simple.at(*at, from),
        _ => (None, 0),
    };
    if let Some(found) = found {
        return made(call, object, found, simple.like(Of::Node, None));
    }
    if !writes {
        return Ok(Value::NULL);
    }
    if let Key::At(at) = key
        && count < *at
    {
        let name = shown(start.name());
        let text =
            format!("Cannot add element {name} number {at} when only {count} such elements exist");
        warn(call, text)?;
    }
    match add_like(call, start, None)? {
        Some(added) => made(call, object, added, simple.like(Of::Node, None)),
        None => Ok(Value::NULL),
    }
}

/// The text that a value is as content.
fn content(call: &mut Call<'_>, value: &Value, is_attribute: bool) -> Res<Vec<u8>> {
    match value.unboxed().view() {
        View::Object(object) if call.host().is_instance(object, "SimpleXMLElement") => {
            let object = Value::from(object.clone());
            Ok(call.to_str(&object)?.to_vec())
        }
        View::Object(_) | View::Array(_) | View::Resource(_) => {
            let what = if is_attribute { "attributes" } else { "properties" };
            let given = call.given(value);
            let text =
                format!("It's not possible to assign a complex type to {what}, {given} given");
            Err(call.throw(Message::TypeRefused { text }))
        }
        _ => Ok(call.to_str(value.unboxed())?.to_vec()),
    }
}

/// Replaces what is inside a node by a text.
fn replace(call: &mut Call<'_>, node: Node, text: &[u8]) -> Res<()> {
    clear(call, node)?;
    let text = crate::dom::object::until_nul(text);
    if !text.is_empty() {
        quiet(call, || {
            if let Some(made) = Node::new_text(node.doc(), text) {
                node.append_plain(made);
            }
        })?;
    }
    call.state::<Store>().changed(node);
    Ok(())
}

fn write(
    call: &mut Call<'_>,
    object: &Object,
    key: Key,
    value: &Value,
    is_offset: bool,
) -> Res<()> {
    let Some(place) = place_of(call, object, &key, is_offset)? else { return Ok(()) };
    let refuse = |call: &mut Call<'_>, text: &str| {
        Err(call.throw(Message::Refused { text: text.to_owned() }))
    };
    if matches!(key, Key::Next) {
        if place.simple.of == Of::Attributes {
            return refuse(call, "Cannot append to an attribute list");
        }
        let is_root = place.node.and_then(Node::parent).is_some_and(Node::is_document);
        if place.simple.of != Of::Children && is_root {
            let text = "Cannot append to an attribute list".to_owned();
            return Err(call.throw(Message::ValueRefused { text }));
        }
    }
    if matches!(&key, Key::Named(name) if name.is_empty()) {
        let what = if place.is_attribute { "attribute" } else { "element" };
        let text = format!("Cannot create {what} with an empty name");
        return Err(call.throw(Message::ValueRefused { text }));
    }
    let text = content(call, value, place.is_attribute)?;
    object.set_falsy(false);
    if place.is_attribute {
        return write_attribute(call, place, key, &text);
    }
    let Place { simple, base, node, .. } = place;
    let Some(start) = node.or(missing(call, &simple, base)?) else { return Ok(()) };
    match key {
        Key::Named(name) => {
            let at = if simple.of == Of::Children { base } else { start };
            write_child(call, &simple, at, &name, &text)
        }
        key => write_positioned(call, (&simple, base, start), &key, &text),
    }
}

/// The element that an object of a name stands for, made when there is none.
fn missing(call: &mut Call<'_>, simple: &Simple, base: Node) -> Res<Option<Node>> {
    if simple.of != Of::Named || simple.first(base).is_some() {
        return Ok(None);
    }
    let name = simple.name.clone().unwrap_or_default();
    call.state::<Store>().changed(base);
    quiet(call, || add_text_child(base, base.ns(), &name, None))
}

fn write_attribute(call: &mut Call<'_>, place: Place, key: Key, text: &[u8]) -> Res<()> {
    let Place { simple, base, node, first, .. } = place;
    let wanted = attribute_key(key);
    if let Some(found) = simple.attribute(first, &wanted) {
        return replace(call, found, text);
    }
    let element = match simple.of {
        Of::Attributes => Some(base),
        _ => node.or(missing(call, &simple, base)?),
    };
    match (wanted, element) {
        (Attribute::At(at), _) => {
            let count = simple
                .next_at(first)
                .map_or(0, |_| std::iter::successors(first, |node| node.next()).count());
            warn(
                call,
                format!("Cannot change attribute number {at} when only {count} attributes exist"),
            )
        }
        (Attribute::Named(name), Some(element)) => {
            call.state::<Store>().changed(element);
            quiet(call, || {
                let text = crate::dom::object::until_nul(text);
                element.add_ns_prop(None, &name, Some(text));
            })
        }
        (Attribute::Named(_), None) => Ok(()),
    }
}

fn write_child(
    call: &mut Call<'_>,
    simple: &Simple,
    at: Node,
    name: &[u8],
    text: &[u8],
) -> Res<()> {
    let is_it = |node: &Node| node.is_named(name) && node.is_element() && simple.fits(*node);
    let known: Vec<Node> = at.children().filter(is_it).collect();
    match known.as_slice() {
        [one] => replace(call, *one, text),
        [] => {
            call.state::<Store>().changed(at);
            let ns = at.ns();
            quiet(call, || add_text_child(at, ns, name, Some(text))).map(drop)
        }
        _ => warn(
            call,
            "Cannot assign to an array of nodes (duplicate subnodes or attr detected)".to_owned(),
        ),
    }
}

fn write_positioned(
    call: &mut Call<'_>,
    (simple, base, start): (&Simple, Node, Node),
    key: &Key,
    text: &[u8],
) -> Res<()> {
    if start.kind() == libxml2::Kind::Attribute {
        let text = "Cannot create duplicate attribute".to_owned();
        return Err(call.throw(Message::Refused { text }));
    }
    if simple.of == Of::Node {
        if let Key::At(at) = key
            && *at > 0
        {
            let name = shown(start.name());
            warn(
                call,
                format!("Cannot add element {name} number {at} when only 0 such elements exist"),
            )?;
        }
        return replace(call, start, text);
    }
    let from = if simple.of == Of::Children { simple.first(base) } else { Some(start) };
    let (found, count) = match key {
        Key::At(at) => simple.at(*at, from),
        _ => (None, 0),
    };
    if let Some(found) = found {
        return replace(call, found, text);
    }
    if let Key::At(at) = key
        && count < *at
    {
        let name = shown(start.name());
        warn(
            call,
            format!("Cannot add element {name} number {at} when only {count} such elements exist"),
        )?;
    }
    add_like(call, start, Some(text)).map(drop)
}

/// The nodes that a key means.
fn meant(call: &mut Call<'_>, object: &Object, key: Key, is_offset: bool) -> Res<Vec<Node>> {
    let Some(place) = place_of(call, object, &key, is_offset)? else { return Ok(Vec::new()) };
    let Place { simple, base, node, first, is_attribute } = place;
    if is_attribute {
        return Ok(simple.attribute(first, &attribute_key(key)).into_iter().collect());
    }
    let Some(start) = node else { return Ok(Vec::new()) };
    match key {
        Key::At(at) => {
            let from = if simple.of == Of::Children { simple.first(base) } else { Some(start) };
            Ok(simple.at(at, from).0.into_iter().collect())
        }
        Key::Named(name) => {
            let at = if simple.of == Of::Children { base } else { start };
            let is_it =
                |node: &Node| node.is_element() && node.is_named(&name) && simple.fits(*node);
            Ok(at.children().filter(is_it).collect())
        }
        Key::Next => Ok(Vec::new()),
    }
}

fn delete(call: &mut Call<'_>, object: &Object, key: Key, is_offset: bool) -> Res<()> {
    for node in meant(call, object, key, is_offset)? {
        call.state::<Store>().changed(node);
        discard(call, node)?;
    }
    Ok(())
}

pub fn get(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = key(call, args.value(0))?;
    read(call, args.this(), key, (false, false))
}

pub fn set(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = key(call, args.value(0))?;
    write(call, args.this(), key, args.value(1), false)?;
    Ok(Value::NULL)
}

pub fn is_set(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = key(call, args.value(0))?;
    Ok(Value::bool(!meant(call, args.this(), key, false)?.is_empty()))
}

pub fn unset(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = key(call, args.value(0))?;
    delete(call, args.this(), key, false)?;
    Ok(Value::NULL)
}

pub fn offset(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let is_open = args.is_null(1) && matches!(args.bytes(0), b"get" | b"append" | b"set");
    let key = if is_open { Key::Next } else { key(call, args.value(1))? };
    match args.bytes(0) {
        b"get" | b"append" => read(call, args.this(), key, (true, is_open)),
        b"set" => {
            write(call, args.this(), key, args.value(2), true)?;
            Ok(Value::NULL)
        }
        b"exists" => Ok(Value::bool(!meant(call, args.this(), key, true)?.is_empty())),
        _ => {
            delete(call, args.this(), key, true)?;
            Ok(Value::NULL)
        }
    }
}

pub fn place(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = if args.is_null(0) { Key::Next } else { key(call, args.value(0))? };
    read(call, args.this(), key, (true, true))
}

pub fn empty(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = key(call, args.value(1))?;
    let found = meant(call, args.this(), key, args.flag(0))?;
    let Some(node) = found.first().copied() else { return Ok(Value::bool(true)) };
    let is_empty = match node.kind() {
        libxml2::Kind::Attribute => is_empty_attribute(call, node)?,
        _ => is_empty_text(call, node)?,
    };
    Ok(Value::bool(is_empty))
}

/// A child on the way to something that is written: made when there is none.
pub fn nest(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let wanted = key(call, args.value(0))?;
    let is_there = !meant(call, args.this(), wanted, false)?.is_empty();
    let name = args.bytes(0).to_vec();
    if is_there {
        return read(call, args.this(), Key::Named(name), (false, true));
    }
    let (simple, base) = of(call, args.this())?;
    let Some(base) = base else { return Ok(Value::NULL) };
    if simple.of == Of::Attributes {
        return Ok(Value::NULL);
    }
    let parent = match simple.of {
        Of::Children => Some(base),
        _ => simple.stands_for(base).or(missing(call, &simple, base)?),
    };
    let Some(parent) = parent else { return Ok(Value::NULL) };
    args.this().set_falsy(false);
    call.state::<Store>().changed(parent);
    let added = quiet(call, || add_text_child(parent, None, &name, None))?;
    match added {
        Some(added) => made(call, args.this(), added, simple.like(Of::Node, None)),
        None => Ok(Value::NULL),
    }
}

/// Warns as an operator does.
fn warn(call: &mut Call<'_>, text: String) -> Res<()> {
    call.host().report(Message::Warning { text: format!("main(): {text}") })
}
