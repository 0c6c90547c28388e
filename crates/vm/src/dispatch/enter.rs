//! Entering a chain of handlers from Rust.
//!
//! # Invariants
//! - E1: machine code in the chain may leave garbage in every register, so the registers that the
//!   platform's convention preserves are kept here; unwinding through the chain restores them.

use std::arch::naked_asm;

use super::Vm;
use super::insn::{Handler, Pc};
use crate::frame::Fp;

/// Calls `handler` with the state, and comes back when the chain that it begins ends.
#[cfg(target_arch = "x86_64")]
#[unsafe(naked)]
pub(super) extern "C-unwind" fn enter(pc: Pc, fp: Fp, vm: Vm, handler: Handler) {
    naked_asm!(
        ".cfi_startproc",
        "push rbp",
        ".cfi_def_cfa_offset 16",
        ".cfi_offset rbp, -16",
        "push rbx",
        ".cfi_def_cfa_offset 24",
        ".cfi_offset rbx, -24",
        "push r12",
        ".cfi_def_cfa_offset 32",
        ".cfi_offset r12, -32",
        "push r13",
        ".cfi_def_cfa_offset 40",
        ".cfi_offset r13, -40",
        "push r14",
        ".cfi_def_cfa_offset 48",
        ".cfi_offset r14, -48",
        "push r15",
        ".cfi_def_cfa_offset 56",
        ".cfi_offset r15, -56",
        "sub rsp, 8",
        ".cfi_def_cfa_offset 64",
        "call rcx",
        "add rsp, 8",
        ".cfi_def_cfa_offset 56",
        "pop r15",
        ".cfi_def_cfa_offset 48",
        "pop r14",
        ".cfi_def_cfa_offset 40",
        "pop r13",
        ".cfi_def_cfa_offset 32",
        "pop r12",
        ".cfi_def_cfa_offset 24",
        "pop rbx",
        ".cfi_def_cfa_offset 16",
        "pop rbp",
        ".cfi_def_cfa_offset 8",
        "ret",
        ".cfi_endproc",
    )
}

/// Calls `handler` with the state. There is no machine code on this machine.
#[cfg(not(target_arch = "x86_64"))]
pub(super) fn enter(pc: Pc, fp: Fp, vm: Vm, handler: Handler) {
    handler(pc, fp, vm);
}
