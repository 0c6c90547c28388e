//! Values to text.
//!
//! # Invariants
//! - Values are numbered in the order in which they are written; what was written before is named
//!   by its number.

use std::collections::HashMap;

use hhbc::class::ClassKind;
use runtime::array::{Array, Key};
use runtime::class::{Class, Visibility};
use runtime::conv::float_text;
use runtime::object::{Object, Reference};
use runtime::raise::{OrExit as _, Raise as _, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::custom;
use crate::class::class_text;
use crate::frame::Context;
use crate::object::to_array;
use crate::request::Request;
use crate::scoped;

/// What was written, so that it is found again: objects and references are kept alive.
#[derive(Default)]
pub(crate) struct Written {
    /// 0 for what wrote nothing.
    numbers: HashMap<usize, usize>,
    count: usize,
    kept: Vec<Value>,
    /// The text so far.
    pub out: Vec<u8>,
}

/// The text of a value.
pub(super) fn text(rq: &mut Request, value: &Value) -> Res<Vec<u8>> {
    let Some(outer) = rq.serializing.take() else {
        let mut written = Written::default();
        written.value(rq, value)?;
        return Ok(written.out);
    };
    // A part of a text that another call writes: its numbers go on.
    let mut written = *outer;
    let before = std::mem::take(&mut written.out);
    let result = written.value(rq, value);
    let text = std::mem::replace(&mut written.out, before);
    rq.serializing = Some(Box::new(written));
    result.map(|()| text)
}

impl Written {
    #[inline]
    fn add(&mut self, text: impl AsRef<[u8]>) {
        self.out.extend_from_slice(text.as_ref());
    }

    /// Adds a number between two texts.
    #[inline]
    fn int(&mut self, before: &str, int: i64, behind: &str) {
        self.add(before);
        self.add(runtime::conv::int_text(int, &mut [0; 20]));
        self.add(behind);
    }

    fn string(&mut self, text: &[u8]) {
        self.int("s:", text.len() as i64, ":\"");
        self.add(text);
        self.add("\";");
    }

    /// Numbers a reference or an object; its number when it was written before.
    fn number(&mut self, key: usize, keep: &Value, is_ref: bool) -> Option<usize> {
        self.count += 1;
        if let Some(number) = self.numbers.get(&key) {
            self.count -= usize::from(is_ref);
            return Some(*number);
        }
        self.numbers.insert(key, self.count);
        self.kept.push(keep.clone());
        None
    }

    /// Writes a value.
    pub(in crate::native) fn value(&mut self, rq: &mut Request, value: &Value) -> Res<()> {
        rq.guard_stack()?;
        match value.view() {
            View::Ref(place) if !matches!(place.peek().view(), View::Object(_)) => {
                let key = address(place);
                if let Some(number) = self.number(key, value, true) {
                    self.again('R', number);
                    return Ok(());
                }
                self.plain(rq, &place.get())
            }
            View::Ref(place) => self.object_value(rq, &place.get(), true),
            View::Object(_) => self.object_value(rq, value, false),
            _ => {
                self.count += 1;
                self.plain(rq, value)
            }
        }
    }

    fn object_value(&mut self, rq: &mut Request, value: &Value, is_ref: bool) -> Res<()> {
        let View::Object(object) = value.view() else { return Ok(()) };
        let key = object.class().number() as usize | (object.id() as usize) << 32;
        if let Some(number) = self.number(key, value, is_ref) {
            self.again(if is_ref { 'R' } else { 'r' }, number);
            return Ok(());
        }
        let object = object.clone();
        let written = self.object(rq, &object)?;
        if !written {
            self.numbers.insert(key, 0);
            self.add("N;");
        }
        Ok(())
    }

    /// Names what was written before.
    fn again(&mut self, letter: char, number: usize) {
        match number {
            0 => {
                self.count += usize::from(letter == 'R');
                self.add("N;");
            }
            _ => self.add(format!("{letter}:{number};")),
        }
    }

    fn plain(&mut self, rq: &mut Request, value: &Value) -> Res<()> {
        match value.view() {
            View::Uninit | View::Null => self.add("N;"),
            View::Bool(value) => self.add(if value { "b:1;" } else { "b:0;" }),
            View::Int(value) => self.int("i:", value, ";"),
            View::Float(value) => {
                self.add("d:");
                self.add(float_text::with_precision(value, rq.ini.serialize_precision()));
                self.add(";");
            }
            View::Str(text) => self.string(text),
            View::Array(array) => {
                let array = array.clone();
                self.int("a:", array.len() as i64, ":{");
                self.elements(rq, &array)?;
                self.add("}");
            }
            View::Resource(_) => self.add("i:0;"),
            View::Object(_) | View::Ref(_) => return self.value(rq, value),
        }
        Ok(())
    }

    fn elements(&mut self, rq: &mut Request, array: &Array) -> Res<()> {
        for (key, value) in array {
            match key {
                Key::Int(key) => self.int("i:", key, ";"),
                Key::Str(key) => self.string(key),
            }
            match value.view() {
                View::Ref(place) if place.count() == 1 && is_same(place.peek(), array) => {
                    self.count += 1;
                    self.add("N;");
                }
                _ => self.element(rq, value)?,
            }
        }
        Ok(())
    }

    /// Properties have names, also those that are numbers.
    fn properties(&mut self, rq: &mut Request, array: &Array) -> Res<()> {
        for (key, value) in array {
            match key {
                Key::Int(key) => self.string(key.to_string().as_bytes()),
                Key::Str(key) => self.string(key),
            }
            self.element(rq, value)?;
        }
        Ok(())
    }

    fn element(&mut self, rq: &mut Request, value: &Value) -> Res<()> {
        match value.view() {
            View::Ref(place) if place.count() == 1 => self.value(rq, &place.get()),
            _ => self.value(rq, value),
        }
    }

    /// Says whether the object has a text.
    fn object(&mut self, rq: &mut Request, object: &Object) -> Res<bool> {
        let class = object.class().class();
        let name = class.name.as_bytes();
        if class.kind == ClassKind::Enum {
            let case = object.slot(0).as_str().map(|case| case.to_vec()).unwrap_or_default();
            self.add(format!("E:{}:\"", name.len() + 1 + case.len()));
            self.add([name, b":", &case, b"\";"].concat());
            return Ok(true);
        }
        if super::is_refused(class) {
            let text = format!("Serialization of '{}' is not allowed", class_text(class.id));
            return Err(rq.throw_error("exception", &text));
        }
        let on = || Context::This(object.clone());
        let data = if let Some(method) = class.magic.serialize.and_then(|at| class.method(at)) {
            let data = rq.call(scoped::method(method), on(), &[])?;
            match data.unboxed().as_array() {
                Some(data) => data.clone(),
                None => {
                    let text =
                        format!("{}::__serialize() must return an array", class_text(class.id));
                    return Err(rq.throw_error("typeerror", &text));
                }
            }
        } else if custom::is_custom(class) {
            rq.serializing = Some(Box::new(std::mem::take(self)));
            let text = custom::text(rq, object);
            if let Some(written) = rq.serializing.take() {
                *self = *written;
            }
            let Some(text) = text? else { return Ok(false) };
            self.add(format!("C:{}:\"", name.len()));
            self.add(name);
            self.add(format!("\":{}:{{", text.len()));
            self.add(text.as_bytes());
            self.add("}");
            return Ok(true);
        } else if let Some(method) = class.methods.get(b"__sleep") {
            let names = rq.call(scoped::method(method), on(), &[])?;
            match names.unboxed().as_array().cloned() {
                Some(names) => slept(rq, (object, class), &names)?,
                None => {
                    let text = format!(
                        "serialize(): {}::__sleep() should return an array only containing the \
                         names of instance-variables to serialize",
                        class_text(class.id)
                    );
                    rq.warn(&text)?;
                    return Ok(false);
                }
            }
        } else {
            let object = rq.serialized_object(object)?;
            to_array(&object).or_exit(rq)?
        };
        let (name, mut data) = (name.to_vec(), data);
        let name = match incomplete(class, &mut data).or_exit(rq)? {
            Some(missing) => missing,
            None => name,
        };
        self.int("O:", name.len() as i64, ":\"");
        self.add(name);
        self.int("\":", data.len() as i64, ":{");
        self.kept.push(Value::from(data.clone()));
        match class.magic.serialize.is_some() {
            true => self.elements(rq, &data)?,
            false => self.properties(rq, &data)?,
        }
        self.add("}");
        Ok(true)
    }
}

/// The name of a class that is not there, which an object of it has among its properties.
fn incomplete(class: &Class, data: &mut Array) -> Result<Option<Vec<u8>>, runtime::heap::Oom> {
    if class.name.as_bytes() != b"__PHP_Incomplete_Class" {
        return Ok(None);
    }
    let key = super::read::incomplete_name();
    let name = Key::Str(key.as_str());
    let Some(found) = data.get(name).and_then(|name| name.unboxed().as_str()).map(|n| n.to_vec())
    else {
        return Ok(None);
    };
    data.remove(name)?;
    Ok(Some(found))
}

fn address(place: &Reference) -> usize {
    std::ptr::from_ref(place.peek()).addr()
}

/// The properties that `__sleep` names.
fn slept(
    rq: &mut Request,
    (object, class): (&Object, &'static Class),
    names: &Array,
) -> Res<Array> {
    let object = rq.serialized_object(object)?;
    let all = to_array(&object).or_exit(rq)?;
    let mut kept = Array::new();
    for (_, name) in names {
        if !matches!(name.unboxed().view(), View::Str(_)) {
            let class = class_text(class.id);
            rq.warn(&format!(
                "serialize(): {class}::__sleep() should return an array only containing the names \
                 of instance-variables to serialize"
            ))?;
        }
        let name: Str = runtime::conv::to_str(rq, name.unboxed())?;
        let is_own = |prop: &&runtime::class::Prop| {
            prop.name.as_bytes() == name.as_bytes()
                && (prop.visibility() != Visibility::Private || prop.class == class.id)
        };
        let forms = class.first.slots.iter().filter(is_own);
        let mut forms: Vec<Vec<u8>> = forms
            .map(|prop| match prop.visibility() {
                Visibility::Public => name.to_vec(),
                Visibility::Protected => [b"\0*\0", name.as_bytes()].concat(),
                Visibility::Private => {
                    let owner = prop.class.class().name;
                    [b"\0", owner.as_bytes(), b"\0", name.as_bytes()].concat()
                }
            })
            .collect();
        forms.push(name.to_vec());
        let mut found = false;
        for form in forms {
            let form = Str::new(&form).or_exit(rq)?;
            if let Some(value) = all.get(Key::of_str(&form)) {
                if kept.get(Key::Str(&form)).is_some() {
                    let shown = String::from_utf8_lossy(&name);
                    rq.warn(&format!(
                        "serialize(): \"{shown}\" is returned from __sleep() multiple times"
                    ))?;
                }
                kept.set(Key::Str(&form), value.clone()).or_exit(rq)?;
                found = true;
                break;
            }
        }
        let is_empty = |slot: usize| matches!(object.slot(slot).view(), View::Uninit);
        found |= class.first.slots.iter().enumerate().any(|(slot, prop)| {
            prop.ty.is_some() && prop.name.as_bytes() == name.as_bytes() && is_empty(slot)
        });
        if !found {
            let text = format!(
                "serialize(): \"{}\" returned as member variable from __sleep() but does not exist",
                String::from_utf8_lossy(&name)
            );
            rq.warn(&text)?;
        }
    }
    Ok(kept)
}

/// PHP: an array that is its own element is null there.
fn is_same(value: &Value, array: &Array) -> bool {
    value.as_array().is_some_and(|inner| inner.ptr_eq(array))
}
