//! Reading what [`super::print`] writes.

use rustc_hash::FxHashMap;

use crate::inst::{Inst, Op, SOURCES};
use crate::ty::Type;
use crate::unit::{BlockId, Edge, Exit, Home, Source, Unit, Val};

/// Reads a unit; the error says which line is wrong.
pub fn parse_unit(text: &str) -> Result<Unit, String> {
    let mut reader = Reader { unit: Unit::default(), vals: FxHashMap::default(), block: None };
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            reader.line(line).ok_or_else(|| format!("line {}: {line}", number + 1))?;
        }
    }
    Ok(reader.unit)
}

struct Reader {
    unit: Unit,
    vals: FxHashMap<u32, Val>,
    block: Option<BlockId>,
}

fn number(text: &str, prefix: &str) -> Option<u32> {
    text.trim().strip_prefix(prefix)?.parse().ok()
}

impl Reader {
    fn line(&mut self, line: &str) -> Option<()> {
        if let Some(ways) = line.strip_prefix("ways ") {
            self.unit.ways = ways.split(", ").map(|way| self.block(way)).collect::<Option<_>>()?;
            return Some(());
        }
        if line.starts_with('B') && line.ends_with(':') {
            return self.header(line);
        }
        let inst = self.inst(line)?;
        self.unit.blocks[self.block?].insts.push(inst);
        Some(())
    }

    fn block(&mut self, name: &str) -> Option<BlockId> {
        let at = number(name, "B")?;
        while self.unit.blocks.len() <= at as usize {
            self.unit.block();
        }
        Some(BlockId(at))
    }

    fn header(&mut self, line: &str) -> Option<()> {
        let (name, rest) = line.split_once('(')?;
        let (params, rest) = rest.split_once(')')?;
        let block = self.block(name)?;
        for param in params.split(", ").filter(|param| !param.is_empty()) {
            let val = self.typed(param)?;
            self.unit.blocks[block].params.push(val);
        }
        self.unit.blocks[block].is_cold = rest.trim() == "cold:";
        self.block = Some(block);
        Some(())
    }

    /// A value that is defined, with its type.
    fn typed(&mut self, text: &str) -> Option<Val> {
        let (name, ty) = text.split_once(": ")?;
        let val = self.val(name)?;
        let slot = &mut self.unit.types.as_mut_slice()[val.0 as usize];
        *slot = Type::named(ty.trim())?;
        Some(val)
    }

    fn val(&mut self, name: &str) -> Option<Val> {
        let at = number(name, "t")?;
        if let Some(val) = self.vals.get(&at) {
            return Some(*val);
        }
        let val = self.unit.value(Type::NONE);
        self.vals.insert(at, val);
        Some(val)
    }

    fn list(&mut self, text: &str) -> Option<Vec<Val>> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| self.val(name)).collect()
    }

    fn inst(&mut self, line: &str) -> Option<Inst> {
        let (line, exit) = match line.split_once(" exit ") {
            Some((line, exit)) => (line, Some(self.exit(exit)?)),
            None => (line, None),
        };
        let exit = exit.map(|exit| self.unit.exits.push(exit));
        let (dest, rest) = match line.split_once(" = ") {
            Some((dest, rest)) => (Some(self.typed(dest)?), rest),
            None => (None, line),
        };
        let mut parts = rest.split(" -> ");
        let mut words = parts.next()?.splitn(2, ' ');
        let name = words.next()?;
        let op = *Op::ALL.iter().find(|op| op.row().name == name)?;
        let mut inst =
            Inst { op, args: [Val(0); SOURCES], imm: 0, aux: 0, exit, dest, edges: Vec::new() };
        let mut rest = words.next().unwrap_or("").trim();
        for (mark, is_imm) in [('#', true), ('$', false)] {
            let Some(after) = rest.strip_prefix(mark) else { continue };
            let (value, after) = after.split_once(' ').unwrap_or((after, ""));
            match is_imm {
                true => inst.imm = value.parse().ok()?,
                false => inst.aux = value.parse().ok()?,
            }
            rest = after;
        }
        let args = self.list(rest)?;
        inst.args[..args.len()].copy_from_slice(&args);
        for edge in parts {
            let (name, args) = edge.trim().strip_suffix(')')?.split_once('(')?;
            let (block, args) = (self.block(name)?, self.list(args)?);
            inst.edges.push(Edge { block, args });
        }
        Some(inst)
    }

    fn exit(&mut self, text: &str) -> Option<Exit> {
        let (places, homes) = text.strip_suffix(']')?.split_once(" [")?;
        let (site, blame) = places.split_once(' ')?;
        let mut exit =
            Exit { site: site.parse().ok()?, blame: blame.parse().ok()?, homes: Vec::new() };
        for home in homes.split(", ").filter(|home| !home.is_empty()) {
            let (cell, source) = home.split_once('=')?;
            let source = match source.split_once(' ') {
                None => Source::Val(self.val(source)?),
                Some(("cell", cell)) => Source::Cell(cell.parse().ok()?),
                Some(("tag", ty)) => Source::Tag(Type::named(ty)?),
                Some(("this", _)) => Source::This,
                Some(("record", func)) => Source::Record(func.parse().ok()?),
                Some(_) => return None,
            };
            exit.homes.push(Home { cell: cell.parse().ok()?, source });
        }
        Some(exit)
    }
}
