//! Text to values.
//!
//! # Invariants
//! - Values are numbered as they were written; those that a `R` names are made as references.

use std::collections::{HashMap, HashSet};

use hhbc::class::ClassKind;
use runtime::array::{Array, Key};
use runtime::class::{Class, Visibility};
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::{ClassId, Object, Reference};
use runtime::raise::{OrExit as _, Raise as _, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::custom;
use crate::frame::Context;
use crate::native::request;
use crate::request::Request;
use crate::scoped;

/// Why reading stops.
enum Stop {
    /// The text is wrong at an offset.
    At(usize),
    /// Something threw.
    Halt(runtime::raise::Halt),
}

impl From<runtime::raise::Halt> for Stop {
    fn from(halt: runtime::raise::Halt) -> Self {
        Self::Halt(halt)
    }
}

type Read<T> = Result<T, Stop>;

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    /// The values by number; those that are references as references.
    values: Vec<Value>,
    /// The numbers that a `R` names.
    shared: HashSet<usize>,
    /// The names of the classes that may be made; all when none.
    allowed: Option<HashSet<Vec<u8>>>,
    /// Objects with what is to be called on them in the end.
    wake: Vec<(Object, Option<Array>)>,
}

/// The numbers that a `R` in the text names.
fn shared(text: &[u8]) -> HashSet<usize> {
    let mut found = HashSet::new();
    for at in memchr_iter(text) {
        let digits = text[at + 2..].iter().take_while(|byte| byte.is_ascii_digit());
        let number = digits.fold(0usize, |sum, digit| {
            sum.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
        });
        found.insert(number);
    }
    found
}

fn memchr_iter(text: &[u8]) -> impl Iterator<Item = usize> + '_ {
    text.windows(2).enumerate().filter(|(_, pair)| *pair == b"R:").map(|(at, _)| at)
}

pub(super) fn unserialize(call: &mut Call<'_>, data: &Str, options: &Array) -> Res<Value> {
    let rq = request(call);
    let mut reader = Reader {
        text: data,
        at: 0,
        values: Vec::new(),
        shared: shared(data),
        allowed: allowed(options),
        wake: Vec::new(),
    };
    let result = reader.value(rq);
    let woken = reader.wake(rq);
    match result {
        Ok(value) => {
            woken?;
            if reader.at < data.len() {
                let (at, of) = (reader.at, data.len());
                rq.warn(&format!(
                    "unserialize(): Extra data starting at offset {at} of {of} bytes"
                ))?;
            }
            Ok(value.unboxed().clone())
        }
        Err(Stop::Halt(halt)) => Err(halt),
        Err(Stop::At(_)) if data.is_empty() => Ok(Value::bool(false)),
        Err(Stop::At(at)) => {
            let of = data.len();
            rq.warn(&format!("unserialize(): Error at offset {at} of {of} bytes"))?;
            Ok(Value::bool(false))
        }
    }
}

fn allowed(options: &Array) -> Option<HashSet<Vec<u8>>> {
    let value = options.get_static(intern(b"allowed_classes"))?;
    match value.unboxed().view() {
        View::Bool(true) => None,
        View::Array(names) => Some(
            names
                .iter()
                .filter_map(|(_, name)| name.unboxed().as_str().map(|name| name.to_ascii_lowercase()))
                .collect(),
        ),
        _ => Some(HashSet::new()),
    }
}

impl Reader<'_> {
    fn expect(&mut self, text: &[u8], start: usize) -> Read<()> {
        if !self.text[self.at..].starts_with(text) {
            return Err(Stop::At(start));
        }
        self.at += text.len();
        Ok(())
    }

    /// The bytes up to `end`, which is passed over.
    fn until(&mut self, end: u8, start: usize) -> Read<&[u8]> {
        let rest = &self.text[self.at..];
        let Some(length) = rest.iter().position(|&byte| byte == end) else {
            return Err(Stop::At(start));
        };
        self.at += length + 1;
        Ok(&rest[..length])
    }

    fn int(&mut self, end: u8, start: usize) -> Read<i64> {
        let text = self.until(end, start)?;
        let text = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
        text.ok_or(Stop::At(start))
    }

    fn length(&mut self, end: u8, start: usize) -> Read<usize> {
        let length = self.int(end, start)?;
        usize::try_from(length).map_err(|_| Stop::At(start))
    }

    /// `5:"bytes"`.
    fn bytes(&mut self, start: usize) -> Read<Vec<u8>> {
        let length = self.length(b':', start)?;
        let from = self.at + 1;
        let Some(end) = from.checked_add(length).filter(|end| *end < self.text.len()) else {
            return Err(Stop::At(start));
        };
        if self.text[self.at] != b'"' {
            return Err(Stop::At(start));
        }
        let bytes = self.text[from..end].to_vec();
        self.at = end;
        if self.text[end] != b'"' {
            return Err(Stop::At(end));
        }
        self.at += 1;
        Ok(bytes)
    }

    /// A value, numbered unless it is a reference to an earlier one.
    fn value(&mut self, rq: &mut Request) -> Read<Value> {
        rq.guard_stack()?;
        let start = self.at;
        let [letter, behind, ..] = self.text[start..] else { return Err(Stop::At(start)) };
        if letter == b'R' {
            self.expect(b"R:", start)?;
            let number = self.length(b';', start)?;
            let found = number.checked_sub(1).and_then(|at| self.values.get(at));
            return found.cloned().ok_or(Stop::At(start));
        }
        let number = self.values.len();
        let place = match self.shared.contains(&(number + 1)) {
            true => Some(Reference::new(Value::NULL).or_exit(rq)?),
            false => None,
        };
        self.values.push(place.clone().map_or(Value::NULL, Value::from));
        if letter == b'N' {
            self.expect(b"N;", start)?;
            return Ok(place.map_or(Value::NULL, Value::from));
        }
        if behind != b':' {
            return Err(Stop::At(start));
        }
        self.at += 2;
        let value = self.body(rq, letter, (start, number))?;
        match place {
            Some(place) => {
                place.set(value);
                Ok(Value::from(place))
            }
            None => {
                self.values[number] = value.clone();
                Ok(value)
            }
        }
    }

    fn body(&mut self, rq: &mut Request, letter: u8, (start, number): (usize, usize)) -> Read<Value> {
        match letter {
            b'b' => match self.until(b';', start)? {
                b"0" => Ok(Value::bool(false)),
                b"1" => Ok(Value::bool(true)),
                _ => Err(Stop::At(start)),
            },
            b'i' => Ok(Value::int(self.int(b';', start)?)),
            b'd' => {
                let text = self.until(b';', start)?;
                let value = match text {
                    b"INF" => f64::INFINITY,
                    b"-INF" => f64::NEG_INFINITY,
                    b"NAN" => f64::NAN,
                    text => runtime::conv::str_to_float(text),
                };
                Ok(Value::float(value))
            }
            b's' => {
                let bytes = self.bytes(start)?;
                let end = self.at;
                self.expect(b";", end)?;
                Ok(Str::new(&bytes).or_exit(rq)?.into())
            }
            b'a' => self.array(rq, start),
            b'r' => {
                let earlier = self.length(b';', start)?;
                let found = earlier.checked_sub(1).and_then(|at| self.values.get(at));
                match found.map(|value| value.unboxed().clone()) {
                    Some(value) if matches!(value.view(), View::Object(_)) => Ok(value),
                    _ => Err(Stop::At(self.at)),
                }
            }
            b'E' => self.case(rq, start),
            b'O' => self.object(rq, (start, number)),
            b'C' => self.custom(rq, (start, number)),
            _ => Err(Stop::At(start)),
        }
    }

    fn array(&mut self, rq: &mut Request, start: usize) -> Read<Value> {
        let count = self.length(b':', start)?;
        self.expect(b"{", start)?;
        let array = self.elements(rq, count)?;
        let end = self.at;
        self.expect(b"}", end)?;
        Ok(array.into())
    }

    fn elements(&mut self, rq: &mut Request, count: usize) -> Read<Array> {
        let mut array = Array::new();
        for _ in 0..count {
            let key = self.key(rq)?;
            let value = self.value(rq)?;
            let put = match &key {
                Ok(int) => array.set(Key::Int(*int), value),
                Err(name) => array.set(Key::of_str(name), value),
            };
            put.or_exit(rq)?;
        }
        Ok(array)
    }

    /// A key: an int, or a string as the error.
    fn key(&mut self, rq: &mut Request) -> Read<Result<i64, Str>> {
        let start = self.at;
        if self.text[start..].starts_with(b"i:") {
            self.at += 2;
            return Ok(Ok(self.int(b';', start)?));
        }
        self.expect(b"s:", start)?;
        let bytes = self.bytes(start)?;
        let end = self.at;
        self.expect(b";", end)?;
        Ok(Err(Str::new(&bytes).or_exit(rq)?))
    }

    fn case(&mut self, rq: &mut Request, start: usize) -> Read<Value> {
        let bytes = self.bytes(start)?;
        let end = self.at;
        self.expect(b";", end)?;
        let Some(colon) = bytes.iter().position(|&byte| byte == b':') else {
            let name = crate::class::shown(&bytes);
            rq.warn(&format!("unserialize(): Invalid enum name '{name}' (missing colon)"))?;
            return Err(Stop::At(start));
        };
        let (name, case) = (&bytes[..colon], &bytes[colon + 1..]);
        let shown = crate::class::shown;
        let Some(class) = rq.find_class(name, true)? else {
            rq.warn(&format!("unserialize(): Class '{}' not found", shown(name)))?;
            return Err(Stop::At(start));
        };
        let class = class.class();
        let row = class.consts.get(case).filter(|row| row.is_case);
        match row {
            Some(row) if class.kind == ClassKind::Enum => Ok(rq.constant_value(class.id, row)?),
            _ if class.kind == ClassKind::Enum => {
                let member = format!("{}::{}", shown(name), shown(case));
                let text = match class.consts.get(case) {
                    Some(_) => format!("unserialize(): {member} is not an enum case"),
                    None => format!("unserialize(): Undefined constant {member}"),
                };
                rq.warn(&text)?;
                Err(Stop::At(end + 1))
            }
            _ => {
                rq.warn(&format!("unserialize(): Class '{}' is not an enum", shown(name)))?;
                Err(Stop::At(start))
            }
        }
    }

    /// The class of an object: `None` when it must not be made or is not there.
    fn class(&self, rq: &mut Request, name: &[u8]) -> Res<Option<ClassId>> {
        let folded = name.to_ascii_lowercase();
        if self.allowed.as_ref().is_some_and(|allowed| !allowed.contains(&folded)) {
            return Ok(None);
        }
        rq.find_class(name, true)
    }

    fn object(&mut self, rq: &mut Request, (start, number): (usize, usize)) -> Read<Value> {
        let name = self.bytes(start)?;
        self.expect(b":", start)?;
        let count = self.length(b':', start)?;
        self.expect(b"{", start)?;
        let found = self.class(rq, &name)?;
        let is_known = found.is_some();
        let class = match found {
            Some(class) => class,
            None => rq.library_class("__php_incomplete_class")?,
        };
        let class = class.class();
        if custom::is_custom(class) && class.magic.unserialize.is_none() {
            let name = crate::class::class_text(class.id);
            rq.warn(&format!("Erroneous data format for unserializing '{name}'"))?;
            return Err(Stop::At(start));
        }
        let mut object = self.made(rq, (class, number))?;
        let value = Value::from(object.clone());
        let mut data = self.elements(rq, count)?;
        let end = self.at;
        self.expect(b"}", end)?;
        if !is_known {
            let mut all = Array::new();
            let key = intern(b"__PHP_Incomplete_Class_Name");
            let name = Str::new(&name).or_exit(rq)?;
            all.set(Key::Str(key.as_str()), name.into()).or_exit(rq)?;
            for (key, value) in &data {
                all.set(key, value.clone()).or_exit(rq)?;
            }
            data = all;
        }
        if class.magic.unserialize.is_some() {
            self.wake.push((object, Some(data)));
            return Ok(value);
        }
        fill(rq, (&mut object, class), &data)?;
        if class.methods.get(b"__wakeup").is_some() {
            self.wake.push((object, None));
        }
        Ok(value)
    }

    /// A new object, known by its number.
    fn made(&mut self, rq: &mut Request, (class, number): (&Class, usize)) -> Read<Object> {
        if crate::library::is_closed(class) {
            let name = crate::class::class_text(class.id);
            let text = format!("Unserialization of '{name}' is not allowed");
            return Err(rq.throw_error("exception", &text).into());
        }
        let object = rq.instantiate(class.id)?;
        let value = Value::from(object.clone());
        match self.values[number].view() {
            View::Ref(place) => place.set(value),
            _ => self.values[number] = value,
        }
        Ok(object)
    }

    /// An object in a form of its class's own.
    fn custom(&mut self, rq: &mut Request, (start, number): (usize, usize)) -> Read<Value> {
        let name = self.bytes(start)?;
        self.expect(b":", start)?;
        let length = self.length(b':', start)?;
        let brace = self.at;
        self.expect(b"{", brace)?;
        let end = self.at.checked_add(length).filter(|end| *end < self.text.len());
        let Some(end) = end else {
            let left = self.text.len() - self.at;
            rq.warn(&format!(
                "Insufficient data for unserializing - {length} required, {left} present"
            ))?;
            return Err(Stop::At(start));
        };
        let Some(class) = self.class(rq, &name)? else {
            rq.warn(&format!("Class {} has no unserializer", crate::class::shown(&name)))?;
            return Err(Stop::At(start));
        };
        let object = self.made(rq, (class.class(), number))?;
        let data = &self.text[self.at..end];
        custom::read(rq, &object, data)?;
        self.at = end;
        self.expect(b"}", end)?;
        Ok(Value::from(object))
    }

    /// Calls `__unserialize` and `__wakeup` of the objects that were made.
    fn wake(&mut self, rq: &mut Request) -> Res<()> {
        for (object, data) in std::mem::take(&mut self.wake) {
            let class = object.class().class();
            let on = Context::This(object.clone());
            match data {
                Some(data) => {
                    let method = class.magic.unserialize.and_then(|at| class.method(at));
                    if let Some(method) = method {
                        rq.call(scoped::method(method), on, &[Value::from(data)])?;
                    }
                }
                None => {
                    if let Some(method) = class.methods.get(b"__wakeup") {
                        rq.call(scoped::method(method), on, &[])?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The plain name of a property, and the class that it is private to.
fn plain_name(name: &[u8]) -> (&[u8], Option<&[u8]>) {
    let Some(rest) = name.strip_prefix(b"\0") else { return (name, None) };
    match rest.iter().position(|&byte| byte == 0) {
        Some(at) if &rest[..at] == b"*" => (&rest[at + 1..], None),
        Some(at) => (&rest[at + 1..], Some(&rest[..at])),
        None => (name, None),
    }
}

/// Gives an object its properties.
fn fill(rq: &mut Request, (object, class): (&mut Object, &'static Class), data: &Array) -> Res<()> {
    let is_incomplete = class.name.as_bytes() == b"__PHP_Incomplete_Class";
    let mut dynamic = HashMap::new();
    let mut order = Vec::new();
    for (key, value) in data {
        let name = match key {
            Key::Int(int) => int.to_string().into_bytes(),
            Key::Str(name) => name.to_vec(),
        };
        let (plain, owner) = plain_name(&name);
        let fits = |prop: &runtime::class::Prop| {
            let is_private = prop.visibility() == Visibility::Private;
            prop.name.as_bytes() == plain
                && match owner {
                    Some(owner) if is_private => prop.class.class().name.as_bytes() == owner,
                    _ => true,
                }
        };
        match class.first.slots.iter().rposition(fits) {
            Some(slot) => {
                let prop = &class.first.slots[slot];
                let value = rq.typed_property(prop, value)?;
                object.slot_mut(slot).set(value);
                object.set_slot_state(slot, 0);
            }
            None => {
                if dynamic.insert(plain.to_vec(), value.clone()).is_none() {
                    order.push(plain.to_vec());
                }
                if !class.first.welcomes_dynamic && !is_incomplete {
                    let (class, name) =
                        (crate::class::class_text(class.id), String::from_utf8_lossy(plain));
                    let member = format!("{class}::${name}");
                    rq.report(Message::DynamicProperty { member })?;
                }
            }
        }
    }
    let Some(slot) = class.first.dynamic.filter(|_| !order.is_empty()) else { return Ok(()) };
    let mut own = Array::new();
    for name in order {
        let Some(value) = dynamic.remove(&name) else { continue };
        let name = Str::new(&name).or_exit(rq)?;
        own.set(Key::Str(&name), value).or_exit(rq)?;
    }
    object.slot_mut(slot as usize).set(Value::from(own));
    object.set_may_be_cyclic();
    Ok(())
}
