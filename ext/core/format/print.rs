//! Formats at work on arguments.

use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::{self, intern};
use runtime::value::{Value, View};

use super::directive::{Directive, Source};
use super::float;

/// Decimals of floats without a precision.
const DECIMALS: i32 = 6;
/// The greatest precision of floats.
const PRECISION_MAX: i32 = 53;

/// The letters of conversions.
const LETTERS: &[u8] = b"sdueEfFgGhHcoxXb%";

/// Bytes that fields take beyond their specifications, most of the time.
const ROOM: usize = 64;

/// What is laid out, and whether it came in one array.
pub struct Arguments<'a> {
    values: &'a [Value],
    in_array: bool,
}

impl<'a> Arguments<'a> {
    /// The arguments behind the format.
    pub fn list(values: &'a [Value]) -> Self {
        Self { values, in_array: false }
    }

    /// The elements of an array.
    pub fn array(values: &'a [Value]) -> Self {
        Self { values, in_array: true }
    }
}

struct Printer<'a> {
    arguments: &'a Arguments<'a>,
    next: usize,
    /// The greatest index that was asked for in vain.
    missing: Option<usize>,
    /// What a conversion threw: objects behind it are not asked any more.
    thrown: Option<Halt>,
    out: Vec<u8>,
}

/// What a specification asks for, all numbers known.
struct Field {
    width: usize,
    precision: Option<i32>,
    padding: u8,
    is_left: bool,
    has_sign: bool,
}

fn refuse(call: &mut Call<'_>, text: impl Into<String>) -> Halt {
    call.throw(Message::ValueRefused { text: text.into() })
}

/// What was laid out. PHP: what a conversion threw leaves its field empty, and is on its way when all
/// is done.
pub struct Printed {
    pub text: Vec<u8>,
    thrown: Option<Halt>,
}

impl Printed {
    /// The text, when nothing was thrown.
    pub fn checked(self) -> Res<Vec<u8>> {
        self.thrown.map_or(Ok(self.text), Err)
    }
}

/// The arguments as `layout` says.
pub fn format(call: &mut Call<'_>, layout: &[u8], arguments: &Arguments<'_>) -> Res<Printed> {
    let out = Vec::with_capacity(layout.len() + ROOM);
    let mut printer = Printer { arguments, next: 0, missing: None, thrown: None, out };
    let refused = printer.run(call, layout).err();
    let missing = printer.missing.filter(|_| refused.is_none());
    let refused = refused.or_else(|| missing.map(|at| too_few(call, at + 1, arguments)));
    match (printer.thrown, refused) {
        (thrown, None) => Ok(Printed { text: printer.out, thrown }),
        (None, Some(refused)) => Err(refused),
        (Some(before), Some(later)) => Err(call.host().after(before, later)),
    }
}

fn refuse_letter(call: &mut Call<'_>, letter: u8) -> Halt {
    match letter {
        0 => refuse(call, "Missing format specifier at end of string"),
        _ => refuse(call, format!("Unknown format specifier \"{}\"", char::from(letter))),
    }
}

/// What PHP makes of a value while an exception is on its way.
fn left_of(value: &Value, letter: u8) -> Value {
    match value.unboxed().view() {
        View::Object(_) if letter == b's' => Value::from(string::empty().to_str()),
        View::Object(_) => Value::int(1),
        View::Array(_) if letter == b's' => Value::from(intern(b"Array").to_str()),
        _ => value.clone(),
    }
}

fn too_few(call: &mut Call<'_>, needed: usize, arguments: &Arguments<'_>) -> Halt {
    let given = arguments.values.len();
    if arguments.in_array {
        let text = format!("The arguments array must contain {needed} items, {given} given");
        return refuse(call, text);
    }
    let text = format!("{} arguments are required, {} given", needed + 1, given + 1);
    call.throw(Message::ArgumentsMissing { text })
}

impl<'a> Printer<'a> {
    /// Reads the format. `Err` when PHP refuses it.
    fn run(&mut self, call: &mut Call<'_>, layout: &[u8]) -> Res<()> {
        let mut rest = layout;
        while let Some(at) = memchr::memchr(b'%', rest) {
            self.out.extend_from_slice(&rest[..at]);
            rest = &rest[at + 1..];
            if rest.first() == Some(&b'%') {
                self.out.push(b'%');
                rest = &rest[1..];
                continue;
            }
            if let Some(behind) = rest.strip_prefix(b"s")
                && let Some(text) = self.arguments.values.get(self.next).and_then(Value::as_str)
            {
                self.next += 1;
                self.out.extend_from_slice(text);
                rest = behind;
                continue;
            }
            let directive = match Directive::read(rest) {
                Ok(directive) => directive,
                Err(text) => return Err(refuse(call, text)),
            };
            rest = &rest[directive.length..];
            self.print(call, &directive)?;
        }
        self.out.extend_from_slice(rest);
        Ok(())
    }

    /// The argument at an index, or the next one.
    fn argument(&mut self, index: Option<usize>) -> Option<&'a Value> {
        let index = index.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        let value = self.arguments.values.get(index);
        if value.is_none() {
            self.missing = self.missing.max(Some(index));
        }
        value
    }

    /// A width or a precision; `None` when its argument is missing.
    fn number(
        &mut self,
        call: &mut Call<'_>,
        source: Source,
        (what, least): (&str, i64),
    ) -> Res<Option<i32>> {
        let index = match source {
            Source::Number(number) => return Ok(Some(number)),
            Source::Argument(index) => index,
        };
        let Some(value) = self.argument(index) else { return Ok(None) };
        let Some(number) = value.unboxed().as_int() else {
            return Err(refuse(call, format!("{what} must be an integer")));
        };
        match i32::try_from(number) {
            Ok(small) if number >= least => Ok(Some(small)),
            _ => {
                let text = format!("{what} must be between {least} and {}", i32::MAX);
                Err(refuse(call, text))
            }
        }
    }

    fn print(&mut self, call: &mut Call<'_>, directive: &Directive) -> Res<()> {
        let Some(width) = self.number(call, directive.width, ("Width", 0))? else { return Ok(()) };
        let precision = match directive.precision {
            None => None,
            Some(source) => match self.number(call, source, ("Precision", -1))? {
                None => return Ok(()),
                precision => precision,
            },
        };
        let Some(value) = self.argument(directive.argument) else { return Ok(()) };
        let letter = directive.letter;
        if precision == Some(-1) && !matches!(letter, b'g' | b'G' | b'h' | b'H') {
            let text = "Precision -1 is only supported for %g, %G, %h and %H";
            return Err(refuse(call, text));
        }
        let field = Field {
            width: width as usize,
            precision,
            padding: directive.padding,
            is_left: directive.is_left,
            has_sign: directive.has_sign,
        };
        if !LETTERS.contains(&letter) {
            return Err(refuse_letter(call, letter));
        }
        if self.thrown.is_some() {
            return self.convert(call, letter, (&left_of(value, letter), &field));
        }
        match self.convert(call, letter, (value, &field)) {
            Err(halt @ Halt::Throw(_)) => {
                self.thrown = Some(halt);
                self.convert(call, letter, (&left_of(value, letter), &field))
            }
            result => result,
        }
    }

    fn convert(
        &mut self,
        call: &mut Call<'_>,
        letter: u8,
        (value, field): (&Value, &Field),
    ) -> Res<()> {
        match letter {
            b's' => {
                let made;
                let text = match value.as_str() {
                    Some(text) => text,
                    None => {
                        made = call.to_str(value)?;
                        &made
                    }
                };
                let length =
                    field.precision.map_or(text.len(), |most| text.len().min(most as usize));
                self.pad(&text[..length], field, false);
            }
            b'd' => {
                let number = conv::to_int(call.rq(), value)?;
                let mut digits = [0; 20];
                let text = conv::int_text(number, &mut digits);
                if field.has_sign && number >= 0 {
                    self.pad_number(&[b"+", text].concat(), field);
                } else {
                    self.pad_number(text, field);
                }
            }
            b'u' => {
                let number = conv::to_int(call.rq(), value)? as u64;
                let field = Field { has_sign: false, ..*field };
                self.pad_number(number.to_string().as_bytes(), &field);
            }
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'h' | b'H' => {
                let number = conv::to_float(call.rq(), value)?;
                self.float(call, letter, (number, field))?;
            }
            b'c' => self.out.push(conv::to_int(call.rq(), value)? as u8),
            b'o' | b'x' | b'X' | b'b' => {
                let number = conv::to_int(call.rq(), value)?;
                let text = match letter {
                    b'o' => format!("{number:o}"),
                    b'x' => format!("{number:x}"),
                    b'X' => format!("{number:X}"),
                    _ => format!("{number:b}"),
                };
                let shown = if field.precision.is_some() { "" } else { &text };
                self.pad(shown.as_bytes(), field, false);
            }
            _ => self.out.push(b'%'),
        }
        Ok(())
    }

    fn float(
        &mut self,
        call: &mut Call<'_>,
        letter: u8,
        (number, field): (f64, &Field),
    ) -> Res<()> {
        let mut precision = field.precision.unwrap_or(DECIMALS);
        if precision > PRECISION_MAX {
            call.notice(format!(
                "Requested precision of {precision} digits was truncated to PHP maximum of {PRECISION_MAX} digits"
            ))?;
            precision = PRECISION_MAX;
        }
        if !number.is_finite() {
            let text = match number {
                _ if number.is_nan() => "NaN",
                _ if number < 0.0 => "-INF",
                _ => "INF",
            };
            let width = if number.is_nan() { 3 } else { text.len() };
            let field = Field { width, ..*field };
            self.pad(text.as_bytes(), &field, number < 0.0);
            return Ok(());
        }
        let size = number.abs();
        let places = precision.max(0) as usize;
        let text = match letter {
            b'f' | b'F' => float::fixed(size, places),
            b'e' => float::exponential(size, places, 'e'),
            b'E' => float::exponential(size, places, 'E'),
            b'g' | b'h' => float::general(size, if precision == 0 { 1 } else { precision }, 'e'),
            _ => float::general(size, if precision == 0 { 1 } else { precision }, 'E'),
        };
        let is_general = matches!(letter, b'g' | b'G' | b'h' | b'H');
        let is_negative = number < 0.0 || is_general && number.is_sign_negative();
        let signed = match (is_negative, field.has_sign) {
            (true, _) => format!("-{text}"),
            (false, true) => format!("+{text}"),
            (false, false) => text,
        };
        self.pad(signed.as_bytes(), field, is_negative);
        Ok(())
    }

    /// Ints are not filled up with zeros on the right.
    fn pad_number(&mut self, text: &[u8], field: &Field) {
        let padding = if field.is_left && field.padding == b'0' { b' ' } else { field.padding };
        let field = Field { padding, ..*field };
        self.pad(text, &field, text.first() == Some(&b'-'));
    }

    /// Zeros on the left go behind a sign.
    fn pad(&mut self, text: &[u8], field: &Field, is_negative: bool) {
        if text.len() >= field.width {
            self.out.extend_from_slice(text);
            return;
        }
        let missing = field.width - text.len();
        let padding = std::iter::repeat_n(field.padding, missing);
        if field.is_left {
            self.out.extend_from_slice(text);
            self.out.extend(padding);
            return;
        }
        let is_signed = text.first().is_some_and(|first| matches!(first, b'+' | b'-'));
        if field.padding == b'0' && is_signed && (is_negative || field.has_sign) {
            self.out.push(text[0]);
            self.out.extend(padding);
            self.out.extend_from_slice(&text[1..]);
        } else {
            self.out.extend(padding);
            self.out.extend_from_slice(text);
        }
    }
}
