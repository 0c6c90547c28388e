//! What sites met that meet several classes.

use hhir::{Inst, Op};
use vasm::{Area, Cc, Gpr, Mem};
use vm::exec::Site;
use vm::machine::{Helper, LastMet, Record};

use super::Lower;
use super::object::{CLASS, SLOTS};

/// Where the class is in what a site met last.
const MET_CLASS: i32 = 4;

impl Lower<'_, '_> {
    pub(super) fn met(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::CheckMet => self.check_met(inst),
            Op::FindMethod => {
                let object = self.gpr(inst.args[0]);
                let class = self.b.loadl(Mem::at(object, CLASS));
                let func = self.met_by(inst, Helper::MethodMet, class);
                self.define(inst, func);
            }
            Op::FindProp => self.find_prop(inst),
            Op::StRecordFor => {
                let (object, func) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let at = inst.aux as i32 * 16;
                let field = |field: i32| Mem::at(Gpr::FP, at + field);
                self.b.storeq(field(Record::FUNC), func);
                self.b.storeq(field(Record::CONTEXT), object);
                self.b.storeq(field(Record::EXTRA), 0);
                self.clear_return(at);
            }
            _ => return false,
        }
        true
    }

    /// What a site met for a class; leaves where that is nothing.
    fn met_by(&mut self, inst: &Inst, helper: Helper, class: Gpr) -> Gpr {
        let site: &Site = &self.context.sites[(inst.imm & 0xffff_ffff) as usize];
        let site = self.b.ldimmq(std::ptr::from_ref(site) as i64);
        self.ask_or_leave(inst, helper, &[site.into(), class.into()])
    }

    fn check_met(&mut self, inst: &Inst) {
        let done = self.block(Area::Hot);
        let is_nullable = inst.imm >> 32 != 0;
        let object = self.object_in_cell(inst, is_nullable.then_some(done));
        let class = self.b.loadl(Mem::at(object, CLASS));
        let site: &Site = &self.context.sites[(inst.imm & 0xffff_ffff) as usize];
        let last = self.b.ldimmq(LastMet::value(site) as i64);
        let sf = self.b.cmpl(class, Mem::at(last, MET_CLASS));
        let another = self.block(Area::Cold);
        self.branch(Cc::E, sf, done, another);
        self.met_by(inst, Helper::PassesMet, class);
        self.jump(done);
        self.b.switch_to(done);
    }

    fn find_prop(&mut self, inst: &Inst) {
        let object = self.gpr(inst.args[0]);
        let site: &Site = &self.context.sites[inst.imm as usize];
        let last = LastMet::slot(site);
        let class = self.b.loadl(Mem::at(object, CLASS));
        let here = |lower: &mut Self, another: vasm::BlockId| {
            let last = lower.b.ldimmq(last as i64);
            // One load, so that the class and the slot belong together.
            let met = lower.b.loadq(Mem::at(last, 0));
            let met_class = lower.b.shrqi(met, 32);
            let sf = lower.b.cmpl(met_class, class);
            lower.unless(Cc::Ne, sf, another);
            let slot = lower.b.shlqi(met, 32);
            let slot = lower.b.shrqi(slot, 48);
            let offset = lower.b.shlqi(slot, 4);
            let (address, _) = lower.b.addq(object, offset);
            lower.b.lea(Mem::at(address, SLOTS))
        };
        self.either(inst, here, |lower| {
            let after = lower.met_by(inst, Helper::PropMet, class);
            let offset = lower.b.shlqi(after, 4);
            let (address, _) = lower.b.addq(object, offset);
            lower.b.lea(Mem::at(address, SLOTS - 16))
        });
    }
}
