//! Constants by name.

use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type};
use runtime::value::View;
use vm::machine::{Named, constant_block, named_constant, unqualified_constant};

use super::state::Slot;
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
                let (ty, bits) = match constant.value().view() {
                    View::Bool(value) => (Type::BOOL, i64::from(value)),
                    View::Int(value) => (Type::INT, value),
                    View::Float(value) => (Type::DBL, value.to_bits() as i64),
                    View::Str(_) => (Type::STR, constant_block(constant) as i64),
                    _ => return None,
                };
                self.push_constant(ty, bits);
            }
            Named::Slot(slot) => self.of_request(slot)?,
        }
        Some(Then::At(at + 1))
    }

    /// Pushes what a slot of the request has, when it is of the type that was seen.
    fn of_request(&mut self, slot: u32) -> Option<()> {
        let ty = self.expected()?;
        let extra = Extra { imm: i64::from(slot), ..self.exiting() };
        let value = self.b.emit(Op::RequestSlot, &[], extra)?;
        self.check_slot(value, ty);
        if ty.is_scalar() {
            let val = self.b.given(Op::LdSlot, &[value], 0, ty);
            self.push_val(val);
            return Some(());
        }
        let top = i64::from(self.state.top());
        self.b.emit(Op::CopySlot, &[value], Extra { imm: top, ..Extra::default() });
        self.push(Slot::cell(ty));
        Some(())
    }
}
