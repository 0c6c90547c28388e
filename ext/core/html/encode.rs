//! Characters to entities.

use super::chars::{self, Piece};
use super::decode;
use super::entities::{HTML5, HTML401};
use super::flags::{Charset, Doctype, Flags};

/// Which characters become entities.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that HTML reserves.
    Special,
    /// All that have names.
    Named,
}

/// The longest entity of a character that HTML reserves.
const ENTITY_BYTES: usize = 6;

/// The bytes that are no part of an entity, and none for what HTML reserves.
const STAYS: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        stays[byte as usize] = !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
        byte += 1;
    }
    stays[b'\n' as usize] = true;
    stays[b'\t' as usize] = true;
    stays[b'\r' as usize] = true;
    stays
};

/// What to do to a text.
pub struct Encoding {
    pub which: Which,
    pub flags: Flags,
    pub charset: Charset,
    /// Whether what is an entity already is written as text.
    pub double: bool,
}

/// The entity of a character that HTML reserves.
pub fn special(byte: u8, which: Which, flags: Flags) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' if flags.double_quotes() => Some("&quot;"),
        b'\'' if flags.single_quotes() => Some(flags.apostrophe(which)),
        _ => None,
    }
}

/// The names of a kind of documents.
pub fn names(doctype: Doctype) -> &'static [(&'static str, &'static str)] {
    match doctype {
        Doctype::Html5 => HTML5,
        Doctype::Html401 | Doctype::Xhtml => HTML401,
        Doctype::Xml1 => &[],
    }
}

/// Where the names begin of the texts with each first byte, and where the last ones end.
const fn starts_of(names: &[(&str, &str)]) -> [u16; 257] {
    let mut starts = [0; 257];
    let (mut byte, mut at) = (0, 0);
    while byte < 257 {
        while at < names.len() && (names[at].0.as_bytes()[0] as usize) < byte {
            at += 1;
        }
        starts[byte] = at as u16;
        byte += 1;
    }
    starts
}

static HTML5_STARTS: [u16; 257] = starts_of(HTML5);
static HTML401_STARTS: [u16; 257] = starts_of(HTML401);

fn name_of(text: &[u8], doctype: Doctype) -> Option<&'static str> {
    let (names, starts) = match doctype {
        Doctype::Html5 => (HTML5, &HTML5_STARTS),
        Doctype::Html401 | Doctype::Xhtml => (HTML401, &HTML401_STARTS),
        Doctype::Xml1 => return None,
    };
    let first = usize::from(*text.first()?);
    let names = &names[usize::from(starts[first])..usize::from(starts[first + 1])];
    let at = names.binary_search_by(|(known, _)| known.as_bytes().cmp(text)).ok()?;
    Some(names[at].1)
}

impl Encoding {
    /// The text; empty when it is broken and the flags say nothing about that.
    pub fn run(&self, text: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() + text.len() / 4 + ENTITY_BYTES);
        let mut at = 0;
        while at < text.len() {
            let plain = self.plain(&text[at..]);
            out.extend_from_slice(plain);
            at += plain.len();
            if at == text.len() {
                break;
            }
            if let Some(entity) = self.simple(text[at]) {
                out.extend_from_slice(entity.as_bytes());
                at += 1;
                continue;
            }
            match chars::next(&text[at..], self.charset) {
                Piece::Char(code, length) => at += self.char(&text[at..], (code, length), &mut out),
                Piece::Broken(length) => {
                    if self.flags.substitutes() {
                        self.substitute(&mut out);
                    } else if !self.flags.ignores() {
                        return Vec::new();
                    }
                    at += length;
                }
            }
        }
        out
    }

    /// The entity of a character whatever stands around it.
    fn simple(&self, byte: u8) -> Option<&'static str> {
        let is_simple = self.which == Which::Special && (byte != b'&' || self.double);
        if is_simple { special(byte, self.which, self.flags) } else { None }
    }

    /// The longest start of a text that surely stays as it is.
    pub fn plain<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        // `fj` has a name too.
        let has_no_name =
            |byte: &u8| (byte.is_ascii_alphanumeric() && *byte != b'f') || *byte == b' ';
        let end = match self.which {
            Which::Special => text.iter().position(|byte| !STAYS[usize::from(*byte)]),
            Which::Named => text.iter().position(|byte| !has_no_name(byte)),
        };
        &text[..end.unwrap_or(text.len())]
    }

    fn substitute(&self, out: &mut Vec<u8>) {
        let text = if self.charset == Charset::Utf8 { "\u{fffd}" } else { "&#xFFFD;" };
        out.extend_from_slice(text.as_bytes());
    }

    /// Writes the character at the start of `rest`; how many bytes were read.
    fn char(&self, rest: &[u8], (code, length): (u32, usize), out: &mut Vec<u8>) -> usize {
        if code == u32::from(b'&')
            && !self.double
            && let Some(entity) = self.entity_at(rest)
        {
            out.extend_from_slice(&rest[..entity]);
            return entity;
        }
        let is_angle = code == u32::from(b'<') || code == u32::from(b'>');
        if self.which == Which::Named
            && is_angle
            && let Some((name, length)) = self.named(rest, code, length)
        {
            out.extend_from_slice(format!("&{name};").as_bytes());
            return length;
        }
        let named = if code < 0x80 { special(code as u8, self.which, self.flags) } else { None };
        if let Some(entity) = named {
            out.extend_from_slice(entity.as_bytes());
            return length;
        }
        if self.which == Which::Named
            && let Some((name, length)) = self.named(rest, code, length)
        {
            out.push(b'&');
            out.extend_from_slice(name.as_bytes());
            out.push(b';');
            return length;
        }
        if self.flags.replaces_disallowed() && self.disallows(code) {
            self.substitute(out);
        } else {
            out.extend_from_slice(&rest[..length]);
        }
        length
    }

    /// Whether a document must not have a character. PHP: of those of other encodings it knows what
    /// has the same number in Unicode.
    fn disallows(&self, code: u32) -> bool {
        let is_known = match self.charset {
            Charset::Utf8 | Charset::Latin1 => true,
            Charset::SingleByte(_) => self.which == Which::Named || code <= 0x7d,
            Charset::MultiByte(_) => code <= 0x7d,
        };
        is_known && !self.flags.doctype().allows(code)
    }

    /// The name of a character, or of it and the next one together.
    fn named(&self, rest: &[u8], code: u32, length: usize) -> Option<(&'static str, usize)> {
        let doctype = self.flags.doctype();
        let mut text = [0; 2 * char::MAX_LEN_UTF8];
        let own = char::from_u32(code)?.encode_utf8(&mut text).len();
        if doctype == Doctype::Html5
            && rest.len() > length
            && let Piece::Char(next, more) = chars::next(&rest[length..], self.charset)
            && let Some(next) = char::from_u32(next)
        {
            let both = own + next.encode_utf8(&mut text[own..]).len();
            if let Some(name) = name_of(&text[..both], doctype) {
                return Some((name, length + more));
            }
        }
        Some((name_of(&text[..own], doctype)?, length))
    }

    /// The length of the entity at the start of `rest`.
    fn entity_at(&self, rest: &[u8]) -> Option<usize> {
        let doctype = self.flags.doctype();
        if rest.get(1) == Some(&b'#') {
            let (code, length) = decode::number(rest)?;
            let is_refused = self.flags.replaces_disallowed() && !doctype.allows_number(code);
            return (!is_refused).then_some(length);
        }
        let length = decode::name_length(rest)?;
        let name = std::str::from_utf8(&rest[1..length - 1]).ok()?;
        let is_known = match self.which {
            Which::Special if doctype == Doctype::Xml1 => {
                matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
            }
            _ => decode::text_of(name, doctype).is_some(),
        };
        is_known.then_some(length)
    }
}
