//! Op bodies: one free function for each row of the instruction table, named after it.
//!
//! A body gets the request, the running frame and the immediates. It takes its operands from the
//! evaluation stack and leaves its results there. It may be called from any dispatcher and from
//! machine code; it knows neither.
//!
//! # Invariants
//! - A body that fails has popped its operands or left them; what is on the stack is released.
//! - No borrow of a local or a slot is held while script code may run (M1).

use std::sync::atomic::{AtomicBool, Ordering};

use hhbc::for_each_op;
use hhbc::imm::Label;
use hhbc::instr::{Instr, Op};
use runtime::raise::Res;
use runtime::value::Value;

use crate::frame::Frame;
use crate::request::Request;

pub use crate::absent::*;
pub use crate::arith::*;
pub use crate::array::*;
pub use crate::call::method::*;
pub use crate::call::ops::*;
pub use crate::class::*;
pub use crate::closure::{create_cl, f_callable};
pub use crate::constant::*;
pub use crate::control::*;
pub use crate::conv::*;
pub use crate::generator::*;
pub use crate::include::*;
pub use crate::iter::*;
pub use crate::local::*;
pub use crate::member::*;
pub use crate::native_method::native_impl;
pub use crate::object::*;
pub use crate::string::*;
pub use crate::variable::*;

/// What follows an instruction.
pub enum Flow {
    /// The next instruction.
    Next,
    /// The instruction at this distance.
    Jump(Label),
    /// The function of the pending record.
    Call,
    /// The caller, with this result.
    Return(Value),
}

/// What a body may return.
pub trait IntoFlow {
    /// As a flow.
    fn into_flow(self) -> Res<Flow>;
}

impl IntoFlow for () {
    #[inline]
    fn into_flow(self) -> Res<Flow> {
        Ok(Flow::Next)
    }
}

impl IntoFlow for Flow {
    #[inline]
    fn into_flow(self) -> Res<Flow> {
        Ok(self)
    }
}

impl<T: IntoFlow> IntoFlow for Res<T> {
    #[inline]
    fn into_flow(self) -> Res<Flow> {
        self.and_then(IntoFlow::into_flow)
    }
}

/// The ops whose bodies `run_instr` has called, by number. Only builds with debug assertions note
/// them.
static CALLED: [AtomicBool; Op::ALL.len()] = [const { AtomicBool::new(false) }; Op::ALL.len()];

/// The instructions whose bodies nobody but the dispatcher has called yet.
pub fn uncalled() -> Vec<&'static str> {
    let is_called = |op: &Op| CALLED[*op as usize].load(Ordering::Relaxed);
    Op::ALL.iter().filter(|op| !is_called(op)).map(|op| op.name()).collect()
}

macro_rules! define_run {
    ([] $( $topic:ident { $(
        $(#[$doc:meta])*
        $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
            [$($in:tt)*] -> [$($out:tt)*] $(, $($flag:ident)|+ )?;
    )* } )*) => {
        /// Runs the body of the instruction at the frame's site.
        pub fn run_instr(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
            if cfg!(debug_assertions) {
                CALLED[frame.site().instr.op() as usize].store(true, Ordering::Relaxed);
            }
            match &frame.site().instr { $($(
                Instr::$Camel { $($imm),* } => $snake(rq, frame $(, $imm)*).into_flow(),
            )*)* }
        }
    };
}

for_each_op!(define_run);
