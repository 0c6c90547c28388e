//! Objects as strings and numbers.

use runtime::array::Array;
use runtime::message::Message;
use runtime::object::Object;
use runtime::raise::{Cast, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::class::class_text;
use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

impl Request {
    /// Calls `__toString`.
    pub(crate) fn object_text(&mut self, object: &Object) -> Res<Str> {
        let class = object.class().class();
        if class.magic.to_string.is_none()
            && let Some(text) = self.cast_by_method(object, "string")?
            && let View::Str(text) = text.view()
        {
            return Ok(text.clone());
        }
        let Some(method) = class.magic.to_string.and_then(|index| class.method(index)) else {
            return Err(self.throw(Message::ObjectToString { class: class_text(class.id) }));
        };
        let text = self.call(scoped::method(method), Context::This(object.clone()), &[])?;
        match text.unboxed().view() {
            View::Str(text) => Ok(text.clone()),
            _ => {
                let given = runtime::conv::type_name(self, &text);
                let name = class_text(class.id);
                let text = format!(
                    "{name}::__toString(): Return value must be of type string, {given} returned"
                );
                Err(self.throw_error("typeerror", &text))
            }
        }
    }

    /// An object as a number, if its class has a conversion of its own.
    pub(crate) fn object_number(&mut self, object: &Object, cast: Cast) -> Res<Option<Value>> {
        let to = match cast {
            Cast::Int => "int",
            Cast::Float => "float",
            Cast::Number => "number",
        };
        self.cast_by_method(object, to)
    }

    /// What an object is as an array, for casts, JSON and exports, if its class says so.
    pub(crate) fn own_array(&mut self, object: &Object) -> Res<Option<Array>> {
        let Some(method) = object.class().class().library_method(b"array_") else {
            return Ok(None);
        };
        let made = self.call(scoped::method(method), Context::This(object.clone()), &[])?;
        Ok(made.as_array().cloned())
    }

    /// What the library's conversion makes of an object, if its class has one.
    fn cast_by_method(&mut self, object: &Object, to: &str) -> Res<Option<Value>> {
        let Some(method) = object.class().class().library_method(b"cast_") else { return Ok(None) };
        let to = Value::from(runtime::string::intern(to.as_bytes()));
        let context = Context::This(object.clone());
        self.call(scoped::method(method), context, &[to]).map(Some)
    }
}
