//! `append()`, `before()` and the like, which take nodes and texts.

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, thrown, thrown_as};
use super::insert::{is_inside, place};
use super::modern;
use super::object::{changed, is_modern, node_of, this};
use crate::bridge::quiet;
use crate::store::Store;

/// What is inserted.
enum Piece {
    Node(Node),
    Text(Vec<u8>),
}

fn pieces(call: &mut Call<'_>, args: &Arguments, modern: bool) -> Res<Vec<Piece>> {
    let mut pieces = Vec::new();
    let given: Vec<Value> = match args.array(0) {
        Some(list) => list.iter().map(|(_, value)| value.unboxed().clone()).collect(),
        None => Vec::new(),
    };
    for (at, value) in given.iter().enumerate() {
        match value.view() {
            View::Str(text) => pieces.push(Piece::Text(text.to_vec())),
            View::Object(object) => {
                let class = if modern { "Dom\\Node" } else { "DOMNode" };
                if !call.host().is_instance(object, class) {
                    return Err(mistyped(call, at, value, modern));
                }
                let node = node_of(call, object)?;
                pieces.push(Piece::Node(node));
            }
            _ => return Err(mistyped(call, at, value, modern)),
        }
    }
    Ok(pieces)
}

fn mistyped(call: &mut Call<'_>, at: usize, value: &Value, modern: bool) -> runtime::raise::Halt {
    let given = runtime::conv::type_name(call.rq(), value);
    let class = if modern { "Dom\\Node" } else { "DOMNode" };
    let function = call.native().name;
    let text =
        format!("{function}(): Argument #{} must be of type {class}|string, {given} given", at + 1);
    call.throw(runtime::message::Message::TypeRefused { text })
}

/// Whether the pieces may go there; throws when not.
fn check(call: &mut Call<'_>, parent: Node, node: Node, before: Option<Node>) -> Res<bool> {
    let is_parent =
        matches!(parent.kind(), Kind::Document | Kind::Html | Kind::Fragment | Kind::Element);
    let settings = call.state::<Store>().settings(parent);
    let code = if !is_parent {
        Some(Code::Hierarchy)
    } else if !settings.is_modern && node.doc() != parent.doc() {
        Some(Code::WrongDocument)
    } else if before.is_some_and(|before| before.parent() != Some(parent)) {
        Some(Code::NotFound)
    } else if is_inside(parent, node)
        || node.kind() == Kind::Attribute
        || (!settings.is_modern && node.kind() == Kind::Document)
    {
        Some(Code::Hierarchy)
    } else {
        None
    };
    match code {
        Some(code) if settings.is_strict => Err(thrown(call, code)),
        Some(code) => {
            call.warn(code.text())?;
            Ok(false)
        }
        None => Ok(true),
    }
}

/// Takes nodes from their places, as they would be put into a fragment first.
fn gather(call: &mut Call<'_>, parent: Node, pieces: &[Piece]) -> Res<()> {
    for piece in pieces {
        let Piece::Node(node) = piece else { continue };
        if node.doc().is_some() && node.doc() != parent.doc() {
            return Err(thrown(call, Code::WrongDocument));
        }
        if node.parent().is_some() && node.kind() != Kind::Attribute {
            changed(call, *node);
            quiet(call, || node.unlink())?;
        }
    }
    Ok(())
}

/// Puts the pieces before a child, or at the end.
fn put(call: &mut Call<'_>, parent: Node, pieces: Vec<Piece>, before: Option<Node>) -> Res<()> {
    let modern = call.state::<Store>().settings(parent).is_modern;
    if pieces.len() > 1 {
        gather(call, parent, &pieces)?;
    }
    for piece in &pieces {
        if let Piece::Node(node) = piece
            && !check(call, parent, *node, before)?
        {
            return Ok(());
        }
    }
    if modern && parent.is_document() && pieces.iter().any(|piece| matches!(piece, Piece::Text(_)))
    {
        let text = "Cannot insert text as a child of a document";
        return Err(thrown_as(call, Code::Hierarchy, text));
    }
    for piece in pieces {
        let node = match piece {
            Piece::Node(node) => Some(node),
            Piece::Text(text) => quiet(call, || Node::new_text(parent.doc(), &text))?,
        };
        let Some(node) = node else { continue };
        if modern {
            modern::insert(call, (parent, node), before)?;
        } else if before != Some(node) {
            let nodes: Vec<Node> = match node.kind() {
                Kind::Fragment => node.children().collect(),
                _ => vec![node],
            };
            place(call, parent, node, before)?;
            super::insert::reconcile(call, &nodes, true)?;
        }
    }
    changed(call, parent);
    Ok(())
}

fn is_among(pieces: &[Piece], node: Node) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Node(own) if *own == node))
}

fn viable(pieces: &[Piece], first: Option<Node>, step: fn(Node) -> Option<Node>) -> Option<Node> {
    std::iter::successors(first, |node| step(*node)).find(|node| !is_among(pieces, *node))
}

/// `DOMElement::append()`
pub fn append(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let parent = this(call, args)?;
    let modern = is_modern(call, parent);
    let pieces = pieces(call, args, modern)?;
    put(call, parent, pieces, None)?;
    Ok(Value::NULL)
}

/// `DOMElement::prepend()`
pub fn prepend(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let parent = this(call, args)?;
    let modern = is_modern(call, parent);
    let pieces = pieces(call, args, modern)?;
    let before = viable(&pieces, parent.first_child(), Node::next);
    put(call, parent, pieces, before)?;
    Ok(Value::NULL)
}

/// `DOMElement::replaceChildren()`
pub fn replace_children(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let parent = this(call, args)?;
    let modern = is_modern(call, parent);
    let pieces = pieces(call, args, modern)?;
    for piece in &pieces {
        if let Piece::Node(node) = piece
            && !check(call, parent, *node, None)?
        {
            return Ok(Value::NULL);
        }
    }
    // PHP: those that are there still count.
    for piece in pieces.iter().filter(|_| modern && parent.is_document()) {
        let node = if let Piece::Node(node) = piece { Some(*node) } else { None };
        modern::check_last(call, parent, node)?;
    }
    let children: Vec<Node> = parent.children().collect();
    for child in children {
        match is_among(&pieces, child) {
            true => quiet(call, || child.unlink())?,
            false => super::object::discard(call, child)?,
        }
    }
    put(call, parent, pieces, None)?;
    changed(call, parent);
    Ok(Value::NULL)
}

/// `DOMElement::after()`
pub fn after(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let modern = is_modern(call, node);
    let pieces = pieces(call, args, modern)?;
    let Some(parent) = node.parent() else { return Ok(Value::NULL) };
    let before = viable(&pieces, node.next(), Node::next);
    put(call, parent, pieces, before)?;
    Ok(Value::NULL)
}

/// `DOMElement::before()`
pub fn before(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let modern = is_modern(call, node);
    let pieces = pieces(call, args, modern)?;
    let Some(parent) = node.parent() else { return Ok(Value::NULL) };
    let behind = viable(&pieces, node.prev(), Node::prev);
    let before = match behind {
        Some(behind) => behind.next(),
        None => parent.first_child(),
    };
    let before = viable(&pieces, before, Node::next);
    put(call, parent, pieces, before)?;
    Ok(Value::NULL)
}

/// Whether a node may be taken from where it is; the error that it may not.
fn may_leave(call: &mut Call<'_>, node: Node) -> Res<bool> {
    if [Some(node), node.parent()].into_iter().flatten().any(super::insert::is_read_only) {
        super::error::refused(call, node, Code::NoModification)?;
        return Ok(false);
    }
    Ok(true)
}

/// `DOMElement::replaceWith()`
pub fn replace_with(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let modern = is_modern(call, node);
    let pieces = pieces(call, args, modern)?;
    let Some(parent) = node.parent() else { return Ok(Value::NULL) };
    let before = viable(&pieces, node.next(), Node::next);
    if !may_leave(call, node)? {
        return Ok(Value::NULL);
    }
    if pieces.len() > 1 {
        gather(call, parent, &pieces)?;
    }
    for piece in &pieces {
        if let Piece::Node(piece) = piece
            && !check(call, parent, *piece, before)?
        {
            return Ok(Value::NULL);
        }
    }
    if node.parent() == Some(parent) {
        quiet(call, || node.unlink())?;
    }
    changed(call, parent);
    put(call, parent, pieces, before)?;
    Ok(Value::NULL)
}

/// `DOMElement::remove()`
pub fn remove(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    if !may_leave(call, node)? {
        return Ok(Value::NULL);
    }
    let Some(parent) = node.parent() else {
        return super::error::refused(call, node, Code::NotFound).map(|_| Value::NULL);
    };
    quiet(call, || node.unlink())?;
    changed(call, parent);
    Ok(Value::NULL)
}

/// Where something is inserted beside an element.
enum Spot {
    Before,
    Begin,
    End,
    Behind,
}

fn spot(call: &mut Call<'_>, args: &Arguments) -> Res<Spot> {
    let word = match args.value(0).view() {
        View::Object(object) => object.slot(1).as_str().map(|word| word.to_vec()),
        _ => args.text(0).map(<[u8]>::to_vec),
    };
    match word.unwrap_or_default().to_ascii_lowercase().as_slice() {
        b"beforebegin" => Ok(Spot::Before),
        b"afterbegin" => Ok(Spot::Begin),
        b"beforeend" => Ok(Spot::End),
        b"afterend" => Ok(Spot::Behind),
        _ => Err(thrown(call, Code::Syntax)),
    }
}

/// Puts a node beside an element; false when there is no place.
fn adjacent(call: &mut Call<'_>, args: &Arguments, node: Node) -> Res<bool> {
    let element = this(call, args)?;
    let (parent, before) = match spot(call, args)? {
        Spot::Before => (element.parent(), Some(element)),
        Spot::Begin => (Some(element), element.first_child()),
        Spot::End => (Some(element), None),
        Spot::Behind => (element.parent(), element.next()),
    };
    let Some(parent) = parent else { return Ok(false) };
    if node.doc() != element.doc() {
        super::create::move_to(call, node, element.doc().unwrap_or(element))?;
    }
    put(call, parent, vec![Piece::Node(node)], before)?;
    Ok(true)
}

/// `DOMElement::insertAdjacentElement()`
pub fn insert_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = super::object::argument(call, args, 1)?;
    let done = adjacent(call, args, node)?;
    Ok(if done { args.value(1).clone() } else { Value::NULL })
}

/// `DOMElement::insertAdjacentText()`
pub fn insert_text(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    spot(call, args)?;
    let made = quiet(call, || Node::new_text(element.doc(), args.bytes(1)))?;
    if let Some(made) = made
        && !adjacent(call, args, made)?
    {
        call.state::<Store>().drop_tree(made);
    }
    Ok(Value::NULL)
}
