//! Constants by name.

use hhbc::instr::Instr;
use hhir::Type;
use runtime::value::View;
use vm::machine::{Constant, Named, constant_block, named_constant, unqualified_constant};

use super::{Then, Translator};

impl Translator<'_> {
    pub(super) fn constant(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        let named = match instr {
            Instr::Cns { name } => named_constant(self.php, *name)?,
            Instr::CnsU { name, .. } => unqualified_constant(self.php, *name)?,
            _ => return None,
        };
        match named {
            Named::Fixed(constant) => {
                let (ty, bits) = bits_of(constant)?;
                self.push_constant(ty, bits);
            }
            Named::Slot(slot) => {
                let ty = self.expected()?;
                let place = self.request_slot(slot)?;
                self.push_place(place, ty);
            }
        }
        Some(Then::At(at + 1))
    }
}

/// The type and the bits of a constant, where registers hold it.
pub(super) fn bits_of(constant: Constant) -> Option<(Type, i64)> {
    Some(match constant.value().view() {
        View::Bool(value) => (Type::BOOL, i64::from(value)),
        View::Int(value) => (Type::INT, value),
        View::Float(value) => (Type::DBL, value.to_bits() as i64),
        View::Str(_) => (Type::STR, constant_block(constant) as i64),
        View::Array(_) => (Type::ARR, constant_block(constant) as i64),
        _ => return None,
    })
}
