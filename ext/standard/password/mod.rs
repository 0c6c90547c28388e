//! Hashes of passwords.

mod argon;
mod crypt;
#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use argon::Costs;
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::{self, Str};
use runtime::value::{Value, View};

/// A way in which hashes are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Bcrypt,
    Argon2i,
    Argon2id,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Bcrypt => "2y",
            Self::Argon2i => "argon2i",
            Self::Argon2id => "argon2id",
        }
    }
}

const BCRYPT_COST: i64 = 12;
const ARGON_COSTS: Costs = Costs { memory: 65_536, time: 4, threads: 1 };

/// Whether two hashes are the same, in a time that does not tell where they differ.
fn is_same(left: &[u8], right: &[u8]) -> bool {
    let differing = left.iter().zip(right).fold(0, |bits, (left, right)| bits | (left ^ right));
    left.len() == right.len() && std::hint::black_box(differing) == 0
}

fn refused(call: &mut Call<'_>, text: String) -> Halt {
    call.throw(Message::ValueRefused { text })
}

fn way(call: &mut Call<'_>, algo: &Value) -> Res<Way> {
    known_way(algo)
        .ok_or_else(|| call.value_error(2, "must be a valid password hashing algorithm"))
}

fn known_way(algo: &Value) -> Option<Way> {
    match algo.view() {
        View::Null | View::Int(0 | 1) => Some(Way::Bcrypt),
        View::Int(2) => Some(Way::Argon2i),
        View::Int(3) => Some(Way::Argon2id),
        View::Str(name) => match name.as_bytes() {
            b"2y" => Some(Way::Bcrypt),
            b"argon2i" => Some(Way::Argon2i),
            b"argon2id" => Some(Way::Argon2id),
            _ => None,
        },
        _ => None,
    }
}

fn option(call: &mut Call<'_>, options: &Array, name: &str) -> Res<Option<i64>> {
    let key = string::intern(name.as_bytes()).to_str();
    match options.get_str(&key).cloned() {
        Some(value) => Ok(Some(conv::to_int(call.rq(), &value)?)),
        None => Ok(None),
    }
}

fn costs(call: &mut Call<'_>, options: &Array) -> Res<Costs> {
    Ok(Costs {
        memory: option(call, options, "memory_cost")?.unwrap_or(ARGON_COSTS.memory),
        time: option(call, options, "time_cost")?.unwrap_or(ARGON_COSTS.time),
        threads: option(call, options, "threads")?.unwrap_or(ARGON_COSTS.threads),
    })
}

fn salt(call: &mut Call<'_>) -> Res<[u8; 16]> {
    let mut salt = [0; 16];
    match getrandom::fill(&mut salt) {
        Ok(()) => Ok(salt),
        Err(_) => Err(refused(call, "Unable to generate salt".to_owned())),
    }
}

fn password_hash(call: &mut Call<'_>, password: &Str, algo: &Value, options: &Array) -> Res<Str> {
    let way = way(call, algo)?;
    if options.get(Key::Str(string::intern(b"salt").as_str())).is_some() {
        call.warn(
            "The \"salt\" option has been ignored, since providing a custom salt is no longer \
             supported",
        )?;
    }
    if way == Way::Bcrypt {
        return bcrypt(call, password, options);
    }
    let costs = costs(call, options)?;
    let is_between = |number: i64, least: i64, most: i64| (least..=most).contains(&number);
    let refusal = match costs {
        Costs { memory, .. } if !is_between(memory, 8, i64::from(u32::MAX)) => {
            Some("Memory cost is outside of allowed memory range")
        }
        Costs { time, .. } if !is_between(time, 1, i64::from(u32::MAX)) => {
            Some("Time cost is outside of allowed time range")
        }
        Costs { threads, .. } if !is_between(threads, 1, 0xff_ffff) => {
            Some("Invalid number of threads")
        }
        _ => None,
    };
    if let Some(text) = refusal {
        return Err(refused(call, text.to_owned()));
    }
    let salt = salt(call)?;
    // PHP: the salt is text of 16 characters.
    let salt = crypt::bcrypt_encode(&salt)[..16].to_vec();
    match argon::hash(way.name(), password, &salt, costs) {
        Some(hash) => call.str(hash.as_bytes()),
        None => Err(refused(call, "Password hashing failed for unknown reason".to_owned())),
    }
}

fn bcrypt(call: &mut Call<'_>, password: &Str, options: &Array) -> Res<Str> {
    if password.contains(&0) {
        return Err(refused(call, "Bcrypt password must not contain null character".to_owned()));
    }
    let cost = option(call, options, "cost")?.unwrap_or(BCRYPT_COST);
    if !(4..=31).contains(&cost) {
        let text = format!("Invalid bcrypt cost parameter specified: {cost}");
        return Err(refused(call, text));
    }
    let salt = crypt::bcrypt_encode(&salt(call)?);
    let setting = [format!("$2y${cost:02}$").as_bytes(), &salt[..22]].concat();
    let hash = crypt::crypt(password, &setting).unwrap_or_else(|| crypt::failure(&setting));
    call.str(&hash)
}

fn password_verify(_: &mut Call<'_>, password: &Str, hash: &Str) -> Res<bool> {
    if let Ok(text) = std::str::from_utf8(hash)
        && text.starts_with("$argon2")
    {
        return Ok(argon::verify(password, text).unwrap_or(false));
    }
    let found = crypt::crypt(password, hash).filter(|_| hash.len() >= 13);
    Ok(found.is_some_and(|found| is_same(&found, hash)))
}

/// Bytes of a hash of bcrypt's.
const BCRYPT_BYTES: usize = 60;

/// How a hash was made: its kind, and the costs of bcrypt or Argon2.
fn made(hash: &Str) -> Option<(Way, i64, Costs)> {
    let text = std::str::from_utf8(hash).ok()?;
    if let Some(rest) = text.strip_prefix("$2y$").filter(|_| text.len() == BCRYPT_BYTES) {
        return Some((Way::Bcrypt, rest[..2].parse().unwrap_or(BCRYPT_COST), ARGON_COSTS));
    }
    let (name, costs) = argon::parse(text)?;
    let way = if name == "argon2i" { Way::Argon2i } else { Way::Argon2id };
    Some((way, BCRYPT_COST, costs))
}

fn password_needs_rehash(
    call: &mut Call<'_>,
    hash: &Str,
    algo: &Value,
    options: &Array,
) -> Res<bool> {
    let Some(wanted) = known_way(algo) else { return Ok(false) };
    let Some((way, cost, costs)) = made(hash) else { return Ok(true) };
    if way != wanted {
        return Ok(true);
    }
    if way == Way::Bcrypt {
        return Ok(option(call, options, "cost")?.unwrap_or(BCRYPT_COST) != cost);
    }
    Ok(self::costs(call, options)? != costs)
}

fn put(call: &mut Call<'_>, array: &mut Array, key: &str, value: impl Into<Value>) -> Res<()> {
    let key = string::intern(key.as_bytes()).to_str();
    let set = array.set(Key::Str(&key), value.into());
    call.alloc(set)
}

fn word(text: &str) -> Value {
    string::intern(text.as_bytes()).into()
}

fn password_get_info(call: &mut Call<'_>, hash: &Str) -> Res<Array> {
    let made = made(hash);
    let (mut info, mut options) = (Array::new(), Array::new());
    let (name, shown) = match made {
        None => (Value::NULL, "unknown"),
        Some((Way::Bcrypt, cost, _)) => {
            put(call, &mut options, "cost", cost)?;
            (word("2y"), "bcrypt")
        }
        Some((way, _, costs)) => {
            put(call, &mut options, "memory_cost", costs.memory)?;
            put(call, &mut options, "time_cost", costs.time)?;
            put(call, &mut options, "threads", costs.threads)?;
            (word(way.name()), way.name())
        }
    };
    put(call, &mut info, "algo", name)?;
    put(call, &mut info, "algoName", word(shown))?;
    put(call, &mut info, "options", options)?;
    Ok(info)
}

fn password_algos(call: &mut Call<'_>) -> Res<Array> {
    call.list([Way::Bcrypt, Way::Argon2i, Way::Argon2id].map(|way| word(way.name())))
}

fn crypt(call: &mut Call<'_>, string: &Str, salt: &Str) -> Res<Str> {
    let hash = crypt::crypt(string, salt).unwrap_or_else(|| crypt::failure(salt));
    call.str(&hash)
}
