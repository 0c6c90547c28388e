//! Contexts: options of wrappers, and parameters.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::table::{Streams, resource};

/// The number of the type of contexts.
pub const CONTEXT: u32 = 2;

/// A context.
#[derive(Clone, Default)]
pub struct Context {
    /// Options by wrapper and name.
    pub options: Array,
    pub params: Array,
}

/// A new context.
pub fn make(call: &mut Call<'_>, context: Context) -> Res<Value> {
    let (id, value) = resource(call, CONTEXT)?;
    call.state::<Streams>().contexts.insert(id, context);
    Ok(value)
}

/// The context that is meant where none is given.
pub fn default(call: &mut Call<'_>) -> Res<Value> {
    if let Some(known) = &call.state::<Streams>().default_context {
        return Ok(known.clone());
    }
    let made = make(call, Context::default())?;
    call.state::<Streams>().default_context = Some(made.clone());
    Ok(made)
}

/// The number of the context that an argument is, if it is one.
pub fn id_of(value: &Value) -> Option<u32> {
    match value.unboxed().view() {
        View::Resource(resource) if resource.type_id() == CONTEXT => Some(resource.id()),
        _ => None,
    }
}

/// The context of an argument of a function that opens: the default one for null.
pub fn given(call: &mut Call<'_>, position: usize, value: &Value) -> Res<Value> {
    let value = value.unboxed();
    match value.view() {
        View::Null | View::Uninit => default(call),
        View::Resource(_) if id_of(value).is_some() => Ok(value.clone()),
        View::Resource(_) => {
            let text = format!(
                "{}(): supplied resource is not a valid Stream-Context resource",
                call.native().name
            );
            Err(call.throw(runtime::message::Message::TypeRefused { text }))
        }
        _ => Err(call.type_error(position, "resource or null", value)),
    }
}

/// The value under a name.
pub fn named<'a>(array: &'a Array, name: &str) -> Option<&'a Value> {
    let mut all = array.iter();
    let is_it = |key: &Key<'_>| match key {
        Key::Str(key) => key.as_bytes() == name.as_bytes(),
        Key::Int(_) => false,
    };
    all.find(|(key, _)| is_it(key)).map(|(_, value)| value.unboxed())
}

/// An option that a context has for a wrapper.
pub fn option(
    call: &mut Call<'_>,
    context: Option<&Value>,
    wrapper: &str,
    name: &str,
) -> Option<Value> {
    let id = context.and_then(id_of)?;
    let options = call.state::<Streams>().contexts.get(&id)?.options.clone();
    let of = named(&options, wrapper)?.as_array()?.clone();
    named(&of, name).cloned()
}

/// Sets an option.
pub fn set_option(
    call: &mut Call<'_>,
    id: u32,
    (wrapper, name): (&Str, &Str),
    value: Value,
) -> Res<()> {
    let context = call.state::<Streams>().contexts.get(&id).cloned().unwrap_or_default();
    let mut options = context.options;
    let known = options.get(Key::of_str(wrapper)).and_then(|known| known.unboxed().as_array());
    let mut of = known.cloned().unwrap_or_default();
    let set = of.set(Key::of_str(name), value);
    call.alloc(set)?;
    let set = options.set(Key::of_str(wrapper), of.into());
    call.alloc(set)?;
    call.state::<Streams>().contexts.entry(id).or_default().options = options;
    Ok(())
}

/// Sets the options of an array of arrays. The error is the argument's.
pub fn set_options(call: &mut Call<'_>, id: u32, options: &Array) -> Res<()> {
    for (wrapper, of) in options {
        let (Key::Str(wrapper), Some(of)) = (wrapper, of.unboxed().as_array()) else {
            let text = "Options should have the form [\"wrappername\"][\"optionname\"] = $value";
            return Err(
                call.throw(runtime::message::Message::ValueRefused { text: text.to_owned() })
            );
        };
        let (wrapper, of) = (call.str(wrapper.as_bytes())?, of.clone());
        for (name, value) in &of {
            if let Key::Str(name) = name {
                let name = call.str(name.as_bytes())?;
                set_option(call, id, (&wrapper, &name), value.unboxed().clone())?;
            }
        }
    }
    Ok(())
}
