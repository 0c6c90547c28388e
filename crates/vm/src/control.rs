//! Jumps, returns, exceptions and the end of the script.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;
use hhbc::imm::{Count, FatalOp, Int, Label, Labels, LocalId, SilenceOp, StrLabels};
use runtime::conv;
use runtime::native::called;
use runtime::object::Object;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::ops::Flow;
use crate::request::Request;
use crate::throwable;

/// `nop`: see the table.
pub fn nop(_: &mut Request, _: &mut Frame) {}

/// `jmp`: see the table.
pub fn jmp(_: &mut Request, _: &mut Frame, target: &Label) -> Flow {
    Flow::Jump(*target)
}

/// `jmp_ns`: see the table.
pub fn jmp_ns(_: &mut Request, _: &mut Frame, target: &Label) -> Flow {
    Flow::Jump(*target)
}

pub(crate) fn jump_if(condition: bool, target: &Label) -> Flow {
    if condition { Flow::Jump(*target) } else { Flow::Next }
}

/// `jmp_z`: see the table.
pub fn jmp_z(_: &mut Request, frame: &mut Frame, target: &Label) -> Flow {
    let value = frame.pop();
    jump_if(!conv::to_bool(&value), target)
}

/// `jmp_nz`: see the table.
pub fn jmp_nz(_: &mut Request, frame: &mut Frame, target: &Label) -> Flow {
    let value = frame.pop();
    jump_if(conv::to_bool(&value), target)
}

/// `jmp_null`: see the table.
pub fn jmp_null(_: &mut Request, frame: &mut Frame, target: &Label) -> Flow {
    jump_if(frame.top(0).is_null(), target)
}

/// `jmp_not_null`: see the table.
pub fn jmp_not_null(_: &mut Request, frame: &mut Frame, target: &Label) -> Flow {
    jump_if(!frame.top(0).is_null(), target)
}

/// `switch`: see the table.
pub fn switch(_: &mut Request, frame: &mut Frame, base: &Int, targets: &Labels) -> Flow {
    let value = frame.pop();
    let Some(int) = value.as_int() else { return Flow::Next };
    let Some((default, cases)) = targets.0.split_last() else { return Flow::Next };
    let case = int.checked_sub(*base).and_then(|at| usize::try_from(at).ok());
    Flow::Jump(*case.and_then(|at| cases.get(at)).unwrap_or(default))
}

/// `s_switch`: see the table.
pub fn s_switch(_: &mut Request, frame: &mut Frame, cases: &StrLabels) -> Flow {
    let value = frame.pop();
    let Some(subject) = value.as_str() else { return Flow::Next };
    let Some((default, cases)) = cases.0.split_last() else { return Flow::Next };
    let unit = frame.php().unit().unit();
    let found = cases.iter().find(|(name, _)| unit.strings[*name] == *subject.as_bytes());
    Flow::Jump(found.unwrap_or(default).1)
}

/// `ret_c`: see the table.
pub fn ret_c(rq: &mut Request, frame: &mut Frame) -> Flow {
    let value = frame.pop();
    if frame.php().is_main() && frame.is_main(rq) {
        rq.keep_globals(frame.fp(), frame.php());
    }
    if frame.php().is_generator() {
        crate::generator::return_from(frame, value);
        return Flow::Return(Value::NULL);
    }
    Flow::Return(value)
}

/// `ret_v`: see the table.
pub fn ret_v(rq: &mut Request, frame: &mut Frame) -> Flow {
    ret_c(rq, frame)
}

/// `throw`: see the table.
pub fn throw(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    match value.unboxed().view() {
        View::Object(object) if throwable::is_throwable(object) => Err(Halt::Throw(object.clone())),
        View::Object(_) => {
            Err(rq.throw_error("error", "Cannot throw objects that do not implement Throwable"))
        }
        _ => Err(rq.throw_error("error", "Can only throw objects")),
    }
}

/// `catch`: see the table.
pub fn catch(rq: &mut Request, frame: &mut Frame) {
    frame.push(match rq.take_caught() {
        Some(Halt::Throw(object)) => Value::from(object),
        Some(Halt::Exit) | None => Value::NULL,
    });
}

/// `unwind`: see the table.
pub fn unwind(_: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    match value.view() {
        View::Object(object) => Err(Halt::Throw(object.clone())),
        _ => Err(Halt::Exit),
    }
}

/// `chain_faults`: see the table.
pub fn chain_faults(_: &mut Request, frame: &mut Frame) {
    let previous = frame.pop();
    let View::Object(thrown) = frame.top(0).view() else { return };
    if let View::Object(pending) = previous.view() {
        throwable::chain(thrown, pending);
    }
}

/// `match_error`: see the table.
pub fn match_error(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let is_case = |object: &Object| object.class().class().kind == ClassKind::Enum;
    let is_told = match value.view() {
        View::Object(object) => is_case(object),
        View::Array(_) | View::Resource(_) => false,
        _ => true,
    };
    let hides = rq.ini.int("zend.exception_ignore_args") != 0;
    let shown = match is_told && !hides {
        true => throwable::arg_text(&value, throwable::shown_max(rq)),
        false => format!("of type {}", conv::type_name(rq, &value)),
    };
    Err(rq.throw_error("unhandledmatcherror", &format!("Unhandled match case {shown}")))
}

/// `assert_check`: see the table.
pub fn assert_check(rq: &mut Request, _: &mut Frame, target: &Label) -> Flow {
    jump_if(!rq.ini.asserts(), target)
}

/// `exit`: see the table.
pub fn exit(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    called::note("exit");
    let status = frame.pop();
    let strict = frame.php().record().attrs.has(Attrs::strict);
    let refused = |rq: &mut Request| {
        let given = match status.view() {
            View::Bool(flag) => flag.to_string(),
            _ => conv::type_name(rq, &status),
        };
        let text =
            format!("exit(): Argument #1 ($status) must be of type string|int, {given} given");
        rq.throw_error("typeerror", &text)
    };
    match status.view() {
        View::Uninit => {}
        View::Str(text) => rq.echo(text)?,
        View::Int(status) => rq.exit_status = status as i32,
        View::Null if !strict => {
            rq.deprecate(
                "exit(): Passing null to parameter #1 ($status) of type string|int is deprecated",
            )?;
        }
        View::Bool(flag) if !strict => rq.exit_status = i32::from(flag),
        View::Float(float) if !strict && conv::fits_int(float) => {
            rq.exit_status = runtime::ops::float_to_int(rq, float)? as i32;
        }
        View::Float(_) if !strict => {
            let text = conv::to_str(rq, &status)?;
            rq.echo(&text)?;
        }
        View::Object(object) if object.class().class().magic.to_string.is_some() && !strict => {
            let text = conv::to_str(rq, &status)?;
            rq.echo(&text)?;
        }
        _ => return Err(refused(rq)),
    }
    Err(Halt::Exit)
}

/// `fatal`: see the table.
pub fn fatal(rq: &mut Request, frame: &mut Frame, _: &FatalOp) -> Res<()> {
    let text = frame.pop();
    let text = conv::to_str(rq, &text)?;
    Err(rq.fatal(&String::from_utf8_lossy(&text)))
}

/// `silence`: see the table.
pub fn silence(rq: &mut Request, frame: &mut Frame, local: &LocalId, op: &SilenceOp) {
    match op {
        SilenceOp::Start => *frame.local_mut(*local) = rq.silence(),
        SilenceOp::End => {
            let saved = std::mem::replace(frame.local_mut(*local), Value::UNINIT);
            rq.restore_error_level(&saved);
        }
    }
}

/// `ticks`: see the table.
pub fn ticks(rq: &mut Request, _: &mut Frame, every: &Count) -> Res<()> {
    rq.tick(every.0)
}
