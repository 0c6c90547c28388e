//! Where the interpreter is, as far as anyone but the dispatcher must know.

use runtime::value::Value;

use crate::dispatch::Pc;
use crate::exec::Site;
use crate::frame::{ActRec, Fp};
use crate::func::Func;

/// The registers that are kept in memory.
#[derive(Clone, Copy, Default)]
pub struct Regs {
    /// The frame and the site whose op body runs.
    position: Option<(Fp, &'static Site)>,
    /// The native function that runs for that frame.
    native: Option<(ActRec, u32)>,
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

    /// Says that the native function of a record runs, with so many arguments.
    pub(crate) fn enter_native(&mut self, record: ActRec, args: u32) {
        self.native = Some((record, args));
    }

    /// Ends what [`enter_native`](Self::enter_native) began.
    pub(crate) fn leave_native(&mut self) {
        self.native = None;
    }

    /// The native function that runs, and its arguments.
    pub(crate) fn native(&self) -> Option<(&'static Func, Vec<Value>)> {
        let (record, args) = self.native?;
        let frame = record.frame();
        let args = (0..args as usize).map(|at| frame.cell(at).value().clone());
        Some((record.func(), args.collect()))
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
