//! The functions that every PHP has. A folder is a topic: `TOPIC.php` declares, `gen.rs` is the
//! table made from it, the other files hold the bodies, `tests` tables of calls.
//!
//! # Invariants
//! - A body runs on coerced arguments; its errors go through its [`Call`](runtime::native::Call).
//!
//! # Not here
//! Functions that need frames, names or classes: the interpreter has tables of its own.

#![deny(unsafe_code)]

pub use url::{Parts as UrlParts, Variables, decode as decode_query, variable_path};

use runtime::native::Table;

macro_rules! topics {
    ($($extension:literal: $($topic:ident),+;)+) => {
        $($(mod $topic;)+)+

        /// All tables.
        pub static TABLES: &[Table] = &[$($(Table {
            extension: $extension,
            topic: stringify!($topic),
            natives: $topic::NATIVES,
            constants: $topic::CONSTANTS,
        }),+),+];
    };
}

topics! {
    "standard": array, callback, cursor, draw, encode, export, format, html, math, path, set, sort,
        string, time, url, var;
    "ctype": ctype;
    "random": engine, random;
}
