//! What is known of the cells of a frame at a point.
//!
//! # Invariants
//! - S1: a value with a count lies in its cell. What a register holds is an int, a float, a truth
//!   value, or a constant that is never counted.
//! - S2: a cell that is not dirty holds what the slot says.

use hhir::{Type, Val};
use vm::func::Func;

/// Where the value of a cell is.
#[derive(Clone, Copy)]
pub enum Held {
    /// In the cell; when dirty, the type has one value only, which must still be written.
    Cell,
    /// In a register.
    Reg(Val),
    /// It is a copy of this local, not yet made.
    Alias(u32),
    /// It is `$this`, of which no count was taken yet.
    This,
    /// Here begins a pending record.
    Record(Callee),
    /// The rest of a record.
    Pad,
}

/// What is known of the function of a pending record.
#[derive(Clone, Copy)]
pub enum Callee {
    /// Nothing.
    Any,
    /// It takes all its parameters by value.
    ByValue,
    /// It is this one.
    Known(&'static Func),
}

impl Callee {
    /// Whether both say the same.
    fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => std::ptr::eq(a, b),
            (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
        }
    }

    /// What both are.
    fn join(self, other: Self) -> Self {
        let by_value = |callee| match callee {
            Self::Any => false,
            Self::ByValue => true,
            Self::Known(func) => func.by_ref().is_none(),
        };
        match (self, other) {
            (a, b) if a.is_like(b) => a,
            (a, b) if by_value(a) && by_value(b) => Self::ByValue,
            _ => Self::Any,
        }
    }
}

/// What is known of one cell.
#[derive(Clone, Copy)]
pub struct Slot {
    /// Its type.
    pub ty: Type,
    /// Where its value is.
    pub held: Held,
    /// Whether the cell must still be written.
    pub dirty: bool,
}

impl Slot {
    /// Something in its cell.
    pub const fn cell(ty: Type) -> Self {
        Self { ty, held: Held::Cell, dirty: false }
    }

    /// Something in a register that its cell does not hold.
    pub const fn reg(ty: Type, val: Val) -> Self {
        Self { ty, held: Held::Reg(val), dirty: true }
    }

    /// `null` that its cell does not hold.
    pub const fn tag(ty: Type) -> Self {
        Self { ty, held: Held::Cell, dirty: true }
    }

    /// Whether giving it up needs nothing.
    pub fn is_free(self) -> bool {
        match self.held {
            Held::Reg(_) | Held::Alias(_) | Held::This => true,
            Held::Cell => !self.ty.meets(Type::COUNTED),
            Held::Record(_) | Held::Pad => false,
        }
    }

    /// Whether its value is in its cell, and nowhere else.
    pub fn is_written(self) -> bool {
        matches!(self.held, Held::Cell) && !self.dirty
    }

    fn is_reg(self) -> bool {
        matches!(self.held, Held::Reg(_))
    }

    /// What both are, where control comes from two places.
    fn join(self, other: Self) -> Self {
        match (self.held, other.held) {
            (Held::Record(a), Held::Record(b)) => {
                return Self { ty: Type::NONE, held: Held::Record(a.join(b)), dirty: false };
            }
            (Held::Pad, _) | (_, Held::Pad) => return self,
            _ => {}
        }
        let ty = self.ty | other.ty;
        if ty.is_scalar() {
            let held = if self.is_reg() { self.held } else { other.held };
            return Self { ty, held, dirty: self.dirty || other.dirty };
        }
        Self::cell(ty)
    }

    fn is_like(self, other: Self) -> bool {
        let held = match (self.held, other.held) {
            (Held::Record(a), Held::Record(b)) => a.is_like(b),
            (Held::Alias(a), Held::Alias(b)) => a == b,
            (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
        };
        held && self.ty == other.ty && self.dirty == other.dirty
    }
}

/// What is known of all cells: locals, iterators, then the evaluation stack.
#[derive(Clone, Default)]
pub struct State {
    /// By cell.
    pub slots: Vec<Slot>,
}

impl State {
    /// What both are. The stacks have the same depth.
    pub fn join(&self, other: &Self) -> Self {
        let slots = self.slots.iter().zip(&other.slots).map(|(a, b)| a.join(*b)).collect();
        Self { slots }
    }

    /// Whether both say the same, but for which register holds a value.
    pub fn is_like(&self, other: &Self) -> bool {
        self.slots.len() == other.slots.len()
            && self.slots.iter().zip(&other.slots).all(|(a, b)| a.is_like(*b))
    }

    /// The first free cell.
    pub fn top(&self) -> u32 {
        self.slots.len() as u32
    }

    /// The slot under `depth` others.
    pub fn under(&self, depth: usize) -> Slot {
        self.slots[self.slots.len() - 1 - depth]
    }

    /// The record of the innermost pending call: its cell and what is known of its function.
    pub fn pending(&self) -> Option<(u32, Callee)> {
        self.slots.iter().enumerate().rev().find_map(|(at, slot)| match slot.held {
            Held::Record(callee) => Some((at as u32, callee)),
            _ => None,
        })
    }
}
