//! Texts, comments, and what goes with them.

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, refused};
use super::object::{changed, fresh, is_modern, text, this};
use crate::bridge::quiet;

/// Where each character begins, and the end.
fn places(data: &[u8]) -> Vec<usize> {
    let is_start = |byte: u8| byte & 0xC0 != 0x80;
    let starts = data.iter().enumerate().filter(|(_, byte)| is_start(**byte));
    let mut places: Vec<usize> = starts.map(|(at, _)| at).collect();
    places.push(data.len());
    places
}

/// How many characters a text has.
pub fn length(data: &[u8]) -> usize {
    places(data).len() - 1
}

/// The bytes of so many characters behind an offset; `None` when the numbers make no sense.
fn range(data: &[u8], offset: i64, count: i64, modern: bool) -> Option<(usize, usize)> {
    let places = places(data);
    let length = places.len() as i64 - 1;
    if modern {
        let offset = u32::try_from(offset & 0xFFFF_FFFF).ok()?;
        let count = (count & 0xFFFF_FFFF).max(0);
        let offset = i64::from(offset);
        if offset > length {
            return None;
        }
        let end = offset.saturating_add(count).min(length);
        return Some((places[offset as usize], places[end as usize]));
    }
    if offset < 0 || count < 0 || i32::try_from(offset).is_err() || i32::try_from(count).is_err() {
        return None;
    }
    if offset > length {
        return None;
    }
    let end = offset.saturating_add(count).min(length);
    Some((places[offset as usize], places[end as usize]))
}

fn data_of(call: &mut Call<'_>, node: Node) -> Res<Vec<u8>> {
    Ok(quiet(call, || node.data())?.unwrap_or_default())
}

fn put(call: &mut Call<'_>, node: Node, data: &[u8]) -> Res<()> {
    changed(call, node);
    quiet(call, || node.set_data(data))
}

/// `DOMCharacterData::substringData()`
pub fn substring(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let (data, modern) = (data_of(call, node)?, is_modern(call, node));
    match range(&data, args.int(0), args.int(1), modern) {
        Some((start, end)) => text(call, &data[start..end]),
        None => refused(call, node, Code::IndexSize),
    }
}

/// `DOMCharacterData::appendData()`
pub fn append(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let mut data = data_of(call, node)?;
    data.extend_from_slice(args.bytes(0));
    put(call, node, &data)?;
    Ok(if is_modern(call, node) { Value::NULL } else { Value::bool(true) })
}

fn splice(call: &mut Call<'_>, node: Node, (offset, count): (i64, i64), with: &[u8]) -> Res<Value> {
    let (data, modern) = (data_of(call, node)?, is_modern(call, node));
    match range(&data, offset, count, modern) {
        Some((start, end)) => {
            let data = [&data[..start], with, &data[end..]].concat();
            put(call, node, &data)?;
            Ok(if modern { Value::NULL } else { Value::bool(true) })
        }
        None => refused(call, node, Code::IndexSize),
    }
}

/// `DOMCharacterData::insertData()`
pub fn insert(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    splice(call, node, (args.int(0), 0), args.bytes(1))
}

/// `DOMCharacterData::deleteData()`
pub fn delete(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    splice(call, node, (args.int(0), args.int(1)), b"")
}

/// `DOMCharacterData::replaceData()`
pub fn replace(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    splice(call, node, (args.int(0), args.int(1)), args.bytes(2))
}

/// `DOMText::splitText()`
pub fn split(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let modern = is_modern(call, node);
    if args.int(0) < 0 {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    }
    if !node.is_text() {
        return Ok(Value::bool(false));
    }
    let data = data_of(call, node)?;
    let offset = args.int(0);
    let places = places(&data);
    let Some(at) = places.get(offset as usize).copied() else {
        if modern {
            return Err(super::error::thrown(call, Code::IndexSize));
        }
        return Ok(Value::bool(false));
    };
    put(call, node, &data[..at])?;
    let made = quiet(call, || {
        let made = match node.kind() {
            Kind::Cdata if modern => Node::new_cdata(node.doc(), &data[at..]),
            _ => Node::new_text(node.doc(), &data[at..]),
        }?;
        if let Some(parent) = node.parent() {
            match node.next() {
                Some(next) => parent.insert_plain(made, next),
                None => parent.append_plain(made),
            }
        }
        Some(made)
    })?;
    changed(call, node);
    fresh(call, made)
}

/// `DOMText::isWhitespaceInElementContent()`
pub fn is_blank(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    quiet(call, || node.is_blank()).map(Value::bool)
}

/// The text of a text and those beside it.
pub fn whole(node: Node) -> Vec<u8> {
    let first = std::iter::successors(Some(node), |node| node.prev().filter(|node| node.is_text()));
    let first = first.last().unwrap_or(node);
    let all = std::iter::successors(Some(first), |node| node.next().filter(|node| node.is_text()));
    all.filter_map(Node::data).collect::<Vec<_>>().concat()
}
