//! Writing at the end of a path.

use hhbc::imm::MemberMode;
use hhbc::instr::Instr;
use runtime::array::{Array, ArrayError};
use runtime::conv::{self, KeyValue};
use runtime::object::Reference;
use runtime::raise::{Halt, OrExit, Raise, Res};
use runtime::value::{SlotMut, Value, View};

use super::read::missing;
use super::{KeyValueOrNew, Path, at_depth};
use crate::array::not_added;
use crate::frame::Frame;
use crate::local;
use crate::request::Request;

/// Why a walk ended before its end. Nothing was written.
pub(super) enum Stop {
    /// A warning is due; then the walk begins again.
    Warn(String),
    /// `false` was used as an array.
    FalseToArray,
    /// An error of this class.
    Throw(&'static str, String),
    /// No memory.
    Oom,
    /// No next index.
    NextIndexTaken,
    /// There is nothing there, and nothing shall be made.
    Nothing,
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
enum Place<'a> {
    Local(&'a mut Value),
    Slot(SlotMut<'a>),
    Shared(Reference),
}

impl<'a> Place<'a> {
    fn get(&self) -> &Value {
        match self {
            Self::Local(value) => value,
            Self::Slot(slot) => slot.get(),
            Self::Shared(reference) => reference.peek(),
        }
    }

    fn set(&mut self, value: Value) {
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

/// What a walk needs to know besides the path.
struct Walk {
    /// How many warnings were given already.
    warned: usize,
    /// How many were met.
    met: usize,
}

impl Walk {
    fn warn(&mut self, text: impl FnOnce() -> String) -> Result<(), Stop> {
        self.met += 1;
        if self.met > self.warned { Err(Stop::Warn(text())) } else { Ok(()) }
    }
}

/// Runs `body` on the container that holds the last member of the path, with its key, after
/// giving all warnings on the way. None when there is nothing there and nothing shall be made.
pub(super) fn at_container<R>(
    rq: &mut Request,
    frame: &mut Frame,
    path: &Path,
    mut body: impl FnMut(
        &mut Array,
        &KeyValueOrNew,
        &mut dyn FnMut(String) -> Result<(), Stop>,
    ) -> Result<R, Stop>,
) -> Res<Option<R>> {
    let mut warned = 0;
    loop {
        let base = base(rq, frame, path)?;
        let mut walk = Walk { warned, met: 0 };
        let stop = match walk_to_container(base, path, &mut walk, &mut body) {
            Ok(result) => return Ok(Some(result)),
            Err(stop) => stop,
        };
        match stop {
            Stop::Warn(text) => rq.warn(&text)?,
            Stop::FalseToArray => {
                rq.deprecate("Automatic conversion of false to array is deprecated")?;
            }
            Stop::Nothing => return Ok(None),
            other => return Err(halt_of(rq, other)),
        }
        warned += 1;
    }
}

fn halt_of(rq: &mut Request, stop: Stop) -> Halt {
    match stop {
        Stop::Throw(class, text) => rq.throw_error(class, &text),
        Stop::NextIndexTaken => not_added(rq, ArrayError::NextIndexTaken),
        Stop::Oom | Stop::Warn(_) | Stop::FalseToArray | Stop::Nothing => {
            rq.out_of_memory(runtime::heap::Oom)
        }
    }
}

fn walk_to_container<R>(
    base: Place<'_>,
    path: &Path,
    walk: &mut Walk,
    body: &mut impl FnMut(
        &mut Array,
        &KeyValueOrNew,
        &mut dyn FnMut(String) -> Result<(), Stop>,
    ) -> Result<R, Stop>,
) -> Result<R, Stop> {
    let mut place = base.unboxed();
    let (last, dims) = path.keys.split_last().ok_or(Stop::Nothing)?;
    for (at, key) in dims.iter().enumerate() {
        let mode = path.modes.get(at + 1).copied().unwrap_or(MemberMode::Define);
        match step(place, key, mode, walk)? {
            Next::Place(next) => place = next.unboxed(),
            Next::Shared(next) => place = Place::Shared(next).unboxed(),
        }
    }
    let unsets = path.modes.last() == Some(&MemberMode::Unset);
    let mut finish = |array: &mut Array| body(array, last, &mut |text| walk.warn(|| text));
    container(&mut place, unsets)?;
    match &mut place {
        Place::Local(value) => finish(value.as_array_mut().ok_or(Stop::Nothing)?),
        Place::Slot(slot) => finish(slot.as_array_mut().ok_or(Stop::Nothing)?),
        Place::Shared(reference) => {
            let mut slot = reference.slot_mut();
            finish(slot.as_array_mut().ok_or(Stop::Nothing)?)
        }
    }
}

/// Where a step leads.
enum Next<'a> {
    Place(Place<'a>),
    Shared(Reference),
}

/// Goes on to a member, making it when the mode says so.
fn step<'a>(
    mut place: Place<'a>,
    key: &KeyValueOrNew,
    mode: MemberMode,
    walk: &mut Walk,
) -> Result<Next<'a>, Stop> {
    container(&mut place, mode == MemberMode::Unset)?;
    match place {
        Place::Local(value) => {
            let array = value.as_array_mut().ok_or(Stop::Nothing)?;
            member(array, key, mode, walk).map(|slot| Next::Place(Place::Slot(slot)))
        }
        Place::Slot(slot) => {
            let array = slot.into_array_mut().ok_or(Stop::Nothing)?;
            member(array, key, mode, walk).map(|slot| Next::Place(Place::Slot(slot)))
        }
        Place::Shared(mut reference) => {
            let mut slot = reference.slot_mut();
            let array = slot.as_array_mut().ok_or(Stop::Nothing)?;
            let mut slot = member(array, key, mode, walk)?;
            slot.make_ref().map(Next::Shared).map_err(Stop::from)
        }
    }
}

fn member<'a>(
    array: &'a mut Array,
    key: &KeyValueOrNew,
    mode: MemberMode,
    walk: &mut Walk,
) -> Result<SlotMut<'a>, Stop> {
    let KeyValueOrNew::Key(key) = key else { return Ok(array.append_slot()?) };
    if array.get(key.as_key()).is_none() {
        match mode {
            MemberMode::Unset | MemberMode::None => return Err(Stop::Nothing),
            MemberMode::Warn | MemberMode::WarnDefine => walk.warn(|| missing(key.as_key()))?,
            MemberMode::Define | MemberMode::Arg(_) => {}
        }
    }
    Ok(array.slot_or_null(key.as_key())?)
}

/// Makes an array of what may become one.
fn container(place: &mut Place, unsets: bool) -> Result<(), Stop> {
    match place.get().view() {
        View::Array(_) => Ok(()),
        _ if unsets => match place.get().view() {
            View::Str(_) => Err(Stop::Throw("error", "Cannot unset string offsets".to_owned())),
            View::Uninit | View::Null | View::Bool(false) => Err(Stop::Nothing),
            _ => {
                Err(Stop::Throw("error", "Cannot unset offset in a non-array variable".to_owned()))
            }
        },
        View::Uninit | View::Null => {
            place.set(Value::from(Array::new()));
            Ok(())
        }
        View::Bool(false) => {
            place.set(Value::from(Array::new()));
            Err(Stop::FalseToArray)
        }
        View::Str(_) => {
            Err(Stop::Throw("error", "Cannot use string offset as an array".to_owned()))
        }
        _ => Err(Stop::Throw("error", "Cannot use a scalar value as an array".to_owned())),
    }
}

fn base<'a>(rq: &mut Request, frame: &'a mut Frame, path: &Path) -> Res<Place<'a>> {
    let global = |rq: &mut Request, name: &[u8]| rq.global_ref(name).map(Place::Shared);
    match path.base {
        Instr::BaseL { local: id, .. } => Ok(Place::Local(frame.local_mut(*id))),
        Instr::BaseC { depth, .. } => Ok(Place::Local(frame.top_mut(depth.0))),
        Instr::BaseGT { name, .. } => global(rq, frame.str(*name).as_bytes()),
        Instr::BaseGC { depth, .. } => {
            let name = conv::to_str(rq, &at_depth(frame, *depth))?;
            global(rq, &name)
        }
        Instr::BaseGL { local: id, .. } => {
            let name = local::read(rq, frame, *id)?;
            let name = conv::to_str(rq, &name)?;
            global(rq, &name)
        }
        other => Err(rq.fatal(&format!("{} is not supported yet", other.op().name()))),
    }
}

/// The key of an element that is there or is made.
pub(super) fn fixed(key: &KeyValueOrNew) -> Option<&KeyValue> {
    match key {
        KeyValueOrNew::Key(key) => Some(key),
        KeyValueOrNew::New => None,
    }
}

/// Stores a value at the end of the path.
pub(super) fn set(rq: &mut Request, frame: &mut Frame, path: &Path, value: &Value) -> Res<()> {
    let offset = is_string_offset(&base(rq, frame, path)?, path);
    if let Some(offset) = offset {
        return set_char(rq, frame, path, offset, value);
    }
    at_container(rq, frame, path, |array, key, _| match fixed(key) {
        Some(key) => Ok(array.assign(key.as_key(), value.clone())?),
        None => Ok(array.append(value.clone())?),
    })
    .map(|_| ())
}

/// The offset, when the path is one offset of a string that is not empty.
fn is_string_offset(place: &Place, path: &Path) -> Option<i64> {
    let is_string = place.get().unboxed().as_str().is_some_and(|text| !text.is_empty());
    match path.keys.as_slice() {
        [KeyValueOrNew::Key(KeyValue::Int(offset))] if is_string => Some(*offset),
        _ => None,
    }
}

fn set_char(
    rq: &mut Request,
    frame: &mut Frame,
    path: &Path,
    offset: i64,
    value: &Value,
) -> Res<()> {
    let text = conv::to_str(rq, value)?;
    let Some(byte) = text.first().copied() else {
        return Err(rq.throw_error("error", "Cannot assign an empty string to a string offset"));
    };
    let mut place = base(rq, frame, path)?.unboxed();
    let Some(string) = place.get().as_str() else { return Ok(()) };
    let at = if offset < 0 { offset + string.len() as i64 } else { offset };
    let Ok(at) = usize::try_from(at) else {
        return rq.warn(&format!("Illegal string offset {offset}"));
    };
    let mut bytes = string.as_bytes().to_vec();
    if bytes.len() <= at {
        bytes.resize(at + 1, b' ');
    }
    bytes[at] = byte;
    let string = runtime::string::Str::new(&bytes).or_exit(rq)?;
    place.set(Value::from(string));
    Ok(())
}
