//! Quantities as settings have them: `128M`, `0x1G`, and what is said of those that are none.

/// A number, and what is wrong with its text.
pub struct Quantity {
    pub value: i64,
    pub complaint: Option<String>,
}

impl Quantity {
    fn nothing(complaint: Option<String>) -> Self {
        Self { value: 0, complaint }
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// Text in which bytes that cannot be shown are escapes.
fn escaped(text: &[u8]) -> String {
    let mut shown = String::new();
    for &byte in text {
        match byte {
            b'\n' => shown.push_str("\\n"),
            b'\r' => shown.push_str("\\r"),
            b'\t' => shown.push_str("\\t"),
            0x0c => shown.push_str("\\f"),
            0x0b => shown.push_str("\\v"),
            0x1b => shown.push_str("\\e"),
            b'\\' => shown.push_str("\\\\"),
            b' '..=b'~' => shown.push(char::from(byte)),
            _ => shown.push_str(&format!("\\x{byte:02X}")),
        }
    }
    shown
}

/// The digits at the start of a text: their value, how many they are, whether they are too many.
fn digits(text: &[u8], base: u32) -> (u64, usize, bool) {
    let (mut value, mut is_large) = (0_u64, false);
    let count = text.iter().take_while(|byte| char::from(**byte).is_digit(base)).count();
    for byte in &text[..count] {
        let digit = u64::from(char::from(*byte).to_digit(base).unwrap_or(0));
        match value.checked_mul(base.into()).and_then(|value| value.checked_add(digit)) {
            Some(next) => value = next,
            None => is_large = true,
        }
    }
    (if is_large { u64::MAX } else { value }, count, is_large)
}

/// The base of a number, and how many bytes say so; the words of what is wrong with them.
fn base_of(text: &[u8], whole: &[u8]) -> Result<(u32, usize), String> {
    let base = match text {
        [b'0', b'0'..=b'9', ..] => return Ok((8, 0)),
        [b'0', b'g' | b'G' | b'm' | b'M' | b'k' | b'K', ..] => return Ok((10, 0)),
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        [b'0', other, ..] => {
            return Err(format!(
                "Invalid prefix \"0{}\", interpreting as \"0\" for backwards compatibility",
                char::from(*other)
            ));
        }
        _ => return Ok((10, 0)),
    };
    let rest = &text[2..];
    let is_prefixed = match rest {
        [b'0', b'x' | b'X' | b'o' | b'O', ..] => true,
        [b'0', b'b' | b'B', ..] => base != 16,
        [first, ..] => is_blank(*first) || matches!(first, b'+' | b'-'),
        [] => true,
    };
    if is_prefixed {
        return Err(format!(
            "Invalid quantity \"{}\": no digits after base prefix, interpreting as \"0\" for \
             backwards compatibility",
            escaped(whole)
        ));
    }
    Ok((base, 2))
}

/// Reads a quantity.
pub fn read(whole: &[u8]) -> Quantity {
    let start = whole.iter().position(|byte| !is_blank(*byte)).unwrap_or(whole.len());
    let end = whole.iter().rposition(|byte| !is_blank(*byte)).map_or(start, |at| at + 1);
    let text = &whole[start..end];
    let shown = escaped(whole);
    let (is_negative, number) = match text {
        [] => return Quantity::nothing(None),
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let without_digits = || {
        Quantity::nothing(Some(format!(
            "Invalid quantity \"{shown}\": no valid leading digits, interpreting as \"0\" for \
             backwards compatibility"
        )))
    };
    if !number.first().is_some_and(u8::is_ascii_digit) {
        return without_digits();
    }
    if number == b"0" {
        return Quantity::nothing(None);
    }
    let (base, skipped) = match base_of(number, whole) {
        Ok(found) => found,
        Err(complaint) => return Quantity::nothing(Some(complaint)),
    };
    let (value, count, mut overflows) = digits(&number[skipped..], base);
    if count == 0 {
        return without_digits();
    }
    let signed = value as i64;
    if signed < 0 && !(is_negative && value == 1 << 63) {
        overflows = true;
    }
    let value = if is_negative && !overflows { signed.wrapping_neg() } else { signed };
    let rest = &number[skipped + count..];
    let blanks = rest.iter().take_while(|byte| is_blank(**byte)).count();
    let suffix = &rest[blanks..];
    let interpreted = escaped(&text[..text.len() - suffix.len()]);
    finish((value, overflows), (suffix, &interpreted), &shown)
}

/// Applies the suffix.
fn finish(
    (value, overflows): (i64, bool),
    (suffix, interpreted): (&[u8], &str),
    shown: &str,
) -> Quantity {
    let out_of_range = format!(
        "Invalid quantity \"{shown}\": value is out of range, using overflow result for backwards \
         compatibility"
    );
    let Some(&last) = suffix.last() else {
        return Quantity { value, complaint: overflows.then_some(out_of_range) };
    };
    let shift = match last {
        b'g' | b'G' => 30,
        b'm' | b'M' => 20,
        b'k' | b'K' => 10,
        _ => {
            let complaint = format!(
                "Invalid quantity \"{shown}\": unknown multiplier \"{}\", interpreting as \
                 \"{interpreted}\" for backwards compatibility",
                escaped(&[last])
            );
            return Quantity { value, complaint: Some(complaint) };
        }
    };
    let product = value.wrapping_mul(1 << shift);
    if suffix.len() > 1 {
        let complaint = format!(
            "Invalid quantity \"{shown}\", interpreting as \"{interpreted}{}\" for backwards \
             compatibility",
            char::from(last)
        );
        return Quantity { value: product, complaint: Some(complaint) };
    }
    let overflows = overflows || value.checked_mul(1 << shift).is_none();
    Quantity { value: product, complaint: overflows.then_some(out_of_range) }
}
