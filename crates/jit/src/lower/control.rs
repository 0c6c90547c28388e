//! Entering, leaving, calls and op bodies.

use hhir::{Inst, Op, Val};
use runtime::value::DataType;
use vasm::{Area, Cc, Edge, Gpr, Mem, Vreg};
use vm::machine::{FRAME, Helper, Record, surprise_path};

use super::memory::COUNT;
use super::{Lower, payload_of, tag_of};

/// Where the number of a cell is.
const NUMBER: i32 = 12;
/// Above every address that a frame can have; see the surprise word.
pub(super) const TOP: i64 = 1 << 47;
/// How many locals are cleared one by one.
const CLEARED: usize = 24;

impl Lower<'_, '_> {
    /// Goes to the way whose number is in the cell.
    pub(super) fn enter(&mut self) {
        let entry = self.b.block;
        let (pc, fp, vm) =
            (self.b.gpr_param(entry), self.b.gpr_param(entry), self.b.gpr_param(entry));
        self.b.setfp(fp);
        self.b.setvm(vm);
        let ways: Vec<vasm::BlockId> = self.unit.ways.iter().map(|way| self.blocks[way]).collect();
        if ways.len() == 1 {
            return self.jump(ways[0]);
        }
        let number = self.b.loadl(Mem::at(pc, NUMBER));
        self.choose(number, 0, &ways);
    }

    /// Goes to the way with a number, of those from `first` on.
    fn choose(&mut self, number: Gpr, first: usize, ways: &[vasm::BlockId]) {
        let middle = ways.len() / 2;
        if middle == 0 {
            return self.jump(ways[0]);
        }
        let upper = self.block(Area::Hot);
        let sf = self.b.cmpl(number, (first + middle) as i32);
        self.unless(Cc::Ge, sf, upper);
        self.choose(number, first, &ways[..middle]);
        self.b.switch_to(upper);
        self.choose(number, first + middle, &ways[middle..]);
    }

    pub(super) fn control(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::Jmp => {
                let edge = self.edge(inst, 0);
                self.b.jmp(edge);
            }
            Op::Br => self.br(inst),
            Op::Leave => {
                let exit = self.exit_of(inst);
                self.b.exittestq(Cc::Ne, Gpr::FP, Gpr::FP, exit);
                self.b.trap();
            }
            Op::Poll => {
                let word = self.b.loadq(Mem::at(Gpr::VM, surprise_path()));
                let exit = self.exit_of(inst);
                self.b.exitcmpw(Cc::Ne, Mem::at(word, 6), 0, exit);
            }
            Op::Step => {
                let args = self.site_args(inst.imm, None);
                self.run_helper(Helper::Step, &args);
            }
            Op::CallPure => self.call_pure(inst),
            Op::StepBr => self.step_branch(inst),
            Op::Assign => self.assign(inst),
            Op::DropCell => self.drop_cell(inst),
            Op::RelCell => self.release_local(inst),
            Op::RunGroup => self.run_group(inst),
            Op::StepCall => self.step_call(inst),
            Op::CallPhp => self.call_php(inst),
            Op::RetCell => self.ret_cell(inst.imm),
            Op::RetBare => self.ret_bare(inst.imm),
            Op::Ret => self.ret(inst.args[0]),
            _ => return false,
        }
        true
    }

    fn edge(&mut self, inst: &Inst, number: usize) -> Edge {
        let edge = &inst.edges[number];
        let args: Vec<Vreg> = edge.args.iter().map(|arg| self.reg(*arg)).collect();
        let block = self.blocks[&edge.block];
        self.b.edge(block, &args)
    }

    fn br(&mut self, inst: &Inst) {
        let (mut truth, mut flip) = (inst.args[0], false);
        while let Some(not) = self.fused.get(&truth).filter(|inst| inst.op == Op::NotBool) {
            truth = not.args[0];
            flip = !flip;
        }
        let (cc, sf) = match self.fused.get(&truth).cloned() {
            Some(compare) => self.flags(&compare),
            None => {
                let truth = self.gpr(truth);
                (Cc::Ne, self.b.testl(truth, truth))
            }
        };
        let (taken, next) = if flip { (1, 0) } else { (0, 1) };
        let (taken, next) = (self.edge(inst, taken), self.edge(inst, next));
        self.b.jcc(cc, sf, taken, next);
    }

    /// The request, the frame, a site and perhaps a number, as arguments.
    pub(super) fn site_args(&mut self, site: i64, number: Option<i64>) -> Vec<Vreg> {
        let site = std::ptr::from_ref(&self.context.sites[site as usize]) as i64;
        let (vm, fp) = (self.b.copy(Gpr::VM), self.b.copy(Gpr::FP));
        let site = self.b.ldimmq(site);
        let mut args: Vec<Vreg> = vec![vm.into(), fp.into(), site.into()];
        if let Some(number) = number {
            args.push(self.b.ldimmq(number).into());
        }
        args
    }

    /// Calls a helper that says where to go on: behind it, or elsewhere.
    pub(super) fn run_helper(&mut self, helper: Helper, args: &[Vreg]) {
        let (pc, fp) = self.helper(helper, args);
        let away = self.leave_block(pc, fp);
        let sf = self.b.testq(pc, pc);
        self.unless(Cc::Ne, sf, away);
    }

    pub(super) fn helper(&mut self, helper: Helper, args: &[Vreg]) -> (Gpr, Gpr) {
        let (pc, fp) = (self.b.unit.fresh_gpr(), self.b.unit.fresh_gpr());
        self.call(helper, args, &[pc.into(), fp.into()]);
        (pc, fp)
    }

    /// A block that goes on at an exec instruction.
    pub(super) fn leave_block(&mut self, pc: Gpr, fp: Gpr) -> vasm::BlockId {
        let here = self.b.block;
        let away = self.block(Area::Cold);
        self.b.switch_to(away);
        self.go_on_at(pc, fp);
        self.b.switch_to(here);
        away
    }

    pub(super) fn go_on_at(&mut self, pc: Gpr, fp: Gpr) {
        let handler = self.b.loadq(Mem::at(pc, 0));
        let vm = self.b.copy(Gpr::VM);
        let args = self.b.unit.list(&[pc.into(), fp.into(), vm.into()]);
        self.b.jmpr(handler, args);
    }

    fn step_branch(&mut self, inst: &Inst) {
        let args = self.site_args(inst.imm, None);
        let (pc, fp) = self.helper(Helper::Step, &args);
        let away = self.leave_block(pc, fp);
        let sf = self.b.cmpq(pc, 1);
        self.unless(Cc::A, sf, away);
        let (taken, next) = (self.edge(inst, 0), self.edge(inst, 1));
        let sf = self.b.testl(pc, pc);
        self.b.jcc(Cc::Ne, sf, taken, next);
    }

    fn call_pure(&mut self, inst: &Inst) {
        let (func, _) = self.context.calls[&(inst.imm as u32)];
        let native = func.as_native().expect("invariant: the function is a builtin");
        let args = self.site_args(inst.imm, Some(std::ptr::from_ref(native) as i64));
        self.run_helper(Helper::CallPure, &args);
    }

    fn step_call(&mut self, inst: &Inst) {
        // The cell before the one to which the call returns stands for the call.
        let cell = self.context.ways.address(inst.aux as usize) as i64 - 16;
        let args = self.site_args(i64::from(inst.imm as u32), Some(cell));
        let (pc, fp) = self.helper(Helper::Call, &args);
        self.go_on_at(pc, fp);
    }

    pub(super) fn run_group(&mut self, inst: &Inst) {
        self.run_at(self.context.ways.instruction(inst.aux as usize));
    }

    /// Runs the exec instruction of a cell, whose handler is known.
    pub(super) fn run_at(&mut self, (cell, handler): (u64, u64)) {
        let (pc, handler) = (self.b.ldimmq(cell as i64), self.b.ldimmq(handler as i64));
        let (fp, vm) = (self.b.copy(Gpr::FP), self.b.copy(Gpr::VM));
        let args = self.b.unit.list(&[pc.into(), fp.into(), vm.into()]);
        self.b.jmpr(handler, args);
    }

    /// Goes to `slow` unless a frame that ends so many bytes above this one's beginning has room, and
    /// nothing is to be heeded.
    pub(super) fn expect_room(&mut self, end: i32, slow: vasm::BlockId) {
        let word = self.b.loadq(Mem::at(Gpr::VM, surprise_path()));
        let top = self.b.ldimmq(TOP - i64::from(end));
        let (distance, _) = self.b.subq(top, Gpr::FP);
        let sf = self.b.cmpq(distance, Mem::at(word, 0));
        self.unless(Cc::B, sf, slow);
    }

    fn call_php(&mut self, inst: &Inst) {
        let (site, is_new) = (inst.imm as u32, inst.imm >> 32 != 0);
        let (func, count) = self.context.calls[&site];
        let record = self.context.record_of(inst);
        let frame = record - FRAME;
        let cleared = count as usize..func.slots();
        if is_new {
            self.begin_record(record, std::ptr::from_ref(func) as i64);
        }
        let step = |lower: &mut Self| {
            if is_new {
                lower.clear_return(record);
            }
            lower.step_call(inst);
        };
        if cleared.len() > CLEARED {
            return step(self);
        }
        let slow = self.block(Area::Cold);
        let end = frame + func.cells() as i32 * 16;
        self.expect_room(end, slow);
        let closure = func.as_php().and_then(|php| self.closure_of(php, record, slow));
        for cell in cleared {
            self.b.storeb(Mem::at(Gpr::FP, frame + cell as i32 * 16 + 8), 0);
        }
        let back = self.context.ways.address(inst.aux as usize) as i64;
        let back = self.b.ldimmq(back);
        self.b.storeq(Mem::at(Gpr::FP, record + Record::CALLER), Gpr::FP);
        self.b.storeq(Mem::at(Gpr::FP, record + Record::RET), back);
        self.b.storel(Mem::at(Gpr::FP, record + Record::ARGS), count as i32);
        if let Some(closure) = closure {
            self.enter_closure(closure, record);
        }
        let callee = self.b.lea(Mem::at(Gpr::FP, frame));
        if self.context.calls_itself(inst) {
            self.go_on_here(0, callee);
        } else {
            let entry = self.b.ldimmq(func.entry_address() as i64);
            let pc = self.b.loadq(Mem::at(entry, 0));
            self.go_on_at(pc, callee);
        }
        self.b.switch_to(slow);
        step(self);
    }

    /// Goes on at a way of this code, in another frame.
    fn go_on_here(&mut self, way: usize, frame: Gpr) {
        self.b.setfp(frame);
        self.jump(self.blocks[&self.unit.ways[way]]);
    }

    /// Goes on in the caller: at once where that is the function itself.
    fn go_back(&mut self, back: Gpr, caller: Gpr) {
        for (way, above) in self.own_calls.clone() {
            let cell = self.b.ldimmq(self.context.ways.address(way) as i64);
            let (here, elsewhere) = (self.block(Area::Hot), self.block(Area::Hot));
            let sf = self.b.cmpq(back, cell);
            self.branch(Cc::Ne, sf, elsewhere, here);
            let caller = self.b.lea(Mem::at(Gpr::FP, -above));
            self.go_on_here(way, caller);
            self.b.switch_to(elsewhere);
        }
        self.go_on_at(back, caller);
    }

    pub(super) fn ret_cell(&mut self, cell: i64) {
        let (vm, fp) = (self.b.copy(Gpr::VM), self.b.copy(Gpr::FP));
        let cell = self.b.ldimmq(cell);
        let (pc, fp) = self.helper(Helper::Return, &[vm.into(), fp.into(), cell.into()]);
        self.go_on_at(pc, fp);
    }

    fn ret(&mut self, val: Val) {
        let slow = self.block(Area::Cold);
        let (back, caller) = self.leave_frame(slow);
        self.store(Mem::at(Gpr::FP, FRAME), val);
        self.go_back(back, caller);
        self.b.switch_to(slow);
        let top = self.context.func.slots() as u32;
        self.store(payload_of(top), val);
        self.ret_cell(i64::from(top));
    }

    fn ret_bare(&mut self, cell: i64) {
        let slow = self.block(Area::Cold);
        let (back, caller) = self.leave_frame(slow);
        let payload = self.b.loadq(payload_of(cell as u32));
        let tag = self.b.loadzbl(tag_of(cell as u32));
        self.b.storeq(Mem::at(Gpr::FP, FRAME), payload);
        self.b.storeb(Mem::at(Gpr::FP, FRAME + 8), tag);
        self.go_back(back, caller);
        self.b.switch_to(slow);
        self.ret_cell(cell);
    }

    /// Gives up what the record of the frame holds; where the caller goes on, and its frame. Goes to
    /// `slow`, with nothing done, where that is more than a count.
    pub(super) fn leave_frame(&mut self, slow: vasm::BlockId) -> (Gpr, Gpr) {
        let field = |field: i32| Mem::at(Gpr::FP, FRAME + field);
        let extra = self.b.cmpq(field(Record::EXTRA), 0);
        self.unless(Cc::Ne, extra, slow);
        let caller = self.b.loadq(field(Record::CALLER));
        let sf = self.b.testq(caller, caller);
        self.unless(Cc::E, sf, slow);
        if self.context.func.scope().is_some() {
            self.give_up_this(slow);
        } else {
            let context = self.b.cmpq(field(Record::CONTEXT), 0);
            self.unless(Cc::Ne, context, slow);
        }
        (self.b.loadq(field(Record::RET)), caller)
    }

    /// Gives up the count of `$this` where others stay.
    fn give_up_this(&mut self, slow: vasm::BlockId) {
        let (done, counted) = (self.block(Area::Hot), self.block(Area::Hot));
        let told = self.block(Area::Cold);
        let this = self.b.loadq(Mem::at(Gpr::FP, FRAME + Record::CONTEXT));
        let sf = self.b.testq(this, this);
        self.branch(Cc::E, sf, done, counted);
        let sf = self.b.cmpl(Mem::at(this, COUNT), 1);
        self.unless(Cc::Le, sf, slow);
        self.tell_collector(this, hhir::Type::OBJ, told);
        self.b.sublm(Mem::at(this, COUNT), 1);
        self.jump(done);
        self.b.switch_to(told);
        let tag = self.b.ldimmq(i64::from(DataType::Object as u8));
        self.ask(Helper::Release, &[this.into(), tag.into()]);
        self.jump(done);
        self.b.switch_to(done);
    }
}
