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
pub(super) fn iter_effect(at: u32, instr: &Instr, live: &Live) -> Result<(Live, Live), Breach> {
    let fault = |text: String| Breach::at(Rule::Iterators, at, text);
    let kind_of = |iter: IterId| live.iter().find(|(id, _)| *id == iter).map(|(_, kind)| *kind);
    let same = || Ok((live.clone(), live.clone()));
    let init = |iter: IterId, kind: IterKind| {
        if kind_of(iter).is_some() {
            return Err(fault(format!("iterator {} is live already", iter.0)));
        }
        let mut begun = live.to_vec();
        begun.push((iter, kind));
        begun.sort_by_key(|(id, _)| *id);
        Ok((Rc::new(begun), live.clone()))
    };
    let wants = |iter: IterId, kind: IterKind| match kind_of(iter) {
        Some(found) if found == kind => Ok(without(live, iter)),
        _ => Err(fault(format!("iterator {} is not live as {kind:?}", iter.0))),
    };
    match instr {
        Instr::IterInit { iter, .. } | Instr::IterInitK { iter, .. } => {
            init(*iter, IterKind::Value)
        }
        Instr::MIterInit { iter, .. } | Instr::MIterInitK { iter, .. } => {
            init(*iter, IterKind::Ref)
        }
        Instr::DecodeCufIter { iter, .. } => init(*iter, IterKind::Callable),
        Instr::IterNext { iter, .. } | Instr::IterNextK { iter, .. } => {
            Ok((wants(*iter, IterKind::Value)?, live.clone()))
        }
        Instr::MIterNext { iter, .. } | Instr::MIterNextK { iter, .. } => {
            Ok((wants(*iter, IterKind::Ref)?, live.clone()))
        }
        Instr::IterFree { iter } => wants(*iter, IterKind::Value).map(|left| (left.clone(), left)),
        Instr::MIterFree { iter } => wants(*iter, IterKind::Ref).map(|left| (left.clone(), left)),
        Instr::CIterFree { iter } => {
            wants(*iter, IterKind::Callable).map(|left| (left.clone(), left))
        }
        Instr::FPushCufIter { iter, .. } => {
            wants(*iter, IterKind::Callable)?;
            same()
        }
        Instr::IterBreak { iters, .. } => {
            let mut left = live.clone();
            for iter in &iters.0 {
                if !left.iter().any(|(id, _)| id == iter) {
                    return Err(fault(format!("iterator {} is not live", iter.0)));
                }
                left = without(&left, *iter);
            }
            Ok((left.clone(), left))
        }
        _ => same(),
    }
}
