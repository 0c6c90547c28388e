//! Every encoder form with every register, read back by a disassembler.

use iced_x86::{Decoder, DecoderOptions, Instruction, OpKind, Register};
use vasm::inst::{Alu, Bits, Extend, Shift, Sse, Width};
use vasm::isa::x64::{Encoder, Place};
use vasm::{Cc, Gpr, Mem};

const Q: [&str; 16] = [
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13",
    "r14", "r15",
];
const L: [&str; 16] = [
    "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "r8d", "r9d", "r10d", "r11d", "r12d",
    "r13d", "r14d", "r15d",
];
const W: [&str; 16] = [
    "ax", "cx", "dx", "bx", "sp", "bp", "si", "di", "r8w", "r9w", "r10w", "r11w", "r12w", "r13w",
    "r14w", "r15w",
];
const B: [&str; 16] = [
    "al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil", "r8l", "r9l", "r10l", "r11l", "r12l",
    "r13l", "r14l", "r15l",
];
const WIDTHS: [Width; 4] = [Width::B, Width::W, Width::L, Width::Q];

fn gpr(w: Width, number: u8) -> String {
    let names = match w {
        Width::B => B,
        Width::W => W,
        Width::L => L,
        Width::Q => Q,
    };
    names[usize::from(number)].to_string()
}

fn xmm(number: u8) -> String {
    format!("xmm{number}")
}

fn mem(m: Mem, bytes: u32) -> String {
    let name = |r: Gpr| Q[usize::from(r.as_machine().expect("machine register"))];
    let index = if m.index.is_some() {
        format!("+{}*{}", name(m.index), 1 << m.scale)
    } else {
        String::new()
    };
    format!("[{}{index}{:+}]:{bytes}", name(m.base), m.disp)
}

fn operand(inst: &Instruction, index: u32) -> String {
    let name = |r: Register| format!("{r:?}").to_lowercase();
    match inst.op_kind(index) {
        OpKind::Register => name(inst.op_register(index)),
        OpKind::Memory if inst.memory_base() == Register::RIP => "[rip]".to_string(),
        OpKind::Memory => {
            let index = match inst.memory_index() {
                Register::None => String::new(),
                r => format!("+{}*{}", name(r), inst.memory_index_scale()),
            };
            let disp = inst.memory_displacement64() as i64;
            format!("[{}{index}{disp:+}]:{}", name(inst.memory_base()), inst.memory_size().size())
        }
        _ => {
            let bytes = match inst.op_kind(0) {
                OpKind::Register => inst.op_register(0).size(),
                OpKind::Memory => inst.memory_size().size(),
                _ => 8,
            };
            format!("{}", inst.immediate(index) & u64::MAX >> (64 - 8 * bytes.min(8)))
        }
    }
}

fn describe(bytes: &[u8]) -> String {
    let mut decoder = Decoder::new(64, bytes, DecoderOptions::NONE);
    let inst = decoder.decode();
    assert_eq!(inst.len(), bytes.len(), "one instruction of all bytes: {bytes:x?}");
    let operands: Vec<String> = (0..inst.op_count()).map(|i| operand(&inst, i)).collect();
    format!("{:?} {}", inst.mnemonic(), operands.join(",")).to_lowercase()
}

/// Writes one instruction and compares what it is read as.
fn expect(write: impl FnOnce(&mut Encoder), expected: &str) {
    let mut asm = Encoder::default();
    write(&mut asm);
    assert_eq!(describe(&asm.bytes), expected, "{:x?}", asm.bytes);
}

fn regs() -> impl Iterator<Item = u8> + Clone {
    0..16
}

fn pairs() -> impl Iterator<Item = (u8, u8)> {
    regs().flat_map(|a| regs().map(move |b| (a, b)))
}

/// All bases, with and without every index, and displacements of every size.
fn mems() -> impl Iterator<Item = Mem> {
    let disps = [0, 1, -1, 127, -128, 128, -129, i32::MAX, i32::MIN];
    let plain = regs().flat_map(move |b| disps.map(|d| Mem::at(Gpr::machine(b), d)));
    let indexed = pairs().filter(|(_, i)| *i != 4).flat_map(|(b, i)| {
        let (b, i) = (Gpr::machine(b), Gpr::machine(i));
        [(0, 0), (1, 8), (2, -128), (3, 1000)].map(|(s, d)| Mem::indexed(b, i, s, d))
    });
    plain.chain(indexed)
}

const IMMS: [i32; 9] = [0, 1, -1, 127, -128, 128, -129, i32::MAX, i32::MIN];

fn imm(w: Width, value: i32) -> String {
    (i64::from(value) as u64 & w.mask()).to_string()
}

fn alu_name(op: Alu) -> &'static str {
    match op {
        Alu::Add => "add",
        Alu::Or => "or",
        Alu::And => "and",
        Alu::Sub => "sub",
        Alu::Xor => "xor",
        Alu::Cmp => "cmp",
    }
}

const ALUS: [Alu; 6] = [Alu::Add, Alu::Or, Alu::And, Alu::Sub, Alu::Xor, Alu::Cmp];

#[test]
fn arithmetic_between_registers_and_memory() {
    for op in ALUS {
        let name = alu_name(op);
        for w in WIDTHS {
            for (d, s) in pairs() {
                expect(
                    |a| a.alu(op, w, d, Place::Reg(s)),
                    &format!("{name} {},{}", gpr(w, d), gpr(w, s)),
                );
            }
            for (m, r) in mems().zip(regs().cycle()) {
                let (place, text) = (Place::Mem(m), mem(m, w.bytes()));
                expect(|a| a.alu(op, w, r, place), &format!("{name} {},{text}", gpr(w, r)));
                expect(|a| a.alu_store(op, w, place, r), &format!("{name} {text},{}", gpr(w, r)));
            }
        }
    }
}

#[test]
fn arithmetic_with_immediates() {
    for (op, w) in ALUS.into_iter().flat_map(|op| WIDTHS.map(|w| (op, w))) {
        let name = alu_name(op);
        for (r, i) in regs().flat_map(|r| IMMS.map(|i| (r, i))) {
            expect(
                |a| a.alu_imm(op, w, Place::Reg(r), i),
                &format!("{name} {},{}", gpr(w, r), imm(w, i)),
            );
        }
        for (m, i) in mems().zip(IMMS.into_iter().cycle()) {
            expect(
                |a| a.alu_imm(op, w, Place::Mem(m), i),
                &format!("{name} {},{}", mem(m, w.bytes()), imm(w, i)),
            );
        }
    }
}

#[test]
fn tests_and_products() {
    for w in WIDTHS {
        for (x, y) in pairs() {
            expect(|a| a.test(w, Place::Reg(x), y), &format!("test {},{}", gpr(w, x), gpr(w, y)));
        }
        for (m, i) in mems().zip(IMMS.into_iter().cycle()) {
            expect(
                |a| a.test_imm(w, Place::Mem(m), i),
                &format!("test {},{}", mem(m, w.bytes()), imm(w, i)),
            );
            expect(
                |a| a.test(w, Place::Mem(m), 6),
                &format!("test {},{}", mem(m, w.bytes()), gpr(w, 6)),
            );
        }
        for (r, i) in regs().flat_map(|r| IMMS.map(|i| (r, i))) {
            expect(
                |a| a.test_imm(w, Place::Reg(r), i),
                &format!("test {},{}", gpr(w, r), imm(w, i)),
            );
        }
    }
    for w in [Width::L, Width::Q] {
        for (d, s) in pairs() {
            expect(|a| a.imul(w, d, Place::Reg(s)), &format!("imul {},{}", gpr(w, d), gpr(w, s)));
            for i in IMMS {
                let text = format!("imul {},{},{}", gpr(w, d), gpr(w, s), imm(w, i));
                expect(|a| a.imul_imm(w, d, Place::Reg(s), i), &text);
            }
        }
        for (m, d) in mems().zip(regs().cycle()) {
            expect(
                |a| a.imul(w, d, Place::Mem(m)),
                &format!("imul {},{}", gpr(w, d), mem(m, w.bytes())),
            );
        }
        for (extension, name) in
            [(2, "not"), (3, "neg"), (4, "mul"), (5, "imul"), (6, "div"), (7, "idiv")]
        {
            for r in regs() {
                expect(|a| a.group3(extension, w, Place::Reg(r)), &format!("{name} {}", gpr(w, r)));
            }
            for m in mems() {
                expect(
                    |a| a.group3(extension, w, Place::Mem(m)),
                    &format!("{name} {}", mem(m, w.bytes())),
                );
            }
        }
        for r in regs() {
            expect(|a| a.bswap(w, r), &format!("bswap {}", gpr(w, r)));
        }
    }
}

#[test]
fn shifts_and_bits() {
    let shifts = [
        (Shift::Rol, "rol"),
        (Shift::Ror, "ror"),
        (Shift::Shl, "shl"),
        (Shift::Shr, "shr"),
        (Shift::Sar, "sar"),
    ];
    for (op, name) in shifts {
        for (w, r) in [Width::L, Width::Q].into_iter().flat_map(|w| regs().map(move |r| (w, r))) {
            expect(|a| a.shift(op, w, r), &format!("{name} {},cl", gpr(w, r)));
            for n in [1, 2, 31] {
                expect(|a| a.shift_imm(op, w, r, n), &format!("{name} {},{n}", gpr(w, r)));
            }
        }
    }
    for (op, name) in [(Bits::Bsf, "bsf"), (Bits::Bsr, "bsr"), (Bits::Popcnt, "popcnt")] {
        for (d, s) in pairs() {
            expect(
                |a| a.bits(op, d, Place::Reg(s)),
                &format!("{name} {},{}", gpr(Width::Q, d), gpr(Width::Q, s)),
            );
        }
        for (m, d) in mems().zip(regs().cycle()) {
            expect(
                |a| a.bits(op, d, Place::Mem(m)),
                &format!("{name} {},{}", gpr(Width::Q, d), mem(m, 8)),
            );
        }
    }
    for (v, n) in pairs() {
        expect(|a| a.bit_test(v, n), &format!("bt {},{}", gpr(Width::Q, v), gpr(Width::Q, n)));
        expect(|a| a.bit_test_imm(Place::Reg(v), 63), &format!("bt {},63", gpr(Width::Q, v)));
    }
    for m in mems() {
        expect(|a| a.bit_test_imm(Place::Mem(m), 5), &format!("bt {},5", mem(m, 8)));
    }
}

#[test]
fn moves_loads_and_stores() {
    let kinds = [
        (Extend::ZeroB, "movzx", Width::L, Width::B),
        (Extend::ZeroW, "movzx", Width::L, Width::W),
        (Extend::ZeroL, "mov", Width::L, Width::L),
        (Extend::SignB, "movsx", Width::Q, Width::B),
        (Extend::SignW, "movsx", Width::Q, Width::W),
        (Extend::SignL, "movsxd", Width::Q, Width::L),
        (Extend::Full, "mov", Width::Q, Width::Q),
    ];
    for (kind, name, to, from) in kinds {
        for (d, s) in pairs() {
            expect(
                |a| a.extend(kind, d, Place::Reg(s)),
                &format!("{name} {},{}", gpr(to, d), gpr(from, s)),
            );
        }
        for (m, d) in mems().zip(regs().cycle()) {
            expect(
                |a| a.extend(kind, d, Place::Mem(m)),
                &format!("{name} {},{}", gpr(to, d), mem(m, from.bytes())),
            );
        }
    }
    for (d, s) in pairs() {
        expect(|a| a.mov(d, s), &format!("mov {},{}", gpr(Width::Q, d), gpr(Width::Q, s)));
    }
    for w in WIDTHS {
        for (m, s) in mems().zip(regs().cycle()) {
            expect(|a| a.store(w, m, s), &format!("mov {},{}", mem(m, w.bytes()), gpr(w, s)));
        }
        for (m, i) in mems().zip(IMMS.into_iter().cycle()) {
            expect(|a| a.store_imm(w, m, i), &format!("mov {},{}", mem(m, w.bytes()), imm(w, i)));
        }
    }
    for r in regs() {
        expect(|a| a.mov_imm(r, 7), &format!("mov {},7", gpr(Width::L, r)));
        expect(|a| a.mov_imm(r, -7), &format!("mov {},{}", gpr(Width::Q, r), -7i64 as u64));
        expect(|a| a.mov_imm(r, i64::MIN), &format!("mov {},{}", gpr(Width::Q, r), 1u64 << 63));
        expect(|a| a.zero(r), &format!("xor {0},{0}", gpr(Width::L, r)));
        expect(|a| a.push(r), &format!("push {}", gpr(Width::Q, r)));
        expect(|a| a.pop(r), &format!("pop {}", gpr(Width::Q, r)));
        expect(|a| a.lea(r, Place::Rip), &format!("lea {},[rip]", gpr(Width::Q, r)));
        expect(|a| a.call(Place::Reg(r)), &format!("call {}", gpr(Width::Q, r)));
        expect(|a| a.jmp(Place::Reg(r)), &format!("jmp {}", gpr(Width::Q, r)));
    }
    for (m, r) in mems().zip(regs().cycle()) {
        expect(|a| a.lea(r, Place::Mem(m)), &format!("lea {},{}", gpr(Width::Q, r), mem(m, 0)));
        expect(|a| a.call(Place::Mem(m)), &format!("call {}", mem(m, 8)));
        expect(|a| a.jmp(Place::Mem(m)), &format!("jmp {}", mem(m, 8)));
    }
}

#[test]
fn conditions() {
    // iced names conditions by their other spelling in places.
    let names =
        ["o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"];
    for (cc, name) in Cc::ALL.into_iter().zip(names) {
        for (d, s) in pairs() {
            expect(|a| a.setcc(cc, d), &format!("set{name} {}", gpr(Width::B, d)));
            expect(
                |a| a.cmov(cc, d, Place::Reg(s)),
                &format!("cmov{name} {},{}", gpr(Width::Q, d), gpr(Width::Q, s)),
            );
        }
        for (m, d) in mems().zip(regs().cycle()) {
            expect(
                |a| a.cmov(cc, d, Place::Mem(m)),
                &format!("cmov{name} {},{}", gpr(Width::Q, d), mem(m, 8)),
            );
        }
    }
}

#[test]
fn floating_point() {
    let ops = [
        (Sse::Add, "addsd"),
        (Sse::Sub, "subsd"),
        (Sse::Mul, "mulsd"),
        (Sse::Div, "divsd"),
        (Sse::Min, "minsd"),
        (Sse::Max, "maxsd"),
    ];
    for (d, s) in pairs() {
        let (x, y) = (xmm(d), xmm(s));
        for (op, name) in ops {
            expect(|a| a.sse(op, d, Place::Reg(s)), &format!("{name} {x},{y}"));
        }
        for (op, name) in [(Sse::And, "andpd"), (Sse::Or, "orpd"), (Sse::Xor, "xorpd")] {
            expect(|a| a.sse_bits(op, d, s), &format!("{name} {x},{y}"));
        }
        expect(|a| a.sqrtsd(d, Place::Reg(s)), &format!("sqrtsd {x},{y}"));
        expect(|a| a.roundsd(d, Place::Reg(s), 3), &format!("roundsd {x},{y},11"));
        expect(|a| a.ucomisd(d, Place::Reg(s)), &format!("ucomisd {x},{y}"));
        expect(|a| a.cvtsi2sd(d, Place::Reg(s)), &format!("cvtsi2sd {x},{}", gpr(Width::Q, s)));
        expect(|a| a.cvttsd2si(d, Place::Reg(s)), &format!("cvttsd2si {},{y}", gpr(Width::Q, d)));
        expect(|a| a.movaps(d, s), &format!("movaps {x},{y}"));
        expect(|a| a.movq_to_xmm(d, s), &format!("movq {x},{}", gpr(Width::Q, s)));
        expect(|a| a.movq_to_gpr(d, s), &format!("movq {},{y}", gpr(Width::Q, d)));
        expect(|a| a.zero_xmm(d), &format!("xorps {x},{x}"));
        expect(|a| a.movsd_load(d, Place::Rip), &format!("movsd {x},[rip]"));
    }
    for (m, d) in mems().zip(regs().cycle()) {
        let (x, text, place) = (xmm(d), mem(m, 8), Place::Mem(m));
        for (op, name) in ops {
            expect(|a| a.sse(op, d, place), &format!("{name} {x},{text}"));
        }
        expect(|a| a.sqrtsd(d, place), &format!("sqrtsd {x},{text}"));
        expect(|a| a.roundsd(d, place, 1), &format!("roundsd {x},{text},9"));
        expect(|a| a.ucomisd(d, place), &format!("ucomisd {x},{text}"));
        expect(|a| a.cvtsi2sd(d, place), &format!("cvtsi2sd {x},{text}"));
        expect(|a| a.cvttsd2si(d, place), &format!("cvttsd2si {},{text}", gpr(Width::Q, d)));
        expect(|a| a.movsd_load(d, place), &format!("movsd {x},{text}"));
        expect(|a| a.movsd_store(m, d), &format!("movsd {text},{x}"));
    }
}

#[test]
fn instructions_without_operands() {
    expect(Encoder::ret, "ret ");
    expect(Encoder::leave, "leave ");
    expect(Encoder::ud2, "ud2 ");
    expect(|a| a.sign_extend_rax(Width::Q), "cqo ");
    expect(|a| a.sign_extend_rax(Width::L), "cdq ");
    expect(|a| a.push_imm(-3), &format!("push {}", -3i64 as u64));
    expect(|a| a.push_imm(300), "push 300");
}

#[test]
fn nops_fill_exactly() {
    for count in 0..40 {
        let mut asm = Encoder::default();
        asm.nops(count);
        assert_eq!(asm.bytes.len(), count);
        let decoder = Decoder::new(64, &asm.bytes, DecoderOptions::NONE);
        assert!(decoder.into_iter().all(|i| i.mnemonic() == iced_x86::Mnemonic::Nop));
    }
}

#[test]
fn dumps_have_the_address_and_the_size_of_memory() {
    let mut asm = Encoder::default();
    asm.alu_imm(Alu::Cmp, Width::Q, Place::Mem(Mem::at(Gpr::RBP, 8)), 0);
    asm.mov(0, 15);
    let text = vasm::disasm::disassemble(&asm.bytes, 0x30c0_0030);
    assert_eq!(text, "0x30c00030: cmp qword ptr [rbp+0x8], 0\n0x30c00035: mov rax, r15\n");
}
