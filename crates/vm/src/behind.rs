//! What is done behind the warning of a variable without a value whose handler threw.
//!
//! PHP goes on with null until the instruction is done, and throws then: what was assigned is
//! stored. Meanwhile no code of the script runs.

use hhbc::instr::Instr;
use runtime::class::{self, Asked};
use runtime::object::Object;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

use crate::class as classes;
use crate::frame::Frame;
use crate::object::prop;
use crate::request::Request;
use crate::throwable;
use crate::{array, local, variable};

/// Goes on behind a local that was pushed, and says what is thrown in the end.
pub(crate) fn pushed(rq: &mut Request, frame: &mut Frame, halt: Halt) -> Halt {
    let (Halt::Throw(_), Some(instr)) = (&halt, ahead(frame, 1)) else { return halt };
    match rq.hushed(|rq| done(rq, frame, instr)) {
        Ok(()) => halt,
        Err(refused) => throwable::after(halt, refused),
    }
}

/// An instruction ahead of the frame's site, if nothing jumps there.
fn ahead(frame: &Frame, count: usize) -> Option<&'static Instr> {
    let site = frame.php().code_sites().get(frame.site().index as usize + count)?;
    (!site.is_leader).then_some(&site.instr)
}

/// Does the instruction with null, if it stores what was pushed or refuses something else.
fn done(rq: &mut Request, frame: &mut Frame, instr: &Instr) -> Res<()> {
    match instr {
        Instr::FPassSpread { .. } => Err(array::not_unpacked(rq, "typeerror", &Value::NULL)),
        Instr::AddElemC {} => array::add_elem_c(rq, null_on(frame)),
        Instr::AddNewElemC {} => array::add_new_elem_c(rq, null_on(frame)),
        Instr::CGetL2 { local } if matches!(ahead(frame, 2), Some(Instr::AddElemC {})) => {
            frame.push(local::read_quietly(frame, *local));
            array::add_elem_c(rq, null_on(frame))
        }
        Instr::SetL { local } => local::set_l(rq, null_on(frame), local),
        Instr::SetOpL { local, op } if local::takes_quietly(*op, frame.local(*local).unboxed()) => {
            local::set_op_l(rq, null_on(frame), local, op)
        }
        Instr::SetN {} => variable::set_n(rq, null_on(frame)),
        Instr::SetG {} => variable::set_g(rq, null_on(frame)),
        // What a property refuses is not told.
        Instr::SetS {} => classes::set_s(rq, null_on(frame)).or(Ok(())),
        Instr::SetSD { name, cls } => classes::set_sd(rq, null_on(frame), name, cls).or(Ok(())),
        _ => Ok(()),
    }
}

/// The frame, with null pushed.
fn null_on(frame: &mut Frame) -> &mut Frame {
    frame.push(Value::NULL);
    frame
}

/// `$object->name = null`, if that runs no code; what a property refuses is not told.
pub(crate) fn property(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) {
    let by = prop::writer(rq, frame, object, name);
    let _ = rq.hushed(|rq| class::write(rq, Asked { object, name, by }, Value::NULL));
}
