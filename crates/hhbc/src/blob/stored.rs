//! How each record is stored: its fields in order, each in its own form.

use crate::class::{Class, ClassConst, ClassKind, Inherits, Metadata, Prop, TraitRule, UnitConst};
use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::constraint::{ClassTerm, Hint, TypeConstraint};
use crate::func::{
    Attribute, Attrs, Body, Capture, EhKind, EhRegion, FrameShape, Func, FuncNotes, FuncParam,
    Init, LineMark, ParamDefault, Role, StaticVar,
};
use crate::imm::{ClassId, ClsRef, Double, FuncId, Imm, IterId, LocalId, StrId};
use crate::literal::{ArrayLit, Key, Literal};
use crate::strings::Strings;
use crate::unit::{Level, Unit};
use stdx::id::{Id, IdVec};

/// What has a form in bytes. The form says nothing of itself: who reads knows what follows.
pub(super) trait Stored: Sized {
    fn store(&self, out: &mut Writer);
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError>;

    fn store_all(items: &[Self], out: &mut Writer) {
        items.iter().for_each(|item| item.store(out));
    }
    fn load_all(len: usize, input: &mut Reader<'_>) -> Result<Vec<Self>, DecodeError> {
        let mut items = Vec::with_capacity(len.min(ROOM_MAX));
        for _ in 0..len {
            items.push(Self::load(input)?);
        }
        Ok(items)
    }
}

/// For so many items there is room before they are read: a length may be a lie.
const ROOM_MAX: usize = 1 << 10;

/// Stores records as their fields in order.
macro_rules! stored_structs {
    ($( $record:ident { $($field:ident),* } )*) => { $(
        impl Stored for $record {
            fn store(&self, out: &mut Writer) {
                $( self.$field.store(out); )*
            }
            fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                $( let $field = Stored::load(input)?; )*
                Ok(Self { $($field),* })
            }
        }
    )* };
}

/// Stores choices as a tag and their fields in order.
macro_rules! stored_enums {
    ($( $choice:ident {
        $( $tag:literal $variant:ident $(($($item:ident),*))? $({$($field:ident),*})?, )*
    } )*) => { $(
        impl Stored for $choice {
            fn store(&self, out: &mut Writer) {
                match self { $(
                    Self::$variant $(($($item),*))? $({$($field),*})? => {
                        out.byte($tag);
                        $($( $item.store(out); )*)?
                        $($( $field.store(out); )*)?
                    }
                )* }
            }
            fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                match input.byte()? {
                    $( $tag => {
                        $($( let $item = Stored::load(input)?; )*)?
                        $($( let $field = Stored::load(input)?; )*)?
                        Ok(Self::$variant $(($($item),*))? $({$($field),*})?)
                    } )*
                    tag => Err(input.error(DecodeFault::Tag(tag))),
                }
            }
        }
    )* };
}

stored_structs! {
    Unit { path, level, strings, arrays, funcs, classes, consts, metadata }
    UnitConst { name, value }
    Metadata { name, value }
    Func { name, role, attrs, params, ret, notes, frame, body }
    FuncNotes { doc, attributes, captures, statics, lines }
    FrameShape { local_names, num_locals, num_iters, max_stack_cells }
    Body { code, eh, lines }
    FuncParam { attrs, ty, default, attributes }
    Attribute { name, args }
    Capture { local, by_ref }
    StaticVar { name, init }
    EhRegion { start, end, kind }
    LineMark { offset, line }
    TypeConstraint { hints, classes }
    ArrayLit { entries }
    Class {
        name, kind, attrs, inherits, enum_type, consts, props, members, doc, attributes, lines
    }
    Inherits { parent, interfaces, traits, trait_rules }
    ClassConst { name, is_case, attrs, ty, value, doc, attributes }
    Prop { name, attrs, ty, value, get, set, doc, attributes }
}

stored_enums! {
    Level { 0 Php(major, minor), 1 Hack, }
    Role { 0 Main, 1 Function, 2 Method, 3 Closure, 4 Thunk, }
    ClassKind { 0 Class, 1 Interface, 2 Trait, 3 Enum, }
    ClassTerm { 0 One(class), 1 All(classes), }
    Init { 0 Literal(value), 1 Thunk { func, text }, }
    ParamDefault { 0 Literal(value), 1 Code { entry, text }, }
    Key { 0 Int(int), 1 Str(id), }
    EhKind { 0 Catch(clauses), 1 Fault(handler), 2 Iter(iter), 3 Silence(local), 4 Temp(local), }
    TraitRule {
        0 InsteadOf { of, method, excluded },
        1 Alias { of, method, attrs, alias },
    }
}

/// Stores ids as their number.
macro_rules! stored_ids {
    ($($id:ident)*) => { $(
        impl Stored for $id {
            fn store(&self, out: &mut Writer) {
                out.word(self.0);
            }
            fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.word().map(Self)
            }
        }
    )* };
}

stored_ids! { StrId FuncId ClassId LocalId IterId }

/// Stores sets as their bits, all of which must have a meaning.
macro_rules! stored_sets {
    ($($set:ident)*) => { $(
        impl Stored for $set {
            fn store(&self, out: &mut Writer) {
                out.word(self.bits());
            }
            fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let bits = input.word()?;
                Self::from_bits(bits).ok_or_else(|| input.error(DecodeFault::Tag(bits as u8)))
            }
        }
    )* };
}

stored_sets! { Attrs Hint }

/// The deepest nesting of a literal that is read.
const DEPTH_MAX: u32 = 256;

impl Stored for Literal {
    fn store(&self, out: &mut Writer) {
        match self {
            Self::Null => out.byte(0),
            Self::Bool(value) => out.byte(1 + u8::from(*value)),
            Self::Int(value) => {
                out.byte(3);
                out.quad(*value as u64);
            }
            Self::Double(value) => {
                out.byte(4);
                out.quad(value.0);
            }
            Self::Str(id) => {
                out.byte(5);
                id.store(out);
            }
            Self::Array(array) => {
                out.byte(6);
                array.store(out);
            }
        }
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        load_literal(input, 0)
    }
}

fn load_literal(input: &mut Reader<'_>, depth: u32) -> Result<Literal, DecodeError> {
    Ok(match input.byte()? {
        0 => Literal::Null,
        tag @ (1 | 2) => Literal::Bool(tag == 2),
        3 => Literal::Int(input.quad()? as i64),
        4 => Literal::Double(Double(input.quad()?)),
        5 => Literal::Str(StrId::load(input)?),
        6 if depth < DEPTH_MAX => {
            let len = input.list_len(6)?;
            let entry = |_| Ok((Key::load(input)?, load_literal(input, depth + 1)?));
            Literal::Array(ArrayLit { entries: (0..len).map(entry).collect::<Result<_, _>>()? })
        }
        tag => return Err(input.error(DecodeFault::Tag(tag))),
    })
}

impl Stored for ClsRef {
    fn store(&self, out: &mut Writer) {
        Imm::write(self, out);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Imm::read(input)
    }
}

impl Stored for u8 {
    fn store(&self, out: &mut Writer) {
        out.byte(*self);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.byte()
    }
    fn store_all(items: &[Self], out: &mut Writer) {
        out.bytes.extend_from_slice(items);
    }
    fn load_all(len: usize, input: &mut Reader<'_>) -> Result<Vec<Self>, DecodeError> {
        input.slice(len).map(<[u8]>::to_vec)
    }
}

impl Stored for u32 {
    fn store(&self, out: &mut Writer) {
        out.word(*self);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.word()
    }
}

impl Stored for i64 {
    fn store(&self, out: &mut Writer) {
        out.quad(*self as u64);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.quad().map(|quad| quad as i64)
    }
}

impl Stored for bool {
    fn store(&self, out: &mut Writer) {
        out.byte(u8::from(*self));
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match input.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            tag => Err(input.error(DecodeFault::Tag(tag))),
        }
    }
}

impl<T: Stored> Stored for Option<T> {
    fn store(&self, out: &mut Writer) {
        out.byte(u8::from(self.is_some()));
        self.iter().for_each(|item| item.store(out));
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        if bool::load(input)? { T::load(input).map(Some) } else { Ok(None) }
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn store(&self, out: &mut Writer) {
        self.0.store(out);
        self.1.store(out);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok((A::load(input)?, B::load(input)?))
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn store(&self, out: &mut Writer) {
        out.var(self.len() as u32);
        T::store_all(self, out);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let len = input.list_len(1)?;
        T::load_all(len, input)
    }
}

impl Stored for Strings {
    fn store(&self, out: &mut Writer) {
        out.var(self.len() as u32);
        for string in self.iter() {
            out.var(string.len() as u32);
            u8::store_all(string, out);
        }
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut strings = Self::new();
        for _ in 0..input.list_len(1)? {
            let len = input.list_len(1)?;
            strings.push(input.slice(len)?);
        }
        Ok(strings)
    }
}

impl<I: Id, T: Stored> Stored for IdVec<I, T> {
    fn store(&self, out: &mut Writer) {
        out.var(self.len() as u32);
        T::store_all(self.as_slice(), out);
    }
    fn load(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let len = input.list_len(1)?;
        T::load_all(len, input).map(|items| items.into_iter().collect())
    }
}
