//! tidy: table
//! The instruction set: one row an instruction, from which everything else derives.
//!
//! A row reads
//!
//! ```text
//! /// What it does.
//! name = Variant { source: Kind @place, … } -> { result: Kind @place, … } form(parameters) [effects];
//! ```
//!
//! *Sources* are registers, immediates, memory, conditions, edges, exits; *results* are registers
//! and status flags. `@rax` demands a register, `@late` keeps a source apart from the results.
//! The *form* is what instructions of one shape share: the interpreter and the encoder have one
//! function of that name each, so a row whose form they lack does not compile. *Effects*:
//!
//! | effect | meaning |
//! |---|---|
//! | `tied` | the result takes the register of the first source |
//! | `commutes` | the first two sources may be swapped |
//! | `flags` | writes the status flags; understood where they are a result |
//! | `loads`, `stores` | always touches memory; other instructions load when an operand is memory |
//! | `calls` | arbitrary code runs; the call's record says which registers survive |
//! | `exits` | leaves the unit when its condition holds; its record says what is live there |
//! | `pins` | writes a reserved register or moves the stack pointer |
//! | `ends` | terminator |
//!
//! # Invariants
//! - Instructions are in SSA form until allocation: each virtual register has one definition.
//! - A 32-bit result is zero-extended to 64 bits; 8- and 16-bit arithmetic leaves the rest of
//!   the first source in place.
//! - An instruction with an exit has no effect when it leaves; what the exit needs stays live.
//!
//! # Not here
//! What is special to PHP: types, counts, frames. Those are sequences of these instructions.

mod derive;
mod operand;

pub(crate) use derive::DefField;
pub use derive::{At, Effects, Inst, OpInfo, Role, Visitor, ops};
pub use operand::{
    Cc, Class, GPR_NAMES, Gpr, Mem, PHYSICAL, Ri, Rm, Rmi, Sf, Vreg, Width, Xm, Xmm,
};

/// Two-operand integer arithmetic; the discriminant is the machine's opcode group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Alu {
    /// `a + b`.
    Add = 0,
    /// `a | b`.
    Or = 1,
    /// `a & b`.
    And = 4,
    /// `a - b`.
    Sub = 5,
    /// `a ^ b`.
    Xor = 6,
    /// `a - b` for its flags alone.
    Cmp = 7,
}

/// One-operand integer arithmetic that leaves the flags alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unary {
    /// One's complement.
    Not,
    /// Reverses the bytes.
    Bswap,
}

/// Shifts and rotations; the discriminant is the machine's opcode extension.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Shift {
    /// Rotate left.
    Rol = 0,
    /// Rotate right.
    Ror = 1,
    /// Shift left.
    Shl = 4,
    /// Shift right, zeros enter.
    Shr = 5,
    /// Shift right, the sign enters.
    Sar = 7,
}

/// Searching and counting bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bits {
    /// Index of the lowest set bit; garbage for 0.
    Bsf,
    /// Index of the highest set bit; garbage for 0.
    Bsr,
    /// How many bits are set.
    Popcnt,
}

/// Whether wide multiplication and division take their operands as signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// Two's complement.
    Signed,
    /// Magnitudes.
    Unsigned,
}

/// How a narrow value becomes 64 bits wide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extend {
    /// Zeros above 8 bits.
    ZeroB,
    /// Zeros above 16 bits.
    ZeroW,
    /// Zeros above 32 bits.
    ZeroL,
    /// The sign above 8 bits.
    SignB,
    /// The sign above 16 bits.
    SignW,
    /// The sign above 32 bits.
    SignL,
    /// Nothing to extend.
    Full,
}

/// Floating-point arithmetic; the discriminant is the machine's opcode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Sse {
    /// Bitwise and.
    And = 0x54,
    /// Bitwise or.
    Or = 0x56,
    /// Bitwise exclusive or.
    Xor = 0x57,
    /// `a + b`.
    Add = 0x58,
    /// `a * b`.
    Mul = 0x59,
    /// `a - b`.
    Sub = 0x5c,
    /// `a < b ? a : b`: `b` when either is NaN.
    Min = 0x5d,
    /// `a / b`.
    Div = 0x5e,
    /// `a > b ? a : b`: `b` when either is NaN.
    Max = 0x5f,
}

/// Calls `$m!` with all rows of the instruction table.
macro_rules! for_each_vinst { ($m:ident) => { $m! {
    /// `d = a + b`.
    addq = Addq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Add, Width::Q) [tied, commutes];
    /// `d = a + b`, 32 bits.
    addl = Addl { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Add, Width::L) [tied, commutes];
    /// `d = a + b`, the low 8 bits.
    addb = Addb { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Add, Width::B) [tied];
    /// `d = a - b`.
    subq = Subq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Sub, Width::Q) [tied];
    /// `d = a - b`, 32 bits.
    subl = Subl { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Sub, Width::L) [tied];
    /// `d = a - b`, the low 8 bits.
    subb = Subb { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Sub, Width::B) [tied];
    /// `d = a & b`.
    andq = Andq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::And, Width::Q) [tied, commutes];
    /// `d = a & b`, 32 bits.
    andl = Andl { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::And, Width::L) [tied, commutes];
    /// `d = a & b`, the low 8 bits.
    andb = Andb { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::And, Width::B) [tied];
    /// `d = a | b`.
    orq = Orq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Or, Width::Q) [tied, commutes];
    /// `d = a | b`, 32 bits.
    orl = Orl { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Or, Width::L) [tied, commutes];
    /// `d = a | b`, the low 8 bits.
    orb = Orb { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Or, Width::B) [tied];
    /// `d = a ^ b`.
    xorq = Xorq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Xor, Width::Q) [tied, commutes];
    /// `d = a ^ b`, 32 bits.
    xorl = Xorl { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Xor, Width::L) [tied, commutes];
    /// `d = a ^ b`, the low 8 bits.
    xorb = Xorb { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } alu(Alu::Xor, Width::B) [tied];
    /// `d = a * b`, the low 64 bits; of the flags only overflow and carry mean something.
    imulq = Imulq { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } imul(Width::Q) [tied, commutes];
    /// `d = a * b`, the low 32 bits; of the flags only overflow and carry mean something.
    imull = Imull { a: Gpr, b: Rmi } -> { d: Gpr, sf: Sf } imul(Width::L) [tied, commutes];
    /// `d = -a`.
    negq = Negq { a: Gpr } -> { d: Gpr, sf: Sf } neg(Width::Q) [tied];
    /// `d = -a`, 32 bits.
    negl = Negl { a: Gpr } -> { d: Gpr, sf: Sf } neg(Width::L) [tied];
    /// `d = !a`.
    notq = Notq { a: Gpr } -> { d: Gpr } unary(Unary::Not, Width::Q) [tied];
    /// `d = !a`, 32 bits.
    notl = Notl { a: Gpr } -> { d: Gpr } unary(Unary::Not, Width::L) [tied];
    /// `d` is `a` with its eight bytes reversed.
    bswapq = Bswapq { a: Gpr } -> { d: Gpr } unary(Unary::Bswap, Width::Q) [tied];
    /// `d` is the low half of `a` with its four bytes reversed.
    bswapl = Bswapl { a: Gpr } -> { d: Gpr } unary(Unary::Bswap, Width::L) [tied];

    /// `d = a << n`; the count is taken modulo 64.
    shlq = Shlq { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Shl, Width::Q) [tied, flags];
    /// `d = a << n`, 32 bits; the count is taken modulo 32.
    shll = Shll { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Shl, Width::L) [tied, flags];
    /// `d = a >> n`, zeros enter; the count is taken modulo 64.
    shrq = Shrq { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Shr, Width::Q) [tied, flags];
    /// `d = a >> n`, zeros enter, 32 bits.
    shrl = Shrl { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Shr, Width::L) [tied, flags];
    /// `d = a >> n`, the sign enters.
    sarq = Sarq { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Sar, Width::Q) [tied, flags];
    /// `d = a >> n`, the sign enters, 32 bits.
    sarl = Sarl { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Sar, Width::L) [tied, flags];
    /// `d` is `a` rotated left by `n`.
    rolq = Rolq { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Rol, Width::Q) [tied, flags];
    /// `d` is `a` rotated right by `n`.
    rorq = Rorq { a: Gpr, n: Gpr @rcx } -> { d: Gpr } shift(Shift::Ror, Width::Q) [tied, flags];
    /// `d = a << n` with a constant count.
    shlqi = Shlqi { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Shl, Width::Q) [tied, flags];
    /// `d = a << n` with a constant count, 32 bits.
    shlli = Shlli { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Shl, Width::L) [tied, flags];
    /// `d = a >> n` with a constant count, zeros enter.
    shrqi = Shrqi { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Shr, Width::Q) [tied, flags];
    /// `d = a >> n` with a constant count, zeros enter, 32 bits.
    shrli = Shrli { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Shr, Width::L) [tied, flags];
    /// `d = a >> n` with a constant count, the sign enters.
    sarqi = Sarqi { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Sar, Width::Q) [tied, flags];
    /// `d = a >> n` with a constant count, the sign enters, 32 bits.
    sarli = Sarli { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Sar, Width::L) [tied, flags];
    /// `d` is `a` rotated left by a constant count.
    rolqi = Rolqi { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Rol, Width::Q) [tied, flags];
    /// `d` is `a` rotated right by a constant count.
    rorqi = Rorqi { a: Gpr, n: Imm8 } -> { d: Gpr } shift_imm(Shift::Ror, Width::Q) [tied, flags];

    /// The index of the lowest set bit of `s`, which is not 0.
    bsfq = Bsfq { s: Rm } -> { d: Gpr } bits(Bits::Bsf) [flags];
    /// The index of the highest set bit of `s`, which is not 0.
    bsrq = Bsrq { s: Rm } -> { d: Gpr } bits(Bits::Bsr) [flags];
    /// How many bits of `s` are set.
    popcntq = Popcntq { s: Rm } -> { d: Gpr } bits(Bits::Popcnt) [flags];
    /// The carry flag becomes bit `n` of `s`, `n` below 64; the other flags are garbage.
    btqi = Btqi { s: Rm, n: Imm8 } -> { sf: Sf } bit_test_imm() [];
    /// The carry flag becomes bit `n` modulo 64 of `s`; the other flags are garbage.
    btq = Btq { s: Gpr, n: Gpr } -> { sf: Sf } bit_test() [];

    /// The unsigned 128-bit product of `a` and `b`.
    mulwq = Mulwq { a: Gpr @rax, b: Rm } -> { lo: Gpr @rax, hi: Gpr @rdx } mul_wide(Sign::Unsigned) [flags];
    /// The signed 128-bit product of `a` and `b`.
    imulwq = Imulwq { a: Gpr @rax, b: Rm } -> { lo: Gpr @rax, hi: Gpr @rdx } mul_wide(Sign::Signed) [flags];
    /// Quotient towards zero and remainder; `b` is not 0, nor −1 with the least `a`.
    idivq = Idivq { a: Gpr @rax, b: Rm @late } -> { q: Gpr @rax, r: Gpr @rdx } div(Sign::Signed, Width::Q) [flags];
    /// Quotient towards zero and remainder, 32 bits, with the bounds of `idivq`.
    idivl = Idivl { a: Gpr @rax, b: Rm @late } -> { q: Gpr @rax, r: Gpr @rdx } div(Sign::Signed, Width::L) [flags];
    /// Unsigned quotient and remainder; `b` is not 0.
    divq = Divq { a: Gpr @rax, b: Rm @late } -> { q: Gpr @rax, r: Gpr @rdx } div(Sign::Unsigned, Width::Q) [flags];

    /// The flags of `a - b`; at most one of the two is memory.
    cmpq = Cmpq { a: Rm, b: Rmi } -> { sf: Sf } cmp(Width::Q) [];
    /// The flags of `a - b`, 32 bits.
    cmpl = Cmpl { a: Rm, b: Rmi } -> { sf: Sf } cmp(Width::L) [];
    /// The flags of `a - b`, 16 bits.
    cmpw = Cmpw { a: Rm, b: Rmi } -> { sf: Sf } cmp(Width::W) [];
    /// The flags of `a - b`, 8 bits.
    cmpb = Cmpb { a: Rm, b: Rmi } -> { sf: Sf } cmp(Width::B) [];
    /// The flags of `a & b`.
    testq = Testq { a: Rm, b: Ri } -> { sf: Sf } test(Width::Q) [];
    /// The flags of `a & b`, 32 bits.
    testl = Testl { a: Rm, b: Ri } -> { sf: Sf } test(Width::L) [];
    /// The flags of `a & b`, 16 bits.
    testw = Testw { a: Rm, b: Ri } -> { sf: Sf } test(Width::W) [];
    /// The flags of `a & b`, 8 bits.
    testb = Testb { a: Rm, b: Ri } -> { sf: Sf } test(Width::B) [];
    /// 1 when `cc` holds, otherwise 0.
    setcc = Setcc { cc: Cc, s: Sf } -> { d: Gpr } setcc() [];
    /// `t` when `cc` holds, otherwise `f`.
    cmovq = Cmovq { cc: Cc, s: Sf, f: Gpr, t: Rm } -> { d: Gpr } cmov() [tied];

    /// Leaves when `cc` holds of `a - b`.
    exitcmpq = Exitcmpq { cc: Cc, a: Rm, b: Rmi, x: ExitId } -> {} exit_cmp(Width::Q) [exits, flags];
    /// Leaves when `cc` holds of `a - b`, 32 bits.
    exitcmpl = Exitcmpl { cc: Cc, a: Rm, b: Rmi, x: ExitId } -> {} exit_cmp(Width::L) [exits, flags];
    /// Leaves when `cc` holds of `a - b`, 16 bits.
    exitcmpw = Exitcmpw { cc: Cc, a: Rm, b: Rmi, x: ExitId } -> {} exit_cmp(Width::W) [exits, flags];
    /// Leaves when `cc` holds of `a - b`, 8 bits.
    exitcmpb = Exitcmpb { cc: Cc, a: Rm, b: Rmi, x: ExitId } -> {} exit_cmp(Width::B) [exits, flags];
    /// Leaves when `cc` holds of `a & b`.
    exittestq = Exittestq { cc: Cc, a: Rm, b: Ri, x: ExitId } -> {} exit_test(Width::Q) [exits, flags];
    /// Leaves when `cc` holds of `a & b`, 32 bits.
    exittestl = Exittestl { cc: Cc, a: Rm, b: Ri, x: ExitId } -> {} exit_test(Width::L) [exits, flags];
    /// Leaves when `cc` holds of `a & b`, 8 bits.
    exittestb = Exittestb { cc: Cc, a: Rm, b: Ri, x: ExitId } -> {} exit_test(Width::B) [exits, flags];
    /// Leaves when `cc` holds of `s`.
    exitcc = Exitcc { cc: Cc, s: Sf, x: ExitId } -> {} exit_cc() [exits];
    /// `d = a + b`; leaves on signed overflow.
    addqo = Addqo { a: Gpr, b: Rmi, x: ExitId } -> { d: Gpr } alu_exit(Alu::Add) [tied, commutes, exits, flags];
    /// `d = a - b`; leaves on signed overflow.
    subqo = Subqo { a: Gpr, b: Rmi, x: ExitId } -> { d: Gpr } alu_exit(Alu::Sub) [tied, exits, flags];
    /// `d = a * b`; leaves on signed overflow.
    imulqo = Imulqo { a: Gpr, b: Rmi, x: ExitId } -> { d: Gpr } imul_exit() [tied, commutes, exits, flags];
    /// `d = -a`; leaves on signed overflow.
    negqo = Negqo { a: Gpr, x: ExitId } -> { d: Gpr } neg_exit() [tied, exits, flags];

    /// `d = s`.
    copy = Copy { s: Gpr } -> { d: Gpr } copy() [];
    /// `d = s`.
    copyx = Copyx { s: Xmm } -> { d: Xmm } copyx() [];
    /// `d` is the constant `v`.
    ldimmq = Ldimmq { v: Imm64 } -> { d: Gpr } ldimmq() [];
    /// `d` is the double with the bits `v`.
    ldimmsd = Ldimmsd { v: Imm64 } -> { d: Xmm } ldimmsd() [];
    /// `d` has the bits of `s`.
    movqx = Movqx { s: Gpr } -> { d: Xmm } movqx() [];
    /// `d` has the bits of `s`.
    movxq = Movxq { s: Xmm } -> { d: Gpr } movxq() [];
    /// The low 8 bits of `s`, zero-extended.
    movzbl = Movzbl { s: Gpr } -> { d: Gpr } extend(Extend::ZeroB) [];
    /// The low 16 bits of `s`, zero-extended.
    movzwl = Movzwl { s: Gpr } -> { d: Gpr } extend(Extend::ZeroW) [];
    /// The low 32 bits of `s`, zero-extended.
    movl = Movl { s: Gpr } -> { d: Gpr } extend(Extend::ZeroL) [];
    /// The low 8 bits of `s`, sign-extended.
    movsbq = Movsbq { s: Gpr } -> { d: Gpr } extend(Extend::SignB) [];
    /// The low 16 bits of `s`, sign-extended.
    movswq = Movswq { s: Gpr } -> { d: Gpr } extend(Extend::SignW) [];
    /// The low 32 bits of `s`, sign-extended.
    movslq = Movslq { s: Gpr } -> { d: Gpr } extend(Extend::SignL) [];
    /// The address that `m` stands for.
    lea = Lea { m: Mem } -> { d: Gpr } lea() [];
    /// The address of a symbol.
    leasym = Leasym { to: SymbolId } -> { d: Gpr } leasym() [];

    /// 64 bits at `m`.
    loadq = Loadq { m: Mem } -> { d: Gpr } load(Extend::Full) [loads];
    /// 32 bits at `m`, zero-extended.
    loadl = Loadl { m: Mem } -> { d: Gpr } load(Extend::ZeroL) [loads];
    /// 16 bits at `m`, zero-extended.
    loadzwl = Loadzwl { m: Mem } -> { d: Gpr } load(Extend::ZeroW) [loads];
    /// 8 bits at `m`, zero-extended.
    loadzbl = Loadzbl { m: Mem } -> { d: Gpr } load(Extend::ZeroB) [loads];
    /// 32 bits at `m`, sign-extended.
    loadslq = Loadslq { m: Mem } -> { d: Gpr } load(Extend::SignL) [loads];
    /// 16 bits at `m`, sign-extended.
    loadswq = Loadswq { m: Mem } -> { d: Gpr } load(Extend::SignW) [loads];
    /// 8 bits at `m`, sign-extended.
    loadsbq = Loadsbq { m: Mem } -> { d: Gpr } load(Extend::SignB) [loads];
    /// The double at `m`.
    loadsd = Loadsd { m: Mem } -> { d: Xmm } loadsd() [loads];
    /// Writes 64 bits.
    storeq = Storeq { m: Mem, s: Ri } -> {} store(Width::Q) [stores];
    /// Writes the low 32 bits.
    storel = Storel { m: Mem, s: Ri } -> {} store(Width::L) [stores];
    /// Writes the low 16 bits.
    storew = Storew { m: Mem, s: Ri } -> {} store(Width::W) [stores];
    /// Writes the low 8 bits.
    storeb = Storeb { m: Mem, s: Ri } -> {} store(Width::B) [stores];
    /// Writes a double.
    storesd = Storesd { m: Mem, s: Xmm } -> {} storesd() [stores];
    /// `[m] += s`.
    addqm = Addqm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Add, Width::Q) [loads, stores];
    /// `[m] += s`, 32 bits: counts a reference.
    addlm = Addlm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Add, Width::L) [loads, stores];
    /// `[m] -= s`.
    subqm = Subqm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Sub, Width::Q) [loads, stores];
    /// `[m] -= s`, 32 bits: drops a reference.
    sublm = Sublm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Sub, Width::L) [loads, stores];
    /// `[m] &= s`, 32 bits.
    andlm = Andlm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::And, Width::L) [loads, stores];
    /// `[m] |= s`, 32 bits.
    orlm = Orlm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Or, Width::L) [loads, stores];
    /// `[m] &= s`, 8 bits.
    andbm = Andbm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::And, Width::B) [loads, stores];
    /// `[m] |= s`, 8 bits.
    orbm = Orbm { m: Mem, s: Ri } -> { sf: Sf } rmw(Alu::Or, Width::B) [loads, stores];

    /// `d = a + b`.
    addsd = Addsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Add) [tied, commutes];
    /// `d = a - b`.
    subsd = Subsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Sub) [tied];
    /// `d = a * b`.
    mulsd = Mulsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Mul) [tied, commutes];
    /// `d = a / b`.
    divsd = Divsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Div) [tied];
    /// `d = a < b ? a : b`.
    minsd = Minsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Min) [tied];
    /// `d = a > b ? a : b`.
    maxsd = Maxsd { a: Xmm, b: Xm } -> { d: Xmm } sse(Sse::Max) [tied];
    /// Bitwise and.
    andpd = Andpd { a: Xmm, b: Xmm } -> { d: Xmm } sse_bits(Sse::And) [tied];
    /// Bitwise or.
    orpd = Orpd { a: Xmm, b: Xmm } -> { d: Xmm } sse_bits(Sse::Or) [tied];
    /// Bitwise exclusive or: with the sign bit alone, negation.
    xorpd = Xorpd { a: Xmm, b: Xmm } -> { d: Xmm } sse_bits(Sse::Xor) [tied];
    /// Square root.
    sqrtsd = Sqrtsd { s: Xm } -> { d: Xmm } sqrt() [];
    /// Rounds to an integer: 0 to nearest even, 1 down, 2 up, 3 towards zero.
    roundsd = Roundsd { s: Xm, mode: Imm8 } -> { d: Xmm } round() [];
    /// Flags of comparing `a` with `b`: unsigned conditions; parity when unordered.
    ucomisd = Ucomisd { a: Xmm, b: Xm } -> { sf: Sf } ucomisd() [];
    /// The double nearest to the integer `s`.
    cvtsi2sd = Cvtsi2sd { s: Rm } -> { d: Xmm } cvtsi2sd() [];
    /// `s` truncated; the least integer when out of range or NaN.
    cvttsd2siq = Cvttsd2siq { s: Xm } -> { d: Gpr } cvttsd2si() [];

    /// Calls a symbol.
    call = Call { to: SymbolId, call: CallId } -> {} call() [calls, flags];
    /// Calls a symbol through a displacement that can be patched while other threads run it.
    smashcall = Smashcall { to: SymbolId, call: CallId } -> {} smashcall() [calls, flags];
    /// Calls the address in a register.
    callr = Callr { to: Gpr, call: CallId } -> {} callr() [calls, flags];
    /// Calls the address in memory.
    callm = Callm { to: Mem, call: CallId } -> {} callm() [calls, loads, flags];
    /// Pushes 64 bits on the native stack; a call needs an even number of pushes.
    push = Push { s: Ri } -> {} push() [pins, stores];
    /// Pops 64 bits from the native stack.
    pop = Pop {} -> { d: Gpr } pop() [pins, loads];
    /// The VM context register becomes `s`.
    setvm = Setvm { s: Gpr } -> {} set_reserved(Gpr::VM) [pins];
    /// The VM frame register becomes `s`.
    setfp = Setfp { s: Gpr } -> {} set_reserved(Gpr::FP) [pins];

    /// The VM frame register becomes the address that `m` stands for.
    leafp = Leafp { m: Mem } -> {} leafp() [pins];

    /// Goes on in another block.
    jmp = Jmp { to: Edge } -> {} jmp() [ends];
    /// Goes on at `taken` when `cc` holds, otherwise at `next`.
    jcc = Jcc { cc: Cc, s: Sf, taken: Edge, next: Edge } -> {} jcc() [ends];
    /// Returns.
    ret = Ret { vals: List } -> {} ret() [ends];
    /// Gives up the frame and goes on at a symbol, as if the caller had called that.
    jmpsym = Jmpsym { to: SymbolId, args: List } -> {} jmpsym() [ends];
    /// `jmpsym` through a displacement that can be patched while other threads run it.
    smashjmp = Smashjmp { to: SymbolId, args: List } -> {} smashjmp() [ends];
    /// Gives up the frame and goes on at the address in a register.
    jmpr = Jmpr { to: Gpr, args: List } -> {} jmpr() [ends];
    /// Never reached: the machine's invalid instruction.
    trap = Trap {} -> {} trap() [ends];
} } }
pub(crate) use for_each_vinst;
