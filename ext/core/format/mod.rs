//! Values laid out as text: `sprintf()` and its family, `number_format()`.

mod directive;
mod float;
#[rustfmt::skip]
mod r#gen;
mod print;

pub use r#gen::{CONSTANTS, NATIVES};

use crate::math::rounding::{self, Mode};
use print::{Arguments, Printed, format};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

fn sprintf(call: &mut Call<'_>, layout: &Str, values: &[Value]) -> Res<Str> {
    let text = format(call, layout, &Arguments::list(values))?.checked()?;
    call.str(&text)
}

fn printf(call: &mut Call<'_>, layout: &Str, values: &[Value]) -> Res<i64> {
    let printed = format(call, layout, &Arguments::list(values))?;
    write(call, printed)
}

fn vsprintf(call: &mut Call<'_>, layout: &Str, values: &Array) -> Res<Str> {
    let values: Vec<Value> = values.iter().map(|(_, value)| value.clone()).collect();
    let text = format(call, layout, &Arguments::array(&values))?.checked()?;
    call.str(&text)
}

fn vprintf(call: &mut Call<'_>, layout: &Str, values: &Array) -> Res<i64> {
    let values: Vec<Value> = values.iter().map(|(_, value)| value.clone()).collect();
    let printed = format(call, layout, &Arguments::array(&values))?;
    write(call, printed)
}

/// Writes the text, also when something was thrown.
fn write(call: &mut Call<'_>, printed: Printed) -> Res<i64> {
    call.write(&printed.text)?;
    Ok(printed.checked()?.len() as i64)
}

/// From here on floats have no fractions.
const WHOLE_FROM: f64 = 4_503_599_627_370_496.0;

/// The first float behind all integers.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// The digits of a whole number that is rounded to places before the point, half of them up.
fn rounded_whole(num: u64, decimals: i64) -> String {
    let power = u32::try_from(decimals.min(0).unsigned_abs()).ok();
    let Some(power) = power.and_then(|power| 10_u64.checked_pow(power)) else {
        return "0".to_owned();
    };
    let up = if power > 1 && num % power >= power / 2 { power } else { 0 };
    (num / power * power).wrapping_add(up).to_string()
}

/// The digits of a number without its sign, and whether it has one.
fn digits_of(num: &Value, decimals: i64) -> (String, bool) {
    let num = match num.view() {
        View::Int(int) => return (rounded_whole(int.unsigned_abs(), decimals), int < 0),
        View::Float(float) => float,
        _ => 0.0,
    };
    if num.abs() >= WHOLE_FROM && (-TWO_TO_63..TWO_TO_63).contains(&num) {
        return (rounded_whole((num as i64).unsigned_abs(), decimals), num < 0.0);
    }
    let places = decimals.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
    let rounded = rounding::round(num.abs(), places, Mode::HalfUp);
    if !rounded.is_finite() {
        return (if rounded.is_nan() { "nan" } else { "inf" }.to_owned(), false);
    }
    (float::fixed(rounded, (places.max(0) as usize).min(float::PLACES_MAX)), num < 0.0)
}

fn number_format(
    call: &mut Call<'_>,
    num: &Value,
    decimals: i64,
    decimal_separator: Option<&Str>,
    thousands_separator: Option<&Str>,
) -> Res<Str> {
    let (digits, is_negative) = digits_of(num, decimals);
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return call.str(digits.as_bytes());
    }
    let is_zero = digits.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let places = decimals.clamp(0, i64::from(i32::MAX)) as usize;
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let point = decimal_separator.map_or(&b"."[..], |point| point.as_bytes());
    let group = thousands_separator.map_or(&b","[..], |group| group.as_bytes());
    let mut out = Vec::new();
    if is_negative && !is_zero {
        out.push(b'-');
    }
    for (index, digit) in whole.bytes().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.extend_from_slice(group);
        }
        out.push(digit);
    }
    if places == 0 {
        return call.str(&out);
    }
    out.extend_from_slice(point);
    out.extend_from_slice(fraction.as_bytes());
    let length = out.len() + places - fraction.len();
    let zeroed = Str::zeroed(length);
    let mut text = call.alloc(zeroed)?;
    if let Some(target) = text.as_bytes_mut() {
        target.fill(b'0');
        target[..out.len()].copy_from_slice(&out);
    }
    Ok(text)
}
