//! Lists of nodes, and maps of them by name.

use std::collections::HashMap;

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::object::{Object, WeakObject};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::object::{is_html, is_modern, maybe, object_of};
use super::walk;
use crate::bridge::quiet;
use crate::store::Store;

/// What a list is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Of {
    /// The children of a node.
    Children,
    /// The elements among them.
    Elements,
    /// The elements below a node with a name, in a namespace: none for any, both `*` for all.
    Tags {
        /// The name.
        name: Vec<u8>,
        /// The namespace.
        uri: Option<Vec<u8>>,
    },
    /// The attributes of an element.
    Attributes,
    /// The entities of a document type.
    Entities,
    /// Its notations.
    Notations,
    /// What the first property of the object holds.
    Fixed,
}

struct List {
    of: Of,
    base: Option<Node>,
    /// The number of changes when a node was found, the node, and where it is.
    last: Option<(u64, usize, Node)>,
    /// The same for the length.
    length: Option<(u64, usize)>,
}

/// The lists of a request.
#[derive(Default)]
pub struct Lists {
    all: HashMap<WeakObject, List>,
}

impl Lists {
    /// Forgets a list whose object is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        self.all.remove(&gone);
    }
}

/// Has the lists of a document be of the one that took its place.
pub fn follow(call: &mut Call<'_>, before: Node, now: Node) {
    let mut moved = Vec::new();
    for (key, list) in &mut call.state::<Lists>().all {
        if list.base == Some(before) {
            (list.base, list.last, list.length) = (Some(now), None, None);
            moved.extend(key.get());
        }
    }
    for object in moved {
        call.state::<Store>().pin(&object, now);
    }
}

fn class_of(of: &Of, modern: bool) -> &'static str {
    match (of, modern) {
        (Of::Attributes, false) | (Of::Entities | Of::Notations, false) => "DOMNamedNodeMap",
        (Of::Attributes, true) => "Dom\\NamedNodeMap",
        (Of::Entities | Of::Notations, true) => "Dom\\DtdNamedNodeMap",
        (Of::Elements | Of::Tags { .. }, true) => "Dom\\HTMLCollection",
        (_, false) => "DOMNodeList",
        (_, true) => "Dom\\NodeList",
    }
}

fn made(call: &mut Call<'_>, class: &'static str, list: List) -> Res<Value> {
    let made = call.host().new_object(class)?;
    if let View::Object(object) = made.view() {
        object.watch();
        if let Some(base) = list.base {
            call.state::<Store>().pin(object, base);
        }
        call.state::<Lists>().all.insert(object.downgrade(), list);
    }
    Ok(made)
}

/// A list that goes with a node.
pub fn of(call: &mut Call<'_>, node: Node, of: Of) -> Res<Value> {
    let modern = is_modern(call, node);
    let class = class_of(&of, modern);
    made(call, class, List { of, base: Some(node), last: None, length: None })
}

/// A list of values.
pub fn fixed(call: &mut Call<'_>, values: Vec<Value>, modern: bool) -> Res<Value> {
    let class = if modern { "Dom\\NodeList" } else { "DOMNodeList" };
    let array = call.list(values)?;
    let list = List { of: Of::Fixed, base: None, last: None, length: None };
    let made = made(call, class, list)?;
    if let Some(mut object) = made.clone().into_object() {
        object.slot_mut(0).set(array.into());
    }
    Ok(made)
}

/// Whether an element has a name, as lists ask.
fn matches(element: Node, name: &[u8], uri: Option<&[u8]>, modern: bool) -> bool {
    let by_name = name == b"*" || {
        if modern && uri.is_none() {
            let own = element.qualified_name();
            if is_html(element) { own == name.to_ascii_lowercase() } else { own == name }
        } else {
            element.is_named(name)
        }
    };
    by_name
        && match uri {
            None | Some(b"*") => true,
            Some(b"") => element.uri().is_none_or(|own| own.is_empty()),
            Some(uri) => element.uri().is_some_and(|own| own == uri),
        }
}

/// The node behind another one of a list; the first one for none.
fn next(base: Node, of: &Of, after: Option<Node>, modern: bool) -> Option<Node> {
    match of {
        Of::Children => match after {
            Some(node) => node.next(),
            None if super::insert::can_have_children(base) => base.first_child(),
            None => None,
        },
        Of::Elements => {
            let first = match after {
                Some(node) => node.next(),
                None => base.first_child(),
            };
            std::iter::successors(first, |node| node.next()).find(|node| node.is_element())
        }
        Of::Tags { name, uri } => {
            let start = after.unwrap_or(base);
            std::iter::successors(walk::following(start, base), |node| walk::following(*node, base))
                .find(|node| node.is_element() && matches(*node, name, uri.as_deref(), modern))
        }
        Of::Attributes => match after {
            Some(node) => node.next(),
            None => base.first_attribute(),
        },
        Of::Entities | Of::Notations | Of::Fixed => None,
    }
}

fn fixed_item(object: &Object, index: i64) -> Value {
    let items = object.slot(0).as_array();
    items.and_then(|items| items.get_int(index)).cloned().unwrap_or(Value::NULL)
}

/// The objects of entities or notations.
fn declared(call: &mut Call<'_>, base: Node, of_notations: bool) -> Res<Vec<Value>> {
    let found = quiet(call, || base.declarations(of_notations))?;
    let mut values = Vec::new();
    for declared in found {
        values.push(match declared.node {
            Some(node) => object_of(call, node)?,
            None => notation(call, base, &declared)?,
        });
    }
    Ok(values)
}

/// A notation, which is no node of the library: its object keeps what it says.
fn notation(call: &mut Call<'_>, base: Node, declared: &libxml2::Declared) -> Res<Value> {
    let modern = is_modern(call, base);
    let class = if modern { "Dom\\Notation" } else { "DOMNotation" };
    let values = [
        super::object::text(call, &declared.name)?,
        super::object::text(call, declared.public.as_deref().unwrap_or_default())?,
        super::object::text(call, declared.system.as_deref().unwrap_or_default())?,
    ];
    let made = call.host().new_object(class)?;
    if let Some(mut object) = made.clone().into_object() {
        for (slot, value) in values.into_iter().enumerate() {
            object.slot_mut(slot).set(value);
        }
    }
    Ok(made)
}

fn length_of(call: &mut Call<'_>, object: &Object) -> Res<usize> {
    let key = object.downgrade();
    let Some(list) = call.state::<Lists>().all.get(&key) else { return Ok(0) };
    let (of, base, known) = (list.of.clone(), list.base, list.length);
    let Some(base) = base else {
        return Ok(object.slot(0).as_array().map_or(0, |items| items.len()));
    };
    if matches!(of, Of::Entities | Of::Notations) {
        return Ok(declared(call, base, of == Of::Notations)?.len());
    }
    if base.kind() == Kind::EntityRef {
        quiet(call, || base.resolve())?;
    }
    let store = call.state::<Store>();
    let (changes, modern) = (store.changes(base), store.settings(base).is_modern);
    if let Some((when, length)) = known.filter(|(when, _)| *when == changes && *when != 0) {
        let _ = when;
        return Ok(length);
    }
    let first = next(base, &of, None, modern);
    let length = std::iter::successors(first, |node| next(base, &of, Some(*node), modern)).count();
    if let Some(list) = call.state::<Lists>().all.get_mut(&key) {
        list.length = Some((changes, length));
    }
    Ok(length)
}

/// The value at a position; null for none.
fn item_at(call: &mut Call<'_>, object: &Object, index: i64) -> Res<Value> {
    let Ok(index) = usize::try_from(index) else { return Ok(Value::NULL) };
    let key = object.downgrade();
    let Some(list) = call.state::<Lists>().all.get(&key) else { return Ok(Value::NULL) };
    let (of, base, known) = (list.of.clone(), list.base, list.last);
    let Some(base) = base else {
        return Ok(fixed_item(object, index as i64));
    };
    if matches!(of, Of::Entities | Of::Notations) {
        let all = declared(call, base, of == Of::Notations)?;
        return Ok(all.get(index).cloned().unwrap_or(Value::NULL));
    }
    if base.kind() == Kind::EntityRef {
        quiet(call, || base.resolve())?;
    }
    let store = call.state::<Store>();
    let (changes, modern) = (store.changes(base), store.settings(base).is_modern);
    let known = known.filter(|(when, at, _)| *when == changes && changes != 0 && *at <= index);
    let (mut at, mut node) = match known {
        Some((_, at, node)) => (at, Some(node)),
        None => (0, next(base, &of, None, modern)),
    };
    while let Some(here) = node.filter(|_| at < index) {
        node = next(base, &of, Some(here), modern);
        at += 1;
    }
    if let (Some(node), Some(list)) = (node, call.state::<Lists>().all.get_mut(&key)) {
        list.last = Some((changes, at, node));
    }
    maybe(call, node)
}

/// `DOMNodeList::count()`
pub fn count(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    length_of(call, args.this()).map(|length| Value::int(length as i64))
}

/// `DOMNodeList::item()`
pub fn item(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let index = args.int(0);
    if index < 0 {
        return Ok(Value::NULL);
    }
    if i32::try_from(index).is_err() {
        let text = "must be between 0 and 2147483647";
        let is_map = call.native().name.contains("NamedNodeMap");
        if is_map {
            return Err(call.value_error(1, text));
        }
        return Ok(Value::NULL);
    }
    item_at(call, args.this(), index)
}

/// `DOMNamedNodeMap::item()`
pub fn map_item(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let index = args.int(0);
    if index < 0 || i32::try_from(index).is_err() {
        return Err(call.value_error(1, "must be between 0 and 2147483647"));
    }
    item_at(call, args.this(), index)
}

fn named(
    call: &mut Call<'_>,
    object: &Object,
    name: &[u8],
    uri: Option<Option<&[u8]>>,
) -> Res<Value> {
    let Some(list) = call.state::<Lists>().all.get(&object.downgrade()) else {
        return Ok(Value::NULL);
    };
    let (of, base) = (list.of.clone(), list.base);
    let Some(base) = base else { return Ok(Value::NULL) };
    if matches!(of, Of::Entities | Of::Notations) {
        let found = quiet(call, || base.declarations(of == Of::Notations))?;
        let Some(declared) = found.into_iter().find(|declared| declared.name == name) else {
            return Ok(Value::NULL);
        };
        return match declared.node {
            Some(node) => object_of(call, node),
            None => notation(call, base, &declared),
        };
    }
    let modern = is_modern(call, base);
    let found = match uri {
        Some(uri) => quiet(call, || base.has_ns_prop(name, uri))?,
        None if modern => {
            let folded = if is_html(base) { name.to_ascii_lowercase() } else { name.to_vec() };
            base.attributes().find(|attribute| attribute.qualified_name() == folded)
        }
        None => quiet(call, || base.has_prop(name))?,
    };
    maybe(call, found.filter(|found| found.kind() == Kind::Attribute))
}

/// `DOMNamedNodeMap::getNamedItem()`
pub fn named_item(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    named(call, args.this(), args.bytes(0), None)
}

/// `DOMNamedNodeMap::getNamedItemNS()`
pub fn named_item_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    named(call, args.this(), args.bytes(1), Some(uri))
}

/// `Dom\HTMLCollection::namedItem()`
pub fn named_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let key = args.bytes(0);
    if key.is_empty() {
        return Ok(Value::NULL);
    }
    let length = length_of(call, args.this())?;
    for index in 0..length {
        let value = item_at(call, args.this(), index as i64)?;
        let View::Object(object) = value.view() else { continue };
        let node = super::object::node_of(call, object)?;
        let is_it = quiet(call, || {
            node.plain_prop(b"id").as_deref() == Some(key)
                || (node.uri().as_deref() == Some(super::object::HTML)
                    && node.plain_prop(b"name").as_deref() == Some(key))
        })?;
        if is_it {
            return Ok(value.clone());
        }
    }
    Ok(Value::NULL)
}

/// The length of a list, the value at a position, one with a name, or the one behind another.
pub fn ask(call: &mut Call<'_>, object: &Object, what: &[u8], about: &Value) -> Res<Value> {
    match (what, about.view()) {
        (b"length", _) => length_of(call, object).map(|length| Value::int(length as i64)),
        (b"item", View::Int(index)) => item_at(call, object, index),
        (b"name", View::Str(name)) => named(call, object, name, None),
        (b"next", View::Object(current)) => {
            let Some(list) = call.state::<Lists>().all.get(&object.downgrade()) else {
                return Ok(Value::NULL);
            };
            let (of, base) = (list.of.clone(), list.base);
            let node = super::object::node_of(call, current)?;
            let Some(base) = base else { return Ok(Value::NULL) };
            let modern = is_modern(call, base);
            let found = next(base, &of, Some(node), modern);
            maybe(call, found)
        }
        (b"walks", _) => {
            let list = call.state::<Lists>().all.get(&object.downgrade());
            let walks = list.is_some_and(|list| matches!(list.of, Of::Children | Of::Attributes));
            Ok(Value::bool(walks))
        }
        _ => Ok(Value::NULL),
    }
}

/// `DOMDocument::getElementsByTagName()`
pub fn by_tag(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let node = super::object::this(call, args)?;
    of(call, node, Of::Tags { name: args.bytes(0).to_vec(), uri: None })
}

/// `DOMDocument::getElementsByTagNameNS()`
pub fn by_tag_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    for at in [0, 1] {
        if args.bytes(at).contains(&0) {
            return Err(call.value_error(at + 1, "must not contain any null bytes"));
        }
    }
    let node = super::object::this(call, args)?;
    let uri = Some(args.bytes(0).to_vec());
    of(call, node, Of::Tags { name: args.bytes(1).to_vec(), uri })
}
