//! Objects as texts, numbers and arrays.

use libxml2::{Kind, Node};
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::{Arguments, Call};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::Value;

use super::walk::{Of, Simple, made, of};
use crate::bridge::quiet;
use crate::libxml::put;

fn list_text(node: Node) -> Option<Vec<u8>> {
    node.first_child()?.list_text(node.doc())
}

/// The text of what an object stands for.
fn content(simple: &Simple, node: Node) -> Vec<u8> {
    if simple.of != Of::Node {
        return simple.first(node).and_then(list_text).unwrap_or_default();
    }
    match node.kind() {
        Kind::Comment | Kind::Pi => node.data().unwrap_or_default(),
        _ => list_text(node).unwrap_or_default(),
    }
}

fn text_of(call: &mut Call<'_>, object: &Object) -> Res<Vec<u8>> {
    let (simple, node) = of(call, object)?;
    let Some(node) = node else { return Ok(Vec::new()) };
    quiet(call, || content(&simple, node))
}

pub fn text(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let text = text_of(call, args.this())?;
    Ok(call.str(&text)?.into())
}

pub fn cast(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let text = text_of(call, args.this())?;
    let value = Value::from(call.str(&text)?);
    Ok(match args.bytes(0) {
        b"int" => Value::int(conv::str_to_int(&text)),
        b"float" => Value::float(conv::str_to_float(&text)),
        b"number" => match conv::numeric::prefix(&text).map(|numeric| numeric.number) {
            Some(conv::numeric::Number::Int(int)) => Value::int(int),
            Some(conv::numeric::Number::Float(float)) => Value::float(float),
            None => Value::int(0),
        },
        _ => value,
    })
}

/// Adds a value under a name; several become a list.
fn add(call: &mut Call<'_>, array: &mut Array, name: &[u8], value: Value) -> Res<()> {
    let name = call.str(name)?;
    let known = array.get_str(&name).cloned();
    let value = match known {
        None => value,
        Some(known) => match known.as_array().cloned() {
            Some(mut list) => {
                let push = list.append(value);
                let _ = push;
                list.into()
            }
            None => call.list([known, value])?.into(),
        },
    };
    let set = array.set(Key::Str(&name), value);
    call.alloc(set)
}

/// What a child is shown as: its text, or an object.
fn child_value(call: &mut Call<'_>, object: &Object, simple: &Simple, node: Node) -> Res<Value> {
    let text = quiet(call, || {
        let first = node.first_child()?;
        let is_text = first.kind() == Kind::Text && !first.is_blank();
        is_text.then(|| list_text(node).unwrap_or_default())
    })?;
    match text {
        Some(text) => Ok(call.str(&text)?.into()),
        None => made(call, object, node, simple.like(Of::Node, None)),
    }
}

fn attributes(call: &mut Call<'_>, simple: &Simple, node: Node, out: &mut Array) -> Res<()> {
    let test = simple.of == Of::Attributes && simple.name.is_some();
    let mut list = Array::new();
    for attribute in node.attributes() {
        if (test && !simple.is_named(attribute)) || !simple.fits(attribute) {
            continue;
        }
        let text = quiet(call, || list_text(attribute))?.unwrap_or_default();
        let (name, text) = (attribute.name().unwrap_or_default(), call.str(&text)?);
        let name = call.str(&name)?;
        let set = list.set(Key::Str(&name), text.into());
        call.alloc(set)?;
    }
    if !list.is_empty() {
        put(call, out, "@attributes", list.into())?;
    }
    Ok(())
}

/// The properties that an object seems to have.
fn properties(call: &mut Call<'_>, object: &Object, is_debug: bool) -> Res<Array> {
    let (simple, node) = of(call, object)?;
    let mut out = Array::new();
    let Some(node) = node else { return Ok(out) };
    if is_debug || simple.of != Of::Children {
        let at = if simple.of == Of::Named { simple.first(node) } else { Some(node) };
        if let Some(at) = at.filter(|at| at.is_element()) {
            attributes(call, &simple, at, &mut out)?;
        }
    }
    let Some(first) = simple.stands_for(node) else { return Ok(out) };
    if simple.of == Of::Attributes {
        return Ok(out);
    }
    if first.kind() == Kind::Attribute {
        let text = quiet(call, || list_text(first))?.unwrap_or_default();
        let value = call.str(&text)?;
        let _ = out.append(value.into());
        return Ok(out);
    }
    let mut walks = false;
    let mut at = Some(first);
    if simple.of != Of::Children {
        let goes_in = simple.of == Of::Node || {
            let child = first.first_child();
            let parent = first.parent();
            child.is_none()
                || parent.is_none()
                || first.next().is_none()
                || child.is_some_and(|child| child.next().is_some() || has_inner(child))
                || parent.is_some_and(|parent| parent.first_child() == parent.last_child())
        };
        if goes_in {
            at = first.first_child();
        } else {
            at = simple.first(node);
            walks = true;
        }
    }
    while let Some(here) = at {
        at = if walks { simple.next_at(here.next()) } else { here.next() };
        if here.kind() == Kind::Text {
            let is_alone = here.prev().is_none() && here.next().is_none();
            if is_alone && !quiet(call, || here.is_blank())? {
                let text = quiet(call, || here.list_text(here.doc()))?.unwrap_or_default();
                let value = call.str(&text)?;
                let _ = out.append(value.into());
            }
            continue;
        }
        if here.is_element() && !simple.fits(here) {
            continue;
        }
        let Some(name) = here.name() else { continue };
        let value = child_value(call, object, &simple, here)?;
        if walks {
            let _ = out.append(value);
        } else {
            add(call, &mut out, &name, value)?;
        }
        if here.kind() == Kind::EntityDecl {
            break;
        }
    }
    Ok(out)
}

fn has_inner(node: Node) -> bool {
    node.kind() != Kind::EntityRef && node.first_child().is_some()
}

pub fn debug(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    properties(call, args.this(), true).map(Value::from)
}

pub fn listed(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    properties(call, args.this(), false).map(Value::from)
}

/// The attributes and text by which an object with a list of children is told from an empty one.
pub fn is_empty_text(call: &mut Call<'_>, node: Node) -> Res<bool> {
    quiet(call, || {
        let Some(child) = node.first_child() else { return true };
        let is_single = child.kind() == Kind::Text && child.next().is_none();
        is_single && matches!(child.data().as_deref(), None | Some(b"" | b"0"))
    })
}

/// The text of an attribute counts as nothing.
pub fn is_empty_attribute(call: &mut Call<'_>, node: Node) -> Res<bool> {
    quiet(call, || {
        let text = node.first_child().and_then(Node::data);
        matches!(text.as_deref(), None | Some(b"" | b"0"))
    })
}
