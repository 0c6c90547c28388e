//! Values that are lent for a call.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use super::Value;

/// A value whose count stays with the one that lends it.
#[repr(transparent)]
pub struct Lent<'a>(ManuallyDrop<Value>, PhantomData<&'a Value>);

impl Value {
    /// The value, without a count of its own.
    #[inline]
    pub fn lend(&self) -> Lent<'_> {
        // SAFETY: the count is never given up, and the borrow keeps the owner's.
        Lent(ManuallyDrop::new(unsafe { Self::from_raw(self.as_raw()) }), PhantomData)
    }
}

impl Lent<'_> {
    /// As arguments.
    #[inline]
    pub fn values(lent: &[Self]) -> &[Value] {
        // SAFETY: both wrappers are transparent, and nobody moves out of a borrowed slice.
        unsafe { std::slice::from_raw_parts(lent.as_ptr().cast(), lent.len()) }
    }
}
