//! Objects as strings and numbers.

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

    /// An object as a number: 1 with a warning.
    pub(crate) fn object_number(&mut self, object: &Object, cast: Cast) -> Res<Option<Value>> {
        let _ = (object, cast);
        Ok(None)
    }
}
