//! Plain handlers: one for each instruction, which calls its op body.

use hhbc::for_each_op;
use hhbc::instr::{Instr, Op};
use runtime::object::has_doomed;

use super::insn::{Handler, Pc};
use super::settle::settle;
use super::{State, Vm};
use crate::frame::{Fp, Frame};
use crate::ops::{Flow, IntoFlow};
use crate::request::Request;

macro_rules! define_plain {
    ([] $( $topic:ident { $(
        $(#[$doc:meta])*
        $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
            [$($in:tt)*] -> [$($out:tt)*] $(, $($flag:ident)|+ )?;
    )* } )*) => {
        /// Handlers: `next!` with what the step says.
        mod handlers { $($(
            pub(super) extern "C-unwind" fn $snake(
                pc: super::Pc, fp: super::Fp, vm: super::Vm,
            ) {
                let state = super::steps::$snake(pc, fp, vm.rq());
                next!(state.pc, state.fp, vm)
            }
        )*)* }

        /// Steps: the op body, and where control goes on. Apart from the handlers, so that no
        /// address of a handler's variable escapes.
        mod steps {
            use super::{Flow, Fp, Frame, Instr, IntoFlow, Pc, Request, State, has_doomed, settle};
            $($(
                #[inline(never)]
                pub(super) fn $snake(pc: Pc, fp: Fp, rq: &mut Request) -> State {
                    let site = pc.site();
                    let Instr::$Camel { $($imm),* } = &site.instr else {
                        unreachable!("invariant: a plain handler runs its own instruction")
                    };
                    let mut frame = Frame::new(fp, fp.record().func().slots(), site);
                    rq.regs.at(pc, fp, site);
                    match crate::ops::$snake(rq, &mut frame $(, $imm)*).into_flow() {
                        Ok(Flow::Next) if !has_doomed() => State { pc: pc.next(), fp },
                        other => settle(rq, pc, frame, other),
                    }
                }
            )*)*
        }

        /// The handler of an instruction.
        pub(crate) fn plain_handler(op: Op) -> Handler {
            match op { $($( Op::$Camel => handlers::$snake, )*)* }
        }
    };
}

for_each_op!(define_plain);
