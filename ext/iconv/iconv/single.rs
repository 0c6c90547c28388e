//! Encodings with one byte a character that the C library has beside those of `ext/mbstring`, or otherwise.

use std::sync::OnceLock;

use ext_mbstring::codec::{Encoding, Kind};

/// Their names, in the order of the table.
const NAMES: &[&str] = &[
    "WINDOWS-1250",
    "WINDOWS-1252",
    "WINDOWS-1253",
    "WINDOWS-1255",
    "WINDOWS-1256",
    "WINDOWS-1257",
    "WINDOWS-1258",
    "CP437",
    "CP737",
    "CP775",
    "CP852",
    "CP855",
    "CP857",
    "CP858",
    "CP860",
    "CP861",
    "CP862",
    "CP863",
    "CP864",
    "CP865",
    "CP869",
    "CP874",
    "MACINTOSH",
    "MAC-CYRILLIC",
    "CP1125",
    "TIS-620",
    "ISO-8859-11",
    "KOI8-T",
    "PT154",
    "RK1048",
    "GEORGIAN-PS",
    "GEORGIAN-ACADEMY",
    "HP-ROMAN8",
];

/// The upper halves, as `tables.php` writes them.
static TABLE: &[u8; NAMES.len() * 256] = include_bytes!("single.bin");

fn encodings() -> &'static [Encoding] {
    static ENCODINGS: OnceLock<Vec<Encoding>> = OnceLock::new();
    ENCODINGS.get_or_init(|| {
        let halves = TABLE.as_chunks::<256>().0;
        let encoding = |(name, half): (&&'static str, &[u8; 256])| {
            let mut codes = [0; 128];
            for (code, bytes) in codes.iter_mut().zip(half.as_chunks::<2>().0) {
                *code = u16::from_le_bytes(*bytes);
            }
            // Made once for the process, of which it is a table.
            let codes: &'static [u16; 128] = Box::leak(Box::new(codes));
            Encoding { name, mime: "", aliases: &[], kind: Kind::Single(codes) }
        };
        NAMES.iter().zip(halves).map(encoding).collect()
    })
}

/// The encoding with a name; `CP` may stand for `WINDOWS-`.
pub fn named(name: &str) -> Option<&'static Encoding> {
    let name = name.to_ascii_uppercase();
    let long = name.strip_prefix("CP12").map(|rest| format!("WINDOWS-12{rest}"));
    let name = long.unwrap_or(name);
    encodings().iter().find(|encoding| encoding.name == name)
}
