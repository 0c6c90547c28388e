//! The strings of a unit, one behind the other in one stretch of memory.

use std::fmt;
use std::ops::Index;

use crate::imm::StrId;
use stdx::id::Id as _;

/// Strings by their ids.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Strings {
    bytes: Vec<u8>,
    /// Where each string ends; the next one begins there.
    ends: Vec<u32>,
}

impl Strings {
    /// No strings.
    pub const fn new() -> Self {
        Self { bytes: Vec::new(), ends: Vec::new() }
    }

    /// Makes room for so many more strings with so many bytes in all.
    pub fn reserve(&mut self, count: usize, bytes: usize) {
        self.ends.reserve(count);
        self.bytes.reserve(bytes);
    }

    /// Gives back the room that no string takes.
    pub fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.bytes.shrink_to_fit();
    }

    /// Appends a string and returns its id.
    pub fn push(&mut self, string: &[u8]) -> StrId {
        let id = StrId::from_index(self.ends.len());
        self.bytes.extend_from_slice(string);
        let end = u32::try_from(self.bytes.len());
        self.ends.push(end.expect("invariant: the strings of a unit are shorter than 4 GiB"));
        id
    }

    /// The bytes that they take.
    pub fn size(&self) -> usize {
        self.bytes.len() + size_of_val(self.ends.as_slice())
    }

    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no strings.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string with this id, or `None` when no push has returned it.
    pub fn get(&self, id: StrId) -> Option<&[u8]> {
        let end = *self.ends.get(id.index())?;
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.bytes[start as usize..end as usize])
    }

    /// All strings, in the order of their ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        (0..self.len()).map(|index| &self[StrId::from_index(index)])
    }
}

impl Index<StrId> for Strings {
    type Output = [u8];

    fn index(&self, id: StrId) -> &[u8] {
        self.get(id).expect("invariant: an id belongs to its strings")
    }
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
