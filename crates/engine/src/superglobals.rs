//! What a script finds in its superglobals: the command line and the environment.
//!
//! # Not here
//! Requests to a web server.

use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::object::Resource;
use runtime::string::Str;
use runtime::value::Value;
use vm::request::Request;

use crate::source::{STANDARD_INPUT, Source};

/// Defines `$argv`, `$argc` and the superglobals.
pub fn define(request: &mut Request, source: &Source, arguments: &[String]) -> Result<(), Oom> {
    let mut strings = Vec::with_capacity(arguments.len());
    for argument in arguments {
        strings.push(text(argument.as_bytes())?);
    }
    if let Ok(binary) = std::env::current_exe() {
        let path = text(called_as(&binary).as_os_str().as_bytes())?;
        request.provide_constant(b"PHP_BINARY", path);
    }
    for (name, id) in [(&b"STDIN"[..], 1), (b"STDOUT", 2), (b"STDERR", 3)] {
        request.provide_constant(name, Value::from(Resource::new(id, Resource::STREAM)?));
    }
    let count = Value::int(strings.len() as i64);
    let argv = Value::from(Array::from_values(strings)?);
    let given = request.ini.is_on("register_argc_argv").then_some((count, argv));
    if let Some((count, argv)) = &given {
        request.define_global(b"argc", count.clone())?;
        request.define_global(b"argv", argv.clone())?;
    }
    let name = arguments.first().map_or(source.name.as_str(), String::as_str);
    let order = request.ini.get("variables_order").unwrap_or(b"EGPCS").to_ascii_uppercase();
    let wanted = |letter: u8, array: Array| match order.contains(&letter) {
        true => Value::from(array),
        false => Value::from(Array::new()),
    };
    // PHP: a script that is no file has a name, and no place.
    let place = if name == STANDARD_INPUT { "" } else { name };
    let server = wanted(b'S', server((name, place), given)?);
    request.define_global(b"_SERVER", server)?;
    request.define_global(b"_ENV", wanted(b'E', environment()?))?;
    for name in [&b"_GET"[..], b"_POST", b"_COOKIE", b"_FILES", b"_REQUEST"] {
        request.define_global(name, Value::from(Array::new()))?;
    }
    Ok(())
}

/// The path that this program was called by, as far as it leads to `binary`: a link named `php`
/// is another program than its target.
fn called_as(binary: &Path) -> PathBuf {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let candidates: Vec<PathBuf> = match called.components().count() {
        1 => std::env::split_paths(&folders).map(|folder| folder.join(&called)).collect(),
        _ => std::path::absolute(&called).into_iter().collect(),
    };
    let leads_there = |path: &&PathBuf| path.canonicalize().is_ok_and(|target| target == *binary);
    candidates.iter().find(leads_there).cloned().unwrap_or_else(|| binary.to_owned())
}

fn text(bytes: &[u8]) -> Result<Value, Oom> {
    Ok(Value::from(Str::new(bytes)?))
}

fn put(array: &mut Array, name: &[u8], value: Value) -> Result<(), Oom> {
    let name = Str::new(name)?;
    array.set(Key::of_str(&name), value)
}

/// The variables of the environment, in its order.
fn environment() -> Result<Array, Oom> {
    let mut array = Array::new();
    for (name, value) in std::env::vars_os() {
        put(&mut array, name.as_bytes(), text(value.as_bytes())?)?;
    }
    Ok(array)
}

/// `$_SERVER` of a script by its name and its place, with the number of arguments and these.
fn server((name, place): (&str, &str), given: Option<(Value, Value)>) -> Result<Array, Oom> {
    let mut array = environment()?;
    for key in ["PHP_SELF", "SCRIPT_NAME"] {
        put(&mut array, key.as_bytes(), text(name.as_bytes())?)?;
    }
    for key in ["SCRIPT_FILENAME", "PATH_TRANSLATED"] {
        put(&mut array, key.as_bytes(), text(place.as_bytes())?)?;
    }
    put(&mut array, b"DOCUMENT_ROOT", text(b"")?)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    put(&mut array, b"REQUEST_TIME", Value::int(now.as_secs() as i64))?;
    put(&mut array, b"REQUEST_TIME_FLOAT", Value::float(now.as_secs_f64()))?;
    if let Some((argc, argv)) = given {
        put(&mut array, b"argv", argv)?;
        put(&mut array, b"argc", argc)?;
    }
    Ok(array)
}
