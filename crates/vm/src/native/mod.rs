//! Builtins: those of the extensions, and those that need frames, names and callables.
//!
//! Both have one form: `TOPIC/TOPIC.php` declares, `gen.rs` is the table made of it, a plain Rust
//! function of the same name is the body. Bodies here get at the request through [`request`].
//!
//! # Not here
//! Builtins that need no more than values: the extensions.

mod belonging;
pub(crate) mod callable;
mod confine;
mod registry;

use runtime::array::{Array, Key};
use runtime::native::{Call, Native, Table};
use runtime::raise::{OrExit as _, Res};
use runtime::string::intern;
use runtime::value::Value;

pub(crate) use belonging::{extension_of, extension_of_constant};
pub use ini::{Watcher, is_odd_assert, watch as watch_settings};
pub use registry::{ClassKind, Library, LibraryClass, install, install_library};
pub(crate) use registry::{
    all, constant, constant_value, even_disabled, is_deprecated, library_classes, library_funcs,
    named, of_library, own, tables,
};
pub(crate) use serial::{Numbered, Written, incomplete_name};

/// Whether there is an extension with this name, whatever its case.
pub fn has_extension(name: &str) -> bool {
    info::has_extension(name.as_bytes())
}

pub(crate) use pcntl::heed as heed_signals;

use crate::request::Request;

macro_rules! topics {
    ($($topic:ident: $extension:literal),* $(,)?) => {
        $(mod $topic;)*

        /// All tables of this room.
        static TABLES: &[Table] = &[$(Table {
            extension: $extension,
            topic: stringify!($topic),
            natives: $topic::NATIVES,
            constants: $topic::CONSTANTS,
        }),*];
    };
}

topics! {
    autoload: "spl",
    classes: "core",
    errors: "core",
    func: "core",
    header: "standard",
    info: "core",
    iterate: "spl",
    ini: "standard",
    names: "core",
    opcache: "Zend OPcache",
    output: "core",
    pcntl: "pcntl",
    serial: "standard",
    session: "session",
}

/// Puts a value under a name into an array that a builtin makes.
fn put_named(call: &mut Call<'_>, array: &mut Array, name: &str, value: Value) -> Res<()> {
    let name = intern(name.as_bytes());
    let put = array.set(Key::Str(name.as_str()), value);
    call.alloc(put)
}

/// Whether a builtin hands arguments on whose name no parameter of its own has.
pub(crate) fn takes_named(native: &Native) -> bool {
    matches!(native.name, "call_user_func" | "forward_static_call")
}

/// Calls the callable in the first of `cells` with the others and with named arguments.
pub(crate) fn call_with_named(rq: &mut Request, cells: &mut [Value], named: Array) -> Res<Value> {
    let Some((callback, args)) = cells.split_first() else { return Ok(Value::NULL) };
    let callable = match callable::resolve(rq, callback) {
        Ok(callable) => callable,
        Err(reason) => {
            let text = "call_user_func(): Argument #1 ($callback) must be a valid callback";
            return Err(rq.throw_error("typeerror", &format!("{text}, {reason}")));
        }
    };
    let mut all = Array::from_values(args.iter().cloned()).or_exit(rq)?;
    for (key, value) in &named {
        all.set(key, value.clone()).or_exit(rq)?;
    }
    callable::call_array(rq, &callable, &all)
}

/// Runs handlers of signals that came, if they run at once.
fn heed_signals_at_once(call: &mut Call<'_>) -> Res<()> {
    let Some(heed) = named(b"pcntl_heed_") else { return Ok(()) };
    request(call).call(heed, crate::frame::Context::None, &[]).map(drop)
}

/// The request of a call.
fn request<'a>(call: &'a mut Call<'_>) -> &'a mut Request {
    let host = call.host().as_any().and_then(<dyn std::any::Any>::downcast_mut);
    host.expect("invariant: these builtins are called by a request of this crate")
}
