//! Member paths: `$a[1]['x'][] = 5`, `$this->list[$i]->name` and the like.
//!
//! A path runs as a whole at its final instruction: `Base` and `Dim` do nothing by themselves, because nothing can
//! happen between the steps of a path. So there is no address that would have to survive a warning
//! (M1): when a step must warn, the walk ends, the warning is given, and the walk starts again
//! from the base with that warning behind it. A step into an object is final: the object, or what
//! its property holds, becomes the new base.

mod assign;
mod begin;
mod fast;
mod ops;
mod read;
mod refusal;
mod text;
mod write;

use hhbc::imm::{LocalId, MemberKey, MemberMode, StackDepth};
use hhbc::instr::Instr;
use runtime::conv::{self, KeyUse, KeyValue};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};
use smallvec::SmallVec;

pub(crate) use fast::{accepted, learn_slot, named};
pub use ops::*;

use crate::exec::Site;
use crate::frame::Frame;
use crate::late;
use crate::local;
use crate::object::offset;
use crate::request::Request;

/// The steps of the path that ends at the frame's site: the base, then the keys.
pub(crate) struct Path {
    base: &'static Instr,
    /// The key of each step; the last one is the final instruction's.
    keys: SmallVec<[Key; 3]>,
    /// Where each key was read.
    sources: SmallVec<[MemberKey; 3]>,
    /// The mode of the base and of each `Dim`.
    modes: SmallVec<[MemberMode; 4]>,
    usage: KeyUse,
    /// Whether the last step only finds the place, for what then happens to it.
    only_finds: bool,
    /// Whether it begins at the local that its end is bound to: no reference yet where PHP walks it.
    binds_base: bool,
    /// Whether the last step is made although its warning threw.
    goes_on: bool,
    /// Whether its keys on the stack are for it alone.
    takes_keys: bool,
    /// Whether the member was found before and is now given a value.
    was_found: bool,
    /// Whether a walk has run code of the script: a handler, or a method of an object on the way.
    ran_code: bool,
    /// Whether the walk found a string, whose new byte is being made.
    wanted_byte: bool,
    /// Where the last walk was behind the objects that it went through: the next one begins there,
    /// so that no object is asked twice.
    entered: Option<write::Entered>,
}

/// A key that was read.
#[derive(Clone)]
pub(crate) enum Key {
    /// An element.
    Elem(KeyValue),
    /// An element whose key must be converted once it is known that an array is asked.
    Raw(Value),
    /// An element whose key is a variable without a value: a warning is due when the step is made.
    Undefined(LocalId),
    /// The new element.
    New,
    /// A property.
    Prop(Str),
}

impl Path {
    /// Reads the keys of the path that ends in `last`, for writing.
    fn of(rq: &mut Request, frame: &Frame, last: &MemberKey, usage: KeyUse) -> Res<Self> {
        let mut path = Self::unread(frame, last, usage);
        if path.unsets_nothing(frame) {
            path.keys.push(Key::New);
            path.read_unused(rq, frame, 0)?;
            return Ok(path);
        }
        for source in &path.sources {
            path.keys.push(key_of(rq, frame, source)?);
        }
        Ok(path)
    }

    /// Whether it unsets a property of a local that is no object.
    fn unsets_nothing(&self, frame: &Frame) -> bool {
        let Some(local) = self.base_local(0) else { return false };
        let is_property = self.sources.len() == 1 && late::names_property(&self.sources[0]);
        let unsets = self.usage == KeyUse::Unset && is_property;
        unsets && !matches!(frame.local(local).unboxed().view(), View::Object(_))
    }

    /// The path that ends in `last`, whose keys are read when their steps are made.
    fn for_reading(frame: &Frame, last: &MemberKey, usage: KeyUse) -> Self {
        let mut path = Self::unread(frame, last, usage);
        path.keys.extend(path.sources.iter().map(|_| Key::New));
        path
    }

    fn unread(frame: &Frame, last: &MemberKey, usage: KeyUse) -> Self {
        let steps = steps(frame);
        let (base, dims) = steps.split_first().expect("invariant: a path has a base");
        let mut path = Self {
            base: &base.instr,
            keys: SmallVec::new(),
            sources: SmallVec::new(),
            modes: SmallVec::new(),
            usage,
            only_finds: false,
            binds_base: false,
            goes_on: false,
            takes_keys: false,
            was_found: false,
            ran_code: false,
            wanted_byte: false,
            entered: None,
        };
        path.modes.extend(base_mode(&base.instr));
        for dim in dims {
            let Instr::Dim { mode, key } = &dim.instr else { continue };
            path.modes.push(*mode);
            path.sources.push(*key);
        }
        path.sources.push(*last);
        path
    }

    /// The local that a step is made from, when it is the first.
    fn base_local(&self, at: usize) -> Option<LocalId> {
        match self.base {
            Instr::BaseL { local, .. } if at == 0 => Some(*local),
            _ => None,
        }
    }

    /// What is where the first step is made from, as it is now.
    fn base_now(&self, frame: &Frame, at: usize) -> Option<Value> {
        match self.base {
            Instr::BaseC { depth, .. } if at == 0 => Some(at_depth(frame, *depth)),
            _ => self.base_local(at).map(|id| local::read_quietly(frame, id)),
        }
    }

    fn begins_at_static(&self) -> bool {
        matches!(self.base, Instr::BaseSC { .. } | Instr::BaseSD { .. })
    }

    /// The mode in which the step `at` is made when it is not the last.
    fn mode(&self, at: usize) -> MemberMode {
        self.modes.get(at + 1).copied().unwrap_or(MemberMode::Define)
    }

    /// Whether an operator is applied at the end, to what it does not make an array of.
    fn is_refused(&self, container: &Value) -> bool {
        let applies = !self.only_finds && self.modes.last() == Some(&MemberMode::WarnDefine);
        let takes = matches!(
            container.view(),
            View::Uninit | View::Null | View::Bool(false) | View::Array(_) | View::Str(_)
        );
        applies && !takes
    }

    /// Whether the key of a step is a variable, or a reference on the stack.
    fn is_read_late(&self, at: usize) -> bool {
        matches!(self.sources[at], MemberKey::EL(_) | MemberKey::EC(_))
    }

    /// Reads the key of a step again, if it is a variable that has a value. PHP: keys are read when
    /// the array is there.
    fn read_again(&mut self, frame: &Frame, at: usize) {
        let value = match self.sources[at] {
            MemberKey::EL(id) => frame.local(id),
            MemberKey::EC(depth) => frame.top(depth.0),
            _ => return,
        };
        let is_late =
            matches!(self.sources[at], MemberKey::EL(_)) || matches!(value.view(), View::Ref(_));
        let value = value.unboxed();
        if is_late && !matches!(value.view(), View::Uninit) {
            self.keys[at] = element_key(value.clone());
        }
    }

    /// Reads the key of a step anew, as it is when the step is made.
    fn read_now(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        self.keys[at] = key_of(rq, frame, &self.sources[at])?;
        Ok(())
    }

    /// As [`read_now`](Self::read_now), where there is no object and nobody complains: the name of a
    /// property is not converted.
    fn read_unused(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        if let MemberKey::PL(id) = self.sources[at] {
            local::read(rq, frame, id)?;
        }
        match self.sources[at] {
            MemberKey::PL(_) | MemberKey::PC(_) => {
                self.keys[at] = Key::Prop(runtime::string::empty().to_str())
            }
            _ => self.read_now(rq, frame, at)?,
        }
        Ok(())
    }

    /// Gives up the keys of this step and those behind it that are variables: they own nothing
    /// while a handler runs, and are read again.
    fn release_from(&mut self, at: usize) {
        for at in at..self.keys.len() {
            if let (MemberKey::EL(id), Key::Raw(_)) = (&self.sources[at], &self.keys[at]) {
                self.keys[at] = Key::Undefined(*id);
            }
        }
    }

    /// Frees the key of a step that was made, when it is an object on the stack: PHP frees it there.
    fn drop_key(&mut self, frame: &mut Frame, at: usize) {
        let MemberKey::EC(depth) = self.sources[at] else { return };
        if self.takes_keys && matches!(frame.top(depth.0).view(), View::Object(_)) {
            self.keys[at] = Key::New;
            *frame.top_mut(depth.0) = Value::NULL;
        }
    }

    /// As [`read_again`](Self::read_again), for this step and those behind it: a handler may have
    /// changed their variables.
    fn read_again_from(&mut self, frame: &Frame, at: usize) {
        for at in at..self.keys.len() {
            self.read_again(frame, at);
        }
    }

    /// Complains about the key of a step that is a variable without a value, which is null.
    fn define(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        if let Key::Undefined(id) = self.keys[at] {
            self.keys[at] = Key::Raw(Value::NULL);
            local::warn_undefined(rq, frame, id)?;
        }
        Ok(())
    }

    /// As [`define`](Self::define), for an offset of an object.
    fn define_in(
        &mut self,
        rq: &mut Request,
        frame: &Frame,
        (object, at): (&Object, usize),
    ) -> Res<()> {
        self.define(rq, frame, at).map_err(|halt| offset::refused_after(rq, object, halt))
    }

    /// Complains about the keys and names from this step on that are variables without a value.
    fn read_rest(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        for at in at..self.sources.len() {
            if let MemberKey::EL(_) | MemberKey::PL(_) = self.sources[at] {
                self.read_unused(rq, frame, at)?;
                self.define(rq, frame, at)?;
            }
        }
        Ok(())
    }

    /// As [`define`](Self::define), for this step and those behind it.
    fn define_from(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        (at..self.keys.len()).try_for_each(|at| self.define(rq, frame, at))
    }

    /// Converts the key of a step as arrays do.
    fn convert(&mut self, rq: &mut Request, frame: &Frame, at: usize) -> Res<()> {
        self.define(rq, frame, at)?;
        if let Key::Raw(value) = &self.keys[at] {
            let usage = if at + 1 == self.keys.len() { self.usage } else { KeyUse::Access };
            let converted = conv::to_key(rq, &value.clone(), usage)?;
            self.keys[at] = Key::Elem(converted);
        }
        Ok(())
    }
}

impl Key {
    /// The key as a value, for offsets of objects.
    fn value(&self) -> Value {
        match self {
            Self::Elem(KeyValue::Int(int)) => Value::int(*int),
            Self::Elem(KeyValue::Str(text)) | Self::Prop(text) => Value::from(text.clone()),
            Self::Raw(value) => value.clone(),
            Self::New | Self::Undefined(_) => Value::NULL,
        }
    }
}

/// The sites of the path before its final instruction.
fn steps(frame: &Frame) -> &'static [Site] {
    let sites = frame.php().code_sites();
    let here = frame.site().index as usize;
    &sites[here - frame.site().path as usize..here]
}

fn base_mode(base: &Instr) -> Option<MemberMode> {
    match base {
        Instr::BaseL { mode, .. }
        | Instr::BaseC { mode, .. }
        | Instr::BaseGC { mode, .. }
        | Instr::BaseGL { mode, .. }
        | Instr::BaseGT { mode, .. }
        | Instr::BaseNC { mode, .. }
        | Instr::BaseNL { mode, .. }
        | Instr::BaseSC { mode, .. }
        | Instr::BaseSD { mode, .. } => Some(*mode),
        Instr::BaseH {} => Some(MemberMode::Define),
        _ => None,
    }
}

/// The value of a key.
fn key_of(rq: &mut Request, frame: &Frame, key: &MemberKey) -> Res<Key> {
    Ok(match key {
        MemberKey::EI(int) => Key::Elem(KeyValue::Int(*int)),
        MemberKey::ET(name) => Key::Elem(KeyValue::Str(frame.str(*name).to_str())),
        MemberKey::W => Key::New,
        MemberKey::EL(id) => match frame.local(*id).unboxed() {
            value if matches!(value.view(), View::Uninit) => Key::Undefined(*id),
            value => element_key(value.clone()),
        },
        MemberKey::EC(depth) => element_key(at_depth(frame, *depth)),
        MemberKey::PT(name) => Key::Prop(frame.str(*name).to_str()),
        MemberKey::PL(id) => {
            let name = local::read(rq, frame, *id)?;
            Key::Prop(conv::to_str(rq, &name)?)
        }
        MemberKey::PC(depth) => Key::Prop(conv::to_str(rq, &at_depth(frame, *depth))?),
    })
}

/// Ints and strings that are no numbers are keys as they are.
fn element_key(value: Value) -> Key {
    match value.view() {
        View::Int(int) => Key::Elem(KeyValue::Int(int)),
        _ => Key::Raw(value),
    }
}

/// The name of the variable at which a path begins, from the stack or from a local.
fn base_name(rq: &mut Request, frame: &Frame, base: &Instr) -> Res<Str> {
    let name = match base {
        Instr::BaseGL { local, .. } | Instr::BaseNL { local, .. } => {
            local::read(rq, frame, *local)?
        }
        Instr::BaseGC { depth, .. } | Instr::BaseNC { depth, .. } => at_depth(frame, *depth),
        _ => Value::NULL,
    };
    conv::to_str(rq, &name)
}

fn at_depth(frame: &Frame, depth: StackDepth) -> Value {
    frame.top(depth.0).unboxed().clone()
}
