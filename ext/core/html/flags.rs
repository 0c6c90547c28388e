//! What the `ENT_…` flags and the names of encodings mean.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

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

    /// How `'` is written.
    pub fn apostrophe(self) -> &'static str {
        if self.doctype() == Doctype::Html401 { "&#039;" } else { "&apos;" }
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
            Self::Html5 => self.allows(code) && code != 0x0d,
            Self::Xml1 | Self::Xhtml => self.allows(code),
        }
    }
}

/// Encodings of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Latin1,
    /// A byte a character, of which the ASCII ones are known.
    SingleByte,
}

/// The encoding with this name; a warning when nobody knows it.
pub fn charset(call: &mut Call<'_>, name: Option<&Str>) -> Res<Charset> {
    const SINGLE_BYTE: &[&str] = &[
        "iso-8859-5", "iso8859-5", "iso-8859-15", "iso8859-15", "cp866", "866", "ibm866", "cp1251",
        "1251", "win-1251", "windows-1251", "cp1252", "1252", "windows-1252", "koi8-r", "koi8-ru",
        "koi8r", "macroman",
    ];
    let name = match name.filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => {
            let usual = call.host().setting("default_charset").unwrap_or_default();
            if usual.is_empty() || usual.eq_ignore_ascii_case(b"utf-8") {
                return Ok(Charset::Utf8);
            }
            call.str(&usual)?
        }
    };
    let shown = String::from_utf8_lossy(&name).into_owned();
    match shown.to_ascii_lowercase().as_str() {
        "utf-8" => Ok(Charset::Utf8),
        "iso-8859-1" | "iso8859-1" => Ok(Charset::Latin1),
        other if SINGLE_BYTE.contains(&other) => Ok(Charset::SingleByte),
        _ => {
            call.warn(format!("Charset \"{shown}\" is not supported, assuming UTF-8"))?;
            Ok(Charset::Utf8)
        }
    }
}
