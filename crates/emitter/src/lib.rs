//! Step three: syntax trees become HHBC.
//!
//! [`emit`] walks a folded tree once and writes a unit. The rooms carry the names of the topics of
//! the instruction table: whoever mends `foreach` opens `iter`.
//!
//! # Invariants
//! - Evaluation happens in PHP's order, which `docs/bytecode.md` states.
//! - A unit that comes out is one that `hhbc::verify` accepts.
//! - Native recursion is counted: a tree that is too deep is PHP's compile error.
//!
//! # Not here
//! Parse errors (`syntax`), linking of classes with their parents, values, I/O.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod arith;
mod array;
mod assign;
mod attribute;
mod call;
mod class;
mod closure;
mod commute;
mod r#const;
mod constraint;
mod control;
mod conv;
mod error;
mod export;
mod expr;
mod func;
mod generator;
mod init;
mod instruction;
mod iter;
mod late;
mod line;
mod list;
mod local;
mod magic;
mod member;
mod method;
mod name;
mod namespace;
mod object;
mod param;
mod place;
mod prop;
mod query;
mod scan;
mod stmt;
mod string;
mod switch;
mod text;
mod r#try;
mod unit;
mod walk;

pub use error::{COMPILE_WARNING, CompileError, Note};

use hhbc::unit::Unit;
use syntax::ast::File;

/// What the emitter needs to know besides the tree.
#[derive(Clone, Copy, Debug)]
pub struct EmitOptions<'a> {
    /// The path of the source, as `__FILE__` shows it.
    pub path: &'a [u8],
    /// Whether it belongs to the engine's library: `#[Native]` functions have no code of their own,
    /// `#[Internal]` members are the engine's bookkeeping.
    pub is_library: bool,
    /// The number of its first anonymous class. Other code of the same name has smaller ones.
    pub first_anonymous: u32,
}

/// A unit and what PHP has to say of its source.
#[derive(Debug)]
pub struct Emitted {
    /// The compiled file.
    pub unit: Unit,
    /// Warnings and deprecations found while compiling, in order.
    pub notes: Vec<Note>,
}

/// Compiles a file. The tree is the one of `source`, without errors, folded or not.
///
/// Fails with the first error that PHP's compiler reports.
pub fn emit<'a>(
    file: &File<'a>,
    source: &'a [u8],
    options: EmitOptions<'a>,
) -> Result<Unit, CompileError> {
    emit_with_notes(file, source, options).map(|emitted| emitted.unit)
}

/// As [`emit`], with PHP's warnings.
pub fn emit_with_notes<'a>(
    file: &File<'a>,
    source: &'a [u8],
    options: EmitOptions<'a>,
) -> Result<Emitted, CompileError> {
    unit::UnitEmitter::new(source, options).file(file)
}
