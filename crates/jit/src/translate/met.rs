//! Sites that meet several classes: where the one that was seen is left too often, what the site has
//! met is asked.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::imm::{MemberKey, QueryOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};

use super::call::NULL_OR_OBJ;
use super::state::{Callee, Held};
use super::{Then, Translator};

impl Translator<'_> {
    /// Goes on when a cell has null, where a declaration allows that, or an object that passed here.
    pub(super) fn verify_met(&mut self, cell: u32, declared: &TypeConstraint) -> Option<()> {
        let (slot, seen) = (self.state.slots[cell as usize], self.seen_at(self.site));
        let types = Type(seen.types());
        let is_object = types.is(NULL_OR_OBJ) && types.meets(Type::OBJ);
        let is_nullable = types.meets(Type::NULL);
        // What `static` means is another class by turns; a string may have been made of an object.
        let is_plain = !declared.hints.has(Hint::r#static) && !declared.hints.has(Hint::string);
        let fits = is_object && is_plain && (!is_nullable || declared.hints.has(Hint::null));
        if seen.is_given_up() || !fits || !slot.is_written() || slot.ty == Type::REF {
            return None;
        }
        let exit = Some(self.exit());
        let imm = self.site as i64 | i64::from(is_nullable) << 32;
        self.b.emit(Op::CheckMet, &[], Extra { imm, aux: cell, exit });
        self.narrow(cell, types);
        Some(())
    }

    /// Begins the call of the method that the site met for the class of the object on top.
    pub(super) fn push_method_met(&mut self, at: usize) -> Option<Then> {
        if self.seen_at(at).is_given_up() {
            return None;
        }
        let cell = self.state.top() - 1;
        let object = self.object_in(cell)?;
        let extra = Extra { imm: at as i64, aux: 0, exit: Some(self.exit()) };
        let func = self.b.emit(Op::FindMethod, &[object], extra)?;
        if !matches!(self.state.slots[cell as usize].held, Held::Cell) {
            self.b.emit(Op::IncRef, &[object], Extra::default());
        }
        self.pop();
        let extra = Extra { imm: 0, aux: cell, exit: None };
        self.b.emit(Op::StRecordFor, &[object, func], extra);
        self.push_record(Callee::Any);
        self.state.slots[cell as usize].dirty = false;
        self.check_by_value(at, cell);
        Some(Then::At(at + 1))
    }

    /// Reads the property that the site met in objects of this class.
    pub(super) fn prop_met(&mut self, at: usize, last: usize) -> Option<Then> {
        let is_open = self.seen_at(at).failed() && !self.seen_at(at).is_given_up();
        if last != at + 1 || !is_open || self.seen_at(last).failed() {
            return None;
        }
        let is_read = match &self.sites[last].instr {
            Instr::QueryM { n, op: QueryOp::CGet | QueryOp::CGetQuiet, key: MemberKey::PT(_) } => {
                n.0 == 0
            }
            Instr::FPassM { n, key: MemberKey::PT(_), param } => {
                self.by_value(last, param)?;
                n.0 == 0
            }
            _ => false,
        };
        let seen = Type(self.seen_at(last).types());
        if !is_read || seen == Type::NONE || seen.meets(Type::REF) {
            return None;
        }
        let object = self.base_object(at)?;
        let extra = Extra { imm: last as i64, aux: 0, exit: Some(self.exit()) };
        let slot = self.b.emit(Op::FindProp, &[object], extra)?;
        self.push_read(slot, Type::CELL, 0);
        Some(Then::At(last + 1))
    }

    /// The object with which a path begins.
    fn base_object(&mut self, at: usize) -> Option<Val> {
        let local = match &self.sites[at].instr {
            Instr::BaseL { local, .. } => Some(local.0),
            Instr::BaseH {} if self.has_this() => None,
            _ => return None,
        };
        self.may_be_object(local, at).then(|| self.object_of(local))
    }
}
