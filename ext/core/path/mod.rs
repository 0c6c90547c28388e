//! Paths as text; nothing looks at the file system.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;

/// The last part of a path.
fn last_part(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
    let path = &path[..end];
    let start = path.iter().rposition(|&byte| byte == b'/').map_or(0, |at| at + 1);
    &path[start..]
}

fn basename(call: &mut Call<'_>, path: &Str, suffix: &Str) -> Res<Str> {
    let name = last_part(path);
    let stripped = name.strip_suffix(suffix.as_bytes()).filter(|name| !name.is_empty());
    call.str(stripped.unwrap_or(name))
}

/// A path without its last part.
fn parent(path: &[u8]) -> &[u8] {
    let trim = |path: &[u8]| path.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
    let Some(first) = path.first() else { return b"" };
    let is_absolute = *first == b'/';
    let root: &[u8] = if is_absolute { b"/" } else { b"." };
    let path = &path[..trim(path)];
    let Some(slash) = path.iter().rposition(|&byte| byte == b'/') else { return root };
    match trim(&path[..slash]) {
        0 => root,
        end => &path[..end],
    }
}

fn dirname(call: &mut Call<'_>, path: &Str, levels: i64) -> Res<Str> {
    if levels < 1 {
        return Err(call.value_error(2, "must be greater than or equal to 1"));
    }
    let mut found = path.as_bytes();
    for _ in 0..levels {
        let above = parent(found);
        if above == found {
            break;
        }
        found = above;
    }
    call.str(found)
}

const DIRNAME: i64 = 1;
const BASENAME: i64 = 2;
const EXTENSION: i64 = 4;
const FILENAME: i64 = 8;
const ALL: i64 = 15;

fn pathinfo(call: &mut Call<'_>, path: &Str, flags: i64) -> Res<Value> {
    let name = last_part(path);
    let dot = name.iter().rposition(|&byte| byte == b'.');
    let has_dirname = flags & DIRNAME != 0 && !path.is_empty();
    let rows = [
        ("dirname", has_dirname.then(|| parent(path))),
        ("basename", (flags & BASENAME != 0).then_some(name)),
        ("extension", dot.filter(|_| flags & EXTENSION != 0).map(|dot| &name[dot + 1..])),
        ("filename", (flags & FILENAME != 0).then(|| &name[..dot.unwrap_or(name.len())])),
    ];
    let mut found = Array::new();
    for (key, part) in rows {
        let Some(part) = part else { continue };
        let part = call.str(part)?;
        if flags != ALL {
            return Ok(part.into());
        }
        let put = found.set(Key::Str(intern(key.as_bytes()).as_str()), part.into());
        call.alloc(put)?;
    }
    match flags {
        ALL => Ok(found.into()),
        _ => Ok(call.str(b"")?.into()),
    }
}
