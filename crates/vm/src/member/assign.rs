//! Assignments at the end of a path.
//!
//! A value that is a variable is read when it is stored, and what the assignment is worth is read
//! behind the code of the script that it runs.

use std::ptr::NonNull;

use hhbc::imm::LocalId;
use hhbc::instr::Instr;
use runtime::array::Array;
use runtime::class::bound;
use runtime::conv::{self, KeyValue};
use runtime::layout::VmHeader;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::refusal::not_object;
use super::write::{
    End, Entered, Holder, Place, Stop, Warn, at_end, fixed, last_int, no_append, own_text,
};
use super::{Key, Path, fast, steps};
use crate::behind;
use crate::frame::Frame;
use crate::late;
use crate::local;
use crate::object::offset::{self, Offset};
use crate::object::prop;
use crate::request::Request;
use crate::throwable;

/// What is assigned: a value, and the local that it was read from. PHP reads a local when it is
/// stored, and again for what the assignment is worth.
pub(super) struct Assigned {
    value: Value,
    local: Option<LocalId>,
    /// The local, when it had no value: a warning is due when the value is stored.
    undefined: Option<LocalId>,
    /// The block of the array in which the element was found. PHP: in another one nothing is stored.
    found_in: Option<NonNull<VmHeader>>,
}

impl From<Value> for Assigned {
    fn from(value: Value) -> Self {
        Self { value, local: None, undefined: None, found_in: None }
    }
}

impl Assigned {
    /// The topmost cell, which the path's last instruction assigns.
    pub(super) fn top(frame: &Frame) -> Self {
        let value = frame.top(0).clone();
        let local = read_from(frame).filter(|id| is_same(frame.local(*id).unboxed(), &value));
        match value.view() {
            View::Uninit => Self { undefined: local, ..Self::from(Value::NULL) },
            _ => Self { local, ..Self::from(value) },
        }
    }

    /// What an operator makes of an element of the array with this block.
    pub(super) fn to_found(value: Value, found_in: NonNull<VmHeader>) -> Self {
        Self { found_in: Some(found_in), ..Self::from(value) }
    }

    /// Gives the warning that is due, unless the local has a value by now.
    pub(super) fn define(&mut self, rq: &mut Request, frame: &Frame) -> Res<()> {
        let Some(id) = self.undefined.take() else { return Ok(()) };
        match frame.local(id).unboxed() {
            value if matches!(value.view(), View::Uninit) => local::warn_undefined(rq, frame, id),
            value => {
                (self.value, self.local) = (value.clone(), Some(id));
                Ok(())
            }
        }
    }

    /// Reads the local again; whether it has another value than before.
    fn read_again(&mut self, frame: &Frame) -> bool {
        let Some(now) = self.local.map(|id| local::read_quietly(frame, id)) else { return false };
        let has_changed = !is_same(&now, &self.value);
        self.value = now;
        has_changed
    }

    /// Whether the local is a reference: what it refers to may be on the path.
    fn is_reference(&self, frame: &Frame) -> bool {
        self.local.is_some_and(|id| matches!(frame.local(id).view(), View::Ref(_)))
    }

    /// Gives up an object that a variable has as well, while objects on the path run code; whether it
    /// did. PHP: the variable alone keeps it then.
    fn release(&mut self, frame: &mut Frame, path: &Path) -> bool {
        let is_object = self.local.is_some() && matches!(self.value.view(), View::Object(_));
        let is_released = is_object && path.keys.len() > 1;
        if is_released {
            (*frame.top_mut(0), self.value) = (Value::NULL, Value::NULL);
        }
        is_released
    }

    /// What is assigned as it is now.
    fn last(mut self, frame: &Frame) -> Value {
        self.read_again(frame);
        self.value
    }
}

/// The local that was pushed right before the path began. PHP: one to whose element it is assigned is
/// read before.
fn read_from(frame: &Frame) -> Option<LocalId> {
    let steps = steps(frame);
    let before = (frame.site().index as usize - steps.len()).checked_sub(1)?;
    let Instr::CGetL { local } = frame.php().code_sites().get(before)?.instr else { return None };
    let first = steps.first()?;
    let last = &frame.site().instr;
    (!late::assigns_element_of(local, &first.instr, last) && !first.is_leader).then_some(local)
}

/// Whether two cells hold the same number, constant or block.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left.view(), right.view()) {
        (View::Null | View::Uninit, View::Null | View::Uninit) => true,
        (View::Bool(one), View::Bool(other)) => one == other,
        (View::Int(one), View::Int(other)) => one == other,
        (View::Float(one), View::Float(other)) => one.to_bits() == other.to_bits(),
        (View::Str(one), View::Str(other)) => one.ptr_eq(other),
        (View::Array(one), View::Array(other)) => one.ptr_eq(other),
        (View::Object(one), View::Object(other)) => one.ptr_eq(other),
        _ => false,
    }
}

/// Stores a value at the end of the path; what the assignment is worth.
pub(super) fn set(
    rq: &mut Request,
    frame: &mut Frame,
    path: &mut Path,
    mut assigned: Assigned,
) -> Res<Value> {
    let (mut text, mut byte, mut held) = (None, None, None);
    let mut may_be_on_path = assigned.is_reference(frame);
    let undefined = assigned.undefined.map(|id| local::undefined_text(frame, id));
    path.goes_on = undefined.is_some();
    let found_in = assigned.found_in;
    let mut is_released = assigned.release(frame, path);
    let due = |array: &mut Array, warn: Warn<'_>| match &undefined {
        _ if found_in.is_some_and(|block| block != array.as_block()) => Err(Stop::Gone),
        Some(text) => warn(text.clone(), Some(array)),
        None => Ok(()),
    };
    loop {
        let (mut typed, mut appended) = (None, None);
        let value = &assigned.value;
        let end = at_end(rq, frame, path, |holder, key, warn| match (holder, fixed(key)) {
            _ if is_released => Err(Stop::WantValue),
            (Holder::Array(array), Some(key)) => {
                if let Some(View::Ref(element)) = array.get(key.as_key()).map(Value::view)
                    && element.type_sources() != 0
                {
                    typed = Some(element.clone());
                    return Ok(value.clone());
                }
                if undefined.is_some() {
                    array.slot_or_null(key.as_key())?;
                }
                due(array, warn)?;
                array.assign(key.as_key(), value.clone())?;
                Ok(value.clone())
            }
            (Holder::Array(array), None) => {
                due(array, warn)?;
                array.append(value.clone())?;
                appended = last_int(array);
                Ok(value.clone())
            }
            (Holder::Text(_), _) if found_in.is_some() => Err(Stop::Gone),
            (Holder::Text(place), Some(KeyValue::Int(offset))) => {
                let Some(text) = place.get().as_str() else { return Err(Stop::Nothing) };
                let Some(at) = byte_at(text, *offset) else {
                    warn(format!("Illegal string offset {offset}"), None)?;
                    return Ok(Value::NULL);
                };
                match &byte {
                    None => {
                        held = Some(own_text(place)?);
                        Err(Stop::WantByte)
                    }
                    // PHP: a handler has put something else there.
                    Some(_) if held.as_ref().is_none_or(|held| !held.ptr_eq(text)) => {
                        Ok(Value::NULL)
                    }
                    Some(None) => Err(Stop::WantByte),
                    Some(Some(byte)) => set_byte(place, (at, *byte), held.take()),
                }
            }
            (Holder::Text(_), _) => Err(no_append()),
        })?;
        if let Some(element) = typed {
            assigned.define(rq, frame)?;
            let juggling = crate::object::juggling(frame);
            return bound::assign(rq, &element, (assigned.value, juggling));
        }
        match end {
            End::Done(done) => {
                let may_change = path.ran_code || may_be_on_path;
                let is_late = may_change && byte.is_none() && assigned.read_again(frame);
                if !is_late {
                    return Ok(done);
                }
                (path.ran_code, may_be_on_path) = (false, false);
                if let (Some(index), Some(key)) = (appended, path.keys.last_mut()) {
                    *key = Key::Elem(KeyValue::Int(index));
                }
            }
            End::Nothing => return Ok(assigned.last(frame)),
            End::Lost => return Ok(Value::NULL),
            End::Wants if is_released => {
                assigned.read_again(frame);
                is_released = false;
            }
            // PHP: what is no string is made one first, and the string may be gone then.
            End::Wants => {
                match &text {
                    None => {
                        if path.ran_code {
                            assigned.read_again(frame);
                        }
                        assigned.define(rq, frame)?;
                        text = Some(conv::to_str(rq, &assigned.value)?);
                        byte = Some(None);
                    }
                    Some(text) => byte = Some(Some(byte_of(rq, text)?)),
                }
                let is_freed = path.entered.as_ref().is_some_and(Entered::is_freed);
                if is_freed || held.as_ref().is_some_and(Str::is_unique) {
                    return Ok(Value::NULL);
                }
            }
            // PHP: a handler has put something else where the string was.
            End::Gone => return Ok(Value::NULL),
            End::Object(_) | End::NotObject(_) if found_in.is_some() => return Ok(assigned.value),
            End::Object(object) => {
                if let Err(halt) = assigned.define(rq, frame) {
                    if let Some(Key::Prop(name)) = path.keys.last() {
                        behind::property(rq, frame, &object, name);
                    }
                    return Err(halt);
                }
                assigned.read_again(frame);
                return match path.keys.last() {
                    Some(Key::Prop(name)) => {
                        let name = name.clone();
                        set_prop(rq, frame, (&object, &name), assigned)
                    }
                    key => {
                        let key = key.map_or(Value::NULL, Key::value);
                        let value = assigned.value.clone();
                        offset::access(rq, &object, Offset::Set, &[key, value])?;
                        Ok(assigned.last(frame))
                    }
                };
            }
            End::NotObject(container) => {
                let defined = assigned.define(rq, frame);
                let key = path.keys.last().cloned().unwrap_or(Key::New);
                let refused = not_object(rq, "assign", &key, &container);
                return Err(match defined {
                    Err(halt) => throwable::after(halt, refused),
                    Ok(()) => refused,
                });
            }
        }
    }
}

/// Writes a property; what the assignment is worth.
fn set_prop(
    rq: &mut Request,
    frame: &mut Frame,
    (object, name): (&Object, &Str),
    mut assigned: Assigned,
) -> Res<Value> {
    let is_released = assigned.local.is_some()
        && matches!(assigned.value.view(), View::Object(own) if own.ptr_eq(object))
        && is_made(frame, object, name);
    if is_released {
        // PHP: the variable alone keeps the object while the property is made.
        (*frame.top_mut(0), assigned.value) = (Value::NULL, Value::NULL);
    }
    let stored = match prop::write(rq, frame, (object, name), assigned.value.clone()) {
        Err(halt) if is_released && prop::is_dynamic(object, name) => {
            prop::set_created(rq, object, name, assigned.last(frame))?;
            return Err(halt);
        }
        stored => stored?,
    };
    fast::learn_value(rq, frame, object, &stored)?;
    if !assigned.read_again(frame) {
        return Ok(stored);
    }
    let class = object.class().class();
    let is_dynamic = prop::plain_slot(object, name, frame.scope()).is_none();
    if is_dynamic && class.magic.set.is_none() && prop::is_dynamic(object, name) {
        return prop::write(rq, frame, (object, name), assigned.value);
    }
    Ok(if class.magic.set.is_some() { assigned.value } else { stored })
}

/// Whether an assignment makes a property of no declaration.
fn is_made(frame: &Frame, object: &Object, name: &Str) -> bool {
    let is_known = prop::plain_slot(object, name, frame.scope()).is_some();
    !is_known && object.class().class().magic.set.is_none() && !prop::is_dynamic(object, name)
}

fn byte_of(rq: &mut Request, text: &Str) -> Res<u8> {
    let Some(byte) = text.first().copied() else {
        return Err(rq.throw_error("error", "Cannot assign an empty string to a string offset"));
    };
    if text.len() > 1 {
        rq.warn("Only the first byte will be assigned to the string offset")?;
    }
    Ok(byte)
}

fn byte_at(text: &Str, offset: i64) -> Option<usize> {
    let at = if offset < 0 { offset + text.len() as i64 } else { offset };
    usize::try_from(at).ok()
}

fn set_byte(place: &mut Place, (at, byte): (usize, u8), held: Option<Str>) -> Result<Value, Stop> {
    drop(held);
    let Some(mut string) = place.get().as_str().cloned() else { return Err(Stop::Nothing) };
    place.set(Value::NULL);
    let written = write_byte(&mut string, at, byte);
    place.set(Value::from(string));
    written?;
    Ok(Value::from(runtime::string::one_byte(byte)))
}

/// Writes a byte of a string in place; a gap before it is filled with spaces, in a copy when others
/// have the string.
fn write_byte(string: &mut Str, at: usize, byte: u8) -> Result<(), Stop> {
    const SPACES: [u8; 64] = [b' '; 64];
    if at / 2 > string.capacity() {
        let mut grown = Str::with_capacity(at.saturating_add(1))?;
        grown.append(string)?;
        *string = grown;
    }
    while string.len() <= at {
        let missing = at + 1 - string.len();
        string.append(&SPACES[..missing.min(SPACES.len())])?;
    }
    string.write_for_all(at, byte);
    Ok(())
}
