//! Languages: how mails in them are sent, and what detection tries.

use crate::codec::{Encoding, named};

/// A language.
pub struct Language {
    /// Its name, and a short one.
    pub name: &'static str,
    short: &'static str,
    other: &'static str,
    /// The encoding of mails, and how their headers and bodies are sent.
    pub mail: [&'static str; 3],
    /// What detection tries when nobody said.
    order: &'static [&'static str],
}

macro_rules! languages {
    ($($name:literal, $short:literal, $other:literal, [$($mail:literal),+], [$($order:literal),*];)+) => {
        /// All, the default first.
        static LANGUAGES: &[Language] = &[$(Language {
            name: $name,
            short: $short,
            other: $other,
            mail: [$($mail),+],
            order: &["ASCII", "UTF-8", $($order),*],
        }),+];
    };
}

languages! {
    "neutral", "neutral", "", ["UTF-8", "BASE64", "BASE64"], [];
    "uni", "uni", "universal", ["UTF-8", "BASE64", "BASE64"], [];
    "Japanese", "ja", "", ["ISO-2022-JP", "BASE64", "7bit"], [];
    "Korean", "ko", "", ["ISO-2022-KR", "BASE64", "7bit"], ["EUC-KR", "UHC"];
    "Simplified Chinese", "zh-cn", "", ["HZ", "BASE64", "7bit"], ["EUC-CN", "CP936"];
    "Traditional Chinese", "zh-tw", "", ["BIG-5", "BASE64", "8bit"], ["EUC-TW", "BIG-5"];
    "English", "en", "", ["ISO-8859-1", "Quoted-Printable", "8bit"], [];
    "German", "de", "Deutsch", ["ISO-8859-15", "Quoted-Printable", "8bit"], [];
    "Armenian", "hy", "", ["ArmSCII-8", "Quoted-Printable", "8bit"], ["ArmSCII-8"];
    "Russian", "ru", "", ["KOI8-R", "Quoted-Printable", "8bit"],
        ["KOI8-R", "Windows-1251", "CP866"];
    "Turkish", "tr", "", ["ISO-8859-9", "Quoted-Printable", "8bit"],
        ["Windows-1254", "ISO-8859-9"];
    "Ukrainian", "ua", "", ["KOI8-U", "Quoted-Printable", "8bit"], ["KOI8-U"];
}

impl Language {
    /// The language with a name.
    pub fn named(name: &[u8]) -> Option<&'static Self> {
        let is = |held: &str| !held.is_empty() && held.as_bytes().eq_ignore_ascii_case(name);
        LANGUAGES.iter().find(|held| is(held.name) || is(held.short) || is(held.other))
    }

    /// The default.
    pub fn neutral() -> &'static Self {
        &LANGUAGES[0]
    }

    /// What detection tries when nobody said.
    pub fn order(&self) -> Vec<&'static Encoding> {
        let japanese = ["ASCII", "JIS", "UTF-8", "EUC-JP", "SJIS"];
        let names = if self.short == "ja" { &japanese[..] } else { self.order };
        names.iter().filter_map(|name| named(name.as_bytes())).collect()
    }

    /// The encoding of mails.
    pub fn charset(&self) -> &'static Encoding {
        named(self.mail[0].as_bytes()).expect("invariant: the table has these encodings")
    }
}
