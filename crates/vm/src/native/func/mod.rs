//! Functions about functions: their arguments, calling them by name.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, Callable};
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{callable, request};
use crate::frame::{FrameInfo, Walker};
use crate::request::Request;

/// The innermost frame of bytecode.
pub(super) fn caller(rq: &Request) -> Option<FrameInfo> {
    Walker::new(rq).find(|frame| frame.func.as_php().is_some())
}

/// The function that calls; an error at the top level of a file.
fn calling_function(call: &mut Call<'_>) -> Res<FrameInfo> {
    let frame = caller(request(call));
    let is_main = |frame: &FrameInfo| frame.func.as_php().is_some_and(|php| php.is_main());
    match frame.filter(|frame| !is_main(frame)) {
        Some(frame) => Ok(frame),
        None => Err(outside(call)),
    }
}

fn outside(call: &mut Call<'_>) -> Halt {
    let name = call.native().name;
    let text = match name {
        "func_num_args" => format!("{name}() must be called from a function context"),
        _ => format!("{name}() cannot be called from the global scope"),
    };
    call.throw(Message::Refused { text })
}

fn func_get_args(call: &mut Call<'_>) -> Res<Array> {
    let args = calling_function(call)?.args();
    call.list(args)
}

fn func_get_arg(call: &mut Call<'_>, position: i64) -> Res<Value> {
    if position < 0 {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    }
    let args = calling_function(call)?.args();
    match args.into_iter().nth(position as usize) {
        Some(arg) => Ok(arg),
        None => {
            let rule = "must be less than the number of the arguments passed to the currently \
                        executed function";
            Err(call.value_error(1, rule))
        }
    }
}

fn func_num_args(call: &mut Call<'_>) -> Res<i64> {
    Ok(calling_function(call)?.args().len() as i64)
}

fn function_exists(call: &mut Call<'_>, function: &Str) -> Res<bool> {
    Ok(request(call).names.func_named(function).is_some())
}

fn get_defined_functions(call: &mut Call<'_>, exclude_disabled: bool) -> Res<Array> {
    if !exclude_disabled {
        call.deprecate("Setting $exclude_disabled to false has no effect")?;
    }
    let text = |name: &[u8]| Value::from(runtime::string::intern(&name.to_ascii_lowercase()));
    let builtins = super::all().map(|native| native.name);
    let internal = builtins.chain(super::library_funcs());
    let internal: Vec<Value> = internal.map(|name| text(name.as_bytes())).collect();
    let user: Vec<Value> =
        request(call).names.funcs().iter().map(|func| text(func.name().as_bytes())).collect();
    let (internal, user) = (call.list(internal)?, call.list(user)?);
    let mut both = Array::new();
    super::put_named(call, &mut both, "internal", internal.into())?;
    super::put_named(call, &mut both, "user", user.into())?;
    Ok(both)
}

fn call_user_func(call: &mut Call<'_>, callback: &Value, args: &[Value]) -> Res<Value> {
    let callable = call.callable(1, callback)?;
    call.call(&callable, args)
}

fn call_user_func_array(call: &mut Call<'_>, callback: &Value, args: &Array) -> Res<Value> {
    let callable = call.callable(1, callback)?;
    callable::call_array(request(call), &callable, args)
}

/// What a callable runs when the caller's `static` goes on to it.
fn forwarding(call: &mut Call<'_>, callback: &Value) -> Res<Callable> {
    let callable = call.callable(1, callback)?;
    let late = caller(request(call)).and_then(|frame| frame.class());
    let class =
        callable.class.map(|class| late.filter(|late| late.class().is_a(class)).unwrap_or(class));
    Ok(Callable { class, ..callable })
}

fn forward_static_call(call: &mut Call<'_>, callback: &Value, args: &[Value]) -> Res<Value> {
    let callable = forwarding(call, callback)?;
    if caller(request(call)).is_none_or(|frame| frame.func.scope().is_none()) {
        let text = "Cannot call forward_static_call() when no class scope is active".to_owned();
        return Err(call.throw(Message::Refused { text }));
    }
    call.call(&callable, args)
}

fn forward_static_call_array(call: &mut Call<'_>, callback: &Value, args: &Array) -> Res<Value> {
    let callable = forwarding(call, callback)?;
    callable::call_array(request(call), &callable, args)
}

fn is_callable(
    call: &mut Call<'_>,
    value: &Value,
    syntax_only: bool,
    callable_name: &Reference,
) -> Res<bool> {
    if call.passed() > 2 {
        let name = callable::name(request(call), value)?;
        call.assign(callable_name, name.into())?;
    }
    if syntax_only && !matches!(value.unboxed().view(), View::Object(_)) {
        return Ok(callable::looks_like_one(value));
    }
    let rq: &mut Request = request(call);
    let is_one = callable::resolve(rq, value).is_ok();
    rq.callable_fault.take().map_or(Ok(is_one), Err)
}

fn register_tick_function(call: &mut Call<'_>, callback: &Value, args: &[Value]) -> Res<bool> {
    let callable = call.callable(1, callback)?;
    request(call).ticks.add(callback.clone(), callable, args.to_vec());
    Ok(true)
}

fn unregister_tick_function(call: &mut Call<'_>, callback: &Value) -> Res<()> {
    let rq: &mut Request = request(call);
    let known = rq.ticks.callbacks();
    for (at, other) in known.iter().enumerate() {
        if runtime::ops::loose_eq(rq, callback, other)? {
            rq.ticks.remove(at);
            break;
        }
    }
    Ok(())
}

fn get_included_files(call: &mut Call<'_>) -> Res<Array> {
    let included = request(call).included.clone();
    let mut paths = Vec::new();
    for path in included {
        paths.push(Value::from(call.str(&path)?));
    }
    call.list(paths)
}

fn register_shutdown_function(call: &mut Call<'_>, callback: &Value, args: &[Value]) -> Res<()> {
    let callable = call.callable(1, callback)?;
    request(call).at_shutdown(callable, args.to_vec());
    Ok(())
}

fn end_request(call: &mut Call<'_>, status: &Value) -> Res<Value> {
    match status.view() {
        View::Str(text) => request(call).echo(text)?,
        View::Int(status) => request(call).exit_status = status as i32,
        _ => {}
    }
    Err(Halt::Exit)
}
