//! Whether what an object holds may lead back to it. What cannot is no root of the cycle collector,
//! which does not go through it either.

use hhbc::class::ClassKind;
use hhbc::constraint::{ClassTerm, Hint};
use hhbc::func::Attrs;
use hhbc::imm::ClsRef;

use super::super::member::{Prop, folded};
use super::super::types::Type;
use super::Linker;
use crate::object::ClassId;
use crate::string::StaticStr;

type Found = (StaticStr, ClassId);

impl Linker<'_> {
    /// Whether a property may hold what leads back to its object. Classes that were looked at by name
    /// are those of later links of the record.
    pub(super) fn may_hold_cycle(&mut self) -> bool {
        let mut found = Vec::new();
        let is_blind = self.slots.iter().all(|prop| self.is_blind(prop, &mut found));
        if is_blind {
            self.judge.found.append(&mut found);
        }
        !is_blind
    }

    /// Whether a property holds nothing but scalars and objects that lead nowhere.
    fn is_blind(&self, prop: &Prop, found: &mut Vec<Found>) -> bool {
        let Some(ty) = prop.ty else { return false };
        let scalars =
            Hint::string.with(Hint::int).with(Hint::float).with(Hint::bool).with(Hint::null);
        let mut classes = ty.constraint.classes.iter();
        ty.hints().without(scalars) == Hint::NONE
            && classes
                .all(|term| self.blind_class(ty, term).map(|class| found.push(class)).is_some())
    }

    /// The class that a type names, when it is loaded and none of its objects leads anywhere.
    fn blind_class(&self, ty: Type, term: &ClassTerm) -> Option<Found> {
        let ClassTerm::One(ClsRef::Named(name)) = term else { return None };
        let id = self.judge.loader.declared(ty.unit.str(*name)).filter(|id| is_blind_class(*id))?;
        Some((folded(ty.unit.str(*name)), id))
    }
}

/// Whether all objects of a class lead nowhere: there is none of a class below it, and none may get
/// properties that are not declared.
fn is_blind_class(id: ClassId) -> bool {
    let class = id.class();
    let is_last = class.kind == ClassKind::Enum || class.attrs.has(Attrs::r#final);
    is_last
        && !class.attrs.has(Attrs::native)
        && class.first.dynamic.is_none()
        && !class.record.may_be_cyclic
}
