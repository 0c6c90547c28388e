//! The reference of the bytecode, as Markdown, from the tables.

use std::fmt::Write;

use crate::flags::{Flags, Flavour};
use crate::imm::SUB_OPS;
use crate::instr::{Op, OpInfo};
use crate::types::{Type, TypeInfo};
use crate::verify::RULES;

/// What the tables do not say of the model, before the tables.
const MODEL: &str = include_str!("model.md");

/// The types of immediates that are no sub-opcodes: code, bytes, meaning.
const IMMEDIATES: &[(&str, &str, &str)] = &[
    ("IVA", "1 or 4", "a number of slots, arguments or elements"),
    ("LA", "1 or 4", "a local, printed `$name`, or `_` and its number when it has no name"),
    ("IA", "1 or 4", "an iterator"),
    ("FA", "1 or 4", "a function of the unit"),
    ("CA", "1 or 4", "a class of the unit"),
    ("DP", "1 or 4", "a slot of the stack, 0 being the top before the instruction"),
    ("I64A", "8", "an integer"),
    ("DA", "8", "a float, by its bits"),
    ("SA", "4", "a string of the unit"),
    ("AA", "4", "a literal array of the unit"),
    ("BA", "4", "a target, as the distance from the start of the instruction"),
    ("CR", "4", "a class: a string, or `self`, `parent`, `static` as the three largest numbers"),
    ("PA", "1 or 4", "a parameter: its position shifted left, or a string shifted left plus one"),
    ("VSA", "var", "a list of strings"),
    ("ILA", "var", "a list of iterators"),
    ("BLA", "var", "a list of targets"),
    ("SLA", "var", "a list of strings with targets"),
    (
        "KA",
        "1 + 0, 1, 4 or 8",
        "a member: `EC EL ET EI` an element named by a slot, a local, a \
      string, an integer; `PC PL PT` a property; `W` a new element",
    ),
    (
        "MemberMode",
        "1, with a PA for `Arg`",
        "what happens to missing containers: `None`, `Warn`, \
      `Define`, `WarnDefine`, `Unset`, or `Arg` and a parameter whose by-reference flag decides",
    ),
    (
        "FCA",
        "1 or 4 + var",
        "arguments: how many slots; `spread` how many of them are spreads; \
      `named` the names of the last ones; `ref` those that may be references",
    ),
    ("RATA", "4 or 8", "a type of the lattice, perhaps with a class"),
];

/// The text of the reference.
pub fn bytecode_reference() -> String {
    let mut out = String::new();
    out.push_str("<!-- Generated from crates/hhbc by `cargo xtask gen`. Edit the tables. -->\n\n");
    out.push_str(MODEL);
    rules(&mut out);
    flags(&mut out);
    immediates(&mut out);
    sub_ops(&mut out);
    instructions(&mut out);
    lattice(&mut out);
    out
}

/// Appends a line. Writing to a string does not fail.
macro_rules! line {
    ($out:expr $(, $($arg:tt)*)?) => {{
        let _ = writeln!($out $(, $($arg)*)?);
    }};
}

/// The lines of a doc comment as one paragraph.
fn paragraph(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

fn rules(out: &mut String) {
    line!(out, "\n## Rules\n");
    line!(out, "The verifier refuses a unit with the name of the rule it breaks.\n");
    for rule in RULES {
        line!(out, "- **{}**: {}", rule.name, paragraph(rule.doc));
    }
}

fn flags(out: &mut String) {
    line!(out, "\n## Flags\n");
    line!(out, "| flag | instructions |\n|---|---|");
    for (name, flag) in Flags::NAMED {
        if *flag == Flags::MayThrow {
            continue;
        }
        let with = Op::ALL.iter().filter(|op| op.has(*flag));
        let names: Vec<String> = with.map(|op| format!("`{}`", op.name())).collect();
        line!(out, "| {name} | {} |", names.join(" "));
    }
    let without = Op::ALL.iter().filter(|op| !op.has(Flags::MayThrow));
    let names: Vec<String> = without.map(|op| format!("`{}`", op.name())).collect();
    line!(out, "\nNever raise, warn or run PHP code: {}.", names.join(" "));
    line!(out, "\nAn activation record takes {} cells.", Flavour::Ar.cells());
}

fn immediates(out: &mut String) {
    line!(out, "\n## Immediates\n");
    line!(out, "| type | bytes | meaning |\n|---|---|---|");
    for (code, bytes, meaning) in IMMEDIATES {
        line!(out, "| {code} | {bytes} | {meaning} |");
    }
    line!(
        out,
        "\nA sub-opcode is one byte. *1 or 4*: a number below 128 takes one byte, shifted \
        left by one; a larger one takes four, shifted left by one, plus one."
    );
}

fn sub_ops(out: &mut String) {
    for ty in SUB_OPS {
        line!(out, "\n### {}\n\n{}\n", ty.name, paragraph(ty.doc));
        for (number, (name, doc)) in ty.choices.iter().enumerate() {
            line!(out, "- {number} `{name}`: {}", paragraph(doc));
        }
    }
}

fn instructions(out: &mut String) {
    line!(out, "\n## Instructions\n");
    line!(out, "{} instructions, by topic. The number is the opcode.", Op::ALL.len());
    for topic in Op::TOPICS {
        line!(out, "\n### {topic}\n");
        for op in Op::ALL.iter().filter(|op| op.info().topic == *topic) {
            instruction(out, *op, op.info());
        }
    }
}

fn instruction(out: &mut String, op: Op, info: &OpInfo) {
    let imms: Vec<String> =
        info.imms.iter().map(|(name, code)| format!(" *{name}*:{code}")).collect();
    let flags: Vec<&str> = info.flags.names().filter(|name| *name != "MayThrow").collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" · {}", flags.join(", ")) };
    line!(
        out,
        "- {:#04x} **{}**{} `[{}] → [{}]`{flags}  ",
        op as u16,
        info.name,
        imms.concat(),
        info.inputs.join(" "),
        info.outputs.join(" "),
    );
    line!(out, "  {}", paragraph(info.doc));
}

fn lattice(out: &mut String) {
    line!(out, "\n## Types\n");
    line!(out, "| type | bits | meaning |\n|---|---|---|");
    let row = |out: &mut String, row: &TypeInfo| {
        line!(out, "| {} | {:#x} | {} |", row.name, row.ty.bits(), paragraph(row.doc));
    };
    Type::PRIMITIVES.iter().for_each(|info| row(out, info));
    Type::UNIONS.iter().for_each(|info| row(out, info));
}

/// Whether the reference explains this type of immediate.
pub fn explains(code: &str) -> bool {
    IMMEDIATES.iter().any(|(known, ..)| *known == code) || SUB_OPS.iter().any(|ty| ty.name == code)
}
