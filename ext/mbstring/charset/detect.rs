//! Which encoding texts are likely to have.

use crate::codec::{BAD, Encoding, Kind, decode, is_correct};

/// A bit for each character of 16 bits that texts seldom have.
static RARE: &[u8; 0x2000] = include_bytes!("../codec/tables/rare.bin");

/// How detection goes.
#[derive(Clone, Copy)]
pub struct How {
    /// Whether an encoding in which a text is wrong is out.
    pub is_strict: bool,
    /// Whether encodings that come first are preferred.
    pub is_ordered: bool,
}

/// Costs of characters: the less they are used in texts, the more.
fn cost(code: u32) -> u64 {
    match code {
        0x1_0000.. => 40,
        0x21..=0x2f => 6,
        _ if RARE[(code >> 3) as usize] >> (code & 7) & 1 == 1 => 30,
        _ => 1,
    }
}

/// Without the mark of its byte order.
fn unmarked<'b>(encoding: &Encoding, bytes: &'b [u8]) -> &'b [u8] {
    let mark: &[u8] = match encoding.name {
        "UTF-8" => b"\xef\xbb\xbf",
        "UTF-16BE" => b"\xfe\xff",
        "UTF-16LE" => b"\xff\xfe",
        _ => b"",
    };
    bytes.strip_prefix(mark).unwrap_or(bytes)
}

/// Whether correctness is more than that a text can be read.
fn is_checked(encoding: &Encoding) -> bool {
    matches!(encoding.kind, Kind::Utf7(_)) || matches!(encoding.name, "JIS" | "ISO-2022-JP")
}

/// The costs of texts; `None` when the encoding is out.
fn costs(texts: &[&[u8]], encoding: &Encoding, how: How) -> Option<u64> {
    let mut sum = 0;
    if is_checked(encoding) {
        let wrong = texts.iter().filter(|text| !is_correct(encoding, text)).count();
        if wrong > 0 && how.is_strict {
            return None;
        }
        sum += 500 * wrong as u64;
    }
    for text in texts {
        for code in decode(encoding, unmarked(encoding, text)) {
            match code {
                BAD if how.is_strict => return None,
                BAD => sum += 1000,
                _ => sum += cost(code),
            }
        }
    }
    Some(sum)
}

/// The likeliest of the encodings. `None` when it must be correct and is so in none.
pub fn detect(
    texts: &[&[u8]],
    encodings: &[&'static Encoding],
    how: How,
) -> Option<&'static Encoding> {
    match *encodings {
        [] => return None,
        [only] => {
            let is_fine = !how.is_strict || texts.iter().all(|text| is_correct(only, text));
            return is_fine.then_some(only);
        }
        [first, ..] if matches!(texts, [b""]) => return Some(first),
        _ => {}
    }
    let mut best: Option<(u64, &'static Encoding)> = None;
    for (place, &encoding) in encodings.iter().enumerate() {
        let Some(costs) = costs(texts, encoding, how) else { continue };
        // PHP: a weight of single precision, and costs cut to whole numbers.
        let weight = match how.is_ordered {
            true => (1.0 + 0.3 * place as f64 / encodings.len() as f64) as f32,
            false => 1.0,
        };
        let weighed = (costs as f64 * f64::from(weight)) as u64;
        if best.is_none_or(|(least, _)| weighed < least) {
            best = Some((weighed, encoding));
        }
    }
    best.map(|(_, encoding)| encoding)
}
