//! Text to values.
//!
//! # Invariants
//! - Values are numbered as they were written; those that a `R` names are made as references.
//! - What a text means ends where PHP says that it does: an error names the same offset.

use std::collections::HashSet;

use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::object::{Object, Reference};
use runtime::raise::{Halt, OrExit as _, Raise as _, Res};
use runtime::string::{StaticStr, Str, intern};
use runtime::value::{Value, View};

use super::options;
use crate::native::request;
use crate::request::Request;

/// Why reading stops.
pub(super) enum Stop {
    /// The text is wrong at an offset.
    At(usize),
    /// Something threw.
    Halt(Halt),
}

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

pub(super) type Read<T> = Result<T, Stop>;

/// What the parts of a text share, also those that a class reads itself.
pub(crate) struct Numbered {
    /// The values by number; those that are references as references.
    pub values: Vec<Value>,
    /// The numbers that a `R` names.
    pub shared: HashSet<usize>,
    /// Whether texts in the text may name values that are no objects.
    pub keeps_all: bool,
    /// The names of the classes that may be made, in lower case; all when none.
    pub allowed: Option<HashSet<Vec<u8>>>,
    /// Objects with what is to be called on them in the end.
    pub wake: Vec<(Object, Option<Array>)>,
    pub depth: u64,
    /// How deep arrays and objects may nest; 0 for any depth.
    pub depth_max: u64,
}

pub(in crate::native) struct Reader<'a> {
    pub text: &'a [u8],
    /// Where the next value begins.
    pub at: usize,
    pub state: Numbered,
    keys: Keys,
}

/// Keys that were read a short while ago: the rows of a table have the same ones, which are then
/// the same strings.
#[derive(Default)]
struct Keys([Option<Str>; 32]);

impl Keys {
    fn str(&mut self, bytes: &[u8]) -> Result<Str, Oom> {
        let ends = bytes.first().zip(bytes.last());
        let ends = ends.map_or(0, |(first, last)| usize::from(*first) + 5 * usize::from(*last));
        let recent = &mut self.0[(ends + bytes.len()) % 32];
        if let Some(key) = recent.as_ref().filter(|key| key.as_bytes() == bytes) {
            return Ok(key.clone());
        }
        let key = Str::new(bytes)?;
        *recent = Some(key.clone());
        Ok(key)
    }
}

/// Adds what the values of a text are named by: numbers behind `R`, and texts in the objects that
/// it has.
fn note_names(text: &[u8], state: &mut Numbered) {
    let letters = memchr::memchr3_iter(b'R', b'O', b'C', text);
    for at in letters.filter(|at| text.get(at + 1) == Some(&b':')) {
        if text[at] != b'R' {
            state.keeps_all = true;
            continue;
        }
        let digits = text[at + 2..].iter().take_while(|byte| byte.is_ascii_digit());
        state.shared.insert(digits.fold(0usize, |sum, digit| {
            sum.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
        }));
    }
}

/// Goes on with what reads the text around, or begins.
fn state(rq: &mut Request, text: &[u8], options: &Array) -> Res<(Numbered, bool)> {
    let (mut state, is_nested) = match rq.unserializing.take() {
        Some(state) => (*state, true),
        None => (options::numbered(rq, options)?, false),
    };
    note_names(text, &mut state);
    Ok((state, is_nested))
}

pub(super) fn unserialize(call: &mut Call<'_>, data: &Str, options: &Array) -> Res<Value> {
    let rq = request(call);
    if data.is_empty() {
        return Ok(Value::bool(false));
    }
    let (state, is_nested) = state(rq, data, options)?;
    let mut reader = Reader { text: data, at: 0, state, keys: Keys::default() };
    let result = reader.value(rq);
    let (at, of, mut state) = (reader.at, data.len(), reader.state);
    let calls = match is_nested {
        true => Vec::new(),
        false => std::mem::take(&mut state.wake),
    };
    if is_nested {
        rq.unserializing = Some(Box::new(state));
    }
    let told = tell(rq, &result, (at, of));
    let woken =
        super::object::wake(rq, calls, !matches!(result, Err(Stop::Halt(_))) && told.is_ok());
    match result {
        Err(Stop::Halt(halt)) => Err(halt),
        Err(Stop::At(_)) => told.and(woken).map(|()| Value::bool(false)),
        Ok(value) => told.and(woken).map(|()| value.unboxed().clone()),
    }
}

/// Warns of what is wrong with a text.
fn tell(rq: &mut Request, result: &Read<Value>, (at, of): (usize, usize)) -> Res<()> {
    match result {
        Ok(_) if at < of => {
            rq.warn(&format!("unserialize(): Extra data starting at offset {at} of {of} bytes"))
        }
        Err(Stop::At(at)) => rq.warn(&format!("unserialize(): Error at offset {at} of {of} bytes")),
        _ => Ok(()),
    }
}

/// `unserialize_part_(string $data, int $at): array|int`: the value that is written at an offset,
/// and where it ends; where it is wrong.
pub(super) fn unserialize_part_(call: &mut Call<'_>, data: &Str, at: i64) -> Res<Value> {
    let rq = request(call);
    let (state, is_nested) = state(rq, data, &Array::new())?;
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    let mut reader = Reader { text: data, at, state, keys: Keys::default() };
    let result = reader.value(rq);
    let (end, state) = (reader.at, reader.state);
    if is_nested {
        rq.unserializing = Some(Box::new(state));
    } else {
        super::object::wake(rq, state.wake, result.is_ok())?;
    }
    match result {
        Ok(value) => {
            let parts = [value, Value::int(end as i64)].into_iter();
            Array::from_values(parts).or_exit(rq).map(Value::from)
        }
        Err(Stop::Halt(halt)) => Err(halt),
        Err(Stop::At(at)) => Ok(Value::int(at as i64)),
    }
}

impl<'a> Reader<'a> {
    /// A text from its beginning, with objects of any class.
    pub(in crate::native) fn new(rq: &mut Request, text: &'a [u8]) -> Res<Self> {
        let mut state = options::numbered(rq, &Array::new())?;
        note_names(text, &mut state);
        Ok(Self { text, at: 0, state, keys: Keys::default() })
    }

    /// The next value; none when the text is malformed.
    pub(in crate::native) fn next(&mut self, rq: &mut Request) -> Res<Option<Value>> {
        match self.value(rq) {
            Ok(value) => Ok(Some(value)),
            Err(Stop::At(_)) => Ok(None),
            Err(Stop::Halt(halt)) => Err(halt),
        }
    }

    /// Calls what is to be called on the objects that were made.
    pub(in crate::native) fn wake(self, rq: &mut Request) -> Res<()> {
        super::object::wake(rq, self.state.wake, true)
    }
}

impl<'a> Reader<'a> {
    /// The byte at an offset; behind the text there is a zero.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(0)
    }

    /// The digits at an offset and where they end.
    pub(super) fn digits(&self, at: usize) -> Option<(usize, usize)> {
        let (mut value, mut end) = (0usize, at);
        while let Some(digit) = self.text.get(end).filter(|byte| byte.is_ascii_digit()) {
            value = value.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
            end += 1;
        }
        (end > at).then_some((value, end))
    }

    /// Digits with a sign at an offset: their text and where they end.
    pub(super) fn signed(&self, at: usize) -> Option<(&str, usize)> {
        let sign = usize::from(matches!(self.byte(at), b'+' | b'-'));
        let (_, end) = self.digits(at + sign)?;
        Some((std::str::from_utf8(&self.text[at..end]).ok()?, end))
    }

    /// A head like `a:5:{`, of which `tail` is what stands behind the digits.
    pub(super) fn head(&self, start: usize, tail: &[u8]) -> Read<(usize, usize)> {
        let found = self.digits(start + 2).filter(|_| self.byte(start + 1) == b':');
        match found {
            Some((number, end)) if self.text[end..].starts_with(tail) => {
                Ok((number, end + tail.len()))
            }
            _ => Err(Stop::At(start)),
        }
    }

    /// `5:"bytes"` behind a letter at `start`; the offset behind it must have `end`.
    pub(super) fn quoted(&mut self, start: usize, end: u8) -> Read<&'a [u8]> {
        let (length, from) = self.head(start, b":\"")?;
        if length > self.text.len() - from {
            return Err(Stop::At(start + 2));
        }
        let quote = from + length;
        if self.byte(quote) != b'"' {
            return Err(Stop::At(quote));
        }
        if self.byte(quote + 1) != end {
            return Err(Stop::At(quote + 1));
        }
        self.at = quote + 2;
        Ok(&self.text[from..quote])
    }

    /// A value, numbered unless it is a reference to an earlier one.
    pub(super) fn value(&mut self, rq: &mut Request) -> Read<Value> {
        rq.guard_stack()?;
        let start = self.at;
        match self.text.get(start) {
            None => return Err(Stop::At(start)),
            Some(b'R') => return self.reference(start),
            Some(_) => {}
        }
        let number = self.state.values.len();
        let place = match self.state.shared.contains(&(number + 1)) {
            true => Some(Reference::new(Value::NULL).or_exit(rq)?),
            false => None,
        };
        self.state.values.push(place.clone().map_or(Value::NULL, Value::from));
        let value = self.body(rq, (start, number))?;
        match place {
            Some(place) => {
                place.set(value);
                Ok(Value::from(place))
            }
            None => {
                if self.state.keeps_all || matches!(value.view(), View::Object(_)) {
                    self.state.values[number] = value.clone();
                }
                Ok(value)
            }
        }
    }

    fn numbered(&self, number: usize) -> Option<&Value> {
        number.checked_sub(1).and_then(|at| self.state.values.get(at))
    }

    fn reference(&mut self, start: usize) -> Read<Value> {
        let (number, end) = self.head(start, b";")?;
        self.at = end;
        self.numbered(number).cloned().ok_or(Stop::At(end))
    }

    #[inline(always)]
    fn body(&mut self, rq: &mut Request, (start, number): (usize, usize)) -> Read<Value> {
        match self.byte(start) {
            b'N' | b'b' | b'i' | b'd' => self.scalar(rq, start),
            b's' => {
                let bytes = self.quoted(start, b';')?;
                Ok(Str::new(bytes).or_exit(rq)?.into())
            }
            b'a' => {
                let (count, from) = self.head(start, b":{")?;
                self.at = from;
                let array = self.nested(rq, count)?;
                Ok(array.into())
            }
            b'r' => {
                let (earlier, end) = self.head(start, b";")?;
                self.at = end;
                match self.numbered(earlier).map(|value| value.unboxed().clone()) {
                    Some(value) if matches!(value.view(), View::Object(_)) => Ok(value),
                    _ => Err(Stop::At(end)),
                }
            }
            b'E' => self.case(rq, start),
            b'O' | b'C' => self.object(rq, (start, number)),
            b'}' => {
                rq.warn("unserialize(): Unexpected end of serialized data")?;
                Err(Stop::At(start))
            }
            _ => Err(Stop::At(start)),
        }
    }

    #[inline]
    fn scalar(&mut self, rq: &mut Request, start: usize) -> Read<Value> {
        let (value, length) = match &self.text[start..] {
            [b'N', b';', ..] => (Value::NULL, 2),
            [b'b', b':', digit @ (b'0' | b'1'), b';', ..] => (Value::bool(*digit == b'1'), 4),
            [b'i', b':', ..] => return self.int(rq, start).map(Value::int),
            [b'd', b':', ..] => return self.float(start),
            _ => return Err(Stop::At(start)),
        };
        self.at = start + length;
        Ok(value)
    }

    fn int(&mut self, rq: &mut Request, start: usize) -> Read<i64> {
        let from = start + 2;
        let sign = self.byte(from);
        let digits = from + usize::from(matches!(sign, b'+' | b'-'));
        let (number, end) = self.digits(digits).ok_or(Stop::At(start))?;
        if self.byte(end) != b';' {
            return Err(Stop::At(start));
        }
        let int = match i64::try_from(number) {
            Ok(int) if sign == b'-' => -int,
            Ok(int) => int,
            Err(_) => {
                let (text, _) = self.signed(from).ok_or(Stop::At(start))?;
                bounded(rq, text)?
            }
        };
        self.at = end + 1;
        Ok(int)
    }

    fn float(&mut self, start: usize) -> Read<Value> {
        let rest = &self.text[start + 2..];
        let end = rest.iter().position(|byte| *byte == b';').ok_or(Stop::At(start))?;
        let text = &rest[..end];
        let value = match text {
            b"INF" => f64::INFINITY,
            b"-INF" => f64::NEG_INFINITY,
            b"NAN" => f64::NAN,
            text if is_float(text) => runtime::conv::str_to_float(text),
            _ => return Err(Stop::At(start)),
        };
        self.at = start + 2 + end + 1;
        Ok(Value::float(value))
    }

    /// The elements of an array behind its brace, and the brace that ends it.
    pub(super) fn nested(&mut self, rq: &mut Request, count: usize) -> Read<Array> {
        if count > self.text.len() - self.at {
            return Err(Stop::At(self.at));
        }
        let max = self.state.depth_max;
        if max > 0 && self.state.depth >= max {
            rq.warn(&format!(
                "unserialize(): Maximum depth of {max} exceeded. The depth limit can be changed \
                 using the max_depth unserialize() option or the unserialize_max_depth ini setting"
            ))?;
            return Err(Stop::At(self.at));
        }
        self.state.depth += 1;
        let elements = self.elements(rq, count);
        self.state.depth -= 1;
        let elements = elements?;
        if self.byte(self.at) != b'}' {
            return Err(Stop::At(self.at));
        }
        self.at += 1;
        Ok(elements)
    }

    fn elements(&mut self, rq: &mut Request, count: usize) -> Read<Array> {
        let mut array = Array::new();
        for left in (0..count).rev() {
            let key = self.key(rq)?;
            if left + 1 == count {
                let room = match &key {
                    Ok(0) => Array::hash_with_capacity(count),
                    _ => Array::dict_with_capacity(count),
                };
                array = room.or_exit(rq)?;
            }
            let value = self.value(rq)?;
            let put = match &key {
                Ok(int) => array.set(Key::Int(*int), value),
                Err(name) => array.set(Key::of_str(name), value),
            };
            put.or_exit(rq)?;
            if left > 0 && !matches!(self.byte(self.at - 1), b';' | b'}') {
                return Err(Stop::At(self.at - 1));
            }
        }
        if count > 0 {
            array.make_hash().or_exit(rq)?;
        }
        Ok(array)
    }

    /// A key: an int, or a string as the error.
    fn key(&mut self, rq: &mut Request) -> Read<Result<i64, Str>> {
        let start = self.at;
        match self.byte(start) {
            b'i' => match self.scalar(rq, start)?.as_int() {
                Some(int) => Ok(Ok(int)),
                None => Err(Stop::At(start)),
            },
            b's' => {
                let bytes = self.quoted(start, b';')?;
                Ok(Err(self.keys.str(bytes).or_exit(rq)?))
            }
            // What can be read, but is no key, is wrong where it ends.
            b'N' | b'b' | b'd' => {
                self.scalar(rq, start)?;
                Err(Stop::At(self.at))
            }
            b'a' => Err(Stop::At(self.head(start, b":{")?.1)),
            b'r' | b'R' => Err(Stop::At(self.head(start, b";")?.1)),
            b'}' => {
                rq.warn("unserialize(): Unexpected end of serialized data")?;
                Err(Stop::At(start))
            }
            _ => Err(Stop::At(start)),
        }
    }
}

/// Whether a text is a number as serialized floats are.
fn is_float(text: &[u8]) -> bool {
    let (mantissa, exponent) = match text.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let unsigned =
        |text: &[u8]| -> usize { usize::from(matches!(text.first(), Some(b'+' | b'-'))) };
    let mantissa = &mantissa[unsigned(mantissa)..];
    let is_digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let dots = mantissa.iter().filter(|byte| **byte == b'.').count();
    dots <= 1
        && mantissa.iter().any(u8::is_ascii_digit)
        && mantissa.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
        && exponent.is_none_or(|exponent| is_digits(&exponent[unsigned(exponent)..]))
}

/// The int of digits with a sign; with a warning the last one that there is.
pub(super) fn bounded(rq: &mut Request, text: &str) -> Res<i64> {
    if let Ok(int) = text.parse() {
        return Ok(int);
    }
    rq.warn("unserialize(): Numerical result out of range")?;
    Ok(if text.starts_with('-') { i64::MIN } else { i64::MAX })
}

/// A name that the reader gives an object whose class is not there.
pub(crate) fn incomplete_name() -> StaticStr {
    intern(b"__PHP_Incomplete_Class_Name")
}
