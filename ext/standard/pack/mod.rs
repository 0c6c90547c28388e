//! Values as bytes and back: `pack()`, `unpack()`.

#[rustfmt::skip]
mod r#gen;
mod layout;

pub use r#gen::{CONSTANTS, NATIVES};

use layout::{Count, Kind, kind};
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

fn refused(call: &mut Call<'_>, text: String) -> Halt {
    call.throw(Message::ValueRefused { text })
}

/// A letter with what it applies to.
enum Step {
    /// A number of this kind.
    Number(Kind, Value),
    /// Text: the letter, its length or none for all of it.
    Text(u8, Option<usize>, Value),
    /// So many zero bytes, or back by so many, or to this place.
    Move(u8, usize),
}

/// What a layout makes of the values; the values that are left over are told.
fn steps(call: &mut Call<'_>, layout: &[u8], values: &[Value]) -> Res<Vec<Step>> {
    let mut steps = Vec::new();
    let mut values = values.iter();
    let mut rest = layout;
    while let Some((&letter, after)) = rest.split_first() {
        let (count, after) = layout::count(after);
        rest = after;
        let shown = char::from(letter);
        match letter {
            b'x' | b'X' | b'@' => {
                let times = match count {
                    Count::All => {
                        call.warn(format!("Type {shown}: '*' ignored"))?;
                        1
                    }
                    Count::One => 1,
                    Count::Times(times) => times,
                };
                steps.push(Step::Move(letter, times));
            }
            b'a' | b'A' | b'Z' | b'h' | b'H' => {
                let Some(value) = values.next() else {
                    return Err(refused(call, format!("Type {shown}: not enough arguments")));
                };
                let mut text = value.clone();
                let length = match count {
                    Count::All => {
                        text = call.to_str(value)?.into();
                        None
                    }
                    Count::One => Some(1),
                    Count::Times(times) => Some(times),
                };
                steps.push(Step::Text(letter, length, text));
            }
            _ => {
                let Some(kind) = kind(letter) else {
                    return Err(refused(call, format!("Type {shown}: unknown format code")));
                };
                let times = match count {
                    Count::All => values.len(),
                    Count::One => 1,
                    Count::Times(times) => times,
                };
                if times > values.len() {
                    return Err(refused(call, format!("Type {shown}: too few arguments")));
                }
                let taken = values.by_ref().take(times);
                steps.extend(taken.map(|value| Step::Number(kind, value.clone())));
            }
        }
    }
    if values.len() > 0 {
        call.warn(format!("{} arguments unused", values.len()))?;
    }
    Ok(steps)
}

fn put_number(call: &mut Call<'_>, kind: Kind, value: &Value, out: &mut Vec<u8>) -> Res<()> {
    let (bytes, is_big) = match kind {
        Kind::Int { bytes, is_big, .. } => {
            (conv::to_int(call.rq(), value)?.to_le_bytes()[..bytes].to_vec(), is_big)
        }
        Kind::Float { bytes, is_big } => {
            let number = conv::to_float(call.rq(), value)?;
            let single = || (number as f32).to_le_bytes().to_vec();
            (if bytes == 4 { single() } else { number.to_le_bytes().to_vec() }, is_big)
        }
    };
    if is_big {
        out.extend(bytes.iter().rev());
    } else {
        out.extend_from_slice(&bytes);
    }
    Ok(())
}

/// Room for so many bytes, if the request may have them.
fn reserve(call: &mut Call<'_>, length: usize) -> Res<()> {
    let room = Str::with_capacity(length);
    call.alloc(room).map(drop)
}

fn put_text(
    call: &mut Call<'_>,
    (letter, length): (u8, Option<usize>),
    text: &Str,
    out: &mut Vec<u8>,
) -> Res<()> {
    if matches!(letter, b'h' | b'H') {
        return put_digits(call, (letter, length), text, out);
    }
    let all = text.len() + usize::from(letter == b'Z');
    let length = length.unwrap_or(all);
    reserve(call, length)?;
    let taken = text.len().min(if letter == b'Z' { length.saturating_sub(1) } else { length });
    out.extend_from_slice(&text[..taken]);
    let fill = if letter == b'A' { b' ' } else { 0 };
    out.extend(std::iter::repeat_n(fill, length - taken));
    Ok(())
}

fn put_digits(
    call: &mut Call<'_>,
    (letter, length): (u8, Option<usize>),
    text: &Str,
    out: &mut Vec<u8>,
) -> Res<()> {
    let shown = char::from(letter);
    let mut length = length.unwrap_or(text.len());
    if length > text.len() {
        call.warn(format!("Type {shown}: not enough characters in string"))?;
        length = text.len();
    }
    for pair in text[..length].chunks(2) {
        let mut byte = 0;
        for (at, &digit) in pair.iter().enumerate() {
            let value = match char::from(digit).to_digit(16) {
                Some(value) => value as u8,
                None => {
                    let digit = char::from(digit);
                    call.warn(format!("Type {shown}: illegal hex digit {digit}"))?;
                    0
                }
            };
            let is_high = (at == 0) == (letter == b'H');
            byte |= if is_high { value << 4 } else { value };
        }
        out.push(byte);
    }
    Ok(())
}

fn pack(call: &mut Call<'_>, format: &Str, values: &[Value]) -> Res<Str> {
    let steps = steps(call, format, values)?;
    let mut out = Vec::new();
    for step in steps {
        match step {
            Step::Number(kind, value) => put_number(call, kind, &value, &mut out)?,
            Step::Text(letter, length, text) => {
                let text = call.to_str(&text)?;
                put_text(call, (letter, length), &text, &mut out)?;
            }
            Step::Move(b'X', back) => {
                if back > out.len() {
                    call.warn("Type X: outside of string")?;
                }
                out.truncate(out.len().saturating_sub(back));
            }
            Step::Move(letter, count) => {
                let length = if letter == b'@' { count } else { out.len().saturating_add(count) };
                reserve(call, length)?;
                out.resize(length, 0);
            }
        }
    }
    call.str(&out)
}

/// Bytes that are being read, and what was read of them.
struct Unpack<'d> {
    data: &'d [u8],
    at: usize,
    array: Array,
}

/// A part of a layout: a letter, its count and a name.
struct Part<'l> {
    letter: u8,
    count: Count,
    name: &'l [u8],
}

impl Unpack<'_> {
    fn set(&mut self, call: &mut Call<'_>, name: &[u8], value: Value) -> Res<()> {
        let name = call.str(name)?;
        let set = self.array.set(Key::of_str(&name), value);
        call.alloc(set)
    }

    /// `false` after a warning.
    fn has(&self, call: &mut Call<'_>, letter: u8, wanted: usize) -> Res<bool> {
        let left = self.data.len().saturating_sub(self.at);
        if wanted <= left {
            return Ok(true);
        }
        let shown = char::from(letter);
        let were = if left == 1 { "was" } else { "were" };
        call.warn(format!(
            "Type {shown}: not enough input values, need {wanted} values but only {left} {were} provided"
        ))?;
        Ok(false)
    }

    fn part(&mut self, call: &mut Call<'_>, part: &Part<'_>) -> Res<bool> {
        match part.letter {
            b'a' | b'A' | b'Z' | b'h' | b'H' => self.text(call, part),
            b'x' | b'X' | b'@' => self.step(call, part),
            letter => match kind(letter) {
                Some(kind) => self.numbers(call, part, kind),
                None => {
                    let text = format!("Invalid format type {}", char::from(letter));
                    Err(refused(call, text))
                }
            },
        }
    }

    fn step(&mut self, call: &mut Call<'_>, part: &Part<'_>) -> Res<bool> {
        let times = match part.count {
            Count::One => 1,
            Count::Times(times) => times,
            Count::All if part.letter == b'x' => self.data.len().saturating_sub(self.at),
            Count::All => 0,
        };
        match part.letter {
            b'X' => self.at = self.at.saturating_sub(times),
            b'@' if times <= self.data.len() => self.at = times,
            b'@' => call.warn("Type @: outside of string")?,
            _ => {
                let left = self.data.len().saturating_sub(self.at);
                if times > left {
                    self.at = self.data.len();
                    return self.has(call, b'x', 1);
                }
                self.at += times;
            }
        }
        Ok(true)
    }

    fn text(&mut self, call: &mut Call<'_>, part: &Part<'_>) -> Res<bool> {
        let is_digits = matches!(part.letter, b'h' | b'H');
        let left = self.data.len().saturating_sub(self.at);
        let size = match part.count {
            Count::All if is_digits => left * 2,
            Count::All => left,
            Count::One => 1,
            Count::Times(size) => size,
        };
        let bytes = if is_digits { size.div_ceil(2) } else { size };
        if !self.has(call, part.letter, bytes)? {
            return Ok(false);
        }
        let data = &self.data[self.at..self.at + bytes];
        let digit = |nibble: u8| b"0123456789abcdef"[usize::from(nibble & 15)];
        let text = match part.letter {
            b'a' => data.to_vec(),
            b'A' => {
                let is_blank = |byte: &u8| matches!(byte, 0 | b'\t' | b'\r' | b'\n' | b' ');
                let blanks = data.iter().rev().take_while(|byte| is_blank(byte)).count();
                data[..data.len() - blanks].to_vec()
            }
            b'Z' => data.split(|&byte| byte == 0).next().unwrap_or_default().to_vec(),
            letter => {
                let both = |byte: &u8| match letter {
                    b'H' => [digit(byte >> 4), digit(*byte)],
                    _ => [digit(*byte), digit(byte >> 4)],
                };
                let mut digits: Vec<u8> = data.iter().flat_map(both).collect();
                digits.truncate(size);
                digits
            }
        };
        self.at += bytes;
        let text = call.str(&text)?;
        let name = if part.name.is_empty() { b"1" } else { part.name };
        self.set(call, name, text.into())?;
        Ok(true)
    }

    fn numbers(&mut self, call: &mut Call<'_>, part: &Part<'_>, kind: Kind) -> Res<bool> {
        let size = kind.bytes();
        let times = match part.count {
            Count::One => 1,
            Count::Times(times) => times,
            Count::All => self.data.len().saturating_sub(self.at) / size,
        };
        for number in 1..=times {
            if !self.has(call, part.letter, size)? {
                return Ok(false);
            }
            let value = number_at(kind, &self.data[self.at..self.at + size]);
            self.at += size;
            if part.name.is_empty() {
                let set = self.array.set(Key::Int(number as i64), value);
                call.alloc(set)?;
                continue;
            }
            let mut name = part.name.to_vec();
            if part.count != Count::One && part.count != Count::Times(1) {
                name.extend_from_slice(number.to_string().as_bytes());
            }
            self.set(call, &name, value)?;
        }
        Ok(true)
    }
}

fn number_at(kind: Kind, bytes: &[u8]) -> Value {
    let (Kind::Int { is_big, .. } | Kind::Float { is_big, .. }) = kind;
    let mut little = [0; 8];
    for (at, &byte) in bytes.iter().enumerate() {
        little[if is_big { bytes.len() - 1 - at } else { at }] = byte;
    }
    let bits = u64::from_le_bytes(little);
    match kind {
        Kind::Int { bytes, is_signed, .. } => {
            let unused = 64 - 8 * bytes as u32;
            let signed = (bits << unused).cast_signed() >> unused;
            Value::int(if is_signed { signed } else { bits.cast_signed() })
        }
        Kind::Float { bytes: 4, .. } => Value::float(f64::from(f32::from_bits(bits as u32))),
        Kind::Float { .. } => Value::float(f64::from_bits(bits)),
    }
}

fn unpack(call: &mut Call<'_>, format: &Str, string: &Str, offset: i64) -> Res<OrFalse<Array>> {
    let Some(data) = usize::try_from(offset).ok().and_then(|offset| string.get(offset..)) else {
        return Err(call.value_error(3, "must be contained in argument #2 ($data)"));
    };
    let mut unpack = Unpack { data, at: 0, array: Array::new() };
    for part in format.split(|&byte| byte == b'/') {
        let Some((&letter, rest)) = part.split_first() else { continue };
        let (count, name) = layout::count(rest);
        if !unpack.part(call, &Part { letter, count, name })? {
            return Ok(OrFalse(None));
        }
    }
    Ok(OrFalse(Some(unpack.array)))
}
