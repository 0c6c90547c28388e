//! Upper, lower and title case, as Unicode maps it.

use crate::codec::{BAD, CASE_IGNORABLE, Encoding, is_in};

/// What to map to; the simple forms keep the number of characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Upper,
    Lower,
    Title,
    Fold,
    UpperSimple,
    LowerSimple,
    TitleSimple,
    FoldSimple,
}

impl Case {
    /// By the number of its constant.
    pub fn of(mode: i64) -> Option<Self> {
        use Case::{Fold, FoldSimple, Lower, LowerSimple, Title, TitleSimple, Upper, UpperSimple};
        const ALL: [Case; 8] =
            [Upper, Lower, Title, Fold, UpperSimple, LowerSimple, TitleSimple, FoldSimple];
        ALL.get(usize::try_from(mode).ok()?).copied()
    }
}

const SIGMA: u32 = 0x3a3;
const FINAL_SIGMA: u32 = 0x3c2;

fn upper(code: u32, out: &mut Vec<u32>) {
    match char::from_u32(code) {
        Some(character) if character.is_ascii() => {
            out.push(u32::from(character.to_ascii_uppercase()));
        }
        Some(character) => out.extend(character.to_uppercase().map(u32::from)),
        None => out.push(code),
    }
}

fn lower(code: u32, out: &mut Vec<u32>) {
    match char::from_u32(code) {
        Some(character) if character.is_ascii() => {
            out.push(u32::from(character.to_ascii_lowercase()));
        }
        Some(character) => out.extend(character.to_lowercase().map(u32::from)),
        None => out.push(code),
    }
}

fn upper_simple(code: u32) -> u32 {
    match code {
        // Greek letters with an iota below have upper case forms of their own.
        0x1f80..=0x1faf => code | 8,
        0x1fb3 => 0x1fbc,
        0x1fc3 => 0x1fcc,
        0x1ff3 => 0x1ffc,
        _ => {
            let mut mapped = char::from_u32(code).into_iter().flat_map(char::to_uppercase);
            match (mapped.next(), mapped.next()) {
                (Some(single), None) => u32::from(single),
                _ => code,
            }
        }
    }
}

fn lower_simple(code: u32) -> u32 {
    // U+0130 has a lower case of two characters, the first of which is the simple one.
    let mut mapped = char::from_u32(code).into_iter().flat_map(char::to_lowercase);
    mapped.next().map_or(code, u32::from)
}

fn title_simple(code: u32) -> u32 {
    match code {
        0x1c4..=0x1cc => 0x1c5 + (code - 0x1c4) / 3 * 3,
        0x1f1..=0x1f3 => 0x1f2,
        0x10d0..=0x10ff => code,
        _ => upper_simple(code),
    }
}

fn title(code: u32, out: &mut Vec<u32>) {
    let from = out.len();
    upper(code, out);
    let has_own = matches!(code, 0x1c4..=0x1cc | 0x1f1..=0x1f3 | 0x10d0..=0x10ff | 0x1f80..=0x1faf)
        || matches!(code, 0x1fb3 | 0x1fbc | 0x1fc3 | 0x1fcc | 0x1ff3 | 0x1ffc);
    if has_own {
        out.truncate(from);
        out.push(title_simple(code));
    } else if code != 0x149 {
        for mapped in &mut out[from + 1..] {
            // The iota of Greek goes below its letter again.
            *mapped = if *mapped == 0x399 { 0x345 } else { lower_simple(*mapped) };
        }
    }
}

fn fold(code: u32, out: &mut Vec<u32>) {
    match code {
        0x131 | 0x13a0..=0x13f5 => out.push(code),
        0x13f8..=0x13fd => out.push(code - 8),
        0xab70..=0xabbf => out.push(code - 0xab70 + 0x13a0),
        0x1e9e => out.extend_from_slice(&[u32::from('s'); 2]),
        _ => {
            let mut mapped = Vec::new();
            upper(code, &mut mapped);
            mapped.into_iter().for_each(|code| lower(code, out));
        }
    }
}

fn fold_simple(code: u32) -> u32 {
    match code {
        0x130 | 0x131 | 0x13a0..=0x13f5 => code,
        0x13f8..=0x13fd => code - 8,
        0xab70..=0xabbf => code - 0xab70 + 0x13a0,
        _ => lower_simple(upper_simple(code)),
    }
}

fn is_cased(code: u32) -> bool {
    let is_title = matches!(code, 0x1c5 | 0x1c8 | 0x1cb | 0x1f2)
        || matches!(code, 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf)
        || matches!(code, 0x1fbc | 0x1fcc | 0x1ffc);
    is_title || char::from_u32(code).is_some_and(|c| c.is_uppercase() || c.is_lowercase())
}

fn is_ignorable(code: u32) -> bool {
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii_alphanumeric() || byte == b' ' => false,
        _ => is_in(CASE_IGNORABLE, code),
    }
}

/// PHP: nothing is known of letters farther back than a batch.
const BATCH: usize = 64;

/// Whether the sigma at `at` ends a word.
fn is_final(text: &[u32], at: usize) -> bool {
    let letter = |code: &&u32| !is_ignorable(**code);
    let before = text[at.saturating_sub(BATCH)..at].iter().rev().find(letter);
    let after = text[at + 1..].iter().find(letter);
    before.is_some_and(|&code| is_cased(code)) && !after.is_some_and(|&code| is_cased(code))
}

fn lower_at(text: &[u32], at: usize, out: &mut Vec<u32>) {
    if text[at] == SIGMA && is_final(text, at) {
        out.push(FINAL_SIGMA);
    } else {
        lower(text[at], out);
    }
}

/// Turkish letters without and with a dot, which ISO-8859-9 has in its own way.
fn turkish(code: u32, case: Case, is_within_word: bool) -> Option<u32> {
    let is_title = matches!(case, Case::Title | Case::TitleSimple);
    let raises = matches!(case, Case::Upper | Case::UpperSimple) || is_title && !is_within_word;
    match code {
        0x69 if raises => Some(0x130),
        0x49 if !raises => Some(0x131),
        0x130 if !raises => Some(0x69),
        _ => None,
    }
}

/// The text of an encoding in another case.
pub fn convert_in(encoding: &Encoding, text: &[u32], case: Case) -> Vec<u32> {
    if encoding.name != "ISO-8859-9" {
        return convert(text, case);
    }
    let mut out = Vec::with_capacity(text.len());
    for (at, &code) in text.iter().enumerate() {
        let is_within_word = at > 0 && is_cased(text[at - 1]);
        match turkish(code, case, is_within_word) {
            Some(letter) => out.push(letter),
            None => {
                let from = at.saturating_sub(1);
                let changed = convert(&text[from..=at], case);
                let before = convert(&text[from..at], case);
                out.extend_from_slice(&changed[before.len()..]);
            }
        }
    }
    out
}

/// The text in another case.
pub fn convert(text: &[u32], case: Case) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    let looks_at_words = matches!(case, Case::Title | Case::TitleSimple);
    let mut is_within_word = false;
    for (at, &code) in text.iter().enumerate() {
        match case {
            _ if code == BAD => out.push(code),
            Case::Upper => upper(code, &mut out),
            Case::Lower => lower_at(text, at, &mut out),
            Case::Title if is_within_word => lower_at(text, at, &mut out),
            Case::Title => title(code, &mut out),
            Case::Fold => fold(code, &mut out),
            Case::UpperSimple => out.push(upper_simple(code)),
            Case::LowerSimple => out.push(lower_simple(code)),
            Case::TitleSimple if is_within_word => out.push(lower_simple(code)),
            Case::TitleSimple => out.push(title_simple(code)),
            Case::FoldSimple => out.push(fold_simple(code)),
        }
        if looks_at_words && !is_ignorable(code) {
            is_within_word = is_cased(code);
        }
    }
    out
}
