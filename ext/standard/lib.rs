//! More of the functions that every PHP has, those that lean on other crates or on formats of
//! their own.

#![deny(unsafe_code)]

mod ffi;

use runtime::native::Table;

macro_rules! topics {
    ($($topic:ident),* $(,)?) => {
        $(mod $topic;)*

        /// All tables.
        pub static TABLES: &[Table] = &[$(Table {
            extension: "standard",
            topic: stringify!($topic),
            natives: $topic::NATIVES,
            constants: $topic::CONSTANTS,
        }),*];
    };
}

topics! { pack, password, system, title, transfer, words }
