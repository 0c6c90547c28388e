//! Which iterators are live, and what instructions do to them.

use std::rc::Rc;

use super::{Breach, Rule};
use crate::imm::IterId;
use crate::instr::{Instr, Op};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum IterKind {
    Value,
    Ref,
    Callable,
}

/// The iterators that are live, in order.
pub(super) type Live = Rc<Vec<(IterId, IterKind)>>;

pub(super) fn is_free(instr: &Instr) -> bool {
    let op = instr.op();
    matches!(op, Op::IterFree | Op::MIterFree | Op::CIterFree | Op::IterBreak)
}

pub(super) fn without(live: &Live, iter: IterId) -> Live {
    match live.iter().any(|(id, _)| *id == iter) {
        false => live.clone(),
        true => Rc::new(live.iter().copied().filter(|(id, _)| *id != iter).collect()),
    }
}

/// The live iterators behind an instruction: where it falls through, and where it branches.
type Effect = Result<(Live, Live), Breach>;

/// What an instruction finds.
struct Before<'a> {
    at: u32,
    live: &'a Live,
}

impl Before<'_> {
    fn fault(&self, text: String) -> Breach {
        Breach::at(Rule::Iterators, self.at, text)
    }

    fn same(&self) -> Effect {
        Ok((self.live.clone(), self.live.clone()))
    }

    fn kind_of(&self, iter: IterId) -> Option<IterKind> {
        self.live.iter().find(|(id, _)| *id == iter).map(|(_, kind)| *kind)
    }

    /// Begins `iter` where it falls through.
    fn init(&self, iter: IterId, kind: IterKind) -> Effect {
        if self.kind_of(iter).is_some() {
            return Err(self.fault(format!("iterator {} is live already", iter.0)));
        }
        let mut begun = self.live.to_vec();
        begun.push((iter, kind));
        begun.sort_by_key(|(id, _)| *id);
        Ok((Rc::new(begun), self.live.clone()))
    }

    /// The live iterators without `iter`, which must be live as `kind`.
    fn end(&self, iter: IterId, kind: IterKind) -> Result<Live, Breach> {
        match self.kind_of(iter) {
            Some(found) if found == kind => Ok(without(self.live, iter)),
            _ => Err(self.fault(format!("iterator {} is not live as {kind:?}", iter.0))),
        }
    }

    fn next(&self, iter: IterId, kind: IterKind) -> Effect {
        Ok((self.end(iter, kind)?, self.live.clone()))
    }

    fn free(&self, iter: IterId, kind: IterKind) -> Effect {
        let left = self.end(iter, kind)?;
        Ok((left.clone(), left))
    }

    fn break_all(&self, iters: &[IterId]) -> Effect {
        let mut left = self.live.clone();
        for iter in iters {
            if !left.iter().any(|(id, _)| id == iter) {
                return Err(self.fault(format!("iterator {} is not live", iter.0)));
            }
            left = without(&left, *iter);
        }
        Ok((left.clone(), left))
    }
}

pub(super) fn iter_effect(at: u32, instr: &Instr, live: &Live) -> Effect {
    use IterKind::{Callable, Ref, Value};
    let before = Before { at, live };
    match instr {
        Instr::IterInit { iter, .. } | Instr::IterInitK { iter, .. } => before.init(*iter, Value),
        Instr::MIterInit { iter, .. } | Instr::MIterInitK { iter, .. } => before.init(*iter, Ref),
        Instr::DecodeCufIter { iter, .. } => before.init(*iter, Callable),
        Instr::IterNext { iter, .. } | Instr::IterNextK { iter, .. } => before.next(*iter, Value),
        Instr::MIterNext { iter, .. } | Instr::MIterNextK { iter, .. } => before.next(*iter, Ref),
        Instr::IterFree { iter } => before.free(*iter, Value),
        Instr::MIterFree { iter } => before.free(*iter, Ref),
        Instr::CIterFree { iter } => before.free(*iter, Callable),
        Instr::FPushCufIter { iter, .. } => before.end(*iter, Callable).and(before.same()),
        Instr::IterBreak { iters, .. } => before.break_all(&iters.0),
        _ => before.same(),
    }
}
