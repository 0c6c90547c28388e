//! Archives that run: `Phar`, `PharData`, `phar://`.
//!
//! # Invariants
//! - The registry of a request is borrowed only while no code of scripts and no stream runs.
//! - Any bytes may be read as an archive: readers check every range, and what expands does so to
//!   at most the size that was announced.
//!
//! # Not here
//! The classes themselves, which are PHP.

#![forbid(unsafe_code)]

pub mod archive;
mod entry;
mod flush;
mod intercept;
mod main_script;
mod name;
mod phar;
mod registry;
mod wrapper;

use ext_file::layer::guest::Guest;
use runtime::native::Table;

pub use main_script::stub_of;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "phar",
    topic: "phar",
    natives: phar::NATIVES,
    constants: phar::CONSTANTS,
}];

/// What it brings to streams.
pub static GUEST: Guest = Guest { schemes: &[wrapper::SCHEME], families: &[] };
