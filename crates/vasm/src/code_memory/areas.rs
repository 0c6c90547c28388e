//! Giving out the bytes of one area.

/// Where code starts: what the instruction fetch likes.
const ALIGN: u32 = 16;

/// A run of bytes from which pieces are taken and to which they are given back.
#[derive(Debug)]
pub(super) struct Arena {
    start: u32,
    end: u32,
    next: u32,
    /// Given back, by start; neighbours are joined.
    free: Vec<(u32, u32)>,
    free_bytes: u32,
}

impl Arena {
    pub fn new(start: u32, size: u32) -> Self {
        Self { start, end: start + size, next: start, free: Vec::new(), free_bytes: 0 }
    }

    /// The offset of `size` bytes; `None` when there is no room. A size of 0 takes nothing.
    pub fn take(&mut self, size: u32) -> Option<u32> {
        let size = size.checked_next_multiple_of(ALIGN)?;
        if size == 0 {
            return Some(self.start);
        }
        if let Some(index) = self.free.iter().position(|(_, length)| *length >= size) {
            let (offset, length) = self.free[index];
            self.free_bytes -= size;
            if length == size {
                self.free.remove(index);
            } else {
                self.free[index] = (offset + size, length - size);
            }
            return Some(offset);
        }
        let end = self.next.checked_add(size).filter(|end| *end <= self.end)?;
        Some(std::mem::replace(&mut self.next, end))
    }

    /// Gives back what [`Arena::take`] gave for the same size.
    pub fn give(&mut self, offset: u32, size: u32) {
        let size = size.next_multiple_of(ALIGN);
        if size == 0 {
            return;
        }
        self.free_bytes += size;
        let index = self.free.partition_point(|(start, _)| *start < offset);
        self.free.insert(index, (offset, size));
        if self.free.get(index + 1).is_some_and(|(start, _)| *start == offset + size) {
            self.free[index].1 += self.free.remove(index + 1).1;
        }
        if let Some(before) = index.checked_sub(1)
            && self.free[before].0 + self.free[before].1 == offset
        {
            self.free[before].1 += self.free.remove(index).1;
        }
    }

    /// Offset and size of everything that was ever taken.
    pub fn extent(&self) -> (u32, u32) {
        (self.start, self.next - self.start)
    }

    pub fn used(&self) -> u32 {
        self.next - self.start - self.free_bytes
    }

    pub fn capacity(&self) -> u32 {
        self.end - self.start
    }
}

#[cfg(test)]
mod tests {
    use super::Arena;

    #[test]
    fn pieces_given_back_are_joined_and_taken_again() {
        let mut arena = Arena::new(4096, 64);
        let pieces = [arena.take(16), arena.take(10), arena.take(32)];
        assert_eq!(pieces, [Some(4096), Some(4112), Some(4128)]);
        assert_eq!(arena.take(1), None);
        arena.give(4096, 16);
        arena.give(4128, 32);
        assert_eq!((arena.take(33), arena.used()), (None, 16));
        arena.give(4112, 10);
        assert_eq!((arena.take(64), arena.used()), (Some(4096), 64));
    }
}
