//! Exec instructions, and the program counter that walks over them.
//!
//! # Invariants
//! - D1: a [`Pc`] points to an instruction cell of code that lives as long as the process, or, in
//!   evaluated code, until nothing names its unit (`reclaim`). It moves by distances that
//!   translation wrote, which stay within that code.
//! - D2: the constants that an instruction names lie in cells after the last instruction.
//! - D3: nothing is written to a cell of code after it is published but the handler of the head of
//!   a loop, by one atomic store.

use std::cell::UnsafeCell;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicPtr, Ordering};

use runtime::array::Array;
use runtime::string::StaticStr;
use runtime::value::{DataType, TypedValue, Value};

use super::Vm;
use crate::exec::Site;
use crate::frame::{Cell, Fp};

/// What runs an instruction. It ends by going on to the next one.
pub type Handler = extern "C-unwind" fn(Pc, Fp, Vm);

/// A fused instruction: the meaning of the operands is the handler's.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Insn {
    pub(super) handler: Handler,
    pub(super) a: u16,
    pub(super) b: u16,
    pub(super) d: i32,
}

/// A plain instruction.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PlainInsn {
    pub(super) handler: Handler,
    pub(super) site: &'static Site,
}

/// Sixteen bytes of exec code: an instruction or a constant.
#[repr(transparent)]
pub struct ExecCell(UnsafeCell<Words>);

#[repr(C)]
#[derive(Clone, Copy)]
union Words {
    insn: Insn,
    plain: PlainInsn,
    constant: TypedValue,
}

const _: () = assert!(size_of::<ExecCell>() == 16);

// SAFETY: D3; constants are never counted (see `Constant`).
unsafe impl Send for ExecCell {}
// SAFETY: as above.
unsafe impl Sync for ExecCell {}

impl ExecCell {
    /// A fused instruction.
    pub(crate) fn fused(handler: Handler, a: u16, b: u16, d: i32) -> Self {
        Self(UnsafeCell::new(Words { insn: Insn { handler, a, b, d } }))
    }

    /// A plain instruction.
    pub(crate) fn plain(handler: Handler, site: &'static Site) -> Self {
        Self(UnsafeCell::new(Words { plain: PlainInsn { handler, site } }))
    }

    /// A constant.
    pub(crate) fn constant(constant: Constant) -> Self {
        Self(UnsafeCell::new(Words { constant: constant.0 }))
    }
}

/// The address of an instruction.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pc(NonNull<ExecCell>);

impl Pc {
    /// The instruction at the start of `code`.
    pub(crate) fn start_of(code: &'static [ExecCell]) -> Self {
        Self(NonNull::from(code).cast())
    }

    #[inline(always)]
    fn insn(self) -> *const Insn {
        self.0.cast::<Insn>().as_ptr()
    }

    /// The handler.
    #[inline(always)]
    pub(crate) fn handler(self) -> Handler {
        let word = self.0.cast::<AtomicPtr<()>>();
        // SAFETY: D1; every instruction begins with its handler.
        let handler = unsafe { word.as_ref() }.load(Ordering::Relaxed);
        // SAFETY: D3: only handlers are stored there.
        unsafe { std::mem::transmute::<*mut (), Handler>(handler) }
    }

    /// Lets another handler run the instruction, which the code of the loop's head is.
    pub(crate) fn set_handler(self, handler: Handler) {
        let word = self.0.cast::<AtomicPtr<()>>();
        // SAFETY: D1, D3.
        unsafe { word.as_ref() }.store(handler as *mut (), Ordering::Release);
    }

    /// The first operand.
    #[inline(always)]
    pub(super) fn a(self) -> usize {
        // SAFETY: D1.
        usize::from(unsafe { (*self.insn()).a })
    }

    /// The second operand.
    #[inline(always)]
    pub(super) fn b(self) -> usize {
        // SAFETY: D1.
        usize::from(unsafe { (*self.insn()).b })
    }

    /// The third operand.
    #[inline(always)]
    pub(super) fn d(self) -> i32 {
        // SAFETY: D1.
        unsafe { (*self.insn()).d }
    }

    /// The address of the instruction.
    pub(crate) fn address(self) -> u64 {
        self.0.as_ptr() as u64
    }

    /// The address as a value that scripts never see.
    #[inline(always)]
    pub(crate) fn to_word(self) -> TypedValue {
        Value::int(self.0.as_ptr().expose_provenance() as i64).into_raw()
    }

    /// The address that a cell holds, of those that only [`to_word`](Self::to_word) is put in.
    #[inline(always)]
    pub(crate) fn from_word(cell: Cell) -> Option<Self> {
        if cell.tag() != DataType::Int64 {
            return None;
        }
        NonNull::new(std::ptr::with_exposed_provenance_mut(cell.bits() as usize)).map(Self)
    }

    /// The site of a plain instruction.
    #[inline(always)]
    pub(super) fn site(self) -> &'static Site {
        // SAFETY: D1; only plain handlers ask.
        unsafe { (*self.0.cast::<PlainInsn>().as_ptr()).site }
    }

    /// The constant `distance` bytes on.
    #[inline(always)]
    pub(super) fn constant(self, distance: usize) -> Cell {
        // SAFETY: D1, D2.
        Cell::from_ptr(unsafe { self.0.byte_add(distance) }.cast())
    }

    /// The instruction after this one.
    #[inline(always)]
    pub(crate) fn next(self) -> Self {
        // SAFETY: D1: code does not end in an instruction that falls through.
        Self(unsafe { self.0.add(1) })
    }

    /// The instruction so many behind this one.
    #[inline(always)]
    pub(crate) fn behind(self, count: usize) -> Self {
        // SAFETY: D1: callers count the jumps that follow a switch.
        Self(unsafe { self.0.add(count) })
    }

    /// The instruction before this one: the call, of the address to which it returns.
    pub(crate) fn prev(self) -> Self {
        // SAFETY: D1: callers pass addresses after a call of the same code.
        Self(unsafe { self.0.sub(1) })
    }

    /// The instruction `distance` bytes on.
    #[inline(always)]
    pub(super) fn jump(self, distance: i32) -> Self {
        // SAFETY: D1.
        Self(unsafe { self.0.byte_offset(distance as isize) })
    }

    /// The instruction with this number of `code`.
    pub(crate) fn of(code: &'static [ExecCell], index: usize) -> Self {
        Self(NonNull::from(&code[index]))
    }

    /// The number of this instruction in `code`, if it belongs to it.
    pub(crate) fn index_in(self, code: &[ExecCell]) -> Option<usize> {
        let offset = (self.0.as_ptr() as usize).checked_sub(code.as_ptr() as usize)?;
        let index = offset / size_of::<ExecCell>();
        (index < code.len()).then_some(index)
    }
}

/// Where a function begins: the instruction that translates it, until it is translated.
pub struct Entry(AtomicPtr<ExecCell>);

impl Entry {
    /// An entry at `pc`.
    pub(crate) fn new(pc: Pc) -> Self {
        Self(AtomicPtr::new(pc.0.as_ptr()))
    }

    /// The instruction.
    #[inline(always)]
    pub(crate) fn load(&self) -> Pc {
        // SAFETY: `new` and `store` were given the address of an instruction.
        Pc(unsafe { NonNull::new_unchecked(self.0.load(Ordering::Acquire)) })
    }

    /// Publishes another instruction.
    pub(crate) fn store(&self, pc: Pc) {
        self.0.store(pc.0.as_ptr(), Ordering::Release);
    }
}

/// A value without a count, which all threads share.
#[derive(Clone, Copy)]
pub struct Constant(TypedValue);

// SAFETY: what a constant points to is static, so it is never written (see `from_value`).
unsafe impl Send for Constant {}
// SAFETY: as above.
unsafe impl Sync for Constant {}

impl Constant {
    /// The constant of a value; none when it has a count.
    pub fn from_value(value: Value) -> Option<Self> {
        let is_static = match value.as_array() {
            Some(array) => array.count() < 0,
            None => !value.tag().is_counted(),
        };
        is_static.then(|| Self(value.into_raw()))
    }

    /// A string.
    pub fn string(string: StaticStr) -> Self {
        Self(Value::from(string).into_raw())
    }

    /// The address of something that lives as long as the code, for handlers that know what it is.
    pub(crate) fn address<T: 'static>(of: &T) -> Self {
        Self(Value::int(std::ptr::from_ref(of) as i64).into_raw())
    }

    /// The value.
    pub fn value(self) -> Value {
        // SAFETY: a value without a count owns nothing.
        unsafe { Value::from_raw(self.0) }
    }

    /// Where it is.
    #[inline(always)]
    pub(super) fn cell(&'static self) -> Cell {
        Cell::from_ptr(NonNull::from(&self.0))
    }

    /// The word, where it is.
    #[inline(always)]
    pub(super) fn as_word(&self) -> &TypedValue {
        &self.0
    }

    /// The word.
    #[inline(always)]
    pub(super) fn word(self) -> TypedValue {
        self.0
    }

    /// The array, when it is one.
    pub fn array(self) -> Option<Array> {
        self.value().as_array().cloned()
    }

    /// The tag.
    pub fn tag(self) -> DataType {
        self.0.tag
    }
}

impl Cell {
    /// What lives as long as the code and whose address `Constant::address` stored here.
    #[inline(always)]
    pub(crate) fn static_ref<T: 'static>(self) -> &'static T {
        let address = self.bits() as *const T;
        // SAFETY: D2: translation pairs the handler with a constant of this type.
        unsafe { &*address }
    }
}
