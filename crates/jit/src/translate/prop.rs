//! Member paths that begin with a property of `$this` or of an object in a local.

use hhbc::imm::{IncDecOp, MemberKey, QueryOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use runtime::value::types;
use vm::machine::{KnownSlot, known_slot, known_value};

use super::arith::Operator;
use super::array::Base;
use super::state::Held;
use super::{Then, Translator};

/// What never has a block, and is a value.
pub(super) const PLAIN: Type = Type(Type::UNCOUNTED.0 & !Type::UNINIT.0);

/// Whether a property that accepts what these bits say takes a value of a type as it is.
pub(super) fn accepts(accepted: u16, ty: Type) -> bool {
    let bits = match ty {
        Type::BOOL => types::BOOL,
        Type::INT => types::INT,
        Type::DBL => types::FLOAT,
        Type::STR => types::STRING,
        Type::ARR => types::ARRAY,
        Type::OBJ => types::OBJECT,
        Type::NULL => types::OTHER,
        _ => return false,
    };
    accepted & u16::from(bits) != 0
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
            | Instr::FPassM { n, key, .. }
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
        if !self.may_be_object(local, at) {
            return None;
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
        if let Instr::FPassM { param, .. } = &self.sites[last].instr {
            self.by_value(last, param)?;
        }
        let ended = self.prop_final((local, &known), (&keys[names.len()..], count), last)?;
        Some(Then::At(last + 1 + usize::from(ended)))
    }

    /// Reads a property of the object on top of the stack, which is given up.
    pub(super) fn prop_of_item(&mut self, at: usize, last: usize) -> Option<Then> {
        let is_read = matches!(
            &self.sites[last].instr,
            Instr::QueryM { n, op: QueryOp::CGet | QueryOp::CGetQuiet, key: MemberKey::PT(_) }
                if n.0 == 1
        );
        let seen = Type(self.seen_at(last).types());
        let slot = self.state.under(0);
        if !is_read || last != at + 1 || seen == Type::NONE || seen.meets(Type::REF) {
            return None;
        }
        let known = known_slot(&self.sites[last])?;
        let is_there = matches!(slot.held, Held::Cell | Held::Alias(_)) && self.has_room(1);
        if !slot.ty.meets(Type::OBJ) || !is_there {
            return None;
        }
        let cell = self.state.top() - 1;
        let object = self.object_in(cell)?;
        self.check_class(object, known.class);
        let address = self.b.given(Op::PropSlot, &[object], i64::from(known.slot), Type::PTR);
        if matches!(self.state.slots[cell as usize].held, Held::Cell) {
            self.push_read_over(address, seen, (Type::OBJ, last));
        } else {
            self.push_read(address, seen, 1);
        }
        Some(Then::At(last + 1))
    }

    /// Moves the item on top to a property; as the end of a statement.
    fn move_to_prop(
        &mut self,
        base: (Option<u32>, &[KnownSlot]),
        known: KnownSlot,
        last: usize,
    ) -> Option<()> {
        let top = self.state.top() - 1;
        let class = self.accepted_class(known, last);
        let seen = Type(self.seen_at(last).types());
        if seen.is_single() && !seen.meets(Type(Type::REF.0 | Type::UNINIT.0)) {
            self.item_is(top, seen)?;
        }
        let ty = self.state.slots[top as usize].ty;
        let is_any = known.accepts == u16::from(types::UNKNOWN);
        if !is_any && !accepts(known.accepts, ty) && (class.is_none() || !ty.meets(Type::OBJ)) {
            return None;
        }
        let cell = self.moved(last)?;
        if let Some(class) = class.filter(|_| !is_any && !accepts(known.accepts, ty)) {
            let object = self.object_in(cell)?;
            self.check_class(object, class);
        }
        let slot = self.prop_slot(base)?;
        let old = match (known.writes, known.inits) {
            (true, true) => Type(Type::ANY.0 & !Type::REF.0),
            (true, false) => Type::CELL,
            (false, true) => Type::UNINIT,
            (false, false) => return None,
        };
        self.move_to_place(slot, (cell, old), last);
        Some(())
    }

    /// Moves the item on top, which is in a cell, to a place whose old value is of a type; as the last
    /// thing that a site does.
    pub(super) fn move_to_place(&mut self, place: Val, (cell, old): (u32, Type), site: usize) {
        self.check_slot(place, old);
        let imm = i64::from(cell) | i64::from(old.meets(Type::UNINIT)) << 32;
        self.b.emit(Op::MoveSlot, &[place], Extra { imm, aux: site as u32, exit: None });
        self.pop();
        if self.is_open {
            self.forget_locals();
        }
    }

    /// The class of objects that a site found to fit a property.
    fn accepted_class(&self, known: KnownSlot, last: usize) -> Option<u32> {
        let (class, value) = known_value(&self.sites[last])?;
        (class == known.class).then_some(value)
    }

    fn prop_final(
        &mut self,
        base: (Option<u32>, &[KnownSlot]),
        (rest, count): (&[MemberKey], u32),
        last: usize,
    ) -> Option<bool> {
        let known = *base.1.last()?;
        match &self.sites[last].instr {
            Instr::QueryM { op: QueryOp::CGet | QueryOp::CGetQuiet, .. } | Instr::FPassM { .. } => {
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
                    slot = self.element(Base::of(array), key);
                }
                self.push_read(slot, seen, count);
                Some(false)
            }
            Instr::QueryM { op: op @ (QueryOp::Isset | QueryOp::Empty), .. } if rest.is_empty() => {
                let slot = self.prop_slot(base)?;
                // Without a value, `__isset()` may have the answer; a reference may be to none.
                self.check_slot(slot, Type::CELL);
                if *op == QueryOp::Empty {
                    self.push_empty(slot)?;
                } else {
                    let is_set = self.b.emit(Op::IsSetAt, &[slot], Extra::default())?;
                    self.push_val(is_set);
                }
                Some(false)
            }
            Instr::SetM { .. } if rest.is_empty() && (known.writes || known.inits) => {
                let ty = self.state.under(0).ty;
                if !ty.is_scalar() || !known.writes {
                    self.move_to_prop(base, known, last)?;
                    return Some(true);
                }
                if !accepts(known.accepts, ty) {
                    return None;
                }
                let val = self.stored()?;
                let slot = self.prop_slot(base)?;
                self.check_slot(slot, if known.inits { Type::UNCOUNTED } else { PLAIN });
                let extra = Extra { imm: i64::from(known.inits), ..Extra::default() };
                self.b.emit(Op::StSlot, &[slot, val], extra);
                Some(false)
            }
            Instr::SetM { .. } if rest.len() == 1 && known.writes => {
                let fits = matches!(rest[0], MemberKey::W) || self.key_fits(rest[0]);
                if !fits || !self.are_free(1..=count) {
                    return None;
                }
                let Some(val) = self.stored().filter(|_| !matches!(rest[0], MemberKey::W)) else {
                    let cell = self.moved(last)?;
                    let slot = self.prop_slot(base)?;
                    self.check_slot(slot, Type::ARR);
                    self.move_element(slot, rest[0], (cell, last))?;
                    self.pop();
                    self.drop_keys(count);
                    return Some(true);
                };
                let slot = self.prop_slot(base)?;
                self.check_slot(slot, Type::ARR);
                let key = self.key(rest[0])?;
                let extra = self.exiting();
                self.set_element(slot, key, (val, extra));
                self.drop_below(count, val);
                Some(false)
            }
            Instr::SetOpM { op, .. } if rest.is_empty() && known.writes => {
                let operator = Operator::of_set_op(*op)?;
                let (seen, top) = (self.plain_number(last)?, self.state.top() - 1);
                self.result_of_update(operator, (seen, known.accepts))?;
                let right = self.scalar(top)?;
                let slot = self.prop_slot(base)?;
                let new = self.update_place(slot, (operator, seen), right)?;
                self.pop();
                self.push_val(new);
                Some(false)
            }
            Instr::IncDecM { op, .. } if rest.is_empty() && known.writes => {
                if self.plain_number(last)? != Type::INT || !accepts(known.accepts, Type::INT) {
                    return None;
                }
                let slot = self.prop_slot(base)?;
                let result = self.step_place(slot, *op);
                self.push_val(result);
                Some(false)
            }
            _ => None,
        }
    }

    /// The type of what an operator makes of a number of a type in a property and the item on top; none
    /// where that is not known to be a number that the property accepts.
    pub(super) fn result_of_update(
        &self,
        operator: Operator,
        (seen, accepted): (Type, u16),
    ) -> Option<Type> {
        let right = self.state.under(0).ty;
        let ints = seen == Type::INT && right == Type::INT;
        let result = if ints { Type::INT } else { Type::DBL };
        let is_plain = matches!(operator, Operator::Add | Operator::Sub | Operator::Mul);
        let divides = matches!(operator, Operator::Div | Operator::Mod);
        let fits = right.is_scalar() && right.is(Type::NUM) && accepts(accepted, result);
        (fits && !divides && (is_plain || ints)).then_some(result)
    }

    /// Applies an operator to the number at an address; what it then is.
    pub(super) fn update_place(
        &mut self,
        place: Val,
        (operator, seen): (Operator, Type),
        right: Val,
    ) -> Option<Val> {
        let old = self.number_in_slot(place, seen);
        let new = self.operate(operator, old, right)?;
        self.b.emit(Op::StSlot, &[place, new], Extra::default());
        Some(new)
    }

    /// Steps the int at an address; the result.
    pub(super) fn step_place(&mut self, place: Val, op: IncDecOp) -> Val {
        let old = self.number_in_slot(place, Type::INT);
        let new = self.stepped(old, op);
        self.b.emit(Op::StSlot, &[place, new], Extra::default());
        if matches!(op, IncDecOp::PreInc | IncDecOp::PreDec) { new } else { old }
    }

    /// The type of number that a site left.
    pub(super) fn plain_number(&self, site: usize) -> Option<Type> {
        let seen = Type(self.seen_at(site).types());
        (seen.is_scalar() && seen.is(Type::NUM)).then_some(seen)
    }

    fn number_in_slot(&mut self, slot: Val, ty: Type) -> Val {
        self.check_slot(slot, ty);
        self.b.given(Op::LdSlot, &[slot], 0, ty)
    }

    /// Whether a path may begin with the object in a local, as far as was seen; or with `$this`.
    pub(super) fn may_be_object(&self, local: Option<u32>, at: usize) -> bool {
        let Some(local) = local else { return true };
        let slot = self.state.slots[local as usize];
        let fits = slot.ty == Type::OBJ
            || Type::OBJ.is(slot.ty) && self.base_seen(local, at).types() == Type::OBJ.0;
        fits && slot.is_written()
    }

    /// The object in a local, which is checked to be one; or `$this`.
    pub(super) fn object_of(&mut self, local: Option<u32>) -> Val {
        let Some(local) = local else { return self.this() };
        self.check_cell(local, Type::OBJ);
        self.b.given(Op::LdCell, &[], i64::from(local), Type::OBJ)
    }

    /// The address of the last of some properties, whose classes are checked.
    fn prop_slot(&mut self, (local, known): (Option<u32>, &[KnownSlot])) -> Option<Val> {
        let mut object = self.object_of(local);
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
