//! Layouts of `sscanf()`.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

/// What a field takes.
pub enum Kind {
    Int {
        base: u32,
        signed: bool,
    },
    Float,
    Text,
    Char,
    Set(Set),
    /// How many bytes were taken.
    Count,
}

/// Bytes that a field takes.
pub struct Set {
    has: Box<[bool; 256]>,
}

impl Set {
    pub fn contains(&self, byte: u8) -> bool {
        self.has[usize::from(byte)]
    }
}

/// A part of a layout.
pub enum Part {
    Blanks,
    Literal(u8),
    Field { kind: Kind, width: usize, place: Option<usize> },
}

impl Part {
    /// Where the value goes.
    pub fn place(&self) -> Option<usize> {
        match self {
            Self::Field { place, .. } => *place,
            _ => None,
        }
    }
}

/// What was read.
pub enum Found {
    Nothing,
    Value(Scanned),
}

/// A value that was read.
pub enum Scanned {
    Int(i64),
    Float(f64),
    Bytes(Vec<u8>),
}

impl Found {
    pub fn int(value: i64) -> Self {
        Self::Value(Scanned::Int(value))
    }

    pub fn float(value: f64) -> Self {
        Self::Value(Scanned::Float(value))
    }

    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self::Value(Scanned::Bytes(bytes))
    }

    /// A number as C's `strtol` or `strtoul` gives it.
    pub fn number(number: u128, is_negative: bool, signed: bool) -> Self {
        if signed {
            let most = i128::from(i64::MAX);
            let value = if is_negative { -(number as i128) } else { number as i128 };
            return Self::int(value.clamp(-most - 1, most) as i64);
        }
        let bits = u64::try_from(number).unwrap_or(u64::MAX);
        let bits = if is_negative { bits.wrapping_neg() } else { bits };
        match i64::try_from(bits) {
            Ok(value) => Self::int(value),
            Err(_) => Self::bytes(bits.to_string().into_bytes()),
        }
    }
}

impl Scanned {
    pub fn into_value(self, call: &mut Call<'_>) -> Res<Value> {
        Ok(match self {
            Self::Int(value) => Value::int(value),
            Self::Float(value) => Value::float(value),
            Self::Bytes(bytes) => call.str(&bytes)?.into(),
        })
    }
}

/// A layout in parts, and how many values it gives.
pub struct Layout {
    pub parts: Vec<Part>,
    pub places: usize,
}

struct Reader<'l> {
    text: &'l [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn number(&mut self) -> usize {
        let mut number: usize = 0;
        while self.peek().is_ascii_digit() {
            number = number.saturating_mul(10).saturating_add(usize::from(self.peek() - b'0'));
            self.at += 1;
        }
        number
    }

    fn set(&mut self) -> Result<Set, String> {
        let unmatched = || "Unmatched [ in format string".to_owned();
        let negated = self.peek() == b'^';
        self.at += usize::from(negated);
        let mut has = Box::new([false; 256]);
        let mut is_first = true;
        loop {
            let &low = self.text.get(self.at).ok_or_else(unmatched)?;
            self.at += 1;
            if low == b']' && !is_first {
                break;
            }
            is_first = false;
            let high = self.text.get(self.at + 1).copied();
            match high {
                Some(high) if self.peek() == b'-' && high != b']' => {
                    self.at += 2;
                    (low.min(high)..=low.max(high)).for_each(|byte| has[usize::from(byte)] = true);
                }
                _ => has[usize::from(low)] = true,
            }
        }
        if negated {
            has.iter_mut().for_each(|is_in| *is_in = !*is_in);
        }
        Ok(Set { has })
    }
}

/// How many values a layout may name.
const PLACES_MAX: usize = 255;

/// Reads a layout for so many variables; the error in PHP's words.
pub fn parts(layout: &[u8], vars: usize) -> Result<Layout, String> {
    let layout = layout.split(|byte| *byte == 0).next().unwrap_or_default();
    let mut reader = Reader { text: layout, at: 0 };
    let (mut parts, mut places, mut numbered) = (Vec::new(), 0, None);
    let mut used = Vec::new();
    while reader.at < layout.len() {
        let byte = reader.peek();
        reader.at += 1;
        if byte.is_ascii_whitespace() || byte == 11 {
            parts.push(Part::Blanks);
            continue;
        }
        if byte != b'%' || reader.peek() == b'%' {
            reader.at += usize::from(byte == b'%');
            parts.push(Part::Literal(byte));
            continue;
        }
        let (is_skipped, place, width) = head(&mut reader, &mut numbered)?;
        while matches!(reader.peek(), b'h' | b'l' | b'L') {
            reader.at += 1;
        }
        let kind = kind(&mut reader)?;
        let place = match (is_skipped, place) {
            (true, _) => None,
            (false, Some(place)) => Some(place),
            (false, None) => Some(places),
        };
        if let Some(place) = place {
            if vars == 0 && place >= PLACES_MAX {
                return Err("\"%n$\" argument index out of range".to_owned());
            }
            if vars > 0 && place >= vars {
                return Err(match numbered {
                    Some(true) => "\"%n$\" argument index out of range".to_owned(),
                    _ => "Different numbers of variable names and field specifiers".to_owned(),
                });
            }
            if used.contains(&place) {
                return Err(
                    "Variable is assigned by multiple \"%n$\" conversion specifiers".to_owned()
                );
            }
            used.push(place);
            places = places.max(place + 1);
        }
        parts.push(Part::Field { kind, width, place });
    }
    if vars > 0 && (0..vars).any(|place| !used.contains(&place)) {
        return Err("Variable is not assigned by any conversion specifiers".to_owned());
    }
    Ok(Layout { parts, places: places.max(vars) })
}

/// What stands between `%` and the letter: whether the value is dropped, its place, the width.
fn head(
    reader: &mut Reader<'_>,
    numbered: &mut Option<bool>,
) -> Result<(bool, Option<usize>, usize), String> {
    if reader.peek() == b'*' {
        reader.at += 1;
        let width = reader.number();
        return Ok((true, None, width));
    }
    let number = reader.number();
    let mix = "cannot mix \"%\" and \"%n$\" conversion specifiers";
    if reader.peek() == b'$' && number > 0 {
        reader.at += 1;
        if *numbered == Some(false) {
            return Err(mix.to_owned());
        }
        *numbered = Some(true);
        let width = reader.number();
        return Ok((false, Some(number - 1), width));
    }
    if *numbered == Some(true) {
        return Err(mix.to_owned());
    }
    *numbered = Some(false);
    Ok((false, None, number))
}

fn kind(reader: &mut Reader<'_>) -> Result<Kind, String> {
    let letter = reader.peek();
    reader.at += 1;
    Ok(match letter {
        b'd' | b'D' => Kind::Int { base: 10, signed: true },
        b'i' => Kind::Int { base: 0, signed: true },
        b'o' => Kind::Int { base: 8, signed: true },
        b'x' | b'X' => Kind::Int { base: 16, signed: true },
        b'u' => Kind::Int { base: 10, signed: false },
        b'f' | b'e' | b'E' | b'g' => Kind::Float,
        b's' => Kind::Text,
        b'c' => Kind::Char,
        b'n' => Kind::Count,
        b'[' => Kind::Set(reader.set()?),
        // PHP: the letter ends the message where it is a NUL.
        0 => return Err("Bad scan conversion character \"".to_owned()),
        _ => {
            let letter = char::from(letter);
            return Err(format!("Bad scan conversion character \"{letter}\""));
        }
    })
}
