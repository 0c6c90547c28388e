//! Encodings as the C library names them, and text in them.

use ext_file::layer::library;
use ext_mbstring::codec::{self, BAD, Encoding, Kind, Writer};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::Value;

use super::single;
use super::translit::{EVERYWHERE, IN_C, IN_UTF8};

/// An encoding, and what to do about characters that it lacks.
pub struct Charset {
    encoding: &'static Encoding,
    /// Whether a mark of the byte order stands at the start.
    has_mark: bool,
    /// What stands for characters that it lacks, if something does.
    stand_ins: Option<StandIns>,
    /// It is left out.
    ignores: bool,
}

/// Why a text cannot be converted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// Bytes that are no character, or a character that the target lacks.
    Illegal,
    /// The text ends within a character.
    Incomplete,
}

/// What stands for characters, as the locale has it.
#[derive(Clone, Copy)]
struct StandIns([&'static [(u32, &'static str)]; 2]);

impl StandIns {
    /// Those of the locale that the script has chosen for characters.
    fn of_locale(call: &mut Call<'_>) -> Res<Self> {
        /// The kind of locale that says what characters are.
        const LC_CTYPE: i64 = 0;
        let ask = Value::from(intern(b"0"));
        let name = library(call, "setlocale", &[Value::int(LC_CTYPE), ask])?;
        let is_plain = name.as_str().is_some_and(|name| name.as_bytes() == b"C");
        Ok(Self([EVERYWHERE, if is_plain { IN_C } else { IN_UTF8 }]))
    }

    /// What stands for a character, the best first; at last a mark of question.
    fn of(self, code: u32) -> impl Iterator<Item = &'static str> {
        let rows = self.0.into_iter().flat_map(move |table| {
            let from = table.partition_point(|(known, _)| *known < code);
            table[from..].iter().take_while(move |(known, _)| *known == code)
        });
        rows.map(|(_, text)| *text).chain(["?"])
    }
}

/// Names of the C library, and what `codec` calls them.
const NAMES: &[(&str, &str)] = &[
    ("utf-16", "UTF-16LE"),
    ("utf16", "UTF-16LE"),
    ("utf-32", "UTF-32LE"),
    ("utf32", "UTF-32LE"),
    ("ucs-2", "UCS-2LE"),
    ("ucs-4", "UCS-4BE"),
    ("us-ascii", "ASCII"),
    ("ansi_x3.4-1968", "ASCII"),
    ("646", "ASCII"),
    ("latin-9", "ISO-8859-15"),
    ("windows-31j", "CP932"),
    ("gbk", "CP936"),
    ("big5", "BIG-5"),
    ("iso_8859-1", "ISO-8859-1"),
    ("iso88591", "ISO-8859-1"),
    ("l1", "ISO-8859-1"),
];

impl Charset {
    /// The encoding with a name, behind which there may be `//TRANSLIT` and `//IGNORE`.
    pub fn named(name: &[u8]) -> Option<Self> {
        let (name, options) = split(name);
        let found = NAMES.iter().find(|(held, _)| held.eq_ignore_ascii_case(&name));
        let meant = found.map_or(name.as_str(), |(_, meant)| meant);
        let encoding = single::named(meant).or_else(|| codec::named(meant.as_bytes()))?;
        let is_text = !matches!(
            encoding.kind,
            Kind::Html
                | Kind::Base64
                | Kind::QuotedPrintable
                | Kind::Uuencode
                | Kind::SevenBit
                | Kind::EightBit
        );
        let has_mark = found.is_some_and(|(name, _)| name.starts_with("utf"));
        let ignores = options.iter().any(|option| option == "IGNORE");
        is_text.then_some(Self { encoding, has_mark, stand_ins: None, ignores })
    }

    /// The same, to be written: what stands for characters is that of the script's locale.
    pub fn target(call: &mut Call<'_>, name: &[u8]) -> Res<Option<Self>> {
        let Some(mut charset) = Self::named(name) else { return Ok(None) };
        if split(name).1.iter().any(|option| option == "TRANSLIT") {
            charset.stand_ins = Some(StandIns::of_locale(call)?);
        }
        Ok(Some(charset))
    }

    /// The characters of a text; those before a failure are lost with it.
    pub fn decode(&self, bytes: &[u8], skips: bool) -> Result<Vec<u32>, Failure> {
        let bytes = match bytes {
            [0xff, 0xfe, rest @ ..] if self.has_mark => rest,
            _ => bytes,
        };
        let mut text = codec::decode(self.encoding, bytes);
        if skips && text.last() == Some(&BAD) && is_incomplete(self.encoding, bytes) {
            return Err(Failure::Incomplete);
        }
        if skips {
            text.retain(|&code| code != BAD);
        }
        match text.iter().position(|&code| code == BAD) {
            None => Ok(text),
            Some(at) if at + 1 == text.len() && is_incomplete(self.encoding, bytes) => {
                Err(Failure::Incomplete)
            }
            Some(_) => Err(Failure::Illegal),
        }
    }

    /// Whether what a byte means hangs on those before it.
    pub fn has_shifts(&self) -> bool {
        let name = self.encoding.name.to_ascii_lowercase();
        name.starts_with("iso-2022") || name.starts_with("utf-7") || name.starts_with("hz")
    }

    /// Whether what cannot be read or written is left out.
    pub fn ignores(&self) -> bool {
        self.ignores
    }

    /// The bytes of a text.
    pub fn encode(&self, text: &[u32]) -> Result<Vec<u8>, Failure> {
        self.written(text, true)
    }

    /// The same, not ended: more may follow.
    pub fn encode_open(&self, text: &[u32]) -> Result<Vec<u8>, Failure> {
        self.written(text, false)
    }

    fn written(&self, text: &[u32], is_ended: bool) -> Result<Vec<u8>, Failure> {
        let mut out = Vec::with_capacity(text.len());
        let mut writer = Writer::new(self.encoding.kind);
        if self.has_mark {
            writer.put(0xfeff, &mut out);
        }
        for &code in text {
            if writer.put(code, &mut out)
                || self.stand_ins.is_some_and(|all| stand_in(all, code, (&mut writer, &mut out)))
            {
                continue;
            }
            if !self.ignores {
                return Err(Failure::Illegal);
            }
        }
        if is_ended {
            writer.finish(&mut out);
        }
        Ok(out)
    }
}

/// Writes the first of what stands for a character that the encoding has.
fn stand_in(all: StandIns, code: u32, (writer, out): (&mut Writer, &mut Vec<u8>)) -> bool {
    let start = out.len();
    all.of(code).any(|text| {
        out.truncate(start);
        text.chars().all(|character| writer.put(u32::from(character), out))
    })
}

/// A name and the options behind it.
fn split(name: &[u8]) -> (String, Vec<String>) {
    let text = String::from_utf8_lossy(name);
    let mut parts = text.split("//");
    let name = parts.next().unwrap_or_default().to_owned();
    (name, parts.map(str::to_ascii_uppercase).collect())
}

/// Whether more bytes could make a character of those at the end.
fn is_incomplete(encoding: &Encoding, bytes: &[u8]) -> bool {
    match encoding.kind {
        Kind::Utf8 => bytes
            .utf8_chunks()
            .last()
            .and_then(|chunk| chunk.invalid().first().copied())
            .is_some_and(|lead| (0xc2..0xf5).contains(&lead)),
        Kind::Utf16(_) | Kind::Ucs2(_) => !bytes.len().is_multiple_of(2),
        Kind::Utf32(_) | Kind::Ucs4(_) => !bytes.len().is_multiple_of(4),
        Kind::Double(_) => bytes.last().is_some_and(|&byte| byte >= 0x80),
        _ => false,
    }
}
