//! Putting nodes into trees, and taking them out.

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, refused, refused_as};
use super::modern;
use super::object::{argument, changed, discard, is_modern, object_of, optional, this};
use crate::bridge::quiet;
use crate::store::Store;

/// Whether a node can have children at all.
pub fn can_have_children(node: Node) -> bool {
    !matches!(
        node.kind(),
        Kind::DocumentType
            | Kind::Dtd
            | Kind::Pi
            | Kind::Comment
            | Kind::Text
            | Kind::Cdata
            | Kind::Notation
    )
}

/// Whether a node must not be changed.
pub fn is_read_only(node: Node) -> bool {
    match node.kind() {
        Kind::EntityRef
        | Kind::Entity
        | Kind::DocumentType
        | Kind::Notation
        | Kind::Dtd
        | Kind::ElementDecl
        | Kind::AttributeDecl
        | Kind::EntityDecl
        | Kind::Namespace => true,
        _ => node.doc().is_none(),
    }
}

/// Whether a node is inside another, or is it.
pub fn is_inside(node: Node, of: Node) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(|node| node == of)
}

/// Why a child must not be put there, by the rules of the old classes.
fn objection(parent: Node, child: Node) -> Option<Code> {
    if is_read_only(parent) || child.parent().is_some_and(is_read_only) {
        return Some(Code::NoModification);
    }
    let is_same = child.doc() == parent.doc();
    if is_same && (child.kind() == Kind::Document || is_inside(parent, child)) {
        return Some(Code::Hierarchy);
    }
    if child.doc().is_some() && child.doc() != parent.doc() {
        return Some(Code::WrongDocument);
    }
    None
}

/// The same, for what comes behind the look at an empty fragment.
fn late_objection(parent: Node, child: Node) -> bool {
    let is_odd_child =
        parent.kind() == Kind::Attribute && !matches!(child.kind(), Kind::Text | Kind::EntityRef);
    let is_odd_parent = child.kind() == Kind::Attribute && !parent.is_element();
    is_odd_child || is_odd_parent || child.is_document()
}

/// `None` when a child may be put there.
fn check(
    call: &mut Call<'_>,
    parent: Node,
    child: Node,
    warns_of_empty: bool,
) -> Res<Option<Value>> {
    if let Some(code) = objection(parent, child) {
        return refused(call, parent, code).map(Some);
    }
    if warns_of_empty && child.kind() == Kind::Fragment && child.first_child().is_none() {
        call.warn("Document Fragment is empty")?;
        return Ok(Some(Value::bool(false)));
    }
    if late_objection(parent, child) {
        return refused(call, parent, Code::Hierarchy).map(Some);
    }
    Ok(None)
}

/// Makes a node without document one of the document of another.
pub fn join_document(call: &mut Call<'_>, child: Node, parent: Node) -> Res<()> {
    if child.doc().is_none() && parent.doc().is_some() {
        quiet(call, || child.set_doc(parent.doc()))?;
        call.state::<Store>().moved(child);
    }
    Ok(())
}

/// Adds an attribute in place of one with its name.
fn put_attribute(call: &mut Call<'_>, element: Node, attribute: Node) -> Res<()> {
    let name = attribute.name().unwrap_or_default();
    let uri = attribute.uri();
    let known = quiet(call, || match &uri {
        Some(uri) => element.has_ns_prop(&name, Some(uri)),
        None => element.has_prop(&name),
    })?;
    if let Some(known) = known.filter(|known| known.kind() == Kind::Attribute) {
        if known == attribute {
            return Ok(());
        }
        discard(call, known)?;
    }
    quiet(call, || {
        attribute.unlink();
        element.append_attribute(attribute);
        super::element::reconcile_attribute(element, attribute);
    })
}

/// Puts nodes before a child, or at the end; what is in a fragment in its place.
pub fn place(call: &mut Call<'_>, parent: Node, child: Node, before: Option<Node>) -> Res<()> {
    let nodes: Vec<Node> = match child.kind() {
        Kind::Fragment => child.children().collect(),
        _ => vec![child],
    };
    quiet(call, || {
        for node in &nodes {
            node.unlink();
            match before {
                Some(before) => parent.insert_plain(*node, before),
                None => parent.append_plain(*node),
            }
        }
    })?;
    call.state::<Store>().changed(parent);
    Ok(())
}

/// Has elements declare what they are in, where nothing above does.
pub fn reconcile(call: &mut Call<'_>, nodes: &[Node], is_deep: bool) -> Res<()> {
    let elements: Vec<Node> = nodes.iter().copied().filter(|node| node.is_element()).collect();
    if elements.is_empty() {
        return Ok(());
    }
    quiet(call, || {
        for element in elements {
            element.drop_redundant_ns();
            if is_deep {
                super::walk::elements(element).for_each(Node::drop_redundant_ns);
            }
            element.reconcile_ns();
        }
    })
}

fn insert_old(
    call: &mut Call<'_>,
    (parent, child): (Node, Node),
    before: Option<Node>,
) -> Res<Value> {
    if !can_have_children(parent) {
        return Ok(Value::bool(false));
    }
    if let Some(answer) = check(call, parent, child, true)? {
        return Ok(answer);
    }
    if before.is_some_and(|before| before.parent() != Some(parent)) {
        return refused(call, parent, Code::NotFound);
    }
    if child.kind() == Kind::Dtd
        && parent.is_document()
        && parent.int_subset().is_some_and(|known| known != child)
    {
        let text = "A document may only contain one document type";
        return refused_as(call, parent, Code::Hierarchy, text);
    }
    join_document(call, child, parent)?;
    if child.kind() == Kind::Attribute {
        put_attribute(call, parent, child)?;
        changed(call, parent);
        return object_of(call, child);
    }
    if before == Some(child) {
        return object_of(call, child);
    }
    let nodes: Vec<Node> = match child.kind() {
        Kind::Fragment => child.children().collect(),
        _ => vec![child],
    };
    place(call, parent, child, before)?;
    if child.kind() == Kind::Dtd && parent.is_document() {
        parent.set_int_subset(Some(child));
    }
    reconcile(call, &nodes, child.kind() == Kind::Fragment)?;
    object_of(call, nodes.first().copied().unwrap_or(child))
}

/// `DOMNode::appendChild()`
pub fn append_child(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (parent, child) = (this(call, args)?, argument(call, args, 0)?);
    if is_modern(call, parent) {
        return modern::insert(call, (parent, child), None);
    }
    insert_old(call, (parent, child), None)
}

/// `DOMNode::insertBefore()`
pub fn insert_before(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (parent, child) = (this(call, args)?, argument(call, args, 0)?);
    let before = optional(call, args, 1)?;
    if is_modern(call, parent) {
        return modern::insert(call, (parent, child), before);
    }
    insert_old(call, (parent, child), before)
}

/// `DOMNode::removeChild()`
pub fn remove_child(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (parent, child) = (this(call, args)?, argument(call, args, 0)?);
    if child.parent() != Some(parent) || child.kind() == Kind::Attribute {
        return refused(call, parent, Code::NotFound);
    }
    if is_read_only(parent) {
        return refused(call, parent, Code::NoModification);
    }
    quiet(call, || child.unlink())?;
    changed(call, parent);
    object_of(call, child)
}

/// `DOMNode::replaceChild()`
pub fn replace_child(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (parent, child) = (this(call, args)?, argument(call, args, 0)?);
    let old = argument(call, args, 1)?;
    if is_modern(call, parent) {
        return modern::replace(call, parent, child, old);
    }
    if child.doc().is_some() && child.doc() != parent.doc() {
        return refused(call, parent, Code::WrongDocument);
    }
    if !can_have_children(parent) || parent.first_child().is_none() {
        return Ok(Value::bool(false));
    }
    if let Some(answer) = check(call, parent, child, false)? {
        return Ok(answer);
    }
    if (old.kind() == Kind::Attribute) != (child.kind() == Kind::Attribute) {
        return refused(call, parent, Code::Hierarchy);
    }
    if old.parent() != Some(parent) {
        return refused(call, parent, Code::NotFound);
    }
    join_document(call, child, parent)?;
    if old != child {
        let was_type = parent.is_document() && parent.int_subset() == Some(old);
        let nodes: Vec<Node> = match child.kind() {
            Kind::Fragment => child.children().collect(),
            _ => vec![child],
        };
        let next = old.next();
        let before = if next == Some(child) { child.next() } else { next };
        quiet(call, || old.unlink())?;
        place(call, parent, child, before)?;
        if was_type && child.kind() == Kind::Dtd {
            parent.set_int_subset(Some(child));
        }
        reconcile(call, &nodes, child.kind() == Kind::Fragment)?;
    }
    changed(call, parent);
    object_of(call, old)
}
