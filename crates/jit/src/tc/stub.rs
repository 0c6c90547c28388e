//! Where all exits of machine code meet.

use vasm::Gpr;
use vasm::inst::{Alu, Mem, Width};
use vasm::isa::x64::{Encoder, Place};

/// Saves every register, asks `handler(&mut ExitState)` where control goes on, gives up the native
/// frame of the code that was left, and goes there.
pub fn exit_stub(handler: u64) -> Vec<u8> {
    let (rax, rdx, rsp, rsi, rdi) = (0, 2, 4, 6, 7);
    let vm = 15;
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
    asm.mov(rdi, rax);
    asm.mov(rsi, rdx);
    asm.mov(rdx, vm);
    asm.jmp(Place::Mem(Mem::at(Gpr::machine(7), 0)));
    asm.bytes
}
