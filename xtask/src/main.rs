//! The project's own chores, called through `./x`.

#![forbid(unsafe_code)]

fn main() -> anyhow::Result<()> {
    anyhow::bail!("usage: cargo xtask COMMAND; see ./x help")
}
