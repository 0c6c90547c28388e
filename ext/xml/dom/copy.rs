//! Copies of nodes for documents of the new classes, whose nodes have the namespaces that the document
//! keeps, and whose declarations are attributes.

use libxml2::{Kind, Node};

use super::create::own_ns;
use super::name::XMLNS;

/// A copy without what is inside, but with attributes.
fn alone(node: Node, document: Node) -> Option<Node> {
    match node.kind() {
        Kind::Element => element(node, document),
        Kind::Attribute => {
            let made = Node::new_attribute(Some(document), &node.name()?, None)?;
            finish_attribute(node, made, document);
            Some(made)
        }
        Kind::Fragment => Node::new_fragment(Some(document)),
        _ => node.copy_for(Some(document), false),
    }
}

fn finish_attribute(from: Node, made: Node, document: Node) {
    if let Some(uri) = from.uri() {
        made.set_ns(own_ns(document, &uri, from.prefix().as_deref()));
    }
    for part in from.children() {
        let copied = part.copy_for(Some(document), true);
        copied.into_iter().for_each(|copied| made.append_plain(copied));
    }
    if from.is_id() {
        made.set_attribute_type(2);
    }
}

fn element(node: Node, document: Node) -> Option<Node> {
    let made = Node::new_element(Some(document), &node.name()?, None)?;
    if let Some(uri) = node.uri() {
        made.set_ns(own_ns(document, &uri, node.prefix().as_deref()));
    }
    made.set_line(usize::try_from(node.line()).unwrap_or(0));
    for ns in node.declared() {
        let prefix = ns.prefix();
        let of = own_ns(document, XMLNS, prefix.as_ref().map(|_| b"xmlns".as_slice()));
        let name = prefix.unwrap_or_else(|| b"xmlns".to_vec());
        made.add_ns_prop(of, &name, Some(&ns.href().unwrap_or_default()));
    }
    for attribute in node.attributes() {
        let copied = Node::new_attribute(Some(document), &attribute.name()?, None)?;
        made.append_attribute(copied);
        finish_attribute(attribute, copied, document);
    }
    Some(made)
}

/// A copy of a node, with all that is inside when it is deep.
pub fn tree(node: Node, document: Node, deep: bool) -> Option<Node> {
    let top = alone(node, document)?;
    let holds = |node: Node| matches!(node.kind(), Kind::Element | Kind::Fragment);
    let mut pending = vec![(node, top)];
    while let Some((from, to)) = pending.pop() {
        if !deep || !holds(from) {
            continue;
        }
        for child in from.children() {
            let copied = alone(child, document)?;
            to.append_plain(copied);
            pending.push((child, copied));
        }
    }
    Some(top)
}

/// A copy of a document, with all that is inside when it is deep.
pub fn document(document: Node, deep: bool) -> Option<Node> {
    let made = document.copy_doc(false)?;
    for child in document.children().filter(|_| deep) {
        let copied = tree(child, made, true)?;
        made.append_plain(copied);
        if copied.kind() == Kind::Dtd {
            made.set_int_subset(Some(copied));
        }
    }
    Some(made)
}
