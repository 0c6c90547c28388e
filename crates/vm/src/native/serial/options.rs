//! The options of `unserialize()`.

use std::collections::HashSet;

use runtime::array::Array;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::{Value, View};

use super::read::Numbered;
use crate::request::Request;

/// What a reading begins with.
pub(super) fn numbered(rq: &mut Request, options: &Array) -> Res<Numbered> {
    let allowed = allowed(rq, options)?;
    let depth_max = depth_max(rq, options)?;
    let (values, shared, wake) = (Vec::new(), HashSet::new(), Vec::new());
    let keeps_all = false;
    Ok(Numbered { values, shared, keeps_all, allowed, wake, depth: 0, depth_max })
}

fn refuse<T>(rq: &mut Request, option: &str, wanted: &str, given: &Value) -> Res<T> {
    let given = runtime::conv::type_name(rq, given);
    let text = format!("unserialize(): Option \"{option}\" must be {wanted}, {given} given");
    Err(rq.throw_error("typeerror", &text))
}

fn allowed(rq: &mut Request, options: &Array) -> Res<Option<HashSet<Vec<u8>>>> {
    let Some(value) = options.get_static(intern(b"allowed_classes")) else { return Ok(None) };
    match value.unboxed().view() {
        View::Bool(true) => Ok(None),
        View::Bool(false) => Ok(Some(HashSet::new())),
        View::Array(names) => {
            let mut allowed = HashSet::new();
            for (_, name) in &names.clone() {
                let name = name.unboxed();
                if !matches!(name.view(), View::Str(_) | View::Object(_)) {
                    return refuse(rq, "allowed_classes", "an array of class names", name);
                }
                let name = runtime::conv::to_str(rq, name)?;
                let fits = |byte: &u8| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\' | 0x80..)
                };
                if !name.iter().all(fits) {
                    let shown = crate::class::shown(&name);
                    let text = format!(
                        "unserialize(): Option \"allowed_classes\" must be an array of class names, \
                         \"{shown}\" given"
                    );
                    return Err(rq.throw_error("valueerror", &text));
                }
                allowed.insert(name.to_ascii_lowercase());
            }
            Ok(Some(allowed))
        }
        _ => refuse(rq, "allowed_classes", "of type array|bool", value.unboxed()),
    }
}

fn depth_max(rq: &mut Request, options: &Array) -> Res<u64> {
    let Some(value) = options.get_static(intern(b"max_depth")) else {
        return Ok(u64::try_from(rq.ini.int("unserialize_max_depth")).unwrap_or(0));
    };
    let Some(depth) = value.unboxed().as_int() else {
        return refuse(rq, "max_depth", "of type int", value.unboxed());
    };
    match u64::try_from(depth) {
        Ok(depth) => Ok(depth),
        Err(_) => {
            let text = "unserialize(): Option \"max_depth\" must be greater than or equal to 0";
            Err(rq.throw_error("valueerror", text))
        }
    }
}
