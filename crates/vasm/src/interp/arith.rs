//! Arithmetic on bits, with its flags.

use super::flags::{Flags, sign};
use crate::inst::{Alu, Extend, Shift, Sse, Width};

/// `a op b`, both within the width.
pub(super) fn alu(op: Alu, w: Width, a: u64, b: u64) -> (u64, Flags) {
    let result = match op {
        Alu::Add => a.wrapping_add(b),
        Alu::Sub | Alu::Cmp => a.wrapping_sub(b),
        Alu::And => a & b,
        Alu::Or => a | b,
        Alu::Xor => a ^ b,
    } & w.mask();
    let mut flags = Flags::of_result(w, result);
    let signs = (sign(w, a), sign(w, b), sign(w, result));
    match op {
        Alu::Add => {
            flags.carry = result < a;
            flags.overflow = signs.0 == signs.1 && signs.0 != signs.2;
        }
        Alu::Sub | Alu::Cmp => {
            flags.carry = a < b;
            flags.overflow = signs.0 != signs.1 && signs.0 != signs.2;
        }
        Alu::And | Alu::Or | Alu::Xor => {}
    }
    (result, flags)
}

/// The low half of a product; carry and overflow tell whether it is all of it.
pub(super) fn imul(w: Width, a: u64, b: u64) -> (u64, Flags) {
    let product = i128::from(signed(w, a)) * i128::from(signed(w, b));
    let result = product as u64 & w.mask();
    let lost = i128::from(signed(w, result)) != product;
    (result, Flags { carry: lost, overflow: lost, ..Flags::default() })
}

/// A value of this width as a number.
pub(super) fn signed(w: Width, value: u64) -> i64 {
    let unused = 64 - 8 * w.bytes();
    (value << unused) as i64 >> unused
}

/// Shifts within the width; the count is taken modulo 32, or 64 for 64 bits.
pub(super) fn shift(op: Shift, w: Width, a: u64, n: u64) -> u64 {
    let n = (n & if w == Width::Q { 63 } else { 31 }) as u32;
    let a = a & w.mask();
    let result = match op {
        Shift::Shl => a << n,
        Shift::Shr => a >> n,
        Shift::Sar => (signed(w, a) >> n) as u64,
        Shift::Rol => a.rotate_left(n),
        Shift::Ror => a.rotate_right(n),
    };
    result & w.mask()
}

/// Widens to 64 bits.
pub(super) fn extend(kind: Extend, value: u64) -> u64 {
    match kind {
        Extend::ZeroB => value & 0xff,
        Extend::ZeroW => value & 0xffff,
        Extend::ZeroL => value & 0xffff_ffff,
        Extend::SignB => signed(Width::B, value) as u64,
        Extend::SignW => signed(Width::W, value) as u64,
        Extend::SignL => signed(Width::L, value) as u64,
        Extend::Full => value,
    }
}

/// How much memory a widening load reads.
pub(super) fn loaded_width(kind: Extend) -> Width {
    match kind {
        Extend::ZeroB | Extend::SignB => Width::B,
        Extend::ZeroW | Extend::SignW => Width::W,
        Extend::ZeroL | Extend::SignL => Width::L,
        Extend::Full => Width::Q,
    }
}

/// Floating-point arithmetic. Of two NaNs the first source's survives, quiet, as on the machine.
pub(super) fn sse(op: Sse, a: f64, b: f64) -> u64 {
    const QUIET: u64 = 1 << 51;
    let (x, y) = (a.to_bits(), b.to_bits());
    match op {
        Sse::And => return x & y,
        Sse::Or => return x | y,
        Sse::Xor => return x ^ y,
        Sse::Min => return if a < b { x } else { y },
        Sse::Max => return if a > b { x } else { y },
        Sse::Add | Sse::Sub | Sse::Mul | Sse::Div => {}
    }
    if a.is_nan() {
        return x | QUIET;
    }
    if b.is_nan() {
        return y | QUIET;
    }
    let result = match op {
        Sse::Add => a + b,
        Sse::Sub => a - b,
        Sse::Mul => a * b,
        _ => a / b,
    };
    quiet_default(result)
}

/// The machine's own NaN is negative.
pub(super) fn quiet_default(result: f64) -> u64 {
    if result.is_nan() { 0xfff8_0000_0000_0000 } else { result.to_bits() }
}

/// `cvttsd2si`: the least integer stands for what does not fit.
pub(super) fn truncate(value: f64) -> u64 {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    let fits = (-LIMIT..LIMIT).contains(&value);
    if fits { value as i64 as u64 } else { i64::MIN as u64 }
}

/// `roundsd` in one of its four modes.
pub(super) fn round(mode: u8, value: f64) -> u64 {
    if value.is_nan() {
        return value.to_bits() | 1 << 51;
    }
    let rounded = match mode & 3 {
        0 => value.round_ties_even(),
        1 => value.floor(),
        2 => value.ceil(),
        _ => value.trunc(),
    };
    rounded.to_bits()
}
