//! Facts as the library's code reads them: arrays by name.

use std::collections::HashMap;

use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::func::{Attribute, Attrs, Init};
use hhbc::imm::{LocalId, StrId};
use hhbc::unit::Unit;
use runtime::array::{Array, Key, Shape, shape_of};
use runtime::class::{Code, literal_value};
use runtime::object::ClassId;
use runtime::raise::{OrExit, Res};
use runtime::string::hash::BuildNameHasher;
use runtime::string::{Str, intern};
use runtime::value::Value;
use smallvec::SmallVec;

use crate::frame::Frame;
use crate::func::Func;
use crate::request::Request;
use crate::scoped;

/// How many facts there are room for at first.
const ROOM: usize = 24;

/// Named facts in order.
pub(super) struct Facts(Vec<(&'static str, Value)>);

impl Default for Facts {
    fn default() -> Self {
        Self(Vec::with_capacity(ROOM))
    }
}

impl Facts {
    pub fn add(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Self {
        self.0.push((name, value.into()));
        self
    }

    pub fn flag(&mut self, name: &'static str, is: bool) -> &mut Self {
        self.add(name, Value::bool(is))
    }

    /// The array of the facts.
    pub fn into_value(self, rq: &mut Request) -> Res<Value> {
        if let Some(shape) = self.shape(rq) {
            let values = self.0.into_iter().map(|(_, value)| value);
            return Array::of_shape(shape, values).or_exit(rq).map(Value::from);
        }
        let mut array = Array::new();
        for (name, value) in self.0 {
            array.set(Key::Str(intern(name.as_bytes()).as_str()), value).or_exit(rq)?;
        }
        Ok(Value::from(array))
    }

    /// The shape of arrays with these names; none when a name is there twice.
    fn shape(&self, rq: &mut Request) -> Option<&'static Shape> {
        let word = |name: &str| name.as_ptr().addr() ^ name.len() << 48;
        let words: SmallVec<[usize; ROOM]> = self.0.iter().map(|(name, _)| word(name)).collect();
        if let Some(known) = rq.reflected.shapes.get(&words[..]) {
            return *known;
        }
        let names: Vec<_> = self.0.iter().map(|(name, _)| intern(name.as_bytes())).collect();
        let shape = shape_of(&names);
        rq.reflected.shapes.insert(words.into_vec().into(), shape);
        shape
    }
}

/// What a request keeps for reflection.
#[derive(Default)]
pub(crate) struct Reflected {
    /// What was told of classes and methods, by their addresses: nothing of them changes while they
    /// are declared, and what reflects asks for them again and again.
    told: HashMap<usize, Value, BuildNameHasher>,
    /// The shapes of facts, by where their names are, which are the code's own, and their lengths.
    shapes: HashMap<Box<[usize]>, Option<&'static Shape>, BuildNameHasher>,
}

/// What `make` tells of something declared, told once in a request.
pub(super) fn told<T>(
    rq: &mut Request,
    of: &'static T,
    make: impl FnOnce(&mut Request, &'static T) -> Res<Value>,
) -> Res<Value> {
    let address = std::ptr::from_ref(of).addr();
    if let Some(facts) = rq.reflected.told.get(&address) {
        return Ok(facts.clone());
    }
    let facts = make(rq, of)?;
    rq.reflected.told.insert(address, facts.clone());
    Ok(facts)
}

/// A list.
pub(super) fn list(rq: &mut Request, values: Vec<Value>) -> Res<Value> {
    Array::from_values(values).or_exit(rq).map(Value::from)
}

/// A text.
pub(super) fn text(rq: &mut Request, text: &[u8]) -> Res<Value> {
    Ok(Value::from(Str::new(text).or_exit(rq)?))
}

/// A text that may be missing.
pub(super) fn text_or_null(rq: &mut Request, bytes: Option<&[u8]>) -> Res<Value> {
    bytes.map_or(Ok(Value::NULL), |bytes| text(rq, bytes))
}

/// A string of a unit that may be missing.
pub(super) fn doc(rq: &mut Request, unit: &Unit, doc: Option<StrId>) -> Res<Value> {
    text_or_null(rq, doc.map(|doc| unit.str(doc)))
}

/// A line; null when there is none.
pub(super) fn line(line: u32) -> Value {
    if line == 0 { Value::NULL } else { Value::int(i64::from(line)) }
}

/// An argument of a native method.
pub(super) fn argument(frame: &Frame, at: u32) -> Value {
    frame.local(LocalId(at)).unboxed().clone()
}

/// The class whose number an argument is.
pub(super) fn class_at(frame: &Frame, at: u32) -> Option<ClassId> {
    let number = argument(frame, at).as_int()?;
    Some(ClassId::from_number(number as u32))
}

/// The string that an argument is.
pub(super) fn str_at(frame: &Frame, at: u32) -> Str {
    argument(frame, at).as_str().cloned().unwrap_or_else(|| intern(b"").to_str())
}

/// The function whose number an argument is.
pub(super) fn func_at(frame: &Frame, at: u32) -> Option<&'static Func> {
    Func::by_number(argument(frame, at).as_int()? as u32)
}

/// A class as a number.
pub(super) fn class_value(class: ClassId) -> Value {
    Value::int(i64::from(class.number()))
}

/// A function as a number.
pub(super) fn func_value(func: &'static Func) -> Value {
    func.number().map_or(Value::NULL, |number| Value::int(i64::from(number)))
}

/// Modifiers as PHP numbers them.
pub(super) fn modifiers(attrs: Attrs) -> i64 {
    const BITS: &[(Attrs, i64)] = &[
        (Attrs::protected, 2),
        (Attrs::private, 4),
        (Attrs::r#static, 16),
        (Attrs::r#final, 32),
        (Attrs::r#abstract, 64),
        (Attrs::readonly, 128),
        (Attrs::r#virtual, 512),
        (Attrs::protected_set, 2048),
        (Attrs::private_set, 4096),
    ];
    let set: i64 = BITS.iter().filter(|(attr, _)| attrs.has(*attr)).map(|(_, bit)| bit).sum();
    if set & 6 == 0 { set | 1 } else { set }
}

/// A declared type as PHP shows it.
pub(super) fn type_text(unit: &Unit, ty: &TypeConstraint) -> String {
    let bare = ty.hints.without(Hint::null);
    let is_iterable = ty.hints.has(Hint::iterable)
        && bare == Hint::iterable.with(Hint::array)
        && matches!(ty.classes.as_slice(), [ClassTerm::One(_)]);
    if is_iterable {
        let mark = if ty.hints.has(Hint::null) { "?" } else { "" };
        return format!("{mark}iterable");
    }
    hhbc::show::constraint_text(unit, ty)
}

/// A declared type; null without one.
pub(super) fn type_value(rq: &mut Request, unit: &Unit, ty: Option<&TypeConstraint>) -> Res<Value> {
    match ty {
        Some(ty) => text(rq, type_text(unit, ty).as_bytes()),
        None => Ok(Value::NULL),
    }
}

/// A value that may need code: `[false, value]` or `[true, function, text]`.
pub(super) fn init(
    rq: &mut Request,
    (unit, scope): (&'static Unit, Option<ClassId>),
    init: &Init,
) -> Res<Value> {
    match init {
        Init::Literal(literal) => {
            let value = literal_value(unit, literal).or_exit(rq)?;
            list(rq, vec![Value::bool(false), value])
        }
        Init::Thunk { func, text: shown } => {
            let func = match scope {
                Some(scope) => scoped::code_in(Code { unit, func: *func }, scope),
                None => scoped::unit_of(unit).func(*func),
            };
            let shown = text(rq, unit.str(*shown))?;
            list(rq, vec![Value::bool(true), func_value(func), shown])
        }
    }
}

/// Attributes: the name of each, and its arguments as `[name, init]`.
pub(super) fn attributes(
    rq: &mut Request,
    place: (&'static Unit, Option<ClassId>),
    attributes: &[Attribute],
) -> Res<Value> {
    let mut rows = Vec::new();
    let is_library = crate::scoped::unit_of(place.0).is_library();
    for attribute in attributes {
        if is_library && is_for_the_compiler(place.0.str(attribute.name)) {
            continue;
        }
        let mut args = Vec::new();
        for (name, value) in &attribute.args {
            let name = text_or_null(rq, name.map(|name| place.0.str(name)))?;
            let value = init(rq, place, value)?;
            args.push(list(rq, vec![name, value])?);
        }
        let name = text(rq, place.0.str(attribute.name))?;
        let args = list(rq, args)?;
        rows.push(list(rq, vec![name, args])?);
    }
    list(rq, rows)
}

/// Whether an attribute of the library's own says how it is compiled, not what PHP knows of it.
fn is_for_the_compiler(name: &[u8]) -> bool {
    let last = name.rsplit(|byte| *byte == b'\\').next().unwrap_or(name);
    const NAMES: [&[u8]; 7] = [
        b"Internal",
        b"Native",
        b"NoDynamicProperties",
        b"Required",
        b"Shown",
        b"Unknown",
        b"Unshown",
    ];
    NAMES.contains(&last)
}
