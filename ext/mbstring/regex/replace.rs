//! Texts with what a pattern matches replaced.

use super::ffi::{self, Groups, Regex};
use super::{add_named, charset, compiled, limits, options};
use crate::codec::{Encoding, is_correct};
use runtime::native::{Call, Callable};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

/// What stands for a match.
enum Replacement<'a> {
    Text(&'a Str),
    Callback(Callable),
}

struct Task<'a> {
    pattern: &'a Str,
    replacement: Replacement<'a>,
    text: &'a Str,
    options: Option<&'a Str>,
    added: u32,
}

/// How many bytes the character at the start has.
fn length(encoding: &Encoding, bytes: &[u8]) -> usize {
    let by = |&byte: &u8| encoding.length_by(byte).or(encoding.width()).unwrap_or(1);
    bytes.first().map_or(1, by)
}

/// A reference to a group in a replacement: its number, when the pattern has it, and its length.
fn reference(
    rest: &[u8],
    encoding: &Encoding,
    (regex, groups): (&Regex, &Groups),
) -> (Option<usize>, usize) {
    match *rest {
        [b'\\', b'0', ..] => (Some(0), 2),
        [b'\\', digit @ b'1'..=b'9', ..] => {
            let number = regex.has_numbers().then_some(usize::from(digit - b'0'));
            (number, 2)
        }
        [b'\\', b'k', open @ (b'<' | b'\''), ref rest @ ..] => {
            let close = if open == b'<' { b'>' } else { b'\'' };
            let mut end = 0;
            while end < rest.len() && rest[end] != close {
                end += length(encoding, &rest[end..]);
            }
            let whole = 3 + end.min(rest.len()) + usize::from(end < rest.len());
            if end == 0 || end >= rest.len() {
                return (None, whole);
            }
            let name = &rest[..end];
            if !name.iter().all(u8::is_ascii_digit) {
                return (usize::try_from(regex.group_named(name, groups)).ok(), whole);
            }
            let is_number = regex.has_numbers() && (name.len() == 1 || name[0] != b'0');
            let number = std::str::from_utf8(name).ok().and_then(|text| text.parse().ok());
            (number.filter(|_| is_number), whole)
        }
        [b'\\', b'k', ref rest @ ..] => (None, 2 + length(encoding, rest).min(rest.len())),
        _ => (None, 1),
    }
}

fn substitute(
    (replacement, text): (&[u8], &[u8]),
    encoding: &Encoding,
    how: (&Regex, &Groups),
    out: &mut Vec<u8>,
) {
    let mut rest = replacement;
    while !rest.is_empty() {
        let size = length(encoding, rest).min(rest.len());
        if size != 1 || rest[0] != b'\\' {
            out.extend_from_slice(&rest[..size]);
            rest = &rest[size..];
            continue;
        }
        let is_single = length(encoding, &rest[1..]) == 1;
        let (number, used) = if is_single { reference(rest, encoding, how) } else { (None, 1) };
        let used = used.min(rest.len());
        match number.filter(|&number| number < how.1.count()) {
            Some(number) => {
                let range = how.1.get(number).filter(|(start, end)| start < end);
                let range = range.filter(|(_, end)| *end <= text.len());
                out.extend(range.into_iter().flat_map(|(start, end)| &text[start..end]));
            }
            None => out.extend_from_slice(&rest[..used]),
        }
        rest = &rest[used..];
    }
}

/// What the callable makes of a match.
fn called(
    call: &mut Call<'_>,
    callable: &Callable,
    text: &[u8],
    how: (&Regex, &Groups),
) -> Res<Str> {
    let mut values: Vec<Value> = Vec::new();
    for number in 0..how.1.count() {
        let (start, end) = how.1.get(number).unwrap_or_default();
        values.push(call.str(text.get(start..end).unwrap_or_default())?.into());
    }
    let mut groups = call.list(values)?;
    add_named(call, text, how, &mut groups)?;
    let value = call.call(callable, &[groups.into()])?;
    call.to_str(&value)
}

fn replace(call: &mut Call<'_>, task: &Task<'_>) -> Res<Value> {
    let (_, encoding) = charset(call);
    let text = task.text;
    if !is_correct(encoding, text) {
        return Ok(Value::NULL);
    }
    let (held, syntax) = options(call, task.options)?;
    let Some(regex) = compiled(call, task.pattern, (held | task.added, syntax))? else {
        return Ok(Value::bool(false));
    };
    let limits = limits(call);
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at <= text.len() {
        let groups = match regex.search(text, at, limits) {
            Ok(Some(groups)) => groups,
            Ok(None) => break,
            Err(reason) => {
                let place = "php_mbereg_replace_exec()";
                call.warn(format!("mbregex search failure in {place}: {reason}"))?;
                return Ok(Value::bool(false));
            }
        };
        let (start, end) = groups.get(0).unwrap_or((at, at));
        out.extend_from_slice(text.get(at..start).unwrap_or_default());
        match &task.replacement {
            Replacement::Text(replacement) => {
                substitute((replacement, text), encoding, (&regex, &groups), &mut out);
            }
            Replacement::Callback(callable) => {
                let made = called(call, callable, text, (&regex, &groups))?;
                out.extend_from_slice(&made);
            }
        }
        if at < end {
            at = end;
        } else {
            out.extend(text.get(at));
            at += 1;
        }
    }
    out.extend_from_slice(text.get(at..).unwrap_or_default());
    Ok(call.str(&out)?.into())
}

pub fn mb_ereg_replace(
    call: &mut Call<'_>,
    pattern: &Str,
    replacement: &Str,
    string: &Str,
    options: Option<&Str>,
) -> Res<Value> {
    let replacement = Replacement::Text(replacement);
    replace(call, &Task { pattern, replacement, text: string, options, added: 0 })
}

pub fn mb_eregi_replace(
    call: &mut Call<'_>,
    pattern: &Str,
    replacement: &Str,
    string: &Str,
    options: Option<&Str>,
) -> Res<Value> {
    let replacement = Replacement::Text(replacement);
    replace(call, &Task { pattern, replacement, text: string, options, added: ffi::IGNORE_CASE })
}

pub fn mb_ereg_replace_callback(
    call: &mut Call<'_>,
    pattern: &Str,
    callback: &Value,
    string: &Str,
    options: Option<&Str>,
) -> Res<Value> {
    let replacement = Replacement::Callback(call.callable(2, callback)?);
    replace(call, &Task { pattern, replacement, text: string, options, added: 0 })
}
