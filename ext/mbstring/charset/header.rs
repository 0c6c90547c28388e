//! Headers of mails: words encoded as `=?charset?B?…?=` or `=?charset?Q?…?=`.

use crate::codec::{decode, named};

/// The characters of a header. Blanks between encoded words are dropped; a word that is wrong
/// stands for itself.
pub fn decode_header(header: &[u8], plain: impl Fn(&[u8]) -> Vec<u32>) -> Vec<u32> {
    let mut text = Vec::new();
    let mut rest = header;
    let mut was_word = false;
    while !rest.is_empty() {
        let next = find(rest, b"=?").unwrap_or(rest.len());
        let (before, from) = rest.split_at(next);
        let word = encoded_word(from);
        let is_gap = was_word && word.is_some() && before.iter().all(u8::is_ascii_whitespace);
        if !is_gap {
            text.extend(plain(before));
        }
        match word {
            Some((characters, length)) => {
                text.extend(characters);
                rest = &from[length..];
                was_word = true;
            }
            None => {
                let length = from.len().min(2);
                text.extend(plain(&from[..length]));
                rest = &from[length..];
                was_word = false;
            }
        }
    }
    text
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part == wanted)
}

/// The characters of the word at the start, and its length.
fn encoded_word(text: &[u8]) -> Option<(Vec<u32>, usize)> {
    let rest = text.strip_prefix(b"=?")?;
    let mut parts = rest.splitn(3, |&byte| byte == b'?');
    let (charset, kind, rest) = (parts.next()?, parts.next()?, parts.next()?);
    // PHP: a word that does not end goes on to the end of the header.
    let end = find(rest, b"?=").unwrap_or(rest.len());
    let encoding = named(charset)?;
    let body = &rest[..end];
    let bytes = match kind {
        b"B" | b"b" => decode(named(b"BASE64")?, body),
        b"Q" | b"q" => {
            let body: Vec<u8> =
                body.iter().map(|&byte| if byte == b'_' { b' ' } else { byte }).collect();
            decode(named(b"Quoted-Printable")?, &body)
        }
        _ => return None,
    };
    let bytes: Vec<u8> = bytes.into_iter().filter_map(|code| u8::try_from(code).ok()).collect();
    let length = (text.len() - rest.len() + end + 2).min(text.len());
    Some((decode(encoding, &bytes), length))
}
