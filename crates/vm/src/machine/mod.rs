//! The seam to machine code: who makes it, when it is asked for, and what it may call.
//!
//! Machine code is one more handler: a *translation* is a set of instruction cells whose handler
//! is its address, and whose number says where in it to begin. A function gets hot by being
//! entered, or by its loops going round. It then runs in *profiling* code for a while, which notes
//! the types that instructions leave, before the translator is asked.
//!
//! # Invariants
//! - K1: a translation's cells live as long as the process.
//! - K2: machine code leaves for a boundary of exec code with everything in its cell.
//!
//! # Not here
//! The translator: another crate installs it.

mod heat;
mod profile;

use std::sync::OnceLock;

use hhbc::imm::StrId;
use runtime::string::StaticStr;

pub use crate::dispatch::machine::{
    FRAME, Frames, Helper, KnownClass, KnownSlot, KnownStatic, LastMet, Left, Meant, NamedClass,
    Record, Ways, byte_strings, copy_cell, heap_path, keeps_texts, known_class,
    known_class_constant, known_method, known_slot, known_static, known_static_method, known_value,
    left_out, numbers_path, rds_path, reconsider, resume_at, shape_place, surprise_path,
    text_cases, watched_at,
};
pub use heat::{Head, Heat, Phase};
pub use profile::{Profile, Seen, bit};

pub use crate::closure::{ClosureSlot, closure_class};
pub use crate::dispatch::Constant;
use crate::dispatch::machine::block_of;
pub use crate::exec::{Groups, Resuming};
use crate::exec::{Known, fixed_constant};
use crate::frame::Fp;
use crate::func::{Func, PhpFunc};
pub use crate::generator::{GeneratorMark, GeneratorSlot, GeneratorState, generator_class};

/// When functions and loops are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thresholds {
    /// Entries of a function, or rounds of a loop, before they are profiled.
    pub hot: u32,
    /// So many more for each instruction of the function.
    pub weight: u32,
    /// Entries or rounds that are profiled.
    pub profiled: u32,
}

impl Thresholds {
    /// Entries of a function, or rounds of a loop in it, before they are profiled.
    pub(crate) fn hot_for(self, php: &'static PhpFunc) -> u32 {
        let sites = php.code().sites().all().len() as u32;
        self.hot.saturating_add(self.weight.saturating_mul(sites))
    }
}

/// What became hot.
pub struct Hot<'a> {
    /// The function.
    pub func: &'static Func,
    /// The site of the loop's head; none at the entry.
    pub head: Option<usize>,
    /// The frame that is there.
    pub frame: &'a Frames,
}

/// A place where a translation is entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// The entry of the function.
    Entry,
    /// The head of a loop, by its site.
    Head(usize),
    /// The return of the call at this site.
    Return(usize),
    /// Behind the group that begins at this site, which its fused instruction runs.
    Behind(usize),
    /// At this site, to which the fused instruction of the way before jumps.
    Taken(usize),
}

/// Bytes for machine code.
#[derive(Clone, Copy, Default, Debug)]
pub struct Room {
    /// How many are taken.
    pub used: u64,
    /// How many there are.
    pub capacity: u64,
}

/// The room for machine code, in a process that makes some.
pub(crate) fn room() -> Option<Room> {
    translator().map(Translator::room)
}

/// Makes translations.
pub trait Translator: Sync {
    /// Translates; false when it cannot. It publishes by [`Ways::publish`].
    fn translate(&self, hot: &Hot<'_>) -> bool;
    /// When to ask.
    fn thresholds(&self) -> Thresholds;
    /// Whether there is time now for a translation of what was hot so many times before, without there
    /// being time. It is counted again where there is not.
    fn has_time(&self, refused: u8) -> bool {
        let _ = refused;
        true
    }
    /// The bytes for code that are taken, and all there are.
    fn room(&self) -> Room {
        Room::default()
    }
    /// Has `fork` run, which says whether this is the child, while no machine code is changed; the
    /// child gets code of its own.
    fn fork(&self, fork: &mut dyn FnMut() -> bool) {
        fork();
    }
}

static TRANSLATOR: OnceLock<&'static dyn Translator> = OnceLock::new();

/// Installs the translator of this process; false when there is one already.
pub fn install(translator: &'static dyn Translator) -> bool {
    TRANSLATOR.set(translator).is_ok()
}

/// The translator.
pub(crate) fn translator() -> Option<&'static dyn Translator> {
    TRANSLATOR.get().copied()
}

/// The frame of a hot function, for looking at.
pub(crate) fn frames(fp: Fp, func: &'static Func) -> Frames {
    Frames::new(fp, func)
}

/// The functions of calls that are known without running.
pub struct Callees(Known);

impl Callees {
    /// Of a function's calls.
    pub fn of(php: &'static PhpFunc) -> Self {
        Self(Known::of(php, php.code().sites().all()))
    }

    /// The function of the call that a site belongs to.
    pub fn at(&self, site: usize) -> Option<&'static Func> {
        self.0.callee(site)
    }
}

/// The address of the block of a static string.
pub fn string_block(string: StaticStr) -> u64 {
    block_of(Constant::string(string))
}

/// What a constant that code names is.
#[derive(Clone, Copy)]
pub enum Named {
    /// The same in all requests.
    Fixed(Constant),
    /// What a slot of the request has, the number of which this is.
    Slot(u32),
}

/// What the constant with a name is in a function; none when that is to be searched for.
pub fn named_constant(php: &'static PhpFunc, name: StrId) -> Option<Named> {
    if let Some(fixed) = fixed_constant(php.unit().str(name).as_bytes()) {
        return Some(Named::Fixed(fixed));
    }
    php.unit().const_slot(name).map(|slot| Named::Slot(slot.number()))
}

/// What code of a namespace finds by the last part of a name; none likewise.
pub fn unqualified_constant(php: &'static PhpFunc, name: StrId) -> Option<Named> {
    php.unit().unqualified_slot(name).map(|slot| Named::Slot(slot.number()))
}

/// The address of the block of a constant string or array.
pub fn constant_block(constant: Constant) -> u64 {
    block_of(constant)
}
