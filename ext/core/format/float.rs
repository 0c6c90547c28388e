//! Floats with a number of decimals or digits, in the forms of `sprintf()`.

/// Decimals behind which every float has zeros only.
pub const PLACES_MAX: usize = 1100;

/// With `places` decimals. The float is finite and not negative.
pub fn fixed(value: f64, places: usize) -> String {
    format!("{value:.places$}")
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
