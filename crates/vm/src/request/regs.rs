//! Where the interpreter is, as far as anyone but the dispatcher must know.

use crate::dispatch::Pc;
use crate::exec::Site;
use crate::frame::{ActRec, Fp};

/// A native function that runs.
#[derive(Clone, Copy)]
pub(crate) struct NativeRun {
    /// Its record; the arguments lie above it.
    pub record: ActRec,
    /// How many arguments were given.
    pub given: u32,
    /// How many cells it has.
    pub cells: u32,
}

/// The registers that are kept in memory.
#[derive(Clone, Copy, Default)]
pub struct Regs {
    /// The frame and the site whose op body runs.
    position: Option<(Fp, &'static Site)>,
    /// The native function that runs for that frame.
    native: Option<NativeRun>,
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

    /// Says that the frame stands at `site`.
    pub(crate) fn at_site(&mut self, fp: Fp, site: &'static Site) {
        self.position = Some((fp, site));
    }

    /// Says that the native function of a record runs, with so many arguments given in so many
    /// cells.
    pub(crate) fn enter_native(&mut self, record: ActRec, (given, cells): (u32, u32)) {
        self.native = Some(NativeRun { record, given, cells });
    }

    /// Whether nothing runs.
    pub(crate) fn is_idle(&self) -> bool {
        self.position.is_none() && self.native.is_none()
    }

    /// Ends what [`enter_native`](Self::enter_native) began.
    pub(crate) fn leave_native(&mut self) {
        self.native = None;
    }

    /// The native function that runs.
    pub(crate) fn native(&self) -> Option<NativeRun> {
        self.native
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

    /// What native code leaves behind that enters the interpreter: nothing runs.
    pub(crate) fn enter(&mut self) -> Self {
        let outer = *self;
        self.position = None;
        self.native = None;
        outer
    }

    pub(crate) fn save(&self) -> Self {
        *self
    }

    pub(crate) fn restore(&mut self, saved: Self) {
        *self = saved;
    }
}
