//! Encodings that switch between sets of characters: ISO-2022 and HZ.

use super::BAD;
use super::double;
use super::table::{Bytes, Table};

/// A set of characters, by the letter of the tables; 0 for ASCII.
type Set = u8;

const ASCII: Set = 0;
const LATIN: Set = b'J';
const KANA: Set = b'I';
const KANJI: Set = b'B';
/// JIS X 0212.
const SUPPLEMENT: Set = b'D';
/// What users define.
const PRIVATE: Set = b'?';
/// The planes of JIS X 0213.
const PLANE_1: Set = b'Q';
const PLANE_2: Set = b'P';
/// What stands between shifts: kana, Korean or Chinese.
const SHIFTED: Set = b'S';

/// Which bytes switch, and how strictly that is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Jis,
    Cp5022x,
    Ms,
    Kddi,
    Jis2004,
    Kr,
    Hz,
}

/// An encoding of this kind.
pub struct Shifting {
    form: Form,
    table: Table,
}

macro_rules! shifting {
    ($($(#[$doc:meta])* $name:ident = $file:literal, $form:ident, $behind:expr, $how:expr;)+) => {
        $($(#[$doc])* pub static $name: Shifting = Shifting {
            form: Form::$form,
            table: Table::before(
                include_bytes!(concat!("tables/", $file, ".bin")),
                $behind,
                $how,
            ),
        };)+
    };
}

shifting! {
    /// JIS with all its sets.
    JIS = "jis", Jis, &double::EUC_JP.table, |bytes| from_euc(bytes, KANJI, SUPPLEMENT);
    /// ISO-2022-JP.
    ISO_2022_JP = "iso_2022_jp", Jis, &double::EUC_JP.table, |bytes| from_euc(bytes, KANJI, 0);
    /// Windows' ISO-2022-JP.
    CP50221 = "cp5022x", Cp5022x, &double::CP51932.table,
        |bytes| from_euc(bytes, KANJI, SUPPLEMENT);
    /// The same, kana made wide.
    CP50220 = "cp50220", Cp5022x, &CP50221.table, |bytes| Some(Bytes::new(bytes));
    /// The same, kana between shifts.
    CP50222 = "cp50222", Cp5022x, &CP50221.table, |bytes| Some(Bytes::new(bytes));
    /// ISO-2022-JP-MS.
    ISO_2022_JP_MS = "iso_2022_jp_ms", Ms, &double::CP51932.table,
        |bytes| from_euc(bytes, KANJI, SUPPLEMENT);
    /// ISO-2022-JP with emoji.
    ISO_2022_JP_KDDI = "iso_2022_jp_kddi", Kddi, &double::CP51932.table,
        |bytes| from_euc(bytes, KANJI, SUPPLEMENT);
    /// ISO-2022-JP-2004.
    ISO_2022_JP_2004 = "iso_2022_jp_2004", Jis2004, &double::EUC_JP_2004.table,
        |bytes| from_euc(bytes, PLANE_1, PLANE_2);
    /// ISO-2022-KR.
    ISO_2022_KR = "iso_2022_kr", Kr, &double::EUC_KR.table, |bytes| from_euc(bytes, SHIFTED, 0);
    /// HZ.
    HZ = "hz", Hz, &double::EUC_CN.table, |bytes| from_euc(bytes, SHIFTED, 0);
}

/// What EUC writes, as a set and bytes of seven bits; nothing when the second set is 0 and needed.
fn from_euc(bytes: &[u8], first: Set, second: Set) -> Option<Bytes> {
    Some(match *bytes {
        [single] => Bytes::new(&[single]),
        [0x8e, kana] => Bytes::new(&[KANA, kana & 0x7f]),
        [lead, trail] => Bytes::new(&[first, lead & 0x7f, trail & 0x7f]),
        [0x8f, lead, trail] if second != 0 => Bytes::new(&[second, lead & 0x7f, trail & 0x7f]),
        _ => return None,
    })
}

/// The first kana, as a character; as a byte it is 0x21.
const FIRST_KANA: u32 = 0xff61;

impl Shifting {
    /// Adds what a pair of a set means, or [`BAD`].
    fn push(&self, set: Set, (lead, trail): (u8, u8), text: &mut Vec<u32>) {
        let high = (lead | 0x80, trail | 0x80);
        let is_known = match (self.form, set) {
            (Form::Jis, KANJI) | (Form::Jis2004, KANJI) => {
                double::EUC_JP.table.push(b"", high, text)
            }
            (Form::Jis | Form::Cp5022x, SUPPLEMENT) => {
                lead < 0x7f && double::EUC_JP.table.push(b"\x8f", high, text)
            }
            (Form::Cp5022x, KANJI) => CP50221.table.push(b"B", (lead, trail), text),
            (Form::Ms, PRIVATE) if lead <= 0x34 => {
                text.push(0xe000 + u32::from(lead - 0x21) * 94 + u32::from(trail - 0x21));
                true
            }
            (Form::Ms | Form::Kddi, KANJI) => self.table.push(b"B", (lead, trail), text),
            (Form::Jis2004, PLANE_1) => double::EUC_JP_2004.table.push(b"", high, text),
            (Form::Jis2004, PLANE_2) => double::EUC_JP_2004.table.push(b"\x8f", high, text),
            // PHP: two characters of EUC-KR are none of this one.
            (Form::Kr, SHIFTED) if lead == 0x22 && trail > 0x65 => false,
            (Form::Kr, SHIFTED) => double::EUC_KR.table.push(b"", high, text),
            _ => false,
        };
        if !is_known {
            text.push(BAD);
        }
    }

    /// The code points of a text.
    pub fn decode(&self, bytes: &[u8]) -> Vec<u32> {
        match self.form {
            Form::Jis | Form::Cp5022x => self.lenient(bytes),
            Form::Ms | Form::Kddi | Form::Jis2004 => self.strict(bytes),
            Form::Kr => self.korean(bytes),
            Form::Hz => chinese(bytes),
        }
    }

    /// An escape that is wrong is one error, what stands behind it is text.
    fn lenient(&self, bytes: &[u8]) -> Vec<u32> {
        let last = if self.form == Form::Jis { 0x7e } else { 0x97 };
        let mut text = Vec::with_capacity(bytes.len());
        let mut set = ASCII;
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match (set, byte) {
                (_, 0x1b) => {
                    let (next, length) = escape(rest, &mut text);
                    set = next.unwrap_or(set);
                    rest = &rest[length..];
                }
                (_, 0x0e) => set = KANA,
                (_, 0x0f) => set = ASCII,
                (LATIN, b'\\') => text.push(0xa5),
                (LATIN, b'~') => text.push(0x203e),
                (KANA, 0x21..0x60) => text.push(FIRST_KANA + u32::from(byte - 0x21)),
                (KANJI | SUPPLEMENT, 0x21..) if byte <= last => {
                    rest = self.pair(set, (byte, rest), &mut text);
                }
                _ => text.push(single(byte)),
            }
        }
        text
    }

    /// A pair whose first byte is taken: adds its character; what is left.
    fn pair<'b>(&self, set: Set, (lead, rest): (u8, &'b [u8]), text: &mut Vec<u32>) -> &'b [u8] {
        match rest.split_first() {
            Some((&trail, after)) => {
                match trail {
                    0x21..0x7f => self.push(set, (lead, trail), text),
                    _ => text.push(BAD),
                }
                after
            }
            None => {
                text.push(BAD);
                rest
            }
        }
    }

    /// An escape that is wrong is an error as a whole.
    fn strict(&self, bytes: &[u8]) -> Vec<u32> {
        let mut text = Vec::with_capacity(bytes.len());
        let mut set = ASCII;
        let mut rest = bytes;
        let has_kana = self.form != Form::Jis2004;
        let last = if has_kana { 0x7f } else { 0x7e };
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match (set, byte) {
                (_, 0x1b) => {
                    let (next, length) = self.whole_escape(rest);
                    match next {
                        Some(next) => set = next,
                        None => text.push(BAD),
                    }
                    rest = &rest[length..];
                }
                (KANA, 0x21..0x60) => text.push(FIRST_KANA + u32::from(byte - 0x21)),
                (KANJI | PRIVATE | PLANE_1 | PLANE_2, 0x21..) if byte <= last => {
                    rest = self.pair(set, (byte, rest), &mut text);
                }
                (_, 0x80..) if !has_kana => text.push(BAD),
                _ => text.push(single(byte)),
            }
        }
        text
    }

    /// The set that an escape selects, and its length without the first byte.
    fn whole_escape(&self, rest: &[u8]) -> (Option<Set>, usize) {
        let is_2004 = self.form == Form::Jis2004;
        match rest {
            [] | [_] => (None, rest.len()),
            [b'$', b'B', ..] => (Some(KANJI), 2),
            [b'$', b'@', ..] if !is_2004 => (Some(KANJI), 2),
            [b'$', b'('] => (None, 2),
            [b'$', b'(', set, ..] => {
                let set = match (self.form, set) {
                    (Form::Jis2004, b'Q' | b'P') => Some(*set),
                    (Form::Ms | Form::Kddi, b'@' | b'B') => Some(KANJI),
                    (Form::Ms, b'?') => Some(PRIVATE),
                    _ => None,
                };
                (set, 3)
            }
            [b'(', b'B', ..] => (Some(ASCII), 2),
            [b'(', b'J', ..] if !is_2004 => (Some(ASCII), 2),
            [b'(', b'I', ..] if !is_2004 => (Some(KANA), 2),
            [b'$' | b'(', ..] => (None, 2),
            _ => (None, 1),
        }
    }

    fn korean(&self, bytes: &[u8]) -> Vec<u32> {
        let mut text = Vec::with_capacity(bytes.len());
        let mut set = ASCII;
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match (set, byte) {
                (_, 0x1b) => {
                    let length = match rest {
                        [b'$', b')', b'C', ..] => {
                            set = ASCII;
                            rest = &rest[3..];
                            continue;
                        }
                        [_, _, _, ..] => match (rest[0], rest[1]) {
                            (_, b')') => 3,
                            (b'$', _) => 2,
                            _ => 1,
                        },
                        [b'$', ..] => rest.len(),
                        _ => rest.len().min(1),
                    };
                    text.push(BAD);
                    rest = &rest[length..];
                }
                (_, 0x0f) => set = ASCII,
                (_, 0x0e) => set = SHIFTED,
                (SHIFTED, 0x21..0x7f) => rest = self.pair(set, (byte, rest), &mut text),
                (ASCII, 0..0x80) => text.push(u32::from(byte)),
                _ => text.push(BAD),
            }
        }
        text
    }

    /// Whether the text is correct by rules beyond those of reading it.
    pub fn is_correct(&self, bytes: &[u8]) -> bool {
        let is_plain = std::ptr::eq(self, &ISO_2022_JP);
        if !is_plain && !std::ptr::eq(self, &JIS) {
            return !self.decode(bytes).contains(&BAD);
        }
        shifts_are_correct(bytes, is_plain) && !self.decode(bytes).contains(&BAD)
    }

    /// Writes the first characters in the set they need; how many, 0 when the encoding lacks them.
    pub fn put(&self, text: &[u32], state: &mut State, out: &mut Vec<u8>) -> usize {
        if self.form == Form::Kr && !state.is_begun {
            out.extend_from_slice(b"\x1b$)C");
            state.is_begun = true;
        }
        let (bytes, length) = match self.table.bytes(text) {
            _ if text[0] == 0 => (Bytes::new(&[0]), 1),
            Some(found) => found,
            None => match (self.form, text[0]) {
                // PHP: numbers of characters that are not Korean are written as they are.
                (Form::Kr, code @ 0x2121..=0x8080) => {
                    (Bytes::new(&[SHIFTED, (code >> 8) as u8, code as u8]), 1)
                }
                _ => return 0,
            },
        };
        match bytes.as_slice() {
            [byte] => {
                self.select(ASCII, state, out);
                out.push(*byte);
            }
            b"~~" => {
                self.select(ASCII, state, out);
                out.extend_from_slice(b"~~");
            }
            [set, bytes @ ..] => {
                self.select(*set, state, out);
                out.extend_from_slice(bytes);
            }
            [] => {}
        }
        length
    }

    fn select(&self, set: Set, state: &mut State, out: &mut Vec<u8>) {
        if state.set == set {
            return;
        }
        let was_shifted = state.set == SHIFTED;
        state.set = set;
        if was_shifted {
            out.extend_from_slice(if self.form == Form::Hz { b"~}" } else { b"\x0f" });
            if set == ASCII {
                return;
            }
        }
        out.extend_from_slice(match set {
            LATIN => b"\x1b(J",
            KANA => b"\x1b(I",
            KANJI => b"\x1b$B",
            SUPPLEMENT => b"\x1b$(D",
            PRIVATE => b"\x1b$(?",
            PLANE_1 => b"\x1b$(Q",
            PLANE_2 => b"\x1b$(P",
            SHIFTED if self.form == Form::Hz => b"~{",
            SHIFTED => b"\x0e",
            _ => b"\x1b(B",
        });
    }

    /// Writes what ends a text.
    pub fn finish(&self, state: &mut State, out: &mut Vec<u8>) {
        self.select(ASCII, state, out);
    }
}

/// What a writer is in the middle of.
#[derive(Clone, Default)]
pub struct State {
    set: Set,
    is_begun: bool,
}

/// A byte outside of pairs.
fn single(byte: u8) -> u32 {
    match byte {
        0..0x80 => u32::from(byte),
        0xa1..0xe0 => FIRST_KANA + u32::from(byte - 0xa1),
        _ => BAD,
    }
}

/// The set that an escape selects, if it is one, and its length without the first byte; of one that
/// is wrong the first error and what then is text.
fn escape(rest: &[u8], text: &mut Vec<u32>) -> (Option<Set>, usize) {
    let mut wrong = |shown: &str, length: usize| {
        text.push(BAD);
        text.extend(shown.chars().map(u32::from));
        (None, length)
    };
    match rest {
        [] => wrong("", 0),
        [b'$' | b'('] => wrong("", 1),
        [_] => wrong("", 0),
        [b'$', b'@' | b'B', ..] => (Some(KANJI), 2),
        [b'$', b'('] => wrong("", 2),
        [b'$', b'(', b'@' | b'B', ..] => (Some(KANJI), 3),
        [b'$', b'(', b'D', ..] => (Some(SUPPLEMENT), 3),
        [b'$', b'(', ..] => wrong("$(", 2),
        [b'$', ..] => wrong("$", 1),
        [b'(', b'B' | b'H', ..] => (Some(ASCII), 2),
        [b'(', b'J', ..] => (Some(LATIN), 2),
        [b'(', b'I', ..] => (Some(KANA), 2),
        [b'(', ..] => wrong("(", 1),
        _ => wrong("", 0),
    }
}

/// Whether a text of JIS, or of ISO-2022-JP alone, switches sets as it may and ends in ASCII.
fn shifts_are_correct(bytes: &[u8], is_plain: bool) -> bool {
    let mut set = ASCII;
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            0x1b if set == SHIFTED => return false,
            0x1b => {
                let (next, length) = escape(rest, &mut Vec::new());
                let Some(next) = next else { return false };
                let is_foreign = length == 3 || next == KANA || rest[1] == b'H';
                if is_plain && is_foreign {
                    return false;
                }
                set = next;
                rest = &rest[length..];
            }
            0x0e if set == ASCII && !is_plain => set = SHIFTED,
            0x0f if set == SHIFTED => set = ASCII,
            0x0e | 0x0f => return false,
            _ if is_plain && byte >= 0x80 => return false,
            0x21..0x7f if matches!(set, KANJI | SUPPLEMENT) => {
                rest = rest.get(1..).unwrap_or_default();
            }
            _ => {}
        }
    }
    set == ASCII
}

fn chinese(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut set = ASCII;
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (set, byte, rest.first()) {
            (_, b'~', None) => {}
            (_, b'~', Some(&second)) => {
                rest = &rest[1..];
                match (set, second) {
                    (SHIFTED, b'}') => set = ASCII,
                    (ASCII, b'{') => set = SHIFTED,
                    (ASCII, b'~') => text.push(u32::from(b'~')),
                    (_, b'\n') => {}
                    _ => text.push(BAD),
                }
            }
            (SHIFTED, 0x21..=0x29 | 0x30..=0x77, Some(&trail)) => {
                rest = &rest[1..];
                text.push(chinese_pair(byte, trail));
            }
            (ASCII, 0..0x80, _) => text.push(u32::from(byte)),
            _ => text.push(BAD),
        }
    }
    text
}

fn chinese_pair(lead: u8, trail: u8) -> u32 {
    let mut found = Vec::new();
    match (lead, trail) {
        // PHP: not quite the characters of EUC-CN.
        (0x21, 0x2c) => return 0x2225,
        (_, 0x21..0x7f) => {
            double::EUC_CN.table.push(b"", (lead | 0x80, trail | 0x80), &mut found);
        }
        _ => {}
    }
    found.first().copied().unwrap_or(BAD)
}
