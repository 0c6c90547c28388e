//! Printing units and instructions.

use std::fmt::{self, Display, Formatter};

use crate::inst::{Cc, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Vreg, Xm, Xmm, for_each_vinst};
use crate::unit::{BlockId, CallId, Edge, Exit, ExitId, List, LiveValue, SymbolId, Unit};

/// An instruction with the unit that its records are in, to be displayed.
#[derive(Clone, Copy, Debug)]
pub struct InstText<'u>(pub &'u Unit, pub &'u Inst);

trait Field {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result;
}

macro_rules! print_as_display {
    ($($kind:ty),*) => {$(
        impl Field for $kind {
            fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }
    )*};
}
print_as_display!(u8, i64, i32);

impl Field for Gpr {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&Vreg::from(*self), f)
    }
}

impl Field for Xmm {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&Vreg::from(*self), f)
    }
}

impl Field for Sf {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "%f{}", self.0)
    }
}

impl Field for Cc {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Field for Mem {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "[{}", Vreg::from(self.base))?;
        if self.index.is_some() {
            write!(f, "+{}*{}", Vreg::from(self.index), 1 << self.scale)?;
        }
        match self.disp {
            0 => f.write_str("]"),
            disp => write!(f, "{disp:+}]"),
        }
    }
}

macro_rules! print_variants {
    ($($kind:ident { $($variant:ident),* })*) => {$(
        impl Field for $kind {
            fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
                match self { $(Self::$variant(inner) => inner.print(unit, f),)* }
            }
        }
    )*};
}
print_variants! { Rm { Reg, Mem } Ri { Reg, Imm } Rmi { Reg, Imm, Mem } }

impl Field for LiveValue {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reg(r) => r.print(unit, f),
            Self::Imm(v) => v.print(unit, f),
            Self::Source => f.write_str("source"),
        }
    }
}

impl Field for Vreg {
    fn print(&self, _: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl Field for Xm {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reg(r) => r.print(unit, f),
            Self::Mem(m) => m.print(unit, f),
            Self::Const(bits) => write!(f, "#{bits:#x}"),
        }
    }
}

impl Field for SymbolId {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", unit.symbols[*self].name)
    }
}

fn separated<T: Field>(items: &[T], unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        item.print(unit, f)?;
    }
    Ok(())
}

fn in_parens(regs: &[Vreg], unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str("(")?;
    separated(regs, unit, f)?;
    f.write_str(")")
}

impl Field for List {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        in_parens(unit.regs(*self), unit, f)
    }
}

impl Field for Edge {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.block)?;
        if self.args.is_empty() { Ok(()) } else { self.args.print(unit, f) }
    }
}

impl Field for Exit {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "exit {} [", self.tag)?;
        separated(&self.live, unit, f)?;
        f.write_str("]")
    }
}

impl Field for ExitId {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        unit.exits[*self].print(unit, f)
    }
}

impl Field for CallId {
    fn print(&self, unit: &Unit, f: &mut Formatter<'_>) -> fmt::Result {
        let call = &unit.calls[*self];
        f.write_str(call.conv.name())?;
        in_parens(&call.args, unit, f)?;
        if !call.rets.is_empty() {
            f.write_str(" -> ")?;
            in_parens(&call.rets, unit, f)?;
        }
        if let Some(record) = &call.record {
            f.write_str(" ")?;
            record.print(unit, f)?;
        }
        Ok(())
    }
}

/// Writes a separator before all fields but the first.
struct Fields<'f, 'g> {
    f: &'f mut Formatter<'g>,
    before: &'static str,
}

impl Fields<'_, '_> {
    fn field(&mut self, unit: &Unit, field: &impl Field) -> fmt::Result {
        self.f.write_str(self.before)?;
        self.before = ", ";
        field.print(unit, self.f)
    }

    fn result(&mut self, unit: &Unit, field: &impl ResultField) -> fmt::Result {
        if field.is_read() { self.field(unit, field) } else { Ok(()) }
    }
}

/// A result that may be left out.
trait ResultField: Field {
    fn is_read(&self) -> bool {
        true
    }
}

impl ResultField for Gpr {}
impl ResultField for Xmm {}
impl ResultField for Sf {
    fn is_read(&self) -> bool {
        *self != Sf::NONE
    }
}

macro_rules! define_print {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        impl Display for InstText<'_> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                let unit = self.0;
                f.write_str(self.1.name())?;
                match self.1 {
                    $(Inst::$variant { $($u,)* $($d,)* } => {
                        let mut fields = Fields { f, before: " " };
                        $(fields.field(unit, $u)?;)*
                        fields.before = " -> ";
                        $(fields.result(unit, $d)?;)*
                        let _ = (unit, fields);
                    })*
                }
                Ok(())
            }
        }
    };
}
for_each_vinst!(define_print);

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "unit {} {} {{", self.name(), self.conv.name())?;
        for id in self.blocks.ids() {
            print_block(self, id, f)?;
        }
        writeln!(f, "}}")
    }
}

fn print_block(unit: &Unit, id: BlockId, f: &mut Formatter<'_>) -> fmt::Result {
    let block = &unit.blocks[id];
    write!(f, "{id}")?;
    if !block.params.is_empty() {
        in_parens(&block.params, unit, f)?;
    }
    writeln!(f, ": {}", block.area.name())?;
    for inst in &block.insts {
        writeln!(f, "  {}", InstText(unit, inst))?;
    }
    Ok(())
}
