//! Builtins: those of the extensions, and those that need frames, names and callables.
//!
//! Both have one form: `TOPIC/TOPIC.php` declares, `gen.rs` is the table made of it, a plain Rust
//! function of the same name is the body. Bodies here get at the request through [`request`].
//!
//! # Not here
//! Builtins that need no more than values: the extensions.

pub(crate) mod callable;
mod registry;

use runtime::native::{Call, Table};

pub(crate) use registry::{all, constant, constant_value, named, tables};
pub use registry::install;

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
    //FUNC
}

/// The request of a call.
fn request<'a>(call: &'a mut Call<'_>) -> &'a mut Request {
    let host = call.host().as_any().and_then(<dyn std::any::Any>::downcast_mut);
    host.expect("invariant: these builtins are called by a request of this crate")
}
