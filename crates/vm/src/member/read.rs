//! Reading at the end of a path.

use hhbc::func::Role;
use hhbc::imm::{MemberKey, MemberMode, QueryOp};
use hhbc::instr::Instr;
use runtime::array::Key as ArrayKey;
use runtime::conv::{self, KeyValue};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{Key, Path, at_depth, base_name, text};
use crate::class::{from_cell, resolve, shown};
use crate::frame::Frame;
use crate::local;
use crate::object::{offset, prop, this_of};
use crate::request::Request;

/// The value at which a path begins.
pub(super) fn base(rq: &mut Request, frame: &mut Frame, path: &Path) -> Res<Value> {
    let quiet = matches!(path.modes.first(), Some(MemberMode::None));
    let global = |rq: &mut Request, name: &[u8]| -> Res<Value> {
        match rq.global_value(name) {
            Some(value) => Ok(value),
            None if quiet => Ok(Value::NULL),
            None => {
                rq.warn(&format!("Undefined global variable ${}", shown(name)))?;
                Ok(Value::NULL)
            }
        }
    };
    match path.base {
        Instr::BaseL { local: id, .. } if quiet => Ok(frame.local(*id).unboxed().clone()),
        Instr::BaseL { local: id, .. } => local::read(rq, frame, *id),
        Instr::BaseC { depth, .. } => Ok(at_depth(frame, *depth)),
        Instr::BaseH {} => this_of(rq, frame).map(Value::from),
        Instr::BaseGT { name, .. } => global(rq, frame.str(*name).as_bytes()),
        Instr::BaseGC { .. } | Instr::BaseGL { .. } => {
            let name = base_name(rq, frame, path.base)?;
            global(rq, &name)
        }
        Instr::BaseNC { .. } | Instr::BaseNL { .. } => {
            let name = base_name(rq, frame, path.base)?;
            crate::variable::value(rq, frame, &name, quiet)
        }
        Instr::BaseSC { name, cls, .. } => {
            let class = from_cell(frame.top(cls.0));
            let name = conv::to_str(rq, &at_depth(frame, *name))?;
            static_base(rq, frame, (class, &name), quiet)
        }
        Instr::BaseSD { name, cls, .. } => {
            let class = resolve(rq, frame, *cls)?;
            let name: Str = frame.str(*name).to_str();
            static_base(rq, frame, (class, &name), quiet)
        }
        other => Err(rq.fatal(&format!("{} begins no path", other.op().name()))),
    }
}

fn static_base(
    rq: &mut Request,
    frame: &Frame,
    (class, name): (runtime::object::ClassId, &Str),
    quiet: bool,
) -> Res<Value> {
    if quiet {
        return crate::class::quiet_value(rq, frame.scope(), (class, name));
    }
    let at = rq.static_prop(class, name, frame.scope())?;
    rq.static_value(at)
}

/// The member at the end of the path.
pub(super) fn query(
    rq: &mut Request,
    frame: &mut Frame,
    path: &mut Path,
    op: QueryOp,
) -> Res<Value> {
    // PHP: a new element is not read, whatever it would be in.
    if path.sources.first() == Some(&MemberKey::W) && matches!(path.base, Instr::BaseL { .. }) {
        return Err(rq.throw_error("error", "Cannot use [] for reading"));
    }
    let value = base(rq, frame, path)?;
    query_from(rq, frame, (value, 0), path, op)
}

/// The member at the end of the path, whose step `from` begins at `value`.
pub(super) fn query_from(
    rq: &mut Request,
    frame: &mut Frame,
    (mut value, from): (Value, usize),
    path: &mut Path,
    op: QueryOp,
) -> Res<Value> {
    let last = path.keys.len() - 1;
    for at in from..=last {
        let mut how = match (at == last, path.modes.get(at + 1)) {
            (true, _) => op,
            (false, Some(MemberMode::None)) => QueryOp::CGetQuiet,
            (false, _) => QueryOp::CGet,
        };
        match (value.view(), how) {
            (View::Object(_), _) | (_, QueryOp::CGet | QueryOp::CGetList) => {
                path.read_now(rq, frame, at)?;
            }
            _ => path.read_unused(rq, frame, at)?,
        }
        let is_undefined = matches!(path.keys[at], Key::Undefined(_));
        let mut named = None;
        match value.view() {
            View::Array(array) => {
                let was_shared = !array.is_unique();
                path.convert(rq, frame, at)?;
                // PHP: there is nothing in an array that a handler has freed.
                if was_shared && array.is_unique() {
                    value = Value::NULL;
                    if how == QueryOp::CGet {
                        how = QueryOp::CGetList;
                    }
                }
            }
            View::Object(object) => {
                path.define_in(rq, frame, (object, at))?;
                // PHP: `isset()` and `empty()` look at the variable behind the warning.
                let asks = matches!(how, QueryOp::Isset | QueryOp::Empty) && is_undefined;
                if let Some(now) = path.base_now(frame, at).filter(|_| asks) {
                    value = now;
                }
            }
            View::Str(_) => path.define(rq, frame, at)?,
            _ => {
                path.define(rq, frame, at)?;
                path.release_from(at);
                // PHP: what is no container is looked at again for the warning.
                named = path.base_now(frame, at).filter(|_| is_undefined);
            }
        }
        value = match named {
            Some(now) => answer(no_element(rq, &now, how)?, how),
            None => member(rq, frame, &value, &path.keys[at], how)?,
        };
        if at < last {
            path.drop_key(frame, at);
        }
        if value.is_null() && at < last && how == QueryOp::CGetQuiet {
            let is_set = false;
            path.read_rest(rq, frame, at + 1)?;
            return Ok(match op {
                QueryOp::Isset => Value::bool(is_set),
                QueryOp::Empty => Value::bool(!is_set),
                QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::CGetList => {
                    quiet_rest(rq, path, at + 1, op)?
                }
            });
        }
    }
    Ok(value)
}

/// What is left of a path whose beginning is null.
fn quiet_rest(rq: &mut Request, path: &Path, at: usize, op: QueryOp) -> Res<Value> {
    let has_new = path.sources[at..].contains(&MemberKey::W);
    if has_new && op == QueryOp::CGet {
        return Err(rq.throw_error("error", "Cannot use [] for reading"));
    }
    Ok(Value::NULL)
}

/// One member, as `how` asks: `isset` and `empty` give the answer.
fn member(
    rq: &mut Request,
    frame: &Frame,
    container: &Value,
    key: &Key,
    how: QueryOp,
) -> Res<Value> {
    if let View::Object(object) = container.view() {
        let object = object.clone();
        return match key {
            Key::Prop(name) => property(rq, frame, &object, name, how),
            _ if frame.php().record().role == Role::Thunk => {
                let text = "Cannot use [] on objects in constant expression";
                Err(rq.throw_error("error", text))
            }
            _ => offset_of(rq, &object, key, how),
        };
    }
    let value = match key {
        Key::Elem(_) | Key::Raw(_) | Key::Undefined(_)
            if let View::Str(string) = container.view() =>
        {
            let string = string.clone();
            text::read(rq, &string, key, how)?
        }
        Key::Prop(name) => no_property(rq, container, name, how)?,
        Key::New => return Err(rq.throw_error("error", "Cannot use [] for reading")),
        Key::Elem(key) => element(rq, container, key, how)?,
        Key::Raw(_) | Key::Undefined(_) => no_element(rq, container, how)?,
    };
    Ok(answer(value, how))
}

fn answer(value: Value, how: QueryOp) -> Value {
    match how {
        QueryOp::Isset => Value::bool(!value.is_null()),
        QueryOp::Empty => Value::bool(!conv::to_bool(&value)),
        QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::CGetList => value,
    }
}

fn property(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    name: &Str,
    how: QueryOp,
) -> Res<Value> {
    match how {
        QueryOp::Isset => prop::isset(rq, frame, object, name).map(Value::bool),
        QueryOp::Empty => prop::empty(rq, frame, object, name).map(Value::bool),
        QueryOp::CGetQuiet => prop::read_quietly(rq, frame, object, name),
        QueryOp::CGet | QueryOp::CGetList => prop::read(rq, frame, object, name),
    }
}

fn offset_of(rq: &mut Request, object: &Object, key: &Key, how: QueryOp) -> Res<Value> {
    if let Key::New = key {
        return Err(rq.throw_error("error", "Cannot use [] for reading"));
    }
    let key = key.value();
    match how {
        QueryOp::CGet | QueryOp::CGetList => offset::get(rq, object, &key),
        QueryOp::Isset => offset::exists(rq, object, &key).map(Value::bool),
        QueryOp::Empty => {
            let is_empty = offset::is_empty(rq, object, &key)?;
            Ok(Value::bool(is_empty))
        }
        QueryOp::CGetQuiet => match offset::exists(rq, object, &key)? {
            true => offset::get(rq, object, &key),
            false => Ok(Value::NULL),
        },
    }
}

/// A property of what is no object.
fn no_property(rq: &mut Request, container: &Value, name: &Str, how: QueryOp) -> Res<Value> {
    if matches!(how, QueryOp::CGet | QueryOp::CGetList) {
        let given = conv::type_name(rq, container);
        let given =
            if matches!(container.view(), View::Bool(_)) { bool_word(container) } else { given };
        rq.warn(&format!("Attempt to read property \"{}\" on {given}", shown(name)))?;
    }
    Ok(Value::NULL)
}

fn bool_word(value: &Value) -> String {
    if conv::to_bool(value) { "true".to_owned() } else { "false".to_owned() }
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
        _ => no_element(rq, container, how),
    }
}

fn no_element(rq: &mut Request, container: &Value, how: QueryOp) -> Res<Value> {
    if how == QueryOp::CGet {
        let name = match container.view() {
            View::Bool(_) => bool_word(container),
            _ => conv::type_name(rq, container),
        };
        rq.warn(&format!("Trying to access array offset on {name}"))?;
    }
    Ok(Value::NULL)
}

/// The warning about a key that an array does not have.
pub(super) fn warn_missing(rq: &mut Request, key: ArrayKey) -> Res<()> {
    rq.warn(&missing(key))
}

/// Its words.
pub(super) fn missing(key: ArrayKey) -> String {
    match key {
        ArrayKey::Int(int) => format!("Undefined array key {int}"),
        ArrayKey::Str(text) => format!("Undefined array key \"{}\"", shown(text)),
    }
}
