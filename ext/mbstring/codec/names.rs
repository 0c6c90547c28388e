//! The encodings by name.
//!
//! tidy: table

use super::double::{self, Pairs};
use super::escape::Form;
use super::shift::{self, Shifting};
use super::single;
use super::unicode::{self, Mobile, Order};

/// How an encoding works.
#[derive(Clone, Copy)]
pub enum Kind {
    /// UTF-8.
    Utf8,
    /// UTF-16; without an order a mark at the start may tell.
    Utf16(Option<Order>),
    /// UTF-16 without surrogates.
    Ucs2(Option<Order>),
    /// UTF-32.
    Utf32(Option<Order>),
    /// UTF-32 with numbers up to 31 bits.
    Ucs4(Option<Order>),
    /// UTF-7 in one of its forms.
    Utf7(Form),
    /// UTF-8 with emoji of telephones.
    Mobile(&'static Mobile),
    /// ASCII.
    Ascii,
    /// Bytes below 0x80.
    SevenBit,
    /// Bytes.
    EightBit,
    /// One byte a character: the upper half.
    Single(&'static [u16; 128]),
    /// One or two bytes a character.
    Double(&'static Pairs),
    /// Sets of characters, with shifts between.
    Shift(&'static Shifting),
    /// Entities of HTML.
    Html,
    /// Base64.
    Base64,
    /// Quoted-printable.
    QuotedPrintable,
    /// Uuencode.
    Uuencode,
}

/// An encoding.
pub struct Encoding {
    /// Its name.
    pub name: &'static str,
    /// What mails call it; empty without.
    pub mime: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// How it works.
    pub kind: Kind,
}

impl Encoding {
    /// How many bytes each character has, where that is the same for all.
    pub fn width(&self) -> Option<usize> {
        match self.kind {
            Kind::Single(_) | Kind::Ascii | Kind::SevenBit | Kind::EightBit | Kind::Uuencode => {
                Some(1)
            }
            Kind::Ucs2(_) => Some(2),
            Kind::Utf32(_) | Kind::Ucs4(_) => Some(4),
            _ => None,
        }
    }

    /// How many bytes a character has that begins with `byte`, where that tells.
    pub fn length_by(&self, byte: u8) -> Option<usize> {
        let has_trail = |is_lead: bool| if is_lead { 2 } else { 1 };
        Some(match self.kind {
            Kind::Utf8 | Kind::Mobile(_) => match byte {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => 1,
            },
            Kind::Double(_) => match self.name {
                "GB18030" | "GB18030-2022" => return None,
                "CP932" | "SJIS-win" => has_trail(matches!(byte, 0x81..=0x9f | 0xe0..=0xff)),
                "SJIS" => has_trail(matches!(byte, 0x81..=0x9f | 0xe0..=0xef)),
                "SJIS-mac" => has_trail(matches!(byte, 0x81..=0x9f | 0xe0..=0xed)),
                "EUC-JP" | "EUC-JP-2004" | "eucJP-win" | "CP51932" => match byte {
                    0x8f => 3,
                    _ => has_trail(matches!(byte, 0x8e | 0xa1..=0xfe)),
                },
                "EUC-CN" | "EUC-TW" | "EUC-KR" => has_trail(matches!(byte, 0xa1..=0xfe)),
                "UHC" | "CP936" | "BIG-5" | "CP950" => has_trail(matches!(byte, 0x81..=0xfe)),
                _ => has_trail(matches!(byte, 0x81..=0x9f | 0xe0..=0xfc)),
            },
            _ => return None,
        })
    }
}

/// The encoding with a name, whatever the case of its letters.
pub fn named(name: &[u8]) -> Option<&'static Encoding> {
    let is_name = |held: &str| held.as_bytes().eq_ignore_ascii_case(name);
    let by = |test: &dyn Fn(&Encoding) -> bool| ENCODINGS.iter().find(|encoding| test(encoding));
    by(&|encoding| is_name(encoding.name))
        .or_else(|| by(&|encoding| is_name(encoding.mime)))
        .or_else(|| by(&|encoding| encoding.aliases.iter().any(|alias| is_name(alias))))
        .filter(|_| !name.is_empty())
}

/// Not an encoding: bytes as they are.
pub static PASS: Encoding = Encoding { name: "pass", mime: "", aliases: &[], kind: Kind::EightBit };

macro_rules! encodings {
    ($($name:literal, $mime:literal, [$($alias:literal),*], $kind:expr;)+) => {
        /// All, in PHP's order.
        pub static ENCODINGS: &[Encoding] = &[$(Encoding {
            name: $name,
            mime: $mime,
            aliases: &[$($alias),*],
            kind: { #[allow(clippy::enum_glob_use)] use Kind::*; $kind },
        }),+];
    };
}

encodings! {
    "BASE64", "BASE64", [], Base64;
    "UUENCODE", "x-uuencode", [], Uuencode;
    "HTML-ENTITIES", "HTML-ENTITIES", ["HTML", "html"], Html;
    "Quoted-Printable", "Quoted-Printable", ["qprint"], QuotedPrintable;
    "7bit", "7bit", [], SevenBit;
    "8bit", "8bit", ["binary"], EightBit;
    "UCS-4", "UCS-4", ["ISO-10646-UCS-4", "UCS4"], Ucs4(None);
    "UCS-4BE", "UCS-4BE", ["byte4be"], Ucs4(Some(Order::Big));
    "UCS-4LE", "UCS-4LE", ["byte4le"], Ucs4(Some(Order::Little));
    "UCS-2", "UCS-2", ["ISO-10646-UCS-2", "UCS2", "UNICODE"], Ucs2(None);
    "UCS-2BE", "UCS-2BE", ["byte2be"], Ucs2(Some(Order::Big));
    "UCS-2LE", "UCS-2LE", ["byte2le"], Ucs2(Some(Order::Little));
    "UTF-32", "UTF-32", ["utf32"], Utf32(None);
    "UTF-32BE", "UTF-32BE", [], Utf32(Some(Order::Big));
    "UTF-32LE", "UTF-32LE", [], Utf32(Some(Order::Little));
    "UTF-16", "UTF-16", ["utf16"], Utf16(None);
    "UTF-16BE", "UTF-16BE", [], Utf16(Some(Order::Big));
    "UTF-16LE", "UTF-16LE", [], Utf16(Some(Order::Little));
    "UTF-8", "UTF-8", ["utf8"], Utf8;
    "UTF-7", "UTF-7", ["utf7"], Utf7(Form::Plain);
    "UTF7-IMAP", "", ["mUTF-7"], Utf7(Form::Imap);
    "ASCII", "US-ASCII", ["ANSI_X3.4-1968", "iso-ir-6", "ANSI_X3.4-1986", "ISO_646.irv:1991", "US-ASCII", "ISO646-US", "us", "IBM367", "IBM-367", "cp367", "csASCII"], Ascii;
    "EUC-JP", "EUC-JP", ["EUC", "EUC_JP", "eucJP", "x-euc-jp"], Double(&double::EUC_JP);
    "SJIS", "Shift_JIS", ["x-sjis", "SHIFT-JIS"], Double(&double::SJIS);
    "eucJP-win", "EUC-JP", ["eucJP-open", "eucJP-ms"], Double(&double::EUCJP_WIN);
    "EUC-JP-2004", "EUC-JP", ["EUC_JP-2004"], Double(&double::EUC_JP_2004);
    "SJIS-Mobile#DOCOMO", "Shift_JIS", ["SJIS-DOCOMO", "shift_jis-imode", "x-sjis-emoji-docomo"], Double(&double::SJIS_DOCOMO);
    "SJIS-Mobile#KDDI", "Shift_JIS", ["SJIS-KDDI", "shift_jis-kddi", "x-sjis-emoji-kddi"], Double(&double::SJIS_KDDI);
    "SJIS-Mobile#SOFTBANK", "Shift_JIS", ["SJIS-SOFTBANK", "shift_jis-softbank", "x-sjis-emoji-softbank"], Double(&double::SJIS_SOFTBANK);
    "SJIS-mac", "Shift_JIS", ["MacJapanese", "x-Mac-Japanese"], Double(&double::SJIS_MAC);
    "SJIS-2004", "Shift_JIS", ["SJIS2004", "Shift_JIS-2004"], Double(&double::SJIS_2004);
    "UTF-8-Mobile#DOCOMO", "UTF-8", ["UTF-8-DOCOMO", "UTF8-DOCOMO"], Mobile(&unicode::UTF_8_DOCOMO);
    "UTF-8-Mobile#KDDI-A", "UTF-8", [], Mobile(&unicode::UTF_8_KDDI_A);
    "UTF-8-Mobile#KDDI-B", "UTF-8", ["UTF-8-Mobile#KDDI", "UTF-8-KDDI", "UTF8-KDDI"], Mobile(&unicode::UTF_8_KDDI_B);
    "UTF-8-Mobile#SOFTBANK", "UTF-8", ["UTF-8-SOFTBANK", "UTF8-SOFTBANK"], Mobile(&unicode::UTF_8_SOFTBANK);
    "CP932", "Shift_JIS", ["MS932", "Windows-31J", "MS_Kanji"], Double(&double::CP932);
    "SJIS-win", "Shift_JIS", ["SJIS-ms", "SJIS-open"], Double(&double::SJIS_WIN);
    "CP51932", "CP51932", ["cp51932"], Double(&double::CP51932);
    "JIS", "ISO-2022-JP", [], Shift(&shift::JIS);
    "ISO-2022-JP", "ISO-2022-JP", [], Shift(&shift::ISO_2022_JP);
    "ISO-2022-JP-MS", "ISO-2022-JP", ["ISO2022JPMS"], Shift(&shift::ISO_2022_JP_MS);
    "GB18030", "GB18030", ["gb-18030", "gb-18030-2000"], Double(&double::GB18030);
    "GB18030-2022", "GB18030-2022", [], Double(&double::GB18030_2022);
    "Windows-1252", "Windows-1252", ["cp1252"], Single(&single::WINDOWS_1252);
    "Windows-1254", "Windows-1254", ["CP1254", "CP-1254", "WINDOWS-1254"], Single(&single::WINDOWS_1254);
    "ISO-8859-1", "ISO-8859-1", ["ISO8859-1", "latin1"], Single(&single::ISO_8859_1);
    "ISO-8859-2", "ISO-8859-2", ["ISO8859-2", "latin2"], Single(&single::ISO_8859_2);
    "ISO-8859-3", "ISO-8859-3", ["ISO8859-3", "latin3"], Single(&single::ISO_8859_3);
    "ISO-8859-4", "ISO-8859-4", ["ISO8859-4", "latin4"], Single(&single::ISO_8859_4);
    "ISO-8859-5", "ISO-8859-5", ["ISO8859-5", "cyrillic"], Single(&single::ISO_8859_5);
    "ISO-8859-6", "ISO-8859-6", ["ISO8859-6", "arabic"], Single(&single::ISO_8859_6);
    "ISO-8859-7", "ISO-8859-7", ["ISO8859-7", "greek"], Single(&single::ISO_8859_7);
    "ISO-8859-8", "ISO-8859-8", ["ISO8859-8", "hebrew"], Single(&single::ISO_8859_8);
    "ISO-8859-9", "ISO-8859-9", ["ISO8859-9", "latin5"], Single(&single::ISO_8859_9);
    "ISO-8859-10", "ISO-8859-10", ["ISO8859-10", "latin6"], Single(&single::ISO_8859_10);
    "ISO-8859-13", "ISO-8859-13", ["ISO8859-13"], Single(&single::ISO_8859_13);
    "ISO-8859-14", "ISO-8859-14", ["ISO8859-14", "latin8"], Single(&single::ISO_8859_14);
    "ISO-8859-15", "ISO-8859-15", ["ISO8859-15"], Single(&single::ISO_8859_15);
    "ISO-8859-16", "ISO-8859-16", ["ISO8859-16"], Single(&single::ISO_8859_16);
    "EUC-CN", "CN-GB", ["CN-GB", "EUC_CN", "eucCN", "x-euc-cn", "gb2312"], Double(&double::EUC_CN);
    "CP936", "CP936", ["CP-936", "GBK"], Double(&double::CP936);
    "HZ", "HZ-GB-2312", [], Shift(&shift::HZ);
    "EUC-TW", "EUC-TW", ["EUC_TW", "eucTW", "x-euc-tw"], Double(&double::EUC_TW);
    "BIG-5", "BIG5", ["CN-BIG5", "BIG-FIVE", "BIGFIVE"], Double(&double::BIG5);
    "CP950", "BIG5", [], Double(&double::CP950);
    "EUC-KR", "EUC-KR", ["EUC_KR", "eucKR", "x-euc-kr"], Double(&double::EUC_KR);
    "UHC", "UHC", ["CP949"], Double(&double::UHC);
    "ISO-2022-KR", "ISO-2022-KR", [], Shift(&shift::ISO_2022_KR);
    "Windows-1251", "Windows-1251", ["CP1251", "CP-1251", "WINDOWS-1251"], Single(&single::WINDOWS_1251);
    "CP866", "CP866", ["CP-866", "IBM866", "IBM-866"], Single(&single::CP866);
    "KOI8-R", "KOI8-R", ["KOI8R"], Single(&single::KOI8_R);
    "KOI8-U", "KOI8-U", ["KOI8U"], Single(&single::KOI8_U);
    "ArmSCII-8", "ArmSCII-8", ["ArmSCII8", "ARMSCII-8", "ARMSCII8"], Single(&single::ARMSCII_8);
    "CP850", "CP850", ["CP-850", "IBM850", "IBM-850"], Single(&single::CP850);
    "ISO-2022-JP-2004", "ISO-2022-JP-2004", [], Shift(&shift::ISO_2022_JP_2004);
    "ISO-2022-JP-MOBILE#KDDI", "ISO-2022-JP", ["ISO-2022-JP-KDDI"], Shift(&shift::ISO_2022_JP_KDDI);
    "CP50220", "ISO-2022-JP", ["cp50220raw", "cp50220-raw", "JIS-ms"], Shift(&shift::CP50220);
    "CP50221", "ISO-2022-JP", [], Shift(&shift::CP50221);
    "CP50222", "ISO-2022-JP", [], Shift(&shift::CP50222);
}
