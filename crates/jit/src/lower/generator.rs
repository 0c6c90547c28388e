//! Suspending and resuming generators.
//!
//! Both move the cells of the frame one by one: a word that was written in two parts is read in
//! the same two. Whatever is not simple is left to the fused instruction, before anything is done.

use hhbc::imm::{IterId, LocalId};
use hhbc::instr::Instr;
use hhir::{Inst, Op, Type};
use runtime::value::DataType;
use vasm::{Area, BlockId, Cc, Gpr, Mem};
use vm::func::Func;
use vm::machine::{
    FRAME, GeneratorMark, GeneratorSlot, GeneratorState, Helper, Record, generator_class,
    surprise_path,
};

use super::array::{LENGTH, SLOTS};
use super::control::TOP;
use super::memory::{COUNT, tag};
use super::object::CLASS;
use super::release::Given;
use super::{Lower, payload_of, tag_of};

/// What has no count, or is a string.
const TEXT: Type = Type(Type::UNCOUNTED.0 | Type::STR.0);

/// The step of a loop over a generator.
struct Step {
    iter: u32,
    value: u32,
    key: Option<u32>,
}

impl Lower<'_, '_> {
    pub(super) fn generator(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::Yield => self.yield_to_caller(inst),
            Op::Resume => self.resume(inst),
            Op::ResumeThis => self.resume_this(inst),
            Op::LeaveMethod => self.leave_method(inst),
            Op::TakeYielded => self.take_yielded(inst),
            _ => return false,
        }
        true
    }

    fn step_at(&self, site: i64) -> Step {
        let of = |iter: IterId, value: LocalId, key: Option<LocalId>| {
            let php = self.context.func.as_php();
            let iter = php.map_or(0, |php| php.iter_cell(iter)) as u32;
            Step { iter, value: value.0, key: key.map(|key| key.0) }
        };
        match self.context.sites[site as usize].instr {
            Instr::IterNext { iter, value, .. } => of(iter, value, None),
            Instr::IterNextK { iter, value, key, .. } => of(iter, value, Some(key)),
            ref other => unreachable!("invariant: the step of a loop, not {other:?}"),
        }
    }

    /// Goes to `slow` when a tag is of something whose end may run code.
    fn expect_text(&mut self, tag: Mem, slow: BlockId) {
        let sf = self.b.cmpb(tag, i32::from(DataType::String as u8));
        self.unless(Cc::A, sf, slow);
    }

    /// What is in memory, and will be given up.
    fn given_at(&mut self, word: Mem, ty: Type) -> Given {
        let (payload, tag) = (self.b.loadq(word), self.b.loadzbl(tag(word)));
        Given { payload, tag, ty }
    }

    fn put(&mut self, to: Mem, payload: i32, ty: DataType) {
        self.b.storeq(to, payload);
        self.b.storeb(tag(to), i32::from(ty as u8));
    }

    fn yield_to_caller(&mut self, inst: &Inst) {
        let slow = self.block(Area::Cold);
        let hidden = self.context.func.slots() as u32 - 1;
        let generator = self.b.loadq(payload_of(hidden));
        let slot = |at: i32| Mem::at(generator, at);
        let state = self.b.cmpq(slot(GeneratorSlot::STATE), GeneratorState::RUNNING);
        self.unless(Cc::Ne, state, slow);
        let list = self.list_of(generator, hidden, slow);
        let root = self.b.cmpb(tag(slot(GeneratorSlot::ROOT)), i32::from(DataType::Object as u8));
        self.unless(Cc::E, root, slow);
        self.expect_text(tag(slot(GeneratorSlot::KEY)), slow);
        let count = self.b.cmpl(slot(COUNT), 1);
        self.unless(Cc::Le, count, slow);
        self.tell_collector(generator, Type::OBJ, slow);
        let (ret, caller) = self.leave_frame(slow);
        if let Some(list) = list {
            self.move_cells(Gpr::FP, (list, SLOTS), hidden);
            self.b.storel(Mem::at(list, LENGTH), hidden as i32);
        }
        let given = [(GeneratorSlot::KEY, TEXT), (GeneratorSlot::CURRENT, Type::ANY)];
        let given = given.map(|(at, ty)| self.given_at(slot(at), ty));
        self.put_pair(generator, inst.imm);
        self.suspend(generator, inst);
        self.b.sublm(slot(COUNT), 1);
        self.put(Mem::at(Gpr::FP, FRAME), 0, DataType::Null);
        for given in given {
            self.give_up(given, |lower| {
                lower.destroy_at(ret, caller);
                false
            });
        }
        self.go_on_at(ret, caller);
        self.b.switch_to(slow);
        self.run_group(inst);
    }

    /// The list of words of a running generator that has any, if it is its own.
    fn list_of(&mut self, generator: Gpr, hidden: u32, slow: BlockId) -> Option<Gpr> {
        if hidden == 0 {
            return None;
        }
        self.expect(tag(Mem::at(generator, GeneratorSlot::CELLS)), DataType::Array, slow);
        let list = self.b.loadq(Mem::at(generator, GeneratorSlot::CELLS));
        let sf = self.b.cmpl(Mem::at(list, COUNT), 1);
        self.unless(Cc::Ne, sf, slow);
        Some(list)
    }

    /// Moves the first cells of a frame to the words of a list.
    fn move_cells(&mut self, fp: Gpr, (list, words): (Gpr, i32), count: u32) {
        for cell in 0..count as i32 {
            self.move_word(Mem::at(fp, cell * 16), Mem::at(list, words + cell * 16));
        }
    }

    /// Gives a generator the value that is on the stack at a site, and its key.
    fn put_pair(&mut self, generator: Gpr, site: i64) {
        let slot = |at: i32| Mem::at(generator, at);
        let first = self.context.func.slots() as u32;
        let (key, last) = (slot(GeneratorSlot::KEY), slot(GeneratorSlot::LAST_KEY));
        if let Instr::YieldK {} = self.context.sites[site as usize].instr {
            self.move_word(payload_of(first), key);
            self.note_key(payload_of(first), last);
            return self.move_word(payload_of(first + 1), slot(GeneratorSlot::CURRENT));
        }
        let before = self.b.loadq(last);
        let (next, _) = self.b.addq(before, 1);
        self.b.storeq(last, next);
        self.b.storeq(key, next);
        self.b.storeb(tag(key), i32::from(DataType::Int64 as u8));
        self.move_word(payload_of(first), slot(GeneratorSlot::CURRENT));
    }

    /// The last key becomes the one in a cell, if that is a higher int.
    fn note_key(&mut self, key: Mem, last: Mem) {
        let done = self.block(Area::Hot);
        let sf = self.b.cmpb(tag(key), i32::from(DataType::Int64 as u8));
        self.unless(Cc::Ne, sf, done);
        let key = self.b.loadq(key);
        let sf = self.b.cmpq(key, last);
        self.unless(Cc::Le, sf, done);
        self.b.storeq(last, key);
        self.jump(done);
        self.b.switch_to(done);
    }

    /// Notes where a generator stands, and where it goes on.
    fn suspend(&mut self, generator: Gpr, inst: &Inst) {
        let slot = |at: i32| Mem::at(generator, at);
        self.b.storeq(slot(GeneratorSlot::SITE), inst.imm as i32);
        self.b.storeq(slot(GeneratorSlot::STATE), GeneratorState::LATER);
        let back = self.context.ways.address(inst.aux as usize) as i64;
        let back = self.b.ldimmq(back);
        self.b.storeq(slot(GeneratorSlot::RESUME), back);
        let address = tag(slot(GeneratorSlot::RESUME));
        self.b.storeb(address, i32::from(DataType::Int64 as u8));
    }

    /// Runs the destructors that are due before an exec instruction, and goes on there.
    fn destroy_at(&mut self, pc: Gpr, fp: Gpr) {
        let vm = self.b.copy(Gpr::VM);
        let (to, frame) = self.helper(Helper::Destroy, &[vm.into(), pc.into(), fp.into()]);
        self.go_on_at(to, frame);
    }

    fn resume(&mut self, inst: &Inst) {
        let Some(class) = generator_class() else { return self.run_group(inst) };
        let slow = self.block(Area::Cold);
        let Step { iter, .. } = self.step_at(inst.imm);
        let (func, _) = self.context.calls[&(inst.imm as u32)];
        self.expect(tag_of(iter), DataType::Object, slow);
        let mark = self.b.cmpq(payload_of(iter + 1), GeneratorMark::WAITS);
        self.unless(Cc::Ne, mark, slow);
        let generator = self.b.loadq(payload_of(iter));
        let slot = |at: i32| Mem::at(generator, at);
        let sf = self.b.cmpl(slot(CLASS), class as i32);
        self.unless(Cc::Ne, sf, slow);
        let callee = self.b.ldimmq(std::ptr::from_ref(func) as i64);
        let sf = self.b.cmpq(slot(GeneratorSlot::CALLEE), callee);
        self.unless(Cc::Ne, sf, slow);
        self.expect_plain(generator, slow);
        let record = self.context.func.slots() as i32 * 16;
        let frame = record - FRAME;
        let end = frame + func.cells() as i32 * 16;
        self.expect_room(end, slow);
        self.begin_frame(generator, callee, (record, inst.aux as usize + 2));
        let fp = self.b.lea(Mem::at(Gpr::FP, frame));
        let hidden = func.slots() as i32 - 1;
        if hidden > 0 {
            let list = self.b.loadq(slot(GeneratorSlot::CELLS));
            for cell in 0..hidden {
                self.move_word(Mem::at(list, SLOTS + cell * 16), Mem::at(fp, cell * 16));
            }
            self.b.storel(Mem::at(list, LENGTH), 0);
        }
        let own = Mem::at(fp, hidden * 16);
        self.put(Mem::at(fp, hidden * 16 + 16), 0, DataType::Null);
        self.b.storeq(payload_of(iter + 1), GeneratorMark::CALLED);
        self.run_on(generator, (fp, own));
        self.b.switch_to(slow);
        self.run_group(inst);
    }

    /// Writes the record of a generator's frame, which returns to a way.
    fn begin_frame(&mut self, generator: Gpr, func: Gpr, (record, back): (i32, usize)) {
        let field = |field: i32| Mem::at(Gpr::FP, record + field);
        self.b.storeq(field(Record::FUNC), func);
        self.b.storeq(field(Record::CALLER), Gpr::FP);
        let back = self.b.ldimmq(self.context.ways.address(back) as i64);
        self.b.storeq(field(Record::RET), back);
        self.b.storeq(field(Record::EXTRA), 0);
        let passed = self.b.loadl(Mem::at(generator, GeneratorSlot::PASSED));
        self.b.storeq(field(Record::ARGS), passed);
        self.bind_this(Mem::at(generator, GeneratorSlot::THIS), field(Record::CONTEXT));
    }

    /// Goes to `slow` unless a generator is suspended where it has an address to go on at, delegates
    /// nothing, and its record takes no more than an object.
    fn expect_plain(&mut self, generator: Gpr, slow: BlockId) {
        let slot = |at: i32| tag(Mem::at(generator, at));
        self.expect(slot(GeneratorSlot::RESUME), DataType::Int64, slow);
        for none in [GeneratorSlot::DELEGATE, GeneratorSlot::CLASS, GeneratorSlot::EXTRA] {
            self.expect(slot(none), DataType::Null, slow);
        }
    }

    /// Runs a generator on whose frame is laid out but for the word where that keeps it.
    fn run_on(&mut self, generator: Gpr, (fp, own): (Gpr, Mem)) {
        let slot = |at: i32| Mem::at(generator, at);
        self.b.addlm(slot(COUNT), 1);
        self.b.storeq(own, generator);
        self.b.storeb(tag(own), i32::from(DataType::Object as u8));
        self.b.storeq(slot(GeneratorSlot::STATE), GeneratorState::RUNNING);
        let pc = self.b.loadq(slot(GeneratorSlot::RESUME));
        self.put(slot(GeneratorSlot::RESUME), 0, DataType::Null);
        self.go_on_at(pc, fp);
    }

    fn resume_this(&mut self, inst: &Inst) {
        let slow = self.block(Area::Cold);
        let own = self.context.func.slots() as u32;
        if own > 0 {
            let sf = self.b.cmpb(tag_of(0), i32::from(DataType::Ref as u8));
            self.unless(Cc::E, sf, slow);
        }
        let generator = self.b.loadq(Mem::at(Gpr::FP, FRAME + Record::CONTEXT));
        self.expect_plain(generator, slow);
        let func = self.b.loadq(Mem::at(generator, GeneratorSlot::CALLEE));
        let record = own as i32 * 16;
        let fp = self.b.lea(Mem::at(Gpr::FP, record - FRAME));
        let cells = self.b.loadl(Mem::at(func, Func::CELLS_AT));
        let bytes = self.b.shlqi(cells, 4);
        let (end, _) = self.b.addq(fp, bytes);
        let word = self.b.loadq(Mem::at(Gpr::VM, surprise_path()));
        let top = self.b.ldimmq(TOP);
        let (distance, _) = self.b.subq(top, end);
        let sf = self.b.cmpq(distance, Mem::at(word, 0));
        self.unless(Cc::B, sf, slow);
        self.begin_frame(generator, func, (record, inst.aux as usize + 1));
        let hidden = self.move_words_to(generator, (func, fp));
        match own {
            0 => self.put(Mem::at(hidden, 16), 0, DataType::Null),
            _ => self.copy_word(payload_of(0), Mem::at(hidden, 16)),
        }
        self.run_on(generator, (fp, Mem::at(hidden, 0)));
        self.b.switch_to(slow);
        self.run_group(inst);
    }

    /// Moves the words of a generator to the first cells of its frame, however many there are; the address
    /// behind them.
    fn move_words_to(&mut self, generator: Gpr, (func, fp): (Gpr, Gpr)) -> Gpr {
        let [some, none, next, more, over, done] = [(); 6].map(|()| self.block(Area::Hot));
        let (from, to) = (self.b.gpr_param(next), self.b.gpr_param(next));
        let end = self.b.gpr_param(done);
        let slots = self.b.loadl(Mem::at(func, Func::SLOTS_AT));
        let words = self.b.shlqi(slots, 4);
        let last = self.b.lea(Mem::at(fp, -16));
        let (last, _) = self.b.addq(last, words);
        let sf = self.b.cmpq(last, fp);
        self.branch(Cc::E, sf, none, some);
        let list = self.b.loadq(Mem::at(generator, GeneratorSlot::CELLS));
        self.b.storel(Mem::at(list, LENGTH), 0);
        let first = self.b.lea(Mem::at(list, SLOTS));
        self.jump_with(next, &[first.into(), fp.into()]);
        self.b.switch_to(next);
        self.move_word(Mem::at(from, 0), Mem::at(to, 0));
        let (from, to) = (self.b.lea(Mem::at(from, 16)), self.b.lea(Mem::at(to, 16)));
        let sf = self.b.cmpq(to, last);
        self.branch(Cc::E, sf, over, more);
        self.jump_with(next, &[from.into(), to.into()]);
        self.b.switch_to(over);
        self.jump_with(done, &[to.into()]);
        self.b.switch_to(none);
        self.jump_with(done, &[fp.into()]);
        self.b.switch_to(done);
        end
    }

    fn leave_method(&mut self, inst: &Inst) {
        let slow = self.block(Area::Cold);
        let own = self.context.func.slots() as u32;
        if own > 0 {
            let sf = self.b.cmpb(tag_of(0), i32::from(DataType::String as u8));
            self.unless(Cc::Ae, sf, slow);
        }
        let generator = self.b.loadq(Mem::at(Gpr::FP, FRAME + Record::CONTEXT));
        let slot = |at: i32| Mem::at(generator, at);
        self.expect(tag(slot(GeneratorSlot::RESUME)), DataType::Int64, slow);
        self.expect(tag(slot(GeneratorSlot::DELEGATE)), DataType::Null, slow);
        let current = slot(GeneratorSlot::CURRENT);
        let sf = self.b.cmpb(tag(current), i32::from(DataType::Ref as u8));
        self.unless(Cc::E, sf, slow);
        let (ret, caller) = self.leave_frame(slow);
        match own {
            0 => self.put(Mem::at(Gpr::FP, FRAME), 0, DataType::Null),
            _ => self.copy_word(current, Mem::at(Gpr::FP, FRAME)),
        }
        self.go_on_at(ret, caller);
        self.b.switch_to(slow);
        let following = self.context.ways.following(inst.aux as usize);
        self.run_at(following);
    }

    fn take_yielded(&mut self, inst: &Inst) {
        let slow = self.block(Area::Cold);
        let Step { iter, value, key } = self.step_at(inst.imm);
        let mark = self.b.cmpq(payload_of(iter + 1), GeneratorMark::CALLED);
        self.unless(Cc::Ne, mark, slow);
        let generator = self.b.loadq(payload_of(iter));
        let slot = |at: i32| Mem::at(generator, at);
        self.expect(tag(slot(GeneratorSlot::RESUME)), DataType::Int64, slow);
        self.expect(tag(slot(GeneratorSlot::DELEGATE)), DataType::Null, slow);
        let pairs = [(GeneratorSlot::CURRENT, Some(value)), (GeneratorSlot::KEY, key)];
        let pairs = pairs.map(|(from, to)| to.map(|to| (slot(from), to)));
        for (from, to) in pairs.into_iter().flatten() {
            for either in [tag(from), tag_of(to)] {
                let sf = self.b.cmpb(either, i32::from(DataType::Ref as u8));
                self.unless(Cc::E, sf, slow);
            }
        }
        if let Some(key) = key {
            self.expect_text(tag_of(key), slow);
        }
        self.b.storeq(payload_of(iter + 1), GeneratorMark::WAITS);
        let key = key.map(|key| self.given_at(payload_of(key), TEXT));
        let value = self.given_at(payload_of(value), Type(Type::ANY.0 & !Type::REF.0));
        for (from, to) in pairs.into_iter().flatten() {
            self.copy_word(from, payload_of(to));
        }
        for given in [key, Some(value)].into_iter().flatten() {
            self.give_up(given, |lower| lower.settle(inst.imm));
        }
        let done = self.block(Area::Hot);
        self.jump(done);
        self.b.switch_to(slow);
        let following = self.context.ways.following(inst.aux as usize);
        self.run_at(following);
        self.b.switch_to(done);
    }
}
