//! Headers of mails: words encoded as `=?charset?B?…?=` or `=?charset?Q?…?=`.

use crate::codec::transfer::{base64_decode, base64_line};
use crate::codec::{BAD, Encoding, Writer, decode, named};

/// The characters of a header. Blanks between encoded words are dropped; a word that is wrong
/// stands for itself.
pub fn decode_header(header: &[u8]) -> Vec<u32> {
    let mut text = Vec::new();
    let mut rest = header;
    let mut has_gap = false;
    let is_blank = |byte: &&u8| matches!(byte, b'\n' | b'\r' | b'\t' | b' ');
    while let Some(&first) = rest.first() {
        if let Some((characters, length)) = encoded_word(rest) {
            text.extend(characters);
            rest = &rest[length..];
            let blanks = rest.iter().take_while(is_blank).count();
            rest = &rest[blanks..];
            has_gap = blanks > 0;
            continue;
        }
        if has_gap {
            text.push(u32::from(b' '));
            has_gap = false;
        }
        if !matches!(first, b'\n' | b'\r') {
            let is_plain = |byte: &&u8| !matches!(byte, b'=' | b'\n' | b'\r');
            let length = 1 + rest[1..].iter().take_while(is_plain).count();
            text.extend(rest[..length].iter().map(|&byte| plain(byte)));
            rest = &rest[length..];
        }
        if matches!(rest.first(), Some(b'\n' | b'\r')) {
            let blanks = rest.iter().take_while(is_blank).count();
            rest = &rest[blanks..];
            text.extend((!rest.is_empty()).then_some(u32::from(b' ')));
        }
    }
    text
}

fn plain(byte: u8) -> u32 {
    if byte < 0x80 { u32::from(byte) } else { BAD }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part == wanted)
}

/// The characters of the word at the start, and its length.
fn encoded_word(text: &[u8]) -> Option<(Vec<u32>, usize)> {
    let rest = text.strip_prefix(b"=?").filter(|_| text.len() >= 6)?;
    let end = rest.iter().position(|&byte| byte == b'?')?;
    let (charset, rest) = (&rest[..end], &rest[end + 1..]);
    let &[kind, b'?', ref rest @ ..] = rest else { return None };
    let encoding = named(charset)?;
    // PHP: a word that does not end goes on to the end of the header.
    let end = find(rest, b"?=");
    let body = match end {
        Some(end) => &rest[..end],
        None => rest.strip_suffix(b"?").unwrap_or(rest),
    };
    let bytes = match kind {
        b'B' | b'b' => base64_decode(body).into_iter().map(byte_of).collect(),
        b'Q' | b'q' => quoted(body),
        _ => return None,
    };
    let length = text.len() - rest.len() + body.len() + 2;
    Some((decode(encoding, &bytes), length.min(text.len())))
}

/// PHP: what is no Base64 is a question mark.
fn byte_of(code: u32) -> u8 {
    u8::try_from(code).unwrap_or(b'?')
}

fn quoted(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'_', _) => bytes.push(b' '),
            (b'=', &[second, third, ref after @ ..]) => {
                rest = after;
                match (digit(second), digit(third)) {
                    (Some(high), Some(low)) => bytes.push((high << 4 | low) as u8),
                    _ if second == b'\r' && third == b'\n' => {}
                    _ if matches!(second, b'\r' | b'\n') => {
                        rest = &body[body.len() - after.len() - 1..];
                    }
                    _ => bytes.push(b'='),
                }
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// How a header is encoded.
pub struct Form<'a> {
    /// The encoding of its words.
    pub charset: &'static Encoding,
    /// Whether they are sent as Base64, else as quoted-printable.
    pub is_base64: bool,
    /// What stands between lines.
    pub line_feed: &'a [u8],
    /// How many columns the first line has already.
    pub indent: usize,
}

/// Characters of a batch: of a longer text PHP sees no more than these at once.
const BATCH: usize = 90;
/// A word that begins later in its batch is looked at again with the next one.
const BATCH_START: usize = 5;

/// Whether a character may be outside of encoded words.
fn is_plain(code: u32) -> bool {
    (0x20..=0x7e).contains(&code) && !matches!(code, 0x3d | 0x3f | 0x5f)
}

/// A header under way.
struct Lines<'a> {
    form: &'a Form<'a>,
    out: Vec<u8>,
    line_start: usize,
    indent: usize,
}

/// The bytes of a header.
pub fn encode_header(text: &[u32], form: &Form<'_>) -> Option<Vec<u8>> {
    let spaces = text.iter().take_while(|&&code| code == 0x20).count();
    if text[spaces..].iter().all(|&code| is_plain(code) && code != 0x20) {
        return None;
    }
    let mut lines = Lines { form, out: Vec::new(), line_start: 0, indent: form.indent };
    if let Some(at) = lines.plain_words(text) {
        lines.encoded_words(&text[at..]);
    }
    Some(lines.out)
}

impl Lines<'_> {
    fn columns(&self) -> usize {
        self.out.len() - self.line_start + self.indent
    }

    fn feed(&mut self) {
        self.out.extend_from_slice(self.form.line_feed);
        self.out.push(b' ');
        self.indent = 0;
        self.line_start = self.out.len();
    }

    /// A new line when there are already more than `most` columns, else a blank between words.
    fn separate(&mut self, columns: usize, most: usize) {
        if columns > most {
            self.feed();
        } else if !self.out.is_empty() {
            self.out.push(b' ');
        }
    }

    fn word(&mut self, word: &[u32]) {
        self.out.extend(word.iter().map(|&code| code as u8));
    }

    /// Writes words as they are; where the first is that has to be encoded, with all behind it.
    fn plain_words(&mut self, text: &[u32]) -> Option<usize> {
        let mut start = 0;
        loop {
            let end = text.len().min(start + BATCH);
            let batch = &text[..end];
            let (mut word, mut at) = (start, start);
            while at < end && batch[at] == 0x20 && at - word <= 74 {
                at += 1;
            }
            while at < end {
                let code = batch[at];
                at += 1;
                if !is_plain(code) || code == 0x20 && at - word > 74 {
                    return Some(self.begin_encoded(word));
                }
                if code == 0x20 {
                    self.separate(self.columns() + (at - word), 75);
                    self.word(&batch[word..at - 1]);
                    word = at;
                    at += batch[at..].iter().take_while(|&&code| code == 0x20).count();
                }
            }
            if end == text.len() {
                self.last_word(&batch[word..]);
                return None;
            }
            if word - start < BATCH_START {
                return Some(self.begin_encoded(word));
            }
            start = word;
        }
    }

    fn last_word(&mut self, word: &[u32]) {
        if !word.is_empty() && !self.out.is_empty() {
            self.separate(self.columns() + word.len(), 74);
        }
        self.word(word);
    }

    fn begin_encoded(&mut self, word: usize) -> usize {
        self.separate(self.columns() + self.form.charset.mime.len(), 55);
        word
    }

    fn encoded_words(&mut self, text: &[u32]) {
        let mut rest = text;
        loop {
            let mark = if self.form.is_base64 { 'B' } else { 'Q' };
            let start = format!("=?{}?{mark}?", self.form.charset.mime);
            self.out.extend_from_slice(start.as_bytes());
            let room = 73_usize.wrapping_sub(self.indent);
            let room = room.wrapping_sub(self.out.len() - self.line_start);
            let (length, bytes) = self.line(rest, room);
            self.transfer(&bytes);
            self.out.extend_from_slice(b"?=");
            self.indent = 0;
            rest = &rest[length..];
            if rest.is_empty() {
                return;
            }
            self.feed();
        }
    }

    /// How many characters a line has room for, and their bytes.
    fn line(&self, text: &[u32], room: usize) -> (usize, Vec<u8>) {
        let mut writer = Writer::new(self.form.charset.kind);
        let (mut taken, mut bytes) = (0, Vec::new());
        let mut step = 12;
        while taken < text.len() {
            step = step.min(text.len() - taken);
            let (mut tried, mut more) = (writer.clone(), bytes.clone());
            write(&mut tried, &text[taken..taken + step], &mut more);
            let mut ended = more.clone();
            tried.clone().finish(&mut ended);
            if self.size(&ended) <= room || step == 1 && bytes.is_empty() {
                taken += step;
                (writer, bytes) = (tried, more);
            } else if step == 1 {
                break;
            } else {
                step = (step / 2).max(1);
            }
        }
        writer.finish(&mut bytes);
        (taken, bytes)
    }

    fn size(&self, bytes: &[u8]) -> usize {
        match self.form.is_base64 {
            true => bytes.len().div_ceil(3) * 4,
            false => bytes.iter().map(|&byte| if is_quoted(byte) { 3 } else { 1 }).sum(),
        }
    }

    fn transfer(&mut self, bytes: &[u8]) {
        if self.form.is_base64 {
            self.out.extend(base64_line(bytes));
            return;
        }
        for &byte in bytes {
            match is_quoted(byte) {
                true => self.out.extend_from_slice(format!("={byte:02X}").as_bytes()),
                false => self.out.push(byte),
            }
        }
    }
}

fn is_quoted(byte: u8) -> bool {
    !byte.is_ascii_alphabetic() && !matches!(byte, b'!' | b'*' | b'+' | b'-' | b'/')
}

fn write(writer: &mut Writer, text: &[u32], out: &mut Vec<u8>) {
    let mut rest = text;
    while !rest.is_empty() {
        let length = writer.put_first(rest, out);
        if length == 0 {
            writer.put(u32::from(b'?'), out);
        }
        rest = &rest[length.max(1)..];
    }
}
