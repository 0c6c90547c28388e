//! The agreement between compiler and engine.
//!
//! A [`Unit`](unit::Unit) is a compiled file: records of functions and classes, and code in the
//! instructions of one table, [`for_each_op!`]. Everything a layer may ask of an instruction is derived
//! from that table. The text form (`.hhas`) says all that a unit holds and can be read back; the
//! verifier decides which units may run.
//!
//! # Invariants
//! - Nothing here panics on any bytes or text, and nothing does I/O.
//! - A unit that [`verify`] accepts is all that the engine needs to trust.
//!
//! # Not here
//! Syntax trees, values and the heap; what an instruction does.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod asm;
pub mod blob;
pub mod build;
pub mod class;
pub mod codec;
pub mod constraint;
pub mod doc;
pub mod flags;
pub mod func;
pub mod imm;
pub mod instr;
pub mod literal;
mod ops;
pub mod show;
pub mod strings;
pub mod types;
pub mod unit;
pub mod verify;
