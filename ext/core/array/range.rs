//! `range()`: of ints, floats, or characters.

use runtime::array::Array;
use runtime::conv::numeric::{self, Number};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::one_byte;
use runtime::value::{Value, View};

/// More elements are refused.
const LENGTH_MAX: f64 = 1_073_741_824.0;

const FRACTION: &str = "Argument #3 ($step) must be of type int when generating an array of \
                        characters, inputs converted to 0";
const START_CONVERTED: &str = "Argument #1 ($start) must be a single byte string if argument #2 \
                               ($end) is a single byte string, argument #2 ($end) converted to 0";
const END_CONVERTED: &str = "Argument #2 ($end) must be a single byte string if argument #1 \
                             ($start) is a single byte string, argument #1 ($start) converted to 0";

/// What a bound can be taken for.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    Int(i64),
    Float(f64),
    /// A string that is no number; as a number it is 0.
    Character(u8),
    /// A digit: an int or a character.
    Digit(i64, u8),
}

impl Bound {
    fn is_text(self) -> bool {
        matches!(self, Self::Character(_) | Self::Digit(..))
    }

    fn int(self) -> i64 {
        match self {
            Self::Int(int) | Self::Digit(int, _) => int,
            Self::Float(_) | Self::Character(_) => 0,
        }
    }

    fn float(self) -> f64 {
        match self {
            Self::Float(float) => float,
            other => other.int() as f64,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Character(byte) | Self::Digit(_, byte) => byte,
            Self::Int(_) | Self::Float(_) => 0,
        }
    }
}

fn not_finite(call: &mut Call<'_>, position: usize, value: f64) -> Option<Halt> {
    let name = match value {
        _ if value.is_nan() => "NAN",
        _ if value.is_infinite() => "INF",
        _ => return None,
    };
    Some(call.value_error(position, format!("must be a finite number, {name} provided")))
}

fn bound(call: &mut Call<'_>, value: &Value, (position, name): (usize, &str)) -> Res<Bound> {
    let number = match value.view() {
        View::Int(int) => return Ok(Bound::Int(int)),
        View::Float(float) => Some(Number::Float(float)),
        View::Str(text) if text.is_empty() => {
            call.warn(format!("Argument #{position} (${name}) must not be empty, casted to 0"))?;
            return Ok(Bound::Int(0));
        }
        View::Str(text) => numeric::whole(text).map(|numeric| numeric.number),
        _ => None,
    };
    let text = value.as_str();
    match (number, text) {
        (Some(Number::Float(float)), _) => match not_finite(call, position, float) {
            Some(halt) => Err(halt),
            None => Ok(Bound::Float(float)),
        },
        (Some(Number::Int(int)), Some(text)) if text.len() == 1 => Ok(Bound::Digit(int, text[0])),
        (Some(Number::Int(int)), _) => Ok(Bound::Int(int)),
        (None, Some(text)) => {
            if text.len() != 1 {
                call.warn(format!(
                    "Argument #{position} (${name}) must be a single byte, subsequent bytes are ignored"
                ))?;
            }
            Ok(Bound::Character(text[0]))
        }
        (None, None) => Ok(Bound::Int(0)),
    }
}

/// How far elements are apart.
struct Step {
    int: i64,
    float: f64,
    is_fraction: bool,
    is_negative: bool,
}

fn step_of(call: &mut Call<'_>, value: &Value) -> Res<Step> {
    let step = match value.view() {
        View::Float(float) => {
            if let Some(halt) = not_finite(call, 3, float) {
                return Err(halt);
            }
            let size = float.abs();
            let int = runtime::conv::float_to_int(size);
            let is_fraction = int as f64 != size;
            Step { int, float: size, is_fraction, is_negative: float < 0.0 }
        }
        _ => {
            let int = value.as_int().unwrap_or(1);
            let Some(size) = int.checked_abs() else {
                return Err(call.value_error(3, format!("must be greater than {int}")));
            };
            Step { int: size, float: size as f64, is_fraction: false, is_negative: int < 0 }
        }
    };
    if step.float == 0.0 {
        return Err(call.value_error(3, "cannot be 0"));
    }
    Ok(step)
}

pub(super) fn range(call: &mut Call<'_>, start: &Value, end: &Value, step: &Value) -> Res<Array> {
    let step = step_of(call, step)?;
    let first = bound(call, start, (1, "start"))?;
    let last = bound(call, end, (2, "end"))?;
    let is_character = |bound: Bound| matches!(bound, Bound::Character(_));
    match (first.is_text(), last.is_text()) {
        (true, true) if step.is_fraction && !is_character(first) && !is_character(last) => {}
        (true, true) if step.is_fraction => call.warn(FRACTION)?,
        (true, true) => return characters(call, (first.byte(), last.byte()), &step),
        (false, true) if is_character(last) => {
            call.warn(START_CONVERTED)?;
        }
        (true, false) if is_character(first) => {
            call.warn(END_CONVERTED)?;
        }
        _ => {}
    }
    let is_float = |bound: Bound| matches!(bound, Bound::Float(_));
    if is_float(first) || is_float(last) || step.is_fraction {
        floats(call, (first.float(), last.float()), &step)
    } else {
        ints(call, (first.int(), last.int()), &step)
    }
}

fn check(call: &mut Call<'_>, spans: bool, rises: bool, step: &Step) -> Res<()> {
    if rises && step.is_negative {
        return Err(call.value_error(3, "must be greater than 0 for increasing ranges"));
    }
    if !spans {
        let rule =
            "must be less than the range spanned by argument #1 ($start) and argument #2 ($end)";
        return Err(call.value_error(3, rule));
    }
    Ok(())
}

fn characters(call: &mut Call<'_>, (first, last): (u8, u8), step: &Step) -> Res<Array> {
    let span = i64::from(first.abs_diff(last));
    if span > 0 {
        check(call, span >= step.int, last > first, step)?;
    }
    let count = if span == 0 { 0 } else { span / step.int };
    call.list((0..=count).map(|index| {
        let offset = (index * step.int) as u8;
        let byte = if last > first { first + offset } else { first - offset };
        one_byte(byte).into()
    }))
}

fn too_many(call: &mut Call<'_>, (start, end): (f64, f64), step: f64) -> Halt {
    let (low, high) = (start.min(end), start.max(end));
    let text = format!(
        "The supplied range exceeds the maximum array size: start={low:.1} end={high:.1} step={step:.1}"
    );
    call.throw(Message::ValueRefused { text })
}

fn too_many_ints(call: &mut Call<'_>, (first, last): (i64, i64), step: u64) -> Halt {
    let (low, high) = (first.min(last), first.max(last));
    let text = format!(
        "The supplied range exceeds the maximum array size: start={low} end={high} step={step}"
    );
    call.throw(Message::ValueRefused { text })
}

fn floats(call: &mut Call<'_>, (first, last): (f64, f64), step: &Step) -> Res<Array> {
    let span = (first - last).abs();
    if span == 0.0 {
        return call.list([Value::float(first)]);
    }
    check(call, span >= step.float, last > first, step)?;
    let count = span / step.float + 1.0;
    if count >= LENGTH_MAX {
        return Err(too_many(call, (first, last), step.float));
    }
    let signed = if last > first { step.float } else { -step.float };
    let elements = (0..count.round() as u32).map(|index| first + f64::from(index) * signed);
    let is_within = |element: &f64| if last > first { *element <= last } else { *element >= last };
    call.list(elements.take_while(is_within).map(Value::float))
}

fn ints(call: &mut Call<'_>, (first, last): (i64, i64), step: &Step) -> Res<Array> {
    let span = first.abs_diff(last);
    if span == 0 {
        return call.list([Value::int(first)]);
    }
    check(call, span >= step.int as u64, last > first, step)?;
    let count = span / step.int as u64;
    if count as f64 + 1.0 >= LENGTH_MAX {
        return Err(too_many_ints(call, (first, last), step.int as u64));
    }
    let signed = if last > first { step.int } else { -step.int };
    call.list(
        (0..count as i64 + 1)
            .map(|index| Value::int(first.wrapping_add(index.wrapping_mul(signed)))),
    )
}
