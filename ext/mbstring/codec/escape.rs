//! UTF-7 in two forms.

use super::BAD;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Which form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// That of RFC 2152.
    Plain,
    /// That of names of mail boxes.
    Imap,
}

impl Form {
    fn mark(self) -> u8 {
        match self {
            Self::Plain => b'+',
            Self::Imap => b'&',
        }
    }

    fn digit(self, byte: u8) -> Option<u32> {
        let byte = match (self, byte) {
            (Self::Imap, b'/') => return None,
            (Self::Imap, b',') => b'/',
            _ => byte,
        };
        DIGITS.iter().position(|&digit| digit == byte).map(|value| value as u32)
    }

    fn write_digit(self, value: u32, out: &mut Vec<u8>) {
        let digit = DIGITS[(value & 63) as usize];
        out.push(if self == Self::Imap && digit == b'/' { b',' } else { digit });
    }

    /// Whether a character stands for itself in what is written.
    fn is_direct(self, code: u32) -> bool {
        let Ok(byte) = u8::try_from(code) else { return false };
        match self {
            Self::Plain => {
                byte.is_ascii_alphanumeric() || matches!(byte, 0 | b'/' | b'-') || ends_run(code)
            }
            Self::Imap => (0x20..0x7f).contains(&byte),
        }
    }
}

/// Whether a character ends a run of Base64 of UTF-7 by itself.
fn ends_run(code: u32) -> bool {
    u8::try_from(code).is_ok_and(|byte| b" \t\r\n'(),.:?".contains(&byte))
}

/// Whether a character may stand for itself in what is read as UTF-7.
fn is_allowed(byte: u8) -> bool {
    Form::Plain.is_direct(u32::from(byte)) || b"!\"#$%&*;<=>@[]^_`{|}".contains(&byte)
}

/// A reader in the middle of a text.
struct Reader<'a> {
    form: Form,
    bytes: &'a [u8],
    at: usize,
    /// Half of a pair of surrogates.
    surrogate: Option<u32>,
    text: Vec<u32>,
}

/// The code points of a text.
pub fn decode(bytes: &[u8], form: Form) -> Vec<u32> {
    let text = Vec::with_capacity(bytes.len());
    let mut reader = Reader { form, bytes, at: 0, surrogate: None, text };
    reader.run();
    reader.text
}

/// Whether a text is correct, what stands outside of runs too.
pub fn is_correct(bytes: &[u8], form: Form) -> bool {
    let is_run_at = |at: usize| match bytes.get(at) {
        Some(&byte) => byte == b'-' || form.digit(byte).is_some(),
        None => form == Form::Plain,
    };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte == form.mark() {
            if !is_run_at(at) {
                return false;
            }
            at += bytes[at..].iter().take_while(|&&byte| form.digit(byte).is_some()).count();
            if bytes.get(at) == Some(&b'-') {
                at += 1;
            }
        } else if form == Form::Plain && !is_allowed(byte) {
            return false;
        }
    }
    !decode(bytes, form).contains(&BAD)
}

impl Reader<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            let next = self.bytes.get(self.at);
            if byte != self.form.mark() {
                let is_direct = match self.form {
                    Form::Plain => byte < 0x80,
                    Form::Imap => (0x20..0x7f).contains(&byte),
                };
                self.text.push(if is_direct { u32::from(byte) } else { BAD });
            } else if next == Some(&b'-') {
                self.text.push(u32::from(byte));
                self.at += 1;
            } else if next.is_some() || self.form == Form::Imap {
                self.base64();
            }
        }
    }

    fn unit(&mut self, unit: u32) {
        match (self.surrogate.take(), unit) {
            (Some(high), 0xdc00..0xe000) => {
                self.text.push(((high & 0x3ff) << 10) + (unit & 0x3ff) + 0x1_0000);
            }
            (Some(_), _) => {
                self.text.push(BAD);
                self.unit(unit);
            }
            (None, 0xd800..0xdc00) => self.surrogate = Some(unit),
            (None, 0xdc00..0xe000) => self.text.push(BAD),
            (None, 0x20..0x7f) if self.form == Form::Imap && unit != u32::from(b'&') => {
                self.text.push(BAD);
            }
            (None, _) => self.text.push(unit),
        }
    }

    /// A run, whose mark is read.
    fn base64(&mut self) {
        let (mut word, mut bits) = (0_u32, 0_u32);
        loop {
            let left = word & ((1 << bits) - 1);
            let Some(&byte) = self.bytes.get(self.at) else {
                return self.end_of_text(left, bits);
            };
            self.at += 1;
            let Some(digit) = self.form.digit(byte) else {
                let is_abrupt = match bits {
                    0 => false,
                    2 | 4 => left != 0,
                    _ => true,
                };
                return self.end_of_run(byte, is_abrupt);
            };
            word = word << 6 | digit;
            bits += 6;
            if bits >= 16 {
                bits -= 16;
                self.unit(word >> bits & 0xffff);
            } else if self.at == self.bytes.len() {
                self.text.push(BAD);
                self.surrogate = None;
                return;
            }
        }
    }

    fn end_of_text(&mut self, left: u32, bits: u32) {
        let is_open = self.surrogate.take().is_some();
        if left != 0 || is_open && (bits > 0 || self.form == Form::Plain) {
            self.text.push(BAD);
        }
        if self.form == Form::Imap {
            self.text.push(BAD);
        }
    }

    /// The run ended with a byte that is no digit.
    fn end_of_run(&mut self, byte: u8, is_abrupt: bool) {
        let is_wrong = self.surrogate.take().is_some() || is_abrupt;
        if is_wrong {
            self.text.push(BAD);
        }
        match (self.form, byte) {
            (_, b'-') => {}
            (Form::Imap, _) if is_wrong => {}
            (Form::Plain, 0..0x80) => self.at -= 1,
            _ => self.text.push(BAD),
        }
    }
}

/// What a writer is in the middle of.
#[derive(Clone, Default)]
pub struct State {
    is_run: bool,
    word: u32,
    bits: u32,
}

impl State {
    /// Writes a character; `false` when it is none.
    pub fn put(&mut self, form: Form, code: u32, out: &mut Vec<u8>) -> bool {
        if code >= 0x11_0000 {
            return false;
        }
        if !form.is_direct(code) {
            if !self.is_run {
                self.is_run = true;
                out.push(form.mark());
            }
            self.base64(form, code, out);
            return true;
        }
        if self.is_run {
            let needs_end = form == Form::Imap || !ends_run(code);
            self.end(form, needs_end, out);
        }
        out.push(code as u8);
        if form == Form::Imap && code == u32::from(b'&') {
            out.push(b'-');
        }
        true
    }

    fn base64(&mut self, form: Form, code: u32, out: &mut Vec<u8>) {
        let pair = [(code.wrapping_sub(0x1_0000) >> 10 & 0x3ff) + 0xd800, (code & 0x3ff) + 0xdc00];
        let single = [code];
        for &unit in if code < 0x1_0000 { &single[..] } else { &pair } {
            self.word = self.word << 16 | unit;
            self.bits += 16;
            while self.bits >= 6 {
                self.bits -= 6;
                form.write_digit(self.word >> self.bits, out);
            }
        }
    }

    fn end(&mut self, form: Form, has_mark: bool, out: &mut Vec<u8>) {
        if self.bits > 0 {
            form.write_digit(self.word << (6 - self.bits), out);
        }
        if has_mark {
            out.push(b'-');
        }
        *self = Self::default();
    }

    /// Writes what ends a text.
    pub fn finish(&mut self, form: Form, out: &mut Vec<u8>) {
        if self.is_run {
            self.end(form, true, out);
        }
    }
}
