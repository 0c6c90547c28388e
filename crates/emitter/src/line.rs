//! From bytes of the source to lines.
//!
//! Lines are asked for mostly in order, so the last answer is tried first.

/// Bytes of a line, about.
const LINE_BYTES: usize = 28;

/// The lines of a source.
pub(crate) struct Lines {
    /// Where each line starts.
    starts: Vec<u32>,
    /// The index of the line that was asked for last.
    last: usize,
}

impl Lines {
    pub(crate) fn of(source: &[u8]) -> Self {
        let mut starts = Vec::with_capacity(source.len() / LINE_BYTES + 1);
        starts.push(0);
        if memchr::memchr(b'\r', source).is_none() {
            let behind = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
            starts.extend(memchr::memchr_iter(b'\n', source).map(behind));
            return Self { starts, last: 0 };
        }
        let mut from = 0;
        while let Some(found) = memchr::memchr2(b'\n', b'\r', &source[from..]) {
            let at = from + found;
            let is_pair = source[at] == b'\r' && source.get(at + 1) == Some(&b'\n');
            from = at + 1 + usize::from(is_pair);
            starts.push(u32::try_from(from).unwrap_or(u32::MAX));
        }
        Self { starts, last: 0 }
    }

    /// The line of a byte, from 1.
    pub(crate) fn at(&mut self, offset: u32) -> u32 {
        let after = |line: usize| self.starts.get(line + 1).is_none_or(|next| offset < *next);
        if offset < self.starts[self.last] || !after(self.last) {
            let near = self.last + 1;
            let is_near = near < self.starts.len() && offset >= self.starts[near] && after(near);
            self.last = match is_near {
                true => near,
                false => self.starts.partition_point(|start| *start <= offset).saturating_sub(1),
            };
        }
        u32::try_from(self.last + 1).unwrap_or(u32::MAX)
    }
}
