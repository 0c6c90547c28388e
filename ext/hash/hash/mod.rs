//! The functions of hashing.

mod algorithm;
mod block;
mod checksum;
mod context;
mod crypto;
#[rustfmt::skip]
mod r#gen;
mod haval;
mod haval_order;
mod keyed;
mod layout;
mod murmur;
mod snefru;
mod state;
mod tiger;
mod xxh;

pub use algorithm::{Algorithm, Hasher, algorithm};
pub use r#gen::{CONSTANTS, NATIVES};

use algorithm::{ALGORITHMS, Options};
use context::{
    hash_copied_, hash_copy, hash_final, hash_init, hash_kind_, hash_state_, hash_under_way_,
    hash_update,
};
use keyed::Hmac;
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

fn known(call: &mut Call<'_>, name: &Str) -> Res<&'static Algorithm> {
    match algorithm(name) {
        Some(algorithm) => Ok(algorithm),
        None => Err(call.value_error(1, "must be a valid hashing algorithm")),
    }
}

fn keyable(call: &mut Call<'_>, name: &Str) -> Res<&'static Algorithm> {
    match algorithm(name).filter(|algorithm| algorithm.block > 0) {
        Some(algorithm) => Ok(algorithm),
        None => Err(call.value_error(1, "must be a valid cryptographic hashing algorithm")),
    }
}

/// The hash as bytes, or two hexadecimal digits for each.
fn shown(call: &mut Call<'_>, hash: &[u8], binary: bool) -> Res<Str> {
    if binary {
        return call.str(hash);
    }
    call.alloc(Str::hexadecimal(hash))
}

fn option<'o>(options: &'o Array, name: &str) -> Option<&'o Value> {
    let mut all = options.iter();
    let has_name = |key: Key<'_>| match key {
        Key::Str(key) => key.as_bytes() == name.as_bytes(),
        Key::Int(_) => false,
    };
    all.find(|(key, _)| has_name(*key)).map(|(_, value)| value.unboxed())
}

/// The least length of a secret.
const SECRET_BYTES_MIN: usize = 136;

/// A hash of the algorithm under way, as the options say.
fn started(
    call: &mut Call<'_>,
    algorithm: &'static Algorithm,
    options: &Array,
) -> Res<Box<dyn Hasher>> {
    if options.is_empty() {
        return Ok((algorithm.start)(Options::default()));
    }
    let takes_secret = matches!(algorithm.name, "xxh3" | "xxh128");
    let is_seeded = takes_secret
        || matches!(algorithm.name, "xxh32" | "xxh64")
        || algorithm.name.starts_with("murmur");
    let secret = option(options, "secret").filter(|_| takes_secret);
    let is_alone = secret.is_none() || option(options, "seed").is_none();
    let seed = match option(options, "seed").map(Value::view) {
        Some(View::Int(seed)) => Some(seed as u64),
        Some(_) if is_seeded && is_alone => {
            let why = match takes_secret {
                true => "it is ignored",
                false => "it is the same as setting the seed to 0",
            };
            let what = "Passing a seed of a type other than int is deprecated because";
            call.deprecate(format!("{what} {why}"))?;
            None
        }
        _ => None,
    };
    let secret = match secret {
        Some(_) if option(options, "seed").is_some() => {
            let text = format!(
                "{}: Only one of seed or secret is to be passed for initialization",
                algorithm.name
            );
            return Err(call.throw(Message::Refused { text }));
        }
        Some(secret) => {
            if !matches!(secret.view(), View::Str(_)) {
                call.deprecate(
                    "Passing a secret of a type other than string is deprecated because it \
                     implicitly converts to a string, potentially hiding bugs",
                )?;
            }
            Some(call.to_str(&secret.clone())?)
        }
        None => None,
    };
    if let Some(secret) = secret.as_ref().filter(|secret| secret.len() < SECRET_BYTES_MIN) {
        let text = format!(
            "{}: Secret length must be >= {SECRET_BYTES_MIN} bytes, {} bytes passed",
            algorithm.name,
            secret.len()
        );
        return Err(call.throw(Message::Refused { text }));
    }
    Ok((algorithm.start)(Options { seed, secret: secret.as_deref() }))
}

fn hash(call: &mut Call<'_>, algo: &Str, data: &Str, binary: bool, options: &Array) -> Res<Str> {
    let algorithm = known(call, algo)?;
    let mut hasher = started(call, algorithm, options)?;
    hasher.update(data);
    shown(call, &hasher.finish(), binary)
}

fn hash_hmac(call: &mut Call<'_>, algo: &Str, data: &Str, key: &Str, binary: bool) -> Res<Str> {
    let algorithm = keyable(call, algo)?;
    let hash = Hmac::new(algorithm, key).hash(&[data]);
    shown(call, &hash, binary)
}

fn names(call: &mut Call<'_>, is_listed: impl Fn(&Algorithm) -> bool) -> Res<Array> {
    let listed = ALGORITHMS.iter().filter(|algorithm| is_listed(algorithm));
    let names = listed.map(|algorithm| runtime::string::intern(algorithm.name.as_bytes()).into());
    call.list(names.collect::<Vec<Value>>())
}

fn hash_algos(call: &mut Call<'_>) -> Res<Array> {
    names(call, |_| true)
}

fn hash_hmac_algos(call: &mut Call<'_>) -> Res<Array> {
    names(call, |algorithm| algorithm.block > 0)
}

#[expect(clippy::too_many_arguments, reason = "PHP's signature")]
fn hash_pbkdf2(
    call: &mut Call<'_>,
    algo: &Str,
    password: &Str,
    salt: &Str,
    iterations: i64,
    length: i64,
    binary: bool,
    _options: &Array,
) -> Res<Str> {
    let algorithm = keyable(call, algo)?;
    if iterations <= 0 {
        return Err(call.value_error(4, "must be greater than 0"));
    }
    let Ok(wanted) = usize::try_from(length) else {
        return Err(call.value_error(5, "must be greater than or equal to 0"));
    };
    let bytes = if binary { wanted } else { wanted.div_ceil(2) };
    let key = keyed::pbkdf2(&Hmac::new(algorithm, password), salt, iterations, bytes);
    if wanted == 0 {
        return shown(call, &key, binary);
    }
    let text = shown(call, &key[..bytes], binary)?;
    call.str(&text[..wanted])
}

fn hash_hkdf(
    call: &mut Call<'_>,
    algo: &Str,
    key: &Str,
    length: i64,
    info: &Str,
    salt: &Str,
) -> Res<Str> {
    let algorithm = keyable(call, algo)?;
    if key.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let size = Hmac::new(algorithm, &[]).hash(&[]).len();
    let Ok(wanted) = usize::try_from(length) else {
        return Err(call.value_error(3, "must be greater than or equal to 0"));
    };
    if wanted > size * 255 {
        return Err(call.value_error(3, format!("must be less than or equal to {}", size * 255)));
    }
    let wanted = if wanted == 0 { size } else { wanted };
    let derived = keyed::hkdf(algorithm, key, info, (salt, wanted));
    call.str(&derived)
}

fn hash_equals(_: &mut Call<'_>, known_string: &Str, user_string: &Str) -> Res<bool> {
    let pairs = known_string.iter().zip(user_string.iter());
    let differing = pairs.fold(0, |bits, (known, user)| bits | (known ^ user));
    Ok(known_string.len() == user_string.len() && std::hint::black_box(differing) == 0)
}
