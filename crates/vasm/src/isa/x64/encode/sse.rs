//! Floating-point instructions.

use super::{Byte, Encoder, Opcode, Place, escaped};
use crate::inst::{Mem, Sse};

impl Encoder {
    /// Scalar arithmetic `op dst, src`.
    pub fn sse(&mut self, op: Sse, dst: u8, src: Place) {
        self.modrm(escaped(0xf2, op as u8, false), dst, src, Byte::Neither);
    }

    /// Bitwise `op dst, src` over the whole register.
    pub fn sse_bits(&mut self, op: Sse, dst: u8, src: u8) {
        self.modrm(escaped(0x66, op as u8, false), dst, Place::Reg(src), Byte::Neither);
    }

    /// `sqrtsd dst, src`.
    pub fn sqrtsd(&mut self, dst: u8, src: Place) {
        self.modrm(escaped(0xf2, 0x51, false), dst, src, Byte::Neither);
    }

    /// `roundsd dst, src, mode`; inexact results raise no exception.
    pub fn roundsd(&mut self, dst: u8, src: Place, mode: u8) {
        let op = Opcode { prefix: 0x66, escape: &[0x0f, 0x3a], byte: 0x0b, wide: false };
        self.modrm(op, dst, src, Byte::Neither);
        self.bytes.push(8 | mode & 3);
    }

    /// `ucomisd a, b`.
    pub fn ucomisd(&mut self, a: u8, b: Place) {
        self.modrm(escaped(0x66, 0x2e, false), a, b, Byte::Neither);
    }

    /// `cvtsi2sd dst, src` from 64 bits.
    pub fn cvtsi2sd(&mut self, dst: u8, src: Place) {
        self.modrm(escaped(0xf2, 0x2a, true), dst, src, Byte::Neither);
    }

    /// `cvttsd2si dst, src` to 64 bits.
    pub fn cvttsd2si(&mut self, dst: u8, src: Place) {
        self.modrm(escaped(0xf2, 0x2c, true), dst, src, Byte::Neither);
    }

    /// `movsd dst, [place]`.
    pub fn movsd_load(&mut self, dst: u8, place: Place) {
        self.modrm(escaped(0xf2, 0x10, false), dst, place, Byte::Neither);
    }

    /// `movsd [m], src`.
    pub fn movsd_store(&mut self, m: Mem, src: u8) {
        self.modrm(escaped(0xf2, 0x11, false), src, Place::Mem(m), Byte::Neither);
    }

    /// `movaps dst, src`.
    pub fn movaps(&mut self, dst: u8, src: u8) {
        self.modrm(escaped(0, 0x28, false), dst, Place::Reg(src), Byte::Neither);
    }

    /// `xorps reg, reg`: zero; the flags stay.
    pub fn zero_xmm(&mut self, reg: u8) {
        self.modrm(escaped(0, 0x57, false), reg, Place::Reg(reg), Byte::Neither);
    }

    /// `movq xmm, gpr`.
    pub fn movq_to_xmm(&mut self, dst: u8, src: u8) {
        self.modrm(escaped(0x66, 0x6e, true), dst, Place::Reg(src), Byte::Neither);
    }

    /// `movq gpr, xmm`.
    pub fn movq_to_gpr(&mut self, dst: u8, src: u8) {
        self.modrm(escaped(0x66, 0x7e, true), src, Place::Reg(dst), Byte::Neither);
    }
}
