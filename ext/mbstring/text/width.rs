//! How many columns characters take.

use crate::codec::{WIDE, is_in};

/// Columns of a character.
pub fn of(code: u32) -> usize {
    if code >= 0x1100 && is_in(WIDE, code) { 2 } else { 1 }
}

/// Columns of a text.
pub fn of_text(text: &[u32]) -> usize {
    text.iter().map(|&code| of(code)).sum()
}

/// How many characters from the start fit into so many columns.
pub fn fitting(text: &[u32], columns: usize) -> usize {
    let mut used = 0;
    let fits = |code: &&u32| {
        used += of(**code);
        used <= columns
    };
    text.iter().take_while(fits).count()
}
