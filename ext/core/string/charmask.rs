//! Lists of characters with ranges: `"a..z"`.

use runtime::native::Call;
use runtime::raise::Res;

/// A set of bytes.
pub struct Mask([bool; 256]);

/// What `trim()` and its like take away when nothing else is said.
pub const BLANK: &[u8] = b" \n\r\t\x0b\0";

/// The set of them.
pub static BLANKS: Mask = {
    let mut mask = Mask([false; 256]);
    let mut at = 0;
    while at < BLANK.len() {
        mask.0[BLANK[at] as usize] = true;
        at += 1;
    }
    mask
};

impl Mask {
    /// Whether a byte is in the set.
    pub fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// The set of these bytes, without ranges.
    pub fn plain(bytes: &[u8]) -> Self {
        let mut mask = Self([false; 256]);
        for &byte in bytes {
            mask.0[usize::from(byte)] = true;
        }
        mask
    }
}

/// The set that a list names, with warnings for what is no range.
pub fn of(call: &mut Call<'_>, list: &[u8]) -> Res<Mask> {
    let mut mask = Mask([false; 256]);
    let mut at = 0;
    while let Some(&byte) = list.get(at) {
        match list[at..] {
            [first, b'.', b'.', last, ..] if last >= first => {
                mask.0[usize::from(first)..=usize::from(last)].fill(true);
                at += 4;
                continue;
            }
            [b'.', b'.', ..] => call.warn(complaint(list, at))?,
            _ => mask.0[usize::from(byte)] = true,
        }
        at += 1;
    }
    Ok(mask)
}

fn complaint(list: &[u8], at: usize) -> &'static str {
    match (at.checked_sub(1).map(|before| list[before]), list.get(at + 2)) {
        (None, _) => "Invalid '..'-range, no character to the left of '..'",
        (_, None) => "Invalid '..'-range, no character to the right of '..'",
        (Some(left), Some(&right)) if left > right => {
            "Invalid '..'-range, '..'-range needs to be incrementing"
        }
        _ => "Invalid '..'-range",
    }
}
