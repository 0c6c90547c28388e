//! Rows by name, in the order in which they were added.

use crate::string::{StaticStr, hash};

/// A table that a class is linked with and then only read.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<(StaticStr, T)>,
    /// Open addressing, at most half full: one more than the index of a row, 0 for none.
    buckets: Vec<u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), buckets: Vec::new() }
    }
}

impl<T> Table<T> {
    /// The index of the row with this name.
    pub fn index(&self, name: &[u8]) -> Option<usize> {
        self.probe(name, hash::hash(name)).ok()
    }

    /// The row with this name.
    pub fn get(&self, name: &[u8]) -> Option<&T> {
        self.index(name).map(|at| &self.rows[at].1)
    }

    /// The row at an index.
    pub fn at(&self, index: usize) -> Option<&T> {
        self.rows.get(index).map(|(_, row)| row)
    }

    /// The row with this name, for changing.
    pub fn get_mut(&mut self, name: &[u8]) -> Option<&mut T> {
        self.index(name).map(|at| &mut self.rows[at].1)
    }

    /// Adds a row or replaces the one with its name. The index of the row.
    pub fn insert(&mut self, name: StaticStr, row: T) -> usize {
        match self.probe(name.as_bytes(), name.hash()) {
            Ok(at) => {
                self.rows[at].1 = row;
                at
            }
            Err(_) => {
                self.rows.push((name, row));
                self.place(self.rows.len() - 1);
                self.rows.len() - 1
            }
        }
    }

    /// The index of a row, or the bucket where one would go.
    fn probe(&self, name: &[u8], hash: u32) -> Result<usize, usize> {
        let Some(mask) = self.buckets.len().checked_sub(1) else { return Err(0) };
        let mut at = hash as usize & mask;
        while let Some(row) = self.buckets[at].checked_sub(1) {
            let found = self.rows[row as usize].0;
            if found.hash() == hash && found.as_bytes() == name {
                return Ok(row as usize);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn place(&mut self, row: usize) {
        if self.rows.len() * 2 > self.buckets.len() {
            self.buckets = vec![0; (self.rows.len() * 4).next_power_of_two()];
            (0..row).for_each(|row| self.place(row));
        }
        let name = self.rows[row].0;
        if let Err(bucket) = self.probe(name.as_bytes(), name.hash()) {
            self.buckets[bucket] = row as u32 + 1;
        }
    }

    /// All rows with their names, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (StaticStr, &T)> {
        self.rows.iter().map(|(name, row)| (*name, row))
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// All rows for changing, in order.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.iter_mut().map(|(_, row)| row)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
