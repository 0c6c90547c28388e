//! Opcodes and instructions, derived from the table of [`for_each_op!`](crate::for_each_op).
//!
//! # Invariants
//! - An opcode below 0xFF is one byte; a higher one is 0xFF and the rest. Numbers follow the order
//!   of the table.
//! - [`Instr::decode`] accepts exactly what [`Instr::encode`] writes.

use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::flags::{Flags, Flavour};
use crate::imm::{
    ArrayId, BareThisOp, CallArgs, ClassId, ClsRef, ContCheckOp, Count, Double, FatalOp, FuncId,
    HookKind, Imm, ImmRef, IncDecOp, Int, IsTypeOp, IterId, IterIds, Label, Labels, LocalId,
    MemberKey, MemberMode, ObjMethodOp, Param, QueryOp, Rat, RefUse, SetOpOp, SilenceOp,
    StackDepth, StrId, StrIds, StrLabels,
};

/// The byte that says that the opcode goes on in the next one.
const ESCAPE: u8 = 0xFF;

/// Everything the table says of an instruction without its immediates.
pub struct OpInfo {
    /// The name in text.
    pub name: &'static str,
    /// The name of the function that handles it, in each layer.
    pub handler: &'static str,
    /// The room it belongs to.
    pub topic: &'static str,
    /// Its meaning.
    pub doc: &'static [&'static str],
    /// Name and type code of each immediate.
    pub imms: &'static [(&'static str, &'static str)],
    /// The stack items it takes, as the table writes them.
    pub inputs: &'static [&'static str],
    /// The stack items it leaves, as the table writes them.
    pub outputs: &'static [&'static str],
    /// Its flags.
    pub flags: Flags,
}

/// A name of the table without the underscore that sets it apart from a keyword.
const fn plain_name(name: &'static str) -> &'static str {
    let [rest @ .., b'_'] = name.as_bytes() else { return name };
    match std::str::from_utf8(rest) {
        Ok(plain) => plain,
        Err(_) => name,
    }
}

macro_rules! stack_item_text {
    ($item:ident) => {
        stringify!($item)
    };
    ($item:ident $count:ident) => {
        concat!(stringify!($item), "(", stringify!($count), ")")
    };
}

macro_rules! stack_item_count {
    () => {
        1
    };
    ($count:ident) => {
        $count.count()
    };
}

macro_rules! define_instrs {
    ([] $( $topic:ident { $(
        $(#[doc = $doc:literal])*
        $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
            [$($in:ident $(($in_count:ident))?)*] -> [$($out:ident $(($out_count:ident))?)*]
            $(, $($flag:ident)|+ )?;
    )* } )*) => {
        /// The name of an instruction.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum Op { $($( $(#[doc = $doc])* $Camel, )*)* }

        /// An instruction with its immediates.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub enum Instr { $($(
            $(#[doc = $doc])*
            $Camel {
                $( #[allow(missing_docs)] $imm: $ty ),*
            },
        )*)* }

        impl Op {
            /// All instructions, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$($( Self::$Camel, )*)*];

            /// The flags alone: asked for all the time, and much smaller than the rest.
            const FLAGS: &'static [Flags] =
                &[$($( Flags::NONE $( $( .with(Flags::$flag) )+ )?, )*)*];

            const INFOS: &'static [OpInfo] = &[$($( OpInfo {
                name: plain_name(stringify!($Camel)),
                handler: stringify!($snake),
                topic: stringify!($topic),
                doc: &[$($doc),*],
                imms: &[$( (stringify!($imm), <$ty as Imm>::CODE) ),*],
                inputs: &[$( stack_item_text!($in $($in_count)?) ),*],
                outputs: &[$( stack_item_text!($out $($out_count)?) ),*],
                flags: Flags::NONE $( $( .with(Flags::$flag) )+ )?,
            }, )*)*];

            /// The rooms, in the order of the table.
            pub const TOPICS: &'static [&'static str] = &[$( stringify!($topic) ),*];
        }

        impl Instr {
            /// The opcode.
            pub fn op(&self) -> Op {
                match self { $($( Self::$Camel { .. } => Op::$Camel, )*)* }
            }

            /// Writes the immediates.
            pub(crate) fn encode_imms(&self, out: &mut Writer) {
                match self { $($( Self::$Camel { $($imm),* } => { $( $imm.write(out); )* } )*)* }
            }

            fn decode_imms(op: Op, input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                match op { $($( Op::$Camel => Ok(Self::$Camel {
                    $( $imm: <$ty as Imm>::read(input)? ),*
                }), )*)* }
            }

            /// Prints the immediates.
            pub(crate) fn show_imms(&self, out: &mut crate::show::Show<'_>) {
                match self { $($( Self::$Camel { $($imm),* } => { $( $imm.show(out); )* } )*)* }
            }

            /// Reads the immediates of `op` from text.
            pub(crate) fn parse_imms(
                op: Op,
                text: &mut crate::asm::Body<'_, '_>,
            ) -> Result<Self, crate::asm::AsmError> {
                match op { $($( Op::$Camel => Ok(Self::$Camel {
                    $( $imm: <$ty as Imm>::parse(text)? ),*
                }), )*)* }
            }

            /// Names everything the immediates refer to, in order.
            pub fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
                match self { $($( Self::$Camel { $($imm),* } => { $( $imm.refs(each); )* } )*)* }
            }

            /// Hands out each label, to be changed in place.
            pub fn labels_mut(&mut self, each: &mut dyn FnMut(&mut Label)) {
                match self { $($(
                    Self::$Camel { $($imm),* } => { $( $imm.labels_mut(each); )* }
                )*)* }
            }

            /// Names the stack items it takes, the deepest first: how many of which flavour.
            #[allow(unused_variables)]
            pub fn inputs(&self, each: &mut dyn FnMut(Flavour, usize)) {
                match self { $($( Self::$Camel { $($imm),* } => {
                    $( each(Flavour::$in, stack_item_count!($($in_count)?)); )*
                } )*)* }
            }

            /// How many cells of the VM stack it takes and leaves.
            #[allow(unused_variables)]
            pub fn stack_cells(&self) -> (u32, u32) {
                match self { $($( Self::$Camel { $($imm),* } => (
                    0u32 $( .saturating_add(
                        cells(Flavour::$in, stack_item_count!($($in_count)?)),
                    ) )*,
                    0u32 $( .saturating_add(
                        cells(Flavour::$out, stack_item_count!($($out_count)?)),
                    ) )*,
                ), )*)* }
            }

            /// Names the stack items it leaves, the deepest first: how many of which flavour.
            #[allow(unused_variables)]
            pub fn outputs(&self, each: &mut dyn FnMut(Flavour, usize)) {
                match self { $($( Self::$Camel { $($imm),* } => {
                    $( each(Flavour::$out, stack_item_count!($($out_count)?)); )*
                } )*)* }
            }
        }
    };
}

/// The cells of `n` items.
#[inline(always)]
pub(crate) fn cells(flavour: Flavour, n: usize) -> u32 {
    flavour.cells().saturating_mul(u32::try_from(n).unwrap_or(u32::MAX))
}

crate::for_each_op!(define_instrs);

impl Op {
    /// What the table says of this instruction.
    pub fn info(self) -> &'static OpInfo {
        &Self::INFOS[self as usize]
    }

    /// The name in text.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Its flags.
    pub fn flags(self) -> Flags {
        Self::FLAGS[self as usize]
    }

    /// Whether it has all of `flags`.
    pub fn has(self, flags: Flags) -> bool {
        self.flags().has(flags)
    }

    /// Whether its immediates may name slots of the stack.
    pub fn names_slots(self) -> bool {
        let path = Flags::Base.with(Flags::Dim).with(Flags::Final);
        self.flags().meets(path) || self == Self::AssertRATStk
    }

    /// The instruction with this number.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// The instruction with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        use std::collections::HashMap;
        use std::sync::LazyLock;
        static NAMES: LazyLock<HashMap<&'static str, Op>> =
            LazyLock::new(|| Op::ALL.iter().map(|op| (op.name(), *op)).collect());
        NAMES.get(name).copied()
    }

    /// Writes the opcode.
    pub fn encode(self, out: &mut Writer) {
        let number = self as u16;
        match u8::try_from(number) {
            Ok(short) if short != ESCAPE => out.byte(short),
            _ => {
                out.byte(ESCAPE);
                out.byte((number - u16::from(ESCAPE)) as u8);
            }
        }
    }

    /// Reads an opcode.
    pub fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let first = input.byte()?;
        let number = match first {
            ESCAPE => u16::from(ESCAPE) + u16::from(input.byte()?),
            short => u16::from(short),
        };
        Self::from_number(number).ok_or_else(|| input.error(DecodeFault::Opcode(number)))
    }
}

impl Instr {
    /// Writes the instruction.
    pub fn encode(&self, out: &mut Writer) {
        self.op().encode(out);
        self.encode_imms(out);
    }

    /// Reads one instruction.
    pub fn decode(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let op = Op::decode(input)?;
        Self::decode_imms(op, input)
    }

    /// Its labels, as distances from its start.
    pub fn labels(&self) -> Vec<Label> {
        let mut labels = Vec::new();
        if self.op().has(Flags::Branch) {
            self.refs(&mut |each| {
                if let ImmRef::Label(label) = each {
                    labels.push(label);
                }
            });
        }
        labels
    }
}

/// Expands to a total `match` on an [`Instr`]: one arm for each row of the table, which calls the
/// free function with the row's name in scope. `dispatch_instr!(instr, (rq, frame))` calls
/// `add(rq, frame)`, `jmp_z(rq, frame, target)`, and so on; immediates are passed by reference.
///
/// A row without a function does not compile.
#[macro_export]
macro_rules! dispatch_instr {
    ($instr:expr, ($($arg:expr),*)) => {
        $crate::for_each_op! { [$crate::__dispatch_instr] [($instr) ($($arg),*)] }
    };
}

/// The match of [`dispatch_instr!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __dispatch_instr {
    ([($instr:expr) $args:tt] $( $topic:ident { $(
        $(#[$doc:meta])*
        $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
            [$($in:tt)*] -> [$($out:tt)*] $(, $($flag:ident)|+ )?;
    )* } )*) => {
        match $instr { $($(
            $crate::instr::Instr::$Camel { $($imm),* } =>
                $crate::__call_handler!($snake $args ($($imm),*)),
        )*)* }
    };
}

/// One arm of [`dispatch_instr!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __call_handler {
    ($snake:ident () ($($imm:ident),*)) => { $snake($($imm),*) };
    ($snake:ident ($($arg:expr),+) ($($imm:ident),*)) => { $snake($($arg),+ $(, $imm)*) };
}

/// The instructions of a stretch of code, each with its offset; ends after the first error.
pub fn instrs(code: &[u8]) -> impl Iterator<Item = Result<(u32, Instr), DecodeError>> + '_ {
    let mut input = Reader::new(code, 0);
    let mut failed = false;
    std::iter::from_fn(move || {
        if failed || input.at_end() {
            return None;
        }
        let at = input.offset();
        let instr = Instr::decode(&mut input);
        failed = instr.is_err();
        Some(instr.map(|instr| (at, instr)))
    })
}
