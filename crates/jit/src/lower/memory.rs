//! Cells and slots.

use hhir::{Inst, Op, Type, Val};
use runtime::object::SlotState;
use runtime::rds::Layout;
use runtime::value::DataType;
use vasm::{Area, BlockId, Cc, Gpr, Mem, Ri, Vreg, Xmm};
use vm::machine::{Helper, Record, rds_path};

use super::exit::tag_byte;
use super::{Lower, payload_of, tag_of};

/// Where the count is in a header.
pub(super) const COUNT: i32 = 12;
/// Where the value of a reference is.
const REF_VALUE: i32 = 16;
/// Where its tag is.
pub(super) const REFERRED: i32 = REF_VALUE + 8;
/// The bit of the tags of strings.
const STRING: i32 = 4;

impl Lower<'_, '_> {
    pub(super) fn memory(&mut self, inst: &Inst) -> bool {
        let cell = inst.imm as u32;
        match inst.op {
            Op::LdCell => self.load(inst, payload_of(cell)),
            Op::LdCellTag => {
                let d = self.b.loadzbl(tag_of(cell));
                self.define(inst, d);
            }
            Op::CheckCell => self.check_tag(inst, tag_of(cell)),
            Op::IsNullCell | Op::IsNullSlot => {
                let tag = match inst.op {
                    Op::IsNullCell => tag_of(cell),
                    _ => Mem::at(self.gpr(inst.args[0]), 8),
                };
                let sf = self.b.cmpb(tag, i32::from(DataType::Null as u8));
                let d = self.b.setcc(Cc::E, sf);
                self.define(inst, d);
            }
            Op::CellToDbl => {
                let d = self.number_in(cell);
                self.define(inst, d);
            }
            Op::AddCell | Op::SubCell | Op::MulCell => self.number_cell(inst),
            Op::CheckAnyDbl => {
                let (next, other) = (self.block(Area::Hot), self.block(Area::Cold));
                let double = i32::from(DataType::Double as u8);
                let sf = self.b.cmpb(tag_of(cell), double);
                self.branch(Cc::Ne, sf, other, next);
                self.b.switch_to(other);
                let exit = self.exit_of(inst);
                self.b.exitcmpb(Cc::Ne, tag_of(inst.aux), double, exit);
                self.jump(next);
                self.b.switch_to(next);
            }
            Op::StCell => self.store(payload_of(cell), inst.args[0]),
            Op::StCellTag => {
                let tag = tag_byte(Type(inst.aux as u16));
                // Nulls are compared by their bits, too.
                self.b.storeq(payload_of(cell), 0);
                self.b.storeb(tag_of(cell), i32::from(tag));
            }
            Op::CopyCell => self.copy(payload_of(inst.aux), cell, true),
            Op::MoveCell => self.copy(payload_of(inst.aux), cell, false),
            Op::CopySlot => {
                let from = self.gpr(inst.args[0]);
                self.copy(Mem::at(from, 0), cell, true);
            }
            Op::NextRef => {
                let (iter, to) = (self.b.lea(payload_of(inst.aux)), self.b.lea(payload_of(cell)));
                let more = self.ask(Helper::NextRef, &[iter.into(), to.into()]);
                self.define(inst, more);
            }
            Op::LeaCell => {
                let d = self.b.lea(payload_of(cell));
                self.define(inst, d);
            }
            Op::LeaRef => {
                let block = self.gpr(inst.args[0]);
                let d = self.b.lea(Mem::at(block, REF_VALUE));
                self.define(inst, d);
            }
            Op::RequestSlot => {
                let value = self.set_slot(inst, inst.imm as u32);
                let d = self.b.lea(value);
                self.define(inst, d);
            }
            Op::CheckNamed => {
                let class = self.set_slot(inst, inst.aux);
                let exit = self.exit_of(inst);
                self.b.exitcmpl(Cc::Ne, class, inst.imm as i32, exit);
            }
            Op::TruthCell => self.is_true(inst, payload_of(cell)),
            Op::TruthSlot => {
                let slot = self.gpr(inst.args[0]);
                self.is_true(inst, Mem::at(slot, 0));
            }
            Op::GlobalPlace => {
                let (vm, name) = (self.b.copy(Gpr::VM), self.gpr(inst.args[0]));
                let place = self.ask_or_leave(inst, Helper::GlobalPlace, &[vm.into(), name.into()]);
                self.define(inst, place);
            }
            Op::LdSlot => {
                let slot = self.gpr(inst.args[0]);
                self.load(inst, Mem::at(slot, inst.imm as i32));
            }
            Op::CheckSlot => {
                let slot = self.gpr(inst.args[0]);
                self.check_tag(inst, Mem::at(slot, inst.imm as i32 + 8));
            }
            Op::StSlot => {
                let slot = self.gpr(inst.args[0]);
                self.store(Mem::at(slot, 0), inst.args[1]);
                if inst.imm == 1 {
                    self.b.storeb(Mem::at(slot, SlotState::OFFSET as i32), 0);
                }
            }
            Op::StPayload => {
                let slot = self.gpr(inst.args[0]);
                self.store_payload(Mem::at(slot, 0), inst.args[1]);
            }
            Op::MoveSlot => self.move_to_slot(inst),
            Op::LdWord => {
                let base = self.gpr(inst.args[0]);
                let d = self.b.loadl(Mem::at(base, inst.imm as i32));
                self.define(inst, d);
            }
            Op::LdStrLen => {
                let string = self.gpr(inst.args[0]);
                let d = self.b.loadl(Mem::at(string, 0));
                self.define(inst, d);
            }
            Op::StRecord => self.record(inst),
            _ => return false,
        }
        true
    }

    /// A slot of the request, which was set in this one.
    pub(super) fn set_slot(&mut self, inst: &Inst, number: u32) -> Mem {
        let rds = rds_path();
        let in_rds = |offset: usize| Mem::at(Gpr::VM, rds + offset as i32);
        let offset = number as i32 * Layout::SLOT as i32;
        let exit = self.exit_of(inst);
        self.b.exitcmpl(Cc::Be, in_rds(Layout::LENGTH), number as i32, exit);
        let base = self.b.loadq(in_rds(Layout::BASE));
        let now = self.b.loadl(in_rds(Layout::GENERATION));
        let set = Mem::at(base, offset + Layout::SLOT_GENERATION as i32);
        let exit = self.exit_of(inst);
        self.b.exitcmpl(Cc::Ne, now, set, exit);
        Mem::at(base, offset)
    }

    /// Whether the value in memory is true. What has no block but a float is seen in place.
    fn is_true(&mut self, inst: &Inst, from: Mem) {
        let here = |lower: &mut Self, cold| {
            let sf = lower.b.cmpb(tag(from), i32::from(DataType::Int64 as u8));
            lower.unless(Cc::A, sf, cold);
            let payload = lower.b.loadq(from);
            let sf = lower.b.testq(payload, payload);
            lower.b.setcc(Cc::Ne, sf)
        };
        let elsewhere = |lower: &mut Self| {
            let place = lower.b.lea(from);
            lower.ask(Helper::Truth, &[place.into()])
        };
        self.either(inst, here, elsewhere);
    }

    fn load(&mut self, inst: &Inst, from: Mem) {
        let dest = inst.dest.expect("invariant: the row has a result");
        let reg: Vreg = match self.unit.types[dest] {
            Type::DBL => self.b.loadsd(from).into(),
            _ => self.b.loadq(from).into(),
        };
        self.define(inst, reg);
    }

    /// Writes a value and its tag.
    pub(super) fn store(&mut self, to: Mem, val: Val) {
        self.store_payload(to, val);
        let tag = Ri::Imm(i32::from(tag_byte(self.unit.types[val])));
        self.b.storeb(Mem { disp: to.disp + 8, ..to }, tag);
    }

    fn store_payload(&mut self, to: Mem, val: Val) {
        let ty = self.unit.types[val];
        match (ty, self.imm(val)) {
            (_, Some(imm)) if ty != Type::DBL || imm == 0 => self.b.storeq(to, imm),
            (Type::DBL, _) => {
                let reg = self.xmm(val);
                self.b.storesd(to, reg);
            }
            _ => {
                let reg = self.gpr(val);
                self.b.storeq(to, reg);
            }
        }
    }

    /// Leaves unless the tag in memory is of a type.
    fn check_tag(&mut self, inst: &Inst, tag: Mem) {
        let ty = Type(inst.aux as u16);
        let exit = self.exit_of(inst);
        if ty == Type::UNCOUNTED {
            self.b.exitcmpb(Cc::Ae, tag, i32::from(DataType::StaticString as u8), exit);
        } else if ty == Type(Type::UNCOUNTED.0 & !Type::UNINIT.0) {
            let tag = self.b.loadzbl(tag);
            let (other, _) = self.b.subq(tag, i32::from(DataType::Null as u8));
            let width = DataType::String as i32 - DataType::Null as i32;
            self.b.exitcmpq(Cc::Ae, other, width, exit);
        } else if ty == Type(Type::ANY.0 & !Type::REF.0) {
            self.b.exitcmpb(Cc::E, tag, i32::from(DataType::Ref as u8), exit);
        } else if ty == Type::CELL {
            let tag = self.b.loadzbl(tag);
            let (other, _) = self.b.subq(tag, i32::from(DataType::Null as u8));
            let width = DataType::Ref as i32 - DataType::Null as i32;
            self.b.exitcmpq(Cc::Ae, other, width, exit);
        } else if ty == Type::NUM {
            // The two tags follow each other, and differ in the lowest bit alone.
            let tag = self.b.loadzbl(tag);
            let (other, _) = self.b.subq(tag, i32::from(DataType::Int64 as u8));
            self.b.exitcmpq(Cc::A, other, 1, exit);
        } else if ty == Type::STR {
            self.b.exittestb(Cc::E, tag, STRING, exit);
        } else {
            self.b.exitcmpb(Cc::Ne, tag, i32::from(tag_byte(ty)), exit);
        }
    }

    /// Copies a value to a cell.
    fn copy(&mut self, from: Mem, cell: u32, counts: bool) {
        match counts {
            true => self.copy_word(from, payload_of(cell)),
            false => self.move_word(from, payload_of(cell)),
        }
    }

    /// Copies a word whose tag is in the byte behind its payload, and counts one more.
    pub(super) fn copy_word(&mut self, from: Mem, to: Mem) {
        let (payload, kind) = (self.b.loadq(from), self.b.loadzbl(tag(from)));
        self.b.storeq(to, payload);
        self.b.storeb(tag(to), kind);
        self.retain(payload, kind);
    }

    /// Moves such a word.
    pub(super) fn move_word(&mut self, from: Mem, to: Mem) {
        let (payload, kind) = (self.b.loadq(from), self.b.loadzbl(tag(from)));
        self.b.storeq(to, payload);
        self.b.storeb(tag(to), kind);
    }

    /// Goes to `slow` unless a tag is this one.
    pub(super) fn expect(&mut self, tag: Mem, ty: DataType, slow: BlockId) {
        let sf = self.b.cmpb(tag, i32::from(ty as u8));
        self.unless(Cc::Ne, sf, slow);
    }

    /// Takes a count of a value, if it has one.
    fn retain(&mut self, payload: Gpr, tag: Gpr) {
        let (counted, done) = (self.block(Area::Hot), self.block(Area::Hot));
        let sf = self.b.cmpb(tag, i32::from(DataType::String as u8));
        self.branch(Cc::B, sf, done, counted);
        let count = Mem::at(payload, COUNT);
        let sf = self.b.cmpl(count, 0);
        self.unless(Cc::L, sf, done);
        self.b.addlm(count, 1);
        self.jump(done);
        self.b.switch_to(done);
    }

    /// Copies a string to a cell, and counts one more.
    pub(super) fn copy_string(&mut self, string: Gpr, cell: u32) {
        let (counted, uncounted, done) =
            (self.block(Area::Hot), self.block(Area::Cold), self.block(Area::Hot));
        self.b.storeq(payload_of(cell), string);
        let count = Mem::at(string, COUNT);
        let sf = self.b.cmpl(count, 0);
        self.branch(Cc::L, sf, uncounted, counted);
        self.b.addlm(count, 1);
        self.b.storeb(tag_of(cell), i32::from(DataType::String as u8));
        self.jump(done);
        self.b.switch_to(uncounted);
        self.b.storeb(tag_of(cell), i32::from(DataType::StaticString as u8));
        self.jump(done);
        self.b.switch_to(done);
    }

    /// The number in a cell as a float.
    fn number_in(&mut self, cell: u32) -> Xmm {
        let (float, int, join) =
            (self.block(Area::Hot), self.block(Area::Hot), self.block(Area::Hot));
        let d = self.b.xmm_param(join);
        let sf = self.b.cmpb(tag_of(cell), i32::from(DataType::Double as u8));
        self.branch(Cc::Ne, sf, int, float);
        let val = self.b.loadsd(payload_of(cell));
        self.jump_with(join, &[val.into()]);
        self.b.switch_to(int);
        let val = self.b.cvtsi2sd(payload_of(cell));
        self.jump_with(join, &[val.into()]);
        self.b.switch_to(join);
        d
    }

    /// Writes what an operator makes of the numbers in two cells: a float where one is a float, or the
    /// result is no int.
    fn number_cell(&mut self, inst: &Inst) {
        let (dest, a, b) = (inst.imm as u32, inst.aux & 0xffff, inst.aux >> 16);
        let (floats, done) = (self.block(Area::Hot), self.block(Area::Hot));
        let (one, other) = (self.b.loadzbl(tag_of(a)), self.b.loadzbl(tag_of(b)));
        // The tags of ints and floats differ in the lowest bit alone.
        let (both, _) = self.b.orq(one, other);
        let sf = self.b.cmpl(both, i32::from(DataType::Int64 as u8));
        self.unless(Cc::Ne, sf, floats);
        let (left, right) = (self.b.loadq(payload_of(a)), self.b.loadq(payload_of(b)));
        let (result, sf) = match inst.op {
            Op::AddCell => self.b.addq(left, right),
            Op::SubCell => self.b.subq(left, right),
            _ => self.b.imulq(left, right),
        };
        self.unless(Cc::O, sf, floats);
        self.b.storeq(payload_of(dest), result);
        self.b.storeb(tag_of(dest), i32::from(DataType::Int64 as u8));
        self.jump(done);
        self.b.switch_to(floats);
        let (left, right) = (self.number_in(a), self.number_in(b));
        let result = match inst.op {
            Op::AddCell => self.b.addsd(left, right),
            Op::SubCell => self.b.subsd(left, right),
            _ => self.b.mulsd(left, right),
        };
        self.b.storesd(payload_of(dest), result);
        self.b.storeb(tag_of(dest), i32::from(DataType::Double as u8));
        self.jump(done);
        self.b.switch_to(done);
    }

    pub(super) fn record(&mut self, inst: &Inst) {
        let at = inst.aux as i32 * 16;
        self.begin_record(at, inst.imm);
        self.clear_return(at);
    }

    /// What a record has from its beginning: the function, and nothing else.
    pub(super) fn begin_record(&mut self, at: i32, func: i64) {
        let func = self.b.ldimmq(func);
        self.b.storeq(Mem::at(Gpr::FP, at + Record::FUNC), func);
        self.b.storeq(Mem::at(Gpr::FP, at + Record::CONTEXT), 0);
        self.b.storeq(Mem::at(Gpr::FP, at + Record::EXTRA), 0);
    }

    /// What a record has before it is called.
    pub(super) fn clear_return(&mut self, at: i32) {
        for field in [Record::CALLER, Record::RET, Record::ARGS] {
            self.b.storeq(Mem::at(Gpr::FP, at + field), 0);
        }
    }
}

/// Where the tag of a word is.
pub(super) fn tag(word: Mem) -> Mem {
    Mem { disp: word.disp + 8, ..word }
}
