//! `hebrev()`: what is written from right to left, in the order in which it is seen.
//!
//! The text is in ISO-8859-8. Blocks of Hebrew are turned round, those of other letters stay; then
//! lines are broken from the end.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

fn is_hebrew(byte: u8) -> bool {
    (224..=250).contains(&byte)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fn is_newline(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// What stands for a mark that has a direction.
fn mirrored(byte: u8) -> u8 {
    match byte {
        b'(' => b')',
        b')' => b'(',
        b'[' => b']',
        b']' => b'[',
        b'{' => b'}',
        b'}' => b'{',
        b'<' => b'>',
        b'>' => b'<',
        b'\\' => b'/',
        b'/' => b'\\',
        byte => byte,
    }
}

/// The text with its blocks of Hebrew turned round, from its end to its start.
fn turned(text: &[u8]) -> Vec<u8> {
    let last = text.len() - 1;
    let mut backwards = Vec::with_capacity(text.len());
    let (mut start, mut end, mut in_hebrew) = (0, 0, is_hebrew(text[0]));
    loop {
        if in_hebrew {
            let goes_on = |byte: u8| {
                is_hebrew(byte) || is_blank(byte) || byte.is_ascii_punctuation() || byte == b'\n'
            };
            while end < last && goes_on(text[end + 1]) {
                end += 1;
            }
            let block = text.get(start..=end).unwrap_or_default();
            backwards.extend(block.iter().map(|byte| mirrored(*byte)));
        } else {
            while end < last && !is_hebrew(text[end + 1]) && text[end + 1] != b'\n' {
                end += 1;
            }
            let is_loose = |byte: u8| {
                (is_blank(byte) || byte.is_ascii_punctuation()) && !matches!(byte, b'/' | b'-')
            };
            while end > start && is_loose(text[end]) {
                end -= 1;
            }
            backwards.extend(text.get(start..=end).unwrap_or_default().iter().rev());
        }
        in_hebrew = !in_hebrew;
        start = end + 1;
        if end >= last {
            break;
        }
    }
    backwards.truncate(text.len());
    backwards.resize(text.len(), b' ');
    backwards.reverse();
    backwards
}

/// Where the line begins that ends in front of `begin`.
fn line_start(text: &[u8], mut begin: usize, most: i64) -> usize {
    let mut count = 0;
    while (most <= 0 || count < most) && begin > 0 {
        count += 1;
        begin -= 1;
        if is_newline(text[begin]) {
            while begin > 0 && is_newline(text[begin - 1]) {
                begin -= 1;
                count += 1;
            }
            break;
        }
    }
    if most < 0 || count != most {
        return begin;
    }
    let rest = text[begin..].iter().take(count as usize);
    let at = { rest }.position(|byte| is_blank(*byte) || is_newline(*byte));
    at.map_or(begin, |at| begin + at)
}

pub fn hebrev(call: &mut Call<'_>, string: &Str, most: i64) -> Res<Str> {
    if string.is_empty() {
        return Ok(string.clone());
    }
    let mut text = turned(string);
    let mut out = Vec::with_capacity(text.len());
    let mut end = text.len() - 1;
    let mut begin = end;
    loop {
        begin = line_start(&text, begin, most);
        if is_blank(text[begin]) {
            text[begin] = b'\n';
        }
        let newlines = text[begin..=end].iter().take_while(|byte| is_newline(**byte)).count();
        out.extend_from_slice(&text[begin + newlines..=end]);
        out.extend_from_slice(&text[begin..begin + newlines]);
        if begin == 0 {
            break;
        }
        begin -= 1;
        end = begin;
    }
    call.str(&out)
}
