//! The request as conversions and operators see it.

use std::any::Any;

use runtime::array::{Array, Key};
use runtime::heap::{self, Oom};
use runtime::message::{Message, Severity};
use runtime::native::{Callable, Host, Native, ObjectView, Purpose, State};
use runtime::object::{ClassId, Object, Reference};
use runtime::raise::{Cast, Halt, OrExit as _, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::Request;
use crate::frame::{Context, Walker};
use crate::native;
use crate::object::prop;

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
        let tried = refusal.tried_bytes;
        let limit = match refusal.limit_bytes {
            0 => heap::with(|heap| heap.limit_bytes()),
            limit => limit,
        };
        let text = match limit {
            usize::MAX => {
                let used = heap::with(|heap| heap.used_bytes());
                format!("Out of memory (allocated {used} bytes) (tried to allocate {tried} bytes)")
            }
            limit => {
                format!(
                    "Allowed memory size of {limit} bytes exhausted (tried to allocate {tried} bytes)"
                )
            }
        };
        self.fatal(&text)
    }

    fn guard_stack(&mut self) -> Res<()> {
        self.guard_native()
    }

    fn precision(&self) -> i32 {
        self.ini.precision()
    }

    fn class_name(&mut self, object: &Object) -> String {
        crate::class::class_text(object.class())
    }

    fn object_to_string(&mut self, object: &Object) -> Res<Str> {
        self.object_text(object)
    }

    fn object_cast(&mut self, object: &Object, cast: Cast) -> Res<Option<Value>> {
        self.object_number(object, cast)
    }

    fn compare_object(&mut self, left: &Value, right: &Value) -> Res<i32> {
        self.compare_with_object(left, right)
    }

    fn object_operator(
        &mut self,
        operator: &'static str,
        left: &Value,
        right: &Value,
    ) -> Res<Option<Value>> {
        let operands = [left.unboxed(), right.unboxed()];
        let defines = |operand: &&Value| match operand.view() {
            View::Object(object) => object.class().class().library_method(b"operate_"),
            _ => None,
        };
        let Some(method) = operands.iter().find_map(defines) else { return Ok(None) };
        let operator = Value::from(runtime::string::intern(operator.as_bytes()));
        let args = [operator, operands[0].clone(), operands[1].clone()];
        let class = method.origin;
        let result = self.call(crate::scoped::method(method), Context::Class(class), &args)?;
        Ok((!result.is_null()).then_some(result))
    }
}

impl Host for Request {
    fn is_library_at_work(&self) -> bool {
        let mut callers = Walker::new(self).filter_map(|frame| frame.func.as_php());
        callers.next().is_some_and(|php| php.unit().is_library())
    }

    fn is_named_in_code(&self, native: &'static Native) -> bool {
        let caller = Walker::new(self).find(|frame| frame.func.as_php().is_some());
        let name = caller.as_ref().and_then(crate::call::named);
        name.is_some_and(|name| name.as_bytes() == native.name.as_bytes())
    }

    fn assign(&mut self, variable: &Reference, value: Value) -> Res<()> {
        let juggling = runtime::class::Juggling::Weak;
        runtime::class::bound::assign(self, variable, (value, juggling)).map(drop)
    }

    fn write(&mut self, bytes: &[u8]) -> Res<()> {
        self.echo(bytes)
    }

    fn flush_to_reader(&mut self) -> Res<()> {
        let was_gone = self.output.is_gone();
        self.output.flush();
        if was_gone { Ok(()) } else { self.heed_reader() }
    }

    fn flush(&mut self) {
        self.output.flush();
    }

    fn state(&mut self) -> &mut State {
        &mut self.extensions
    }

    fn is_instance(&mut self, object: &Object, class: &str) -> bool {
        let class = self.known_class(class.as_bytes());
        class.is_some_and(|class| object.class().class().is_a(class))
    }

    fn view(&mut self, object: &Object, purpose: Purpose) -> Res<ObjectView> {
        crate::object::view(self, object, purpose)
    }

    fn callable(&mut self, value: &Value) -> Result<Callable, String> {
        native::callable::resolve(self, value)
    }

    fn take_callable_fault(&mut self) -> Option<Halt> {
        self.callable_fault.take()
    }

    fn refused_arguments(&mut self, native: &'static Native, refusal: Halt) -> Halt {
        // PHP: a function without parameters looks at its arguments in another way.
        let takes_keys = native.name.starts_with("sodium_") && !native.params.is_empty();
        match &refusal {
            Halt::Throw(thrown) if takes_keys => match crate::throwable::hide_args(self, thrown) {
                Ok(()) => refusal,
                Err(other) => other,
            },
            _ => refusal,
        }
    }

    fn after(&mut self, before: Halt, later: Halt) -> Halt {
        crate::throwable::after(before, later)
    }

    fn call(&mut self, callable: &Callable, args: &[Value]) -> Res<Value> {
        self.call_resolved(callable, args)
    }

    fn plain_object(&mut self, properties: Array) -> Res<Value> {
        Ok(crate::object::cast::from_value(self, &properties.into())?.into())
    }

    fn script_path(&mut self) -> Option<Vec<u8>> {
        self.place_of_script().map(|(path, _)| path.into_bytes())
    }

    fn setting(&mut self, name: &str) -> Option<Vec<u8>> {
        self.ini.get(name).map(<[u8]>::to_vec)
    }

    fn new_object(&mut self, class: &'static str) -> Res<Value> {
        let class = self.library_class(&class.to_ascii_lowercase())?;
        Ok(self.instantiate(class)?.into())
    }

    fn new_instance(&mut self, class: ClassId) -> Res<Value> {
        Ok(self.instantiate(class)?.into())
    }

    fn construct_instance(&mut self, class: ClassId) -> Res<Value> {
        Ok(self.construct(class, &[])?.into())
    }

    fn class_named(&mut self, name: &[u8]) -> Res<Option<ClassId>> {
        self.find_class(name, true)
    }

    fn confines(&self, path: &[u8]) -> Option<String> {
        self.confines_from(path)
    }

    fn visible_properties(&mut self, object: &Object, by_caller: bool) -> Res<Array> {
        if let Some(own) = self.own_array(object)? {
            let is_public = |key: &Key<'_>| !matches!(key, Key::Str(name) if name.as_bytes().first() == Some(&0));
            let mut array = Array::new();
            for (key, value) in own.iter().filter(|(key, _)| is_public(key)) {
                array.set(key, value.clone()).or_exit(self)?;
            }
            return Ok(array);
        }
        if let Some(shown) = self.shown_properties(object)? {
            return Ok(shown);
        }
        let mut array = Array::new();
        let object = &self.real_object(object)?;
        let caller = Walker::new(self).find(|frame| by_caller && frame.func.as_php().is_some());
        let scope = caller.and_then(|caller| caller.frame()).and_then(|frame| frame.scope());
        for prop in crate::object::visible_props(object, scope) {
            let value = self.visible_value(object, &prop, scope)?;
            array.set(Key::of_str(&prop.name), value).or_exit(self)?;
        }
        Ok(array)
    }

    fn property(&mut self, object: &Object, name: &Str) -> Res<Option<Value>> {
        let caller = Walker::new(self).find(|frame| frame.func.as_php().is_some());
        let Some(frame) = caller.and_then(|caller| caller.frame()) else { return Ok(None) };
        let seen = crate::object::visible_props(object, frame.scope());
        let is_there = seen.iter().any(|prop| prop.name.as_bytes() == name.as_bytes());
        if !is_there && !prop::isset(self, &frame, object, name)? {
            return Ok(None);
        }
        prop::read(self, &frame, object, name).map(Some)
    }

    fn object_array(&mut self, object: &Object) -> Res<Array> {
        let object = self.shown_object(object);
        if let Some(own) = self.own_array(&object)? {
            return Ok(own);
        }
        match self.shown_properties(&object)? {
            Some(shown) => Ok(shown),
            None => crate::object::to_array(&object).or_exit(self),
        }
    }

    fn call_method(&mut self, object: &Object, method: &'static str, args: &[Value]) -> Res<Value> {
        let class = object.class().class();
        match class.methods.get(method.to_ascii_lowercase().as_bytes()) {
            Some(method) => {
                self.call(crate::scoped::method(method), Context::This(object.clone()), args)
            }
            None => {
                let class = crate::class::class_text(class.id);
                let text = format!("Call to undefined method {class}::{method}()");
                Err(self.throw_error("error", &text))
            }
        }
    }

    fn throw_instance(&mut self, class: &'static str, text: &str, code: i64) -> Halt {
        let halt = crate::throwable::throw(self, &class.to_ascii_lowercase(), text);
        if let Halt::Throw(object) = &halt {
            object.clone().slot_mut(crate::throwable::CODE).set(Value::int(code));
        }
        halt
    }

    fn throw_on_line(&mut self, class: &'static str, text: &str, line: u32) -> Halt {
        let halt = crate::throwable::throw(self, &class.to_ascii_lowercase(), text);
        if let Halt::Throw(object) = &halt {
            crate::throwable::set_line(object, line);
        }
        halt
    }

    fn serialize_precision(&self) -> i32 {
        self.ini.serialize_precision()
    }

    fn as_any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }
}
