//! The command line of the chores.

#![forbid(unsafe_code)]

use xtask::generate::{self, Mode};
use xtask::{root, test, tidy};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().map_or(("", &[][..]), |(c, r)| (c.as_str(), r));
    match command {
        #[cfg(feature = "php")]
        "bench" => xtask::bench::run(&root(), rest),
        #[cfg(feature = "php")]
        "check" => xtask::check::run(&root(), rest),
        #[cfg(feature = "php")]
        "compare" => xtask::compare::run(&root(), rest),
        #[cfg(feature = "php")]
        "fuzz" => xtask::programs::run(&root(), rest),
        "gen" => generate::run(&root(), Mode::Write),
        "packages" => xtask::packages::run(&root(), rest),
        "test" => test::run(&root(), rest),
        "tidy" => tidy::run(&root()),
        _ => anyhow::bail!("unknown command {command:?}; see ./x help"),
    }
}
