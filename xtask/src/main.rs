//! The project's own chores, called through `./x`.

#![forbid(unsafe_code)]

mod generate;

use std::path::{Path, PathBuf};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("gen") => generate::run(&root(), generate::Mode::Write),
        Some("gen-check") => generate::run(&root(), generate::Mode::Check),
        _ => anyhow::bail!("usage: cargo xtask COMMAND; see ./x help"),
    }
}

/// The root of the checkout.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("invariant: xtask lies in the root").to_owned()
}
