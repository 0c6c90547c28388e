//! `docs/ir.md` is what the instruction table says.

use std::fmt::Write;
use std::path::Path;

use hhir::Op;
use hhir::inst::{Effects, Result};

const HEAD: &str = "# HHIR instructions

Generated from the table in `crates/hhir/src/inst.rs`; `BLESS=1 cargo test -p hhir docs` rewrites it.

HHIR is typed SSA between bytecode and Vasm. A unit is entered through its *ways*: the function's entry, the head of
a loop, the return of a call. `TRACE=printir:1` prints the units of what gets hot, as translated and optimised:

    B2(t3: Int):
      t4: Int = AddInt t3, t1 exit 7 7 [0=t3]
      Jmp -> B1(t4)

`#` is the number that the meaning calls `imm`, `$` the one it calls `aux`. An exit names the site where the interpreter goes
on, the site for whose sake the code is left, and what is written to which cell before: a value, a copy of a cell, a
type that has one value, `$this`, or a pending record.

Types are sets of what a value may be: `Uninit Null Bool Int Dbl Str Arr Obj Res Ref`; `Ptr` is an address, `Word` a word
of the machine. *given* is a type that the instruction itself names.

| instruction | sources | result | effects | meaning |
|---|---|---|---|---|
";

fn names(effects: Effects) -> String {
    let all = [
        (effects.reads_frame, "reads cells"),
        (effects.writes_frame, "writes cells"),
        (effects.reads_heap, "reads blocks"),
        (effects.writes_heap, "writes blocks"),
        (effects.exits, "exits"),
        (effects.calls, "calls"),
        (effects.ends, "ends"),
        (effects.commutes, "commutes"),
    ];
    let named: Vec<&str> = all.iter().filter(|(has, _)| *has).map(|(_, name)| *name).collect();
    named.join(", ")
}

#[test]
fn the_reference_is_the_table() {
    let mut text = HEAD.to_string();
    for op in Op::ALL {
        let row = op.row();
        let sources: Vec<String> = row.sources.iter().map(ToString::to_string).collect();
        let result = match row.result {
            Result::Given => "given".to_owned(),
            Result::Fixed(hhir::Type::NONE) => String::new(),
            Result::Fixed(ty) => ty.to_string(),
        };
        _ = writeln!(
            text,
            "| `{}` | {} | {result} | {} | {} |",
            row.name,
            sources.join(", "),
            names(row.effects),
            row.doc.trim().replace('|', "\\|"),
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/ir.md");
    crate::files::compare(&path, &text);
}
