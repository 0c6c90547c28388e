//! What a parser came by, to handlers.

use libxml2::sax::{Event, Name, Reference};
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::callbacks::Role;
use super::structure::{MOST, Row, attributes};
use super::{Target, state};

/// Internal entities, that of parameters, and predefined ones.
const INTERNAL: [i32; 3] = [1, 4, 6];
const PREDEFINED: i32 = 6;
const EXTERNAL_PARSED: i32 = 2;
/// The number of the error of a reference that nobody took.
const NOT_HANDLED: i32 = 21;

fn has(call: &mut Call<'_>, parser: &Value, role: Role) -> bool {
    state(call, parser).is_some_and(|known| known.takes(role))
}

fn target(call: &mut Call<'_>, parser: &Value) -> Target {
    state(call, parser).map_or(Target::Utf8, |known| known.target)
}

/// Calls a handler, when it is set.
fn tell(call: &mut Call<'_>, parser: &Value, role: Role, args: Vec<Value>) -> Res<Option<Value>> {
    let known = state(call, parser).and_then(|known| known.handlers[role as usize].clone());
    let Some(known) = known else { return Ok(None) };
    let Ok(callable) = call.host().callable(&known.callee) else { return Ok(None) };
    let mut all = vec![parser.unboxed().clone()];
    all.extend(args);
    call.call(&callable, &all).map(Some)
}

fn text(call: &mut Call<'_>, parser: &Value, bytes: &[u8]) -> Res<Value> {
    let decoded = target(call, parser).decode(bytes);
    Ok(call.str(&decoded)?.into())
}

/// A text; `false` when it is missing.
fn maybe(call: &mut Call<'_>, parser: &Value, bytes: Option<&[u8]>) -> Res<Value> {
    match bytes {
        Some(bytes) => text(call, parser, bytes),
        None => Ok(Value::bool(false)),
    }
}

/// A name as handlers get it.
fn full(call: &mut Call<'_>, parser: &Value, name: &Name, is_attribute: bool) -> Vec<u8> {
    let Some(known) = state(call, parser) else { return name.local.clone() };
    let mut whole = match &name.uri {
        Some(uri) if !is_attribute || name.prefix.is_some() => {
            let mut whole = uri.clone();
            whole.extend(known.separator);
            whole.extend_from_slice(&name.local);
            whole
        }
        _ => name.local.clone(),
    };
    whole = known.target.decode(&whole);
    if known.folds {
        whole.make_ascii_uppercase();
    }
    whole
}

fn skipped(call: &mut Call<'_>, parser: &Value, name: &[u8]) -> Vec<u8> {
    let skips = state(call, parser).map_or(0, |known| known.skips);
    name.get(skips.min(name.len())..).unwrap_or_default().to_vec()
}

/// Takes an event.
pub fn take(call: &mut Call<'_>, parser: &Value, event: Event<'_>) -> Res<()> {
    match event {
        Event::Start(name, attributes) => start(call, parser, &name, attributes),
        Event::End(name) => end(call, parser, &name),
        Event::Namespace(prefix, uri) => {
            if has(call, parser, Role::Begin) {
                let args = vec![
                    maybe(call, parser, prefix.as_deref())?,
                    maybe(call, parser, uri.as_deref())?,
                ];
                tell(call, parser, Role::Begin, args)?;
            }
            Ok(())
        }
        Event::Text(bytes) => characters(call, parser, bytes),
        Event::Pi(name, data) => pi(call, parser, &name, data.as_deref()),
        Event::Comment(comment) => {
            default(call, parser, &[b"<!--".as_slice(), &comment, b"-->"].concat())
        }
        Event::Unparsed([name, public, system, notation]) => {
            let args = vec![
                maybe(call, parser, name.as_deref())?,
                Value::bool(false),
                maybe(call, parser, system.as_deref())?,
                maybe(call, parser, public.as_deref())?,
                maybe(call, parser, notation.as_deref())?,
            ];
            tell(call, parser, Role::Unparsed, args).map(drop)
        }
        Event::Notation([name, public, system]) => {
            let args = vec![
                maybe(call, parser, name.as_deref())?,
                Value::bool(false),
                maybe(call, parser, system.as_deref())?,
                maybe(call, parser, public.as_deref())?,
            ];
            tell(call, parser, Role::Notation, args).map(drop)
        }
        Event::Entity(reference) => entity(call, parser, &reference),
    }
}

fn default(call: &mut Call<'_>, parser: &Value, bytes: &[u8]) -> Res<()> {
    if has(call, parser, Role::Default) {
        let value = text(call, parser, bytes)?;
        tell(call, parser, Role::Default, vec![value])?;
    }
    Ok(())
}

fn start(call: &mut Call<'_>, parser: &Value, name: &Name, given: Vec<(Name, Vec<u8>)>) -> Res<()> {
    if !has(call, parser, Role::Start) {
        if has(call, parser, Role::Default) {
            let tag = state(call, parser).map(|known| known.parser.tag_text()).unwrap_or_default();
            return default(call, parser, &tag);
        }
        return Ok(());
    }
    let whole = full(call, parser, name, false);
    let shown = skipped(call, parser, &whole);
    let target = target(call, parser);
    let mut pairs: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for (name, value) in given {
        pairs.push((full(call, parser, &name, true), target.decode(&value)));
    }
    if let Some(known) = state(call, parser)
        && let Some(into) = &mut known.into
    {
        into.level += 1;
    }
    let list = attributes(call, &pairs)?;
    let tag = call.str(&shown)?;
    tell(call, parser, Role::Start, vec![tag.into(), list.into()])?;
    let is_deep = match state(call, parser).and_then(|known| known.into.as_mut()) {
        Some(into) if into.level <= MOST => {
            into.place(&shown);
            into.open.truncate(into.level - 1);
            into.open.push(whole);
            into.last = Some(into.rows.len());
            let level = into.level;
            into.rows.push(Row { tag: shown, kind: "open", level, attributes: pairs, value: None });
            false
        }
        Some(into) => into.level == MOST + 1,
        None => false,
    };
    if is_deep {
        call.warn("Maximum depth exceeded - Results truncated")?;
    }
    Ok(())
}

fn end(call: &mut Call<'_>, parser: &Value, name: &Name) -> Res<()> {
    if !has(call, parser, Role::End) {
        let mut tag = b"</".to_vec();
        if let Some(prefix) = &name.prefix {
            tag.extend_from_slice(prefix);
            tag.push(b':');
        }
        tag.extend_from_slice(&name.local);
        tag.push(b'>');
        return default(call, parser, &tag);
    }
    let whole = full(call, parser, name, false);
    let shown = skipped(call, parser, &whole);
    let tag = call.str(&shown)?;
    tell(call, parser, Role::End, vec![tag.into()])?;
    let Some(into) = state(call, parser).and_then(|known| known.into.as_mut()) else {
        return Ok(());
    };
    match into.last.take() {
        Some(at) => {
            if let Some(row) = into.rows.get_mut(at) {
                row.kind = "complete";
            }
        }
        None => {
            into.place(&shown);
            let level = into.level;
            let attributes = Vec::new();
            into.rows.push(Row { tag: shown, kind: "close", level, attributes, value: None });
        }
    }
    into.level = into.level.saturating_sub(1);
    Ok(())
}

fn characters(call: &mut Call<'_>, parser: &Value, bytes: &[u8]) -> Res<()> {
    if !has(call, parser, Role::Text) {
        return default(call, parser, bytes);
    }
    let value = text(call, parser, bytes)?;
    tell(call, parser, Role::Text, vec![value])?;
    let decoded = target(call, parser).decode(bytes);
    let Some(known) = state(call, parser) else { return Ok(()) };
    let is_blank = decoded.iter().all(|byte| b" \t\n".contains(byte));
    let (skips, prefix) = (known.skips_blanks && is_blank, known.skips);
    let Some(into) = known.into.as_mut() else { return Ok(()) };
    if let Some(row) = into.last.and_then(|at| into.rows.get_mut(at)) {
        match &mut row.value {
            Some(value) => value.extend(decoded),
            None if skips => {}
            None => row.value = Some(decoded),
        }
        return Ok(());
    }
    if let Some(Row { kind: "cdata", value: Some(value), .. }) = into.rows.last_mut() {
        value.extend(decoded);
        return Ok(());
    }
    let level = into.level;
    if (1..=MOST).contains(&level) && !skips {
        let whole = into.open.get(level - 1).cloned().unwrap_or_default();
        let tag = whole.get(prefix.min(whole.len())..).unwrap_or_default().to_vec();
        into.place(&tag);
        let (attributes, value) = (Vec::new(), Some(decoded));
        into.rows.push(Row { tag, kind: "cdata", level, attributes, value });
    } else if level == MOST + 1 {
        call.warn("Maximum depth exceeded - Results truncated")?;
    }
    Ok(())
}

fn pi(call: &mut Call<'_>, parser: &Value, name: &[u8], data: Option<&[u8]>) -> Res<()> {
    if !has(call, parser, Role::Pi) {
        let whole = [b"<?", name, b" ", data.unwrap_or(b"(null)"), b"?>"].concat();
        return default(call, parser, &whole);
    }
    let args = vec![text(call, parser, name)?, maybe(call, parser, data)?];
    tell(call, parser, Role::Pi, args).map(drop)
}

fn entity(call: &mut Call<'_>, parser: &Value, reference: &Reference) -> Res<()> {
    if reference.is_known && !reference.is_content {
        return Ok(());
    }
    if !reference.is_known || INTERNAL.contains(&reference.kind) {
        let expands = reference.kind == PREDEFINED && has(call, parser, Role::Text);
        if has(call, parser, Role::Default) && !(reference.is_known && expands) {
            let whole = [b"&".as_slice(), &reference.name, b";"].concat();
            return default(call, parser, &whole);
        }
        if reference.is_known && has(call, parser, Role::Text) {
            return characters(call, parser, reference.text.as_deref().unwrap_or_default());
        }
        return Ok(());
    }
    if reference.kind != EXTERNAL_PARSED || !has(call, parser, Role::External) {
        return Ok(());
    }
    let args = vec![
        text(call, parser, &reference.name)?,
        text(call, parser, b"")?,
        maybe(call, parser, reference.system.as_deref())?,
        maybe(call, parser, reference.public.as_deref())?,
    ];
    let answer = tell(call, parser, Role::External, args)?;
    let goes_on = match answer {
        Some(answer) => conv::to_int(call.rq(), answer.unboxed())? != 0,
        None => false,
    };
    if !goes_on && let Some(known) = state(call, parser) {
        known.parser.stop();
        known.parser.set_error(NOT_HANDLED);
    }
    Ok(())
}
