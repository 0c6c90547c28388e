//! What PHP 8.4 itself makes of its tests: `tests/conformance/php84.tsv`.
//!
//! A line that ends in `/` names a folder; the lines behind it are tests of that folder: the name
//! without its extension, and PHP's result unless it passes.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context as _;

/// PHP's results.
pub struct Baseline(HashMap<String, String>);

/// PHP's word for a test that passes.
const PASSED: &str = "PASSED";

impl Baseline {
    /// Reads the table of a checkout.
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let path = root.join("tests/conformance/php84.tsv");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let mut results = HashMap::new();
        let mut folder = "";
        for line in text.lines() {
            if line.ends_with('/') {
                folder = line;
                continue;
            }
            let (name, result) = line.split_once('\t').unwrap_or((line, PASSED));
            results.insert(format!("{folder}{name}.phpt"), result.to_owned());
        }
        Ok(Self(results))
    }

    /// Whether PHP passes a test.
    pub fn passes(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|result| result == PASSED)
    }

    /// PHP's result.
    pub fn result(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
