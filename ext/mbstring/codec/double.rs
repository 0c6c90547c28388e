//! Encodings of one to four bytes a character, for Chinese, Japanese and Korean.

use std::sync::OnceLock;

use super::BAD;
use super::table::{Bytes, Table};

/// What follows a byte that is no character itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A second one.
    Pair,
    /// A second one; behind 0x8e katakana.
    Euc,
    /// The same; behind 0x8f two more.
    EucWide,
    /// The same, with fewer rows there.
    Euc2004,
    /// Planes behind 0x8e and a byte.
    EucTw,
    /// Four bytes too.
    Gb18030,
    /// The same, with the characters of 2022.
    Gb18030Of2022,
    /// Emoji between escapes too.
    Softbank,
}

/// An encoding of this kind.
pub struct Pairs {
    form: Form,
    /// Whether a byte begins a pair.
    is_lead: fn(u8) -> bool,
    /// Whether the second byte of a pair that means nothing stands for itself.
    is_kept: fn(u8, u8) -> bool,
    /// Its characters.
    pub table: Table,
}

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("tables/", $name, ".bin"))
    };
}

macro_rules! pairs {
    ($($(#[$doc:meta])* $name:ident = $file:literal, $form:ident, [$lead:pat]
        $(, kept $kept:expr)? $(, behind $behind:ident)?;)+) => {
        $($(#[$doc])* pub static $name: Pairs = Pairs {
            form: Form::$form,
            is_lead: |byte| matches!(byte, $lead),
            is_kept: kept!($($kept)?),
            table: table!($file $(, $behind)?),
        };)+
    };
}

macro_rules! kept {
    () => {
        |_, _| false
    };
    ($kept:expr) => {
        $kept
    };
}

macro_rules! table {
    ($file:literal) => {
        Table::new(file!($file))
    };
    ($file:literal, $behind:ident) => {
        Table::before(file!($file), &$behind.table, |bytes| Some(Bytes::new(bytes)))
    };
}

pairs! {
    /// Shift JIS.
    SJIS = "sjis", Pair, [0x81..=0x9f | 0xe0..=0xef];
    /// Windows' Shift JIS.
    CP932 = "cp932", Pair, [0x81..=0x9f | 0xe0..=0xfc];
    /// The same, with a yen sign that is wide.
    SJIS_WIN = "sjis_win", Pair, [0x81..=0x9f | 0xe0..=0xfc], behind CP932;
    /// Apple's Shift JIS.
    SJIS_MAC = "sjis_mac", Pair, [0x81..=0x9f | 0xe0..=0xed];
    /// Shift JIS with JIS X 0213.
    SJIS_2004 = "sjis_2004", Pair, [0x81..=0x9f | 0xe0..=0xfc];
    /// Shift JIS with emoji of a telephone company.
    SJIS_DOCOMO = "sjis_docomo", Pair, [0x81..=0x9f | 0xe0..=0xfc];
    /// Shift JIS with emoji of another.
    SJIS_KDDI = "sjis_kddi", Pair, [0x81..=0x9f | 0xe0..=0xfc];
    /// Shift JIS with emoji of a third.
    SJIS_SOFTBANK = "sjis_softbank", Softbank, [0x81..=0x9f | 0xe0..=0xfc];
    /// EUC-JP.
    EUC_JP = "euc_jp", EucWide, [0xa1..=0xfe];
    /// EUC-JP with NEC's and IBM's characters.
    EUCJP_WIN = "eucjp_win", EucWide, [0xa1..=0xfe];
    /// EUC-JP with JIS X 0213.
    EUC_JP_2004 = "euc_jp_2004", Euc2004, [0xa1..=0xfe];
    /// Windows' EUC-JP.
    CP51932 = "cp51932", Euc, [0xa1..=0xfe];
    /// EUC-CN.
    EUC_CN = "euc_cn", Pair, [0xa1..=0xa9 | 0xb0..=0xf7];
    /// Windows' GBK.
    CP936 = "cp936", Pair, [0x81..=0xfe];
    /// GB 18030 of 2000.
    GB18030 = "gb18030", Gb18030, [0x81..=0xfe];
    /// GB 18030 of 2022.
    GB18030_2022 = "gb18030_2022", Gb18030Of2022, [0x81..=0xfe];
    /// Big5.
    BIG5 = "big5", Pair, [0xa1..=0xf9],
        kept |lead, trail| lead == 0xc8 && matches!(trail, 0x40..=0x7e | 0xa1..=0xfe);
    /// Windows' Big5.
    CP950 = "cp950", Pair, [0x81..=0xfe];
    /// EUC-TW.
    EUC_TW = "euc_tw", EucTw, [0xa1..=0xa6 | 0xc2 | 0xc4..=0xfd];
    /// EUC-KR.
    EUC_KR = "euc_kr", Pair, [0xa1..=0xac | 0xb0..=0xc8 | 0xca..=0xfd];
    /// Windows' EUC-KR.
    UHC = "uhc", Pair, [0x81..=0xfd],
        kept |lead, trail| lead == 0xc9 && matches!(trail, 0x41..=0xfe);
}

/// The code points of a text.
pub fn decode(pairs: &Pairs, mut bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    while let Some(&first) = bytes.first() {
        let length = if first == 0 || pairs.table.push(b"", (0, first), &mut text) {
            if first == 0 {
                text.push(0);
            }
            1
        } else {
            pairs.next(bytes, &mut text)
        };
        bytes = &bytes[length..];
    }
    text
}

impl Pairs {
    /// Adds the character that more than one byte are, or [`BAD`]; how many bytes that was.
    fn next(&self, bytes: &[u8], text: &mut Vec<u32>) -> usize {
        match (self.form, bytes[0]) {
            (Form::Euc | Form::EucWide | Form::Euc2004, 0x8e) => {
                self.behind(&[0x8e], (bytes, 2), text)
            }
            (Form::EucWide, 0x8f) => self.behind(&[0x8f], (bytes, 3), text),
            (Form::Euc2004, 0x8f) => {
                let has_row = |&row: &u8| matches!(row, 0xa1 | 0xa3..=0xa5 | 0xa8 | 0xac..=0xaf | 0xee..=0xfe);
                let length = if bytes.get(1).is_some_and(has_row) { 3 } else { 2 };
                self.behind(&[0x8f], (bytes, length), text)
            }
            (Form::EucTw, 0x8e) => self.plane(bytes, text),
            (Form::Gb18030 | Form::Gb18030Of2022, 0x81..=0x84 | 0x90..=0xe3)
                if bytes.get(1).is_some_and(u8::is_ascii_digit) =>
            {
                self.quad(bytes, text)
            }
            _ => self.pair(bytes, text),
        }
    }

    fn pair(&self, bytes: &[u8], text: &mut Vec<u32>) -> usize {
        let (lead, trail) = (bytes[0], bytes.get(1).copied());
        let Some(trail) = trail.filter(|_| (self.is_lead)(lead)) else {
            text.push(BAD);
            return 1;
        };
        if self.table.push(b"", (lead, trail), text) {
            return 2;
        }
        text.push(BAD);
        if (self.is_kept)(lead, trail) { 1 } else { 2 }
    }

    /// What stands behind a prefix, `length` bytes in all.
    fn behind(&self, prefix: &[u8], (bytes, length): (&[u8], usize), text: &mut Vec<u32>) -> usize {
        let rest = bytes.get(prefix.len()..length);
        let is_known = match rest {
            Some(&[single]) => self.table.push(prefix, (0, single), text),
            Some(&[lead, trail]) => self.table.push(prefix, (lead, trail), text),
            _ => false,
        };
        if !is_known {
            text.push(BAD);
        }
        length.min(bytes.len())
    }

    fn plane(&self, bytes: &[u8], text: &mut Vec<u32>) -> usize {
        let has_row = |plane: u8, row: u8| match plane {
            0xa1 => matches!(row, 0xa1..=0xa6 | 0xc2 | 0xc4..=0xfd),
            0xa2 => matches!(row, 0xa1..=0xf2),
            0xae => matches!(row, 0xa1..=0xe7),
            _ => false,
        };
        let length = match *bytes {
            [_, plane, row, ..] if has_row(plane, row) => 4,
            [_, 0xa1 | 0xa2 | 0xae, ..] => 3,
            _ => 2,
        };
        let is_known = match *bytes {
            [_, 0xa1, row, cell, ..] if length == 4 => self.table.push(b"", (row, cell), text),
            [_, plane, row, cell, ..] if length == 4 => {
                self.table.push(&[0x8e, plane], (row, cell), text)
            }
            _ => false,
        };
        if !is_known {
            text.push(BAD);
        }
        length.min(bytes.len())
    }

    fn quad(&self, bytes: &[u8], text: &mut Vec<u32>) -> usize {
        let length = match bytes {
            [_, _, 0x81..=0xfe, ..] => 4,
            _ => 3,
        };
        let code = bytes.first_chunk::<4>().filter(|_| length == 4).and_then(|quad| {
            let index = quad_index(*quad)?;
            match changed(index).filter(|_| self.form == Form::Gb18030Of2022) {
                Some(code) => Some(code),
                None => quad_code(index),
            }
        });
        text.push(code.unwrap_or(BAD));
        length.min(bytes.len())
    }

    /// Writes the first characters; how many, 0 when the encoding lacks them.
    pub fn put(&self, text: &[u32], out: &mut Vec<u8>) -> usize {
        if text[0] == 0 {
            out.push(0);
            return 1;
        }
        if let Some((bytes, length)) = self.table.bytes(text) {
            out.extend_from_slice(bytes.as_slice());
            return length;
        }
        let has_quads = matches!(self.form, Form::Gb18030 | Form::Gb18030Of2022);
        match quad_of(text[0]).filter(|_| has_quads) {
            Some(quad) => {
                out.extend_from_slice(&quad);
                1
            }
            None => 0,
        }
    }
}

/// The emoji between escapes: how the escape ends, the last byte, the lead and the first trail byte
/// of the pairs that mean the same.
const EMOJI: &[(u8, u8, u8)] = &[
    (b'G', 0x7a, 0x91),
    (b'E', 0x7a, 0x8d),
    (b'F', 0x7a, 0x8e),
    (b'O', 0x6d, 0x92),
    (b'P', 0x6c, 0x95),
    (b'Q', 0x5e, 0x96),
];

/// The code points of a text of Softbank's, in which emoji may stand between `ESC $ G` and SI.
pub fn decode_softbank(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(escape) = rest.iter().position(|&byte| byte == 0x1b) {
        // An escape that is the second byte of a pair belongs to that.
        let (plain, used) = plain_until(rest, escape);
        text.extend(plain);
        rest = &rest[used..];
        if rest.first() == Some(&0x1b) {
            rest = emoji(&rest[1..], &mut text);
        }
    }
    text.extend(decode(&SJIS_SOFTBANK, rest));
    text
}

/// What stands before the escape at `at`, and how many bytes: one more when the escape is part of
/// a pair.
fn plain_until(bytes: &[u8], at: usize) -> (Vec<u32>, usize) {
    let mut length = 0;
    while length < at {
        let is_pair = (SJIS_SOFTBANK.is_lead)(bytes[length]);
        length += if is_pair { 2 } else { 1 };
    }
    (decode(&SJIS_SOFTBANK, &bytes[..length]), length)
}

fn emoji<'b>(bytes: &'b [u8], text: &mut Vec<u32>) -> &'b [u8] {
    let set = match bytes {
        [b'$', set, ..] => EMOJI.iter().find(|(name, _, _)| name == set),
        _ => None,
    };
    let Some((_, last, row)) = set else {
        text.push(BAD);
        let length = match bytes {
            [b'$', _, ..] => 2,
            _ => 1,
        };
        return &bytes[length.min(bytes.len())..];
    };
    let mut rest = &bytes[2..];
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == 0x0f {
            break;
        }
        let from = text.len();
        let is_known = (0x21..=*last).contains(&byte)
            && SJIS_SOFTBANK.table.push(b"", shifted(*row, byte), text);
        // What is no emoji is of private use, or Chinese.
        let is_other = |code: &u32| matches!(code, 0x4e00..0xe758 | 0xf900..0xfb00);
        if !is_known || text.get(from).is_some_and(is_other) {
            text.truncate(from);
            text.push(BAD);
            break;
        }
    }
    rest
}

/// A row and cell of JIS as Shift JIS.
fn shifted(row: u8, cell: u8) -> (u8, u8) {
    let half = (row - 1) >> 1;
    let lead = if row < 0x5f { half + 0x71 } else { half.wrapping_add(0xb1) };
    let trail = match row & 1 {
        0 => cell + 0x7e,
        _ if cell >= 0x60 => cell + 0x20,
        _ => cell + 0x1f,
    };
    (lead, trail)
}

/// Quads of the characters beyond 16 bits begin here.
const GB_ASTRAL: u32 = 189_000;

/// The characters of 16 bits that quads stand for, in their order: all without a pair.
fn quads() -> &'static [u16] {
    static QUADS: OnceLock<Vec<u16>> = OnceLock::new();
    QUADS.get_or_init(|| {
        let is_listed = |&code: &u16| {
            !(0xd800..0xe766).contains(&code) && !GB18030.table.has_pair(u32::from(code))
        };
        (0x80..=u16::MAX).filter(is_listed).collect()
    })
}

fn quad_index([a, b, c, d]: [u8; 4]) -> Option<u32> {
    if !(0x81..0xff).contains(&c) || !d.is_ascii_digit() {
        return None;
    }
    let digit = |byte: u8, zero: u8| u32::from(byte - zero);
    Some(((digit(a, 0x81) * 10 + digit(b, 0x30)) * 126 + digit(c, 0x81)) * 10 + digit(d, 0x30))
}

fn quad_code(index: u32) -> Option<u32> {
    match index.checked_sub(GB_ASTRAL) {
        Some(astral) => Some(0x1_0000 + astral).filter(|&code| code < 0x11_0000),
        None => quads().get(index as usize).map(|&code| u32::from(code)),
    }
}

/// The quads whose meaning 2022 changed.
fn changed(index: u32) -> Option<u32> {
    Some(match index {
        0x98a4 => 0xe78d,
        0x98a5 => 0xe78f,
        0x98a6 => 0xe78e,
        0x98a7..=0x98ad => index - 0x98a7 + 0xe790,
        0x1d21 => 0xe7c7,
        0x4a71 => 0xe81e,
        0x4a72 => 0xe826,
        0x4a73..=0x4a74 => index - 0x4a73 + 0xe82b,
        0x4a75 => 0xe832,
        0x4a76 => 0xe843,
        0x4a77 => 0xe854,
        0x4a78 => 0xe864,
        _ => return None,
    })
}

fn quad_of(code: u32) -> Option<[u8; 4]> {
    let index = match u16::try_from(code) {
        Ok(code) => quads().binary_search(&code).ok()? as u32,
        Err(_) if code < 0x11_0000 => code - 0x1_0000 + GB_ASTRAL,
        Err(_) => return None,
    };
    let byte = |value: u32, base: u32, zero: u8| (value % base) as u8 + zero;
    Some([
        byte(index / 12_600, 126, 0x81),
        byte(index / 1_260, 10, 0x30),
        byte(index / 10, 126, 0x81),
        byte(index, 10, 0x30),
    ])
}
