//! Activation records.
//!
//! # Invariants
//! - F5: a record that is pending or of a live frame names a function that lives as long as the
//!   process, and owns a count of its context object, if it has one.
//! - F6: `extra` of a pending record whose function is called by name is a string; of all others an
//!   array, of the arguments beyond the declared ones and, under string keys, of variables that the
//!   function does not name.

use std::ptr::NonNull;

use runtime::array::Array;
use runtime::layout::VmHeader;
use runtime::object::{ClassId, Object};
use runtime::string::Str;
use runtime::value::{TypedValue, Value, View};

use super::{Cell, Fp, Receiver};
use crate::dispatch::Pc;
use crate::func::Func;

/// The cells that a record takes.
pub const RECORD_CELLS: usize = hhbc::flags::ACT_REC_CELLS as usize;

/// The record in memory. Machine code reads and writes it.
#[repr(C)]
pub struct VmActRec {
    func: *const Func,
    caller: Option<Fp>,
    ret: Option<Pc>,
    context: Option<NonNull<VmHeader>>,
    extra: Option<NonNull<VmHeader>>,
    args: u32,
    /// The class on which a static method was called, its number plus one; 0 when there is none.
    class: u32,
}

const _: () = assert!(size_of::<VmActRec>() == RECORD_CELLS * size_of::<TypedValue>());

/// What a function runs on.
#[derive(Clone)]
pub enum Context {
    /// Nothing.
    None,
    /// The object `$this`; for a pending closure the closure itself.
    This(Object),
    /// The class that `static` means.
    Class(ClassId),
}

/// A record on the VM stack.
#[derive(Clone, Copy)]
pub struct ActRec(NonNull<VmActRec>);

impl ActRec {
    /// The record that begins at a cell.
    #[inline(always)]
    pub(crate) fn at(cell: Cell) -> Self {
        Self(cell.ptr().cast())
    }

    /// The cell where it begins, where the result goes.
    #[inline(always)]
    pub(crate) fn cell(self) -> Cell {
        Cell(self.0.cast())
    }

    /// The frame whose record it is or will be.
    #[inline(always)]
    pub(crate) fn frame(self) -> Fp {
        Fp(self.cell().up(RECORD_CELLS).ptr())
    }

    /// Writes a pending record over dead cells.
    #[inline(always)]
    pub(crate) fn begin(self, func: &'static Func, context: Context) {
        let (this, class) = match context {
            Context::None => (None, 0),
            Context::This(object) => (Some(Value::from(object).into_raw()), 0),
            Context::Class(class) => (None, class.number() + 1),
        };
        // SAFETY: the payload of an object's word is its block.
        let context = this.map(|word| unsafe { word.payload.block });
        let record =
            VmActRec { func, caller: None, ret: None, context, extra: None, args: 0, class };
        // SAFETY: F1: the cells are committed and dead.
        unsafe { self.0.write(record) };
    }

    /// Writes a pending record of a method over dead cells; takes a count of the object when
    /// `retains`, else one that the caller owned.
    #[inline(always)]
    pub(crate) fn begin_on(self, func: &'static Func, object: Receiver, retains: bool) {
        if retains {
            std::mem::forget(object.value());
        }
        let record = VmActRec {
            func,
            caller: None,
            ret: None,
            context: Some(object.0),
            extra: None,
            args: 0,
            class: 0,
        };
        // SAFETY: F1: the cells are committed and dead.
        unsafe { self.0.write(record) };
    }

    /// `$this`, for one step.
    #[inline(always)]
    pub(crate) fn receiver(self) -> Option<Receiver> {
        self.context_block().map(Receiver)
    }

    #[inline(always)]
    fn get(self) -> NonNull<VmActRec> {
        self.0
    }

    /// The function.
    #[inline(always)]
    pub fn func(self) -> &'static Func {
        // SAFETY: F5.
        let func = unsafe { (*self.get().as_ptr()).func };
        // SAFETY: F5.
        unsafe { &*func }
    }

    /// The frame that called. Where native code entered the frame, that is none, or the frame itself,
    /// which the ways to return that are fast then need not look at.
    #[inline(always)]
    pub(crate) fn caller(self) -> Option<Fp> {
        // SAFETY: F5.
        unsafe { (*self.get().as_ptr()).caller }
    }

    /// Where the caller goes on; none while pending.
    #[inline(always)]
    pub(crate) fn ret(self) -> Option<Pc> {
        // SAFETY: F5.
        unsafe { (*self.get().as_ptr()).ret }
    }

    /// Makes the pending record that of a running frame.
    #[inline(always)]
    pub(crate) fn link(self, caller: Option<Fp>, ret: Pc, args: u32) {
        let record = self.get().as_ptr();
        // SAFETY: F5; the record is ours.
        unsafe { (*record).caller = caller };
        // SAFETY: as above.
        unsafe { (*record).ret = Some(ret) };
        // SAFETY: as above.
        unsafe { (*record).args = args };
    }

    /// How many arguments were passed.
    #[inline(always)]
    pub(crate) fn args(self) -> u32 {
        // SAFETY: F5.
        unsafe { (*self.get().as_ptr()).args }
    }

    /// Whether there is neither context nor extra arguments to release.
    #[inline(always)]
    pub(crate) fn is_bare(self) -> bool {
        self.context_block().is_none() && self.extra_block().is_none()
    }

    /// Gives up what the record owns, when that is no more than to count; else does nothing.
    #[inline(always)]
    pub(crate) fn let_go(self) -> bool {
        match self.context_block() {
            _ if self.has_extra() => false,
            // SAFETY: F5: the record owns a count, so the object is alive.
            Some(block) => runtime::value::give_up_shared(unsafe { block.as_ref() }),
            None => true,
        }
    }

    /// Whether there are extra arguments.
    #[inline(always)]
    pub(crate) fn has_extra(self) -> bool {
        self.extra_block().is_some()
    }

    #[inline(always)]
    fn context_block(self) -> Option<NonNull<VmHeader>> {
        // SAFETY: F5.
        unsafe { (*self.get().as_ptr()).context }
    }

    #[inline(always)]
    fn extra_block(self) -> Option<NonNull<VmHeader>> {
        // SAFETY: F5.
        unsafe { (*self.get().as_ptr()).extra }
    }

    /// The context object, of which the record keeps its count.
    pub fn this(self) -> Option<Object> {
        let payload = runtime::value::Payload { block: self.context_block()? };
        let word = TypedValue { payload, tag: runtime::value::DataType::Object };
        // SAFETY: F5: the record owns a count, which stays there.
        let value = std::mem::ManuallyDrop::new(unsafe { Value::from_raw(word) });
        match value.view() {
            View::Object(object) => Some(object.clone()),
            _ => None,
        }
    }

    /// The class that `static` means in a function that runs without `$this`.
    pub fn class(self) -> Option<ClassId> {
        // SAFETY: F5.
        let number = unsafe { (*self.get().as_ptr()).class };
        number.checked_sub(1).map(ClassId::from_number)
    }

    /// The class that `static` means.
    pub(crate) fn late_bound(self) -> Option<ClassId> {
        self.this().map(|this| this.class()).or_else(|| self.class())
    }

    /// Gives the record another context, and returns the old object.
    pub(crate) fn replace_context(self, context: Context) -> Option<Object> {
        let old = self.take_this();
        let (this, class) = match context {
            Context::None => (None, 0),
            Context::This(object) => (Some(object.into_block()), 0),
            Context::Class(class) => (None, class.number() + 1),
        };
        let record = self.get().as_ptr();
        // SAFETY: F5; the record is ours.
        unsafe { (*record).context = this };
        // SAFETY: as above.
        unsafe { (*record).class = class };
        old
    }

    /// Takes `$this` off the record.
    #[inline]
    pub(crate) fn take_this(self) -> Option<Object> {
        let block = self.context_block()?;
        // SAFETY: F5; the record is ours.
        unsafe { (*self.get().as_ptr()).context = None };
        // SAFETY: F5: the count is taken over.
        Some(unsafe { Object::from_block(block) })
    }

    /// Gives a pending record of a function that is called by name (F6) that name.
    pub(crate) fn set_called_name(self, name: Str) {
        // SAFETY: F5; the record is ours and pending.
        unsafe { (*self.get().as_ptr()).extra = Some(name.into_block()) };
    }

    /// Makes a pending record that of another function.
    pub(crate) fn set_func(self, func: &'static Func) {
        // SAFETY: F5; the record is ours and pending.
        unsafe { (*self.get().as_ptr()).func = func };
    }

    /// The name that [`set_called_name`](Self::set_called_name) kept, taken off the record.
    pub(crate) fn take_called_name(self) -> Option<Str> {
        self.func().as_by_name()?;
        // SAFETY: F5; the record is ours.
        let block = unsafe { (*self.get().as_ptr()).extra.take() }?;
        // SAFETY: F6.
        Some(unsafe { Str::from_block(block) })
    }

    /// The arguments beyond the declared ones.
    pub fn extra(self) -> Option<Array> {
        // SAFETY: F5: a live array whose count stays in the record.
        let extra = unsafe { Array::from_block(self.extra_block()?) };
        Some(Array::clone(&std::mem::ManuallyDrop::new(extra)))
    }

    /// Keeps the arguments beyond the declared ones.
    pub(crate) fn set_extra(self, extra: Array) {
        // SAFETY: F5; the record is ours and has none yet.
        unsafe { (*self.get().as_ptr()).extra = Some(extra.into_block()) };
    }

    /// Takes the kept arguments off the record.
    pub(crate) fn take_extra(self) -> Option<Array> {
        let block = self.extra_block()?;
        // SAFETY: F5; the record is ours.
        unsafe { (*self.get().as_ptr()).extra = None };
        // SAFETY: F5: the count is taken over.
        Some(unsafe { Array::from_block(block) })
    }

    #[cold]
    #[inline(never)]
    fn release_extra(self) {
        drop(self.take_called_name());
        drop(self.take_extra());
    }

    /// Gives up what the record owns.
    #[inline]
    pub(crate) fn release(self) {
        if self.extra_block().is_some() {
            self.release_extra();
        }
        if let Some(block) = self.context_block() {
            let payload = runtime::value::Payload { block };
            let word = TypedValue { payload, tag: runtime::value::DataType::Object };
            // SAFETY: F5: the count is taken over.
            drop(unsafe { Value::from_raw(word) });
        }
        let record = self.get().as_ptr();
        // SAFETY: F5; nothing is left to own.
        unsafe { (*record).context = None };
    }
}
