//! Text in many encodings: `mb_*`.
//!
//! # Not here
//! `mb_ereg*`, mails, and the encodings of Japanese telephones.

#![forbid(unsafe_code)]

mod charset;
pub mod codec;
mod text;

use runtime::native::Table;

macro_rules! topics {
    ($($topic:ident),* $(,)?) => {
        /// All tables.
        pub static TABLES: &[Table] = &[$(Table {
            extension: "mbstring",
            topic: stringify!($topic),
            natives: $topic::NATIVES,
            constants: $topic::CONSTANTS,
        }),*];
    };
}

topics! { charset, text }
