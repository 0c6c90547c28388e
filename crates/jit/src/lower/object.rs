//! Objects and their records.

use hhir::{Inst, Op, Type};
use runtime::object::ClassId;
use vasm::{Cc, Gpr, Mem};
use vm::func::Func;
use vm::machine::{ClosureSlot, FRAME, Helper, Record};

use super::exit::tag_byte;
use super::memory::COUNT;
use super::{Lower, payload_of, tag_of};

/// Where the class is.
pub(super) const CLASS: i32 = 0;
/// Where the properties begin.
const SLOTS: i32 = 16;

impl Lower<'_, '_> {
    pub(super) fn object(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::LdThis => {
                let d = self.b.loadq(Mem::at(Gpr::FP, FRAME + Record::CONTEXT));
                let exit = self.exit_of(inst);
                self.b.exittestq(Cc::E, d, d, exit);
                self.define(inst, d);
            }
            Op::CheckClass => {
                let object = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                self.b.exitcmpl(Cc::Ne, Mem::at(object, CLASS), inst.imm as i32, exit);
            }
            Op::CheckClosure => {
                let closure = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                let number = Mem::at(closure, ClosureSlot::FUNC);
                self.b.exitcmpq(Cc::Ne, number, inst.imm as i32, exit);
            }
            Op::CheckNullable => {
                let (cell, done) = (inst.aux, self.block(vasm::Area::Hot));
                let sf = self.b.cmpb(tag_of(cell), i32::from(tag_byte(Type::NULL)));
                self.unless(Cc::E, sf, done);
                let exit = self.exit_of(inst);
                self.b.exitcmpb(Cc::Ne, tag_of(cell), i32::from(tag_byte(Type::OBJ)), exit);
                let object = self.b.loadq(payload_of(cell));
                let exit = self.exit_of(inst);
                self.b.exitcmpl(Cc::Ne, Mem::at(object, CLASS), inst.imm as i32, exit);
                self.jump(done);
                self.b.switch_to(done);
            }
            Op::SameObj => {
                let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let sf = self.b.cmpq(a, b);
                let d = self.b.setcc(Cc::E, sf);
                self.define(inst, d);
            }
            Op::PropSlot => {
                let object = self.gpr(inst.args[0]);
                let d = self.b.lea(Mem::at(object, SLOTS + inst.imm as i32 * 16));
                self.define(inst, d);
            }
            Op::NewObject => self.new_object(inst),
            Op::PutObj => {
                let object = self.gpr(inst.args[0]);
                let cell = inst.imm as u32;
                self.b.storeq(payload_of(cell), object);
                self.b.storeb(tag_of(cell), i32::from(tag_byte(Type::OBJ)));
            }
            Op::IncRef => {
                let object = self.gpr(inst.args[0]);
                self.b.addlm(Mem::at(object, COUNT), 1);
            }
            Op::StObj => {
                let object = self.gpr(inst.args[0]);
                let cell = inst.imm as u32;
                self.b.addlm(Mem::at(object, COUNT), 1);
                self.b.storeq(payload_of(cell), object);
                self.b.storeb(tag_of(cell), i32::from(tag_byte(Type::OBJ)));
            }
            Op::CheckRecord => {
                let func = self.b.ldimmq(inst.imm);
                let exit = self.exit_of(inst);
                let at = inst.aux as i32 * 16 + Record::FUNC;
                self.b.exitcmpq(Cc::Ne, Mem::at(Gpr::FP, at), func, exit);
            }
            Op::CheckByValue => {
                let at = inst.aux as i32 * 16 + Record::FUNC;
                let func = self.b.loadq(Mem::at(Gpr::FP, at));
                let exit = self.exit_of(inst);
                self.b.exitcmpq(Cc::Ne, Mem::at(func, Func::BY_REF_AT), 0, exit);
            }
            Op::StRecordOn => {
                let object = self.gpr(inst.args[0]);
                self.record(inst);
                let at = inst.aux as i32 * 16 + Record::CONTEXT;
                self.b.storeq(Mem::at(Gpr::FP, at), object);
            }
            _ => return false,
        }
        true
    }

    fn new_object(&mut self, inst: &Inst) {
        let class = ClassId::from_number(inst.imm as u32).class();
        let vm = self.b.copy(Gpr::VM);
        let class = self.b.ldimmq(std::ptr::from_ref(class) as i64);
        let slot = self.b.ldimmq(i64::from(inst.aux));
        let args = [vm.into(), class.into(), slot.into()];
        let made = self.ask_or_leave(inst, Helper::NewObject, &args);
        self.define(inst, made);
    }
}
