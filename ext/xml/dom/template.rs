//! What templates of HTML hold: a fragment beside the tree, which scripts do not see.
//!
//! # Invariants
//! - A fragment lives as long as the document that its template belongs to.

use libxml2::Node;
use runtime::native::Call;

use super::object::HTML;
use crate::store::Store;

/// Whether an element is a template.
pub fn is_template(node: Node) -> bool {
    node.is_element() && node.is_named(b"template") && node.uri().as_deref() == Some(HTML)
}

/// What is written inside an element: of a template what it holds.
pub fn written(node: Node) -> Vec<Node> {
    if !is_template(node) {
        return node.children().collect();
    }
    node.template().into_iter().flat_map(Node::children).collect()
}

/// Has the documents of templates keep what these hold.
pub fn keep(call: &mut Call<'_>, fragments: Vec<Node>) {
    let Some(document) = fragments.first().and_then(|fragment| fragment.doc()) else { return };
    call.state::<Store>().document(document).templates.extend(fragments);
}

/// The fragment of a template, which is made where there is none; in the list when it was made.
pub fn ensured(node: Node, made: &mut Vec<Node>) -> Option<Node> {
    if let Some(known) = node.template() {
        return Some(known);
    }
    let fragment = Node::new_fragment(node.doc())?;
    node.set_template(Some(fragment));
    made.push(fragment);
    Some(fragment)
}

/// Gives the templates of a copy copies of what those of the original hold.
pub fn copy(original: Node, copied: Node, made: &mut Vec<Node>) {
    let mut pending = vec![(original, copied)];
    while let Some((original, copied)) = pending.pop() {
        if let Some(content) = original.template().filter(|_| is_template(original))
            && let Some(fragment) = ensured(copied, made)
        {
            for child in content.children() {
                let made =
                    copied.doc().and_then(|document| super::copy::tree(child, document, true));
                let Some(inner) = made else { continue };
                fragment.append_plain(inner);
                pending.push((child, inner));
            }
        }
        pending.extend(original.children().zip(copied.children()));
    }
}

/// Moves what the templates of a tree hold along with the tree, which came from another document.
pub fn follow(call: &mut Call<'_>, root: Node, from: Option<Node>) {
    let (Some(from), Some(to)) = (from, root.doc()) else { return };
    let store = call.state::<Store>();
    if store.document(from).templates.is_empty() {
        return;
    }
    let mut moved = Vec::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        pending.extend(node.children());
        let Some(fragment) = node.template().filter(|_| is_template(node)) else { continue };
        fragment.set_doc(Some(to));
        super::create::rehome(fragment, true);
        pending.extend(fragment.children());
        moved.push(fragment);
    }
    store.document(from).templates.retain(|fragment| !moved.contains(fragment));
    store.document(to).templates.extend(moved);
}
