//! Names in lower case, by which tables know what has names in any case.

use std::ops::Deref;

use smallvec::SmallVec;

/// Names up to this length are folded without an allocation.
const SHORT: usize = 64;

/// A name in lower case.
pub(crate) struct Folded(SmallVec<[u8; SHORT]>);

impl Folded {
    /// That of a name in any case.
    #[inline]
    pub(crate) fn of(name: &[u8]) -> Self {
        let mut folded = SmallVec::from_slice(name);
        folded.make_ascii_lowercase();
        Self(folded)
    }

    /// That of a constant, of which only the namespace has any case; none when it is written so.
    pub(crate) fn of_constant(name: &[u8]) -> Option<Self> {
        let at = name.iter().rposition(|&byte| byte == b'\\')?;
        let (namespace, _) = name.split_at(at);
        if !namespace.iter().any(u8::is_ascii_uppercase) {
            return None;
        }
        let mut folded = SmallVec::from_slice(name);
        folded[..at].make_ascii_lowercase();
        Some(Self(folded))
    }
}

impl Deref for Folded {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}
