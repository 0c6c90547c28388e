//! Elements below a node, in the order of the document.

use libxml2::{Kind, Node};

/// The node behind another in the order of the document, below a top.
pub fn following(node: Node, top: Node) -> Option<Node> {
    let child = node.first_child().filter(|_| node.kind() != Kind::EntityRef);
    child.or_else(|| behind(node, top))
}

/// The node behind another and all that is inside it, below a top.
pub fn behind(node: Node, top: Node) -> Option<Node> {
    let mut node = node;
    while node != top {
        if let Some(next) = node.next() {
            return Some(next);
        }
        node = node.parent()?;
    }
    None
}

/// The nodes below a node.
pub fn nodes(top: Node) -> impl Iterator<Item = Node> {
    std::iter::successors(following(top, top), move |node| following(*node, top))
}

/// The elements below a node.
pub fn elements(top: Node) -> impl Iterator<Item = Node> {
    nodes(top).filter(|node| node.is_element())
}
