//! Arrays.

use std::mem::offset_of;

use hhir::{Inst, Op, Type, Val};
use runtime::array::{INT_KEY, STR_KEY};
use runtime::layout::{Kind, VmDict, VmElement};
use runtime::value::{DataType, types};
use vasm::{Area, BlockId, Cc, Gpr, Mem, Vreg};
use vm::machine::{Helper, shape_place};

use super::exit::tag_byte;
use super::memory::{COUNT, REFERRED};
use super::{Lower, payload_of, tag_of};

pub(super) const LENGTH: i32 = 0;
const SHAPE: i32 = 0;
const TYPES: i32 = 9;
pub(super) const KIND: i32 = 11;
/// Where the slots of a packed array begin.
pub(super) const SLOTS: i32 = 16;
/// How many elements of a dict there are, those that were removed with them.
const USED: i32 = offset_of!(VmDict, used) as i32;
/// Where the elements of a dict begin.
const ELEMENTS: i32 = size_of::<VmDict>() as i32;
/// Of an element: its key, what kind of key that is, and its value.
const KEY: i32 = offset_of!(VmElement, key) as i32;
const KEY_KIND: i32 = offset_of!(VmElement, key_kind) as i32;
const WORD: i32 = offset_of!(VmElement, payload) as i32;

const _: () = assert!(size_of::<VmElement>() == 3 * 8, "what the address of an element is made of");

/// What an array remembers of a scalar.
fn type_bits(ty: Type) -> Option<u8> {
    Some(match ty {
        Type::BOOL => types::BOOL,
        Type::INT => types::INT,
        Type::DBL => types::FLOAT,
        _ => return None,
    })
}

impl Lower<'_, '_> {
    pub(super) fn array(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::CheckPacked => {
                let array = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                self.b.exitcmpb(Cc::Ne, Mem::at(array, KIND), Kind::Packed as i32, exit);
            }
            Op::LdPackedLen => {
                let array = self.gpr(inst.args[0]);
                let d = self.b.loadl(Mem::at(array, LENGTH));
                self.define(inst, d);
            }
            Op::CheckBounds => {
                let (index, length) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let exit = self.exit_of(inst);
                self.b.exitcmpq(Cc::Ae, index, length, exit);
            }
            Op::CheckOwned => {
                let array = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                self.b.exitcmpl(Cc::Ne, Mem::at(array, COUNT), 1, exit);
            }
            Op::PackedSlot => {
                let d = self.slot(inst.args[0], inst.args[1]);
                self.define(inst, d);
            }
            Op::CheckDict => {
                let array = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                self.b.exitcmpb(Cc::Ne, Mem::at(array, KIND), Kind::Dict as i32, exit);
            }
            Op::LdDictUsed => {
                let array = self.gpr(inst.args[0]);
                let d = self.b.loadl(Mem::at(array, USED));
                self.define(inst, d);
            }
            Op::DictSlot => {
                let (array, place) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let words = self.b.lea(Mem::indexed(place, place, 1, 0));
                let d = self.b.lea(Mem::indexed(array, words, 3, ELEMENTS + WORD));
                self.define(inst, d);
            }
            Op::CheckKey => {
                let slot = self.gpr(inst.args[0]);
                let kind = if Type(inst.aux as u16) == Type::INT { INT_KEY } else { STR_KEY };
                let exit = self.exit_of(inst);
                self.b.exitcmpb(Cc::Ne, Mem::at(slot, KEY_KIND - WORD), i32::from(kind), exit);
            }
            Op::CopyKey => {
                let slot = self.gpr(inst.args[0]);
                let key = self.b.loadq(Mem::at(slot, KEY - WORD));
                self.copy_string(key, inst.imm as u32);
            }
            Op::NoteType => {
                let array = self.gpr(inst.args[0]);
                let bits = type_bits(Type(inst.aux as u16)).unwrap_or(types::UNKNOWN);
                self.b.orbm(Mem::at(array, TYPES), i32::from(bits as i8));
            }
            Op::ElemInt => self.element(inst),
            Op::ElemStr => {
                let (array, name) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let d = self.ask_or_leave(inst, Helper::ElementStr, &[array.into(), name.into()]);
                self.define(inst, d);
            }
            Op::ElemNamed => self.element_named(inst),
            Op::FindInt => self.find_int(inst),
            Op::FindStr => {
                let (array, name) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let d = self.ask(Helper::FindStr, &[array.into(), name.into()]);
                self.define(inst, d);
            }
            Op::CheckFound => {
                let found = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                self.b.exittestq(Cc::E, found, found, exit);
            }
            Op::IsSetAt => self.is_set_at(inst),
            Op::SetElem => self.set(inst),
            Op::SetElemStr => {
                let (cell, name) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let (payload, tag) = self.word(inst.args[2]);
                self.try_helper(inst, Helper::SetStr, &[cell, name, payload, tag]);
            }
            Op::MoveElem => {
                let key = self.gpr(inst.args[1]);
                self.move_element(inst, Helper::PutInt, Some(key));
            }
            Op::MoveElemStr => {
                let key = self.gpr(inst.args[1]);
                self.move_element(inst, Helper::PutStr, Some(key));
            }
            Op::MoveAppend => self.move_element(inst, Helper::Append, None),
            Op::Append => {
                let cell = self.gpr(inst.args[0]);
                let (payload, tag) = self.word(inst.args[1]);
                self.try_helper(inst, Helper::Append, &[cell, payload, tag]);
            }
            Op::Separate => {
                let cell = self.gpr(inst.args[0]);
                self.try_helper(inst, Helper::Separate, &[cell]);
            }
            Op::CountArr => self.count(inst),
            _ => return false,
        }
        true
    }

    /// The address of a slot of a packed array.
    fn slot(&mut self, array: Val, index: Val) -> Gpr {
        let array = self.gpr(array);
        match self.imm(index) {
            Some(index) if (0..1 << 24).contains(&index) => {
                self.b.lea(Mem::at(array, SLOTS + index * 16))
            }
            _ => {
                let index = self.gpr(index);
                self.slot_at(array, index)
            }
        }
    }

    fn slot_at(&mut self, array: Gpr, index: Gpr) -> Gpr {
        let bytes = self.b.shlqi(index, 4);
        self.b.lea(Mem::indexed(array, bytes, 0, SLOTS))
    }

    /// A value's payload and tag.
    fn word(&mut self, val: Val) -> (Gpr, Gpr) {
        let payload = self.bits(val);
        let tag = self.b.ldimmq(i64::from(tag_byte(self.unit.types[val])));
        (payload, tag)
    }

    /// Calls a helper that says whether it did its work; leaves when it did not.
    pub(super) fn try_helper(&mut self, inst: &Inst, helper: Helper, args: &[Gpr]) {
        let args: Vec<Vreg> = args.iter().map(|arg| (*arg).into()).collect();
        self.ask_or_leave(inst, helper, &args);
    }

    /// Calls a helper that takes over what a cell holds; leaves when it does not.
    fn move_element(&mut self, inst: &Inst, helper: Helper, key: Option<Gpr>) {
        let (from, array) = (inst.imm as u32, self.gpr(inst.args[0]));
        let (payload, tag) = (self.b.loadq(payload_of(from)), self.b.loadzbl(tag_of(from)));
        let mut args: Vec<Vreg> = vec![array.into()];
        args.extend(key.map(Vreg::from));
        args.extend([Vreg::from(payload), tag.into()]);
        let done = self.ask_or_leave(inst, helper, &args);
        let (due, next) = (self.block(Area::Cold), self.block(Area::Hot));
        let sf = self.b.cmpl(done, 1);
        self.branch(Cc::A, sf, due, next);
        self.b.switch_to(due);
        self.settle(i64::from(inst.aux));
        self.jump(next);
        self.b.switch_to(next);
    }

    fn element(&mut self, inst: &Inst) {
        let (array, index) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let search = |lower: &mut Self| {
            lower.ask_or_leave(inst, Helper::ElementInt, &[array.into(), index.into()])
        };
        let no_reference = |lower: &mut Self, slot, other, area| {
            let sf = lower.b.cmpb(Mem::at(slot, 8), i32::from(DataType::Ref as u8));
            lower.unless_in(area, (Cc::E, sf), other);
            slot
        };
        if inst.imm == 1 {
            let in_dict = |lower: &mut Self, other| {
                let slot = lower.slot_in_dict((array, index), Area::Hot, other);
                no_reference(lower, slot, other, Area::Hot)
            };
            return self.either(inst, in_dict, search);
        }
        let in_place = |lower: &mut Self, other| {
            let length = lower.packed_length(array, other);
            let sf = lower.b.cmpq(index, length);
            lower.unless(Cc::Ae, sf, other);
            let slot = lower.slot_at(array, index);
            no_reference(lower, slot, other, Area::Hot)
        };
        self.either(inst, in_place, |lower| {
            let in_dict = |lower: &mut Self, other| {
                let slot = lower.slot_in_dict((array, index), Area::Cold, other);
                no_reference(lower, slot, other, Area::Cold)
            };
            lower.either_cold(in_dict, search)
        });
    }

    fn find_int(&mut self, inst: &Inst) {
        let (array, index) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let search = |lower: &mut Self| lower.ask(Helper::FindInt, &[array.into(), index.into()]);
        if inst.imm == 1 {
            let in_dict =
                |lower: &mut Self, other| lower.slot_in_dict((array, index), Area::Hot, other);
            return self.either(inst, in_dict, search);
        }
        let in_place = |lower: &mut Self, other| {
            let length = lower.packed_length(array, other);
            let slot = lower.slot_at(array, index);
            let none = lower.b.ldimmq(0);
            let sf = lower.b.cmpq(index, length);
            lower.b.cmovq(Cc::Ae, sf, slot, none)
        };
        self.either(inst, in_place, |lower| {
            let in_dict =
                |lower: &mut Self, other| lower.slot_in_dict((array, index), Area::Cold, other);
            lower.either_cold(in_dict, search)
        });
    }

    /// The slot of an int key in a dict, where the key's distance from the first says; goes to `other`
    /// where it is not there.
    fn slot_in_dict(&mut self, (array, index): (Gpr, Gpr), area: Area, other: BlockId) -> Gpr {
        let sf = self.b.cmpb(Mem::at(array, KIND), Kind::Dict as i32);
        self.unless_in(area, (Cc::Ne, sf), other);
        let used = self.b.loadl(Mem::at(array, USED));
        let first = self.b.loadq(Mem::at(array, ELEMENTS + KEY));
        let (guess, _) = self.b.subq(index, first);
        let sf = self.b.cmpq(guess, used);
        self.unless_in(area, (Cc::Ae, sf), other);
        let words = self.b.lea(Mem::indexed(guess, guess, 1, 0));
        let element = self.b.lea(Mem::indexed(array, words, 3, ELEMENTS));
        let sf = self.b.cmpq(index, Mem::at(element, KEY));
        self.unless_in(area, (Cc::Ne, sf), other);
        let sf = self.b.cmpb(Mem::at(element, KEY_KIND), i32::from(INT_KEY));
        self.unless_in(area, (Cc::Ne, sf), other);
        self.b.lea(Mem::at(element, WORD))
    }

    /// The element at the place where arrays of the shape met last have it, or by a search.
    fn element_named(&mut self, inst: &Inst) {
        let (array, name) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let place = self.b.ldimmq(shape_place() as i64);
        let in_place = |lower: &mut Self, search| {
            let known = lower.b.loadq(Mem::at(place, 0));
            let sf = lower.b.cmpb(Mem::at(array, KIND), Kind::Shaped as i32);
            lower.unless(Cc::Ne, sf, search);
            let shape = lower.b.shrqi(known, 32);
            let sf = lower.b.cmpl(shape, Mem::at(array, SHAPE));
            lower.unless(Cc::Ne, sf, search);
            let index = lower.b.shlqi(known, 32);
            let index = lower.b.shrqi(index, 32);
            lower.slot_at(array, index)
        };
        self.either(inst, in_place, |lower| {
            let args = [array.into(), name.into(), place.into()];
            lower.ask_or_leave(inst, Helper::ElementNamed, &args)
        });
    }

    /// The length of an array that is packed.
    fn packed_length(&mut self, array: Gpr, other: BlockId) -> Gpr {
        let sf = self.b.cmpb(Mem::at(array, KIND), Kind::Packed as i32);
        self.unless(Cc::Ne, sf, other);
        self.b.loadl(Mem::at(array, LENGTH))
    }

    fn is_set_at(&mut self, inst: &Inst) {
        let found = self.gpr(inst.args[0]);
        let (inside, known, join) =
            (self.block(Area::Cold), self.block(Area::Hot), self.block(Area::Hot));
        let (tag, d) = (self.b.gpr_param(known), self.b.gpr_param(join));
        let look = self.block(Area::Hot);
        let sf = self.b.testq(found, found);
        let (none, some) = (self.b.edge(join, &[found.into()]), self.b.edge(look, &[]));
        self.b.jcc(Cc::E, sf, none, some);
        self.b.switch_to(look);
        let outer = self.b.loadzbl(Mem::at(found, 8));
        let sf = self.b.cmpl(outer, i32::from(DataType::Ref as u8));
        self.unless(Cc::E, sf, inside);
        self.jump_with(known, &[outer.into()]);
        self.b.switch_to(inside);
        let block = self.b.loadq(Mem::at(found, 0));
        let inner = self.b.loadzbl(Mem::at(block, REFERRED));
        self.jump_with(known, &[inner.into()]);
        self.b.switch_to(known);
        let sf = self.b.cmpl(tag, i32::from(DataType::Null as u8));
        let is_set = self.b.setcc(Cc::A, sf);
        self.jump_with(join, &[is_set.into()]);
        self.b.switch_to(join);
        self.define(inst, d);
    }

    fn set(&mut self, inst: &Inst) {
        let (cell, index) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let (slow, done) = (self.block(Area::Cold), self.block(Area::Hot));
        let val = inst.args[2];
        let Some(bits) = type_bits(self.unit.types[val]) else {
            self.jump(slow);
            return self.set_by_helper(inst, slow, done);
        };
        let array = self.b.loadq(Mem::at(cell, 0));
        let sf = self.b.cmpl(Mem::at(array, COUNT), 1);
        self.unless(Cc::Ne, sf, slow);
        if inst.imm == 1 {
            let slot = self.slot_in_dict((array, index), Area::Hot, slow);
            self.overwrite((array, slot), (val, bits), Area::Hot, (slow, done));
        } else {
            let dict = self.block(Area::Cold);
            let length = self.packed_length(array, dict);
            let sf = self.b.cmpq(index, length);
            self.unless(Cc::Ae, sf, slow);
            let slot = self.slot_at(array, index);
            self.overwrite((array, slot), (val, bits), Area::Hot, (slow, done));
            self.b.switch_to(dict);
            let slot = self.slot_in_dict((array, index), Area::Cold, slow);
            self.overwrite((array, slot), (val, bits), Area::Cold, (slow, done));
        }
        self.set_by_helper(inst, slow, done);
    }

    fn set_by_helper(&mut self, inst: &Inst, slow: BlockId, done: BlockId) {
        self.b.switch_to(slow);
        let (cell, index) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let (payload, tag) = self.word(inst.args[2]);
        self.try_helper(inst, Helper::SetInt, &[cell, index, payload, tag]);
        self.jump(done);
        self.b.switch_to(done);
    }

    /// Writes a scalar over what has no count in an array, and is done; goes to `slow` where it has one.
    fn overwrite(
        &mut self,
        (array, slot): (Gpr, Gpr),
        (val, bits): (Val, u8),
        area: Area,
        (slow, done): (BlockId, BlockId),
    ) {
        let sf = self.b.cmpb(Mem::at(slot, 8), i32::from(DataType::String as u8));
        self.unless_in(area, (Cc::Ae, sf), slow);
        self.store(Mem::at(slot, 0), val);
        self.b.orbm(Mem::at(array, TYPES), i32::from(bits as i8));
        self.jump(done);
    }

    fn count(&mut self, inst: &Inst) {
        let array = self.gpr(inst.args[0]);
        self.either(
            inst,
            |lower, other| lower.packed_length(array, other),
            |lower| lower.ask(Helper::Count, &[array.into()]),
        );
    }
}
