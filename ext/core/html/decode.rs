//! Entities to characters.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::chars;
use super::encode::Which;
use super::entities::HTML401;
use super::flags::{Charset, Doctype, Flags};

type ByName = HashMap<&'static str, &'static str>;

static NAMES_401: LazyLock<ByName> =
    LazyLock::new(|| HTML401.iter().map(|(text, name)| (*name, *text)).collect());

static NAMES_5: LazyLock<ByName> = LazyLock::new(|| {
    let all = entities::ENTITIES.iter();
    all.filter_map(|entity| {
        let name = entity.entity.strip_prefix('&')?.strip_suffix(';')?;
        Some((name, entity.characters))
    })
    .collect()
});

/// The characters that a name stands for.
pub fn text_of(name: &str, doctype: Doctype) -> Option<&'static str> {
    let found = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" if doctype != Doctype::Html401 => "'",
        _ => match doctype {
            Doctype::Html5 => NAMES_5.get(name)?,
            Doctype::Html401 | Doctype::Xhtml => NAMES_401.get(name)?,
            Doctype::Xml1 => return None,
        },
    };
    Some(found)
}

/// The number of the entity at the start of `text`, and its length.
pub fn number(text: &[u8]) -> Option<(u32, usize)> {
    let rest = text.strip_prefix(b"&#")?;
    let (digits, base, before) = match rest.first() {
        Some(b'x' | b'X') => (&rest[1..], 16, 3),
        _ => (rest, 10, 2),
    };
    let length = digits.iter().take_while(|byte| char::from(**byte).is_digit(base)).count();
    if length == 0 || digits.get(length) != Some(&b';') {
        return None;
    }
    let digits = std::str::from_utf8(&digits[..length]).ok()?;
    let code = u32::from_str_radix(digits.trim_start_matches('0'), base);
    let code = if digits.bytes().all(|digit| digit == b'0') { 0 } else { code.ok()? };
    (code <= 0x0010_ffff).then_some((code, before + length + 1))
}

/// The length of what has the form of a named entity at the start of `text`.
pub fn name_length(text: &[u8]) -> Option<usize> {
    let name = text.strip_prefix(b"&")?;
    let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (length > 0 && name.get(length) == Some(&b';')).then_some(length + 2)
}

/// What to do to a text.
pub struct Decoding {
    pub which: Which,
    pub flags: Flags,
    pub charset: Charset,
}

impl Decoding {
    /// The text.
    pub fn run(&self, text: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = memchr::memchr(b'&', rest) {
            out.extend_from_slice(&rest[..at]);
            rest = &rest[at..];
            let length = self.entity(rest, &mut out).unwrap_or_else(|| {
                out.push(b'&');
                1
            });
            rest = &rest[length..];
        }
        out.extend_from_slice(rest);
        out
    }

    /// Writes what the entity at the start of `rest` stands for; its length.
    fn entity(&self, rest: &[u8], out: &mut Vec<u8>) -> Option<usize> {
        let doctype = self.flags.doctype();
        if rest.get(1) == Some(&b'#') {
            let (code, length) = number(rest)?;
            let is_allowed = match self.which {
                Which::Special => matches!(code, 0x22 | 0x26 | 0x27 | 0x3c | 0x3e),
                Which::Named => doctype.allows(code) && !(doctype == Doctype::Html5 && code == 13),
            };
            let is_wanted = is_allowed && self.takes(code);
            return (is_wanted && chars::write(out, code, self.charset)).then_some(length);
        }
        let length = name_length(rest)?;
        let name = std::str::from_utf8(&rest[1..length - 1]).ok()?;
        let text = text_of(name, doctype)?;
        let is_special = matches!(text, "&" | "<" | ">" | "\"" | "'");
        if self.which == Which::Special && !is_special {
            return None;
        }
        if !text.chars().all(|char| self.takes(char.into())) {
            return None;
        }
        let before = out.len();
        for char in text.chars() {
            if !chars::write(out, char.into(), self.charset) {
                out.truncate(before);
                return None;
            }
        }
        Some(length)
    }

    /// Whether the flags let a quote be written.
    fn takes(&self, code: u32) -> bool {
        match code {
            0x22 => self.flags.double_quotes(),
            0x27 => self.flags.single_quotes(),
            _ => true,
        }
    }
}
