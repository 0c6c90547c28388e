//! Encodings of one and two bytes a character, for Chinese, Japanese and Korean.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::BAD;

/// The first lead and trail byte of a table, and how many there are.
const LEAD: u8 = 0x81;
const TRAIL: u8 = 0x40;
const LEADS: usize = 0xff - LEAD as usize;
const TRAILS: usize = 0xff - TRAIL as usize;

/// Pairs of bytes and what they mean, as `tables.php` lays them out.
pub struct Table {
    bytes: &'static [u8],
    pairs: OnceLock<HashMap<u16, u16>>,
}

impl Table {
    const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, pairs: OnceLock::new() }
    }

    /// The character of a pair.
    pub fn code(&self, lead: u8, trail: u8) -> Option<u32> {
        let row = usize::from(lead.checked_sub(LEAD)?);
        let column = usize::from(trail.checked_sub(TRAIL)?);
        if row >= LEADS || column >= TRAILS {
            return None;
        }
        let at = (row * TRAILS + column) * 2;
        let code = u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]]);
        (code != 0).then_some(u32::from(code))
    }

    /// Whether some pair begins with the byte.
    fn is_lead(&self, lead: u8) -> bool {
        (TRAIL..=u8::MAX).any(|trail| self.code(lead, trail).is_some())
    }

    /// The pair of a character.
    pub fn pair(&self, code: u32) -> Option<[u8; 2]> {
        let pairs = self.pairs.get_or_init(|| self.reversed());
        pairs.get(&u16::try_from(code).ok()?).map(|pair| pair.to_be_bytes())
    }

    fn reversed(&self) -> HashMap<u16, u16> {
        let (table, changes) = self.bytes.split_at(LEADS * TRAILS * 2);
        let word = |bytes: &[u8]| u16::from_le_bytes([bytes[0], bytes[1]]);
        let mut pairs = HashMap::new();
        for (at, code) in table.chunks_exact(2).map(word).enumerate() {
            let (lead, trail) = (at / TRAILS + usize::from(LEAD), at % TRAILS + usize::from(TRAIL));
            if code != 0 {
                pairs.entry(code).or_insert((lead << 8 | trail) as u16);
            }
        }
        for change in changes.chunks_exact(4) {
            let (code, pair) = (word(change), word(&change[2..]));
            if pair == 0 {
                pairs.remove(&code);
            } else {
                pairs.insert(code, pair);
            }
        }
        pairs
    }
}

/// What there is beside pairs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Nothing.
    Nothing,
    /// Half-width katakana as single bytes from 0xa1.
    Katakana,
    /// Half-width katakana behind 0x8e, JIS X 0212 behind 0x8f.
    Euc,
    /// Everything else in four bytes.
    Gb18030,
    /// Single bytes before and behind the leads.
    Gbk,
}

/// The single bytes of CP936.
const GBK_SINGLES: [(u8, u32); 2] = [(0x80, 0x20ac), (0xff, 0xf8f5)];

/// An encoding.
pub struct Pairs {
    /// Its pairs.
    pub table: Table,
    beside: Beside,
}

macro_rules! pairs {
    ($($(#[$meta:meta])* $name:ident = $file:literal, $beside:ident;)+) => {
        $($(#[$meta])* pub static $name: Pairs = Pairs {
            table: Table::new(include_bytes!(concat!("tables/", $file, ".bin"))),
            beside: Beside::$beside,
        };)+
    };
}

pairs! {
    /// Shift JIS.
    SJIS = "sjis", Katakana;
    /// Windows' Shift JIS.
    CP932 = "cp932", Katakana;
    /// EUC-JP.
    EUC_JP = "euc_jp", Euc;
    /// EUC-JP with NEC's and IBM's characters.
    EUCJP_WIN = "eucjp_win", Euc;
    /// Windows' EUC-JP.
    CP51932 = "cp51932", Euc;
    /// EUC-CN.
    EUC_CN = "euc_cn", Nothing;
    /// Windows' GBK.
    CP936 = "cp936", Gbk;
    /// GB 18030.
    GB18030 = "gb18030", Gb18030;
    /// Big5.
    BIG5 = "big5", Nothing;
    /// Windows' Big5.
    CP950 = "cp950", Nothing;
    /// EUC-KR.
    EUC_KR = "euc_kr", Nothing;
    /// Windows' EUC-KR.
    UHC = "uhc", Nothing;
}

/// JIS X 0212, as it stands behind 0x8f in EUC-JP.
pub static JIS_X_0212: Table = Table::new(include_bytes!("tables/jis_x_0212.bin"));

/// The first half-width katakana as a byte and as a character, and how many there are.
const KATAKANA_BYTE: u8 = 0xa1;
const KATAKANA: u32 = 0xff61;
const KATAKANAS: u32 = 63;

/// The code points of a text.
pub fn decode(pairs: &Pairs, mut bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    while !bytes.is_empty() {
        let (code, length) = next(pairs, bytes);
        text.push(code);
        bytes = &bytes[length..];
    }
    text
}

fn next(pairs: &Pairs, bytes: &[u8]) -> (u32, usize) {
    let lead = bytes[0];
    let trail = bytes.get(1).copied().unwrap_or(0);
    let katakana = |byte: u8| KATAKANA + u32::from(byte - KATAKANA_BYTE);
    match (pairs.beside, lead) {
        (_, 0..=0x7f) => (u32::from(lead), 1),
        (Beside::Katakana, KATAKANA_BYTE..0xe0) => (katakana(lead), 1),
        (Beside::Euc, 0x8e) if (KATAKANA_BYTE..0xe0).contains(&trail) => (katakana(trail), 2),
        (Beside::Euc, 0x8f) if bytes.len() >= 3 => {
            (JIS_X_0212.code(trail, bytes[2]).unwrap_or(BAD), 3)
        }
        (Beside::Gbk, 0x80) => (GBK_SINGLES[0].1, 1),
        (Beside::Gbk, 0xff) => (GBK_SINGLES[1].1, 1),
        (Beside::Gb18030, 0x81..=0xfe) if (0x30..0x3a).contains(&trail) => {
            (gb18030_quad(pairs, bytes).unwrap_or(BAD), bytes.len().min(4))
        }
        _ => match pairs.table.code(lead, trail) {
            Some(code) => (code, 2),
            None => (BAD, if pairs.table.is_lead(lead) { bytes.len().min(2) } else { 1 }),
        },
    }
}

/// Writes a character; `false` when the encoding lacks it.
pub fn put(pairs: &Pairs, code: u32, out: &mut Vec<u8>) -> bool {
    if code < 0x80 {
        out.push(code as u8);
        return true;
    }
    let kana = code.checked_sub(KATAKANA).filter(|&at| at < KATAKANAS);
    let kana = kana.map(|at| at as u8 + KATAKANA_BYTE);
    match (pairs.beside, kana) {
        (Beside::Katakana, Some(byte)) => {
            out.push(byte);
            return true;
        }
        (Beside::Euc, Some(byte)) => {
            out.extend_from_slice(&[0x8e, byte]);
            return true;
        }
        _ => {}
    }
    if let Some(pair) = pairs.table.pair(code) {
        out.extend_from_slice(&pair);
        return true;
    }
    match pairs.beside {
        Beside::Euc => match JIS_X_0212.pair(code) {
            Some([lead, trail]) => out.extend_from_slice(&[0x8f, lead, trail]),
            None => return false,
        },
        Beside::Gb18030 => match gb18030_bytes(pairs, code) {
            Some(quad) => out.extend_from_slice(&quad),
            None => return false,
        },
        Beside::Gbk => match GBK_SINGLES.iter().find(|(_, held)| *held == code) {
            Some((byte, _)) => out.push(*byte),
            None => return false,
        },
        _ => return false,
    }
    true
}

/// Quads of the characters beyond 16 bits begin here.
const GB_ASTRAL: u32 = 189_000;

/// The characters of 16 bits that quads stand for, in their order: all without a pair.
fn gb18030_quads(pairs: &Pairs) -> &'static [u16] {
    static QUADS: OnceLock<Vec<u16>> = OnceLock::new();
    QUADS.get_or_init(|| {
        let is_listed = |&code: &u16| {
            let code = u32::from(code);
            !(0xd800..0xe766).contains(&code) && pairs.table.pair(code).is_none()
        };
        (0x80..=u16::MAX).filter(is_listed).collect()
    })
}

fn gb18030_quad(pairs: &Pairs, bytes: &[u8]) -> Option<u32> {
    let [a, b, c, d] = *bytes.first_chunk::<4>()?;
    if !(0x81..0xff).contains(&c) || !(0x30..0x3a).contains(&d) {
        return None;
    }
    let digit = |byte: u8, zero: u8| u32::from(byte - zero);
    let index =
        ((digit(a, 0x81) * 10 + digit(b, 0x30)) * 126 + digit(c, 0x81)) * 10 + digit(d, 0x30);
    match index.checked_sub(GB_ASTRAL) {
        Some(astral) => Some(0x1_0000 + astral).filter(|&code| code < 0x11_0000),
        None => gb18030_quads(pairs).get(index as usize).map(|&code| u32::from(code)),
    }
}

fn gb18030_bytes(pairs: &Pairs, code: u32) -> Option<[u8; 4]> {
    let index = match u16::try_from(code) {
        Ok(code) => gb18030_quads(pairs).binary_search(&code).ok()? as u32,
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
