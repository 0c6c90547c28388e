//! Depth: what is too deep is an error, what is only long is not.

use crate::files::compile;

/// How deep a nesting is refused and how long a chain is accepted.
const MANY: usize = 4000;
/// Deeper than PHP itself nests, within what it parses.
const DEEP: usize = 1200;

pub fn deep_trees_are_refused() -> Result<(), String> {
    let source = format!("<?php return {}1{};", "[f(".repeat(DEEP), ")]".repeat(DEEP));
    match compile("deep.php", source.as_bytes()) {
        Ok(_) => Err("a deep tree was accepted".to_owned()),
        Err(error) if error.message.ends_with(b"Try splitting expression") => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

pub fn long_chains_are_no_depth() -> Result<(), String> {
    let sums = format!("<?php return $a{};", " + $a".repeat(MANY));
    let truths = format!("<?php return $a{};", " && $a".repeat(MANY));
    let paths = format!("<?php return $a{};", "['x']->y".repeat(MANY));
    for source in [sums, truths, paths] {
        compile("long.php", source.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(())
}
