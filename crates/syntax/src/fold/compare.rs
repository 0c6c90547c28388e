//! Comparisons of constants of like kinds.

use std::cmp::Ordering;

use crate::ast::{BinaryOp, Literal};

/// The value, or `None` where PHP's rules for unlike kinds would be needed.
pub(super) fn binary<'a>(
    op: BinaryOp,
    left: Literal<'a>,
    right: Literal<'a>,
) -> Option<Literal<'a>> {
    match op {
        BinaryOp::Identical => Some(Literal::Bool(left == right)),
        BinaryOp::NotIdentical => Some(Literal::Bool(left != right)),
        BinaryOp::Equal => equal(left, right).map(Literal::Bool),
        BinaryOp::NotEqual => equal(left, right).map(|equal| Literal::Bool(!equal)),
        _ => ordered(op, left, right),
    }
}

fn equal(left: Literal<'_>, right: Literal<'_>) -> Option<bool> {
    match (left, right) {
        (Literal::String(left), Literal::String(right)) if left == right => Some(true),
        (Literal::String(left), Literal::String(right)) => {
            (!may_be_number(left) || !may_be_number(right)).then_some(false)
        }
        (Literal::Bool(left), Literal::Bool(right)) => Some(left == right),
        (Literal::Null, Literal::Null) => Some(true),
        _ => numbers(left, right).map(|ordering| ordering == Some(Ordering::Equal)),
    }
}

/// Whether PHP might compare the string as a number.
fn may_be_number(text: &[u8]) -> bool {
    text.first().is_some_and(|byte| byte.is_ascii_digit() || b" \t\n\r\x0b\x0c+-.".contains(byte))
}

fn ordered<'a>(op: BinaryOp, left: Literal<'a>, right: Literal<'a>) -> Option<Literal<'a>> {
    let ordering = numbers(left, right)?;
    let value = match op {
        BinaryOp::Less => ordering == Some(Ordering::Less),
        BinaryOp::LessOrEqual => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        BinaryOp::Greater => ordering == Some(Ordering::Greater),
        BinaryOp::GreaterOrEqual => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
        BinaryOp::Spaceship => {
            // PHP: an incomparable NAN is "greater".
            return Some(Literal::Int(ordering.map_or(1, |ordering| ordering as i64)));
        }
        _ => return None,
    };
    Some(Literal::Bool(value))
}

/// `Some(None)`: numbers of which one is NAN.
fn numbers(left: Literal<'_>, right: Literal<'_>) -> Option<Option<Ordering>> {
    match (left, right) {
        (Literal::Int(left), Literal::Int(right)) => Some(Some(left.cmp(&right))),
        (Literal::Float(left), Literal::Float(right)) => Some(left.partial_cmp(&right)),
        (Literal::Int(left), Literal::Float(right)) => Some((left as f64).partial_cmp(&right)),
        (Literal::Float(left), Literal::Int(right)) => Some(left.partial_cmp(&(right as f64))),
        _ => None,
    }
}
