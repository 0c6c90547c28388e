//! The state of one request: its stack, output, names and errors.
//!
//! # Invariants
//! - A request is used by one thread.
//!
//! # Not here
//! Values: they live in the thread's heap.

mod errors;
mod globals;
mod output;
mod raise;
mod regs;

use std::any::Any;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use runtime::object::{ClassId, Reference, next_doomed, undestructed};
use runtime::raise::{Halt, Res};
use runtime::rds::Rds;
use runtime::string::StaticStr;
use runtime::value::Value;

pub use errors::Errors;
pub use globals::Names;
pub use output::Output;
pub use regs::Regs;

use crate::call;
use crate::callable::Target;
use crate::class::Autoload;
use crate::exec::Site;
use crate::frame::{Cell, Context, Fp};
use crate::func::{Func, PhpFunc};
use crate::native;
use crate::object::Guards;
use crate::source::Source;
use crate::stack::Stack;
use crate::surprise::{Flag, Surprise};
use crate::unit::LoadedUnit;

/// Native stack that the interpreter may use before it refuses to be entered again.
const NATIVE_STACK_BYTES: usize = 8 << 20;
/// What is left of it when that happens.
const NATIVE_RESERVE_BYTES: usize = 24 << 10;

/// A running script.
pub struct Request {
    pub(crate) regs: Regs,
    surprise: Arc<Surprise>,
    /// The address of the surprise word, for machine code.
    surprise_word: usize,
    stack: Stack,
    entries: Vec<Option<(Fp, &'static Site)>>,
    halts: Halts,
    native_stack: NativeStack,
    /// What the script writes.
    pub output: Output,
    /// Errors, and how they are shown.
    pub errors: Errors,
    pub(crate) names: Names,
    statics: HashMap<(usize, u32), Reference>,
    pub(crate) source: &'static dyn Source,
    /// What names of classes, and static members, stand for.
    pub(crate) rds: Rds,
    /// Classes in the order in which they were declared.
    pub(crate) declared_classes: Vec<ClassId>,
    /// What is asked for classes.
    pub autoload: Autoload,
    pub(crate) guards: Guards,
    /// The addresses of class constants that are being made.
    pub(crate) pending_constants: Vec<usize>,
    pub(crate) compare_depth: u32,
    /// Files that were included, by resolved path.
    pub included: Vec<Box<[u8]>>,
    /// The variables that the top level which is about to begin shares with its includer.
    pub(crate) shared_locals: Option<Vec<Reference>>,
    /// Variables of functions that do not name them, by the address of the frame.
    pub(crate) var_envs: HashMap<usize, HashMap<Box<[u8]>, Reference>>,
    main: Option<&'static PhpFunc>,
}

/// What halted, on its way.
#[derive(Default)]
struct Halts {
    /// To native code.
    leaving: Option<Halt>,
    /// To the handler that control has just come to.
    caught: Option<Halt>,
    panic: Option<String>,
    /// Whether a fatal error ended the script, after which no code of it runs.
    is_fatal: bool,
}

struct NativeStack {
    bytes: usize,
    limit: usize,
}

/// How a script ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// It ran to its end, or called `exit`.
    Done,
    /// With an error that nothing handled.
    Failed,
}

impl Request {
    /// Where the address of the surprise word lies.
    pub(crate) const SURPRISE_AT: usize = std::mem::offset_of!(Self, surprise_word);

    /// A request that writes to `sink` and gets its units from `source`. Fails when the system has no room for its stack.
    pub fn new(sink: Box<dyn io::Write>, source: &'static dyn Source) -> io::Result<Self> {
        let stack = Stack::reserve()?;
        let surprise = Arc::new(Surprise::new(stack.limit()));
        let mut rq = Self {
            regs: Regs::default(),
            surprise_word: Arc::as_ptr(&surprise) as usize,
            surprise,
            stack,
            entries: Vec::new(),
            halts: Halts::default(),
            native_stack: NativeStack { bytes: NATIVE_STACK_BYTES, limit: 0 },
            output: Output::new(sink),
            errors: Errors::default(),
            names: Names::default(),
            statics: HashMap::new(),
            source,
            rds: Rds::new(),
            declared_classes: Vec::new(),
            autoload: Autoload::default(),
            guards: Guards::default(),
            pending_constants: Vec::new(),
            compare_depth: 0,
            included: Vec::new(),
            shared_locals: None,
            var_envs: HashMap::new(),
            main: None,
        };
        for func in native::all() {
            rq.names.define_func(func.name(), func);
        }
        Ok(rq)
    }

    /// Says how much native stack the thread has.
    pub fn set_native_stack(&mut self, bytes: usize) {
        self.native_stack.bytes = bytes;
    }

    /// The surprise word, for those who want the interpreter to look up.
    #[inline(always)]
    pub fn surprise(&self) -> &Arc<Surprise> {
        &self.surprise
    }

    /// Runs the top level of a unit as the main script, and shows the error that ends it.
    pub fn run_main(&mut self, unit: &'static LoadedUnit) -> Ending {
        let marker = 0u8;
        let here = std::ptr::from_ref(&marker) as usize;
        self.native_stack.limit =
            here.saturating_sub(self.native_stack.bytes.saturating_sub(NATIVE_RESERVE_BYTES));
        self.main = unit.main().as_php();
        self.note_included(unit.path().as_bytes());
        let result = self.load(unit).and_then(|()| self.call(unit.main(), Context::None, &[]));
        self.main = None;
        let ending = self.show_ending(result);
        let ending = match self.end_objects() {
            Ok(()) => ending,
            halted => self.show_ending(halted.map(|()| Value::NULL)),
        };
        self.output.flush();
        self.release_all();
        ending
    }

    /// Runs the destructors of what is left.
    fn end_objects(&mut self) -> Res<()> {
        if self.is_over() {
            return Ok(());
        }
        self.destroy_globals()?;
        for object in undestructed() {
            object.set_destructed();
            self.destruct(object)?;
        }
        self.run_destructors()
    }

    /// Gives up all values of the request.
    fn release_all(&mut self) {
        for object in undestructed() {
            object.set_destructed();
        }
        while next_doomed().is_some() {}
        self.names.forget_globals();
        self.statics.clear();
        self.var_envs.clear();
        self.autoload = Autoload::default();
        self.rds.release();
        runtime::object::reset_request();
    }

    /// Shows what ended the script, if that is an error.
    fn show_ending(&mut self, result: Res<Value>) -> Ending {
        match result {
            Ok(_) => Ending::Done,
            Err(Halt::Throw(object)) => {
                self.show_uncaught(&object);
                Ending::Failed
            }
            Err(Halt::Exit) => match self.halts.panic.take() {
                Some(panic) => {
                    self.show_fatal(&format!("Internal error: {panic}"));
                    Ending::Failed
                }
                None if self.errors.is_fatal() => Ending::Failed,
                None => Ending::Done,
            },
        }
    }

    /// Defines what a unit declares when it is loaded.
    pub fn load(&mut self, unit: &'static LoadedUnit) -> Res<()> {
        for (name, func) in unit.hoisted_funcs() {
            self.define_func(name, func)?;
        }
        self.load_classes(unit)
    }

    /// Defines a function under its name in lower case.
    pub(crate) fn define_func(&mut self, name: StaticStr, func: &'static Func) -> Res<()> {
        if self.names.define_func(name, func) {
            return Ok(());
        }
        let name = func.name();
        let name = String::from_utf8_lossy(name.as_bytes()).into_owned();
        Err(self.fatal(&format!("Cannot redeclare function {name}()")))
    }

    /// Calls a function from native code. The arguments stay the caller's.
    pub fn call(&mut self, func: &'static Func, context: Context, args: &[Value]) -> Res<Value> {
        self.call_target(&Target { func, context, called: None }, args)
    }

    /// Calls what a callable runs from native code. The arguments stay the caller's.
    pub fn call_target(&mut self, target: &Target, args: &[Value]) -> Res<Value> {
        self.guard_native()?;
        let bottom = self.regs.position();
        let free = match bottom {
            Some((fp, _)) => fp.cell(fp.record().func().cells()),
            None => self.stack_base(),
        };
        let outer = self.regs.save();
        self.entries.push(bottom);
        let result = call::from_native(self, free, target, args);
        self.entries.pop();
        self.regs.restore(outer);
        result
    }

    /// The frame of the main script, while it runs: the lowest one.
    pub(crate) fn main_frame(&self) -> Option<(Fp, &'static PhpFunc)> {
        let php = self.main.filter(|_| !self.entries.is_empty())?;
        Some((Fp::above_record(self.stack_base()), php))
    }

    fn stack_base(&self) -> Cell {
        let base = std::ptr::NonNull::new(self.stack.base());
        Cell::from_ptr(base.expect("invariant S1"))
    }

    /// Makes sure that a frame that ends at the address `end` fits the stack.
    #[inline]
    pub(crate) fn reserve(&mut self, end: usize) -> Res<()> {
        if self.surprise.stops(end) { self.reserve_slow(end) } else { Ok(()) }
    }

    #[cold]
    fn reserve_slow(&mut self, end: usize) -> Res<()> {
        if self.surprise.is_full(end) {
            match self.stack.grow(end) {
                Ok(()) => self.surprise.set_limit(self.stack.limit()),
                Err(oom) => return Err(runtime::raise::Raise::out_of_memory(self, oom)),
            }
        }
        self.serve_flags()
    }

    /// Does what the flags of the surprise word ask for.
    pub(crate) fn serve_flags(&mut self) -> Res<()> {
        if self.surprise.take(Flag::Timeout) {
            return Err(self.fatal("Maximum execution time exceeded"));
        }
        for flag in [Flag::Memory, Flag::Signal, Flag::Debugger, Flag::Collect, Flag::Tick] {
            self.surprise.take(flag);
        }
        Ok(())
    }

    /// Whether the request has ended, so that no more script code runs.
    pub(crate) fn is_over(&self) -> bool {
        self.halts.is_fatal
    }

    /// Says that a fatal error ended the script.
    pub(crate) fn set_over(&mut self) {
        self.halts.is_fatal = true;
    }

    fn guard_native(&mut self) -> Res<()> {
        let marker = 0u8;
        if std::ptr::from_ref(&marker) as usize >= self.native_stack.limit {
            return Ok(());
        }
        let bytes = self.native_stack.bytes - NATIVE_RESERVE_BYTES;
        let text = format!(
            "Maximum call stack size of {bytes} bytes (zend.max_allowed_stack_size - \
             zend.reserved_stack_size) reached. Infinite recursion?"
        );
        Err(self.throw_error("error", &text))
    }

    /// The place of a static variable: the function, and the name's number in its unit.
    pub(crate) fn static_var(&mut self, func: &'static Func, name: u32) -> Option<Reference> {
        self.statics.get(&(std::ptr::from_ref(func) as usize, name)).cloned()
    }

    /// Sets the place of a static variable.
    pub(crate) fn set_static_var(&mut self, func: &'static Func, name: u32, place: Reference) {
        self.statics.insert((std::ptr::from_ref(func) as usize, name), place);
    }

    pub(crate) fn entries(&self) -> &[Option<(Fp, &'static Site)>] {
        &self.entries
    }

    pub(crate) fn set_halt(&mut self, halt: Halt) {
        self.halts.leaving = Some(halt);
    }

    pub(crate) fn take_halt(&mut self) -> Option<Halt> {
        self.halts.leaving.take()
    }

    pub(crate) fn set_caught(&mut self, halt: Halt) {
        self.halts.caught = Some(halt);
    }

    /// What brought control to the handler that begins.
    pub(crate) fn take_caught(&mut self) -> Option<Halt> {
        self.halts.caught.take()
    }

    pub(crate) fn note_panic(&mut self, panic: Box<dyn Any + Send>) {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        self.halts.panic = Some(text.unwrap_or_else(|| "a panic".to_owned()));
        self.regs = Regs::default();
    }
}
