//! The encodings of Unicode.

use super::BAD;
use super::table::Table;

/// Which byte of a unit comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// The highest.
    #[default]
    Big,
    /// The lowest.
    Little,
}

/// Of UTF-8.
pub fn utf8(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    if let Ok(valid) = std::str::from_utf8(bytes) {
        valid.chars().for_each(|character| text.push(u32::from(character)));
        return text;
    }
    for chunk in bytes.utf8_chunks() {
        text.extend(chunk.valid().chars().map(u32::from));
        if !chunk.invalid().is_empty() {
            text.push(BAD);
        }
    }
    text
}

/// Writes characters as UTF-8; what is left from the first on that is none.
pub fn put_utf8<'t>(mut text: &'t [u32], out: &mut Vec<u8>) -> &'t [u32] {
    while let Some((&code, rest)) = text.split_first() {
        match (u8::try_from(code), char::from_u32(code)) {
            (Ok(byte @ ..0x80), _) => out.push(byte),
            (_, Some(scalar)) => {
                out.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes());
            }
            (_, None) => return text,
        }
        text = rest;
    }
    text
}

fn unit(pair: [u8; 2], order: Order) -> u32 {
    u32::from(match order {
        Order::Big => u16::from_be_bytes(pair),
        Order::Little => u16::from_le_bytes(pair),
    })
}

/// The order that a mark at the start names, and the bytes behind it.
fn marked(bytes: &[u8], order: Option<Order>) -> (Order, &[u8]) {
    match (order, bytes) {
        (Some(order), _) => (order, bytes),
        (None, [0xfe, 0xff, rest @ ..]) => (Order::Big, rest),
        (None, [0xff, 0xfe, rest @ ..]) => (Order::Little, rest),
        (None, _) => (Order::Big, bytes),
    }
}

/// Of UTF-16; without an order, a mark may name it.
pub fn utf16(bytes: &[u8], order: Option<Order>) -> Vec<u32> {
    let (order, bytes) = marked(bytes, order);
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = Vec::with_capacity(pairs.len());
    let mut units = pairs.iter().map(|&pair| unit(pair, order)).peekable();
    while let Some(first) = units.next() {
        text.push(match first {
            0xd800..0xdc00 => match units.next_if(|low| (0xdc00..0xe000).contains(low)) {
                Some(low) => 0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00),
                None => BAD,
            },
            0xdc00..0xe000 => BAD,
            code => code,
        });
    }
    if !rest.is_empty() {
        text.push(BAD);
    }
    text
}

/// Of UCS-2: every unit is a character.
pub fn ucs2(bytes: &[u8], order: Option<Order>) -> Vec<u32> {
    let (order, bytes) = marked(bytes, order);
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text: Vec<u32> = pairs.iter().map(|&pair| unit(pair, order)).collect();
    if !rest.is_empty() {
        text.push(BAD);
    }
    text
}

/// Of UTF-32 and UCS-4, whose characters are below `bound`.
pub fn utf32(bytes: &[u8], order: Option<Order>, bound: u32) -> Vec<u32> {
    let (order, bytes) = match (order, bytes) {
        (None, [0, 0, 0xfe, 0xff, rest @ ..]) => (Order::Big, rest),
        (None, [0xff, 0xfe, 0, 0, rest @ ..]) => (Order::Little, rest),
        (order, bytes) => (order.unwrap_or_default(), bytes),
    };
    let (quads, rest) = bytes.as_chunks::<4>();
    let code = |&quad: &[u8; 4]| {
        let code = match order {
            Order::Big => u32::from_be_bytes(quad),
            Order::Little => u32::from_le_bytes(quad),
        };
        let is_surrogate = bound != BAD && (0xd800..0xe000).contains(&code);
        if code < bound && !is_surrogate { code } else { BAD }
    };
    let mut text: Vec<u32> = quads.iter().map(code).collect();
    if !rest.is_empty() {
        text.push(BAD);
    }
    text
}

/// Writes a unit of 16 bits.
pub fn put_unit(unit: u16, order: Order, out: &mut Vec<u8>) {
    out.extend_from_slice(&match order {
        Order::Big => unit.to_be_bytes(),
        Order::Little => unit.to_le_bytes(),
    });
}

/// Writes a character as UTF-16.
pub fn put_utf16(code: u32, order: Order, out: &mut Vec<u8>) {
    match code.checked_sub(0x1_0000) {
        None => put_unit(code as u16, order, out),
        Some(rest) => {
            put_unit((rest >> 10) as u16 | 0xd800, order, out);
            put_unit((rest & 0x3ff) as u16 | 0xdc00, order, out);
        }
    }
}

/// Writes a character as UTF-32.
pub fn put_utf32(code: u32, order: Order, out: &mut Vec<u8>) {
    out.extend_from_slice(&match order {
        Order::Big => code.to_be_bytes(),
        Order::Little => code.to_le_bytes(),
    });
}

/// UTF-8 in which a telephone company has its emoji among the characters of private use.
pub struct Mobile {
    table: Table,
    /// Whether it lacks the flags of most countries.
    lacks_flags: bool,
}

macro_rules! mobile {
    ($($(#[$doc:meta])* $name:ident = $file:literal, $lacks:literal;)+) => {
        $($(#[$doc])* pub static $name: Mobile = Mobile {
            table: Table::numbered(include_bytes!(concat!("tables/", $file, ".bin"))),
            lacks_flags: $lacks,
        };)+
    };
}

mobile! {
    /// DoCoMo's.
    UTF_8_DOCOMO = "utf_8_docomo", false;
    /// KDDI's, by one numbering.
    UTF_8_KDDI_A = "utf_8_kddi_a", true;
    /// KDDI's, by another.
    UTF_8_KDDI_B = "utf_8_kddi_b", true;
    /// Softbank's.
    UTF_8_SOFTBANK = "utf_8_softbank", true;
}

impl Mobile {
    /// The code points of a text.
    pub fn decode(&self, bytes: &[u8]) -> Vec<u32> {
        let plain = utf8(bytes);
        let mut text = Vec::with_capacity(plain.len());
        for code in plain {
            let pair = (code >> 8, code as u8);
            let is_private = (0xe0..=0xf8).contains(&pair.0);
            if !is_private || !self.table.push(b"", (pair.0 as u8, pair.1), &mut text) {
                text.push(code);
            }
        }
        text
    }

    /// Writes the first characters; how many, 0 when the encoding lacks them.
    pub fn put(&self, text: &[u32], out: &mut Vec<u8>) -> usize {
        if let Some((bytes, length)) = self.table.bytes(text) {
            out.extend_from_slice(bytes.as_slice());
            return length;
        }
        let is_flag = self.lacks_flags && (0x1f1e8..=0x1f1fa).contains(&text[0]);
        match char::from_u32(text[0]).filter(|_| !is_flag) {
            Some(scalar) => {
                out.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes());
                1
            }
            None => 0,
        }
    }
}
