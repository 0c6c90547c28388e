//! Printing.

use std::fmt;

use crate::inst::Inst;
use crate::unit::{Edge, ExitId, Source, Unit, Val};

struct List<'a>(&'a [Val]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, val) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { ", " };
            write!(f, "{separator}{val}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ways: Vec<String> = self.ways.iter().map(ToString::to_string).collect();
        writeln!(f, "ways {}", ways.join(", "))?;
        for block in self.order() {
            let cold = if self.blocks[block].is_cold { " cold" } else { "" };
            write!(f, "{block}(")?;
            for (at, param) in self.blocks[block].params.iter().enumerate() {
                let separator = if at == 0 { "" } else { ", " };
                write!(f, "{separator}{param}: {}", self.types[*param])?;
            }
            writeln!(f, "){cold}:")?;
            for inst in &self.blocks[block].insts {
                self.show(f, inst)?;
            }
        }
        Ok(())
    }
}

impl Unit {
    fn show(&self, f: &mut fmt::Formatter<'_>, inst: &Inst) -> fmt::Result {
        f.write_str("  ")?;
        if let Some(dest) = inst.dest {
            write!(f, "{dest}: {} = ", self.types[dest])?;
        }
        write!(f, "{}", inst.op.row().name)?;
        if inst.imm != 0 {
            write!(f, " #{}", inst.imm)?;
        }
        if inst.aux != 0 {
            write!(f, " ${}", inst.aux)?;
        }
        if !inst.sources().is_empty() {
            write!(f, " {}", List(inst.sources()))?;
        }
        for Edge { block, args } in &inst.edges {
            write!(f, " -> {block}({})", List(args))?;
        }
        if let Some(exit) = inst.exit {
            self.show_exit(f, exit)?;
        }
        writeln!(f)
    }

    fn show_exit(&self, f: &mut fmt::Formatter<'_>, exit: ExitId) -> fmt::Result {
        let exit = &self.exits[exit];
        write!(f, " exit {} {} [", exit.site, exit.blame)?;
        for (at, home) in exit.homes.iter().enumerate() {
            let separator = if at == 0 { "" } else { ", " };
            write!(f, "{separator}{}=", home.cell)?;
            match home.source {
                Source::Val(val) => write!(f, "{val}")?,
                Source::Cell(cell) => write!(f, "cell {cell}")?,
                Source::Tag(ty) => write!(f, "tag {ty}")?,
                Source::This => write!(f, "this 0")?,
                Source::Record(func) => write!(f, "record {func}")?,
            }
        }
        f.write_str("]")
    }
}
