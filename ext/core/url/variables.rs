//! Variables by their names in a query: `a[b][]` is an element of an element of an array.
//!
//! # Invariants
//! - Arrays nest no deeper than the limit: a name is no way to the end of the native stack.

use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::string::Str;
use runtime::value::Value;

use super::query::decode;

/// Variables that are being read.
pub struct Variables {
    array: Array,
    /// How many there may be, and how deep their arrays.
    most: usize,
    depth: usize,
    count: usize,
    /// Whether there were more.
    pub is_over: bool,
}

impl Variables {
    /// None yet; there may be so many, and their arrays so deep.
    pub fn new((most, depth): (usize, usize)) -> Self {
        Self { array: Array::new(), most, depth, count: 0, is_over: false }
    }

    /// How many there may be, and how deep their arrays.
    pub fn limits(&self) -> (usize, usize) {
        (self.most, self.depth)
    }

    /// What was added.
    pub fn array(&self) -> &Array {
        &self.array
    }

    /// What was added.
    pub fn into_array(self) -> Array {
        self.array
    }

    /// Adds the variables of a query or a form.
    pub fn add_query(&mut self, query: &[u8]) -> Result<(), Oom> {
        for part in query.split(|&byte| byte == b'&').filter(|part| !part.is_empty()) {
            if self.is_over {
                break;
            }
            let (name, value) = match part.iter().position(|&byte| byte == b'=') {
                Some(at) => (&part[..at], decode(&part[at + 1..])),
                None => (part, Vec::new()),
            };
            self.add(&decode(name), &value)?;
        }
        Ok(())
    }

    /// Adds a variable.
    pub fn add(&mut self, name: &[u8], value: &[u8]) -> Result<(), Oom> {
        self.add_value(name, Str::new(value)?.into())
    }

    /// Adds a variable that has a value.
    pub fn add_value(&mut self, name: &[u8], value: Value) -> Result<(), Oom> {
        self.count += 1;
        if self.count > self.most {
            self.is_over = true;
            return Ok(());
        }
        let Some((head, keys)) = variable_path(name) else { return Ok(()) };
        if keys.len() > self.depth {
            // PHP: what there was by this name goes too.
            self.array.remove(Key::of_str(&Str::new(&head)?))?;
            return Ok(());
        }
        let name = without_spaces(name);
        let refused = keys.iter().position(|key| key.as_ref().is_some_and(|key| poses(key, name)));
        match (poses(&head, name), refused) {
            (true, _) => Ok(()),
            // PHP: the arrays around a name that is refused are there by then.
            (false, Some(at)) => store(&mut self.array, (&Some(head), &keys[..at]), None),
            (false, None) => store(&mut self.array, (&Some(head), &keys), Some(value)),
        }
    }
}

/// Whether a part of a name begins as names of cookies do that only a secure host may set, which
/// the whole name does not.
fn poses(part: &[u8], name: &[u8]) -> bool {
    let prefixes = [&b"__Host-"[..], b"__Secure-"];
    prefixes.iter().any(|prefix| part.starts_with(prefix) && !name.starts_with(prefix))
}

fn without_spaces(name: &[u8]) -> &[u8] {
    let start = name.iter().position(|&byte| byte != b' ');
    &name[start.unwrap_or(name.len())..]
}

/// A character of a name that has no dots, spaces and brackets.
fn plain(byte: &u8) -> u8 {
    if b" .[".contains(byte) { b'_' } else { *byte }
}

/// The key of an element; none for the next one.
type Step = Option<Vec<u8>>;

/// What the name of a variable of a query says: the variable, and the way into its array.
pub fn variable_path(name: &[u8]) -> Option<(Vec<u8>, Vec<Step>)> {
    let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
    let name = without_spaces(name);
    let bracket = name.iter().position(|&byte| byte == b'[');
    let (head, mut rest) = match bracket {
        Some(at) => (&name[..at], &name[at..]),
        None => (name, &b""[..]),
    };
    if head.is_empty() {
        return None;
    }
    let mut head: Vec<u8> = head.iter().map(plain).collect();
    let mut keys: Vec<Step> = Vec::new();
    while let Some(inner) = rest.strip_prefix(b"[") {
        match inner.iter().position(|&byte| byte == b']') {
            Some(end) => {
                let key = &inner[..end];
                // PHP: one blank is nothing, two are a key.
                let is_next = matches!(key, [] | [b' ' | b'\t'..=b'\r']);
                keys.push((!is_next).then(|| key.to_vec()));
                rest = &inner[end + 1..];
            }
            None if keys.is_empty() => {
                head.push(b'_');
                head.extend(inner.iter().map(plain));
                break;
            }
            None => break,
        }
    }
    Some((head, keys))
}

/// Stores a value where its keys lead; none leaves an array there.
fn store(
    into: &mut Array,
    (key, deeper): (&Step, &[Step]),
    value: Option<Value>,
) -> Result<(), Oom> {
    let name = key.as_deref().map(Str::new).transpose()?;
    if let (Some(value), []) = (&value, deeper) {
        return match name {
            Some(name) => into.set(Key::of_str(&name), value.clone()),
            // PHP: one behind the last possible index is dropped.
            None => {
                let _ = into.append(value.clone());
                Ok(())
            }
        };
    }
    let mut place = match &name {
        Some(name) => into.slot_or_null(Key::of_str(name))?,
        None => match into.append_slot() {
            Ok(place) => place,
            Err(_) => return Ok(()),
        },
    };
    if place.get().as_array().is_none() {
        place.set(Value::from(Array::new()));
    }
    match (place.as_array_mut(), deeper.split_first()) {
        (Some(array), Some((next, deeper))) => store(array, (next, deeper), value),
        _ => Ok(()),
    }
}
