//! Encodings of HTML: what a text is in, and texts both ways.

use encoding_rs::{
    EncoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED,
};

/// How much of a text is searched for the name of its encoding, in bytes.
const SEARCHED_BYTES: usize = 1024;

/// What a text is in, and how long the mark at its begin is, in bytes.
pub fn detected(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(bytes) {
        return found;
    }
    let head = &bytes[..bytes.len().min(SEARCHED_BYTES)];
    (Scan { text: head, at: 0 }.encoding().unwrap_or(UTF_8), 0)
}

/// A text in an encoding, with marks for what is malformed.
pub fn decoded(bytes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// A text as bytes of an encoding, with question marks for what it does not have.
pub fn encoded(text: Vec<u8>, name: &[u8]) -> Vec<u8> {
    let Some(encoding) = Encoding::for_label(name).filter(|encoding| *encoding != UTF_8) else {
        return text;
    };
    let text = String::from_utf8_lossy(&text);
    if encoding == UTF_16LE {
        return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    if encoding == UTF_16BE {
        return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    }
    let mut encoder = encoding.new_encoder();
    let mut out = Vec::with_capacity(text.len() + 16);
    let mut rest: &str = &text;
    loop {
        let (result, read) =
            encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut out, true);
        rest = &rest[read..];
        match result {
            EncoderResult::InputEmpty => return out,
            EncoderResult::OutputFull => out.reserve(rest.len() + 16),
            EncoderResult::Unmappable(_) => {
                out.reserve(16);
                out.push(b'?');
            }
        }
    }
}

/// The search for an element that names the encoding, as the standard of HTML has it.
struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

impl Scan<'_> {
    fn encoding(mut self) -> Option<&'static Encoding> {
        while self.at < self.text.len() {
            let rest = &self.text[self.at..];
            let opens = |from: usize| rest.get(from).is_some_and(u8::is_ascii_alphabetic);
            if rest.starts_with(b"<!--") {
                // Both hyphens of the begin may be those of the end.
                let end = rest[2..].windows(3).position(|part| part == b"-->")?;
                self.at += end + 5;
            } else if is_meta(rest) {
                self.at += 5;
                if let Some(found) = self.meta() {
                    return Some(found);
                }
            } else if rest[0] == b'<' && (opens(1) || (rest.get(1) == Some(&b'/') && opens(2))) {
                let ends = |byte: &u8| is_blank(*byte) || *byte == b'>';
                self.at += rest.iter().position(ends)?;
                while self.attribute().is_some() {}
                self.at += 1;
            } else if rest[0] == b'<' && matches!(rest.get(1), Some(b'!' | b'/' | b'?')) {
                self.at += rest.iter().position(|byte| *byte == b'>')? + 1;
            } else {
                self.at += 1;
            }
        }
        None
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, which: fn(u8) -> bool) {
        while self.peek().is_some_and(which) {
            self.at += 1;
        }
    }

    /// An attribute in lower case; none at the end of the tag.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.skip(|byte| is_blank(byte) || byte == b'/');
        let mut name = Vec::new();
        loop {
            match self.peek()? {
                b'>' if name.is_empty() => return None,
                b'=' if !name.is_empty() => break,
                b'>' | b'/' => return Some((name, Vec::new())),
                byte if is_blank(byte) => {
                    self.skip(is_blank);
                    if self.peek()? == b'=' {
                        break;
                    }
                    return Some((name, Vec::new()));
                }
                byte => name.push(byte.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at += 1;
        self.skip(is_blank);
        let quote = self.peek()?;
        let mut value = Vec::new();
        if matches!(quote, b'"' | b'\'') {
            self.at += 1;
            while self.peek()? != quote {
                value.push(self.peek()?.to_ascii_lowercase());
                self.at += 1;
            }
            self.at += 1;
            return Some((name, value));
        }
        while let byte = self.peek()?
            && !is_blank(byte)
            && byte != b'>'
        {
            value.push(byte.to_ascii_lowercase());
            self.at += 1;
        }
        Some((name, value))
    }

    fn meta(&mut self) -> Option<&'static Encoding> {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        let (mut is_pragma, mut needs_pragma, mut found) = (false, None, None);
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_slice() {
                b"http-equiv" => is_pragma = value == b"content-type",
                b"content" if found.is_none() => {
                    if let Some(named) = of_content(&value) {
                        (found, needs_pragma) = (Some(named), Some(true));
                    }
                }
                b"charset" => {
                    found = Encoding::for_label(&value);
                    needs_pragma = Some(false);
                }
                _ => {}
            }
            seen.push(name);
        }
        if needs_pragma? && !is_pragma {
            return None;
        }
        match found? {
            found if found == UTF_16BE || found == UTF_16LE => Some(UTF_8),
            found if found == X_USER_DEFINED => Some(WINDOWS_1252),
            found => Some(found),
        }
    }
}

fn is_meta(text: &[u8]) -> bool {
    let is_named = text.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"<meta"));
    is_named && text.get(5).is_some_and(|byte| is_blank(*byte) || *byte == b'/')
}

/// The encoding that the type of a content names.
pub fn of_content(content: &[u8]) -> Option<&'static Encoding> {
    let mut rest = content;
    loop {
        let at = rest.windows(7).position(|word| word.eq_ignore_ascii_case(b"charset"))?;
        rest = rest[at + 7..].trim_ascii_start();
        if let Some(behind) = rest.strip_prefix(b"=") {
            rest = behind.trim_ascii_start();
            break;
        }
    }
    let label = match rest.first()? {
        quote @ (b'"' | b'\'') => rest[1..].split(|byte| byte == quote).next()?,
        _ => rest.split(|byte| is_blank(*byte) || *byte == b';').next()?,
    };
    Encoding::for_label(label)
}
