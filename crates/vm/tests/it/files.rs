//! Programs as files: `test_data/NAME.hhas` writes what `NAME.out` holds, in every mode.

use std::path::Path;

use testkit::Suite;
use vm::unit::Mode;

use crate::programs::output;

/// The modes, by name.
const MODES: [(&str, Mode); 4] = [
    ("fused", Mode::Fused),
    ("plain", Mode::Plain),
    ("alternating", Mode::Alternating),
    ("bodies", Mode::Bodies),
];

/// The suite of all files.
pub fn suite() -> Suite {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    Suite::new(folder, ("hhas", "out"), |_, bytes| {
        let text = std::str::from_utf8(bytes).expect("a text");
        let outputs = MODES.map(|(name, mode)| (name, output(text, mode)));
        for (name, out) in &outputs[1..] {
            let (expected, out) =
                (String::from_utf8_lossy(&outputs[0].1), String::from_utf8_lossy(out));
            assert_eq!(out, expected, "{name} code writes what fused code does not");
        }
        outputs[0].1.clone()
    })
}
