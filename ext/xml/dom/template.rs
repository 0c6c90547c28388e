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

/// Takes from the templates of a tree what they hold: it came from another document, which keeps
/// that. PHP has it so, and copies hold nothing either.
pub fn forget(call: &mut Call<'_>, root: Node, from: Option<Node>) {
    let Some(from) = from else { return };
    if call.state::<Store>().document(from).templates.is_empty() {
        return;
    }
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        pending.extend(node.children());
        if is_template(node) {
            node.set_template(None);
        }
    }
}
