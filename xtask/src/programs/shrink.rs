//! Programs that differ, made smaller as long as they differ.

use generators::{Program, Tree};

use super::difference::Difference;
use super::{Wanted, compare};

/// Programs that are tried at a time.
const TRIED: usize = 250;

/// The smallest program found that differs as the one of a seed does, and both answers.
pub(super) fn shrunk(wanted: &Wanted, seed: u64) -> anyhow::Result<String> {
    let mut tree = wanted.programs.of_seed(seed).tree;
    let mut last = None;
    while let Some((smaller, difference)) = step(wanted, &tree)? {
        tree = smaller;
        last = Some(difference);
    }
    let answers = last.map(|difference| difference.text()).unwrap_or_default();
    Ok(format!("=== {seed}\n{}\n{answers}", tree.text().replace("; ", ";\n  ")))
}

/// The smallest of the programs that are one step smaller and differ.
fn step(wanted: &Wanted, tree: &Tree) -> anyhow::Result<Option<(Tree, Difference)>> {
    let smaller = wanted.programs.smaller(tree);
    for (chunk, trees) in smaller.chunks(TRIED).enumerate() {
        let number = |at: usize| (chunk * TRIED + at) as u64;
        let numbered = trees.iter().enumerate();
        let programs: Vec<_> =
            numbered.map(|(at, tree)| Program { number: number(at), tree: tree.clone() }).collect();
        if let Some(difference) = compare(wanted, &programs)?.into_iter().next() {
            let tree = smaller[difference.number as usize].clone();
            return Ok(Some((tree, difference)));
        }
    }
    Ok(None)
}
