//! Strings made of pieces whose number is not known beforehand.

use super::{Str, empty, one_byte};
use crate::heap::Oom;

/// A string under construction. Its block belongs to nobody else, and says how long it is only when
/// it is finished or grows.
pub struct Builder {
    string: Str,
    length: usize,
    capacity: usize,
}

impl Builder {
    /// Room for `capacity` bytes at first.
    #[inline]
    pub fn with_capacity(capacity: usize) -> Result<Self, Oom> {
        let string = Str::with_capacity(capacity)?;
        let capacity = string.capacity();
        Ok(Self { string, length: 0, capacity })
    }

    /// How many bytes there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Adds `bytes` at the end.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Oom> {
        if bytes.len() > self.capacity - self.length {
            self.grow(bytes.len())?;
        }
        self.string.write(self.length, bytes);
        self.length += bytes.len();
        Ok(())
    }

    #[cold]
    fn grow(&mut self, more: usize) -> Result<(), Oom> {
        self.settle();
        self.string.make_room(more)?;
        self.capacity = self.string.capacity();
        Ok(())
    }

    /// Says how long the string is.
    #[inline]
    fn settle(&mut self) {
        // SAFETY: Z1: there is room for the NUL after the capacity.
        unsafe { self.string.text(self.length).write(0) };
        self.string.header().length.set(self.length as u32);
    }

    /// The string, without slack above an eighth of its length.
    #[inline]
    pub fn finish(mut self) -> Str {
        if self.length < 2 {
            return match self.length {
                0 => empty().to_str(),
                _ => {
                    self.settle();
                    one_byte(self.string[0]).to_str()
                }
            };
        }
        self.settle();
        self.string.shrink();
        self.string
    }
}

#[cfg(test)]
mod tests {
    use super::Builder;

    #[test]
    fn pieces_of_any_length_become_one_string() {
        for first in [0, 1, 2, 7, 40, 5000] {
            for second in [0, 1, 3, 100, 9000] {
                let (left, right) = (vec![b'a'; first], vec![b'b'; second]);
                let mut text = Builder::with_capacity(first / 2).expect("memory");
                text.push(&left).expect("memory");
                text.push(&right).expect("memory");
                assert_eq!(text.len(), first + second);
                assert_eq!(text.finish().as_bytes(), [left, right].concat());
            }
        }
        assert!(Builder::with_capacity(0).expect("memory").finish().is_static());
    }
}
