//! The façade of Jive: what the binary, the servers and the debugger call.
//!
//! # Not here
//! Options of a command line (`cli`), and the meaning of PHP (the crates below).

#![forbid(unsafe_code)]

pub mod calls;
pub mod compile;
pub mod dump;
pub mod ini;
mod kept;
pub mod lint;
mod multibyte;
pub mod provide;
pub mod run;
pub mod serve;
pub mod settings;
pub mod source;
pub mod startup;
mod superglobals;
pub mod web;

pub use ext_file::standard;

/// Has calls of the library noted, when the environment asks for it ([`runtime::native::called`]).
pub fn note_calls() {
    runtime::native::called::begin();
}
