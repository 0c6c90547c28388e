//! What an exit writes.

use hhir::{Exit, Source, Type, Unit, Val};

/// One thing to write to a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Write {
    /// The live value with this number, and a tag.
    Live(u32, u8),
    /// A tag alone.
    Tag(u8),
    /// A counted copy of another cell.
    Copy(u32),
    /// A counted copy of `$this`.
    This,
    /// A pending record of a function.
    Record(i64),
}

/// What an exit does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// The site where the interpreter goes on.
    pub site: u32,
    /// The site for whose sake the code is left.
    pub blame: u32,
    /// What is written, by cell, in order.
    pub writes: Vec<(u32, Write)>,
}

/// The tag of a type of which a register holds a value.
pub fn tag_byte(ty: Type) -> u8 {
    match ty {
        Type::UNINIT => 0x00,
        Type::NULL => 0x08,
        Type::BOOL => 0x09,
        Type::INT => 0x0a,
        Type::DBL => 0x0b,
        Type::STR => 0x0c,
        Type::ARR => 0x20,
        Type::OBJ => 0x30,
        Type::RES => 0x40,
        _ => 0x50,
    }
}

/// The plan of an exit, and its live values.
pub fn plan(exit: &Exit, unit: &Unit) -> (Plan, Vec<Val>) {
    let (mut writes, mut live) = (Vec::new(), Vec::new());
    for home in &exit.homes {
        let write = match home.source {
            Source::Val(val) => {
                live.push(val);
                Write::Live(live.len() as u32 - 1, tag_byte(unit.types[val]))
            }
            Source::Cell(cell) => Write::Copy(cell),
            Source::This => Write::This,
            Source::Tag(ty) => Write::Tag(tag_byte(ty)),
            Source::Record(func) => Write::Record(func),
        };
        writes.push((home.cell, write));
    }
    (Plan { site: exit.site, blame: exit.blame, writes }, live)
}
