//! Hashes under way: objects of class `HashContext`, whose state is kept here by their number.

use std::collections::HashMap;

use super::algorithm::{Algorithm, Hasher, Options};
use super::keyed::Hmac;
use super::{known, shown, started};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// A hash under way; under HMAC with what is hashed at the end.
struct Context {
    hasher: Box<dyn Hasher>,
    outer: Option<(&'static Algorithm, Vec<u8>)>,
}

/// Those of the request.
#[derive(Default)]
struct Contexts(HashMap<u32, Context>);

const HMAC: i64 = 1;

/// A new object for a hash.
fn opened(call: &mut Call<'_>, context: Context) -> Res<Value> {
    let object = call.host().new_object("HashContext")?;
    let id = id(&object);
    call.state::<Contexts>().0.insert(id, context);
    Ok(object)
}

fn id(value: &Value) -> u32 {
    match value.view() {
        View::Object(object) => object.id(),
        _ => 0,
    }
}

/// The error of a hash that was told already.
fn finished<T>(call: &mut Call<'_>) -> Res<T> {
    Err(call.type_refused(1, "must be a valid, non-finalized HashContext"))
}

pub fn hash_init(
    call: &mut Call<'_>,
    algo: &Str,
    flags: i64,
    key: &Str,
    options: &Array,
) -> Res<Value> {
    let algorithm = known(call, algo)?;
    let mut hasher = started(call, algorithm, options)?;
    if flags & HMAC == 0 {
        return opened(call, Context { hasher, outer: None });
    }
    if algorithm.block == 0 {
        let rule = "must be a cryptographic hashing algorithm if HMAC is requested";
        return Err(call.value_error(1, rule));
    }
    if key.is_empty() {
        return Err(call.value_error(3, "must not be empty when HMAC is requested"));
    }
    let (inner, outer) = Hmac::new(algorithm, key).into_keys();
    hasher.update(&inner);
    opened(call, Context { hasher, outer: Some((algorithm, outer)) })
}

pub fn hash_update(call: &mut Call<'_>, context: &Value, data: &Str) -> Res<bool> {
    match call.state::<Contexts>().0.get_mut(&id(context)) {
        Some(context) => {
            context.hasher.update(data);
            Ok(true)
        }
        None => finished(call),
    }
}

pub fn hash_final(call: &mut Call<'_>, context: &Value, binary: bool) -> Res<Str> {
    let taken = call.state::<Contexts>().0.remove(&id(context));
    let Some(context) = taken else { return finished(call) };
    let mut hash = context.hasher.finish();
    if let Some((algorithm, outer)) = context.outer {
        let mut hasher = (algorithm.start)(Options::default());
        hasher.update(&outer);
        hasher.update(&hash);
        hash = hasher.finish();
    }
    shown(call, &hash, binary)
}

pub fn hash_copy(call: &mut Call<'_>, context: &Value) -> Res<Value> {
    let held = call.state::<Contexts>().0.get(&id(context));
    let copied =
        held.map(|context| Context { hasher: context.hasher.copy(), outer: context.outer.clone() });
    match copied {
        Some(context) => opened(call, context),
        None => finished(call),
    }
}
