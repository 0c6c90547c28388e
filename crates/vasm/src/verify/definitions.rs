//! Collecting what instructions define.

use super::{Places, Verifier};
use crate::inst::{Gpr, Mem, Role, Sf, Visitor, Xmm};
use crate::unit::{CallId, ExitId};

/// Collects results.
pub(super) struct Definitions<'v, 'u>(pub &'v mut Verifier<'u>);

impl Visitor for Definitions<'_, '_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        if let Role::Def(_) = role {
            self.0.define((*r).into());
        }
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        if let Role::Def(_) = role {
            self.0.define((*r).into());
        }
    }

    fn mem(&mut self, _m: &mut Mem, _role: Role) {}

    fn sf(&mut self, sf: &mut Sf, role: Role) {
        if let Role::Def(_) = role
            && !self.0.flags_defined.insert(*sf)
        {
            self.0.say(format!("{sf:?} is defined twice"));
        }
    }

    fn call(&mut self, call: CallId) {
        let v = &mut *self.0;
        if v.unit.calls.get(call).is_none() || !v.calls.insert(call) {
            return v.say("a call has a record of its own");
        }
        let call = &v.unit.calls[call];
        if !Places::results().fit(&call.rets) {
            v.say("more results than the convention has places");
        }
        call.rets.iter().for_each(|r| v.define(*r));
    }

    fn exit(&mut self, exit: ExitId) {
        let v = &mut *self.0;
        if v.unit.exits.get(exit).is_none() || !v.exits.insert(exit) {
            v.say("an exit has a record of its own");
        }
    }
}
