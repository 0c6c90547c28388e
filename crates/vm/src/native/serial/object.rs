//! Objects and cases of enums, from text.

use std::collections::HashMap;

use hhbc::class::ClassKind;
use runtime::array::{Array, Key};
use runtime::class::{Class, Place, Visibility};
use runtime::message::Message;
use runtime::object::{ClassId, Object};
use runtime::raise::{OrExit as _, Raise as _, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::custom;
use super::read::{Read, Reader, Stop, incomplete_name};
use crate::class::{class_text, is_class_name, shown};
use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

impl Reader<'_> {
    pub(super) fn case(&mut self, rq: &mut Request, start: usize) -> Read<Value> {
        let (length, _) = self.head(start, b":\"")?;
        if length == 0 {
            return Err(Stop::At(start + 2));
        }
        let bytes = self.quoted(start, b';')?;
        let end = std::mem::replace(&mut self.at, start);
        let Some(colon) = bytes.iter().position(|&byte| byte == b':') else {
            let name = shown(bytes);
            rq.warn(&format!("unserialize(): Invalid enum name '{name}' (missing colon)"))?;
            return Err(Stop::At(start));
        };
        let (name, case) = (&bytes[..colon], &bytes[colon + 1..]);
        let Some(class) = rq.find_class(name, true)? else {
            rq.warn(&format!("unserialize(): Class '{}' not found", shown(name)))?;
            return Err(Stop::At(start));
        };
        let class = class.class();
        if class.kind != ClassKind::Enum {
            let name = class_text(class.id);
            rq.warn(&format!("unserialize(): Class '{name}' is not an enum"))?;
            return Err(Stop::At(start));
        }
        self.at = end;
        if let Some(row) = class.consts.get(case).filter(|row| row.is_case) {
            return Ok(rq.constant_value(class.id, row)?);
        }
        let member = format!("{}::{}", class_text(class.id), shown(case));
        rq.warn(&match class.consts.get(case) {
            Some(_) => format!("unserialize(): {member} is not an enum case"),
            None => format!("unserialize(): Undefined constant {member}"),
        })?;
        Err(Stop::At(end))
    }

    /// The class of an object: `None` when it must not be made or is not there.
    fn class(&self, rq: &mut Request, name: &[u8]) -> Res<Option<ClassId>> {
        let folded = name.to_ascii_lowercase();
        if self.state.allowed.as_ref().is_some_and(|allowed| !allowed.contains(&folded)) {
            return Ok(None);
        }
        if let Some(class) = rq.find_class(name, true)? {
            return Ok(Some(class));
        }
        let callback = shown(rq.ini.get("unserialize_callback_func").unwrap_or_default());
        if callback.is_empty() {
            return Ok(None);
        }
        let name_value = Value::from(rq.new_str(name)?);
        let callable = Value::from(rq.new_str(callback.as_bytes())?);
        let from = rq.caller_viewpoint();
        match crate::callable::resolve(rq, &callable, &from)? {
            Ok(target) => drop(rq.call_target(&target, &[name_value])?),
            Err(refusal) => {
                let text = format!("Invalid callback {callback}, {refusal}");
                return Err(rq.throw_error("error", &text));
            }
        }
        let found = rq.find_class(name, true)?;
        if found.is_none() {
            rq.warn(&format!(
                "unserialize(): Function {callback}() hasn't defined the class it was called for"
            ))?;
        }
        Ok(found)
    }

    pub(super) fn object(
        &mut self,
        rq: &mut Request,
        (start, number): (usize, usize),
    ) -> Read<Value> {
        let is_custom = self.byte(start) == b'C';
        let (length, _) = self.head(start, b":\"")?;
        if length == 0 {
            return Err(Stop::At(start + 2));
        }
        let name = self.quoted(start, b':')?;
        if name[0] == b'\\' || !is_class_name(name) {
            return Err(Stop::At(start));
        }
        self.at -= 2;
        let found = self.class(rq, name)?;
        let class = match found {
            Some(class) => class,
            None => rq.library_class("__php_incomplete_class")?,
        };
        let class = class.class();
        if super::is_refused(class) {
            let text = format!("Unserialization of '{}' is not allowed", class_text(class.id));
            return Err(rq.throw_error("exception", &text).into());
        }
        let unknown = found.is_none().then_some(name);
        match is_custom {
            true => self.custom(rq, (class, unknown), number),
            false => self.plain(rq, (class, unknown), number),
        }
    }

    /// A count and where it ends; without digits it is 0.
    fn count(&self, rq: &mut Request, at: usize) -> Res<(i64, usize)> {
        let Some((text, end)) = self.signed(at) else { return Ok((0, at)) };
        Ok((super::read::bounded(rq, text)?, end))
    }

    /// An object in the common form.
    fn plain(
        &mut self,
        rq: &mut Request,
        (class, unknown): (&'static Class, Option<&[u8]>),
        number: usize,
    ) -> Read<Value> {
        if self.at + 2 >= self.text.len() {
            rq.warn("Bad unserialize data")?;
            return Err(Stop::At(self.at));
        }
        let (count, end) = self.count(rq, self.at + 2)?;
        let left = self.text.len().saturating_sub(self.at + 2);
        self.at = end;
        let count = usize::try_from(count).ok().filter(|count| *count <= left);
        let Some(count) = count else { return Err(Stop::At(end)) };
        if self.byte(end) != b':' {
            return Err(Stop::At(end));
        }
        if self.byte(end + 1) != b'{' {
            return Err(Stop::At(end + 1));
        }
        self.at = end + 2;
        if custom::is_custom(class) && class.magic.unserialize.is_none() {
            let name = class_text(class.id);
            rq.warn(&format!("Erroneous data format for unserializing '{name}'"))?;
            return Err(Stop::At(self.at));
        }
        let mut object = self.made(rq, (class, number))?;
        let value = Value::from(object.clone());
        let wakes = class.methods.get(b"__wakeup").is_some() && unknown.is_none();
        let data = match self.nested(rq, count) {
            Ok(data) => data,
            Err(stop) => {
                if wakes || class.magic.unserialize.is_some() {
                    object.set_destructed();
                }
                return Err(stop);
            }
        };
        if class.magic.unserialize.is_some() {
            self.state.wake.push((object, Some(data)));
            return Ok(value);
        }
        let data = match unknown {
            Some(name) => named(rq, name, &data)?,
            None => data,
        };
        fill(rq, (&mut object, class), &data)?;
        if wakes {
            self.state.wake.push((object, None));
        }
        Ok(value)
    }

    /// A new object, known by its number.
    fn made(&mut self, rq: &mut Request, (class, number): (&Class, usize)) -> Read<Object> {
        let object = rq.instantiate(class.id)?;
        let value = Value::from(object.clone());
        match self.state.values[number].view() {
            View::Ref(place) => place.set(value),
            _ => self.state.values[number] = value,
        }
        Ok(object)
    }

    /// An object in a form of its class's own.
    fn custom(
        &mut self,
        rq: &mut Request,
        (class, unknown): (&'static Class, Option<&[u8]>),
        number: usize,
    ) -> Read<Value> {
        let (length, end) = self.count(rq, self.at + 2)?;
        if self.text.len() - end < 2 || self.byte(end) != b':' {
            return Err(Stop::At(end));
        }
        if self.byte(end + 1) != b'{' {
            return Err(Stop::At(end + 1));
        }
        self.at = end + 2;
        let left = self.text.len() - self.at;
        let text = length;
        let Some(length) = usize::try_from(length).ok().filter(|length| *length < left) else {
            rq.warn(&format!(
                "Insufficient data for unserializing - {text} required, {left} present"
            ))?;
            return Err(Stop::At(self.at));
        };
        let end = self.at + length;
        if self.byte(end) != b'}' {
            return Err(Stop::At(end));
        }
        custom::check(rq, class)?;
        let mut object = self.made(rq, (class, number))?;
        if let Some(name) = unknown {
            let data = named(rq, name, &Array::new())?;
            fill(rq, (&mut object, class), &data)?;
        }
        let data = &self.text[self.at..end];
        let state =
            std::mem::replace(&mut self.state, super::options::numbered(rq, &Array::new())?);
        rq.unserializing = Some(Box::new(state));
        let read = custom::read(rq, &object, data);
        if let Some(state) = rq.unserializing.take() {
            self.state = *state;
        }
        read?;
        self.at = end + 1;
        Ok(Value::from(object))
    }
}

/// The properties of an object whose class is not there: its name before others.
fn named(rq: &mut Request, name: &[u8], data: &Array) -> Res<Array> {
    let mut all = Array::new();
    let name = rq.new_str(name)?;
    all.set(Key::Str(incomplete_name().as_str()), name.into()).or_exit(rq)?;
    for (key, value) in data {
        all.set(key, value.clone()).or_exit(rq)?;
    }
    Ok(all)
}

/// Calls `__unserialize` and `__wakeup` of the objects that were made. Behind one that throws, and
/// when they are not wanted, objects are not destructed either.
pub(super) fn wake(rq: &mut Request, calls: Vec<(Object, Option<Array>)>, wanted: bool) -> Res<()> {
    let mut result = Ok(());
    for (object, data) in calls {
        if !wanted || result.is_err() {
            object.set_destructed();
            continue;
        }
        result = wake_one(rq, &object, data);
        if result.is_err() {
            object.set_destructed();
        }
    }
    result
}

fn wake_one(rq: &mut Request, object: &Object, data: Option<Array>) -> Res<()> {
    let class = object.class().class();
    let on = Context::This(object.clone());
    let (method, args) = match data {
        Some(data) => {
            let method = class.magic.unserialize.and_then(|at| class.method(at));
            (method, vec![Value::from(data)])
        }
        None => (class.methods.get(b"__wakeup"), Vec::new()),
    };
    match method {
        Some(method) => rq.call(scoped::method(method), on, &args).map(drop),
        None => Ok(()),
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

/// The slot of a property by its name in a text.
fn slot_of(class: &'static Class, plain: &[u8], owner: Option<&[u8]>) -> Option<usize> {
    let is_own = owner.is_none_or(|owner| class.name.as_bytes().eq_ignore_ascii_case(owner));
    if is_own {
        let row = class.props.get(plain)?;
        let hidden = row.visibility() == Visibility::Private && row.class != class.id;
        return match row.place {
            Place::Slot(slot) if !hidden => Some(slot as usize),
            _ => None,
        };
    }
    class.first.slots.iter().rposition(|prop| {
        prop.visibility() == Visibility::Private
            && prop.name.as_bytes() == plain
            && owner == Some(prop.class.class().name.as_bytes())
    })
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
        if let Some(slot) = slot_of(class, plain, owner) {
            let prop = &class.first.slots[slot];
            let value = rq.typed_property(prop, value)?;
            object.slot_mut(slot).set(value);
            object.set_slot_state(slot, 0);
            continue;
        }
        if class.first.dynamic.is_none() && !is_incomplete {
            let member = format!("{}::${}", class_text(class.id), shown(plain));
            return Err(rq.throw(Message::NoDynamicProperty { member }));
        }
        let kept = if is_incomplete { &name[..] } else { plain };
        if dynamic.insert(kept.to_vec(), value.clone()).is_none() {
            order.push(kept.to_vec());
        }
        if !class.first.welcomes_dynamic && !is_incomplete {
            let (class, name) = (class_text(class.id), String::from_utf8_lossy(plain));
            rq.report(Message::DynamicProperty { member: format!("{class}::${name}") })?;
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
