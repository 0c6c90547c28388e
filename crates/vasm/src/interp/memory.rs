//! A run of bytes at an address.

/// A run of bytes at an address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Memory {
    /// The address of the first byte.
    pub base: u64,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Memory {
    fn range(&self, address: u64, count: u32) -> Option<std::ops::Range<usize>> {
        let start = usize::try_from(address.checked_sub(self.base)?).ok()?;
        let end = start.checked_add(count as usize)?;
        (end <= self.bytes.len()).then_some(start..end)
    }

    /// Up to eight bytes, the first the lowest; `None` outside.
    pub fn read(&self, address: u64, count: u32) -> Option<u64> {
        let mut value = [0; 8];
        let range = self.range(address, count)?;
        value[..count as usize].copy_from_slice(&self.bytes[range]);
        Some(u64::from_le_bytes(value))
    }

    /// Writes up to eight low bytes of `value`; `None` outside.
    pub fn write(&mut self, address: u64, count: u32, value: u64) -> Option<()> {
        let range = self.range(address, count)?;
        self.bytes[range].copy_from_slice(&value.to_le_bytes()[..count as usize]);
        Some(())
    }
}
