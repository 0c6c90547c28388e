//! Bytes of x86-64 instructions.
//!
//! One method writes one instruction form; which form an instruction of the table takes is decided
//! in `lower`. The shortest encoding of the form is chosen.
//!
//! # Invariants
//! - Registers are hardware numbers 0 to 15, below 8 without a REX bit.
//! - With [`Place::Rip`] the last four bytes before any immediate are the displacement.
//!
//! # Not here
//! Jumps within a unit: their size is known only when all code is, see [`crate::emit`].

mod sse;

use crate::inst::{Alu, Bits, Cc, Extend, Mem, Shift, Width};

/// A register or memory as the `rm` field of an instruction names it.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A register of the class that the instruction implies.
    Reg(u8),
    /// Memory.
    Mem(Mem),
    /// Memory at a displacement from the next instruction, filled in later.
    Rip,
}

/// The byte that selects an instruction, and what stands before it.
#[derive(Clone, Copy)]
struct Opcode {
    /// 0x66, 0xf2, 0xf3 or none (0).
    prefix: u8,
    /// The bytes before the last: none, `0f`, `0f 38`, `0f 3a`.
    escape: &'static [u8],
    byte: u8,
    /// Whether operands are 64 bits wide.
    wide: bool,
}

const fn plain(byte: u8, wide: bool) -> Opcode {
    Opcode { prefix: 0, escape: &[], byte, wide }
}

const fn escaped(prefix: u8, byte: u8, wide: bool) -> Opcode {
    Opcode { prefix, escape: &[0x0f], byte, wide }
}

/// The opcode of an integer instruction whose 8-bit form is `byte - 1`.
const fn sized(byte: u8, w: Width) -> Opcode {
    let prefix = if matches!(w, Width::W) { 0x66 } else { 0 };
    let byte = if matches!(w, Width::B) { byte - 1 } else { byte };
    Opcode { prefix, escape: &[], byte, wide: matches!(w, Width::Q) }
}

/// Which of an instruction's registers are 8 bits wide and so may need an empty REX prefix.
#[derive(Clone, Copy, PartialEq)]
enum Byte {
    Neither,
    Rm,
    Both,
}

const fn byte_of(w: Width) -> Byte {
    if matches!(w, Width::B) { Byte::Both } else { Byte::Neither }
}

/// Writes machine instructions one after the other.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    /// What has been written.
    pub bytes: Vec<u8>,
}

impl Encoder {
    fn put32(&mut self, value: i32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// An instruction with a `reg` and an `rm` operand.
    #[inline]
    fn modrm(&mut self, op: Opcode, reg: u8, rm: Place, byte: Byte) {
        if op.prefix != 0 {
            self.bytes.push(op.prefix);
        }
        let (x, b) = match rm {
            Place::Reg(r) => (0, r >> 3),
            Place::Mem(m) if m.index.is_some() => (m.index.number() >> 3, m.base.number() >> 3),
            Place::Mem(m) => (0, m.base.number() >> 3),
            Place::Rip => (0, 0),
        };
        let rex = u8::from(op.wide) << 3 | (reg >> 3) << 2 | x << 1 | b;
        let needs_rex = |r: u8| (4..8).contains(&r);
        let low = match (byte, rm) {
            (Byte::Neither, _) => false,
            (Byte::Rm, Place::Reg(r)) => needs_rex(r),
            (Byte::Rm, _) => false,
            (Byte::Both, Place::Reg(r)) => needs_rex(r) || needs_rex(reg),
            (Byte::Both, _) => needs_rex(reg),
        };
        if rex != 0 || low {
            self.bytes.push(0x40 | rex);
        }
        self.bytes.extend_from_slice(op.escape);
        self.bytes.push(op.byte);
        self.place(reg & 7, rm);
    }

    fn place(&mut self, reg: u8, rm: Place) {
        match rm {
            Place::Reg(r) => self.bytes.push(0xc0 | reg << 3 | (r & 7)),
            Place::Rip => {
                self.bytes.push(reg << 3 | 5);
                self.put32(0);
            }
            Place::Mem(m) => self.memory(reg, m),
        }
    }

    fn memory(&mut self, reg: u8, m: Mem) {
        let base = m.base.number() & 7;
        // A base of rbp or r13 has no form without displacement.
        let mode = match m.disp {
            0 if base != 5 => 0,
            -128..=127 => 1,
            _ => 2,
        };
        if m.index.is_some() {
            debug_assert!(m.index != crate::Gpr::RSP, "invariant: rsp is no index");
            self.bytes.push(mode << 6 | reg << 3 | 4);
            self.bytes.push(m.scale << 6 | (m.index.number() & 7) << 3 | base);
        } else if base == 4 {
            self.bytes.extend_from_slice(&[mode << 6 | reg << 3 | 4, 0x24]);
        } else {
            self.bytes.push(mode << 6 | reg << 3 | base);
        }
        match mode {
            0 => {}
            1 => self.bytes.push(m.disp as u8),
            _ => self.put32(m.disp),
        }
    }

    /// `op dst, src`.
    pub fn alu(&mut self, op: Alu, w: Width, dst: u8, src: Place) {
        match src {
            Place::Reg(src) => self.alu_store(op, w, Place::Reg(dst), src),
            _ => self.modrm(sized((op as u8) << 3 | 3, w), dst, src, byte_of(w)),
        }
    }

    /// `op dst, src` with the destination in memory.
    pub fn alu_store(&mut self, op: Alu, w: Width, dst: Place, src: u8) {
        self.modrm(sized((op as u8) << 3 | 1, w), src, dst, byte_of(w));
    }

    /// `op dst, imm`.
    pub fn alu_imm(&mut self, op: Alu, w: Width, dst: Place, imm: i32) {
        let byte = if w == Width::B { Byte::Rm } else { Byte::Neither };
        if w == Width::B || i8::try_from(imm).is_ok() {
            let opcode = if w == Width::B { 0x80 } else { 0x83 };
            self.modrm(Opcode { byte: opcode, ..sized(0x81, w) }, op as u8, dst, byte);
            self.bytes.push(imm as u8);
            return;
        }
        match dst {
            Place::Reg(0) => {
                if w == Width::W {
                    self.bytes.push(0x66);
                } else if w == Width::Q {
                    self.bytes.push(0x48);
                }
                self.bytes.push((op as u8) << 3 | 5);
            }
            _ => self.modrm(sized(0x81, w), op as u8, dst, byte),
        }
        self.immediate(w, imm);
    }

    fn immediate(&mut self, w: Width, imm: i32) {
        let size = w.bytes().min(4) as usize;
        self.bytes.extend_from_slice(&imm.to_le_bytes()[..size]);
    }

    /// `test a, b`.
    pub fn test(&mut self, w: Width, a: Place, b: u8) {
        self.modrm(sized(0x85, w), b, a, byte_of(w));
    }

    /// `test a, imm`.
    pub fn test_imm(&mut self, w: Width, a: Place, imm: i32) {
        let byte = if w == Width::B { Byte::Rm } else { Byte::Neither };
        self.modrm(sized(0xf7, w), 0, a, byte);
        self.immediate(w, imm);
    }

    /// `imul dst, src`.
    pub fn imul(&mut self, w: Width, dst: u8, src: Place) {
        self.modrm(escaped(0, 0xaf, w == Width::Q), dst, src, Byte::Neither);
    }

    /// `imul dst, src, imm`.
    pub fn imul_imm(&mut self, w: Width, dst: u8, src: Place, imm: i32) {
        let wide = w == Width::Q;
        if let Ok(imm) = i8::try_from(imm) {
            self.modrm(plain(0x6b, wide), dst, src, Byte::Neither);
            self.bytes.push(imm as u8);
        } else {
            self.modrm(plain(0x69, wide), dst, src, Byte::Neither);
            self.put32(imm);
        }
    }

    /// One of the group `f7`: 2 `not`, 3 `neg`, 4 `mul`, 5 `imul`, 6 `div`, 7 `idiv`.
    pub fn group3(&mut self, extension: u8, w: Width, place: Place) {
        self.modrm(sized(0xf7, w), extension, place, Byte::Neither);
    }

    /// `bswap reg`.
    pub fn bswap(&mut self, w: Width, reg: u8) {
        let rex = u8::from(w == Width::Q) << 3 | reg >> 3;
        if rex != 0 {
            self.bytes.push(0x40 | rex);
        }
        self.bytes.extend_from_slice(&[0x0f, 0xc8 | (reg & 7)]);
    }

    /// `op reg, cl`.
    pub fn shift(&mut self, op: Shift, w: Width, reg: u8) {
        self.modrm(plain(0xd3, w == Width::Q), op as u8, Place::Reg(reg), Byte::Neither);
    }

    /// `op reg, count`.
    pub fn shift_imm(&mut self, op: Shift, w: Width, reg: u8, count: u8) {
        let (byte, wide) = (if count == 1 { 0xd1 } else { 0xc1 }, w == Width::Q);
        self.modrm(plain(byte, wide), op as u8, Place::Reg(reg), Byte::Neither);
        if count != 1 {
            self.bytes.push(count);
        }
    }

    /// `bsf`, `bsr` or `popcnt dst, src`, 64 bits.
    pub fn bits(&mut self, op: Bits, dst: u8, src: Place) {
        let (prefix, byte) = match op {
            Bits::Bsf => (0, 0xbc),
            Bits::Bsr => (0, 0xbd),
            Bits::Popcnt => (0xf3, 0xb8),
        };
        self.modrm(escaped(prefix, byte, true), dst, src, Byte::Neither);
    }

    /// `bt place, bit`, 64 bits.
    pub fn bit_test_imm(&mut self, place: Place, bit: u8) {
        self.modrm(escaped(0, 0xba, true), 4, place, Byte::Neither);
        self.bytes.push(bit);
    }

    /// `bt value, bit`, 64 bits.
    pub fn bit_test(&mut self, value: u8, bit: u8) {
        self.modrm(escaped(0, 0xa3, true), bit, Place::Reg(value), Byte::Neither);
    }

    /// `setcc reg`, 8 bits.
    pub fn setcc(&mut self, cc: Cc, reg: u8) {
        self.modrm(escaped(0, 0x90 | cc as u8, false), 0, Place::Reg(reg), Byte::Rm);
    }

    /// `cmovcc dst, src`, 64 bits.
    pub fn cmov(&mut self, cc: Cc, dst: u8, src: Place) {
        self.modrm(escaped(0, 0x40 | cc as u8, true), dst, src, Byte::Neither);
    }

    /// `mov dst, src`, 64 bits.
    pub fn mov(&mut self, dst: u8, src: u8) {
        self.modrm(plain(0x89, true), src, Place::Reg(dst), Byte::Neither);
    }

    /// `mov dst, value`, as short as the value allows; the flags stay.
    pub fn mov_imm(&mut self, dst: u8, value: i64) {
        if let Ok(low) = u32::try_from(value) {
            if dst >= 8 {
                self.bytes.push(0x41);
            }
            self.bytes.push(0xb8 | (dst & 7));
            self.put32(low as i32);
        } else if let Ok(imm) = i32::try_from(value) {
            self.modrm(plain(0xc7, true), 0, Place::Reg(dst), Byte::Neither);
            self.put32(imm);
        } else {
            self.bytes.extend_from_slice(&[0x48 | dst >> 3, 0xb8 | (dst & 7)]);
            self.bytes.extend_from_slice(&value.to_le_bytes());
        }
    }

    /// `xor dst, dst`: zero, garbling the flags.
    pub fn zero(&mut self, dst: u8) {
        self.modrm(plain(0x31, false), dst, Place::Reg(dst), Byte::Neither);
    }

    /// Loads or moves with extension to 64 bits.
    pub fn extend(&mut self, kind: Extend, dst: u8, src: Place) {
        let (op, byte) = match kind {
            Extend::ZeroB => (escaped(0, 0xb6, false), Byte::Rm),
            Extend::ZeroW => (escaped(0, 0xb7, false), Byte::Neither),
            Extend::ZeroL => (plain(0x8b, false), Byte::Neither),
            Extend::SignB => (escaped(0, 0xbe, true), Byte::Rm),
            Extend::SignW => (escaped(0, 0xbf, true), Byte::Neither),
            Extend::SignL => (plain(0x63, true), Byte::Neither),
            Extend::Full => (plain(0x8b, true), Byte::Neither),
        };
        self.modrm(op, dst, src, byte);
    }

    /// `lea dst, place`.
    pub fn lea(&mut self, dst: u8, place: Place) {
        self.modrm(plain(0x8d, true), dst, place, Byte::Neither);
    }

    /// `mov [m], src`.
    pub fn store(&mut self, w: Width, m: Mem, src: u8) {
        self.modrm(sized(0x89, w), src, Place::Mem(m), byte_of(w));
    }

    /// `mov [m], imm`.
    pub fn store_imm(&mut self, w: Width, m: Mem, imm: i32) {
        self.modrm(sized(0xc7, w), 0, Place::Mem(m), Byte::Neither);
        self.immediate(w, imm);
    }

    /// `push reg`.
    pub fn push(&mut self, reg: u8) {
        if reg >= 8 {
            self.bytes.push(0x41);
        }
        self.bytes.push(0x50 | (reg & 7));
    }

    /// `push imm`.
    pub fn push_imm(&mut self, imm: i32) {
        if let Ok(imm) = i8::try_from(imm) {
            self.bytes.extend_from_slice(&[0x6a, imm as u8]);
        } else {
            self.bytes.push(0x68);
            self.put32(imm);
        }
    }

    /// `pop reg`.
    pub fn pop(&mut self, reg: u8) {
        if reg >= 8 {
            self.bytes.push(0x41);
        }
        self.bytes.push(0x58 | (reg & 7));
    }

    /// `call place`.
    pub fn call(&mut self, place: Place) {
        self.modrm(plain(0xff, false), 2, place, Byte::Neither);
    }

    /// `jmp place`.
    pub fn jmp(&mut self, place: Place) {
        self.modrm(plain(0xff, false), 4, place, Byte::Neither);
    }

    /// `call rel32`, the displacement filled in later.
    pub fn call_rel32(&mut self) {
        self.bytes.push(0xe8);
        self.put32(0);
    }

    /// `jmp rel32`, the displacement filled in later.
    pub fn jmp_rel32(&mut self) {
        self.bytes.push(0xe9);
        self.put32(0);
    }

    /// `jcc rel32`, the displacement filled in later.
    pub fn jcc_rel32(&mut self, cc: Cc) {
        self.bytes.extend_from_slice(&[0x0f, 0x80 | cc as u8]);
        self.put32(0);
    }

    /// Sign-extends `rax` into `rdx`, or `eax` into `edx`.
    pub fn sign_extend_rax(&mut self, w: Width) {
        if w == Width::Q {
            self.bytes.push(0x48);
        }
        self.bytes.push(0x99);
    }

    /// `leave`.
    pub fn leave(&mut self) {
        self.bytes.push(0xc9);
    }

    /// `ret`.
    pub fn ret(&mut self) {
        self.bytes.push(0xc3);
    }

    /// `ud2`.
    pub fn ud2(&mut self) {
        self.bytes.extend_from_slice(&[0x0f, 0x0b]);
    }

    /// As few `nop`s as fill `count` bytes.
    pub fn nops(&mut self, mut count: usize) {
        const LONGEST: [u8; 9] = [0x66, 0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0];
        const FORMS: [&[u8]; 10] = [
            &[],
            &[0x90],
            &[0x66, 0x90],
            &[0x0f, 0x1f, 0],
            &[0x0f, 0x1f, 0x40, 0],
            &[0x0f, 0x1f, 0x44, 0, 0],
            &[0x66, 0x0f, 0x1f, 0x44, 0, 0],
            &[0x0f, 0x1f, 0x80, 0, 0, 0, 0],
            &[0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0],
            &LONGEST,
        ];
        while count > 0 {
            let form = FORMS[count.min(9)];
            self.bytes.extend_from_slice(form);
            count -= form.len();
        }
    }
}
