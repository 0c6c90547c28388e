//! What a process may use.

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::value::Value;

use super::{noted, put};
use crate::ffi;

/// The resources that are told of all together.
const NAMES: [(&str, u32); 10] = [
    ("core", 4),
    ("data", 2),
    ("stack", 3),
    ("totalmem", 9),
    ("rss", 5),
    ("maxproc", 6),
    ("memlock", 8),
    ("cpu", 0),
    ("filesize", 1),
    ("openfiles", 7),
];

fn shown(call: &mut Call<'_>, limit: u64) -> Res<Value> {
    match limit {
        u64::MAX => call.str(b"unlimited").map(Value::from),
        limit => Ok(Value::int(limit as i64)),
    }
}

pub fn posix_getrlimit(call: &mut Call<'_>, resource: Option<i64>) -> Res<OrFalse<Array>> {
    let mut all = Array::new();
    if let Some(resource) = resource {
        let found = ffi::limit(resource as u32);
        let Some((soft, hard)) = noted(call, found) else { return Ok(OrFalse(None)) };
        let both = [shown(call, soft)?, shown(call, hard)?];
        return call.list(both).map(Some).map(OrFalse);
    }
    for (name, resource) in NAMES {
        let found = ffi::limit(resource);
        let Some((soft, hard)) = noted(call, found) else { return Ok(OrFalse(None)) };
        for (which, limit) in [("soft", soft), ("hard", hard)] {
            let value = shown(call, limit)?;
            put(call, &mut all, &format!("{which} {name}"), value)?;
        }
    }
    Ok(OrFalse(Some(all)))
}

pub fn posix_setrlimit(
    call: &mut Call<'_>,
    resource: i64,
    soft_limit: i64,
    hard_limit: i64,
) -> Res<bool> {
    let done = ffi::set_limit(resource as u32, (soft_limit as u64, hard_limit as u64));
    Ok(noted(call, done).is_some())
}
