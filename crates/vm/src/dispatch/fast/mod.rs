//! Fast paths: handlers of fused instructions for the types that are common.
//!
//! A handler checks tags, does the work without calling anything that must be told where the
//! program is, and goes on. Whatever else may happen is the business of the op bodies (D5).

mod arith;
mod array;
mod call;
mod cast;
mod class;
mod control;
mod generator;
mod intrinsic;
mod iter;
mod local;
mod native;
mod object;
mod offset;
mod pass;
mod path;
mod quick;
mod statics;
mod text;
mod union;

pub(crate) use arith::*;
pub(crate) use array::*;
pub(crate) use call::*;
pub(crate) use cast::*;
pub(crate) use class::*;
pub(crate) use control::*;
pub(crate) use generator::*;
pub(crate) use intrinsic::*;
pub(crate) use iter::*;
pub(crate) use local::*;
pub(crate) use native::*;
pub(crate) use object::*;
pub(crate) use pass::*;
pub(crate) use path::*;
pub(crate) use statics::*;
pub(crate) use text::*;

use super::insn::Pc;
use crate::frame::{Cell, Fp};

/// Where an operand is.
pub(crate) trait Operand {
    /// Whether it is a stack item, which the instruction consumes.
    const IS_ITEM: bool = false;
    /// Whether it is a cell of the frame: a local, or a stack item that is used like one.
    const IS_LOCAL: bool = false;
    /// The cell that the field of the instruction at `pc` names.
    fn at(pc: Pc, fp: Fp, field: usize) -> Cell;
}

/// A local.
pub(crate) struct Local;
/// A stack item.
pub(crate) struct Item;
/// A constant.
pub(crate) struct Const;

impl Operand for Local {
    const IS_LOCAL: bool = true;
    #[inline(always)]
    fn at(_: Pc, fp: Fp, field: usize) -> Cell {
        fp.at(field)
    }
}

impl Operand for Item {
    const IS_ITEM: bool = true;
    #[inline(always)]
    fn at(_: Pc, fp: Fp, field: usize) -> Cell {
        fp.at(field)
    }
}

impl Operand for Const {
    #[inline(always)]
    fn at(pc: Pc, _: Fp, field: usize) -> Cell {
        pc.constant(field)
    }
}

/// Where a result goes.
pub(crate) trait Dest {
    /// Whether there may be something that must be released.
    const IS_LOCAL: bool;
    /// Whether what is not there is null, and nothing is said of it.
    const IS_QUIET: bool = false;
}

/// A stack item.
pub(crate) struct ToItem;
/// A stack item that asks quietly.
pub(crate) struct ToItemQuietly;
/// A local.
pub(crate) struct ToLocal;

impl Dest for ToItem {
    const IS_LOCAL: bool = false;
}

impl Dest for ToItemQuietly {
    const IS_LOCAL: bool = false;
    const IS_QUIET: bool = true;
}

impl Dest for ToLocal {
    const IS_LOCAL: bool = true;
}
