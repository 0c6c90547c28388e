//! Code that is not a unit: where all exits meet, and bridges to far addresses.

use super::encode::{Encoder, Place};
use crate::emit::{Code, Reloc, Target};
use crate::inst::{Alu, Extend, Gpr, Mem, Width};
use crate::regalloc::{Location, Undo, UndoOperand};
use crate::unit::{Area, SymbolId};

/// The registers at an exit, as its handler gets them.
#[repr(C)]
#[derive(Clone, Debug, Default)]
pub struct ExitState {
    /// The low halves of the floating-point registers.
    pub xmms: [u64; 16],
    /// The general-purpose registers; that of rsp means nothing.
    pub gprs: [u64; 16],
    /// Which exit it is.
    pub number: u64,
}

impl ExitState {
    /// The value at `location`; one in the frame is read through `frame`, by address.
    pub fn value(&self, location: Location, frame: impl FnOnce(u64) -> u64) -> u64 {
        match location {
            Location::Gpr(number) => self.gprs[usize::from(number & 15)],
            Location::Xmm(number) => self.xmms[usize::from(number & 15)],
            Location::Frame(offset) => frame(self.gprs[5].wrapping_add_signed(i64::from(offset))),
            Location::Imm(v) => v as u64,
            Location::Before(undo) => undo.source(|number| self.gprs[usize::from(number & 15)]),
        }
    }
}

/// Where all exits go, with their number on the stack.
///
/// It saves every register, calls `handler(&mut ExitState)`, gives up the frame of the unit that
/// was left, and returns the handler's results to that unit's caller.
pub fn exit_handler(handler: u64) -> Vec<u8> {
    let (rdi, rsp, rax) = (7, Gpr::RSP.number(), Gpr::RAX.number());
    let mut asm = Encoder::default();
    for reg in (0..16).rev() {
        asm.push(reg);
    }
    asm.lea(rsp, Place::Mem(Mem::at(Gpr::RSP, -128)));
    for xmm in 0..16 {
        asm.movsd_store(Mem::at(Gpr::RSP, 8 * i32::from(xmm)), xmm);
    }
    asm.mov(rdi, rsp);
    asm.alu_imm(Alu::And, Width::Q, Place::Reg(rsp), -16);
    asm.mov_imm(rax, handler as i64);
    asm.call(Place::Reg(rax));
    asm.leave();
    asm.ret();
    asm.bytes
}

/// Continues an exit in compiled code: stores each value to its home, gives up the frame of the
/// unit that was left, and goes on at the symbol after the code itself.
///
/// A home is relative to the VM frame or context. The thunk of the exit is then patched to lead
/// here, see [`crate::code_memory::CodeMemory::patch_thunk`].
pub fn bridge(values: &[(Location, Mem)], target: u64) -> Code {
    let rax = Gpr::RAX.number();
    let mut asm = Encoder::default();
    for (from, home) in values {
        match *from {
            Location::Gpr(number) => asm.store(Width::Q, *home, number),
            Location::Xmm(number) => asm.movsd_store(*home, number),
            Location::Frame(_) | Location::Imm(_) | Location::Before(_) => {}
        }
    }
    // Sources found from results first: rax may be one of theirs.
    for (from, home) in values {
        if let Location::Before(undo) = from {
            asm.push(undo.result);
            asm.undo(*undo);
            asm.store(Width::Q, *home, undo.result);
            asm.pop(undo.result);
        }
    }
    for (from, home) in values {
        match *from {
            Location::Frame(offset) => {
                asm.extend(Extend::Full, rax, Place::Mem(Mem::at(Gpr::RBP, offset)));
            }
            Location::Imm(v) => asm.mov_imm(rax, v),
            Location::Gpr(_) | Location::Xmm(_) | Location::Before(_) => continue,
        }
        asm.store(Width::Q, *home, rax);
    }
    asm.leave();
    asm.jmp_rel32();
    let at = asm.bytes.len() as u32 - 4;
    let to = Target::Symbol(SymbolId(1));
    Code {
        relocs: vec![Reloc { area: Area::Frozen, at, trailing: 0, target: to }],
        symbols: vec![0, target],
        entry: Some(Area::Frozen),
        areas: [Vec::new(), Vec::new(), asm.bytes],
        ..Code::default()
    }
}

impl Encoder {
    /// Turns the result of a checked operation back into its first source.
    fn undo(&mut self, undo: Undo) {
        let inverse = if undo.op == Alu::Sub { Alu::Add } else { Alu::Sub };
        match undo.operand {
            UndoOperand::Gpr(b) => self.alu(inverse, Width::Q, undo.result, Place::Reg(b)),
            UndoOperand::Imm(b) => self.alu_imm(inverse, Width::Q, Place::Reg(undo.result), b),
        }
    }
}

/// Jumps to an address that no 32-bit distance reaches; changes no register.
pub fn far_jump(target: u64) -> Vec<u8> {
    let mut asm = Encoder::default();
    asm.jmp(Place::Rip);
    asm.nops(2);
    // The address follows, so the displacement skips the two bytes of padding.
    asm.bytes[2] = 2;
    asm.bytes.extend_from_slice(&target.to_le_bytes());
    asm.bytes
}
