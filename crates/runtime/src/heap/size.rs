//! Block sizes: which sizes the heap hands out, and the one-byte code for a size.
//!
//! Up to 512 bytes there is a size every 16 bytes, above that four per doubling to 3584, then
//! whole pages. A [`SizeCode`] names a block size in one byte: it is what strings and packed
//! arrays keep as their capacity.
//!
//! # Invariants
//! - S1: `block_bytes` of a block size is that size.
//! - S2: codes are ordered as their sizes.

/// Bytes of a page of a slab.
pub const PAGE_BYTES: usize = 4096;
/// The largest block that comes from a free list.
pub const SMALL_BYTES_MAX: usize = 3584;
/// How many free lists there are.
pub const SMALL_CLASSES: usize = 43;

const FINE_CLASSES: usize = 32;
const FINE_BYTES_MAX: usize = 512;
const CODES: usize = 236;

/// Block sizes of the free lists.
pub const CLASS_BYTES: [u16; SMALL_CLASSES] = class_bytes();
/// Free list for a size above 512, by 128-byte steps.
const COARSE_CLASS: [u8; SMALL_BYTES_MAX / 128 + 1] = coarse_class();
const CODE_BYTES: [usize; CODES] = code_bytes();

const fn class_bytes() -> [u16; SMALL_CLASSES] {
    let mut sizes = [0; SMALL_CLASSES];
    let mut class = 0;
    let mut bytes = 0;
    while class < SMALL_CLASSES {
        bytes = next_block_bytes(bytes);
        sizes[class] = bytes as u16;
        class += 1;
    }
    assert!(bytes == SMALL_BYTES_MAX);
    sizes
}

const fn coarse_class() -> [u8; SMALL_BYTES_MAX / 128 + 1] {
    let mut classes = [0; SMALL_BYTES_MAX / 128 + 1];
    let mut step = 0;
    while step < classes.len() {
        let mut class = 0;
        while (CLASS_BYTES[class] as usize) < step * 128 {
            class += 1;
        }
        classes[step] = class as u8;
        step += 1;
    }
    classes
}

const fn code_bytes() -> [usize; CODES] {
    let mut sizes = [0; CODES];
    let mut code = 0;
    let mut bytes = 0;
    while code < CODES {
        bytes = next_block_bytes(bytes);
        sizes[code] = bytes;
        code += 1;
    }
    sizes
}

const fn next_block_bytes(bytes: usize) -> usize {
    if bytes < FINE_BYTES_MAX {
        return bytes + 16;
    }
    let doubling = 1 << bytes.ilog2();
    let step = if bytes < PAGE_BYTES { doubling / 4 } else { doubling / 8 };
    if bytes < PAGE_BYTES || step >= PAGE_BYTES { bytes + step } else { bytes + PAGE_BYTES }
}

/// The free list for blocks of `bytes` ≤ [`SMALL_BYTES_MAX`].
#[inline]
pub const fn small_class(bytes: usize) -> usize {
    if bytes <= FINE_BYTES_MAX {
        bytes.saturating_sub(1) / 16
    } else {
        COARSE_CLASS[bytes.div_ceil(128)] as usize
    }
}

/// The size of the block that a request for `bytes` gets: the next block size, above
/// [`SMALL_BYTES_MAX`] the next page.
#[inline]
pub const fn block_bytes(bytes: usize) -> usize {
    if bytes <= SMALL_BYTES_MAX {
        CLASS_BYTES[small_class(bytes)] as usize
    } else {
        bytes.next_multiple_of(PAGE_BYTES)
    }
}

/// A block size in one byte: all free list sizes, then whole pages, eight per doubling.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SizeCode(u8);

impl SizeCode {
    /// The smallest block size of at least `bytes`, or `None` above 2³⁸ bytes.
    #[inline]
    pub const fn at_least(bytes: usize) -> Option<Self> {
        if bytes <= SMALL_BYTES_MAX {
            return Some(Self(small_class(bytes) as u8));
        }
        Self::pages_at_least(bytes)
    }

    const fn pages_at_least(bytes: usize) -> Option<Self> {
        let (mut low, mut high) = (SMALL_CLASSES, CODES);
        while low < high {
            let middle = usize::midpoint(low, high);
            if CODE_BYTES[middle] < bytes {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if low < CODES { Some(Self(low as u8)) } else { None }
    }

    /// The code with this byte. Bytes that no code has read as the largest size.
    #[inline]
    pub const fn from_byte(byte: u8) -> Self {
        Self(byte)
    }

    /// The byte that a header keeps.
    #[inline]
    pub const fn byte(self) -> u8 {
        self.0
    }

    /// The block size in bytes.
    #[inline]
    pub const fn bytes(self) -> usize {
        let code = self.0 as usize;
        if code < FINE_CLASSES {
            (code + 1) * 16
        } else if code < CODES {
            CODE_BYTES[code]
        } else {
            CODE_BYTES[CODES - 1]
        }
    }
}

/// Pages that a free list takes at a time: the fewest that waste at most a sixteenth.
pub const fn run_pages(class: usize) -> usize {
    let bytes = CLASS_BYTES[class] as usize;
    let mut pages = 1;
    while pages < 8 && (pages * PAGE_BYTES) % bytes > pages * PAGE_BYTES / 16 {
        pages += 1;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_fits_its_block_with_little_waste() {
        for bytes in 1..=20_000 {
            let block = block_bytes(bytes);
            assert!(block >= bytes && block_bytes(block) == block, "{bytes}");
            assert!(bytes <= 512 || bytes > 3584 || block * 3 <= bytes * 4 + 512, "{bytes}");
            let code = SizeCode::at_least(bytes).unwrap();
            assert!(code.bytes() >= block && block_bytes(code.bytes()) == code.bytes(), "{bytes}");
        }
        assert!(SizeCode::at_least(1 << 36).is_some());
        assert!(SizeCode::at_least(usize::MAX).is_none());
    }
}
