//! The request as conversions and operators see it.

use std::any::Any;

use runtime::conv;
use runtime::heap::{self, Oom};
use runtime::message::{Message, Severity};
use runtime::native::{Callable, Host, State};
use runtime::object::Object;
use runtime::raise::{Cast, Halt, Raise, Res};
use runtime::string::{Str, lookup};
use runtime::value::{Value, View};

use super::Request;
use crate::{closure, native, throwable};

impl Raise for Request {
    fn report(&mut self, message: Message) -> Res<()> {
        self.report_as(message.severity(), &message.to_string())
    }

    fn throw(&mut self, message: Message) -> Halt {
        let class = match message.severity() {
            Severity::TypeError => "typeerror",
            Severity::ArithmeticError => "arithmeticerror",
            Severity::DivisionByZeroError => "divisionbyzeroerror",
            Severity::ValueError => "valueerror",
            Severity::ArgumentCountError => "argumentcounterror",
            Severity::Fatal => return self.fatal(&message.to_string()),
            Severity::Error | Severity::Warning | Severity::Notice | Severity::Deprecated => {
                "error"
            }
        };
        self.throw_error(class, &message.to_string())
    }

    fn out_of_memory(&mut self, _: Oom) -> Halt {
        let refusal = heap::with(|heap| heap.last_refusal());
        let text = format!(
            "Allowed memory size of {} bytes exhausted (tried to allocate {} bytes)",
            refusal.limit_bytes, refusal.tried_bytes
        );
        self.fatal(&text)
    }

    fn guard_stack(&mut self) -> Res<()> {
        self.guard_native()
    }

    fn class_name(&mut self, object: &Object) -> String {
        let name = object.class().record().name;
        String::from_utf8_lossy(name.as_bytes()).into_owned()
    }

    fn object_to_string(&mut self, object: &Object) -> Res<Str> {
        let class = self.class_name(object);
        Err(self.throw(Message::ObjectToString { class }))
    }

    fn object_cast(&mut self, _: &Object, _: Cast) -> Res<Option<Value>> {
        Ok(None)
    }

    fn compare_object(&mut self, left: &Value, right: &Value) -> Res<i32> {
        if let (View::Object(left), View::Object(right)) = (left.view(), right.view()) {
            return Ok(i32::from(!left.ptr_eq(right)));
        }
        let truth = |value: &Value| i32::from(conv::to_bool(value));
        Ok(truth(left) - truth(right))
    }

    fn object_operator(&mut self, _: &'static str, _: &Value, _: &Value) -> Res<Option<Value>> {
        Ok(None)
    }
}

impl Host for Request {
    fn write(&mut self, bytes: &[u8]) -> Res<()> {
        self.output.write(bytes);
        Ok(())
    }

    fn state(&mut self) -> &mut State {
        &mut self.extensions
    }

    fn is_instance(&mut self, object: &Object, class: &str) -> bool {
        let folded = lookup(class.to_ascii_lowercase().as_bytes());
        folded.is_some_and(|folded| {
            throwable::is_instance(object, folded) || closure::is_closure_name(object, folded)
        })
    }

    fn callable(&mut self, value: &Value) -> Result<Callable, String> {
        native::callable::resolve(self, value)
    }

    fn call(&mut self, callable: &Callable, args: &[Value]) -> Res<Value> {
        native::callable::call(self, callable, args)
    }

    fn as_any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }
}
