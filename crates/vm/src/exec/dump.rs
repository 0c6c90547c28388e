//! The text of exec code: for each instruction the bytecode it stands for.

use std::fmt::Write;

use super::site::Site;
use crate::func::PhpFunc;

/// The translations of a function, one line for each exec instruction.
pub fn dump(func: &'static PhpFunc) -> String {
    let mut text = String::new();
    for (number, listing) in func.code().listings().iter().enumerate() {
        let _ = writeln!(text, "code {number}:");
        for (index, sites) in listing.iter().enumerate() {
            let line = line(sites);
            let _ = writeln!(text, "  {index:4} {line}");
        }
    }
    text
}

fn line(sites: &[Site]) -> String {
    let Some(first) = sites.first() else { return "(switch)".to_owned() };
    let names: Vec<&str> = sites.iter().map(|site| site.instr.op().name()).collect();
    format!("{:5} [{}] {}", first.offset, first.depth, names.join("; "))
}
