//! Exec code: what really runs, made from bytecode on demand.
//!
//! A function's bytecode is decoded once into *sites*, one for each instruction that control can
//! reach. From these *plain* code has one exec instruction for each site; *fused* code has one for a group of
//! sites. A fused instruction does the work of its group when its fast path fits, and has done
//! nothing when it does not: then the op bodies of the group run one by one, and control goes on at
//! the boundary after it.
//!
//! Every stack item has a fixed cell, so at a boundary fused and plain code agree on where everything is.
//!
//! # Invariants
//! - X1: a group lies within a basic block, and ends at an instruction that may leave it.
//! - X2: every site that control can come to from elsewhere begins a group: targets, handlers,
//!   default entries, the site after a suspension. A call returns behind its group; only what does
//!   nothing to the results of the function called may stand between.

mod cache;
mod code;
mod draft;
mod dump;
mod fuse;
mod machine;
mod site;

pub use cache::Cache;
pub(crate) use cache::{
    PlainSlot, forget_met, func_met, meet_func, meet_method, meet_slot, meet_value, method_met,
    slot_met, slot_of_name, value_met,
};
pub(crate) use code::{AFTER_EXIT, Missing, PROFILING};
pub use code::{ExecCode, FuncCode};
pub use dump::dump;
pub use fuse::Resuming;
pub(crate) use fuse::{Known, fixed_constant};
pub use machine::Groups;
pub(crate) use machine::MachineCode;
pub(crate) use site::call_in;
pub use site::{NO_RECORD, Site, Sites};
