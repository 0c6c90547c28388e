//! The way from a unit to machine code without an address.

use std::fmt;

use crate::emit::{Code, emit};
use crate::opt;
use crate::regalloc::{self, Allocator, Scratch};
use crate::unit::Unit;

/// How a unit is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// How much effort goes into allocation.
    pub allocator: Allocator,
    /// Whether instructions are combined and dead ones removed first.
    pub optimise: bool,
    /// Whether rewriting is verified and the allocation proven right; slow, for tests.
    pub check: bool,
}

impl Options {
    /// For code that has to be there soon.
    pub const FIRST: Self = Self { allocator: Allocator::Fast, optimise: true, check: false };
    /// For code that runs long.
    pub const HOT: Self = Self { allocator: Allocator::Backtracking, optimise: true, check: false };
}

/// Why there is no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompileError {
    /// The allocator gave up; the text is its own.
    Allocation(String),
    /// Rewriting broke a rule, or the allocator lost a value.
    Unsound(String),
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Allocation(text) => write!(f, "register allocation: {text}"),
            Self::Unsound(text) => write!(f, "unsound code: {text}"),
        }
    }
}

impl std::error::Error for CompileError {}

/// Compiles units one after the other, keeping the memory that this takes.
#[derive(Debug, Default)]
pub struct Compiler {
    scratch: Scratch,
}

impl Compiler {
    /// Compiles a unit that [`crate::verify`] accepts; the unit is left rewritten.
    ///
    /// Fails when the allocator does, which then is a fault of the unit's maker or of ours: the
    /// caller goes on without the code.
    pub fn compile(&mut self, unit: &mut Unit, options: Options) -> Result<Code, CompileError> {
        if options.optimise {
            opt::optimise(unit);
        }
        if options.check {
            crate::verify::verify(unit).map_err(|e| CompileError::Unsound(e.to_string()))?;
        }
        opt::split_critical(unit);
        let order = opt::order(unit);
        let layout = opt::layout(unit, &order);
        let allocated = regalloc::run(unit, &order.blocks, options.allocator, &mut self.scratch)
            .map_err(|error| CompileError::Allocation(error.to_string()))?;
        if options.check {
            allocated.check(&regalloc::environment()).map_err(CompileError::Unsound)?;
        }
        Ok(emit(unit, &allocated, &order.blocks, &layout))
    }
}
