//! Step two and a half: constant expressions and branches, folded as the parser builds them.
//!
//! Each function looks at one new node whose parts are folded already, so folding is one pass and
//! needs no recursion. `None` means: leave it.
//!
//! # Invariants
//! - A folded program shows the same output, warnings, exceptions and compile-time errors as the
//!   program as written. So nothing is folded that may warn or throw (`1 % 0`, `"a" + 1`), that
//!   depends on a setting (a float as a string, on `precision`) or on the C library (`**` on
//!   floats), and no branch is dropped unless it is [plain](removable).
//! - Values follow PHP exactly: an overflowing sum is a float, a quotient is an int when it is whole.
//!
//! # Not here
//! Named constants, functions, arrays: that takes knowledge of the whole program (`hhbbc`).

mod arith;
mod compare;
mod removable;

use bumpalo::Bump;

use crate::ast::{BinaryOp, ExprKind, ExprNode, Literal, Stmt, StmtKind, StmtNode, UnaryOp};

pub(crate) use removable::is_removable;

/// A chain of joins copies what it has so far at each step; beyond this it is left to run time.
const JOINED_MAX: usize = 1024;

/// The value of `left op right`. A joined string goes to the arena.
pub(crate) fn binary<'a>(
    arena: &'a Bump,
    op: BinaryOp,
    left: Literal<'a>,
    right: Literal<'a>,
) -> Option<Literal<'a>> {
    match op {
        BinaryOp::Concat => concat(arena, left, right),
        BinaryOp::BooleanAnd => Some(Literal::Bool(truth(left) && truth(right))),
        BinaryOp::BooleanOr => Some(Literal::Bool(truth(left) || truth(right))),
        BinaryOp::BooleanXor => Some(Literal::Bool(truth(left) != truth(right))),
        BinaryOp::Coalesce => Some(if left == Literal::Null { right } else { left }),
        _ => arith::binary(op, left, right).or_else(|| compare::binary(op, left, right)),
    }
}

/// The value of `op operand`.
pub(crate) fn unary<'a>(op: UnaryOp, operand: Literal<'a>) -> Option<Literal<'a>> {
    match op {
        UnaryOp::Not => Some(Literal::Bool(!truth(operand))),
        _ => arith::unary(op, operand),
    }
}

/// What PHP takes the value for as a condition.
pub(crate) fn truth(value: Literal<'_>) -> bool {
    match value {
        Literal::Null => false,
        Literal::Bool(value) => value,
        Literal::Int(value) => value != 0,
        Literal::Float(value) => value != 0.0,
        Literal::String(bytes) => !matches!(bytes, b"" | b"0"),
    }
}

/// `statements` with each run of echoed constants as one echo; `None` when there is no run.
pub(crate) fn merge_echoes<'a>(arena: &'a Bump, statements: &[Stmt<'a>]) -> Option<Vec<Stmt<'a>>> {
    let is_echo = |stmt: Stmt<'a>| matches!(stmt.kind, StmtKind::Echo { .. });
    if !statements.windows(2).any(|pair| is_echo(pair[0]) && is_echo(pair[1])) {
        return None;
    }
    let echoed: Vec<Option<&'a [u8]>> =
        statements.iter().map(|&stmt| echoed(arena, stmt)).collect();
    if !echoed.windows(2).any(|pair| pair[0].is_some() && pair[1].is_some()) {
        return None;
    }
    let mut merged = Vec::with_capacity(statements.len());
    let mut at = 0;
    while at < statements.len() {
        let run = echoed[at..].iter().take_while(|text| text.is_some()).count();
        merged.push(if run < 2 {
            statements[at]
        } else {
            one_echo(arena, &statements[at..at + run], &echoed[at..at + run])
        });
        at += run.max(1);
    }
    Some(merged)
}

/// What an echo of one constant writes.
fn echoed<'a>(arena: &'a Bump, statement: Stmt<'a>) -> Option<&'a [u8]> {
    let StmtKind::Echo { values: [value] } = statement.kind else { return None };
    let ExprKind::Literal { value } = value.kind else { return None };
    text(arena, value)
}

fn one_echo<'a>(arena: &'a Bump, run: &[Stmt<'a>], texts: &[Option<&[u8]>]) -> Stmt<'a> {
    let span = run[0].span.to(run[run.len() - 1].span);
    let joined: Vec<u8> = texts.iter().flatten().copied().flatten().copied().collect();
    let value = Literal::String(arena.alloc_slice_copy(&joined));
    let value = ExprNode { kind: ExprKind::Literal { value }, span };
    let values = arena.alloc_slice_copy(&[&*arena.alloc(value)]);
    arena.alloc(StmtNode { kind: StmtKind::Echo { values }, span })
}

fn concat<'a>(arena: &'a Bump, left: Literal<'a>, right: Literal<'a>) -> Option<Literal<'a>> {
    let (left, right) = (text(arena, left)?, text(arena, right)?);
    if left.len() + right.len() > JOINED_MAX {
        return None;
    }
    let joined = arena.alloc_slice_fill_copy(left.len() + right.len(), 0);
    joined[..left.len()].copy_from_slice(left);
    joined[left.len()..].copy_from_slice(right);
    Some(Literal::String(joined))
}

/// A constant as a string; a float's depends on a setting.
fn text<'a>(arena: &'a Bump, value: Literal<'a>) -> Option<&'a [u8]> {
    match value {
        Literal::Null | Literal::Bool(false) => Some(b""),
        Literal::Bool(true) => Some(b"1"),
        Literal::Int(value) => Some(arena.alloc_str(&value.to_string()).as_bytes()),
        Literal::Float(_) => None,
        Literal::String(bytes) => Some(bytes),
    }
}
