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
            push_starts(source, &mut starts);
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
        let ahead = self.starts.get(self.last..).unwrap_or_default();
        let near = ahead.iter().take(NEAR).take_while(|start| **start <= offset).count();
        self.last = match near {
            1..NEAR => self.last + near - 1,
            _ => self.starts.partition_point(|start| *start <= offset).saturating_sub(1),
        };
        u32::try_from(self.last + 1).unwrap_or(u32::MAX)
    }
}

/// How many lines are tried behind the one that was asked for last.
const NEAR: usize = 8;

/// Appends where each line behind the first starts, eight bytes at a time: lines are too short for
/// a search from one end to the next.
fn push_starts(source: &[u8], starts: &mut Vec<u32>) {
    const FEEDS: u64 = u64::from_ne_bytes([b'\n'; 8]);
    const LOW: u64 = u64::from_ne_bytes([0x7f; 8]);
    let (words, rest) = source.as_chunks::<8>();
    let mut behind = 1;
    for word in words {
        let others = u64::from_le_bytes(*word) ^ FEEDS;
        // The top bit of each byte that is 0 in `others`.
        let mut feeds = !(((others & LOW) + LOW) | others | LOW);
        while feeds != 0 {
            starts.push(behind + feeds.trailing_zeros() / 8);
            feeds &= feeds - 1;
        }
        behind = behind.wrapping_add(8);
    }
    for byte in rest {
        if *byte == b'\n' {
            starts.push(behind);
        }
        behind = behind.wrapping_add(1);
    }
}
