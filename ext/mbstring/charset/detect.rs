//! Which encoding a text is likely to have.

use crate::codec::{BAD, Encoding, decode};

/// Costs of characters: the less they are used in texts, the more.
fn cost(code: u32) -> u32 {
    match code {
        0x1_0000.. => 40,
        0x21..=0x2f => 6,
        0..=8 | 0xb | 0xe..=0x1f | 0x7f..=0x9f => 30,
        _ => 1,
    }
}

/// The likeliest of the encodings; earlier ones are preferred. `None` when `is_strict` and the
/// text is correct in none.
pub fn detect(
    bytes: &[u8],
    encodings: &[&'static Encoding],
    is_strict: bool,
) -> Option<&'static Encoding> {
    let mut best: Option<(usize, f64, &'static Encoding)> = None;
    for (place, &encoding) in encodings.iter().enumerate() {
        let text = decode(encoding, bytes);
        let bad = text.iter().filter(|&&code| code == BAD).count();
        if is_strict && bad > 0 {
            continue;
        }
        let costs: u32 = text.iter().filter(|&&code| code != BAD).map(|&code| cost(code)).sum();
        let weight = 1.0 + 0.009 * place as f64;
        let score = f64::from(costs) * weight;
        let is_better =
            best.is_none_or(|(errors, least, _)| bad < errors || (bad == errors && score < least));
        if is_better {
            best = Some((bad, score, encoding));
        }
    }
    best.map(|(_, _, encoding)| encoding)
}
