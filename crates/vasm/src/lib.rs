//! The JIT's back end: virtual registers in, machine code out.
//!
//! A [`Unit`] holds blocks of [`Inst`]ructions over virtual registers. A [`Compiler`]
//! takes it through local rewriting, register allocation and encoding; [`code_memory`] makes the
//! result executable. [`interp`] runs a unit without any of that and is what the rest is tested
//! against.
//!
//! # Invariants
//! - Nothing here knows the compiled language: values are bits, calls are addresses.
//! - What depends on the machine is under [`isa`]; another machine is another room there.
//!
//! # Not here
//! Choosing what to compile, entering compiled code, and what an exit means: the caller's.

#![deny(unsafe_code)]

pub mod build;
pub mod code_memory;
pub mod compile;
pub mod disasm;
pub mod emit;
pub mod inst;
pub mod interp;
pub mod isa;
mod opt;
pub mod regalloc;
pub mod text;
mod unit;
pub mod verify;

pub use build::Builder;
pub use compile::{CompileError, Compiler, Options};
pub use inst::{Cc, Class, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Vreg, Xm, Xmm};
pub use unit::{
    Area, Block, BlockId, Call, CallId, Conv, Edge, Exit, ExitId, List, LiveValue, Symbol,
    SymbolId, Unit,
};
