//! A program that the sides answer differently.

use std::fs;
use std::path::Path;

use generators::{Kind, script};

pub(super) struct Difference {
    pub(super) number: u64,
    pub(super) expected: String,
    pub(super) found: String,
    /// The side that differs from the first.
    pub(super) side: String,
}

impl Difference {
    /// The seed and the first line that differs.
    pub(super) fn line(&self) -> String {
        let (mut expected, mut found) = (self.expected.lines(), self.found.lines());
        loop {
            match (expected.next(), found.next()) {
                (None, None) => {
                    return format!("{}: {} differs in line ends", self.number, self.side);
                }
                (one, other) if one == other => {}
                (one, other) => {
                    let (one, other) = (one.unwrap_or("(end)"), other.unwrap_or("(end)"));
                    return format!("{}: {}\n  -{one}\n  +{other}", self.number, self.side);
                }
            }
        }
    }

    /// Both answers.
    pub(super) fn text(&self) -> String {
        format!("--- expected\n{}\n--- {}\n{}", self.expected, self.side, self.found)
    }

    /// Writes the program as a file test, with the first side's answer.
    pub(super) fn keep(&self, root: &Path, kind: &Kind) -> anyhow::Result<()> {
        let folder = root.join("tests/lang/found");
        fs::create_dir_all(&folder)?;
        let name = format!("{}_{}", kind.name, self.number);
        fs::write(folder.join(format!("{name}.php")), script(kind, &[self.number]))?;
        let expected = format!("\n#{}\n{}#end\n", self.number, self.expected);
        fs::write(folder.join(format!("{name}.expect")), expected)?;
        Ok(())
    }
}
