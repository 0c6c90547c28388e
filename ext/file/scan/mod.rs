//! Values of texts that have a layout: `sscanf()`.

#[rustfmt::skip]
mod r#gen;
mod layout;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::layer::{io, named_id_at};
use layout::{Found, Kind, Part, parts};

fn refused<T>(call: &mut Call<'_>, text: &str) -> Res<T> {
    Err(call.throw(Message::ValueRefused { text: text.to_owned() }))
}

/// Reads a text as a layout says.
fn scan(call: &mut Call<'_>, text: &[u8], layout: &[u8], vars: &[Value]) -> Res<Value> {
    let layout = match parts(layout, vars.len()) {
        Ok(layout) => layout,
        Err(why) => return refused(call, &why),
    };
    let mut reader = Reader { text, at: 0, underflow: false };
    let mut values = vec![Value::NULL; layout.places];
    let mut assigned = 0;
    for part in &layout.parts {
        let Some(found) = reader.part(part) else { break };
        let (Found::Value(value), Some(place)) = (found, part.place()) else { continue };
        values[place] = value.into_value(call)?;
        assigned += 1;
    }
    let nothing = reader.underflow && assigned == 0;
    if vars.is_empty() {
        if nothing {
            return Ok(Value::NULL);
        }
        return call.list(values).map(Value::from);
    }
    for (var, value) in vars.iter().zip(values) {
        if let View::Ref(var) = var.view()
            && !value.is_null()
        {
            call.assign(var, value)?;
        }
    }
    Ok(Value::int(if nothing { -1 } else { assigned }))
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 11
}

/// Where in the text the scan is; a NUL ends it, which is seen when it is reached.
struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    /// Whether the text ended before the layout did.
    underflow: bool,
}

impl Reader<'_> {
    fn next(&self) -> Option<u8> {
        self.text.get(self.at).copied().filter(|byte| *byte != 0)
    }

    fn skip_blanks(&mut self) {
        while self.text.get(self.at).is_some_and(|byte| is_blank(*byte)) {
            self.at += 1;
        }
    }

    /// Takes bytes as long as they fit, at most so many.
    fn taken(&mut self, most: usize, fits: impl Fn(u8) -> bool) -> Vec<u8> {
        let rest = &self.text[self.at..];
        let count = rest.iter().take(most).take_while(|byte| **byte != 0 && fits(**byte)).count();
        self.at += count;
        rest[..count].to_vec()
    }

    /// Reads what a part says; `None` where the scan ends.
    fn part(&mut self, part: &Part) -> Option<Found> {
        match part {
            Part::Blanks => {
                self.skip_blanks();
                Some(Found::Nothing)
            }
            Part::Literal(byte) => match self.next() {
                Some(found) if found == *byte => {
                    self.at += 1;
                    Some(Found::Nothing)
                }
                found => {
                    self.underflow |= found.is_none();
                    None
                }
            },
            Part::Field { kind, width, .. } => self.field(kind, *width),
        }
    }

    fn field(&mut self, kind: &Kind, width: usize) -> Option<Found> {
        let most = if width == 0 { usize::MAX } else { width };
        if let Kind::Count = kind {
            return Some(Found::int(self.at as i64));
        }
        if !matches!(kind, Kind::Char | Kind::Set(_)) {
            self.skip_blanks();
        }
        if self.next().is_none() {
            self.underflow = true;
            return None;
        }
        match kind {
            Kind::Char => {
                let count = if width == 0 { 1 } else { width };
                Some(Found::bytes(self.taken(count, |byte| !is_blank(byte))))
            }
            Kind::Text => Some(Found::bytes(self.taken(most, |byte| !is_blank(byte)))),
            Kind::Set(set) => {
                let bytes = self.taken(most, |byte| set.contains(byte));
                (!bytes.is_empty()).then(|| Found::bytes(bytes))
            }
            Kind::Int { base, signed } => self.int(*base, *signed, most),
            Kind::Float => self.float(most),
            Kind::Count => None,
        }
    }

    fn int(&mut self, base: u32, signed: bool, most: usize) -> Option<Found> {
        let start = self.at;
        let end = self.text.len().min(start.saturating_add(most));
        let text = &self.text[start..end];
        let mut at = usize::from(matches!(text.first(), Some(b'+' | b'-')));
        let is_negative = text.first() == Some(&b'-');
        let mut base = base;
        let has_x = text.get(at) == Some(&b'0') && matches!(text.get(at + 1), Some(b'x' | b'X'));
        let has_digit = text.get(at + 2).is_some_and(u8::is_ascii_hexdigit);
        if matches!(base, 0 | 16) && has_x && has_digit {
            base = 16;
            at += 2;
        } else if base == 0 {
            base = if text.get(at) == Some(&b'0') { 8 } else { 10 };
        }
        let digits = text[at..].iter().take_while(|byte| char::from(**byte).is_digit(base)).count();
        if digits == 0 {
            return None;
        }
        self.at = start + at + digits;
        let number = text[at..at + digits].iter().fold(0_u128, |number, byte| {
            let digit = char::from(*byte).to_digit(base).unwrap_or(0);
            (number * u128::from(base) + u128::from(digit)).min(1 << 70)
        });
        Some(Found::number(number, is_negative, signed))
    }

    fn float(&mut self, most: usize) -> Option<Found> {
        let end = self.text.len().min(self.at.saturating_add(most));
        let text = &self.text[self.at..end];
        let count =
            |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
        let whole = count(sign);
        let mut at = sign + whole;
        let mut fraction = 0;
        if text.get(at) == Some(&b'.') {
            fraction = count(at + 1);
            at += 1 + fraction;
        }
        if whole + fraction == 0 {
            return None;
        }
        if matches!(text.get(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
            let digits = if at + 1 + sign <= text.len() { count(at + 1 + sign) } else { 0 };
            if digits > 0 {
                at += 1 + sign + digits;
            }
        }
        let shown = std::str::from_utf8(&text[..at]).unwrap_or("0");
        let value = shown.trim_start_matches('+').parse().unwrap_or(0.0);
        self.at += at;
        Some(Found::float(value))
    }
}

fn sscanf(call: &mut Call<'_>, string: &Str, format: &Str, vars: &[Value]) -> Res<Value> {
    scan(call, string, format, vars)
}

fn fscanf(call: &mut Call<'_>, given: &Value, format: &Str, vars: &[Value]) -> Res<Value> {
    let id = named_id_at(call, 1, given, "File-Handle")?;
    match io::line(call, id, usize::MAX)? {
        Some(line) => scan(call, &line, format, vars),
        None => Ok(Value::bool(false)),
    }
}
