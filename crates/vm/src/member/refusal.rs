//! The errors of members of what has none.

use hhbc::imm::MemberMode;
use hhbc::instr::Instr;
use runtime::conv;
use runtime::raise::Halt;
use runtime::value::{Value, View};

use super::{Key, Path, text};
use crate::class::shown;
use crate::frame::Frame;
use crate::request::Request;
use crate::throwable;

pub(super) const NOT_AN_ARRAY: &str = "Cannot use a scalar value as an array";

/// The error of an element in a scalar, behind the warning about its key. PHP: an operator goes on
/// when the handler of that threw.
pub(super) fn no_array(
    rq: &mut Request,
    frame: &mut Frame,
    (path, at): (&mut Path, usize),
) -> Halt {
    let before = path.define(rq, frame, at).err();
    let is_operator = matches!(frame.site().instr, Instr::SetOpM { .. });
    let goes_on = is_operator && at + 1 == path.keys.len();
    match before {
        Some(halt @ Halt::Throw(_)) if goes_on => {
            throwable::after(halt, rq.throw_error("error", NOT_AN_ARRAY))
        }
        Some(halt) => halt,
        None => rq.throw_error("error", NOT_AN_ARRAY),
    }
}

/// The error of going on from a byte of a string.
pub(super) fn no_byte(rq: &mut Request, path: &Path, at: usize) -> Halt {
    let unsets = path.mode(at) == MemberMode::Unset;
    if let Err(halt) = text::offset(rq, &path.keys[at].value(), unsets) {
        return halt;
    }
    let taken_for = match path.keys[at + 1] {
        Key::Prop(_) => "an object",
        Key::Elem(_) | Key::Raw(_) | Key::Undefined(_) | Key::New => "an array",
    };
    rq.throw_error("error", &format!("Cannot use string offset as {taken_for}"))
}

/// The error of a property of what is no object.
pub(super) fn not_object(rq: &mut Request, verb: &str, key: &Key, value: &Value) -> Halt {
    let given = match value.view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => conv::type_name(rq, value),
    };
    let name = match key {
        Key::Prop(name) => shown(name),
        _ => String::new(),
    };
    rq.throw_error("error", &format!("Attempt to {verb} property \"{name}\" on {given}"))
}
