//! The state of one request: its stack, output, names and errors.
//!
//! # Invariants
//! - A request is used by one thread.
//!
//! # Not here
//! Values: they live in the thread's heap.

mod ending;
pub mod errors;
mod flush_timer;
mod globals;
mod guard;
pub mod headers;
pub mod ini;
pub mod layers;
pub mod output;
mod raise;
mod regs;
mod script;
mod settings;
pub(crate) mod stamp;
mod ticks;
mod time_limit;

use std::io;
use std::rc::Rc;
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use runtime::array::Array;
use runtime::heap::{self, Heap};
use runtime::native::{Callable, State};
use runtime::object::cycle::find_garbage;
use runtime::object::numbers::{self, Numbers};
use runtime::object::{ClassId, Reference, next_doomed, undestructed};
use runtime::raise::{Halt, Res};
use runtime::rds::Rds;
use runtime::string::StaticStr;
use runtime::value::Value;

use ending::Shutdown;
pub use errors::Errors;
use flush_timer::FlushTimer;
pub use globals::Names;
use headers::Headers;
pub use ini::Ini;
pub(crate) use ini::is_true;
pub use output::Output;
pub(crate) use regs::NativeRun;
pub use regs::Regs;
use ticks::Ticks;
use time_limit::TimeLimit;

use crate::boundary;
use crate::call;
use crate::callable::Target;
use crate::class::{Autoload, Backed};
use crate::evaluated::Evaluated;
use crate::fiber::{Fibers, Machine};
use crate::frame::{Cell, Context, Fp};
use crate::func::{Func, PhpFunc};
use crate::object::Guards;
use crate::source::Source;
use crate::stack::Stack;
use crate::surprise::{Flag, Surprise};
use crate::unit::LoadedUnit;
use crate::weak::Weak;

/// Native stack that the interpreter may use before it refuses to be entered again.
const NATIVE_STACK_BYTES: usize = 8 << 20;
/// What is left of it when that happens.
const NATIVE_RESERVE_BYTES: usize = 96 << 10;

/// A body that was read: its variables and its files, or why it cannot be.
pub type ReadAs = Result<Result<[Array; 2], String>, runtime::heap::Oom>;

/// Reads a body within limits that have the names of settings.
pub type ReadBody = std::rc::Rc<dyn Fn(&mut Request, &[(Box<str>, i64)]) -> ReadAs>;

/// A running script.
pub struct Request {
    pub(crate) regs: Regs,
    surprise: Arc<Surprise>,
    /// The address of the surprise word, for machine code.
    surprise_word: usize,
    /// The address of the thread's heap, for machine code.
    heap: *const Heap,
    /// The address of the thread's numbers of objects, for machine code.
    numbers: *const Numbers,
    stack: Stack,
    /// Where native code was that entered the interpreter, innermost last.
    entries: Vec<Regs>,
    /// The generators that wait for what they delegate to, the innermost last.
    pub(crate) waiting: Vec<crate::generator::Delegation>,
    /// How many of them are below the fiber that runs.
    floor: usize,
    pub(crate) fibers: Fibers,
    pub(crate) weak: Weak,
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
    /// Classes in the order in which they were declared, and their other names in lower case.
    pub(crate) declared_classes: Vec<(Option<Rc<[u8]>>, ClassId)>,
    /// What is asked for classes.
    pub autoload: Autoload,
    pub(crate) guards: Guards,
    /// The addresses of class constants that are being made.
    pub(crate) pending_constants: Vec<usize>,
    /// The classes whose constants and static properties have their values.
    pub(crate) settled: HashSet<u32>,
    /// The cases of enums, by numbers of classes, by what backs them.
    pub(crate) backed: HashMap<u32, Backed>,
    /// The units of the classes that are being linked, the innermost last.
    pub(crate) linking: Vec<&'static LoadedUnit>,
    /// The numbers of objects that are being compared.
    pub(crate) comparing: Vec<u32>,
    /// The headers of the response.
    pub headers: Headers,
    /// Files that came with the request and were not moved.
    pub uploads: Vec<Box<[u8]>>,
    /// What the session is told of files that came with the request: its key, the id that a form
    /// brought, and what there is to tell.
    pub upload_progress: Option<[Value; 3]>,
    /// What reads the body again for a script that asks for it; none without a body that has a type.
    pub read_body: Option<ReadBody>,
    /// What the collector of cycles did.
    pub(crate) collected: crate::object::Collected,
    /// Files that were included, by resolved path.
    pub included: Vec<Box<[u8]>>,
    /// The variables that the top level which is about to begin shares with its includer.
    pub(crate) shared_locals: Option<Vec<Reference>>,
    /// What `unserialize()` has made, while a class reads its part of the text.
    pub(crate) unserializing: Option<Box<crate::native::Numbered>>,
    /// What `serialize()` has written, while a class writes its part of the text.
    pub(crate) serializing: Option<Box<crate::native::Written>>,
    /// Units of evaluated code that may yet be named.
    pub(crate) evaluated: Evaluated,
    /// The settings.
    pub ini: Ini,
    /// What the script gave to `exit`.
    pub exit_status: i32,
    shutdown: Shutdown,
    /// Enums whose cases fit, by number.
    pub(crate) checked_enums: HashSet<u32>,
    pub(crate) ticks: Ticks,
    /// What reflection told of classes and methods.
    pub(crate) reflected: crate::reflect::Reflected,
    /// What was thrown while a callable was looked up.
    pub(crate) callable_fault: Option<Halt>,
    time_limit: TimeLimit,
    /// What extensions keep.
    extensions: State,
    main: Option<&'static PhpFunc>,
    main_base: Option<Cell>,
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
    /// Whether a suspended frame is being destroyed.
    is_destroying: bool,
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

    /// Where the address of the heap lies.
    pub(crate) const HEAP_AT: usize = std::mem::offset_of!(Self, heap);

    /// Where the address of the numbers of objects lies.
    pub(crate) const NUMBERS_AT: usize = std::mem::offset_of!(Self, numbers);

    /// Where the request data lie.
    pub(crate) const RDS_AT: usize = std::mem::offset_of!(Self, rds);

    /// A request that writes to `sink` and gets its units from `source`. Fails when the system has no room for its stack.
    pub fn new(sink: Box<dyn io::Write>, source: &'static dyn Source) -> io::Result<Self> {
        let stack = Stack::reserve()?;
        let surprise = Arc::new(Surprise::new(stack.limit()));
        if boundary::watches() {
            surprise.set(Flag::Debugger);
        }
        Ok(Self {
            regs: Regs::default(),
            surprise_word: Arc::as_ptr(&surprise) as usize,
            heap: heap::with(std::ptr::from_ref),
            numbers: numbers::with(std::ptr::from_ref),
            output: Output::new(sink, FlushTimer::new(&surprise)),
            surprise,
            stack,
            entries: Vec::new(),
            waiting: Vec::new(),
            halts: Halts::default(),
            native_stack: NativeStack { bytes: NATIVE_STACK_BYTES, limit: 0 },
            errors: Errors::default(),
            names: Names::default(),
            statics: HashMap::new(),
            source,
            rds: Rds::new(),
            declared_classes: Vec::new(),
            autoload: Autoload::default(),
            guards: Guards::default(),
            pending_constants: Vec::new(),
            settled: HashSet::new(),
            backed: HashMap::new(),
            linking: Vec::new(),
            comparing: Vec::new(),
            collected: crate::object::Collected::default(),
            headers: Headers::default(),
            uploads: Vec::new(),
            upload_progress: None,
            read_body: None,
            included: Vec::new(),
            shared_locals: None,
            unserializing: None,
            serializing: None,
            evaluated: Evaluated::default(),
            ini: Ini::default(),
            exit_status: 0,
            shutdown: Shutdown::default(),
            checked_enums: HashSet::new(),
            ticks: Ticks::default(),
            reflected: crate::reflect::Reflected::default(),
            callable_fault: None,
            time_limit: TimeLimit::default(),
            extensions: State::default(),
            main: None,
            main_base: None,
            floor: 0,
            fibers: Fibers::default(),
            weak: Weak::default(),
        })
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

    /// Runs the destructors of what is left.
    fn end_objects(&mut self) -> Res<()> {
        self.destroy_globals()?;
        self.end_fibers();
        // Destructors may make objects that have some.
        loop {
            let left = undestructed();
            if left.is_empty() {
                return self.run_destructors();
            }
            for object in left {
                object.set_destructed();
                self.destruct(object)?;
            }
        }
    }

    /// Gives up all values of the request: what it still had would be given back to a heap that was
    /// begun anew.
    fn release_all(&mut self) {
        drop(std::mem::take(&mut self.fibers));
        self.halts = Halts::default();
        self.shared_locals = None;
        self.unserializing = None;
        self.serializing = None;
        self.callable_fault = None;
        self.weak = Weak::default();
        for object in undestructed() {
            object.set_destructed();
        }
        while next_doomed().is_some() {}
        self.names.forget_globals();
        self.statics.clear();
        self.autoload = Autoload::default();
        let last = self.errors.last.take();
        self.errors = Errors::default();
        self.errors.last = last;
        self.shutdown = Shutdown::default();
        self.extensions = State::default();
        self.output.layers.clear();
        self.names.forget_constants();
        self.rds.release();
        release_garbage();
        runtime::object::reset_request();
        if self.fibers.is_empty() {
            self.end_evaluated();
        }
    }

    /// Shows the stacks of all flows of control.
    pub(crate) fn each_stack(&self, mut see: impl FnMut(&Stack)) {
        see(&self.stack);
        self.fibers.each_stack(see);
    }

    /// Defines what a unit declares when it is loaded.
    pub fn load(&mut self, unit: &'static LoadedUnit) -> Res<()> {
        self.show_remarks(unit)?;
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
        let shown = String::from_utf8_lossy(name.as_bytes()).into_owned();
        let place = |func: &'static Func| {
            let php = func.as_php()?;
            let path = String::from_utf8_lossy(php.unit().path().as_bytes()).into_owned();
            Some((path, php.record().notes.lines.0))
        };
        let known = self
            .names
            .funcs()
            .iter()
            .rev()
            .find(|known| known.name().as_bytes().eq_ignore_ascii_case(name.as_bytes()));
        let known = known.and_then(|known| place(known));
        let known = known.map(|(path, line)| format!(" (previously declared in {path}:{line})"));
        let text = format!("Cannot redeclare function {shown}(){}", known.unwrap_or_default());
        Err(match place(func) {
            Some((path, line)) => self.fatal_in(path.as_bytes(), line, &text),
            None => self.fatal(&text),
        })
    }

    /// Calls a function from native code. The arguments stay the caller's.
    pub fn call(&mut self, func: &'static Func, context: Context, args: &[Value]) -> Res<Value> {
        self.call_target(&Target { func, context, called: None }, args)
    }

    /// Calls what a callable runs from native code. The arguments stay the caller's.
    pub fn call_target(&mut self, target: &Target, args: &[Value]) -> Res<Value> {
        call::target(self, target, args)
    }

    /// Refuses builtins that see their caller's variables where there is no such caller.
    pub(crate) fn refuse_dynamic(&mut self, func: &Func, args: usize) -> Res<()> {
        const SEEING: [&str; 6] = [
            "extract",
            "compact",
            "get_defined_vars",
            "func_get_args",
            "func_get_arg",
            "func_num_args",
        ];
        match func.as_native() {
            Some(native)
                if SEEING.contains(&native.name)
                    && (args == 0 || !native.params.is_empty() || native.variadic.is_some()) =>
            {
                let text = format!("Cannot call {}() dynamically", native.name);
                Err(self.throw_error("error", &text))
            }
            _ => Ok(()),
        }
    }

    /// The same with arguments whose name no parameter has.
    pub(crate) fn call_with_rest(
        &mut self,
        target: &Target,
        args: &[Value],
        rest: Option<Array>,
    ) -> Res<Value> {
        let func = target.func;
        self.refuse_dynamic(func, args.len())?;
        self.guard_native()?;
        if let Some(php) = func.as_php()
            && php.record().attrs.has(hhbc::func::Attrs::deprecated)
        {
            crate::deprecated::function(self, func, php)?;
        }
        let boxed = match func.by_ref().is_none() || func.prefers_refs() {
            true => None,
            false => Some(call::box_refs(self, func, args)?),
        };
        let args = boxed.as_deref().unwrap_or(args);
        let free = self.free_cell();
        let outer = self.regs.enter();
        self.entries.push(outer);
        let result = call::from_native(self, free, target, (args, rest));
        self.entries.pop();
        self.regs.restore(outer);
        result
    }

    /// Calls what a callable value was resolved to, from native code.
    #[inline]
    pub(crate) fn call_resolved(&mut self, callable: &Callable, args: &[Value]) -> Res<Value> {
        call::resolved(self, callable, args)
    }

    /// The first cell above all frames that are in use.
    pub(crate) fn free_cell(&self) -> Cell {
        let regs = match self.regs.is_idle() {
            true => self.entries[self.floor..].last(),
            false => Some(&self.regs),
        };
        let frame = regs.and_then(Regs::position);
        let frame = frame.map(|(fp, _)| fp.cell(fp.record().func().cells()));
        let native = regs.and_then(Regs::native);
        let native = native.map(|run| run.record.frame().cell(run.cells as usize));
        match (frame, native) {
            (Some(frame), Some(native)) => frame.max(native),
            (Some(cell), None) | (None, Some(cell)) => cell,
            (None, None) => self.stack_base(),
        }
    }

    /// The frame of the main script, while it runs: the lowest one.
    pub(crate) fn main_frame(&self) -> Option<(Fp, &'static PhpFunc)> {
        let php = self.main.filter(|_| !self.entries.is_empty())?;
        Some((Fp::above_record(self.main_base?), php))
    }

    /// Runs native code that enters the interpreter above the frame that runs.
    #[inline(always)]
    pub(crate) fn enter_nested<R>(&mut self, body: impl FnOnce(&mut Self) -> Res<R>) -> Res<R> {
        self.guard_native()?;
        let outer = self.regs.enter();
        self.entries.push(outer);
        let result = body(self);
        self.entries.pop();
        self.regs.restore(outer);
        result
    }

    /// Says whether a suspended frame is being destroyed, whose `finally` blocks run; what was
    /// said before.
    pub(crate) fn set_destroying(&mut self, destroys: bool) -> bool {
        std::mem::replace(&mut self.halts.is_destroying, destroys)
    }

    /// See [`set_destroying`](Self::set_destroying).
    pub(crate) fn is_destroying(&self) -> bool {
        self.halts.is_destroying
    }

    /// Makes a fiber's flow of control the one that runs; the one that did.
    pub(crate) fn enter_machine(&mut self, next: Machine) -> Machine {
        let outer = Machine {
            stack: std::mem::replace(&mut self.stack, next.stack),
            regs: std::mem::replace(&mut self.regs, next.regs),
            entries: Vec::new(),
            waiting: std::mem::replace(&mut self.waiting, next.waiting),
            floor: self.floor,
            guards: std::mem::replace(&mut self.guards, next.guards),
            native_limit: std::mem::replace(&mut self.native_stack.limit, next.native_limit),
            level: Some(self.exchange_level(next.level)),
        };
        self.entries.push(outer.regs);
        self.floor = self.entries.len();
        self.entries.extend(next.entries);
        self.surprise.set_limit(self.stack.limit());
        outer
    }

    /// Has a flow of control report errors as it did before, or as the settings say; what the one
    /// before it did.
    fn exchange_level(&mut self, level: Option<i64>) -> i64 {
        let set = || self.ini.get("error_reporting").map(ini::quantity);
        let level = level.or_else(set).unwrap_or(errors::level::ALL);
        let old = self.errors.level();
        self.errors.set_level(level);
        old
    }

    /// Undoes [`enter_machine`](Self::enter_machine); the fiber's flow of control.
    pub(crate) fn leave_machine(&mut self, outer: Machine) -> Machine {
        let own = self.entries.split_off(self.floor);
        self.entries.pop();
        self.floor = outer.floor;
        let inner = Machine {
            stack: std::mem::replace(&mut self.stack, outer.stack),
            regs: std::mem::replace(&mut self.regs, outer.regs),
            entries: own,
            waiting: std::mem::replace(&mut self.waiting, outer.waiting),
            floor: 0,
            guards: std::mem::replace(&mut self.guards, outer.guards),
            native_limit: std::mem::replace(&mut self.native_stack.limit, outer.native_limit),
            level: Some(self.exchange_level(outer.level)),
        };
        self.surprise.set_limit(self.stack.limit());
        inner
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
            let seconds = self.time_limit.seconds();
            self.time_limit.note_passed();
            // What runs at the end of the script has as much time again.
            self.limit_time(seconds);
            let plural = if seconds == 1 { "" } else { "s" };
            let text = format!("Maximum execution time of {seconds} second{plural} exceeded");
            return Err(self.fatal(&text));
        }
        if self.surprise.take(Flag::Output) {
            self.output.flush();
        }
        if self.surprise.take(Flag::Signal) {
            crate::native::heed_signals(self)?;
        }
        for flag in [Flag::Memory, Flag::Debugger, Flag::Collect, Flag::Tick] {
            self.surprise.take(flag);
        }
        if boundary::watches() {
            boundary::look(self);
            self.surprise.set(Flag::Debugger);
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

    /// Gives up the place of a static variable.
    pub(crate) fn take_static_var(&mut self, func: &'static Func, name: u32) -> Option<Reference> {
        self.statics.remove(&(std::ptr::from_ref(func) as usize, name))
    }

    /// The frame of the innermost function with bytecode, where that is plain: no generator waits.
    #[inline]
    pub(crate) fn running(&self) -> Option<Fp> {
        let (fp, _) = self.regs.position().filter(|_| self.waiting.is_empty())?;
        let is_native = |run: NativeRun| run.record.func().as_php().is_none();
        self.regs.native().is_none_or(is_native).then_some(fp)
    }

    pub(crate) fn entries(&self) -> &[Regs] {
        &self.entries
    }

    /// How many of the entries belong to other flows of control.
    pub(crate) fn floor(&self) -> usize {
        self.floor
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
}

/// Frees the cycles that nothing leads to any more. Their destructors have run.
fn release_garbage() {
    while find_garbage(None).is_some_and(|garbage| garbage.release() > 0) {
        while next_doomed().is_some() {}
    }
}
