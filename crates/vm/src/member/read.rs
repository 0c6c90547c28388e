//! Reading at the end of a path.

use hhbc::imm::{MemberMode, QueryOp};
use hhbc::instr::Instr;
use runtime::array::Key;
use runtime::conv::{self, KeyValue};
use runtime::raise::Res;
use runtime::string::one_byte;
use runtime::value::{Value, View};

use super::{KeyValueOrNew, Path, at_depth};
use crate::frame::Frame;
use crate::local;
use crate::request::Request;

/// The value at which a path begins.
pub(super) fn base(rq: &mut Request, frame: &Frame, path: &Path) -> Res<Value> {
    let quiet = matches!(path.modes.first(), Some(MemberMode::None));
    let global = |rq: &mut Request, name: &[u8]| -> Res<Value> {
        match rq.global_value(name) {
            Some(value) => Ok(value),
            None if quiet => Ok(Value::NULL),
            None => {
                let name = String::from_utf8_lossy(name).into_owned();
                rq.warn(&format!("Undefined global variable ${name}"))?;
                Ok(Value::NULL)
            }
        }
    };
    match path.base {
        Instr::BaseL { local: id, .. } if quiet => Ok(frame.local(*id).unboxed().clone()),
        Instr::BaseL { local: id, .. } => local::read(rq, frame, *id),
        Instr::BaseC { depth, .. } => Ok(at_depth(frame, *depth)),
        Instr::BaseGT { name, .. } => global(rq, frame.str(*name).as_bytes()),
        Instr::BaseGC { depth, .. } => {
            let name = conv::to_str(rq, &at_depth(frame, *depth))?;
            global(rq, &name)
        }
        Instr::BaseGL { local: id, .. } => {
            let name = local::read(rq, frame, *id)?;
            let name = conv::to_str(rq, &name)?;
            global(rq, &name)
        }
        other => Err(rq.fatal(&format!("{} is not supported yet", other.op().name()))),
    }
}

/// The member at the end of the path.
pub(super) fn query(rq: &mut Request, frame: &Frame, path: &Path, op: QueryOp) -> Res<Value> {
    let mut value = base(rq, frame, path)?;
    let last = path.keys.len() - 1;
    for (at, key) in path.keys.iter().enumerate() {
        let KeyValueOrNew::Key(key) = key else {
            return Err(rq.throw_error("error", "Cannot use [] for reading"));
        };
        let how = match (at == last, path.modes.get(at + 1)) {
            (true, _) => op,
            (false, Some(MemberMode::None)) => QueryOp::CGetQuiet,
            (false, _) => QueryOp::CGet,
        };
        value = element(rq, &value, key, how)?;
    }
    Ok(match op {
        QueryOp::Isset => Value::bool(!value.is_null()),
        QueryOp::Empty => Value::bool(!conv::to_bool(&value)),
        QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::CGetList => value,
    })
}

/// One element of a container; null when there is none.
fn element(rq: &mut Request, container: &Value, key: &KeyValue, how: QueryOp) -> Res<Value> {
    let warns = matches!(how, QueryOp::CGet | QueryOp::CGetList);
    match container.view() {
        View::Array(array) => match array.get(key.as_key()) {
            Some(value) => Ok(value.unboxed().clone()),
            None if warns => {
                warn_missing(rq, key.as_key())?;
                Ok(Value::NULL)
            }
            None => Ok(Value::NULL),
        },
        View::Str(string) if how != QueryOp::CGetList => {
            let bytes = string.clone();
            char_at(rq, &bytes, key, warns)
        }
        _ if how == QueryOp::CGet => {
            let name = conv::type_name(rq, container);
            rq.warn(&format!("Trying to access array offset on {}", offset_words(&name)))?;
            Ok(Value::NULL)
        }
        _ => Ok(Value::NULL),
    }
}

fn offset_words(type_name: &str) -> String {
    match type_name {
        "null" => "null".to_owned(),
        "bool" => "false".to_owned(),
        other => other.to_owned(),
    }
}

/// The warning about a key that an array does not have.
pub(super) fn warn_missing(rq: &mut Request, key: Key) -> Res<()> {
    rq.warn(&missing(key))
}

/// Its words.
pub(super) fn missing(key: Key) -> String {
    match key {
        Key::Int(int) => format!("Undefined array key {int}"),
        Key::Str(text) => format!("Undefined array key \"{}\"", String::from_utf8_lossy(text)),
    }
}

fn char_at(rq: &mut Request, bytes: &[u8], key: &KeyValue, warns: bool) -> Res<Value> {
    let KeyValue::Int(offset) = key else {
        if !warns {
            return Ok(Value::NULL);
        }
        let KeyValue::Str(text) = key else { return Ok(Value::NULL) };
        let text = String::from_utf8_lossy(text).into_owned();
        let text = format!("Cannot access offset of type string on string: {text}");
        return Err(rq.throw_error("typeerror", &text));
    };
    let at = if *offset < 0 { *offset + bytes.len() as i64 } else { *offset };
    match usize::try_from(at).ok().and_then(|at| bytes.get(at)) {
        Some(byte) => Ok(Value::from(one_byte(*byte))),
        None if warns => {
            rq.warn(&format!("Uninitialized string offset {offset}"))?;
            Ok(Value::from(runtime::string::empty()))
        }
        None => Ok(Value::NULL),
    }
}
