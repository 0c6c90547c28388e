//! Immediates of calls: the parameter an argument is for, the shape of all arguments, the class.

use super::{Imm, ImmRef, StrId};
use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::show::Show;

/// The parameter that an argument is passed to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Param {
    /// The parameter at this position, from 0.
    At(u32),
    /// The parameter with this name.
    Named(StrId),
}

impl Imm for Param {
    const CODE: &'static str = "PA";
    fn write(&self, out: &mut Writer) {
        match *self {
            Self::At(at) => out.var(at << 1),
            Self::Named(name) => out.var(name.0 << 1 | 1),
        }
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let var = input.var()?;
        Ok(if var & 1 == 0 { Self::At(var >> 1) } else { Self::Named(StrId(var >> 1)) })
    }
    fn show(&self, out: &mut Show<'_>) {
        match *self {
            Self::At(at) => out.number(at),
            Self::Named(name) => out.string(name),
        }
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        if text.lex.peek_is_string() {
            return StrId::parse(text).map(Self::Named);
        }
        text.lex.number().map(Self::At)
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        if let Self::Named(name) = self {
            name.refs(each);
        }
    }
}

/// The class an instruction names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClsRef {
    /// The class with this name.
    Named(StrId),
    /// The class that contains the function.
    SelfCls,
    /// The parent of that class.
    Parent,
    /// The class the function was called on.
    Static,
}

impl ClsRef {
    /// The words that are no names, with the numbers that no string has.
    const WORDS: [(Self, &'static str, u32); 3] = [
        (Self::SelfCls, "self", u32::MAX),
        (Self::Parent, "parent", u32::MAX - 1),
        (Self::Static, "static", u32::MAX - 2),
    ];

    /// The word for what is not a name.
    pub fn word(self) -> Option<&'static str> {
        Self::WORDS.iter().find(|(cls, ..)| *cls == self).map(|(_, word, _)| *word)
    }

    /// What the word means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, text, _)| *text == word).map(|(cls, ..)| *cls)
    }
}

impl Imm for ClsRef {
    const CODE: &'static str = "CR";
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Named(name) => out.word(name.0),
            special => {
                let row = Self::WORDS.iter().find(|(cls, ..)| cls == special);
                out.word(row.map_or(u32::MAX, |(.., number)| *number));
            }
        }
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let word = input.word()?;
        let special = Self::WORDS.iter().find(|(.., number)| *number == word);
        Ok(special.map_or(Self::Named(StrId(word)), |(cls, ..)| *cls))
    }
    fn show(&self, out: &mut Show<'_>) {
        match self {
            Self::Named(name) => out.string(*name),
            special => out.word(special.word().unwrap_or("self")),
        }
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        if text.lex.peek_is_string() {
            return StrId::parse(text).map(Self::Named);
        }
        text.lex.choice("a class", Self::from_word)
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        if let Self::Named(name) = self {
            name.refs(each);
        }
    }
}

/// The arguments of a call, in the order of their slots: positional ones, then spreads, then
/// named ones.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct CallArgs {
    /// How many slots there are.
    pub count: u32,
    /// How many of them are spreads.
    pub spreads: u32,
    /// The names of the last slots.
    pub names: Vec<StrId>,
    /// The slots that were passed as variables, so that they may hold references. In order.
    pub by_ref: Vec<u32>,
}

impl CallArgs {
    /// As many positional arguments, none of which may be a reference.
    pub fn cells(count: u32) -> Self {
        Self { count, ..Self::default() }
    }

    /// Whether every slot is a positional argument.
    pub fn is_positional(&self) -> bool {
        self.spreads == 0 && self.names.is_empty()
    }

    /// The name of the argument in this slot, if it has one.
    pub fn name_of(&self, slot: u32) -> Option<StrId> {
        let first = (self.count as usize).checked_sub(self.names.len())?;
        self.names.get((slot as usize).checked_sub(first)?).copied()
    }

    /// Whether the slot holds a spread.
    pub fn is_spread(&self, slot: u32) -> bool {
        let Some(end) = (self.count as usize).checked_sub(self.names.len()) else { return false };
        let first = end.saturating_sub(self.spreads as usize);
        (first..end).contains(&(slot as usize))
    }

    fn is_plain(&self) -> bool {
        self.is_positional() && self.by_ref.is_empty()
    }
}

impl Imm for CallArgs {
    const CODE: &'static str = "FCA";
    fn write(&self, out: &mut Writer) {
        if self.is_plain() {
            return out.var(self.count << 1);
        }
        out.var(self.count << 1 | 1);
        out.var(self.spreads);
        out.var(self.names.len() as u32);
        self.names.iter().for_each(|name| name.write(out));
        out.var(self.by_ref.len() as u32);
        self.by_ref.iter().for_each(|slot| out.var(*slot));
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let head = input.var()?;
        if head & 1 == 0 {
            return Ok(Self::cells(head >> 1));
        }
        let spreads = input.var()?;
        let names = input.list_len(4)?;
        let names = (0..names).map(|_| StrId::read(input)).collect::<Result<_, _>>()?;
        let by_ref = input.list_len(1)?;
        let by_ref = (0..by_ref).map(|_| input.var()).collect::<Result<_, _>>()?;
        let args = Self { count: head >> 1, spreads, names, by_ref };
        if args.is_plain() { Err(input.error(DecodeFault::LongForm)) } else { Ok(args) }
    }
    fn show(&self, out: &mut Show<'_>) {
        out.number(self.count);
        if self.spreads > 0 {
            out.word("spread");
            out.number(self.spreads);
        }
        if !self.names.is_empty() {
            out.word("named");
            out.list(self.names.len(), |out, at| out.string(self.names[at]));
        }
        if !self.by_ref.is_empty() {
            out.word("ref");
            out.list(self.by_ref.len(), |out, at| out.number(self.by_ref[at]));
        }
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        let mut args = Self::cells(text.lex.number()?);
        if text.lex.eat("spread") {
            args.spreads = text.lex.number()?;
        }
        if text.lex.eat("named") {
            args.names = text.parse_list(StrId::parse)?;
        }
        if text.lex.eat("ref") {
            args.by_ref = text.parse_list(|text| text.lex.number())?;
        }
        Ok(args)
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        self.names.iter().for_each(|name| name.refs(each));
    }
    fn count(&self) -> usize {
        self.count as usize
    }
}
