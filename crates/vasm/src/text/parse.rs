//! Parsing the text form.

mod fields;

use std::fmt;

use crate::inst::{
    Cc, Class, GPR_NAMES, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Vreg, Xm, Xmm, for_each_vinst,
};
use crate::unit::{
    Area, Block, BlockId, CallId, Conv, Edge, Exit, ExitId, List, LiveValue, SymbolId, Unit,
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
    p.unit.symbols[SymbolId::SELF].name = name.into();
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
