//! Drafts: exec instructions before addresses are known.

use crate::dispatch::{Constant, ExecCell, Handler};

/// An operand of a fused instruction.
#[derive(Clone, Copy)]
pub(crate) enum Field {
    /// A number.
    Num(i32),
    /// A constant: becomes its distance in bytes.
    Const(Constant),
    /// A site: becomes the distance to its instruction in bytes.
    Target(usize),
}

impl Field {
    /// A cell of the frame, as its distance from the first local in bytes.
    pub(crate) fn cell(number: usize) -> Self {
        Self::Num((number * size_of::<ExecCell>()) as i32)
    }
}

/// An instruction of fused code that stands for `sites` sites.
pub(crate) struct Draft {
    pub handler: Handler,
    pub a: Field,
    pub b: Field,
    pub d: Field,
    pub sites: usize,
    /// The handler of a second instruction with the same operands, to which a call returns.
    pub after: Option<Handler>,
}

impl Draft {
    /// An instruction without operands.
    pub(crate) fn new(handler: Handler, sites: usize) -> Self {
        Self { handler, a: Field::Num(0), b: Field::Num(0), d: Field::Num(0), sites, after: None }
    }

    /// Adds an instruction to which a call returns.
    pub(crate) fn after(self, handler: Handler) -> Self {
        Self { after: Some(handler), ..self }
    }

    /// Sets the first operand.
    pub(crate) fn a(self, a: Field) -> Self {
        Self { a, ..self }
    }

    /// Sets the second operand.
    pub(crate) fn b(self, b: Field) -> Self {
        Self { b, ..self }
    }

    /// Sets the third operand.
    pub(crate) fn d(self, d: Field) -> Self {
        Self { d, ..self }
    }
}
