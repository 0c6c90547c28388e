//! Functions of contexts.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{number, put};
use crate::layer::context::{self, CONTEXT, Context};
use crate::layer::stream;
use crate::layer::table::Streams;

fn params_into(call: &mut Call<'_>, id: u32, params: &Array) -> Res<()> {
    for (key, value) in params {
        let Key::Str(name) = key else { continue };
        let value = value.unboxed().clone();
        if name.as_bytes() == b"options" {
            match value.as_array().cloned() {
                Some(options) => context::set_options(call, id, &options)?,
                None => {
                    let text = "Invalid stream/context parameter".to_owned();
                    return Err(call.throw(runtime::message::Message::TypeRefused { text }));
                }
            }
            continue;
        }
        let name = call.str(name.as_bytes())?;
        let mut params =
            call.state::<Streams>().contexts.get(&id).map(|known| known.params.clone());
        let set = params.get_or_insert_default().set(Key::of_str(&name), value);
        call.alloc(set)?;
        let context = call.state::<Streams>().contexts.entry(id).or_default();
        context.params = params.unwrap_or_default();
    }
    Ok(())
}

pub fn stream_context_create(
    call: &mut Call<'_>,
    options: Option<&Array>,
    params: Option<&Array>,
) -> Res<Value> {
    let value = context::make(call, Context::default())?;
    let id = context::id_of(&value).unwrap_or_default();
    if let Some(options) = options {
        context::set_options(call, id, options)?;
    }
    if let Some(params) = params {
        params_into(call, id, params)?;
    }
    Ok(value)
}

/// The context that an argument is, or that its stream has.
fn meant(call: &mut Call<'_>, value: &Value) -> Res<u32> {
    if let Some(id) = context::id_of(value) {
        return Ok(id);
    }
    if let Some(id) = number(value, runtime::object::Resource::STREAM) {
        let known = stream(call, id).and_then(|open| open.context.clone());
        if let Some(known) = known.as_ref().and_then(context::id_of) {
            return Ok(known);
        }
        let made = context::make(call, Context::default())?;
        let number = context::id_of(&made).unwrap_or_default();
        if let Some(open) = stream(call, id) {
            open.context = Some(made);
        }
        return Ok(number);
    }
    match value.unboxed().view() {
        View::Resource(_) => Err(call.type_refused(1, "must be a valid stream/context")),
        _ => Err(call.type_error(1, "resource", value)),
    }
}

fn known(call: &mut Call<'_>, id: u32) -> Context {
    call.state::<Streams>().contexts.get(&id).cloned().unwrap_or_default()
}

pub fn stream_context_get_options(call: &mut Call<'_>, value: &Value) -> Res<Array> {
    let id = meant(call, value)?;
    Ok(known(call, id).options)
}

pub fn stream_context_set_option(
    call: &mut Call<'_>,
    value: &Value,
    wrapper_or_options: &Value,
    option: Option<&Str>,
    new: runtime::native::Passed<'_>,
) -> Res<bool> {
    let id = meant(call, value)?;
    let function = "stream_context_set_option";
    if let Some(options) = wrapper_or_options.unboxed().as_array().cloned() {
        if option.is_some() {
            return Err(call.value_error(
                3,
                "must be null when argument #2 ($wrapper_or_options) is an array",
            ));
        }
        if new.0.is_some() {
            return Err(call.value_error(
                4,
                "cannot be provided when argument #2 ($wrapper_or_options) is an array",
            ));
        }
        let text = "Calling stream_context_set_option() with 2 arguments is deprecated, use \
                    stream_context_set_options() instead";
        call.rq().report(runtime::message::Message::Deprecation { text: text.to_owned() })?;
        context::set_options(call, id, &options)?;
        return Ok(true);
    }
    let wrapper = call.to_str(wrapper_or_options)?;
    let Some(option) = option else {
        return Err(call
            .value_error(3, "cannot be null when argument #2 ($wrapper_or_options) is a string"));
    };
    let Some(new) = new.0 else {
        return Err(call.value_error(
            4,
            "must be provided when argument #2 ($wrapper_or_options) is a string",
        ));
    };
    let _ = function;
    context::set_option(call, id, (&wrapper, option), new.unboxed().clone())?;
    Ok(true)
}

pub fn stream_context_set_options(
    call: &mut Call<'_>,
    value: &Value,
    options: &Array,
) -> Res<bool> {
    let id = meant(call, value)?;
    context::set_options(call, id, options)?;
    Ok(true)
}

pub fn stream_context_get_params(call: &mut Call<'_>, value: &Value) -> Res<Array> {
    let id = meant(call, value)?;
    let known = known(call, id);
    let mut params = known.params;
    put(call, &mut params, "options", known.options.into())?;
    Ok(params)
}

pub fn stream_context_set_params(call: &mut Call<'_>, value: &Value, params: &Array) -> Res<bool> {
    let id = meant(call, value)?;
    params_into(call, id, params)?;
    Ok(true)
}

pub fn stream_context_get_default(call: &mut Call<'_>, options: Option<&Array>) -> Res<Value> {
    let value = context::default(call)?;
    let id = number(&value, CONTEXT).unwrap_or_default();
    if let Some(options) = options {
        context::set_options(call, id, options)?;
    }
    Ok(value)
}

pub fn stream_context_set_default(call: &mut Call<'_>, options: &Array) -> Res<Value> {
    stream_context_get_default(call, Some(options))
}
