//! The title of a document: an element in the head of HTML, or below the root of SVG.

use libxml2::{Kind, Node};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::create::own_ns;
use super::object::{HTML, changed, clear, text};
use super::walk;
use crate::bridge::quiet;

const SVG: &[u8] = b"http://www.w3.org/2000/svg";

fn is_of(node: &Node, uri: &[u8], name: &[u8]) -> bool {
    node.is_element() && node.is_named(name) && node.uri().as_deref() == Some(uri)
}

/// The element that is the title.
fn find(document: Node) -> Option<Node> {
    let root = document.root_element()?;
    if is_of(&root, SVG, b"svg") {
        return root.children().find(|child| is_of(child, SVG, b"title"));
    }
    walk::elements(document).find(|node| is_of(node, HTML, b"title"))
}

/// The text that is in an element itself, not deeper.
fn own_text(element: Node) -> Vec<u8> {
    let parts = element.children().filter(|child| child.is_text());
    parts.filter_map(Node::data).collect::<Vec<_>>().concat()
}

/// `Dom\Document::$title`
pub fn read(call: &mut Call<'_>, document: Node) -> Res<Value> {
    let whole = quiet(call, || find(document).map(own_text))?.unwrap_or_default();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | 0x0c | b'\r');
    let words: Vec<&[u8]> = whole.split(is_blank).filter(|word| !word.is_empty()).collect();
    text(call, &words.join(&b' '))
}

/// Makes the element that is to be the title, where there is a place for it.
fn make(document: Node) -> Option<Node> {
    let root = document.root_element()?;
    let made = |uri: &[u8], prefix: Option<&[u8]>| {
        let made = Node::new_element(Some(document), b"title", None)?;
        made.set_ns(own_ns(document, uri, prefix));
        Some(made)
    };
    if is_of(&root, SVG, b"svg") {
        let title = made(SVG, root.prefix().as_deref())?;
        match root.first_child() {
            Some(first) => root.insert_plain(title, first),
            None => root.append_plain(title),
        }
        return Some(title);
    }
    let head = root.children().find(|child| is_of(child, HTML, b"head"));
    let head = head.filter(|_| is_of(&root, HTML, b"html"))?;
    let title = made(HTML, head.prefix().as_deref())?;
    head.append_plain(title);
    Some(title)
}

/// Changes the title.
pub fn write(call: &mut Call<'_>, document: Node, value: &[u8]) -> Res<()> {
    let Some(root) = document.root_element() else { return Ok(()) };
    let has_one = root.uri().is_some_and(|uri| uri == HTML) || is_of(&root, SVG, b"svg");
    let found = quiet(call, || find(document).filter(|_| has_one))?;
    let title = match found {
        Some(title) => Some(title),
        None => quiet(call, || make(document))?,
    };
    let Some(title) = title.filter(|title| title.kind() == Kind::Element) else { return Ok(()) };
    clear(call, title)?;
    quiet(call, || {
        if let Some(made) = Node::new_text(Some(document), value) {
            title.append_plain(made);
        }
    })?;
    changed(call, title);
    Ok(())
}
