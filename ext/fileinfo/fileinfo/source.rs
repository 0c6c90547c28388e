//! Databases as text: what PHP's library warns of in them, and the text from which the installed one
//! makes the same entries.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// A database.
#[derive(Default)]
pub struct Source {
    /// The text for the library.
    pub text: Vec<u8>,
    /// What is said of it.
    pub faults: Vec<String>,
    /// Whether it cannot be used, of which not all is said.
    pub is_wrong: bool,
}

impl Source {
    /// The text at a path, which may be a folder of texts; none where the library finds a compiled
    /// database or nothing.
    pub fn at(path: &[u8]) -> Option<Self> {
        let compiled = [path, b".mgc"].concat();
        if Path::new(OsStr::from_bytes(&compiled)).exists() {
            return None;
        }
        let mut source = Self::default();
        for file in files(Path::new(OsStr::from_bytes(path))) {
            let text = fs::read(file).ok()?;
            if is_compiled(&text) {
                return None;
            }
            source.add(&text);
        }
        Some(source)
    }

    fn add(&mut self, text: &[u8]) {
        let mut has_entry = false;
        for line in text.split(|byte| *byte == b'\n') {
            // PHP: nobody is told of what continues nothing.
            if line.starts_with(b">") && !has_entry {
                self.is_wrong = true;
                continue;
            }
            has_entry |= !is_remark(line);
            match entry(line) {
                Ok(line) => self.text.extend(line),
                Err(fault) => self.faults.push(fault),
            }
            self.text.push(b'\n');
        }
        self.is_wrong |= !self.faults.is_empty();
    }
}

/// The files of a folder in order, or the one file.
fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// What a compiled database begins with.
const COMPILED: u32 = 0xf11e_041c;

fn is_compiled(text: &[u8]) -> bool {
    let first = text.first_chunk().copied();
    first.is_some_and(|first| {
        u32::from_le_bytes(first) == COMPILED || u32::from_be_bytes(first) == COMPILED
    })
}

fn shown(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}

fn without<'t>(text: &'t [u8], first: &[u8]) -> &'t [u8] {
    text.strip_prefix(first).unwrap_or(text)
}

/// Whether a text begins with a number, as C reads one.
fn is_number(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let digits = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    digits.first().is_some_and(u8::is_ascii_digit)
}

/// Types that have nothing to compare.
const WITHOUT_VALUES: [&str; 3] = ["indirect", "default", "clear"];

/// Whether a line is no entry: a comment, or what is said of the entry before.
fn is_remark(line: &[u8]) -> bool {
    matches!(line, [] | [b'#', ..] | [b'!', b':', ..])
}

/// A line for the library.
fn entry(line: &[u8]) -> Result<Vec<u8>, String> {
    if is_remark(line) {
        return Ok(line.to_vec());
    }
    let levels = line.iter().take_while(|byte| **byte == b'>').count();
    let offset = without(&line[levels..], b"&");
    let offset = offset.strip_prefix(b"(").map_or(offset, |inner| without(inner, b"&"));
    let offset = without(offset, b"-");
    if !is_number(offset) {
        return Err(format!("offset `{}' invalid", shown(offset)));
    }
    let [_, kind, rest] = fields(line);
    let ends = kind.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(kind.len());
    let name = shown(&kind[..ends]);
    let value = rest.trim_ascii_start();
    if name == "regex" {
        let before = line.len() - value.len();
        return Ok([&line[..before], &pattern(value)].concat());
    }
    if WITHOUT_VALUES.contains(&name.as_str()) && value.first().is_some_and(|first| *first != b'x')
    {
        return Err(match is_number(value) {
            true => format!("Expected numeric type got `{name}'"),
            false => format!("Unparsable number `{}'", shown(value)),
        });
    }
    Ok(line.to_vec())
}

/// The offset, the type, and the rest.
fn fields(line: &[u8]) -> [&[u8]; 3] {
    let split = |text: &'_ [u8]| {
        let start = text.len() - text.trim_ascii_start().len();
        let blank = text[start..].iter().position(u8::is_ascii_whitespace);
        (start, blank.map_or(text.len(), |blank| start + blank))
    };
    let (start, end) = split(line);
    let rest = &line[end..];
    let (kind, behind) = split(rest);
    [&line[start..end], &rest[kind..behind], &rest[behind..]]
}

/// A byte of a value, and how it is written.
struct Byte<'t> {
    byte: u8,
    written: &'t [u8],
}

/// The byte that a value begins with.
fn first(value: &[u8]) -> Option<Byte<'_>> {
    let [byte, rest @ ..] = value else { return None };
    let escaped = |byte, length| Byte { byte, written: &value[..=length] };
    let (b'\\', Some(letter)) = (*byte, rest.first()) else { return Some(escaped(*byte, 0)) };
    let digits = |digits: &[u8], most: usize, radix: u32| {
        let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
        let count = digits.iter().take(most).take_while(is_digit).count();
        let text = std::str::from_utf8(&digits[..count]).unwrap_or_default();
        (count, u32::from_str_radix(text, radix).unwrap_or(0) as u8)
    };
    Some(match letter {
        b'0'..=b'7' => {
            let (count, byte) = digits(rest, 3, 8);
            escaped(byte, count)
        }
        b'x' => match digits(&rest[1..], 2, 16) {
            (0, _) => escaped(b'x', 1),
            (count, byte) => escaped(byte, 1 + count),
        },
        b'a' => escaped(7, 1),
        b'b' => escaped(8, 1),
        b'f' => escaped(12, 1),
        b'n' => escaped(b'\n', 1),
        b'r' => escaped(b'\r', 1),
        b't' => escaped(b'\t', 1),
        b'v' => escaped(11, 1),
        other => escaped(*other, 1),
    })
}

/// Whether the library takes a byte in a pattern.
fn is_taken(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | 8..=13 | 0x8a)
}

/// Where a pattern is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    Pattern,
    Escape,
    /// In brackets, in which so many bytes stand.
    Brackets(usize),
}

impl In {
    fn behind(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Pattern, b'\\') => Self::Escape,
            (Self::Pattern, b'[') => Self::Brackets(0),
            (Self::Brackets(1..), b']') | (Self::Escape, _) => Self::Pattern,
            (Self::Brackets(0), b'^') => self,
            (Self::Brackets(count), _) => Self::Brackets(count + 1),
            (Self::Pattern, _) => self,
        }
    }
}

/// A pattern in which classes stand for bytes that the library does not take: of control characters,
/// or of those beyond ASCII. What stands behind it stays.
fn pattern(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut place = In::Pattern;
    let mut rest = value;
    while let Some(Byte { byte, written }) = first(rest) {
        if written.len() == 1 && byte.is_ascii_whitespace() {
            break;
        }
        rest = &rest[written.len()..];
        let class: &[u8] = match (is_taken(byte), place) {
            (true, _) => written,
            (false, In::Brackets(_)) if byte.is_ascii() => b"[:cntrl:]",
            (false, In::Brackets(_)) => written,
            (false, _) if byte.is_ascii() => b"[[:cntrl:]]",
            (false, _) => b"[^[:print:][:cntrl:]]",
        };
        if place == In::Escape && class != written {
            // A class is not escaped: the backslash before it is written twice.
            out.truncate(out.len() - 2);
        }
        out.extend_from_slice(class);
        place = place.behind(byte);
    }
    out.extend_from_slice(rest);
    out
}
