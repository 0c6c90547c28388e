//! Drafts: exec instructions before addresses are known.

use runtime::rds::Handle;

use crate::dispatch::{
    Constant, ExecCell, Handler, NamedElement, OfClass, PassedConstants, PassedProp, PlainCall,
    ReadPath, Texts, TwoSteps, WritePath, WriteStatic,
};

/// An operand of a fused instruction.
#[derive(Clone, Copy)]
pub(crate) enum Field {
    /// A number.
    Num(i32),
    /// A constant: becomes its distance in bytes.
    Const(Constant),
    /// A site: becomes the distance to its instruction in bytes.
    Target(usize),
    /// An instruction by its number: becomes the distance to it in bytes.
    Insn(usize),
}

impl Field {
    /// A cell of the frame, as its distance from the first local in bytes.
    pub(crate) fn cell(number: usize) -> Self {
        Self::Num((number * size_of::<ExecCell>()) as i32)
    }
}

/// What an instruction names by its address. The code that the instruction belongs to owns it.
pub(crate) enum Plan {
    Read(Box<ReadPath>),
    Write(Box<WritePath>),
    Two(Box<TwoSteps>),
    Class(Box<OfClass>),
    Static(Box<WriteStatic>),
    Call(Box<PlainCall>),
    Named(Box<NamedElement>),
    Texts(Box<Texts>),
    Constant(Box<Handle>),
    Constants(Box<PassedConstants>),
    Prop(Box<PassedProp>),
}

impl Plan {
    /// The address, as an operand.
    fn field(&self) -> Field {
        Field::Const(match self {
            Self::Read(path) => Constant::address(&**path),
            Self::Write(path) => Constant::address(&**path),
            Self::Two(path) => Constant::address(&**path),
            Self::Call(call) => Constant::address(&**call),
            Self::Named(element) => Constant::address(&**element),
            Self::Texts(texts) => Constant::address(&**texts),
            Self::Class(named) => Constant::address(&**named),
            Self::Static(path) => Constant::address(&**path),
            Self::Constant(handle) => Constant::address(&**handle),
            Self::Constants(passed) => Constant::address(&**passed),
            Self::Prop(passed) => Constant::address(&**passed),
        })
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
    /// The sites to which it may go, one after the other; a jump to each follows it.
    pub cases: Vec<usize>,
    /// What an operand names.
    pub plan: Option<Plan>,
}

impl Draft {
    /// An instruction without operands.
    pub(crate) fn new(handler: Handler, sites: usize) -> Self {
        let zero = Field::Num(0);
        Self {
            handler,
            a: zero,
            b: zero,
            d: zero,
            sites,
            after: None,
            cases: Vec::new(),
            plan: None,
        }
    }

    /// Adds an instruction to which a call returns.
    pub(crate) fn after(self, handler: Handler) -> Self {
        Self { after: Some(handler), ..self }
    }

    /// Adds jumps to sites.
    pub(crate) fn cases(self, cases: Vec<usize>) -> Self {
        Self { cases, ..self }
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

    /// Sets the first operand to what the instruction is to own.
    pub(crate) fn a_plan(self, plan: Plan) -> Self {
        Self { a: plan.field(), plan: Some(plan), ..self }
    }

    /// Sets the second operand to what the instruction is to own.
    pub(crate) fn b_plan(self, plan: Plan) -> Self {
        Self { b: plan.field(), plan: Some(plan), ..self }
    }

    /// Sets the third operand to what the instruction is to own.
    pub(crate) fn d_plan(self, plan: Plan) -> Self {
        Self { d: plan.field(), plan: Some(plan), ..self }
    }
}
