//! Reserved words: from a name's bytes to its token kind, whatever the case.
//!
//! A word is folded to lower case by setting bit 5 of each byte, packed into 128 bits and hashed
//! into a table without collisions, so that a name costs one multiplication and one comparison.
//!
//! # Invariants
//! - Setting bit 5 keeps two different name characters different, apart from case: `_` becomes
//!   0x7f, which no name holds.
//! - The multiplier gives every word its own slot; the table's construction asserts it.

use crate::token::{ROWS, T_EXIT, TokenKind, Wording};

/// The longest reserved word, `__halt_compiler`.
const LENGTH_MAX: usize = 15;
const FOLD: u128 = 0x2020_2020_2020_2020_2020_2020_2020_2020;
const MULTIPLIER: u64 = 0x1bb3_4ed9_0715_6def;
const SLOTS: usize = 256;

/// A folded word and its kind; the word of an empty slot is 0.
static TABLE: [(u128, TokenKind); SLOTS] = build_table();

/// The kind of the reserved word that `name` spells in any case.
///
/// `window` is 16 source bytes that begin with the name, when the source is long enough.
#[inline]
pub(crate) fn lookup_in_window(window: &[u8; 16], length: usize) -> Option<TokenKind> {
    if !(2..=LENGTH_MAX).contains(&length) {
        return None;
    }
    let mask = (1u128 << (length * 8)) - 1;
    let word = (u128::from_le_bytes(*window) | FOLD) & mask;
    let (found, kind) = TABLE[slot(word)];
    (found == word).then_some(kind)
}

/// The kind of the reserved word that `name` spells in any case.
pub fn lookup(name: &[u8]) -> Option<TokenKind> {
    let mut window = [0; 16];
    window.get_mut(..name.len())?.copy_from_slice(name);
    lookup_in_window(&window, name.len())
}

const fn slot(word: u128) -> usize {
    let folded = word as u64 ^ (word >> 64) as u64;
    (folded.wrapping_mul(MULTIPLIER) >> 56) as usize
}

const fn build_table() -> [(u128, TokenKind); SLOTS] {
    let mut table = [(0, TokenKind(0)); SLOTS];
    let mut index = 0;
    while index < ROWS.len() {
        if let Wording::Keyword(text) = ROWS[index].wording {
            insert(&mut table, text, ROWS[index].kind);
        }
        index += 1;
    }
    insert(&mut table, "die", T_EXIT);
    table
}

const fn insert(table: &mut [(u128, TokenKind); SLOTS], text: &str, kind: TokenKind) {
    let bytes = text.as_bytes();
    assert!(bytes.len() >= 2 && bytes.len() <= LENGTH_MAX);
    let mut word = 0;
    let mut index = 0;
    while index < bytes.len() {
        word |= ((bytes[index] | 0x20) as u128) << (index * 8);
        index += 1;
    }
    assert!(table[slot(word)].0 == 0, "two words in one slot: choose another multiplier");
    table[slot(word)] = (word, kind);
}
