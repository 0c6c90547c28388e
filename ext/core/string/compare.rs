//! Comparisons and distances.

use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::natural;

/// The difference of the first bytes that differ, else −1, 0 or 1 by length.
fn difference(left: &[u8], right: &[u8]) -> i64 {
    let differing = left.iter().zip(right).find(|(left, right)| left != right);
    match differing {
        Some((&left, &right)) => i64::from(left) - i64::from(right),
        None => left.len().cmp(&right.len()) as i64,
    }
}

fn start(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}

/// The same of two strings in lower case.
fn folded(left: &[u8], right: &[u8]) -> i64 {
    let lower = |bytes: &[u8]| bytes.to_ascii_lowercase();
    difference(&lower(left), &lower(right))
}

pub(super) fn strcmp(_: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    Ok(difference(string1, string2))
}

pub(super) fn strcasecmp(_: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    Ok(folded(string1, string2))
}

fn length_of(call: &mut Call<'_>, length: i64) -> Res<usize> {
    usize::try_from(length).map_err(|_| call.value_error(3, "must be greater than or equal to 0"))
}

pub(super) fn strncmp(call: &mut Call<'_>, left: &Str, right: &Str, length: i64) -> Res<i64> {
    let length = length_of(call, length)?;
    Ok(difference(start(left, length), start(right, length)))
}

pub(super) fn strncasecmp(call: &mut Call<'_>, left: &Str, right: &Str, length: i64) -> Res<i64> {
    let length = length_of(call, length)?;
    Ok(folded(start(left, length), start(right, length)))
}

pub(super) fn strnatcmp(_: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    Ok(i64::from(natural::compare(string1, string2, false)))
}

pub(super) fn strnatcasecmp(_: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    Ok(i64::from(natural::compare(string1, string2, true)))
}

pub(super) fn substr_compare(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
    length: Option<i64>,
    case_insensitive: bool,
) -> Res<i64> {
    match length {
        Some(0) => return Ok(0),
        Some(length) if length < 0 => {
            return Err(call.value_error(4, "must be greater than or equal to 0"));
        }
        _ => {}
    }
    let bytes = haystack.len() as i64;
    let offset = if offset < 0 { (offset + bytes).max(0) } else { offset };
    if offset > bytes {
        return Err(call.value_error(3, "must be contained in argument #1 ($haystack)"));
    }
    let length = length.map_or(usize::MAX, |length| length as usize);
    let (left, right) = (start(&haystack[offset as usize..], length), start(needle, length));
    Ok(if case_insensitive { folded(left, right) } else { difference(left, right) })
}

pub(super) fn similar_text(
    call: &mut Call<'_>,
    string1: &Str,
    string2: &Str,
    percent: &Reference,
) -> Res<i64> {
    let common = similarity(string1, string2);
    let total = string1.len() + string2.len();
    let share = if total == 0 { 0.0 } else { common as f64 * 2.0 * 100.0 / total as f64 };
    call.assign(percent, Value::float(share))?;
    Ok(common as i64)
}

/// The length of the longest common part, and of those on both sides of it.
fn similarity(left: &[u8], right: &[u8]) -> usize {
    let mut open = vec![(left, right)];
    let mut sum = 0;
    while let Some((left, right)) = open.pop() {
        let (length, at, other) = longest_common(left, right);
        if length > 0 {
            sum += length;
            open.push((&left[..at], &right[..other]));
            open.push((&left[at + length..], &right[other + length..]));
        }
    }
    sum
}

fn longest_common(left: &[u8], right: &[u8]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    for at in 0..left.len() {
        for other in 0..right.len() {
            let pairs = left[at..].iter().zip(&right[other..]);
            let length = pairs.take_while(|(left, right)| left == right).count();
            if length > best.0 {
                best = (length, at, other);
            }
        }
    }
    best
}

pub(super) fn levenshtein(
    _: &mut Call<'_>,
    string1: &Str,
    string2: &Str,
    insertion_cost: i64,
    replacement_cost: i64,
    deletion_cost: i64,
) -> Res<i64> {
    if string1.is_empty() {
        return Ok((string2.len() as i64).wrapping_mul(insertion_cost));
    }
    if string2.is_empty() {
        return Ok((string1.len() as i64).wrapping_mul(deletion_cost));
    }
    let mut row: Vec<i64> =
        (0..=string2.len() as i64).map(|count| count.wrapping_mul(insertion_cost)).collect();
    for &byte in string1.iter() {
        let mut next = vec![row[0].wrapping_add(deletion_cost)];
        for (index, &other) in string2.iter().enumerate() {
            let replaced =
                row[index].wrapping_add(if byte == other { 0 } else { replacement_cost });
            let deleted = row[index + 1].wrapping_add(deletion_cost);
            let inserted = next[index].wrapping_add(insertion_cost);
            next.push(replaced.min(deleted).min(inserted));
        }
        row = next;
    }
    Ok(row[string2.len()])
}
