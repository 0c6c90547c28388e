//! HHIR: typed SSA between bytecode and Vasm.
//!
//! A [`Unit`] is the code of one function, or of the part of it that a hot loop reaches. Values
//! have a [`Type`]; locals and stack items are values as long as nobody can look at their cells. A
//! place where the code may be left names an exit: the site where the interpreter goes on, and what
//! must be written to which cell before. [`opt`] makes the code better; another crate lowers it.
//!
//! # Invariants
//! - Whatever is said of an instruction is derived from its row in [`inst`].
//! - Nothing here knows addresses, layouts or machines.
//!
//! # Not here
//! Bytecode, and what is compiled: the translator's. Machine instructions: `vasm`.

#![forbid(unsafe_code)]

pub mod build;
pub mod inst;
pub mod opt;
mod text;
mod ty;
mod unit;
mod verify;

pub use inst::{Inst, Op};
pub use text::parse_unit;
pub use ty::Type;
pub use unit::{Block, BlockId, Edge, Exit, ExitId, Home, Source, Unit, Val};
pub use verify::{Broken, verify};
