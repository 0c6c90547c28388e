//! Walking the frames of a request without running them.

use std::collections::VecDeque;

use hhbc::func::Attrs;
use runtime::array::Key;
use runtime::object::cycle::Held;
use runtime::object::{ClassId, Object};
use runtime::value::Value;

use super::{Fp, Frame};
use crate::callable::Viewpoint;
use crate::dispatch::exit_pc;
use crate::exec::{Site, call_in};
use crate::func::Func;
use crate::generator::Delegation;
use crate::request::{NativeRun, Regs, Request};

/// A frame as a walker sees it.
#[derive(Clone)]
pub struct FrameInfo {
    /// The function.
    pub func: &'static Func,
    at: At,
    place: Stand,
    is_outermost: bool,
}

/// Where a frame has what it holds.
#[derive(Clone)]
enum Stand {
    Stack(Fp),
    /// Aside: that of a generator which waits for what it delegates to.
    Aside(Object),
}

#[derive(Clone, Copy)]
enum At {
    /// A frame of bytecode at an instruction.
    Site(&'static Site),
    /// A native function with so many arguments.
    Native(u32),
}

impl FrameInfo {
    /// The instruction that it is at; none of a native function.
    pub fn site(&self) -> Option<&'static Site> {
        match self.at {
            At::Site(site) => Some(site),
            At::Native(_) => None,
        }
    }

    /// The line in the source; 0 when it is not known.
    pub fn line(&self) -> u32 {
        let line = |site: &Site| self.func.as_php()?.record().body.line_at(site.offset);
        self.site().and_then(line).unwrap_or(0)
    }

    /// As op bodies see it; none of a native function.
    pub(crate) fn frame(&self) -> Option<Frame> {
        Some(Frame::new(self.fp()?, self.func.slots(), self.site()?))
    }

    fn fp(&self) -> Option<Fp> {
        match self.place {
            Stand::Stack(fp) => Some(fp),
            Stand::Aside(_) => None,
        }
    }

    /// `$this`.
    pub fn this(&self) -> Option<Object> {
        match &self.place {
            Stand::Stack(fp) => fp.record().this(),
            Stand::Aside(generator) => crate::generator::this_of(generator),
        }
    }

    /// The class that `static` means.
    pub fn class(&self) -> Option<ClassId> {
        let class = match &self.place {
            Stand::Stack(fp) => fp.record().class(),
            Stand::Aside(generator) => crate::generator::class_of(generator),
        };
        self.this().map(|this| this.class()).or(class)
    }

    /// How the function looks at callables.
    pub fn viewpoint(&self) -> Viewpoint {
        Viewpoint { scope: self.func.scope(), late_bound: self.class(), this: self.this() }
    }

    /// Whether it is the main script, which nothing called.
    pub fn is_outermost(&self) -> bool {
        self.is_outermost
    }

    /// Whether the cell of a local holds a value.
    pub(crate) fn is_sound(&self, local: u32) -> bool {
        let tags = [0x00, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x14, 0x20, 0x30, 0x40, 0x50];
        self.fp().is_none_or(|fp| tags.contains(&fp.cell(local as usize).raw_tag()))
    }

    /// Notes what a frame on the stack holds as `$this`, and in its locals where those are written.
    pub(crate) fn note_held(&self, held: &mut Held, are_written: bool) {
        let Some(fp) = self.fp() else { return };
        if let Some(this) = fp.record().receiver() {
            held.note_block(this.block());
        }
        let php = self.func.as_php().filter(|_| are_written);
        let locals = php.map_or(0, |php| php.locals());
        for local in (0..locals).filter(|local| self.is_sound(*local)) {
            held.note(fp.cell(local as usize).value());
        }
    }

    /// The value of a local, as it is now.
    pub fn local(&self, local: u32) -> Value {
        self.fp().map_or(Value::NULL, |fp| fp.cell(local as usize).value().clone())
    }

    fn is_variadic(&self) -> bool {
        let last = self.func.as_php().and_then(|php| php.record().params.last());
        last.is_some_and(|param| param.attrs.has(Attrs::variadic))
    }

    /// The arguments, as they are now; also those beyond the parameters.
    pub fn args(&self) -> Vec<Value> {
        let fp = match &self.place {
            Stand::Stack(fp) => *fp,
            Stand::Aside(generator) => return crate::generator::args_aside(generator),
        };
        let record = fp.record();
        let given = match self.at {
            At::Native(given) => given as usize,
            At::Site(_) => {
                let params = self.func.as_php().map_or(0, |php| php.record().params.len());
                let fixed = params - usize::from(self.is_variadic());
                fixed.min(record.args() as usize)
            }
        };
        let mut args: Vec<Value> =
            (0..given).map(|at| fp.cell(at).value().unboxed().clone()).collect();
        if self.is_variadic()
            && let Some(php) = self.func.as_php()
        {
            let last = fp.cell(php.record().params.len() - 1).value().unboxed().clone();
            let rest = last.as_array().into_iter().flat_map(runtime::array::Array::iter);
            let unnamed = rest.filter(|(key, _)| matches!(key, Key::Int(_)));
            args.extend(unnamed.map(|(_, value)| value.unboxed().clone()));
        }
        if let Some(extra) = record.extra() {
            let beyond = extra.iter().filter(|(key, _)| matches!(key, Key::Int(_)));
            args.extend(beyond.map(|(_, value)| value.clone()));
        }
        args
    }

    /// The arguments that a variadic parameter took with their names.
    pub fn named_args(&self) -> Vec<(runtime::string::Str, Value)> {
        let Some(php) = self.func.as_php().filter(|_| self.is_variadic()) else {
            return Vec::new();
        };
        let Some(fp) = self.fp() else { return Vec::new() };
        let last = fp.cell(php.record().params.len() - 1).value().unboxed().clone();
        let rest = last.as_array().into_iter().flat_map(runtime::array::Array::iter);
        let named = rest.filter_map(|(key, value)| match key {
            Key::Str(name) => Some((name.clone(), value.unboxed().clone())),
            Key::Int(_) => None,
        });
        named.collect()
    }
}

/// Frames from the innermost outwards, native ones and those under native code too.
pub struct Walker<'a> {
    native: Option<NativeRun>,
    next: Option<(Fp, &'static Site)>,
    /// Where native code was called from that entered the interpreter again, innermost last.
    entries: &'a [Regs],
    /// The generators that wait for what runs, innermost last.
    waiting: &'a [Delegation],
    /// How many of the entries belong to other flows of control.
    floor: usize,
    /// Those of the generators that come before all other frames, the innermost first.
    aside: VecDeque<Object>,
}

impl<'a> Walker<'a> {
    /// The frames of a request.
    pub fn new(rq: &'a Request) -> Self {
        let (waiting, floor) = (rq.waiting.as_slice(), rq.floor());
        let (native, next) = (rq.regs.native(), rq.regs.position());
        let mut entries = rq.entries();
        let mut floor = floor;
        if rq.fibers.is_closing() {
            entries = &entries[floor.min(entries.len())..];
            floor = 0;
        }
        let mut walker = Self { native, next, entries, waiting, floor, aside: VecDeque::new() };
        if walker.native.is_none() || !waiting.is_empty() {
            walker.step_aside();
        }
        walker
    }

    /// The frames of a flow of control that does not run.
    pub(crate) fn of(regs: Regs, entries: &'a [Regs]) -> Self {
        let aside = VecDeque::new();
        Self {
            native: regs.native(),
            next: regs.position(),
            entries,
            waiting: &[],
            floor: 0,
            aside,
        }
    }

    /// Goes on with the generators that wait for what the code at this depth gives them.
    fn step_aside(&mut self) {
        while let Some((last, rest)) = self.waiting.split_last()
            && self.entries.len() == self.floor + last.depth
        {
            self.waiting = rest;
            self.aside.extend(last.generators());
        }
    }

    fn caller_of(&mut self, fp: Fp) -> Option<(Fp, &'static Site)> {
        let record = fp.record();
        if let Some(asked) = crate::generator::asked(fp) {
            self.aside.extend(asked.waiting());
        }
        let ret = record.ret()?;
        if ret == exit_pc() {
            return self.outer();
        }
        let caller = record.caller()?;
        let (_, sites) = caller.record().func().as_php()?.code().locate(ret.prev())?;
        Some((caller, call_in(sites).or(sites.last())?))
    }

    /// Goes to the code that entered the interpreter.
    fn outer(&mut self) -> Option<(Fp, &'static Site)> {
        loop {
            let (outer, rest) = self.entries.split_last()?;
            self.entries = rest;
            self.step_aside();
            self.native = outer.native();
            if !outer.is_idle() {
                return outer.position();
            }
        }
    }

    /// The native frame that is next. It was called from the code at `next`, or, without that,
    /// from native code.
    fn native_frame(&mut self) -> Option<FrameInfo> {
        let run = self.native.take()?;
        let func = run.record.func();
        if self.next.is_none() {
            self.next = self.outer();
        }
        let at = At::Native(run.given);
        let place = Stand::Stack(run.record.frame());
        Some(FrameInfo { func, at, place, is_outermost: false })
    }
}

/// Whether a native function is no frame of its own, because PHP compiles calls of it to calls of
/// what it is given, or, with one argument, to an instruction. Other native code calls the function
/// itself.
fn is_transparent(frame: &FrameInfo, is_called_by_code: bool) -> bool {
    match frame.func.name().as_bytes() {
        b"call_user_func" | b"call_user_func_array" => true,
        b"strlen" | b"count" | b"sizeof" => is_called_by_code && matches!(frame.at, At::Native(1)),
        _ => false,
    }
}

impl Iterator for Walker<'_> {
    type Item = FrameInfo;

    fn next(&mut self) -> Option<FrameInfo> {
        while let Some(generator) = self.aside.pop_front() {
            let Some((func, site)) = crate::generator::place_of(&generator) else { continue };
            let place = Stand::Aside(generator);
            return Some(FrameInfo { func, at: At::Site(site), place, is_outermost: false });
        }
        loop {
            let is_called_by_code = self.next.is_some();
            let Some(native) = self.native_frame() else { break };
            if !is_transparent(&native, is_called_by_code) {
                return Some(native);
            }
        }
        let (fp, site) = self.next?;
        self.next = self.caller_of(fp);
        let func = fp.record().func();
        let is_main = func.as_php().is_some_and(crate::func::PhpFunc::is_main);
        let is_outermost = is_main && self.next.is_none();
        let place = Stand::Stack(fp);
        Some(FrameInfo { func, at: At::Site(site), place, is_outermost })
    }
}
