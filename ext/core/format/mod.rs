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
use runtime::value::Value;

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

fn number_format(
    call: &mut Call<'_>,
    num: f64,
    decimals: i64,
    decimal_separator: Option<&Str>,
    thousands_separator: Option<&Str>,
) -> Res<Str> {
    let places = decimals.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
    let rounded = rounding::round(num.abs(), places, Mode::HalfUp);
    let places = places.max(0) as usize;
    if !rounded.is_finite() {
        let text = if rounded.is_nan() { "nan" } else { "inf" };
        return call.str(text.as_bytes());
    }
    let digits = float::fixed(rounded, places.min(float::PLACES_MAX));
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let point = decimal_separator.map_or(&b"."[..], |point| point.as_bytes());
    let group = thousands_separator.map_or(&b","[..], |group| group.as_bytes());
    let mut out = Vec::new();
    if num < 0.0 && rounded != 0.0 {
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
