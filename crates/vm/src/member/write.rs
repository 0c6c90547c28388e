//! Writing at the end of a path.

use std::cell::Cell;

use hhbc::constraint::Hint;
use hhbc::imm::MemberMode;
use hhbc::instr::Instr;
use runtime::array::{Array, ArrayError};
use runtime::class::Prop;
use runtime::class::bound;
use runtime::conv::KeyValue;
use runtime::object::{Object, Reference, Visit};
use runtime::raise::{Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::{SlotMut, Value, View};

use super::begin::{base, lent_static};
use super::read::missing;
use super::refusal::{NOT_AN_ARRAY, no_array, no_byte, not_object};
use super::{Key, Path, text};
use crate::array::not_added;
use crate::class::{class_text, shown};
use crate::frame::Frame;
use crate::object::offset;
use crate::object::prop::{self, Passage};
use crate::request::Request;
use crate::throwable;

/// Why a walk ended before its end. Nothing was written.
pub(super) enum Stop {
    /// A warning about a step is due; then the walk begins again, unless the array that the step
    /// is in is gone by then.
    Warn(usize, String, Option<Array>),
    /// An array was made of nothing where this step begins: its key may be the same variable.
    Made(usize),
    /// `false` was used as an array: with which step, and what was made of it.
    FalseToArray(usize, Array),
    /// `false` has no element to be unset.
    FalseHasNone,
    /// The key of this step must be converted for a string, whose byte it means.
    Offset(usize, Str),
    /// This step goes on from a byte of a string.
    Byte(usize),
    /// This step was to a new element, which is made now and has this key.
    Appended(usize, i64),
    /// A handler has put something else where the string was whose byte is written.
    Gone,
    /// The key of this step is a variable without a value, of which a warning is due.
    Define(usize),
    /// There is no array for an operator, and the key is such a variable: PHP warns first.
    Refused(usize),
    /// The key of this step must be converted for this array.
    Convert(usize, Option<Array>),
    /// This step goes into an object.
    Object(Object, usize),
    /// This step asks for a property of what is no object.
    NotObject(Value, usize),
    /// The body wants the byte of a string offset.
    WantByte,
    /// The body wants the value that is assigned.
    WantValue,
    /// An error of this class.
    Throw(&'static str, String),
    /// No memory.
    Oom,
    /// No next index.
    NextIndexTaken,
    /// There is nothing there, and nothing shall be made.
    Nothing,
}

impl Stop {
    /// Says which step made an array of `false`.
    fn at(self, step: usize) -> Self {
        match self {
            Self::FalseToArray(_, made) => Self::FalseToArray(step, made),
            other => other,
        }
    }

    /// Whether code of the script may run before the walk begins again.
    fn runs_code(&self) -> bool {
        !matches!(self, Self::Made(_) | Self::Appended(..) | Self::WantByte | Self::WantValue)
    }

    /// Whether it says that the path goes through no string.
    fn has_no_text(&self) -> bool {
        matches!(self, Self::Throw(..) | Self::Object(..) | Self::NotObject(..) | Self::Nothing)
    }
}

impl From<runtime::heap::Oom> for Stop {
    fn from(_: runtime::heap::Oom) -> Self {
        Self::Oom
    }
}

impl From<ArrayError> for Stop {
    fn from(error: ArrayError) -> Self {
        match error {
            ArrayError::Oom => Self::Oom,
            ArrayError::NextIndexTaken => Self::NextIndexTaken,
        }
    }
}

/// A place that a walk has reached.
pub(super) enum Place<'a> {
    Local(&'a mut Value),
    Slot(SlotMut<'a>),
    Shared(Reference),
}

impl Place<'_> {
    pub(super) fn get(&self) -> &Value {
        match self {
            Self::Local(value) => value,
            Self::Slot(slot) => slot.get(),
            Self::Shared(reference) => reference.peek(),
        }
    }

    pub(super) fn set(&mut self, value: Value) {
        match self {
            Self::Local(place) => **place = value,
            Self::Slot(slot) => slot.set(value),
            Self::Shared(reference) => reference.set(value),
        }
    }

    /// The place behind a reference.
    fn unboxed(self) -> Self {
        let shared = match self.get().view() {
            View::Ref(reference) => Some(reference.clone()),
            _ => None,
        };
        shared.map_or(self, Place::Shared)
    }
}

/// What holds the last member of a path.
pub(super) enum Holder<'a, 'b> {
    Array(&'a mut Array),
    /// A string, whose offset is meant.
    Text(&'a mut Place<'b>),
}

/// What a walk needs to know besides the path.
struct Walk {
    /// The steps before this one have given their warnings.
    warned: usize,
    /// Whether the last step is known to be an offset of a string.
    is_text: bool,
    /// Whether the byte for that offset has been asked for.
    is_late: bool,
    /// Whether what was no array has been asked for an element to unset.
    was_no_array: bool,
    /// The last reference that the walk came to, and with which step.
    crossed: Cell<Option<(Reference, usize)>>,
}

impl Walk {
    /// Notes a reference that the script made, where a step begins.
    fn cross(&self, is_ref: bool, reference: &Reference, at: usize) {
        if is_ref {
            self.crossed.set(Some((reference.clone(), at)));
        }
    }

    /// Warns about a step, and holds the array that the step is in while a handler runs.
    fn warn(&self, step: usize, text: String, array: Option<&mut Array>) -> Result<(), Stop> {
        if step < self.warned {
            return Ok(());
        }
        let held = array.map(|array| array.make_unique(0).map(|()| array.clone()));
        Err(Stop::Warn(step, text, held.transpose()?))
    }
}

/// Where a walk begins.
#[derive(Default)]
enum Start {
    /// Where the path does.
    #[default]
    Base,
    /// At a slot of an object.
    Slot(Object, u32),
    /// At a value that nothing keeps, or that is an object.
    Value(Value),
    /// Behind a reference.
    Behind(Visit),
}

impl Start {
    /// Whether nobody else has the object or the reference any more.
    fn is_freed(&self) -> bool {
        match self {
            Self::Base => false,
            Self::Slot(object, _) => object.count() == 1,
            Self::Behind(reference) => reference.count() == 1,
            Self::Value(value) => match value.view() {
                View::Ref(reference) => reference.count() == 1,
                _ => false,
            },
        }
    }
}

/// Where a walk begins, and with which step.
#[derive(Default)]
pub(super) struct Entered {
    start: Start,
    from: usize,
}

impl Entered {
    /// Whether nobody else has the object or the reference at which the walk began.
    pub(super) fn is_freed(&self) -> bool {
        self.start.is_freed()
    }

    /// Whether the walk began at a value that is nobody's.
    pub(super) fn is_temporary(&self) -> bool {
        match &self.start {
            Start::Base | Start::Slot(..) | Start::Behind(_) => false,
            Start::Value(value) => !matches!(value.view(), View::Ref(_) | View::Object(_)),
        }
    }
}

/// How a walk ended.
pub(super) enum End<R> {
    /// The body ran on what holds the last member.
    Done(R),
    /// There is nothing there, and nothing shall be made.
    Nothing,
    /// A handler of a warning has freed or copied the array that the path goes through.
    Lost,
    /// The last member is one of this object.
    Object(Object),
    /// The last member would be a property of this value.
    NotObject(Value),
    /// The body wants a value, or the byte of a string offset, before it runs again.
    Wants,
    /// There is no string any more whose byte could be written.
    Gone,
}

pub(super) type Warn<'w> = &'w dyn Fn(String, Option<&mut Array>) -> Result<(), Stop>;

/// Runs `body` on what holds the last member of the path, with its key, after giving all warnings
/// on the way.
pub(super) fn at_end<R>(
    rq: &mut Request,
    frame: &mut Frame,
    path: &mut Path,
    mut body: impl FnMut(Holder<'_, '_>, &Key, Warn<'_>) -> Result<R, Stop>,
) -> Res<End<R>> {
    let Entered { mut start, mut from } = path.entered.take().unwrap_or_default();
    let mut warned = 0;
    let (mut falses, mut is_text, mut was_no_array) = (0, false, false);
    // What a handler threw before the last step, which is made all the same.
    let mut thrown = None;
    loop {
        let crossed = Cell::new(None);
        let walk = Walk { warned, is_text, is_late: path.wanted_byte, was_no_array, crossed };
        let lent = match start {
            Start::Base => lent_static(rq, frame, path)?,
            Start::Slot(..) | Start::Value(_) | Start::Behind(_) => None,
        };
        let mut shared;
        let place = match &mut start {
            Start::Base => match base(rq, frame, path)? {
                Place::Shared(reference) if lent.is_none() && path.begins_at_static() => {
                    shared = Value::from(reference);
                    Place::Local(&mut shared)
                }
                place => place,
            },
            Start::Slot(object, slot) => Place::Slot(object.slot_mut(*slot as usize)),
            Start::Value(value) => Place::Local(value),
            Start::Behind(reference) => Place::Shared(Reference::clone(reference)),
        };
        let walked = walk_on((place, from), path, &walk, &mut body);
        if let Some(at) = lent {
            rq.take_static_back(at);
        }
        // PHP: what lies behind a reference is found once.
        if let Some((reference, at)) = walk.crossed.take() {
            (start, from) = (Start::Behind(Visit::new(reference)), at);
        }
        let stop = match walked {
            Ok(result) => {
                path.entered = Some(Entered { start, from });
                return thrown.map_or(Ok(End::Done(result)), Err);
            }
            Err(stop) => stop,
        };
        if let Some(halt) = thrown.take() {
            match stop {
                Stop::Made(_) | Stop::Appended(..) => {}
                Stop::Convert(at, _) if !matches!(path.keys[at], Key::Undefined(_)) => {
                    if let Err(refused) = path.convert(rq, frame, at) {
                        return Err(throwable::after(halt, refused));
                    }
                }
                // PHP: what has no elements to unset is refused behind the warning about the key.
                Stop::Throw(class, text) if was_no_array => {
                    return Err(throwable::after(halt, rq.throw_error(class, &text)));
                }
                Stop::Object(object, _) if was_no_array => {
                    return Err(offset::refused_after(rq, &object, halt));
                }
                _ => return Err(halt),
            }
            thrown = Some(halt);
        }
        let is_gone = path.wanted_byte && stop.has_no_text()
            || path.was_found && matches!(stop, Stop::Throw("error", _));
        if is_gone {
            return Ok(End::Gone);
        }
        path.ran_code |= stop.runs_code();
        match stop {
            Stop::Warn(step, text, held) => {
                warned = step + 1;
                path.release_from(step + 1);
                let raised = rq.warn(&text);
                match path.goes_on && step + 1 == path.keys.len() {
                    true => thrown = raised.err(),
                    false => raised?,
                }
                let is_freed = start.is_freed();
                let is_lost = is_freed || held.is_some_and(|one| one.count() != HELD_AND_OWNED);
                path.read_again_from(frame, step + 1);
                if is_lost {
                    if step + 1 == path.keys.len() {
                        return thrown.map_or(Ok(End::Lost), Err);
                    }
                    (start, from) = (Start::Value(Value::NULL), step + 1);
                }
            }
            Stop::Made(at) => path.read_again(frame, at),
            Stop::FalseToArray(at, held) => {
                let raised = rq.deprecate(FALSE_TO_ARRAY);
                path.read_again_from(frame, at);
                let (is_lost, is_last) = (held.is_unique(), at + 1 == path.keys.len());
                if is_lost || !is_last {
                    raised?;
                } else {
                    thrown = raised.err();
                }
                if is_lost && is_last {
                    return Ok(End::Lost);
                }
                if is_lost {
                    (start, from) = (Start::Value(Value::NULL), at + 1);
                }
                drop(held);
                falses += 1;
                if falses > FALSES_MAX {
                    return Ok(End::Nothing);
                }
            }
            Stop::FalseHasNone => {
                rq.deprecate(FALSE_TO_ARRAY)?;
                path.define_from(rq, frame, 0)?;
                return Ok(End::Nothing);
            }
            Stop::Offset(at, held) => {
                path.define(rq, frame, at)?;
                let offset = text::offset(rq, &path.keys[at].value(), false)?;
                if held.is_unique() || start.is_freed() {
                    return Ok(End::Gone);
                }
                path.keys[at] = Key::Elem(KeyValue::Int(offset));
                is_text = true;
            }
            Stop::Appended(at, index) => path.keys[at] = Key::Elem(KeyValue::Int(index)),
            Stop::Byte(at) => {
                path.define(rq, frame, at)?;
                return Err(no_byte(rq, path, at));
            }
            Stop::Nothing => {
                path.define_from(rq, frame, 0)?;
                return Ok(End::Nothing);
            }
            Stop::Gone => return Ok(End::Gone),
            Stop::Define(at) => {
                thrown = path.define(rq, frame, at).err();
                was_no_array = true;
            }
            Stop::Refused(at) => return Err(no_array(rq, frame, (path, at))),
            Stop::WantValue | Stop::WantByte => {
                path.wanted_byte |= matches!(stop, Stop::WantByte);
                path.entered = Some(Entered { start, from });
                return Ok(End::Wants);
            }
            Stop::Convert(at, held) => {
                path.convert(rq, frame, at)?;
                if held.is_some_and(|array| array.count() != HELD_AND_OWNED) {
                    if at + 1 == path.keys.len() {
                        return Ok(End::Lost);
                    }
                    (start, from) = (Start::Value(Value::NULL), at + 1);
                }
            }
            // PHP: an offset is unset in what is there behind the warning about it.
            Stop::Object(object, at)
                if matches!(path.keys[at], Key::Undefined(_))
                    && at + 1 == path.keys.len()
                    && matches!(frame.site().instr, Instr::UnsetM { .. }) =>
            {
                path.define_in(rq, frame, (&object, at))?;
            }
            Stop::Object(object, at) if at + 1 == path.keys.len() => {
                path.define_in(rq, frame, (&object, at))?;
                path.entered = Some(Entered { start, from });
                return Ok(End::Object(object));
            }
            Stop::Object(object, at) => {
                path.define_in(rq, frame, (&object, at))?;
                path.release_from(at + 1);
                (start, from) = enter(rq, frame, object, (path, at))?;
                path.read_again_from(frame, at + 1);
            }
            Stop::NotObject(value, at) if at + 1 == path.keys.len() => {
                path.entered = Some(Entered { start, from });
                return Ok(End::NotObject(value));
            }
            Stop::NotObject(value, at) => {
                if path.mode(at) == MemberMode::Unset {
                    path.define_from(rq, frame, at)?;
                    return Ok(End::Nothing);
                }
                return Err(not_object(rq, "modify", &path.keys[at], &value));
            }
            other => return Err(halt_of(rq, other)),
        }
    }
}

/// Owners of an array that is held while a handler runs, and that the path goes through: when the
/// handler has dropped it or made another owner, nothing is written.
const HELD_AND_OWNED: i32 = 2;

const FALSE_TO_ARRAY: &str = "Automatic conversion of false to array is deprecated";

/// How often what a handler makes `false` again is taken for an array.
const FALSES_MAX: u32 = 8;

fn halt_of(rq: &mut Request, stop: Stop) -> Halt {
    match stop {
        Stop::Throw(class, text) => rq.throw_error(class, &text),
        Stop::NextIndexTaken => not_added(rq, ArrayError::NextIndexTaken),
        _ => rq.out_of_memory(runtime::heap::Oom),
    }
}

/// Goes through an object: where the walk begins anew, and with which step.
fn enter(
    rq: &mut Request,
    frame: &mut Frame,
    object: Object,
    (path, at): (&mut Path, usize),
) -> Res<(Start, usize)> {
    let key = path.keys[at].clone();
    let Key::Prop(name) = &key else {
        let value = offset::in_place(rq, &object, &key.value())?;
        return Ok((Start::Value(value), at + 1));
    };
    if object.class().class().magic.get.is_none()
        && let Some((slot, prop)) = prop::plain_slot(&object, name, frame.scope())
        && let View::Uninit = object.slot(slot as usize).view()
        && !object.is_lazy()
    {
        // PHP: finding the place makes it null.
        if prop.ty.is_none() {
            object.clone().slot_mut(slot as usize).set(Value::NULL);
        }
        match path.mode(at) {
            MemberMode::Unset => return Ok((Start::Value(Value::NULL), at + 1)),
            MemberMode::Warn | MemberMode::WarnDefine if prop.ty.is_none() => {
                rq.warn(&format!(
                    "Undefined property: {}::${}",
                    class_text(object.class()),
                    shown(name)
                ))?;
            }
            _ => {}
        }
    }
    let mut is_created = false;
    if matches!(path.mode(at), MemberMode::Warn | MemberMode::WarnDefine) {
        prop::check_initialised(rq, frame, &object, name)?;
        is_created = prop::created(rq, frame, &object, name)?;
    }
    let (object, passage) = match object.class().class().first.dynamic.filter(|_| is_created) {
        Some(slot) => (object, Passage::Element(slot)),
        None => prop::pass_through(rq, frame, &object, name)?,
    };
    match passage {
        Passage::Slot(slot, typed) => {
            let value = object.slot(slot as usize).unboxed();
            if let View::Object(_) = value.view() {
                return Ok((Start::Value(value.clone()), at + 1));
            }
            if let Some(prop) = typed
                && !matches!(path.keys[at + 1], Key::Prop(_))
                && matches!(value.view(), View::Null | View::Uninit | View::Bool(false))
            {
                check_array_fits(rq, prop)?;
            }
            object.set_slot_state(slot as usize, 0);
            object.set_may_be_cyclic();
            Ok((Start::Slot(object, slot), at + 1))
        }
        Passage::Element(slot) => {
            path.keys[at] = Key::Elem(KeyValue::Str(name.clone()));
            Ok((Start::Slot(object, slot), at))
        }
        Passage::Temporary(value) => Ok((Start::Value(value), at + 1)),
    }
}

fn check_array_fits(rq: &mut Request, prop: &Prop) -> Res<()> {
    let fits = prop.ty.is_none_or(|ty| ty.hints().meets(Hint::array.with(Hint::mixed)));
    if fits {
        return Ok(());
    }
    let text = format!(
        "Cannot auto-initialize an array inside property {}::${} of type {}",
        class_text(prop.class),
        shown(prop.name.as_bytes()),
        prop.type_text().unwrap_or_default()
    );
    Err(rq.throw_error("typeerror", &text))
}

fn walk_on<R>(
    (start, from): (Place<'_>, usize),
    path: &Path,
    walk: &Walk,
    body: &mut impl FnMut(Holder<'_, '_>, &Key, Warn<'_>) -> Result<R, Stop>,
) -> Result<R, Stop> {
    let is_base = from == 0 && path.binds_base;
    let mut is_ref = matches!(start.get().view(), View::Ref(_)) && !is_base;
    let mut place = start.unboxed();
    let last = path.keys.len() - 1;
    for at in from..last {
        let key = prepared((&mut place, is_ref), (path, at))?;
        let next = match place {
            Place::Local(value) => value.as_array_mut(),
            Place::Slot(slot) => slot.into_array_mut(),
            // What lies behind the reference is reached while it is held.
            Place::Shared(mut reference) => {
                walk.cross(is_ref, &reference, at);
                let mut slot = reference.slot_mut();
                let array = slot.as_array_mut().ok_or(Stop::Nothing)?;
                let next = member(array, (key, at), path.mode(at), walk)?;
                return walk_on((Place::Slot(next), at + 1), path, walk, body);
            }
        };
        let next = member(next.ok_or(Stop::Nothing)?, (key, at), path.mode(at), walk)?;
        is_ref = matches!(next.get().view(), View::Ref(_));
        place = Place::Slot(next).unboxed();
    }
    if let Place::Shared(reference) = &place {
        walk.cross(is_ref, reference, last);
    }
    let unsets = path.modes.last() == Some(&MemberMode::Unset);
    if walk.is_late && place.get().as_str().is_none() {
        return Err(Stop::Gone);
    }
    let key = member_key(&place, (path, last))?;
    let warn = |text, array: Option<&mut Array>| walk.warn(last, text, array);
    if walk.is_text || place.get().as_str().is_some() && !unsets {
        return match key {
            Key::New => Err(no_append()),
            Key::Elem(KeyValue::Int(_)) => body(Holder::Text(&mut place), key, &warn),
            Key::Elem(KeyValue::Str(_)) | Key::Raw(_) | Key::Undefined(_) | Key::Prop(_) => {
                Err(Stop::Offset(last, own_text(&mut place)?))
            }
        };
    }
    if matches!(key, Key::Undefined(_)) && path.is_refused(place.get()) {
        return Err(Stop::Refused(last));
    }
    if unsets && matches!(key, Key::Undefined(_)) && place.get().as_array().is_none() {
        return Err(Stop::Define(last));
    }
    if walk.was_no_array && place.get().as_array().is_some() {
        return Err(no_element_to_unset());
    }
    let made = container(&mut place, (unsets, is_ref && path.only_finds));
    if made.map_err(|stop| stop.at(last))? && path.is_read_late(last) {
        return Err(Stop::Made(last));
    }
    converted(&mut place, (key, last))?;
    let mut finish = |array: &mut Array| body(Holder::Array(array), key, &warn);
    match &mut place {
        Place::Local(value) => finish(value.as_array_mut().ok_or(Stop::Nothing)?),
        Place::Slot(slot) => finish(slot.as_array_mut().ok_or(Stop::Nothing)?),
        Place::Shared(reference) => {
            let mut slot = reference.slot_mut();
            finish(slot.as_array_mut().ok_or(Stop::Nothing)?)
        }
    }
}

/// Makes the string in a place one of its own, so that it is known again.
pub(super) fn own_text(place: &mut Place) -> Result<Str, Stop> {
    let text = place.get().as_str().ok_or(Stop::Nothing)?;
    if text.is_unique() {
        return Ok(text.clone());
    }
    let mut own = Str::with_capacity(text.len())?;
    own.append(text)?;
    place.set(Value::from(own.clone()));
    Ok(own)
}

pub(super) fn no_append() -> Stop {
    Stop::Throw("error", "[] operator not supported for strings".to_owned())
}

/// Stops before a key that is not yet one of arrays. PHP: the array is separated before.
fn converted(place: &mut Place, (key, at): (&Key, usize)) -> Result<(), Stop> {
    let is_held = match key {
        Key::Raw(value) => matches!(value.view(), View::Float(_)),
        Key::Undefined(_) => true,
        Key::Elem(_) | Key::New | Key::Prop(_) => return Ok(()),
    };
    let hold = |array: Option<&mut Array>| {
        array.map(|array| array.make_unique(0).map(|()| array.clone())).transpose()
    };
    let held = match place {
        Place::Local(value) => hold(value.as_array_mut()),
        Place::Slot(slot) => hold(slot.as_array_mut()),
        Place::Shared(reference) => hold(reference.slot_mut().as_array_mut()),
    };
    Err(Stop::Convert(at, held?.filter(|_| is_held)))
}

/// The key of a step that does not go through an object.
fn member_key<'p>(place: &Place, (path, at): (&'p Path, usize)) -> Result<&'p Key, Stop> {
    let key = &path.keys[at];
    match (place.get().view(), key) {
        (View::Object(object), _) => Err(Stop::Object(object.clone(), at)),
        (_, Key::Prop(_)) => Err(Stop::NotObject(place.get().clone(), at)),
        _ => Ok(key),
    }
}

/// The key of a step to a member of an array; the array is made if it may be.
fn prepared<'p>(
    (place, is_ref): (&mut Place<'_>, bool),
    at: (&'p Path, usize),
) -> Result<&'p Key, Stop> {
    let key = member_key(place, at)?;
    if place.get().as_str().is_some() {
        return Err(if let Key::New = key { no_append() } else { Stop::Byte(at.1) });
    }
    let made = container(place, (at.0.mode(at.1) == MemberMode::Unset, is_ref));
    if made.map_err(|stop| stop.at(at.1))? && at.0.is_read_late(at.1) {
        return Err(Stop::Made(at.1));
    }
    converted(place, (key, at.1))?;
    Ok(key)
}

fn member<'a>(
    array: &'a mut Array,
    (key, step): (&Key, usize),
    mode: MemberMode,
    walk: &Walk,
) -> Result<SlotMut<'a>, Stop> {
    let Key::Elem(key) = key else {
        return Err(Stop::Appended(step, append_null(array)?));
    };
    if array.get(key.as_key()).is_none() {
        match mode {
            MemberMode::Unset => {
                array.make_unique(0)?;
                return Err(Stop::Nothing);
            }
            MemberMode::None => return Err(Stop::Nothing),
            MemberMode::Warn | MemberMode::WarnDefine => {
                walk.warn(step, missing(key.as_key()), Some(array))?;
            }
            MemberMode::Define | MemberMode::Arg(_) => {}
        }
    }
    Ok(array.slot_or_null(key.as_key())?)
}

/// Appends null; its key.
pub(super) fn append_null(array: &mut Array) -> Result<i64, ArrayError> {
    array.append(Value::NULL)?;
    Ok(last_int(array).unwrap_or(0))
}

/// Refuses an array in a reference that properties bind to another type.
fn admits_array(place: &Place) -> Result<(), Stop> {
    let Place::Shared(reference) = place else { return Ok(()) };
    match bound::refuses(reference, Hint::array) {
        None => Ok(()),
        Some(member) => {
            let text = format!(
                "Cannot auto-initialize an array inside a reference held by property {member}"
            );
            Err(Stop::Throw("typeerror", text))
        }
    }
}

/// Makes an array of what may become one; whether it did. PHP: through a reference that is only
/// passed through, `false` becomes one without a word.
fn container(place: &mut Place, (unsets, quietly): (bool, bool)) -> Result<bool, Stop> {
    match place.get().view() {
        View::Array(_) => Ok(false),
        _ if unsets => match place.get().view() {
            View::Str(_) => Err(Stop::Throw("error", "Cannot unset string offsets".to_owned())),
            View::Uninit | View::Null => Err(Stop::Nothing),
            View::Bool(false) if quietly => Err(Stop::Nothing),
            View::Bool(false) => Err(Stop::FalseHasNone),
            _ => Err(no_element_to_unset()),
        },
        View::Uninit | View::Null => {
            admits_array(place)?;
            place.set(Value::from(Array::new()));
            Ok(true)
        }
        View::Bool(false) => {
            admits_array(place)?;
            if quietly {
                place.set(Value::from(Array::new()));
                return Ok(true);
            }
            let made = Array::with_capacity(1)?;
            place.set(Value::from(made.clone()));
            Err(Stop::FalseToArray(0, made))
        }
        _ => Err(Stop::Throw("error", NOT_AN_ARRAY.to_owned())),
    }
}

fn no_element_to_unset() -> Stop {
    Stop::Throw("error", "Cannot unset offset in a non-array variable".to_owned())
}

/// The key of an element that is there or is made.
pub(super) fn fixed(key: &Key) -> Option<&KeyValue> {
    match key {
        Key::Elem(key) => Some(key),
        Key::New | Key::Raw(_) | Key::Undefined(_) | Key::Prop(_) => None,
    }
}

/// The key of the last element, which was appended.
pub(super) fn last_int(array: &Array) -> Option<i64> {
    match array.position_before(array.used()).and_then(|position| array.entry(position)) {
        Some((runtime::array::Key::Int(index), _)) => Some(index),
        _ => None,
    }
}
