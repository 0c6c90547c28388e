//! Entering closures.

use hhbc::imm::LocalId;
use runtime::layout::Kind;
use runtime::value::DataType;
use vasm::{Area, BlockId, Cc, Gpr, Mem};
use vm::func::PhpFunc;
use vm::machine::{ClosureSlot, FRAME, Record};

use super::array::{KIND, LENGTH, SLOTS};
use super::memory::{COUNT, tag};
use super::{Lower, payload_of};

/// A closure that is about to be entered.
pub(super) struct Entered {
    object: Gpr,
    /// The list of what it captured, and the locals that get it.
    captured: Option<(Gpr, Vec<LocalId>)>,
    /// The cell of its frame where it keeps itself.
    own: usize,
}

impl Lower<'_, '_> {
    /// The closure whose function is about to be called, in the record at an offset; none where that is no
    /// closure's. Goes to `slow` when it is bound to a class alone.
    pub(super) fn closure_of(
        &mut self,
        php: &PhpFunc,
        record: i32,
        slow: BlockId,
    ) -> Option<Entered> {
        let own = php.closure_cell()?;
        let object = self.b.loadq(Mem::at(Gpr::FP, record + Record::CONTEXT));
        let class = tag(Mem::at(object, ClosureSlot::CLASS));
        let sf = self.b.cmpb(class, i32::from(DataType::Int64 as u8));
        self.unless(Cc::E, sf, slow);
        let locals: Vec<LocalId> =
            php.record().notes.captures.iter().map(|capture| capture.local).collect();
        if locals.is_empty() {
            return Some(Entered { object, captured: None, own });
        }
        let captured = Mem::at(object, ClosureSlot::CAPTURED);
        self.expect(tag(captured), DataType::Array, slow);
        let list = self.b.loadq(captured);
        let sf = self.b.cmpb(Mem::at(list, KIND), Kind::Packed as i32);
        self.unless(Cc::Ne, sf, slow);
        let sf = self.b.cmpl(Mem::at(list, LENGTH), locals.len() as i32);
        self.unless(Cc::Ne, sf, slow);
        Some(Entered { object, captured: Some((list, locals)), own })
    }

    /// Gives the frame of a closure what it captured and what it is bound to, and the closure itself.
    pub(super) fn enter_closure(&mut self, closure: Entered, record: i32) {
        let Entered { object, captured, own } = closure;
        let first = (record - FRAME) / 16;
        let (list, locals) = captured.unzip();
        for (number, local) in (0..).zip(locals.into_iter().flatten()) {
            let Some(list) = list else { break };
            let cell = payload_of(first as u32 + local.0);
            self.copy_word(Mem::at(list, SLOTS + number * 16), cell);
        }
        let kept = Mem::at(Gpr::FP, (first + own as i32) * 16);
        self.b.storeq(kept, object);
        self.b.storeb(tag(kept), i32::from(DataType::Object as u8));
        let context = Mem::at(Gpr::FP, record + Record::CONTEXT);
        self.bind_this(Mem::at(object, ClosureSlot::THIS), context);
    }

    /// Copies an object to the context of a record; nothing when the word holds none.
    pub(super) fn bind_this(&mut self, word: Mem, context: Mem) {
        let (bare, bound, done) =
            (self.block(Area::Hot), self.block(Area::Hot), self.block(Area::Hot));
        let sf = self.b.cmpb(tag(word), i32::from(DataType::Object as u8));
        self.branch(Cc::E, sf, bound, bare);
        self.b.storeq(context, 0);
        self.jump(done);
        self.b.switch_to(bound);
        let this = self.b.loadq(word);
        self.b.addlm(Mem::at(this, COUNT), 1);
        self.b.storeq(context, this);
        self.jump(done);
        self.b.switch_to(done);
    }
}
