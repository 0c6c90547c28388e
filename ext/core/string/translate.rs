//! Replacing bytes by bytes, or keys by values.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Builder, Str};
use runtime::value::{Value, View};

use super::replace::put_in;

pub(super) fn strtr(call: &mut Call<'_>, string: &Str, from: &Value, to: Option<&Str>) -> Res<Str> {
    match (from.view(), to) {
        (View::Array(_), None) | (View::Str(_), Some(_)) if string.is_empty() => Ok(string.clone()),
        (View::Array(pairs), None) => by_pairs(call, string, &pairs.clone()),
        (View::Array(_), Some(_)) => Err(call.type_error(2, "string", from)),
        (_, None) => Err(call.type_error(2, "array", from)),
        (_, Some(to)) => {
            let from = call.to_str(from)?;
            let mut table: [u8; 256] = std::array::from_fn(|byte| byte as u8);
            for (&from, &to) in from.iter().zip(to.iter()) {
                table[usize::from(from)] = to;
            }
            super::mapped(call, string, |&byte| table[usize::from(byte)])
        }
    }
}

fn by_pairs(call: &mut Call<'_>, string: &Str, pairs: &Array) -> Res<Str> {
    if pairs.len() == 1
        && let Some((key, value)) = pairs.iter().next()
    {
        return by_pair(call, string, (key, value));
    }
    let keys = Keys::of(call, pairs, string.len())?;
    translate(call, string, (pairs, &keys))
}

/// PHP: the only replacement becomes a string before its key is looked for.
fn by_pair(call: &mut Call<'_>, string: &Str, (key, value): (Key<'_>, &Value)) -> Res<Str> {
    let value = call.to_str(value)?;
    let mut digits = [0; 20];
    let key = text_of(key, &mut digits);
    if key.is_empty() {
        warn_of_empty(call)?;
        return Ok(string.clone());
    }
    let replaced = put_in(call, string, (key, &value), &mut 0)?;
    Ok(replaced.unwrap_or_else(|| string.clone()))
}

fn text_of<'a>(key: Key<'a>, digits: &'a mut [u8; 20]) -> &'a [u8] {
    match key {
        Key::Int(int) => runtime::conv::int_text(int, digits),
        Key::Str(string) => string,
    }
}

#[cold]
fn warn_of_empty(call: &mut Call<'_>) -> Res<()> {
    call.warn("Ignoring replacement of empty string")
}

/// What is known of keys before they are looked for.
struct Keys {
    /// The bytes that one begins with.
    begins: [bool; 256],
    shortest: usize,
    longest: usize,
    /// The lengths that one has, a bit each; the last stands for all above.
    lengths: u64,
}

impl Keys {
    /// Those that fit into so many bytes.
    fn of(call: &mut Call<'_>, pairs: &Array, room: usize) -> Res<Self> {
        let mut keys = Self { begins: [false; 256], shortest: usize::MAX, longest: 0, lengths: 0 };
        let mut digits = [0; 20];
        for (key, _) in pairs {
            let key = text_of(key, &mut digits);
            match key.first() {
                Some(first) if key.len() <= room => {
                    keys.begins[usize::from(*first)] = true;
                    keys.shortest = keys.shortest.min(key.len());
                    keys.longest = keys.longest.max(key.len());
                    keys.lengths |= Self::bit(key.len());
                }
                Some(_) => {}
                None => warn_of_empty(call)?,
            }
        }
        Ok(keys)
    }

    fn bit(length: usize) -> u64 {
        1 << length.min(63)
    }

    /// The value of the longest key that a text begins with, and the length of the key.
    fn at_start_of<'a>(&self, text: &[u8], pairs: &'a Array) -> Option<(usize, &'a Value)> {
        let lengths = (self.shortest..=self.longest.min(text.len())).rev();
        let mut had = lengths.filter(|&length| self.lengths & Self::bit(length) != 0);
        had.find_map(|length| Some((length, pairs.get_bytes(&text[..length])?)))
    }
}

/// Replaces keys by values, the longest key first, never twice at one place.
fn translate(call: &mut Call<'_>, string: &Str, (pairs, keys): (&Array, &Keys)) -> Res<Str> {
    let mut out: Option<Builder> = None;
    let (mut at, mut copied) = (0, 0);
    while let Some(skipped) = string[at..].iter().position(|&byte| keys.begins[usize::from(byte)]) {
        at += skipped;
        let Some((length, value)) = keys.at_start_of(&string[at..], pairs) else {
            at += 1;
            continue;
        };
        let value = call.to_str(value)?;
        let begun = match out.take() {
            Some(out) => Ok(out),
            None => Builder::with_capacity(string.len() - length + value.len()),
        };
        let mut made = call.alloc(begun)?;
        let added = made.push(&string[copied..at]).and_then(|()| made.push(&value));
        call.alloc(added)?;
        out = Some(made);
        at += length;
        copied = at;
    }
    let Some(mut out) = out else { return Ok(string.clone()) };
    let added = out.push(&string[copied..]);
    call.alloc(added)?;
    Ok(out.finish())
}
