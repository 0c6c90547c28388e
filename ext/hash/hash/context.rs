//! Hashes under way: objects of class `HashContext`, whose state is kept here by a number that
//! they hold.

use std::collections::HashMap;

use super::algorithm::{Algorithm, Hasher, Options};
use super::keyed::Hmac;
use super::{known, shown, started, state};
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

impl Context {
    fn copied(&self) -> Self {
        Self { hasher: self.hasher.copy(), outer: self.outer.clone() }
    }
}

/// Those of the request, and the last number given.
#[derive(Default)]
struct Contexts {
    held: HashMap<i64, Context>,
    last: i64,
}

impl Contexts {
    fn hold(&mut self, context: Context) -> i64 {
        self.last += 1;
        self.held.insert(self.last, context);
        self.last
    }
}

const HMAC: i64 = 1;

/// A new object for a hash.
fn opened(call: &mut Call<'_>, context: Context, algorithm: &str) -> Res<Value> {
    let object = call.host().new_object("HashContext")?;
    let held = call.state::<Contexts>().hold(context);
    if let View::Object(object) = object.view() {
        let object = object.clone();
        let algorithm = runtime::string::intern(algorithm.as_bytes());
        call.host().call_method(&object, "hold_", &[Value::int(held), algorithm.into()])?;
    }
    Ok(object)
}

/// The number that an object holds.
fn held(call: &mut Call<'_>, value: &Value) -> Res<i64> {
    match value.view() {
        View::Object(object) => {
            let object = object.clone();
            Ok(call.host().call_method(&object, "held_", &[])?.as_int().unwrap_or(0))
        }
        _ => Ok(0),
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
        return opened(call, Context { hasher, outer: None }, algorithm.told());
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
    opened(call, Context { hasher, outer: Some((algorithm, outer)) }, algorithm.told())
}

pub fn hash_update(call: &mut Call<'_>, context: &Value, data: &Str) -> Res<bool> {
    let held = held(call, context)?;
    match call.state::<Contexts>().held.get_mut(&held) {
        Some(context) => {
            context.hasher.update(data);
            Ok(true)
        }
        None => finished(call),
    }
}

pub fn hash_final(call: &mut Call<'_>, context: &Value, binary: bool) -> Res<Str> {
    let held = held(call, context)?;
    let taken = call.state::<Contexts>().held.remove(&held);
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
    let number = held(call, context)?;
    let copied = call.state::<Contexts>().held.get(&number).map(Context::copied);
    let View::Object(object) = context.view() else { return finished(call) };
    let shown = call.host().public_properties(&object.clone())?;
    let algorithm = super::option(&shown, "algo").cloned();
    let algorithm = match algorithm {
        Some(algorithm) => call.to_str(&algorithm)?,
        None => call.str(b"")?,
    };
    match copied {
        Some(context) => opened(call, context, &String::from_utf8_lossy(&algorithm)),
        None => finished(call),
    }
}

pub fn hash_copied_(call: &mut Call<'_>, held: i64) -> Res<i64> {
    let contexts: &mut Contexts = call.state();
    let copied = contexts.held.get(&held).map(Context::copied);
    Ok(copied.map_or(0, |copied| contexts.hold(copied)))
}

/// `hash_state_(int $held, string $algo): ?array`: the state of a hash and PHP's mark of its form;
/// null for what has none.
pub fn hash_state_(call: &mut Call<'_>, held: i64, algo: &Str) -> Res<Value> {
    let form = super::algorithm::algorithm(algo).map_or("", |algorithm| algorithm.form);
    let context = call.state::<Contexts>().held.get(&held).filter(|_| !form.is_empty());
    let Some(members) = context.map(|context| context.hasher.state()) else {
        return Ok(Value::NULL);
    };
    let state = state::written(call, form, &members)?;
    Ok(call.list([state, Value::int(mark(algo))])?.into())
}

/// PHP's mark of the form of an algorithm's state.
fn mark(algo: &[u8]) -> i64 {
    let is_sponge = algo.to_ascii_lowercase().starts_with(b"sha3-");
    if is_sponge { state::SPONGE } else { state::PLAIN }
}

/// `hash_under_way_(string $algo, mixed $state, int $mark): ?array`: the number of a hash with a state
/// and the name of its algorithm; PHP's code for what is wrong in place of the number, which is less
/// than 0. Null for no algorithm.
pub fn hash_under_way_(call: &mut Call<'_>, algo: &Str, state: &Value, mark: i64) -> Res<Value> {
    let Some(algorithm) = super::algorithm::algorithm(algo) else { return Ok(Value::NULL) };
    let held = match resumed(algorithm, state, mark) {
        Ok(hasher) => call.state::<Contexts>().hold(Context { hasher, outer: None }),
        Err(code) => code,
    };
    let name = runtime::string::intern(algorithm.told().as_bytes());
    Ok(call.list([Value::int(held), name.into()])?.into())
}

fn resumed(algorithm: &Algorithm, state: &Value, given: i64) -> Result<Box<dyn Hasher>, i64> {
    if algorithm.form.is_empty() || given != mark(algorithm.name.as_bytes()) {
        return Err(state::NO_STATE);
    }
    let members = state::read(algorithm.form, state)?;
    let mut hasher = (algorithm.start)(Options::default());
    if hasher.restore(&members) { Ok(hasher) } else { Err(state::UNFIT) }
}

pub fn hash_kind_(call: &mut Call<'_>, held: i64) -> Res<i64> {
    let context = call.state::<Contexts>().held.get(&held);
    Ok(context.map_or(0, |context| if context.outer.is_some() { 2 } else { 1 }))
}
