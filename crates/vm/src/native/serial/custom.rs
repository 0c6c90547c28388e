//! Objects that say themselves what is written of them: `C:4:"Name":9:{…}`.

use runtime::class::Class;
use runtime::object::{ClassId, Object};
use runtime::raise::OrExit as _;
use runtime::string::Str;
use runtime::value::Value;

use super::read::{Read, Reader, Stop};
use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

impl Reader<'_> {
    /// An object whose number is `number`, written from `start` on.
    pub(super) fn custom(
        &mut self,
        rq: &mut Request,
        (start, number): (usize, usize),
    ) -> Read<Value> {
        let name = self.bytes(start)?;
        self.expect(b":", start)?;
        let length = self.length(b':', start)?;
        self.expect(b"{", start)?;
        let Some(class) = self.class(rq, &name)? else { return Err(Stop::At(start)) };
        let end = self.at.checked_add(length).filter(|end| *end < self.text.len());
        let Some(end) = end else {
            let (needed, there) = (length, self.text.len() - self.at);
            let text =
                format!("Insufficient data for unserializing - {needed} required, {there} present");
            rq.warn(&format!("unserialize(): {text}"))?;
            return Err(Stop::At(start));
        };
        if self.text[end] != b'}' {
            return Err(Stop::At(end));
        }
        let object = self.begun(rq, class, number)?;
        self.restore(rq, (&object, class.class()), end)?;
        self.at = end + 1;
        Ok(object.into())
    }

    fn begun(&mut self, rq: &mut Request, class: ClassId, number: usize) -> Read<Object> {
        let object = rq.instantiate(class)?;
        let value = Value::from(object.clone());
        match self.values[number].view() {
            runtime::value::View::Ref(place) => place.set(value),
            _ => self.values[number] = value,
        }
        Ok(object)
    }

    /// Hands an object what was written of it, which ends at `end`.
    fn restore(
        &mut self,
        rq: &mut Request,
        (object, class): (&Object, &'static Class),
        end: usize,
    ) -> Read<()> {
        let on = Context::This(object.clone());
        if let Some(method) = class.methods.get(b"custom_") {
            let whole = self.text;
            self.text = &whole[..end];
            let parts = [self.part(rq)?, self.part(rq)?];
            self.text = whole;
            rq.call(scoped::method(method), on, &parts)?;
            fill(object, class, &parts[1]);
            return Ok(());
        }
        if let Some(method) = class.methods.get(b"unserialize") {
            let text = Str::new(&self.text[self.at..end]).or_exit(rq)?;
            rq.call(scoped::method(method), on, &[text.into()])?;
            return Ok(());
        }
        let class = crate::class::class_text(class.id);
        rq.warn(&format!("Class {class} has no unserializer"))?;
        Err(Stop::At(end))
    }

    /// A value inside; `null` when it is malformed.
    fn part(&mut self, rq: &mut Request) -> Read<Value> {
        match self.value(rq) {
            Ok(value) => Ok(value.unboxed().clone()),
            Err(Stop::At(_)) => Ok(Value::NULL),
            Err(halt) => Err(halt),
        }
    }
}

/// Gives an object properties that its class does not declare.
fn fill(object: &Object, class: &'static Class, props: &Value) {
    let Some(slot) = class.first.dynamic else { return };
    if props.as_array().is_some_and(|props| !props.is_empty()) {
        let mut object = object.clone();
        object.slot_mut(slot as usize).set(props.clone());
        object.set_may_be_cyclic();
    }
}
