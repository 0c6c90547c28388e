//! Version numbers: `5.3.0RC1` and the like.

use std::cmp::Ordering;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

/// The parts of a version: runs of digits, and runs of letters.
fn parts(version: &[u8]) -> Vec<Vec<u8>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut open = false;
    for &byte in version {
        if !byte.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        let last = parts.last_mut().filter(|_| open);
        match last {
            Some(part) if part[0].is_ascii_digit() == byte.is_ascii_digit() => part.push(byte),
            _ => parts.push(vec![byte]),
        }
        open = true;
    }
    parts
}

/// The rank of a word: unknown ones come before all others.
fn rank(part: &[u8]) -> i32 {
    const WORDS: &[(&[u8], i32)] = &[
        (b"dev", 0),
        (b"alpha", 1),
        (b"a", 1),
        (b"beta", 2),
        (b"b", 2),
        (b"RC", 3),
        (b"rc", 3),
        (b"#", 4),
        (b"pl", 5),
        (b"p", 5),
    ];
    WORDS.iter().find(|(word, _)| part.starts_with(word)).map_or(-1, |(_, rank)| *rank)
}

const NUMBER: &[u8] = b"#";

fn compare_parts(left: &[u8], right: &[u8]) -> Ordering {
    let is_number = |part: &[u8]| part[0].is_ascii_digit();
    let value = |part: &[u8]| runtime::conv::str_to_int(part);
    match (is_number(left), is_number(right)) {
        (true, true) => value(left).cmp(&value(right)),
        (false, false) => rank(left).cmp(&rank(right)),
        (true, false) => rank(NUMBER).cmp(&rank(right)),
        (false, true) => rank(left).cmp(&rank(NUMBER)),
    }
}

fn compare(left: &[u8], right: &[u8]) -> Ordering {
    if left.is_empty() || right.is_empty() {
        return (!left.is_empty()).cmp(&!right.is_empty());
    }
    let (left, right) = (parts(left), parts(right));
    let order = left.iter().zip(&right).map(|(left, right)| compare_parts(left, right));
    let order = order.fold(Ordering::Equal, Ordering::then);
    if order != Ordering::Equal {
        return order;
    }
    match (left.get(right.len()), right.get(left.len())) {
        (Some(part), _) if part[0].is_ascii_digit() => Ordering::Greater,
        (Some(part), _) => rank(part).cmp(&rank(NUMBER)),
        (_, Some(part)) if part[0].is_ascii_digit() => Ordering::Less,
        (_, Some(part)) => rank(NUMBER).cmp(&rank(part)),
        (None, None) => Ordering::Equal,
    }
}

/// PHP: a version ends at a NUL.
fn up_to_nul(version: &[u8]) -> &[u8] {
    version.split(|&byte| byte == 0).next().unwrap_or_default()
}

pub(super) fn version_compare(
    call: &mut Call<'_>,
    version1: &Str,
    version2: &Str,
    operator: Option<&Str>,
) -> Res<Value> {
    let order = compare(up_to_nul(version1), up_to_nul(version2));
    let Some(operator) = operator else { return Ok(Value::int(order as i64)) };
    Ok(Value::bool(match operator.as_bytes() {
        b"<" | b"lt" => order.is_lt(),
        b"<=" | b"le" => order.is_le(),
        b">" | b"gt" => order.is_gt(),
        b">=" | b"ge" => order.is_ge(),
        b"=" | b"==" | b"eq" => order.is_eq(),
        b"!=" | b"<>" | b"ne" => order.is_ne(),
        _ => return Err(call.value_error(3, "must be a valid comparison operator")),
    }))
}
