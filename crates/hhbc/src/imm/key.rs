//! Immediates of the member instructions: which member, and what happens to missing containers.

use super::{Imm, ImmRef, Int, LocalId, Param, StackDepth, StrId};
use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::show::Show;

/// A member of the container that the path has reached.
///
/// Keys in locals are read when the step runs, keys in slots stay there until the path ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MemberKey {
    /// The element named by a slot.
    EC(StackDepth),
    /// The element named by a local.
    EL(LocalId),
    /// The element under a literal string, which is not the form of an integer.
    ET(StrId),
    /// The element under a literal integer.
    EI(Int),
    /// The property named by a slot.
    PC(StackDepth),
    /// The property named by a local.
    PL(LocalId),
    /// The property with a literal name.
    PT(StrId),
    /// A new element at the end.
    W,
}

/// Expands `$body!` with the table of keys that have a payload: `Variant tag payload`.
macro_rules! for_each_key {
    ($body:ident) => {
        $body! {
            EC 0 StackDepth, EL 1 LocalId, ET 2 StrId, EI 3 Int,
            PC 4 StackDepth, PL 5 LocalId, PT 6 StrId,
        }
    };
}

const TAG_APPEND: u8 = 7;

macro_rules! key_imm {
    ($($variant:ident $tag:literal $payload:ty,)*) => {
        impl Imm for MemberKey {
            const CODE: &'static str = "KA";
            fn write(&self, out: &mut Writer) {
                match self {
                    $( Self::$variant(payload) => { out.byte($tag); payload.write(out); } )*
                    Self::W => out.byte(TAG_APPEND),
                }
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                match input.byte()? {
                    $( $tag => <$payload>::read(input).map(Self::$variant), )*
                    TAG_APPEND => Ok(Self::W),
                    tag => Err(input.error(DecodeFault::Tag(tag))),
                }
            }
            fn show(&self, out: &mut Show<'_>) {
                match self {
                    $( Self::$variant(payload) => {
                        out.word(concat!(stringify!($variant), ":"));
                        payload.show(out);
                    } )*
                    Self::W => out.word("W"),
                }
            }
            fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
                let start = text.lex.here();
                let word = text.lex.word()?;
                if word == "W" {
                    return Ok(Self::W);
                }
                text.lex.expect(":")?;
                match word.as_str() {
                    $( stringify!($variant) => <$payload>::parse(text).map(Self::$variant), )*
                    _ => Err(start.error(format!("`{word}` is not a kind of member key"))),
                }
            }
            fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
                match self {
                    $( Self::$variant(payload) => payload.refs(each), )*
                    Self::W => {}
                }
            }
        }
    };
}

for_each_key!(key_imm);

/// What a step does when the container it passes through is missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MemberMode {
    /// Goes on with null.
    None,
    /// Warns and goes on with null.
    Warn,
    /// Makes it.
    Define,
    /// Warns and makes it.
    WarnDefine,
    /// Looks, in order to unset below.
    Unset,
    /// `Warn` or `Define`, as this parameter of the pending function asks.
    Arg(Param),
}

impl MemberMode {
    const PLAIN: [(Self, &'static str); 5] = [
        (Self::None, "None"),
        (Self::Warn, "Warn"),
        (Self::Define, "Define"),
        (Self::WarnDefine, "WarnDefine"),
        (Self::Unset, "Unset"),
    ];
    const TAG_ARG: u8 = Self::PLAIN.len() as u8;

    fn plain_tag(&self) -> Option<usize> {
        Self::PLAIN.iter().position(|(mode, _)| mode == self)
    }
}

impl Imm for MemberMode {
    const CODE: &'static str = "MemberMode";
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Arg(param) => {
                out.byte(Self::TAG_ARG);
                param.write(out);
            }
            plain => out.byte(plain.plain_tag().unwrap_or(0) as u8),
        }
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let tag = input.byte()?;
        if tag == Self::TAG_ARG {
            return Param::read(input).map(Self::Arg);
        }
        let plain = Self::PLAIN.get(usize::from(tag));
        plain.map(|(mode, _)| *mode).ok_or_else(|| input.error(DecodeFault::Tag(tag)))
    }
    fn show(&self, out: &mut Show<'_>) {
        match self {
            Self::Arg(param) => {
                out.word("Arg:");
                param.show(out);
            }
            plain => out.word(Self::PLAIN[plain.plain_tag().unwrap_or(0)].1),
        }
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        let start = text.lex.here();
        let word = text.lex.word()?;
        if word == "Arg" {
            text.lex.expect(":")?;
            return Param::parse(text).map(Self::Arg);
        }
        let plain = Self::PLAIN.iter().find(|(_, name)| *name == word);
        plain
            .map(|(mode, _)| *mode)
            .ok_or_else(|| start.error(format!("`{word}` is not a member mode")))
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        if let Self::Arg(param) = self {
            param.refs(each);
        }
    }
}
