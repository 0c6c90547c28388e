//! The immediate of type assertions: a type of the lattice, perhaps with a class.

use super::{Imm, ImmRef, StrId};
use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::show::Show;
use crate::types::Type;

/// A type that was proven ahead of time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rat {
    /// What the value may be.
    pub ty: Type,
    /// The class of the objects in `ty`, when it is known.
    pub cls: Option<RatClass>,
}

/// What is known of the class of an object.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RatClass {
    /// It is this class or one below it.
    Sub(StrId),
    /// It is exactly this class.
    Exact(StrId),
}

/// The bits above the lattice's that say which class follows.
const CLASS_SUB: u32 = 1 << 30;
const CLASS_EXACT: u32 = 1 << 31;

impl Imm for Rat {
    const CODE: &'static str = "RATA";
    fn write(&self, out: &mut Writer) {
        let (flag, name) = match self.cls {
            None => (0, None),
            Some(RatClass::Sub(name)) => (CLASS_SUB, Some(name)),
            Some(RatClass::Exact(name)) => (CLASS_EXACT, Some(name)),
        };
        out.word(self.ty.bits() | flag);
        if let Some(name) = name {
            name.write(out);
        }
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let word = input.word()?;
        let bad = |input: &Reader<'_>| input.error(DecodeFault::Tag((word >> 24) as u8));
        let bits = word & !(CLASS_SUB | CLASS_EXACT);
        let ty = Type::from_bits(bits).ok_or_else(|| bad(input))?;
        let cls = match word & (CLASS_SUB | CLASS_EXACT) {
            0 => None,
            CLASS_SUB => Some(RatClass::Sub(StrId::read(input)?)),
            CLASS_EXACT => Some(RatClass::Exact(StrId::read(input)?)),
            _ => return Err(bad(input)),
        };
        Ok(Self { ty, cls })
    }
    fn show(&self, out: &mut Show<'_>) {
        out.word(&self.ty.to_string());
        match self.cls {
            None => {}
            Some(RatClass::Sub(name)) => {
                out.word("sub");
                out.string(name);
            }
            Some(RatClass::Exact(name)) => {
                out.word("exact");
                out.string(name);
            }
        }
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        let mut ty = Type::BOTTOM;
        loop {
            ty = ty | text.lex.choice("a type", Type::from_name)?;
            if !text.lex.eat("|") {
                break;
            }
        }
        let cls = if text.lex.eat("sub") {
            Some(RatClass::Sub(StrId::parse(text)?))
        } else if text.lex.eat("exact") {
            Some(RatClass::Exact(StrId::parse(text)?))
        } else {
            None
        };
        Ok(Self { ty, cls })
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        if let Some(RatClass::Sub(name) | RatClass::Exact(name)) = self.cls {
            name.refs(each);
        }
    }
}
