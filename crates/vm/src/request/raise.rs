//! The request as conversions and operators see it.

use runtime::conv;
use runtime::heap::{self, Oom};
use runtime::message::{Message, Severity};
use runtime::object::Object;
use runtime::raise::{Cast, Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::Request;

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
