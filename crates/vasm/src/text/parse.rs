//! Parsing the text form.

use std::fmt;

use crate::inst::{
    Cc, Class, GPR_NAMES, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Vreg, Xm, Xmm, for_each_vinst,
};
use crate::unit::{
    Area, Block, BlockId, Call, CallId, Conv, Edge, Exit, ExitId, List, LiveValue, SymbolId, Unit,
};

/// What is wrong with a text, and in which line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The line, from 1.
    pub line: u32,
    /// What was expected.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

type Res<T> = Result<T, ParseError>;
type Imm8 = u8;
type Imm64 = i64;

/// Parses one unit; text after its closing brace is not looked at.
pub fn parse_unit(text: &str) -> Res<Unit> {
    let mut p = Parser { rest: text, line: 1, unit: Unit::new("", Conv::Vm), first: true };
    p.expect("unit")?;
    let name = p.word()?;
    p.unit.symbols.as_mut_slice()[0].name = name.into();
    p.unit.conv = p.conv()?;
    p.expect("{")?;
    p.unit.blocks = Default::default();
    while !p.eat("}") {
        let block = p.block()?;
        p.unit.blocks.push(block);
    }
    p.check_blocks()?;
    Ok(p.unit)
}

struct Parser<'t> {
    rest: &'t str,
    line: u32,
    unit: Unit,
    first: bool,
}

impl<'t> Parser<'t> {
    fn error<T>(&self, message: impl Into<String>) -> Res<T> {
        Err(ParseError { line: self.line, message: message.into() })
    }

    fn skip_space(&mut self) {
        loop {
            match self.rest.bytes().next() {
                Some(b'\n') => {
                    self.line += 1;
                    self.rest = &self.rest[1..];
                }
                Some(b' ' | b'\t' | b'\r') => self.rest = &self.rest[1..],
                Some(b';') => {
                    self.rest = &self.rest[self.rest.find('\n').unwrap_or(self.rest.len())..]
                }
                _ => return,
            }
        }
    }

    fn eat(&mut self, token: &str) -> bool {
        self.skip_space();
        let found = self.rest.strip_prefix(token);
        if let Some(rest) = found {
            self.rest = rest;
        }
        found.is_some()
    }

    fn expect(&mut self, token: &str) -> Res<()> {
        if self.eat(token) { Ok(()) } else { self.error(format!("expected `{token}`")) }
    }

    fn word(&mut self) -> Res<&'t str> {
        self.skip_space();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.' || c == '$';
        let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if word.is_empty() {
            return self.error("expected a word");
        }
        self.rest = rest;
        Ok(word)
    }

    fn number(&mut self) -> Res<i64> {
        let negative = self.eat("-");
        if !negative {
            self.eat("+");
        }
        let word = self.word()?;
        let magnitude = match word.strip_prefix("0x") {
            Some(hex) => u64::from_str_radix(hex, 16),
            None => word.parse::<u64>(),
        };
        match magnitude {
            Ok(n) if negative => Ok((n as i64).wrapping_neg()),
            Ok(n) => Ok(n as i64),
            Err(_) => self.error(format!("`{word}` is no number")),
        }
    }

    fn narrow<T: TryFrom<i64>>(&mut self) -> Res<T> {
        let n = self.number()?;
        T::try_from(n).or_else(|_| self.error(format!("{n} is out of range")))
    }

    fn conv(&mut self) -> Res<Conv> {
        match self.word()? {
            "c" => Ok(Conv::C),
            "vm" => Ok(Conv::Vm),
            other => self.error(format!("`{other}` is no convention")),
        }
    }

    fn block_id(&mut self) -> Res<BlockId> {
        self.expect("b")?;
        self.narrow().map(BlockId)
    }

    fn block(&mut self) -> Res<Block> {
        let id = self.block_id()?;
        if id != self.unit.blocks.next_id() {
            return self.error(format!("expected {}", self.unit.blocks.next_id()));
        }
        self.skip_space();
        let params = if self.rest.starts_with('(') { self.regs()? } else { Vec::new() };
        self.expect(":")?;
        let name = self.word()?;
        let Some(area) = Area::ALL.into_iter().find(|a| a.name() == name) else {
            return self.error(format!("`{name}` is no area"));
        };
        let mut insts = Vec::new();
        while insts.last().is_none_or(|i: &Inst| !i.ends()) {
            insts.push(self.inst()?);
        }
        Ok(Block { area, params, insts })
    }

    fn check_blocks(&self) -> Res<()> {
        let count = self.unit.blocks.len();
        let known = |e: Edge| (e.block.0 as usize) < count;
        let ok = self.unit.blocks.ids().all(|b| self.unit.edges(b).all(known));
        if count == 0 || !ok {
            self.error("an edge goes to a block that is not there")
        } else {
            Ok(())
        }
    }

    fn reg(&mut self) -> Res<Vreg> {
        if self.eat("%") {
            let class = if self.eat("x") { Class::Xmm } else { Class::Gpr };
            let index: u32 = self.narrow()?;
            if index > 1 << 24 {
                return self.error("register number out of range");
            }
            self.unit.reserve_virtuals(index + 1);
            return Ok(Vreg::virt(class, index));
        }
        let name = self.word()?;
        if let Some(number) = GPR_NAMES.iter().position(|n| *n == name) {
            return Ok(Gpr::machine(number as u8).into());
        }
        match name.strip_prefix("xmm").and_then(|n| n.parse::<u8>().ok()) {
            Some(number @ 0..16) => Ok(Xmm::machine(number).into()),
            _ => self.error(format!("`{name}` is no register")),
        }
    }

    fn regs(&mut self) -> Res<Vec<Vreg>> {
        self.sequence("(", ")", Self::reg)
    }

    fn sequence<T>(
        &mut self,
        open: &str,
        close: &str,
        item: impl Fn(&mut Self) -> Res<T>,
    ) -> Res<Vec<T>> {
        self.expect(open)?;
        let mut items = Vec::new();
        while !self.eat(close) {
            if !items.is_empty() {
                self.expect(",")?;
            }
            items.push(item(self)?);
        }
        Ok(items)
    }

    fn is_number(&mut self) -> bool {
        self.skip_space();
        self.rest.starts_with(|c: char| c.is_ascii_digit() || c == '-')
    }

    fn is_mem(&mut self) -> bool {
        self.skip_space();
        self.rest.starts_with('[')
    }

    fn exit_record(&mut self) -> Res<Exit> {
        self.expect("exit")?;
        let tag = self.narrow()?;
        let live = self.sequence("[", "]", |p| {
            if p.eat("source") {
                return Ok(LiveValue::Source);
            }
            if p.is_number() { p.number().map(LiveValue::Imm) } else { p.reg().map(LiveValue::Reg) }
        })?;
        Ok(Exit { tag, live })
    }

    fn field<T: Field>(&mut self) -> Res<T> {
        if !std::mem::take(&mut self.first) {
            self.expect(",")?;
        }
        T::parse(self)
    }

    fn result<T: ResultField>(&mut self) -> Res<T> {
        let separator = if std::mem::take(&mut self.first) { "->" } else { "," };
        if self.eat(separator) { T::parse(self) } else { T::absent(self) }
    }
}

trait Field: Sized {
    fn parse(p: &mut Parser<'_>) -> Res<Self>;
}

trait ResultField: Field {
    fn absent(p: &mut Parser<'_>) -> Res<Self> {
        p.error("expected a result")
    }
}

impl ResultField for Gpr {}
impl ResultField for Xmm {}
impl ResultField for Sf {
    fn absent(_: &mut Parser<'_>) -> Res<Self> {
        Ok(Sf::NONE)
    }
}

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

macro_rules! define_parse {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        impl Parser<'_> {
            fn inst(&mut self) -> Res<Inst> {
                let name = self.word()?;
                self.first = true;
                match name {
                    $(stringify!($name) => {
                        $(let $u = self.field::<$uk>()?;)*
                        self.first = true;
                        $(let $d = self.result::<$dk>()?;)*
                        Ok(Inst::$variant { $($u,)* $($d,)* })
                    })*
                    other => self.error(format!("`{other}` is no instruction")),
                }
            }
        }
    };
}
for_each_vinst!(define_parse);
