//! Arithmetic and bit operators on constant numbers.

use crate::ast::{BinaryOp, Literal, UnaryOp};

/// The value, or `None` where an operand is no number or PHP would throw.
pub(super) fn binary<'a>(
    op: BinaryOp,
    left: Literal<'a>,
    right: Literal<'a>,
) -> Option<Literal<'a>> {
    match (left, right) {
        (Literal::Int(left), Literal::Int(right)) => ints(op, left, right),
        (Literal::Float(left), Literal::Float(right)) => floats(op, left, right),
        (Literal::Int(left), Literal::Float(right)) => floats(op, left as f64, right),
        (Literal::Float(left), Literal::Int(right)) => floats(op, left, right as f64),
        _ => None,
    }
}

/// The value of `op operand`; the minus of PHP is a multiplication by -1.
pub(super) fn unary<'a>(op: UnaryOp, operand: Literal<'a>) -> Option<Literal<'a>> {
    match (op, operand) {
        (UnaryOp::Plus, Literal::Int(_)) => Some(operand),
        (UnaryOp::Plus, Literal::Float(value)) => Some(Literal::Float(value)),
        (UnaryOp::Minus, Literal::Int(value)) => ints(BinaryOp::Mul, value, -1),
        (UnaryOp::Minus, Literal::Float(value)) => Some(Literal::Float(-value)),
        (UnaryOp::BitNot, Literal::Int(value)) => Some(Literal::Int(!value)),
        _ => None,
    }
}

fn ints<'a>(op: BinaryOp, left: i64, right: i64) -> Option<Literal<'a>> {
    let (a, b) = (left as f64, right as f64);
    let or_float =
        |exact: Option<i64>, float: f64| Some(exact.map_or(Literal::Float(float), Literal::Int));
    match op {
        BinaryOp::Add => or_float(left.checked_add(right), a + b),
        BinaryOp::Sub => or_float(left.checked_sub(right), a - b),
        BinaryOp::Mul => or_float(left.checked_mul(right), a * b),
        BinaryOp::Div => match (left.checked_rem(right), left.checked_div(right)) {
            (Some(0), Some(quotient)) => Some(Literal::Int(quotient)),
            _ if right != 0 => Some(Literal::Float(a / b)),
            _ => None,
        },
        BinaryOp::Mod if right == -1 => Some(Literal::Int(0)),
        BinaryOp::Mod => left.checked_rem(right).map(Literal::Int),
        BinaryOp::Pow => {
            let exact = u32::try_from(right).ok().and_then(|right| left.checked_pow(right));
            exact.map(Literal::Int)
        }
        BinaryOp::BitAnd => Some(Literal::Int(left & right)),
        BinaryOp::BitOr => Some(Literal::Int(left | right)),
        BinaryOp::BitXor => Some(Literal::Int(left ^ right)),
        BinaryOp::ShiftLeft => shift(right, |by| left << by, 0),
        BinaryOp::ShiftRight => shift(right, |by| left >> by, left >> 63),
        _ => None,
    }
}

fn shift<'a>(by: i64, inside: impl Fn(u32) -> i64, beyond: i64) -> Option<Literal<'a>> {
    match by {
        0..64 => Some(Literal::Int(inside(by as u32))),
        64.. => Some(Literal::Int(beyond)),
        _ => None,
    }
}

fn floats<'a>(op: BinaryOp, left: f64, right: f64) -> Option<Literal<'a>> {
    let value = match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left * right,
        BinaryOp::Div if right != 0.0 => left / right,
        _ => return None,
    };
    Some(Literal::Float(value))
}
