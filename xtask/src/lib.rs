//! The project's own chores, called through `./x`; the checks among them are tests too.

#![forbid(unsafe_code)]

#[cfg(feature = "php")]
pub mod bench;
#[cfg(feature = "php")]
pub mod check;
#[cfg(feature = "php")]
pub mod compare;
#[cfg(feature = "php")]
pub mod corpus;
pub mod engines;
pub mod generate;
#[cfg(feature = "php")]
pub mod oracle;
pub mod packages;
#[cfg(feature = "php")]
pub mod programs;
pub mod test;
pub mod tidy;

use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("invariant: xtask lies in the root").to_owned()
}
