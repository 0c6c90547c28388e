//! Immediates of variable length: strings, iterators, targets of a switch.

use super::{Imm, ImmRef, IterId, Label, StrId};
use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, Reader, Writer};
use crate::show::Show;

/// Implements [`Imm`] for a list of items between angle brackets.
macro_rules! list_imm {
    ($(#[$doc:meta])* $list:ident of $item:ty, $code:literal, $item_bytes_min:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub struct $list(pub Box<[$item]>);

        impl Imm for $list {
            const CODE: &'static str = $code;
            fn write(&self, out: &mut Writer) {
                out.var(self.0.len() as u32);
                self.0.iter().for_each(|item| item.write(out));
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let len = input.list_len($item_bytes_min)?;
                (0..len).map(|_| <$item>::read(input)).collect::<Result<_, _>>().map(Self)
            }
            fn show(&self, out: &mut Show<'_>) {
                out.list(self.0.len(), |out, at| self.0[at].show(out));
            }
            fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
                text.parse_list(<$item>::parse).map(|items| Self(items.into()))
            }
            fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
                self.0.iter().for_each(|item| item.refs(each));
            }
            fn labels_mut(&mut self, each: &mut dyn FnMut(&mut Label)) {
                self.0.iter_mut().for_each(|item| item.labels_mut(each));
            }
            fn count(&self) -> usize {
                self.0.len()
            }
        }
    };
}

list_imm! {
    /// Keys of an array, each a string.
    StrIds of StrId, "VSA", 4
}
list_imm! {
    /// Iterators, in the order in which they are freed.
    IterIds of IterId, "ILA", 1
}
list_imm! {
    /// Targets of a switch; the last one is the default.
    Labels of Label, "BLA", 4
}
list_imm! {
    /// Strings with their targets; the last one is the default, whose string does not count.
    StrLabels of (StrId, Label), "SLA", 8
}

impl Imm for (StrId, Label) {
    const CODE: &'static str = "SA BA";
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok((StrId::read(input)?, Label::read(input)?))
    }
    fn show(&self, out: &mut Show<'_>) {
        self.0.show(out);
        out.raw(":");
        self.1.show(out);
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        let key = StrId::parse(text)?;
        text.lex.expect(":")?;
        Ok((key, Label::parse(text)?))
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        self.0.refs(each);
        self.1.refs(each);
    }
    fn labels_mut(&mut self, each: &mut dyn FnMut(&mut Label)) {
        self.1.labels_mut(each);
    }
}
