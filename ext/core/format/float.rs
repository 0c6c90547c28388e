//! Floats with a number of decimals or digits, in the forms of `sprintf()`.

/// Decimals behind which every float has zeros only.
pub const PLACES_MAX: usize = 1100;

/// Ints up to here are floats without a gap.
const INT_MAX: f64 = 9_007_199_254_740_992.0;
/// Powers of ten up to this one are floats, and ints.
const POWER_MAX: usize = 15;

/// With `places` decimals. The float is finite and not negative.
pub fn fixed(value: f64, places: usize) -> String {
    scaled(value, places).unwrap_or_else(|| format!("{value:.places$}"))
}

/// The same by whole numbers; none when they are too large, or the value is so near to the middle
/// of two that the error of the multiplication matters.
fn scaled(value: f64, places: usize) -> Option<String> {
    if places > POWER_MAX {
        return None;
    }
    let power = 10_u64.pow(places as u32);
    let product = value * power as f64;
    let nearest = product.round();
    let error = product * f64::EPSILON;
    if product >= INT_MAX || (product - nearest).abs() + error >= 0.5 {
        return None;
    }
    let number = nearest as u64;
    let mut text = (number / power).to_string();
    if places > 0 {
        let decimals = (number % power).to_string();
        text.push('.');
        text.extend(std::iter::repeat_n('0', places - decimals.len()));
        text.push_str(&decimals);
    }
    Some(text)
}

/// As `%e` does: one digit, `places` decimals, and an exponent without leading zeros.
pub fn exponential(value: f64, places: usize, mark: char) -> String {
    let text = format!("{value:.places$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let sign = if exponent.starts_with('-') { "" } else { "+" };
    format!("{mantissa}{mark}{sign}{exponent}")
}

/// As `%g` does: the shorter of both forms, with `digits` significant digits.
pub fn general(value: f64, digits: i32, mark: char) -> String {
    let text = runtime::conv::float_text::with_precision(value, digits);
    if mark == 'e' { text.replace('E', "e") } else { text }
}
