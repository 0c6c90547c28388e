//! Objects and their records.

use hhir::{Inst, Op, Type};
use runtime::class::Class;
use runtime::heap::Heap;
use runtime::heap::size::{CLASS_BYTES, small_class};
use runtime::object::ClassId;
use runtime::object::numbers::Numbers;
use runtime::rds::Layout;
use runtime::value::DataType;
use vasm::{BlockId, Cc, Gpr, Mem};
use vm::func::Func;
use vm::machine::{ClosureSlot, FRAME, Helper, Record, heap_path, numbers_path, rds_path};

use super::exit::tag_byte;
use super::memory::COUNT;
use super::{Lower, payload_of, tag_of};

/// Where the class is.
pub(super) const CLASS: i32 = 0;
/// Where the number is.
const NUMBER: i32 = 4;
/// Where the rest of the header is.
const HEADER_WORD: i32 = 8;
/// Objects with more slots are made elsewhere.
const FILLED: usize = 12;
/// Where the properties begin.
pub(super) const SLOTS: i32 = 16;

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
                let done = self.block(vasm::Area::Hot);
                let object = self.object_in_cell(inst, Some(done));
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
            Op::StRecordIn => {
                let class = self.gpr(inst.args[0]);
                self.record(inst);
                self.b.storel(Mem::at(Gpr::FP, inst.aux as i32 * 16 + Record::CLASS), class);
            }
            Op::LdCalled => self.called_class(inst),
            Op::NumArgs => {
                let count = self.b.loadl(Mem::at(Gpr::FP, FRAME + Record::ARGS));
                self.define(inst, count);
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

    /// The object in the cell `aux`; goes to `null` where it holds null, and leaves where it holds anything
    /// else.
    pub(super) fn object_in_cell(&mut self, inst: &Inst, null: Option<BlockId>) -> Gpr {
        let cell = inst.aux;
        if let Some(null) = null {
            let sf = self.b.cmpb(tag_of(cell), i32::from(tag_byte(Type::NULL)));
            self.unless(Cc::E, sf, null);
        }
        let exit = self.exit_of(inst);
        self.b.exitcmpb(Cc::Ne, tag_of(cell), i32::from(tag_byte(Type::OBJ)), exit);
        self.b.loadq(payload_of(cell))
    }

    /// One more than the number of the class that `static` means.
    fn called_class(&mut self, inst: &Inst) {
        let exit = self.exit_of(inst);
        let of_frame = |field: i32| Mem::at(Gpr::FP, FRAME + field);
        let called = if inst.imm == 1 {
            let this = self.b.loadq(of_frame(Record::CONTEXT));
            self.b.exittestq(Cc::E, this, this, exit);
            let class = self.b.loadl(Mem::at(this, CLASS));
            self.b.addq(class, 1).0
        } else {
            let called = self.b.loadl(of_frame(Record::CLASS));
            self.b.exittestq(Cc::E, called, called, exit);
            called
        };
        self.define(inst, called);
    }

    /// Makes an object in place where the heap has a block of its size and a number is free.
    fn new_object(&mut self, inst: &Inst) {
        let class = ClassId::from_number(inst.imm as u32).class();
        let ask = |lower: &mut Self| {
            let vm = lower.b.copy(Gpr::VM);
            let class = lower.b.ldimmq(std::ptr::from_ref(class) as i64);
            let slot = lower.b.ldimmq(i64::from(inst.aux));
            lower.ask_or_leave(inst, Helper::NewObject, &[vm.into(), class.into(), slot.into()])
        };
        if class.first.lazy.is_empty() && class.id.record().slots as usize <= FILLED {
            let here = |lower: &mut Self, cold| lower.object_of(class, inst.aux, cold);
            return self.either(inst, here, ask);
        }
        let made = ask(self);
        self.define(inst, made);
    }

    /// A new object of a class with its first values. Goes to `cold`, with nothing done, where a slot
    /// of the request has another class, or that is more than to take a block and a number.
    fn object_of(&mut self, class: &'static Class, slot: u32, cold: BlockId) -> Gpr {
        if slot != u32::MAX {
            self.expect_class(class.id, slot, cold);
        }
        let bytes = class.id.record().object_bytes();
        let size = small_class(bytes);
        let heap = self.b.loadq(Mem::at(Gpr::VM, heap_path()));
        let free = Mem::at(heap, (Heap::FREE_AT + size * 8) as i32);
        let object = self.b.loadq(free);
        let sf = self.b.testq(object, object);
        self.unless(Cc::E, sf, cold);
        let numbers = self.b.loadq(Mem::at(Gpr::VM, numbers_path()));
        let number = self.b.loadl(Mem::at(numbers, Numbers::FREE_AT as i32));
        let sf = self.b.testl(number, number);
        self.unless(Cc::E, sf, cold);
        let next = self.b.loadq(Mem::at(object, 0));
        self.b.storeq(free, next);
        self.b.addqm(Mem::at(heap, Heap::USED_AT as i32), i32::from(CLASS_BYTES[size]));
        let offset = self.b.shlqi(number, Numbers::ENTRY_BYTES.ilog2() as u8);
        let entries = Mem::at(numbers, Numbers::ENTRIES_AT as i32);
        let (entry, _) = self.b.addq(offset, entries);
        let next = self.b.loadl(Mem::at(entry, Numbers::LINK_AT as i32));
        self.b.storel(Mem::at(numbers, Numbers::FREE_AT as i32), next);
        self.b.storeq(Mem::at(entry, Numbers::BLOCK_AT as i32), object);
        self.b.storel(Mem::at(object, CLASS), class.id.number() as i32);
        self.b.storel(Mem::at(object, NUMBER), number);
        let header = self.b.ldimmq(class.id.record().header_word() as i64);
        self.b.storeq(Mem::at(object, HEADER_WORD), header);
        self.first_values(class, object);
        object
    }

    /// Goes to `cold` unless a slot of the request has a class.
    fn expect_class(&mut self, class: ClassId, slot: u32, cold: BlockId) {
        let in_rds = |offset: usize| Mem::at(Gpr::VM, rds_path() + offset as i32);
        let at = slot as i32 * Layout::SLOT as i32;
        let sf = self.b.cmpl(in_rds(Layout::LENGTH), slot as i32);
        self.unless(Cc::Be, sf, cold);
        let base = self.b.loadq(in_rds(Layout::BASE));
        let now = self.b.loadl(in_rds(Layout::GENERATION));
        let sf = self.b.cmpl(now, Mem::at(base, at + Layout::SLOT_GENERATION as i32));
        self.unless(Cc::Ne, sf, cold);
        let sf = self.b.cmpl(Mem::at(base, at), class.number() as i32);
        self.unless(Cc::Ne, sf, cold);
    }

    fn first_values(&mut self, class: &'static Class, object: Gpr) {
        let image = class.image().bits().chain(std::iter::repeat((0, DataType::Uninit, 0)));
        for (index, (payload, tag, state)) in
            image.take(class.id.record().slots as usize).enumerate()
        {
            let at = SLOTS + index as i32 * 16;
            if let Ok(payload) = i32::try_from(payload) {
                self.b.storeq(Mem::at(object, at), payload);
            } else {
                let payload = self.b.ldimmq(payload);
                self.b.storeq(Mem::at(object, at), payload);
            }
            let tag_and_state = i32::from(tag as u8) | i32::from(state) << 8;
            self.b.storel(Mem::at(object, at + 8), tag_and_state);
        }
    }
}
