//! Where a path that writes begins.

use hhbc::instr::Instr;
use runtime::conv;
use runtime::object::Reference;
use runtime::raise::{Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::write::Place;
use super::{Path, at_depth, base_name};
use crate::class::{Static, from_cell, resolve};
use crate::frame::Frame;
use crate::object::this_of;
use crate::request::Request;

/// The static property at which the path begins, if it is no reference but for the walk.
pub(super) fn lent_static(rq: &mut Request, frame: &Frame, path: &Path) -> Res<Option<Static>> {
    let at = match path.base {
        Instr::BaseSC { name, cls, .. } => {
            let class = from_cell(frame.top(cls.0));
            let name = conv::to_str(rq, &at_depth(frame, *name))?;
            rq.static_prop(class, &name, frame.scope())?
        }
        Instr::BaseSD { name, cls, .. } => {
            let class = resolve(rq, frame, *cls)?;
            let name: Str = frame.str(*name).to_str();
            rq.static_prop(class, &name, frame.scope())?
        }
        _ => return Ok(None),
    };
    let is_ref = rq.with_static(at, |place| matches!(place.view(), View::Ref(_)));
    Ok((is_ref != Some(true)).then_some(at))
}

pub(super) fn base<'a>(rq: &mut Request, frame: &'a mut Frame, path: &Path) -> Res<Place<'a>> {
    let global = |rq: &mut Request, name: &[u8]| rq.global_ref(name).map(Place::Shared);
    match path.base {
        Instr::BaseL { local: id, .. } => Ok(Place::Local(frame.local_mut(*id))),
        Instr::BaseC { depth, .. } => Ok(Place::Local(frame.top_mut(depth.0))),
        Instr::BaseH {} => {
            let this = this_of(rq, frame)?;
            Reference::new(Value::from(this))
                .map(Place::Shared)
                .map_err(|oom| rq.out_of_memory(oom))
        }
        Instr::BaseGT { name, .. } => global(rq, frame.str(*name).as_bytes()),
        Instr::BaseGC { .. } | Instr::BaseGL { .. } => {
            let name = base_name(rq, frame, path.base)?;
            global(rq, &name)
        }
        Instr::BaseNC { .. } | Instr::BaseNL { .. } => {
            let name = base_name(rq, frame, path.base)?;
            crate::variable::place(rq, frame, &name).map(Place::Shared)
        }
        Instr::BaseSC { name, cls, .. } => {
            let class = from_cell(frame.top(cls.0));
            let name = conv::to_str(rq, &at_depth(frame, *name))?;
            let at = rq.static_prop(class, &name, frame.scope())?;
            rq.static_ref(at).map(Place::Shared)
        }
        Instr::BaseSD { name, cls, .. } => {
            let class = resolve(rq, frame, *cls)?;
            let name: Str = frame.str(*name).to_str();
            let at = rq.static_prop(class, &name, frame.scope())?;
            rq.static_ref(at).map(Place::Shared)
        }
        other => Err(rq.fatal(&format!("{} begins no path", other.op().name()))),
    }
}
