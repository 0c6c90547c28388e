//! The native stack of the thread that runs.

use std::mem::MaybeUninit;
use std::ptr;

/// The share of a small stack that is kept.
const SMALL_SHARE: usize = 4;

/// The lowest address of this thread's native stack; `None` when the system does not say.
fn lowest() -> Option<usize> {
    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    // SAFETY: a handle of this thread, valid while it runs.
    let this = unsafe { libc::pthread_self() };
    // SAFETY: the attributes are written when it succeeds.
    if unsafe { libc::pthread_getattr_np(this, attributes.as_mut_ptr()) } != 0 {
        return None;
    }
    let (mut base, mut bytes) = (ptr::null_mut(), 0);
    // SAFETY: the attributes were written.
    let failed =
        unsafe { libc::pthread_attr_getstack(attributes.as_ptr(), &raw mut base, &raw mut bytes) };
    // SAFETY: as above; they are not used again.
    unsafe { libc::pthread_attr_destroy(attributes.as_mut_ptr()) };
    (failed == 0 && bytes > 0).then(|| base.addr())
}

/// The address below which the interpreter does not enter itself again: `reserve` bytes above the
/// end of the stack, or of `bytes` from `here` when that comes first. A small stack keeps less.
pub(crate) fn limit(here: usize, bytes: usize, reserve: usize) -> usize {
    let given = here.saturating_sub(bytes.saturating_sub(reserve));
    let real = lowest()
        .map_or(0, |lowest| lowest + reserve.min(here.saturating_sub(lowest) / SMALL_SHARE));
    given.max(real)
}
