//! Walking the frames of a request without running them.

use runtime::object::{ClassId, Object};
use runtime::value::Value;

use super::Fp;
use crate::callable::Viewpoint;
use crate::dispatch::exit_pc;
use crate::exec::{Site, call_in};
use crate::func::Func;
use crate::request::Request;

/// A frame as a walker sees it.
#[derive(Clone, Copy)]
pub struct FrameInfo {
    /// The function.
    pub func: &'static Func,
    /// The instruction that it is at.
    pub site: &'static Site,
    fp: Fp,
    is_outermost: bool,
}

impl FrameInfo {
    /// The line in the source; 0 when it is not known.
    pub fn line(&self) -> u32 {
        let php = self.func.as_php();
        php.and_then(|php| php.record().body.line_at(self.site.offset)).unwrap_or(0)
    }

    /// `$this`.
    pub fn this(&self) -> Option<Object> {
        self.fp.record().this()
    }

    /// The class that `static` means.
    pub fn class(&self) -> Option<ClassId> {
        let record = self.fp.record();
        record.this().map(|this| this.class()).or_else(|| record.class())
    }

    /// How the function looks at callables.
    pub fn viewpoint(&self) -> Viewpoint {
        Viewpoint { scope: self.func.scope(), late_bound: self.class(), this: self.this() }
    }

    /// Whether it is the main script, which nothing called.
    pub fn is_outermost(&self) -> bool {
        self.is_outermost
    }

    /// The value of a local, as it is now.
    pub fn local(&self, local: u32) -> Value {
        self.fp.cell(local as usize).value().clone()
    }

    /// The first local.
    pub(crate) fn fp(&self) -> Fp {
        self.fp
    }

    /// The arguments, as they are now; also those beyond the parameters.
    pub fn args(&self) -> Vec<Value> {
        let record = self.fp.record();
        let params = self.func.as_php().map_or(0, |php| php.record().params.len());
        let given = params.min(record.args() as usize);
        let mut args: Vec<Value> =
            (0..given).map(|at| self.fp.cell(at).value().unboxed().clone()).collect();
        if let Some(extra) = record.extra() {
            args.extend(extra.iter().map(|(_, value)| value.clone()));
        }
        args
    }
}

/// Frames from the innermost outwards, also those under native code.
pub struct Walker<'a> {
    next: Option<(Fp, &'static Site)>,
    /// Where native code was called from that entered the interpreter again, innermost last.
    entries: &'a [Option<(Fp, &'static Site)>],
}

impl<'a> Walker<'a> {
    /// The frames of a request.
    pub fn new(rq: &'a Request) -> Self {
        Self { next: rq.regs.position(), entries: rq.entries() }
    }

    fn caller_of(&mut self, fp: Fp) -> Option<(Fp, &'static Site)> {
        let record = fp.record();
        let ret = record.ret()?;
        if ret == exit_pc() {
            let (outer, rest) = self.entries.split_last()?;
            self.entries = rest;
            return *outer;
        }
        let caller = record.caller()?;
        let (_, sites) = caller.record().func().as_php()?.code().locate(ret.prev())?;
        Some((caller, call_in(sites)?))
    }
}

impl Iterator for Walker<'_> {
    type Item = FrameInfo;

    fn next(&mut self) -> Option<FrameInfo> {
        let (fp, site) = self.next?;
        self.next = self.caller_of(fp);
        let func = fp.record().func();
        let is_main = func.as_php().is_some_and(crate::func::PhpFunc::is_main);
        Some(FrameInfo { func, site, fp, is_outermost: is_main && self.next.is_none() })
    }
}
