//! Compound assignments that change a value where it is: no code of a script runs, and what is there
//! is not copied.

use hhbc::imm::SetOpOp;
use runtime::array::Array;
use runtime::conv;
use runtime::heap::Oom;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{SlotMut, Value, View};

use crate::request::Request;

/// What an operator does.
pub(crate) enum InPlace {
    /// `.=` to a string.
    Append(Str),
    /// `+=` to an array.
    Unite(Array),
}

impl InPlace {
    /// None when the operator makes a new value, whatever is there.
    pub(crate) fn of(rq: &mut Request, op: SetOpOp, right: &Value) -> Res<Option<Self>> {
        match (op, right.view()) {
            (SetOpOp::ConcatEqual, View::Array(_) | View::Object(_)) => Ok(None),
            (SetOpOp::ConcatEqual, _) => {
                conv::to_str(rq, right).map(|tail| Some(Self::Append(tail)))
            }
            (SetOpOp::PlusEqual, View::Array(other)) => Ok(Some(Self::Unite(other.clone()))),
            _ => Ok(None),
        }
    }

    /// Whether it changes what is in a place.
    pub(crate) fn takes(&self, old: &Value) -> bool {
        match self {
            Self::Append(_) => old.unboxed().as_str().is_some(),
            Self::Unite(_) => old.unboxed().as_array().is_some(),
        }
    }

    /// Changes a variable, if it takes that; the new value.
    pub(crate) fn change(&self, place: &mut Value) -> Result<Option<Value>, Oom> {
        if !self.takes(place) {
            return Ok(None);
        }
        if let View::Ref(reference) = place.view() {
            return self.change_slot(reference.clone().slot_mut()).map(Some);
        }
        match self {
            Self::Append(tail) => drop(place.append_text(tail)?),
            Self::Unite(other) => {
                place.as_array_mut().map_or(Ok(()), |array| array.unite(other))?
            }
        }
        Ok(Some(place.clone()))
    }

    /// Changes a slot that it takes; the new value.
    pub(crate) fn change_slot(&self, mut slot: SlotMut<'_>) -> Result<Value, Oom> {
        if let View::Ref(reference) = slot.get().view() {
            return self.change_slot(reference.clone().slot_mut());
        }
        match self {
            Self::Append(tail) => drop(slot.append_text(tail)?),
            Self::Unite(other) => slot.as_array_mut().map_or(Ok(()), |array| array.unite(other))?,
        }
        Ok(slot.get().clone())
    }
}
