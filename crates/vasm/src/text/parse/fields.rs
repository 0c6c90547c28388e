//! Parsing each kind of source and result.

use super::{Field, Parser, Res, ResultField};
use crate::inst::{Cc, Gpr, Mem, Ri, Rm, Rmi, Sf, Xm, Xmm};
use crate::unit::{Call, CallId, Edge, ExitId, List, SymbolId};

impl Field for u8 {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        p.narrow()
    }
}

impl Field for i64 {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        p.number()
    }
}

impl Field for Gpr {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let r = p.reg()?;
        r.as_gpr().map_or_else(|| p.error("expected a general-purpose register"), Ok)
    }
}

impl Field for Xmm {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let r = p.reg()?;
        r.as_xmm().map_or_else(|| p.error("expected a floating-point register"), Ok)
    }
}

impl Field for Sf {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        p.expect("%f")?;
        let index: u32 = p.narrow()?;
        if index > 1 << 24 {
            return p.error("flag number out of range");
        }
        p.unit.reserve_flags(index + 1);
        Ok(Self(index))
    }
}

impl Field for Cc {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let name = p.word()?;
        let found = Self::ALL.into_iter().find(|cc| cc.name() == name);
        found.map_or_else(|| p.error(format!("`{name}` is no condition")), Ok)
    }
}

impl Field for Mem {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        p.expect("[")?;
        let mut mem = Self::at(Gpr::parse(p)?, 0);
        if p.eat("+") {
            if p.is_number() {
                mem.disp = p.narrow()?;
                p.expect("]")?;
                return Ok(mem);
            }
            mem.index = Gpr::parse(p)?;
            p.expect("*")?;
            mem.scale = match p.number()? {
                1 => 0,
                2 => 1,
                4 => 2,
                8 => 3,
                _ => return p.error("a scale is 1, 2, 4 or 8"),
            };
        }
        if !p.eat("]") {
            mem.disp = p.narrow()?;
            p.expect("]")?;
        }
        Ok(mem)
    }
}

impl Field for Rm {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        if p.is_mem() { Mem::parse(p).map(Self::Mem) } else { Gpr::parse(p).map(Self::Reg) }
    }
}

impl Field for Ri {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        if p.is_number() { p.narrow().map(Self::Imm) } else { Gpr::parse(p).map(Self::Reg) }
    }
}

impl Field for Rmi {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        if p.is_mem() {
            return Mem::parse(p).map(Self::Mem);
        }
        if p.is_number() { p.narrow().map(Self::Imm) } else { Gpr::parse(p).map(Self::Reg) }
    }
}

impl Field for Xm {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        if p.is_mem() {
            return Mem::parse(p).map(Self::Mem);
        }
        if p.eat("#") {
            return p.number().map(|bits| Self::Const(bits as u64));
        }
        Xmm::parse(p).map(Self::Reg)
    }
}

impl Field for SymbolId {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        p.expect("@")?;
        let name = p.word()?;
        Ok(p.unit.symbol(name))
    }
}

impl Field for List {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let regs = p.regs()?;
        Ok(p.unit.list(&regs))
    }
}

impl Field for Edge {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let block = p.block_id()?;
        let args = if p.rest.starts_with('(') { List::parse(p)? } else { List::default() };
        Ok(Self { block, args })
    }
}

impl Field for ExitId {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let exit = p.exit_record()?;
        Ok(p.unit.exits.push(exit))
    }
}

impl Field for CallId {
    fn parse(p: &mut Parser<'_>) -> Res<Self> {
        let conv = p.conv()?;
        let args = p.regs()?;
        let rets = if p.eat("->") { p.regs()? } else { Vec::new() };
        p.skip_space();
        let record = if p.rest.starts_with("exit ") { Some(p.exit_record()?) } else { None };
        Ok(p.unit.calls.push(Call { conv, args, rets, record }))
    }
}

impl ResultField for Gpr {}
impl ResultField for Xmm {}
impl ResultField for Sf {
    fn absent(_: &mut Parser<'_>) -> Res<Self> {
        Ok(Sf::NONE)
    }
}
