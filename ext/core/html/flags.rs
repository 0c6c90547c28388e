//! What the `ENT_…` flags and the names of encodings mean.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::encode::Which;
use super::upper::{self, Upper};

/// The kinds of documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Doctype {
    Html401,
    Xml1,
    Xhtml,
    Html5,
}

/// The flags, read.
#[derive(Clone, Copy)]
pub struct Flags(i64);

impl Flags {
    pub fn new(flags: i64) -> Self {
        Self(flags)
    }

    pub fn doctype(self) -> Doctype {
        match self.0 & 48 {
            16 => Doctype::Xml1,
            32 => Doctype::Xhtml,
            48 => Doctype::Html5,
            _ => Doctype::Html401,
        }
    }

    /// Whether `"` is an entity.
    pub fn double_quotes(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether `'` is an entity.
    pub fn single_quotes(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether bytes that are no text are left out.
    pub fn ignores(self) -> bool {
        self.0 & 4 != 0
    }

    /// Whether U+FFFD stands for bytes that are no text.
    pub fn substitutes(self) -> bool {
        self.0 & 8 != 0
    }

    /// Whether U+FFFD stands for characters that the document must not have.
    pub fn replaces_disallowed(self) -> bool {
        self.0 & 128 != 0
    }

    /// How `'` is written: XHTML has no name for it among those of all characters.
    pub fn apostrophe(self, which: Which) -> &'static str {
        match (self.doctype(), which) {
            (Doctype::Html401, _) | (Doctype::Xhtml, Which::Named) => "&#039;",
            _ => "&apos;",
        }
    }
}

impl Doctype {
    /// Whether a document may hold the character.
    pub fn allows(self, code: u32) -> bool {
        let is_line = matches!(code, 0x09 | 0x0a | 0x0d);
        let is_noncharacter = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
        let is_surrogate = (0xd800..=0xdfff).contains(&code);
        match self {
            Self::Html401 => {
                is_line
                    || (0x20..=0x7e).contains(&code)
                    || (0xa0..=0xd7ff).contains(&code)
                    || (0xe000..=0x0010_ffff).contains(&code)
            }
            Self::Html5 => {
                is_line
                    || code == 0x0c
                    || (0x20..=0x7e).contains(&code)
                    || (0xa0..=0x0010_ffff).contains(&code) && !is_noncharacter && !is_surrogate
            }
            Self::Xml1 | Self::Xhtml => {
                is_line
                    || (0x20..=0xd7ff).contains(&code)
                    || (0xe000..=0x0010_ffff).contains(&code) && code != 0xfffe && code != 0xffff
            }
        }
    }

    /// Whether a number may stand for the character.
    pub fn allows_number(self, code: u32) -> bool {
        match self {
            Self::Html401 => code <= 0x0010_ffff,
            Self::Html5 => (self.allows(code) || (0xd800..=0xdfff).contains(&code)) && code != 0x0d,
            Self::Xml1 | Self::Xhtml => self.allows(code),
        }
    }
}

/// Encodings of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Latin1,
    /// A byte a character; what the upper ones are.
    SingleByte(&'static Upper),
    /// One or two bytes a character, of which the ASCII ones are known.
    MultiByte(MultiByte),
}

/// How characters of several bytes are recognised.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MultiByte {
    Big5,
    Gb2312,
    ShiftJis,
    EucJp,
}

/// The encodings by their names, but UTF-8.
const CHARSETS: &[(&[&str], Charset)] = &[
    (&["iso-8859-1", "iso8859-1"], Charset::Latin1),
    (&["iso-8859-5", "iso8859-5"], Charset::SingleByte(&upper::ISO_8859_5)),
    (&["iso-8859-15", "iso8859-15"], Charset::SingleByte(&upper::ISO_8859_15)),
    (&["cp866", "866", "ibm866"], Charset::SingleByte(&upper::CP866)),
    (&["cp1251", "1251", "win-1251", "windows-1251"], Charset::SingleByte(&upper::WINDOWS_1251)),
    (&["cp1252", "1252", "windows-1252"], Charset::SingleByte(&upper::WINDOWS_1252)),
    (&["koi8-r", "koi8-ru", "koi8r"], Charset::SingleByte(&upper::KOI8_R)),
    (&["macroman"], Charset::SingleByte(&upper::MAC_ROMAN)),
    (&["big5", "950", "big5-hkscs"], Charset::MultiByte(MultiByte::Big5)),
    (&["gb2312", "936"], Charset::MultiByte(MultiByte::Gb2312)),
    (&["shift_jis", "sjis", "sjis-win", "cp932", "932"], Charset::MultiByte(MultiByte::ShiftJis)),
    (&["euc-jp", "eucjp", "eucjp-win"], Charset::MultiByte(MultiByte::EucJp)),
];

/// The encoding with this name; a warning when nobody knows it.
pub fn charset(call: &mut Call<'_>, name: Option<&Str>) -> Res<Charset> {
    let name = match name.filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => {
            let inner = call.host().setting("internal_encoding").filter(|name| !name.is_empty());
            let usual = inner.or_else(|| call.host().setting("default_charset"));
            let usual = usual.unwrap_or_default();
            if usual.is_empty() || usual.eq_ignore_ascii_case(b"utf-8") {
                return Ok(Charset::Utf8);
            }
            call.str(&usual)?
        }
    };
    if name.eq_ignore_ascii_case(b"utf-8") {
        return Ok(Charset::Utf8);
    }
    let shown = String::from_utf8_lossy(&name).into_owned();
    let folded = shown.to_ascii_lowercase();
    if let Some((_, found)) = CHARSETS.iter().find(|(names, _)| names.contains(&folded.as_str())) {
        return Ok(*found);
    }
    call.warn(format!("Charset \"{shown}\" is not supported, assuming UTF-8"))?;
    Ok(Charset::Utf8)
}
