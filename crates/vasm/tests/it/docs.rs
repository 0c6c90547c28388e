//! `docs/vasm.md` is what the instruction table says.

use std::fmt::Write;
use std::path::Path;

use vasm::inst::ops;

const HEAD: &str = "# Vasm instructions

Generated from the table in `crates/vasm/src/inst.rs`; `BLESS=1 cargo test -p vasm docs` rewrites it.

Texts name sources, then `->` and results. Kinds: `Gpr`, `Xmm` a register; `Sf` a value of the status
flags; `Mem` an address `[base+index*scale+disp]`; `Rm`, `Ri`, `Rmi` a register, memory (`m`) or a
32-bit immediate (`i`); `Xm` a floating-point register, memory or constant; `Cc` a condition; `Edge` a
block with arguments; `List` values in the places of the convention; `ExitId`, `CallId` a record.
`@rax` demands a register, `@late` one that no result has.

Effects: `tied` the result takes the register of the first source; `commutes` the first two sources
may be swapped; `flags` writes the status flags, understood where they are a result; `loads`, `stores`; `calls` runs other
code; `exits` may leave the unit; `pins` writes a reserved register or the stack pointer; `ends` a
terminator.

| instruction | sources | results | effects | meaning |
|---|---|---|---|---|
";

fn fields(fields: &[(&str, &str)]) -> String {
    let shown: Vec<String> = fields.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
    shown.join(", ")
}

#[test]
fn the_reference_is_the_table() {
    let mut text = HEAD.to_string();
    for op in ops() {
        let effects: Vec<&str> = op.effects.names().collect();
        _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} |",
            op.name,
            fields(op.sources),
            fields(op.results),
            effects.join(" "),
            op.doc.trim().replace('|', "\\|"),
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/vasm.md");
    crate::files::compare(&path, &text);
}
