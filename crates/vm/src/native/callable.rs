//! Callable values: what they call, and why they call nothing.

use runtime::native::Callable;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::closure;
use crate::frame::Context;
use crate::func::Func;
use crate::request::Request;

/// What a value calls; the reason when it is no callable.
pub(crate) fn resolve(rq: &mut Request, value: &Value) -> Result<Callable, String> {
    let plain = |func: &'static Func, this| Callable { func, this, class: None, magic: None };
    match value.unboxed().view() {
        View::Str(name) => match rq.names.func_named(name) {
            Some(func) => Ok(plain(func, None)),
            None => {
                let name = String::from_utf8_lossy(name);
                Err(format!("function \"{name}\" not found or invalid function name"))
            }
        },
        View::Object(object) => match closure::func_of(object) {
            Some(func) => Ok(plain(func, Some(object.clone()))),
            None => Err("no array or string given".to_owned()),
        },
        View::Array(pair) if pair.len() != 2 => {
            Err("array callback must have exactly two members".to_owned())
        }
        _ => Err("no array or string given".to_owned()),
    }
}

/// Calls what was resolved.
pub(crate) fn call(rq: &mut Request, callable: &Callable, args: &[Value]) -> Res<Value> {
    let func: Option<&'static Func> = callable.func.downcast_ref();
    let func = func.expect("invariant: a callable is one of this request");
    let context = match &callable.this {
        Some(object) => Context::This(object.clone()),
        None => Context::None,
    };
    rq.call(func, context, args)
}
