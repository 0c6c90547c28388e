//! Nodes as objects of scripts.

use std::collections::HashMap;

use libxml2::{Kind, Node};
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::object::{ClassId, Object};
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::bridge::quiet;
use crate::store::Store;

/// Classes by name, as this request has them.
#[derive(Default)]
struct Classes {
    found: HashMap<Vec<u8>, ClassId>,
}

/// The class with a name, which the library has.
pub fn class(call: &mut Call<'_>, name: &[u8]) -> Res<ClassId> {
    if let Some(found) = call.state::<Classes>().found.get(name) {
        return Ok(*found);
    }
    match call.host().class_named(name)? {
        Some(found) => {
            call.state::<Classes>().found.insert(name.to_vec(), found);
            Ok(found)
        }
        None => {
            let text = format!("Class \"{}\" not found", String::from_utf8_lossy(name));
            Err(call.throw(Message::Refused { text }))
        }
    }
}

/// The namespace of HTML.
pub const HTML: &[u8] = b"http://www.w3.org/1999/xhtml";

/// The class of a node that nothing else is said of.
fn class_of(node: Node, is_modern: bool) -> &'static str {
    match (node.kind(), is_modern) {
        (Kind::Html | Kind::Document, false) => "DOMDocument",
        (Kind::Html, true) => "Dom\\HTMLDocument",
        (Kind::Document, true) => "Dom\\XMLDocument",
        (Kind::Dtd | Kind::DocumentType, false) => "DOMDocumentType",
        (Kind::Dtd | Kind::DocumentType, true) => "Dom\\DocumentType",
        (Kind::Element, false) => "DOMElement",
        (Kind::Element, true) if node.uri().is_some_and(|uri| uri == HTML) => "Dom\\HTMLElement",
        (Kind::Element, true) => "Dom\\Element",
        (Kind::Attribute, false) => "DOMAttr",
        (Kind::Attribute, true) => "Dom\\Attr",
        (Kind::Text, false) => "DOMText",
        (Kind::Text, true) => "Dom\\Text",
        (Kind::Cdata, false) => "DOMCdataSection",
        (Kind::Cdata, true) => "Dom\\CDATASection",
        (Kind::EntityRef, false) => "DOMEntityReference",
        (Kind::EntityRef, true) => "Dom\\EntityReference",
        (Kind::Entity | Kind::EntityDecl, false) => "DOMEntity",
        (Kind::Entity | Kind::EntityDecl, true) => "Dom\\Entity",
        (Kind::Pi, false) => "DOMProcessingInstruction",
        (Kind::Pi, true) => "Dom\\ProcessingInstruction",
        (Kind::Comment, false) => "DOMComment",
        (Kind::Comment, true) => "Dom\\Comment",
        (Kind::Fragment, false) => "DOMDocumentFragment",
        (Kind::Fragment, true) => "Dom\\DocumentFragment",
        (Kind::Notation, false) => "DOMNotation",
        (Kind::Notation, true) => "Dom\\Notation",
        (_, false) => "DOMNode",
        (_, true) => "Dom\\Node",
    }
}

/// The object that is a node; made when there is none yet.
pub fn object_of(call: &mut Call<'_>, node: Node) -> Res<Value> {
    let store = call.state::<Store>();
    if let Some(object) = store.object(node) {
        return Ok(object.into());
    }
    let is_modern = store.settings(node).is_modern;
    let name = class_of(node, is_modern);
    let chosen = node.doc().and_then(|document| {
        let classes = &store.document(document).classes;
        classes.get(name.to_ascii_lowercase().as_bytes()).cloned()
    });
    let name = chosen.unwrap_or_else(|| name.as_bytes().to_vec());
    of_class(call, node, &name)
}

/// A new object of a class that is a node.
pub fn of_class(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Value> {
    let class = class(call, name)?;
    let made = call.host().new_instance(class)?;
    if let View::Object(object) = made.view() {
        call.state::<Store>().bind(object, node);
    }
    Ok(made)
}

/// The same, null for none.
pub fn maybe(call: &mut Call<'_>, node: Option<Node>) -> Res<Value> {
    match node {
        Some(node) => object_of(call, node),
        None => Ok(Value::NULL),
    }
}

/// The node of an object.
pub fn node_of(call: &mut Call<'_>, object: &Object) -> Res<Node> {
    match call.state::<Store>().node(object) {
        Some(node) => Ok(node),
        None => {
            let class = call.given(&Value::from(object.clone()));
            let text = format!("Couldn't fetch {class}");
            Err(call.throw(Message::Refused { text }))
        }
    }
}

/// The node that a method is called on.
pub fn this(call: &mut Call<'_>, args: &Arguments) -> Res<Node> {
    node_of(call, args.this())
}

/// The node that an argument is.
pub fn argument(call: &mut Call<'_>, args: &Arguments, at: usize) -> Res<Node> {
    match args.object(at) {
        Some(object) => node_of(call, object),
        None => Err(call.type_error(at + 1, "DOMNode", args.value(at))),
    }
}

/// The node that an argument is, which may be null.
pub fn optional(call: &mut Call<'_>, args: &Arguments, at: usize) -> Res<Option<Node>> {
    match args.object(at) {
        Some(object) => node_of(call, object).map(Some),
        None => Ok(None),
    }
}

/// Whether a node is of the classes in the namespace `Dom`.
pub fn is_modern(call: &mut Call<'_>, node: Node) -> bool {
    call.state::<Store>().settings(node).is_modern
}

/// Whether names of a node are those of HTML.
pub fn is_html(node: Node) -> bool {
    node.uri().is_some_and(|uri| uri == HTML)
        && node.doc().is_some_and(|document| document.kind() == Kind::Html)
}

/// A text up to its first NUL, as C takes it.
pub fn until_nul(text: &[u8]) -> &[u8] {
    super::name::until_nul(text)
}

/// A prefix and what is behind it.
pub fn split_name(name: &[u8]) -> (Option<&[u8]>, &[u8]) {
    super::name::split(name)
}

/// Gives a script a node that was just made and has no parent.
pub fn fresh(call: &mut Call<'_>, node: Option<Node>) -> Res<Value> {
    match node {
        Some(node) => object_of(call, node),
        None => Err(super::error::thrown(call, super::error::Code::InvalidState)),
    }
}

/// Makes the object of a constructor a node.
pub fn become_node(call: &mut Call<'_>, args: &Arguments, node: Option<Node>) -> Res<Value> {
    let Some(node) = node else {
        return Err(super::error::thrown(call, super::error::Code::InvalidState));
    };
    call.state::<Store>().bind(args.this(), node);
    Ok(Value::NULL)
}

/// A text as a value.
pub fn text(call: &mut Call<'_>, bytes: &[u8]) -> Res<Value> {
    Ok(call.str(bytes)?.into())
}

/// A text that may be missing.
pub fn maybe_text(call: &mut Call<'_>, bytes: Option<Vec<u8>>) -> Res<Value> {
    match bytes {
        Some(bytes) => text(call, &bytes),
        None => Ok(Value::NULL),
    }
}

/// Takes a node out of its tree, and gives it up when nobody has an object of it.
pub fn discard(call: &mut Call<'_>, node: Node) -> Res<()> {
    quiet(call, || node.unlink())?;
    call.state::<Store>().drop_tree(node);
    Ok(())
}

/// Empties a node.
pub fn clear(call: &mut Call<'_>, node: Node) -> Res<()> {
    let children: Vec<Node> = node.children().collect();
    for child in children {
        discard(call, child)?;
    }
    Ok(())
}

/// Notes a change of a tree.
pub fn changed(call: &mut Call<'_>, node: Node) {
    call.state::<Store>().changed(node);
}
