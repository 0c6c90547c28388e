//! Dispatch: handlers that run exec instructions one after the other.
//!
//! A handler gets the program counter, the frame and the request, does its work, and goes on with
//! [`next!`]: a call in tail position where the build turns that into a jump, else a return to the
//! trampoline in [`enter`](run). Nothing that must be dropped lives across `next!`, and no address
//! of a handler's own variables is given to anyone, because either would make the jump a call.
//!
//! # Invariants
//! - D1–D3: see `insn`.
//! - D4: `Vm` points to the request that runs; its exclusive borrow is taken for one step at a time.
//! - D5: a handler that takes its slow path has changed nothing.
//!
//! # Not here
//! What an instruction means: the topic rooms. Fast paths here do the same for common types.

#![expect(unsafe_code, reason = "program counter, frame and request in registers")]

#[macro_use]
mod go_on;
mod enter;
mod fast;
mod insn;
pub(crate) mod machine;
pub(crate) mod numbers;
mod plain;
mod reclaim;
mod run;
mod settle;

use std::ptr::NonNull;

pub(crate) use fast::*;
pub use insn::{Constant, Pc};
pub(crate) use insn::{Entry, ExecCell, Handler};
pub(crate) use plain::plain_handler;
pub(crate) use reclaim::release;
pub(crate) use run::{exit_pc, run, run_frame, run_group, switch_code, translate_entry};

use crate::frame::Fp;
use crate::request::Request;

/// The request, in a register.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Vm(NonNull<Request>);

impl Vm {
    /// The request, for one step.
    #[inline(always)]
    pub(crate) fn rq<'a>(self) -> &'a mut Request {
        // SAFETY: D4.
        unsafe { &mut *self.0.as_ptr() }
    }
}

/// Where control goes on.
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub pc: Pc,
    pub fp: Fp,
}
