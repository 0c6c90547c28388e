//! Op bodies of paths.

use hhbc::imm::{
    ClsRef, Count, IncDecOp, LocalId, MemberKey, MemberMode, Param, QueryOp, SetOpOp, StackDepth,
    StrId,
};
use hhbc::instr::Instr;
use runtime::conv::KeyUse;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::read::{self, missing};
use super::write::{self, Stop, fixed};
use super::{KeyValueOrNew, Path};
use crate::frame::Frame;
use crate::local;
use crate::request::Request;

macro_rules! steps {
    ($($snake:ident($($imm:ident: $ty:ty),*);)*) => {$(
        #[doc = concat!("`", stringify!($snake), "`: a step, done by the final instruction.")]
        pub fn $snake(_: &mut Request, _: &mut Frame $(, $imm: &$ty)*) {
            $( let _ = $imm; )*
        }
    )*};
}

steps! {
    base_l(local: LocalId, mode: MemberMode);
    base_c(depth: StackDepth, mode: MemberMode);
    base_h();
    base_gc(depth: StackDepth, mode: MemberMode);
    base_gl(local: LocalId, mode: MemberMode);
    base_gt(name: StrId, mode: MemberMode);
    base_nc(depth: StackDepth, mode: MemberMode);
    base_nl(local: LocalId, mode: MemberMode);
    base_sc(name: StackDepth, cls: StackDepth, mode: MemberMode);
    base_sd(name: StrId, cls: ClsRef, mode: MemberMode);
    dim(mode: MemberMode, key: MemberKey);
}

/// `query_m`: see the table.
pub fn query_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &QueryOp,
    key: &MemberKey,
) -> Res<()> {
    let usage = match op {
        QueryOp::Isset | QueryOp::Empty => KeyUse::Isset,
        QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::CGetList => KeyUse::Access,
    };
    let path = Path::of(rq, frame, key, usage)?;
    let value = read::query(rq, frame, &path, *op)?;
    frame.discard(n.0);
    frame.push(value);
    Ok(())
}

fn reference_at(rq: &mut Request, frame: &mut Frame, path: &Path) -> Res<Reference> {
    let made = write::at_container(rq, frame, path, |array, key, _| {
        let mut slot = match fixed(key) {
            Some(key) => array.slot_or_null(key.as_key())?,
            None => array.append_slot()?,
        };
        Ok(slot.make_ref()?)
    })?;
    match made {
        Some(reference) => Ok(reference),
        None => Reference::new_null().map_err(|oom| runtime::raise::Raise::out_of_memory(rq, oom)),
    }
}

/// `v_get_m`: see the table.
pub fn v_get_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let path = Path::of(rq, frame, key, KeyUse::Access)?;
    let reference = reference_at(rq, frame, &path)?;
    frame.discard(n.0);
    frame.push(Value::from(reference));
    Ok(())
}

/// `f_pass_m`: see the table.
pub fn f_pass_m(
    rq: &mut Request,
    frame: &mut Frame,
    param: &Param,
    n: &Count,
    key: &MemberKey,
) -> Res<()> {
    if crate::call::ops::wants_ref(frame, param).0 {
        return v_get_m(rq, frame, n, key);
    }
    query_m(rq, frame, n, &QueryOp::CGet, key)
}

/// `set_m`: see the table.
pub fn set_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let path = Path::of(rq, frame, key, KeyUse::Access)?;
    let value = frame.top(0).clone();
    write::set(rq, frame, &path, &value)?;
    frame.discard(n.0 + 1);
    frame.push(value);
    Ok(())
}

/// The value at the end of the path, made null when it is missing, with the warning of that.
fn old_value(rq: &mut Request, frame: &mut Frame, path: &Path) -> Res<Value> {
    let old = write::at_container(rq, frame, path, |array, key, warn| {
        let Some(key) = fixed(key) else { return Ok(Value::NULL) };
        if let Some(value) = array.get(key.as_key()) {
            return Ok(value.unboxed().clone());
        }
        warn(missing(key.as_key()))?;
        Ok(Value::NULL)
    })?;
    Ok(old.unwrap_or(Value::NULL))
}

/// `set_op_m`: see the table.
pub fn set_op_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &SetOpOp,
    key: &MemberKey,
) -> Res<()> {
    let path = Path::of(rq, frame, key, KeyUse::Access)?;
    let right = frame.top(0).clone();
    if *op == SetOpOp::ConcatEqual
        && let Some(result) = append_element(rq, frame, &path, &right)?
    {
        frame.discard(n.0 + 1);
        frame.push(result);
        return Ok(());
    }
    let left = old_value(rq, frame, &path)?;
    let result = local::operator(*op)(rq, &left, &right)?;
    drop(left);
    write::set(rq, frame, &path, &result)?;
    frame.discard(n.0 + 1);
    frame.push(result);
    Ok(())
}

/// `.=` of strings in place.
fn append_element(
    rq: &mut Request,
    frame: &mut Frame,
    path: &Path,
    right: &Value,
) -> Res<Option<Value>> {
    let Some(tail) = right.as_str() else { return Ok(None) };
    let done = write::at_container(rq, frame, path, |array, key, _| {
        let Some(key) = fixed(key) else { return Ok(None) };
        if array.get(key.as_key()).is_none_or(|old| old.as_str().is_none()) {
            return Ok(None);
        }
        let Some(mut slot) = array.slot(key.as_key())? else { return Ok(None) };
        let old = slot.replace(Value::NULL);
        let Some(mut string) = old.as_str().cloned() else { return Ok(None) };
        drop(old);
        string.append(tail)?;
        slot.set(Value::from(string));
        Ok(Some(slot.get().clone()))
    })?;
    Ok(done.flatten())
}

/// `inc_dec_m`: see the table.
pub fn inc_dec_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &IncDecOp,
    key: &MemberKey,
) -> Res<()> {
    let path = Path::of(rq, frame, key, KeyUse::Access)?;
    let old = old_value(rq, frame, &path)?;
    let (new, result) = local::step(rq, &old, *op)?;
    drop(old);
    write::set(rq, frame, &path, &new)?;
    frame.discard(n.0);
    frame.push(result);
    Ok(())
}

/// `bind_m`: see the table.
pub fn bind_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let path = Path::of(rq, frame, key, KeyUse::Access)?;
    let reference = frame.top(0).clone();
    write::at_container(rq, frame, &path, |array, key, _| match fixed(key) {
        Some(key) => Ok(array.set(key.as_key(), reference.clone())?),
        None => Ok(array.append(reference.clone())?),
    })?;
    frame.discard(n.0 + 1);
    frame.push(reference);
    Ok(())
}

/// `unset_m`: see the table.
pub fn unset_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let mut path = Path::of(rq, frame, key, KeyUse::Unset)?;
    if let Instr::BaseL { local, .. } = path.base
        && let View::Uninit = frame.local(*local).view()
    {
        local::warn_undefined(rq, frame, *local)?;
    }
    for mode in &mut path.modes {
        *mode = MemberMode::Unset;
    }
    let removed = write::at_container(rq, frame, &path, |array, key, _| match key {
        KeyValueOrNew::Key(key) => array.remove(key.as_key()).map_err(Stop::from),
        KeyValueOrNew::New => Ok(None),
    })?;
    drop(removed);
    frame.discard(n.0);
    Ok(())
}
