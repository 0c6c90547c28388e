//! Native functions that are instructions.

use hhir::build::Extra;
use hhir::{Op, Type};
use vm::func::Func;

use super::Translator;
use super::state::Slot;

impl Translator<'_> {
    /// Translates the call of a native function with arguments above the record at a cell; none
    /// where it is no instruction.
    pub(super) fn intrinsic(&mut self, func: &Func, record: u32, count: u32) -> Option<()> {
        let name = func.name();
        let first = record + hhbc::flags::ACT_REC_CELLS;
        if count != 1 {
            return None;
        }
        let arg = self.state.slots[first as usize];
        if self.seen_at(self.site).failed() {
            return None;
        }
        let result = match (name.as_bytes(), arg.ty) {
            (b"sqrt", Type::DBL) => {
                let val = self.scalar(first)?;
                self.b.pure(Op::SqrtDbl, &[val])
            }
            (b"sqrt", Type::INT) => {
                let val = self.scalar(first)?;
                let val = self.b.pure(Op::IntToDbl, &[val]);
                self.b.pure(Op::SqrtDbl, &[val])
            }
            (b"abs", Type::INT) => {
                let val = self.scalar(first)?;
                self.checked(Op::AbsInt, &[val])
            }
            (b"abs", Type::DBL) => {
                let val = self.scalar(first)?;
                self.b.pure(Op::AbsDbl, &[val])
            }
            (b"floor" | b"ceil", Type::DBL) => {
                let val = self.scalar(first)?;
                let imm = if name.as_bytes() == b"floor" { 1 } else { 2 };
                self.b.given(Op::RoundDbl, &[val], imm, Type::DBL)
            }
            (b"count" | b"sizeof", Type::ARR) => {
                let super::state::Held::Alias(local) = arg.held else { return None };
                let array = self.b.given(Op::LdCell, &[], i64::from(local), Type::ARR);
                self.b.emit(Op::CountArr, &[array], Extra::default())?
            }
            (b"strlen", Type::STR) => {
                let string = self.string_in(first)?;
                self.b.pure(Op::LdStrLen, &[string])
            }
            (b"ord", Type::STR) => {
                let string = self.string_in(first)?;
                match self.bytes.get(&string) {
                    Some(byte) => *byte,
                    None => {
                        let zero = self.b.int(0);
                        self.byte_at(string, zero)
                    }
                }
            }
            (b"chr", Type::INT) => {
                let (val, mask) = (self.scalar(first)?, self.b.int(255));
                let byte = self.b.pure(Op::AndInt, &[val, mask]);
                self.byte_string(byte)
            }
            _ => return None,
        };
        self.state.slots.truncate(record as usize);
        let ty = self.b.ty(result);
        self.push(Slot::reg(ty, result));
        Some(())
    }
}
