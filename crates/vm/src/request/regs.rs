//! Where the interpreter is, as far as anyone but the dispatcher must know.

use crate::dispatch::Pc;
use crate::exec::Site;
use crate::frame::Fp;

/// The registers that are kept in memory.
#[derive(Clone, Copy, Default)]
pub struct Regs {
    /// The frame and the site whose op body runs.
    position: Option<(Fp, &'static Site)>,
    /// Where the trampoline goes on.
    #[cfg(not(tail_dispatch))]
    resume: Option<(Pc, Fp)>,
}

impl Regs {
    /// Says that the op body of `site` runs.
    #[inline(always)]
    pub(crate) fn at(&mut self, _: Pc, fp: Fp, site: &'static Site) {
        self.position = Some((fp, site));
    }

    /// The frame and the site whose op body runs.
    pub(crate) fn position(&self) -> Option<(Fp, &'static Site)> {
        self.position
    }

    /// Says where the trampoline goes on.
    #[cfg(not(tail_dispatch))]
    #[inline(always)]
    pub(crate) fn resume(&mut self, pc: Pc, fp: Fp) {
        self.resume = Some((pc, fp));
    }

    /// Where the trampoline goes on.
    #[cfg(not(tail_dispatch))]
    #[inline(always)]
    pub(crate) fn resumed(&self) -> (Pc, Fp) {
        self.resume.expect("invariant: a handler says where to go on")
    }

    pub(crate) fn save(&self) -> Self {
        *self
    }

    pub(crate) fn restore(&mut self, saved: Self) {
        *self = saved;
    }
}
