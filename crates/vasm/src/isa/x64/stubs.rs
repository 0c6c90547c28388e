//! Code that is not a unit: where all exits meet, and bridges to far addresses.

use super::encode::{Encoder, Place};
use crate::inst::{Gpr, Mem};
use crate::regalloc::Location;

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
    asm.alu_imm(crate::inst::Alu::And, crate::inst::Width::Q, Place::Reg(rsp), -16);
    asm.mov_imm(rax, handler as i64);
    asm.call(Place::Reg(rax));
    asm.leave();
    asm.ret();
    asm.bytes
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
