//! Insertion by the rules of the living standard, for the classes in the namespace `Dom`.

use libxml2::{Kind, Node};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, thrown, thrown_as};
use super::insert::{is_inside, place};
use super::object::{changed, object_of};
use crate::bridge::quiet;
use crate::store::Store;

/// Moves a tree to the document of another node.
pub fn adopt(call: &mut Call<'_>, node: Node, document: Option<Node>) -> Res<()> {
    if node.doc() == document {
        return Ok(());
    }
    let store = call.state::<Store>();
    store.changed(node);
    let from = node.doc();
    quiet(call, || {
        node.unlink();
        node.set_doc(document);
        super::create::rehome(node, true);
    })?;
    super::template::forget(call, node, from);
    call.state::<Store>().moved(node);
    Ok(())
}

fn elements(node: Node) -> usize {
    node.children().filter(|child| child.is_element()).count()
}

const ONE_ELEMENT: &str = "Cannot have more than one element child in a document";
const NO_TEXT: &str = "Cannot insert text as a child of a document";
const TYPE_FIRST: &str = "Document types must be the first child in a document";

/// Why a fragment is no child of a document, wherever it comes.
fn refused_inside(fragment: Node) -> Option<&'static str> {
    let mut has_element = false;
    for child in fragment.children() {
        if child.is_text() {
            return Some(NO_TEXT);
        }
        if child.is_element() && std::mem::replace(&mut has_element, true) {
            return Some(ONE_ELEMENT);
        }
    }
    None
}

/// Why a document cannot have a child there.
fn refused_by_document(
    parent: Node,
    child: Node,
    before: Option<Node>,
    replaced: Option<Node>,
) -> Option<&'static str> {
    let others = || parent.children().filter(|node| Some(*node) != replaced);
    let has_element = others().any(Node::is_element);
    let type_follows = std::iter::successors(before, |node| node.next())
        .filter(|node| Some(*node) != replaced)
        .any(|node| node.kind() == Kind::Dtd);
    match child.kind() {
        Kind::Fragment if refused_inside(child).is_some() => refused_inside(child),
        Kind::Fragment if elements(child) == 0 => None,
        Kind::Fragment if has_element => Some(ONE_ELEMENT),
        Kind::Element if replaced.is_some() && parent.root_element() != replaced => {
            Some(ONE_ELEMENT)
        }
        Kind::Element if has_element => Some(ONE_ELEMENT),
        Kind::Fragment | Kind::Element => type_follows.then_some(TYPE_FIRST),
        Kind::Dtd | Kind::DocumentType => {
            if replaced.is_some() && parent.int_subset() != replaced {
                return Some(TYPE_FIRST);
            }
            if others().any(|node| node.kind() == Kind::Dtd) {
                return Some("Cannot have more than one document type");
            }
            let precedes = match before {
                Some(before) => {
                    std::iter::successors(before.prev(), |node| node.prev()).any(Node::is_element)
                }
                None => has_element,
            };
            precedes.then_some(TYPE_FIRST)
        }
        _ => None,
    }
}

/// Refuses what cannot come behind the children that a document has.
pub fn check_last(call: &mut Call<'_>, document: Node, child: Option<Node>) -> Res<()> {
    let why = match child {
        Some(child) => refused_by_document(document, child, None, None),
        None => Some(NO_TEXT),
    };
    why.map_or(Ok(()), |why| Err(thrown_as(call, Code::Hierarchy, why)))
}

fn check(
    call: &mut Call<'_>,
    (parent, child): (Node, Node),
    before: Option<Node>,
    replaced: Option<Node>,
) -> Res<()> {
    if !matches!(parent.kind(), Kind::Document | Kind::Html | Kind::Fragment | Kind::Element) {
        return Err(thrown(call, Code::Hierarchy));
    }
    if child.doc().is_some() && child.doc() != parent.doc() {
        return Err(thrown(call, Code::WrongDocument));
    }
    let anchor = replaced.or(before);
    let is_lost = anchor.is_some_and(|anchor| anchor.parent() != Some(parent));
    if is_lost && (replaced.is_none() || !is_inside(parent, child)) {
        return Err(thrown(call, Code::NotFound));
    }
    if is_inside(parent, child) {
        return Err(thrown(call, Code::Hierarchy));
    }
    let is_good =
        matches!(child.kind(), Kind::Fragment | Kind::Dtd | Kind::DocumentType | Kind::Element)
            || child.is_character_data();
    if !is_good {
        return Err(thrown(call, Code::Hierarchy));
    }
    if child.is_text() && parent.is_document() {
        return Err(thrown_as(call, Code::Hierarchy, NO_TEXT));
    }
    if matches!(child.kind(), Kind::Dtd | Kind::DocumentType) && !parent.is_document() {
        let text = "Cannot insert a document type into anything other than a document";
        return Err(thrown_as(call, Code::Hierarchy, text));
    }
    if parent.is_document()
        && let Some(text) = refused_by_document(parent, child, before, replaced)
    {
        return Err(thrown_as(call, Code::Hierarchy, text));
    }
    Ok(())
}

fn put(call: &mut Call<'_>, parent: Node, child: Node, before: Option<Node>) -> Res<()> {
    let nodes: Vec<Node> = match child.kind() {
        Kind::Fragment => child.children().collect(),
        _ => vec![child],
    };
    if child.kind() == Kind::Fragment {
        for node in &nodes {
            adopt(call, *node, parent.doc())?;
        }
        for node in nodes {
            place(call, parent, node, before)?;
        }
    } else {
        adopt(call, child, parent.doc())?;
        place(call, parent, child, before)?;
    }
    if child.kind() == Kind::Dtd && parent.is_document() {
        parent.set_int_subset(Some(child));
    }
    changed(call, parent);
    Ok(())
}

/// Puts a child before another one, or at the end.
pub fn insert(
    call: &mut Call<'_>,
    (parent, child): (Node, Node),
    before: Option<Node>,
) -> Res<Value> {
    insert_plain(call, (parent, child), before)?;
    object_of(call, child)
}

/// The same, for a child that scripts do not get.
pub fn insert_plain(
    call: &mut Call<'_>,
    (parent, child): (Node, Node),
    before: Option<Node>,
) -> Res<()> {
    check(call, (parent, child), before, None)?;
    let before = if before == Some(child) { child.next() } else { before };
    put(call, parent, child, before)
}

/// Puts a child in the place of another one.
pub fn replace(call: &mut Call<'_>, parent: Node, child: Node, old: Node) -> Res<Value> {
    check(call, (parent, child), Some(old), Some(old))?;
    let next = old.next();
    let next = if next == Some(child) { child.next() } else { next };
    if old != child {
        quiet(call, || old.unlink())?;
    }
    put(call, parent, child, next)?;
    object_of(call, old)
}
