//! Japanese letters, wide and narrow.

use crate::charset::encoding;
use crate::codec::decode;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// The wide katakana of the narrow ones from U+FF61 on.
const WIDE: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

const NARROW: u32 = 0xff61;
/// Narrow marks of voiced and half voiced syllables.
const VOICED: u32 = 0xff9e;
const HALF_VOICED: u32 = 0xff9f;
/// From hiragana to katakana.
const BETWEEN: u32 = 0x60;
/// From narrow to wide ASCII.
const ASCII: u32 = 0xfee0;

/// Letters of the options, in the order in which combinations are refused.
const FLAGS: &[u8; 17] = b"ARNSKHMCarnskhmcV";

/// Options by letter.
#[derive(Clone, Copy, Default)]
struct Options(u32);

impl Options {
    fn has(self, flag: u8) -> bool {
        FLAGS.iter().position(|&held| held == flag).is_some_and(|at| self.0 >> at & 1 == 1)
    }

    fn with(self, flag: u8) -> Option<Self> {
        let alike: &[u8] = match flag {
            b'A' => b"ARN",
            b'a' => b"arn",
            _ => &[flag],
        };
        let bit = |flag: &u8| FLAGS.iter().position(|held| held == flag).map(|at| 1 << at);
        let bits = alike.iter().map(bit).collect::<Option<Vec<u32>>>()?;
        Some(Self(bits.into_iter().fold(self.0, |all, bit| all | bit)))
    }

    /// Two options that must not be combined.
    fn conflict(self) -> Option<(u8, u8)> {
        for at in 0..8 {
            let (first, second) = (FLAGS[at], FLAGS[at + 8]);
            if self.has(first) && self.has(second) {
                let first =
                    if matches!(first, b'R' | b'N') && self.has(b'A') { b'A' } else { first };
                let second =
                    if matches!(second, b'r' | b'n') && self.has(b'a') { b'a' } else { second };
                return Some((first, second));
            }
        }
        let narrow = if self.has(b'h') { b'h' } else { b'k' };
        let pairs = [(b'H', b'K'), (narrow, b'C'), (narrow, b'c')];
        pairs.into_iter().find(|&(first, second)| self.has(first) && self.has(second))
    }
}

/// Adds the letter that the first of `text` becomes; whether the second went into it.
fn put(text: &[u32], options: Options, out: &mut Vec<u32>) -> bool {
    let code = text[0];
    let byte = u8::try_from(code).unwrap_or(0);
    let (letter, digit) = (byte.is_ascii_alphabetic(), byte.is_ascii_digit());
    let is_plain = (0x21..=0x7d).contains(&byte) && !b"\"'\\".contains(&byte);
    if options.has(b'A') && is_plain || options.has(b'R') && letter || options.has(b'N') && digit {
        out.push(code + ASCII);
        return false;
    }
    if options.has(b'S') && code == 0x20 {
        out.push(0x3000);
        return false;
    }
    if (NARROW..=HALF_VOICED).contains(&code) && (options.has(b'K') || options.has(b'H')) {
        return put_wide(text, options, out);
    }
    if let Some(found) = special(code, options).or_else(|| narrow_ascii(code, options)) {
        out.push(found);
        return false;
    }
    if put_narrow(code, options, out) {
        return false;
    }
    out.push(match code {
        0x3041..=0x3093 | 0x309d | 0x309e if options.has(b'C') => code + BETWEEN,
        0x30a1..=0x30f3 | 0x30fd | 0x30fe if options.has(b'c') => code - BETWEEN,
        _ => special_narrow(code, options).unwrap_or(code),
    });
    false
}

/// Narrow kana made wide.
fn put_wide(text: &[u32], options: Options, out: &mut Vec<u32>) -> bool {
    let katakana = WIDE.chars().nth((text[0] - NARROW) as usize).map_or(text[0], u32::from);
    let next = text.get(1).copied().filter(|_| options.has(b'V'));
    let is_katakana = options.has(b'K');
    let added = match (katakana, next) {
        (0x30ab..=0x30c8, Some(VOICED)) if text[0] < 0xff85 => 1,
        (0x30cf..=0x30db, Some(VOICED)) => 1,
        (0x30cf..=0x30db, Some(HALF_VOICED)) => 2,
        (0x30a6, Some(VOICED)) if is_katakana => 0x30f4 - 0x30a6,
        _ => 0,
    };
    let is_letter = (0x30a1..=0x30f3).contains(&katakana);
    let moved = if !is_katakana && is_letter { BETWEEN } else { 0 };
    out.push(katakana + added - moved);
    added > 0
}

fn special(code: u32, options: Options) -> Option<u32> {
    if !options.has(b'M') {
        return None;
    }
    match code {
        0x5c | 0xa5 => Some(0xffe5),
        0x7e | 0x203e => Some(0xffe3),
        0x27 => Some(0x2019),
        0x22 => Some(0x201d),
        _ => None,
    }
}

fn narrow_ascii(code: u32, options: Options) -> Option<u32> {
    let is_plain = (0xff01..=0xff5d).contains(&code) && !matches!(code, 0xff02 | 0xff07 | 0xff3c);
    let is_letter = matches!(code, 0xff21..=0xff3a | 0xff41..=0xff5a);
    let is_digit = matches!(code, 0xff10..=0xff19);
    let is_moved = options.has(b'a') && is_plain
        || options.has(b'r') && is_letter
        || options.has(b'n') && is_digit;
    match code {
        _ if is_moved => Some(code - ASCII),
        0x3000 if options.has(b's') => Some(0x20),
        0x2212 if options.has(b'a') => Some(u32::from(b'-')),
        _ => None,
    }
}

fn special_narrow(code: u32, options: Options) -> Option<u32> {
    if !options.has(b'm') {
        return None;
    }
    match code {
        0xffe5 | 0xff3c => Some(0x5c),
        0xffe3 | 0x203e => Some(0x7e),
        0x2018 | 0x2019 => Some(0x27),
        0x201c | 0x201d => Some(0x22),
        _ => None,
    }
}

/// Wide kana made narrow; `false` when that is none.
fn put_narrow(code: u32, options: Options, out: &mut Vec<u32>) -> bool {
    if !options.has(b'k') && !options.has(b'h') {
        return false;
    }
    let katakana = match code {
        0x3041..=0x3093 if options.has(b'h') => code + BETWEEN,
        0x30a1..=0x30f4 if options.has(b'k') => code,
        0x3001 | 0x3002 | 0x300c | 0x300d | 0x309b | 0x309c | 0x30fb | 0x30fc => code,
        _ => return false,
    };
    let of = |katakana: u32| {
        let at = WIDE.chars().position(|held| u32::from(held) == katakana)?;
        Some(NARROW + at as u32)
    };
    let (base, mark) = match katakana {
        0x30ee => (of(0x30ef), None),
        0x30f0 => (of(0x30a4), None),
        0x30f1 => (of(0x30a8), None),
        0x30f4 => (of(0x30a6), Some(VOICED)),
        _ => match (of(katakana), of(katakana - 1)) {
            (Some(base), _) => (Some(base), None),
            (None, Some(base)) => (Some(base), Some(VOICED)),
            (None, None) => (of(katakana - 2), Some(HALF_VOICED)),
        },
    };
    out.extend(base);
    out.extend(mark);
    base.is_some()
}

pub fn mb_convert_kana(
    call: &mut Call<'_>,
    string: &Str,
    mode: &Str,
    encoding: Option<&Str>,
) -> Res<Str> {
    let mut options = Options::default();
    for &flag in mode.iter() {
        options = match options.with(flag) {
            Some(options) => options,
            None => {
                let shown = String::from_utf8_lossy(&[flag]).into_owned();
                return Err(call.value_error(2, format!("contains invalid flag: '{shown}'")));
            }
        };
    }
    if let Some((first, second)) = options.conflict() {
        let (first, second) = (char::from(first), char::from(second));
        let rule = format!("must not combine '{first}' and '{second}' flags");
        return Err(call.value_error(2, rule));
    }
    let encoding = self::encoding(call, encoding, 3)?;
    let text = decode(encoding, string);
    let mut out = Vec::with_capacity(text.len());
    let mut rest = &text[..];
    while !rest.is_empty() {
        let taken = if put(rest, options, &mut out) { 2 } else { 1 };
        rest = &rest[taken..];
    }
    super::written(call, encoding, &out)
}
