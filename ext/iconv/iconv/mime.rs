//! Headers of mails, as the rules for words in other encodings have them.

use super::charset::{Charset, Failure};

/// Why a header cannot be read or written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// Characters.
    Text(Failure),
    /// The name of an encoding.
    Charset(Vec<u8>),
    /// The form of a word.
    Malformed,
    /// A line has no room for a word.
    TooLong,
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self::Text(failure)
    }
}

/// How headers are read.
#[derive(Clone, Copy)]
pub struct Mode {
    /// Words stand between blanks.
    pub is_strict: bool,
    /// What is wrong stands for itself.
    pub goes_on: bool,
}

/// A header under way.
struct Reader<'a> {
    target: &'a Charset,
    mode: Mode,
    out: Vec<u8>,
    /// Whether an encoded word came last, so that blanks are dropped before another.
    was_word: bool,
    /// Whether a word may begin here.
    may_begin: bool,
}

/// The longest name of an encoding.
const CHARSET_BYTES_MAX: usize = 79;

/// A try to read a word.
enum Word<'b> {
    /// Its encoding, whether it is Base64, its text, and its length in all.
    Whole { charset: &'b [u8], is_base64: bool, text: &'b [u8], length: usize },
    /// So many bytes are no word and stand for themselves.
    Plain(usize),
    /// So many are something like a word.
    Bad(usize),
    /// The header ends within it.
    Open,
}

fn position(bytes: &[u8], from: usize, test: impl Fn(u8) -> bool) -> Option<usize> {
    bytes[from..].iter().position(|&byte| test(byte)).map(|at| from + at)
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// The word at the start, where there is `=`.
fn word(bytes: &[u8]) -> Word<'_> {
    match bytes.get(1) {
        None => return Word::Open,
        Some(b'?') => {}
        Some(&byte) => return Word::Plain(if is_line_end(byte) { 1 } else { 2 }),
    }
    let ends = |byte: u8| matches!(byte, b'?' | b'*') || is_line_end(byte);
    let Some(end) = position(bytes, 2, ends) else { return Word::Open };
    if is_line_end(bytes[end]) {
        return Word::Plain(end);
    }
    let charset = &bytes[2..end];
    if charset.len() > CHARSET_BYTES_MAX {
        return Word::Bad(end + 1);
    }
    let mark =
        if bytes[end] == b'*' { position(bytes, end, |byte| byte == b'?') } else { Some(end) };
    let Some(mark) = mark else { return Word::Open };
    let is_base64 = match bytes.get(mark + 1) {
        Some(b'B' | b'b') => true,
        Some(b'Q' | b'q') => false,
        Some(_) => return Word::Bad(mark + 2),
        None => return Word::Open,
    };
    match bytes.get(mark + 2) {
        Some(b'?') => {}
        Some(_) => return Word::Bad(mark + 3),
        None => return Word::Open,
    }
    let from = mark + 3;
    let Some(end) = position(bytes, from, |byte| byte == b'?') else { return Word::Open };
    match bytes.get(end + 1) {
        Some(b'=') => Word::Whole { charset, is_base64, text: &bytes[from..end], length: end + 2 },
        Some(_) => Word::Bad(end + 2),
        None => Word::Open,
    }
}

impl Reader<'_> {
    fn ascii(&mut self, bytes: &[u8]) -> Result<(), Wrong> {
        let text: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
        if !bytes.is_ascii() {
            return Err(Failure::Illegal.into());
        }
        self.out.extend(self.target.encode(&text)?);
        Ok(())
    }

    fn decoded(&mut self, charset: &[u8], is_base64: bool, text: &[u8]) -> Result<(), Wrong> {
        let Some(source) = Charset::named(charset) else {
            return Err(Wrong::Charset(charset.to_vec()));
        };
        let bytes = if is_base64 { base64(text) } else { quoted(text) };
        let text = source.decode(&bytes, false)?;
        self.out.extend(self.target.encode(&text)?);
        Ok(())
    }

    /// Reads what begins with `=`; how many bytes that was.
    fn equals(&mut self, bytes: &[u8]) -> Result<usize, Wrong> {
        let is_strict = self.mode.is_strict;
        let (shown, failure) = match word(bytes) {
            Word::Whole { charset, is_base64, text, length } => {
                let next = bytes.get(length);
                let is_apart = next.is_none_or(|&byte| is_line_end(byte) || b" \t".contains(&byte));
                if is_strict && !is_apart {
                    self.plain(&bytes[..=length])?;
                    return Ok(length + 1);
                }
                match self.decoded(charset, is_base64, text) {
                    Ok(()) => {
                        (self.was_word, self.may_begin) = (true, true);
                        return Ok(length);
                    }
                    Err(failure) => (length, Some(failure)),
                }
            }
            Word::Plain(length) => (length, None),
            Word::Bad(length) => (length, Some(Wrong::Malformed)),
            Word::Open if self.mode.goes_on => {
                self.ascii(if bytes.len() == 1 { b"=" } else { b"" })?;
                return Ok(bytes.len());
            }
            Word::Open => return Err(Wrong::Malformed),
        };
        match failure {
            Some(failure) if !self.mode.goes_on => return Err(failure),
            _ => {}
        }
        let shown = shown.min(bytes.len());
        match self.plain(&bytes[..shown]) {
            Err(failure) if !self.mode.goes_on => Err(failure),
            _ => Ok(shown),
        }
    }

    fn plain(&mut self, bytes: &[u8]) -> Result<(), Wrong> {
        (self.was_word, self.may_begin) = (false, !self.mode.is_strict);
        self.ascii(bytes)
    }

    /// Reads blanks before what follows them; how many bytes those were.
    fn blanks(&mut self, bytes: &[u8]) -> Result<usize, Wrong> {
        let length = bytes.iter().take_while(|&&byte| b" \t".contains(&byte)).count();
        let next = bytes.get(length).copied();
        let is_gap = self.was_word && next == Some(b'=');
        if next.is_some_and(|byte| !is_line_end(byte)) && !is_gap {
            self.ascii(&bytes[..length])?;
        }
        self.may_begin = true;
        Ok(length)
    }
}

/// The bytes of one header in another encoding, and where the next one begins.
pub fn decode(bytes: &[u8], target: &Charset, mode: Mode) -> Result<(Vec<u8>, usize), Wrong> {
    let mut reader = Reader { target, mode, out: Vec::new(), was_word: false, may_begin: true };
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\n', ..] => 1,
            _ => 0,
        };
        if end > 0 {
            at += end;
            match bytes.get(at) {
                Some(b' ' | b'\t') => {}
                _ => break,
            }
            if !reader.was_word {
                reader.ascii(b" ")?;
            }
            at += bytes[at..].iter().take_while(|&&byte| b" \t".contains(&byte)).count();
            reader.may_begin = true;
            continue;
        }
        at += match rest[0] {
            b' ' | b'\t' => reader.blanks(rest)?,
            b'=' if reader.may_begin => reader.equals(rest)?,
            byte => {
                let is_first = reader.may_begin;
                let outcome = reader.plain(&[byte]);
                if is_first && !mode.goes_on {
                    outcome?;
                }
                1
            }
        };
    }
    Ok((reader.out, at))
}

fn base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut word, mut bits) = (0_u32, 0);
    for &byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        word = word << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
        }
    }
    bytes
}

fn quoted(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'_', _) => bytes.push(b' '),
            (b'=', &[high, low, ref after @ ..]) => match (digit(high), digit(low)) {
                (Some(high), Some(low)) => {
                    bytes.push((high << 4 | low) as u8);
                    rest = after;
                }
                _ => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// How a header is written.
pub struct Form<'a> {
    /// The name of the encoding of its words.
    pub charset: &'a [u8],
    /// Whether they are sent as Base64, else as quoted-printable.
    pub is_base64: bool,
    /// The longest line.
    pub line: usize,
    /// What stands between lines.
    pub line_feed: &'a [u8],
}

fn quoted_size(byte: u8) -> usize {
    let is_plain = matches!(byte, b' '..=b'~') && !matches!(byte, b' ' | b'=' | b'?' | b'_');
    if is_plain { 1 } else { 3 }
}

fn encoded(bytes: &[u8], is_base64: bool) -> Vec<u8> {
    if is_base64 {
        return ext_mbstring::codec::transfer::base64_line(bytes);
    }
    let mut out = Vec::new();
    for &byte in bytes {
        match quoted_size(byte) {
            1 => out.push(byte),
            _ => out.extend_from_slice(format!("={byte:02X}").as_bytes()),
        }
    }
    out
}

/// How many characters fit into so many columns, and their bytes.
fn fitting(
    text: &[u32],
    target: &Charset,
    (room, is_base64): (usize, bool),
) -> Result<(usize, Vec<u8>), Wrong> {
    let size = |bytes: &[u8]| match is_base64 {
        true => bytes.len().div_ceil(3) * 4,
        false => bytes.iter().map(|&byte| quoted_size(byte)).sum(),
    };
    // The library leaves room for a group that it may not need.
    let most = if is_base64 { (room / 4 * 3).saturating_sub(4) } else { room };
    let mut best = (0, Vec::new());
    for count in 1..=text.len() {
        let open = target.encode_open(&text[..count])?;
        if open.len() > most {
            break;
        }
        let bytes = target.encode(&text[..count])?;
        if size(&bytes) <= room {
            best = (count, bytes);
        }
    }
    Ok(best)
}

/// A header with a name and a value.
pub fn encode(
    name: &[u8],
    text: &[u32],
    target: &Charset,
    form: &Form<'_>,
) -> Result<Vec<u8>, Wrong> {
    let words = form.charset.len();
    if name.len() + 2 >= form.line || words + 12 >= form.line {
        return Err(Wrong::TooLong);
    }
    let mut out = [name, b": "].concat();
    let mut left = form.line - out.len();
    let least = 7 + words + if form.is_base64 { 4 } else { 3 };
    let mut rest = text;
    loop {
        if left < least + form.line_feed.len() + 1 {
            out.extend_from_slice(form.line_feed);
            out.push(b' ');
            left = form.line - 1;
        }
        let mark: &[u8] = if form.is_base64 { b"?B?" } else { b"?Q?" };
        out.extend_from_slice(&[b"=?", form.charset, mark].concat());
        left -= 5 + words;
        let room = left.saturating_sub(2);
        let (count, bytes) = fitting(rest, target, (room, form.is_base64))?;
        if count == 0 && !rest.is_empty() {
            return Err(Wrong::TooLong);
        }
        let written = encoded(&bytes, form.is_base64);
        out.extend_from_slice(&written);
        out.extend_from_slice(b"?=");
        left = left.saturating_sub(written.len() + 2);
        rest = &rest[count..];
        if rest.is_empty() {
            return Ok(out);
        }
    }
}
