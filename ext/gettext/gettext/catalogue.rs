//! Files of messages: `.mo`.
//!
//! # Invariants
//! - Whatever a file holds, reading it ends without a panic; what lies outside of it is not there.

use std::collections::HashMap;

use super::plural::Plural;

/// The messages of a file.
pub struct Catalogue {
    messages: HashMap<Vec<u8>, Vec<u8>>,
    plural: Plural,
}

const MAGIC: u32 = 0x9504_12de;

fn word(bytes: &[u8], at: usize, swapped: bool) -> Option<usize> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    let word = u32::from_le_bytes(word.try_into().ok()?);
    Some((if swapped { word.swap_bytes() } else { word }) as usize)
}

/// The text that a row of a table names.
fn text(bytes: &[u8], row: usize, swapped: bool) -> Option<&[u8]> {
    let length = word(bytes, row, swapped)?;
    let start = word(bytes, row.checked_add(4)?, swapped)?;
    bytes.get(start..start.checked_add(length)?)
}

impl Catalogue {
    /// The messages of a file; none when it is no catalogue.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let magic = word(&bytes, 0, false)? as u32;
        let swapped = match magic {
            MAGIC => false,
            _ if magic.swap_bytes() == MAGIC => true,
            _ => return None,
        };
        let count = word(&bytes, 8, swapped)?;
        let (ids, texts) = (word(&bytes, 12, swapped)?, word(&bytes, 16, swapped)?);
        let mut messages = HashMap::new();
        for at in 0..count.min(bytes.len() / 8) {
            let id = text(&bytes, ids.checked_add(at * 8)?, swapped)?;
            let text = text(&bytes, texts.checked_add(at * 8)?, swapped)?;
            // What stands behind a NUL is the plural.
            let id = id.split(|byte| *byte == 0).next().unwrap_or_default();
            messages.insert(id.to_vec(), text.to_vec());
        }
        let head = messages.get(&b""[..]).map(Vec::as_slice).unwrap_or_default();
        let plural = Plural::of_head(head);
        Some(Self { messages, plural })
    }

    /// A message.
    pub fn message(&self, id: &[u8]) -> Option<&[u8]> {
        let found = self.messages.get(id)?;
        found.split(|byte| *byte == 0).next()
    }

    /// A message for a number of things.
    pub fn counted(&self, id: &[u8], count: u64) -> Option<&[u8]> {
        let found = self.messages.get(id)?;
        let mut forms = found.split(|byte| *byte == 0);
        let form = self.plural.form(count);
        let first = forms.next();
        if form == 0 { first } else { forms.nth(form - 1).or(first) }
    }
}
