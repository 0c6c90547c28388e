//! Fields between separators.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::layer::{io, stream_id};

/// The bytes that have a meaning.
struct Marks {
    separator: u8,
    enclosure: u8,
    escape: Option<u8>,
}

fn marks(
    call: &mut Call<'_>,
    first: usize,
    (separator, enclosure, escape): (&Str, &Str, &Str),
) -> Res<Marks> {
    let &[separator] = separator.as_bytes() else {
        return Err(call.value_error(first, "must be a single character"));
    };
    let &[enclosure] = enclosure.as_bytes() else {
        return Err(call.value_error(first + 1, "must be a single character"));
    };
    if escape.len() > 1 {
        return Err(call.value_error(first + 2, "must be empty or a single character"));
    }
    if call.passed() < first + 2 {
        let function = call.native().name;
        let text = format!(
            "{function}(): the $escape parameter must be provided as its default value will change"
        );
        call.rq().report(Message::Deprecation { text })?;
    }
    Ok(Marks { separator, enclosure, escape: escape.first().copied() })
}

/// Without the end of the line.
fn bare(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The fields of a text, which may go on in lines that `more` gives.
fn fields(
    text: Vec<u8>,
    marks: &Marks,
    mut more: impl FnMut() -> Res<Option<Vec<u8>>>,
) -> Res<Option<Vec<Vec<u8>>>> {
    let mut text = text;
    let mut limit = bare(&text).len();
    if limit == 0 {
        return Ok(None);
    }
    let (mut at, mut found) = (0, Vec::new());
    loop {
        let is_blank =
            |byte: &u8| (byte.is_ascii_whitespace() || *byte == 11) && *byte != marks.separator;
        let blanks = text[at..limit].iter().take_while(|byte| is_blank(byte)).count();
        let mut field = Vec::new();
        if text[..limit].get(at + blanks) == Some(&marks.enclosure) {
            at += blanks + 1;
            let closed =
                enclosed(&mut text, (&mut at, &mut limit), marks, (&mut field, &mut more))?;
            if !closed {
                found.push(field);
                return Ok(Some(found));
            }
        }
        let rest = &text[at..limit];
        let end = rest.iter().position(|byte| *byte == marks.separator);
        field.extend_from_slice(&rest[..end.unwrap_or(rest.len())]);
        found.push(field);
        match end {
            Some(end) => at += end + 1,
            None => return Ok(Some(found)),
        }
    }
}

/// Reads to the end of an enclosure; whether it has one.
fn enclosed(
    text: &mut Vec<u8>,
    (at, limit): (&mut usize, &mut usize),
    marks: &Marks,
    (field, more): (&mut Vec<u8>, &mut impl FnMut() -> Res<Option<Vec<u8>>>),
) -> Res<bool> {
    let mut escaped = false;
    loop {
        while *at < *limit {
            let byte = text[*at];
            *at += 1;
            if escaped {
                escaped = false;
            } else if byte == marks.enclosure {
                if text[..*limit].get(*at) != Some(&marks.enclosure) {
                    return Ok(true);
                }
                *at += 1;
            } else if Some(byte) == marks.escape {
                escaped = true;
            }
            field.push(byte);
        }
        field.extend_from_slice(&text[*limit..]);
        match more()? {
            Some(next) => {
                *text = next;
                *at = 0;
                *limit = bare(text).len();
            }
            None => return Ok(false),
        }
    }
}

fn listed(call: &mut Call<'_>, fields: Option<Vec<Vec<u8>>>) -> Res<Array> {
    let Some(fields) = fields else { return call.list([Value::NULL]) };
    let mut values = Vec::with_capacity(fields.len());
    for field in fields {
        values.push(Value::from(call.str(&field)?));
    }
    call.list(values)
}

fn fgetcsv(
    call: &mut Call<'_>,
    given: &Value,
    length: Option<i64>,
    separator: &Str,
    enclosure: &Str,
    escape: &Str,
) -> Res<OrFalse<Array>> {
    let marks = marks(call, 3, (separator, enclosure, escape))?;
    let length = match length {
        Some(length) if !(0..i64::MAX).contains(&length) => {
            let rule = format!("must be between 0 and {}", i64::MAX);
            return Err(call.value_error(2, rule));
        }
        Some(length) if length > 0 => length as usize + 1,
        _ => usize::MAX,
    };
    let id = stream_id(call, given)?;
    let most = length.saturating_sub(1).max(1);
    let Some(line) = io::line(call, id, if length == usize::MAX { usize::MAX } else { most })?
    else {
        return Ok(OrFalse(None));
    };
    let found = fields(line, &marks, || io::line(call, id, usize::MAX))?;
    listed(call, found).map(Some).map(OrFalse)
}

fn str_getcsv(
    call: &mut Call<'_>,
    string: &Str,
    separator: &Str,
    enclosure: &Str,
    escape: &Str,
) -> Res<Array> {
    let marks = marks(call, 2, (separator, enclosure, escape))?;
    let found = fields(string.to_vec(), &marks, || Ok(None))?;
    listed(call, found)
}

/// Adds a field as a line has it.
fn add(line: &mut Vec<u8>, field: &[u8], marks: &Marks) {
    let is_special = |byte: &u8| {
        matches!(byte, b'\n' | b'\r' | b'\t' | b' ')
            || *byte == marks.separator
            || *byte == marks.enclosure
            || Some(*byte) == marks.escape
    };
    if !field.iter().any(is_special) {
        line.extend_from_slice(field);
        return;
    }
    let mut escaped = false;
    line.push(marks.enclosure);
    for &byte in field {
        if Some(byte) == marks.escape && byte != marks.enclosure {
            escaped = true;
        } else if !escaped && byte == marks.enclosure {
            line.push(byte);
        } else {
            escaped = false;
        }
        line.push(byte);
    }
    line.push(marks.enclosure);
}

fn fputcsv(
    call: &mut Call<'_>,
    given: &Value,
    fields: &Array,
    separator: &Str,
    enclosure: &Str,
    escape: &Str,
    eol: &Str,
) -> Res<OrFalse<i64>> {
    let marks = marks(call, 3, (separator, enclosure, escape))?;
    let id = stream_id(call, given)?;
    let mut line = Vec::new();
    let fields = fields.clone();
    for (at, (_, value)) in fields.iter().enumerate() {
        if at > 0 {
            line.push(marks.separator);
        }
        let field = call.to_str(value)?;
        add(&mut line, &field, &marks);
    }
    line.extend_from_slice(eol);
    use crate::layer::end::End;
    let open = crate::layer::stream(call, id);
    if open.is_some_and(|open| !open.writable && matches!(open.end, End::Memory { .. })) {
        return Ok(OrFalse(None));
    }
    let written = io::write(call, id, &line)?;
    Ok(OrFalse(written.map(|count| count as i64)))
}
