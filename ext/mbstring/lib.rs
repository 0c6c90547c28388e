//! Text in many encodings: `mb_*`.
//!
//! # Not here
//! Mails.

#![deny(unsafe_code)]

mod charset;
pub mod codec;
mod regex;
mod text;

pub use charset::{Remark, changed};
use runtime::native::Table;

/// What is said before a script runs of the value of an ini setting, and whether it is taken.
pub fn examine(name: &str, value: &[u8], language: &[u8]) -> (Vec<Remark>, bool) {
    let language =
        charset::Language::named(language).or_else(|| charset::Language::named(b"neutral"));
    match language {
        Some(language) => charset::examine(name, value, language),
        None => (Vec::new(), true),
    }
}

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

topics! { charset, regex, text }
