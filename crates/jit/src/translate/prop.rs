//! Member paths that begin with a property of `$this` or of an object in a local.

use hhbc::imm::{IncDecOp, MemberKey, QueryOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use runtime::value::types;
use vm::machine::{KnownSlot, known_slot};

use super::arith::Operator;
use super::array::{Base, Key};
use super::state::Held;
use super::{Then, Translator};

/// What never has a block, and is a value.
const PLAIN: Type = Type(Type::UNCOUNTED.0 & !Type::UNINIT.0);

/// Whether a property takes a value of a type as it is.
fn accepts(slot: KnownSlot, ty: Type) -> bool {
    let bits = match ty {
        Type::BOOL => types::BOOL,
        Type::INT => types::INT,
        Type::DBL => types::FLOAT,
        _ => return false,
    };
    slot.accepts & u16::from(bits) != 0
}

impl Translator<'_> {
    /// Translates the path from `at` to `last`; none, and nothing happens, where it cannot.
    pub(super) fn prop_path(&mut self, local: Option<u32>, at: usize, last: usize) -> Option<Then> {
        let mut keys: Vec<MemberKey> = self.sites[at + 1..last]
            .iter()
            .filter_map(|site| match &site.instr {
                Instr::Dim { key, .. } => Some(*key),
                _ => None,
            })
            .collect();
        let (key, count) = match &self.sites[last].instr {
            Instr::QueryM { n, key, .. }
            | Instr::SetM { n, key }
            | Instr::SetOpM { n, key, .. }
            | Instr::IncDecM { n, key, .. } => (*key, n.0),
            _ => return None,
        };
        keys.push(key);
        let name_of = |key: &MemberKey| match key {
            MemberKey::PT(name) => Some(self.php.unit().str(*name)),
            _ => None,
        };
        let names: Vec<_> = keys.iter().map_while(name_of).collect();
        if names.is_empty() {
            return None;
        }
        let known = self.hot.frame.known_slots(local.map(|local| local as usize), &names);
        let met = || known_slot(&self.sites[last]).filter(|_| keys.len() == 1).map(|one| vec![one]);
        let known = known.or_else(met)?;
        if let Some(local) = local {
            let slot = self.state.slots[local as usize];
            let fits = slot.ty == Type::OBJ
                || Type::OBJ.is(slot.ty) && self.base_seen(local, at).types() == Type::OBJ.0;
            if !fits || !matches!(slot.held, Held::Cell) || slot.dirty {
                return None;
            }
        }
        if let (Instr::QueryM { op: QueryOp::CGet, .. }, true, Some(negate)) =
            (&self.sites[last].instr, names.len() == keys.len(), self.null_test(last + 1))
        {
            let slot = self.prop_slot((local, &known))?;
            self.check_slot(slot, Type::CELL);
            let is_null = self.b.emit(Op::IsNullSlot, &[slot], Extra::default())?;
            self.push_null_test(is_null, negate);
            return Some(Then::At(last + 3));
        }
        self.prop_final((local, &known), (&keys[names.len()..], count), last)?;
        Some(Then::At(last + 1))
    }

    fn prop_final(
        &mut self,
        base: (Option<u32>, &[KnownSlot]),
        (rest, count): (&[MemberKey], u32),
        last: usize,
    ) -> Option<()> {
        let known = *base.1.last()?;
        match &self.sites[last].instr {
            Instr::QueryM { op: QueryOp::CGet | QueryOp::CGetQuiet, .. } => {
                let seen = Type(self.seen_at(last).types());
                let free = (0..count as usize).all(|depth| self.state.under(depth).is_free());
                let fit = rest.iter().all(|key| self.key_fits(*key));
                if seen == Type::NONE || seen.meets(Type::REF) || !free || !fit {
                    return None;
                }
                let mut slot = self.prop_slot(base)?;
                for key in rest {
                    self.check_slot(slot, Type::ARR);
                    let array = self.b.given(Op::LdSlot, &[slot], 0, Type::ARR);
                    let key = self.key(*key)?;
                    slot = self.element(Base { array, is_packed: false }, key);
                }
                if rest.is_empty() && !seen.is_single() {
                    // A property may hold nothing, or a reference.
                    return None;
                }
                self.push_read(slot, seen, count);
                Some(())
            }
            Instr::SetM { .. } if rest.is_empty() && known.writes => {
                let ty = self.state.under(0).ty;
                if !accepts(known, ty) {
                    return None;
                }
                let val = self.stored()?;
                let slot = self.prop_slot(base)?;
                self.check_slot(slot, PLAIN);
                self.b.emit(Op::StSlot, &[slot, val], Extra::default());
                Some(())
            }
            Instr::SetM { .. } if rest.len() == 1 && known.writes => {
                if !self.key_fits(rest[0]) || !self.keys_are_free(count) {
                    return None;
                }
                let val = self.stored()?;
                let slot = self.prop_slot(base)?;
                self.check_slot(slot, Type::ARR);
                let key = self.key(rest[0])?;
                let extra = self.exiting();
                match key {
                    Key::Int(index) => self.b.emit(Op::SetElem, &[slot, index, val], extra),
                    Key::Str(name) => self.b.emit(Op::SetElemStr, &[slot, name, val], extra),
                };
                self.drop_below(count, val);
                Some(())
            }
            Instr::SetOpM { op, .. } if rest.is_empty() && known.writes => {
                let operator = Operator::of_set_op(*op)?;
                let top = self.state.top() - 1;
                let right_ty = self.state.slots[top as usize].ty;
                let seen = self.plain_number(last)?;
                if !right_ty.is_scalar() || !right_ty.is(Type::NUM) {
                    return None;
                }
                let ints = seen == Type::INT && right_ty == Type::INT;
                let bits = !matches!(operator, Operator::Add | Operator::Sub | Operator::Mul);
                let result = if ints { Type::INT } else { Type::DBL };
                if bits && !ints
                    || matches!(operator, Operator::Div | Operator::Mod)
                    || !accepts(known, result)
                {
                    return None;
                }
                let right = self.scalar(top)?;
                let slot = self.prop_slot(base)?;
                let old = self.number_in_slot(slot, seen);
                let new = self.operate(operator, old, right)?;
                self.b.emit(Op::StSlot, &[slot, new], Extra::default());
                self.pop();
                self.push_val(new);
                Some(())
            }
            Instr::IncDecM { op, .. } if rest.is_empty() && known.writes => {
                if self.plain_number(last)? != Type::INT || !accepts(known, Type::INT) {
                    return None;
                }
                let slot = self.prop_slot(base)?;
                let old = self.number_in_slot(slot, Type::INT);
                let up = matches!(op, IncDecOp::PreInc | IncDecOp::PostInc);
                let one = self.b.int(1);
                let new = self.checked(if up { Op::AddInt } else { Op::SubInt }, &[old, one]);
                self.b.emit(Op::StSlot, &[slot, new], Extra::default());
                let after = matches!(op, IncDecOp::PreInc | IncDecOp::PreDec);
                self.push_val(if after { new } else { old });
                Some(())
            }
            _ => None,
        }
    }

    /// The type of number that a site left.
    fn plain_number(&self, site: usize) -> Option<Type> {
        let seen = Type(self.seen_at(site).types());
        (seen.is_scalar() && seen.is(Type::NUM)).then_some(seen)
    }

    fn number_in_slot(&mut self, slot: Val, ty: Type) -> Val {
        self.check_slot(slot, ty);
        self.b.given(Op::LdSlot, &[slot], 0, ty)
    }

    /// The address of the last of some properties, whose classes are checked.
    fn prop_slot(&mut self, (local, known): (Option<u32>, &[KnownSlot])) -> Option<Val> {
        let mut object = match local {
            None => self.this(),
            Some(local) => {
                self.check_cell(local, Type::OBJ);
                self.b.given(Op::LdCell, &[], i64::from(local), Type::OBJ)
            }
        };
        let mut slot = None;
        for known in known {
            if let Some(slot) = slot {
                self.check_slot(slot, Type::OBJ);
                object = self.b.given(Op::LdSlot, &[slot], 0, Type::OBJ);
            }
            self.check_class(object, known.class);
            slot = Some(self.b.given(Op::PropSlot, &[object], i64::from(known.slot), Type::PTR));
        }
        slot
    }
}
