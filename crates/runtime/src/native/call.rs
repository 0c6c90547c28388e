//! A call of a builtin under way: its request, its row, and the words of its errors.

use std::any::Any;

use super::{Callable, Effect, Native, ObjectView, Purpose, State, called};
use crate::array::Array;
use crate::conv;
use crate::heap::Oom;
use crate::message::Message;
use crate::object::{ClassId, Object, Reference};
use crate::raise::{Halt, OrExit as _, Raise, Res};
use crate::string::Str;
use crate::value::{Value, View};

/// The request, as builtins see it.
pub trait Host: Raise {
    /// Prints.
    fn write(&mut self, bytes: &[u8]) -> Res<()>;

    /// Hands on what was printed, before something else writes to the same place.
    fn flush(&mut self) {}

    /// The same; ends the script when whoever reads has gone away.
    fn flush_to_reader(&mut self) -> Res<()> {
        self.flush();
        Ok(())
    }

    /// What extensions keep for this request.
    fn state(&mut self) -> &mut State;

    /// Whether an object is of the class, or one below it.
    fn is_instance(&mut self, object: &Object, class: &str) -> bool;

    /// An object of class `stdClass` with these properties. A request without classes gives the
    /// array back.
    fn plain_object(&mut self, properties: Array) -> Res<Value> {
        Ok(properties.into())
    }

    /// An object of a class that an extension declares, its constructor not called.
    fn new_object(&mut self, class: &'static str) -> Res<Value> {
        let text = format!("Class \"{class}\" not found");
        Err(self.throw(Message::Refused { text }))
    }

    /// Whether the code that calls is the library's own.
    fn is_library_at_work(&self) -> bool {
        false
    }

    /// Whether code calls the builtin by its name, with arguments by position.
    fn is_named_in_code(&self, _: &'static Native) -> bool {
        true
    }

    /// An object of a class, its constructor not called.
    fn new_instance(&mut self, _: ClassId) -> Res<Value> {
        self.new_object("stdClass")
    }

    /// An object of a class, its constructor called without arguments.
    fn construct_instance(&mut self, class: ClassId) -> Res<Value> {
        self.new_instance(class)
    }

    /// The class with a name, which is loaded if it must be.
    fn class_named(&mut self, _: &[u8]) -> Res<Option<ClassId>> {
        Ok(None)
    }

    /// The folders that a script is confined to, when a path is not in them.
    fn confines(&self, _: &[u8]) -> Option<String> {
        None
    }

    /// The properties that an object shows to everybody.
    fn public_properties(&mut self, object: &Object) -> Res<Array> {
        self.visible_properties(object, false)
    }

    /// The properties of an object that everybody sees, or those that the code that calls the builtin sees.
    fn visible_properties(&mut self, _: &Object, _by_caller: bool) -> Res<Array> {
        Ok(Array::new())
    }

    /// The property of an object that the caller may see: one that is there, or that `__isset`
    /// says is.
    fn property(&mut self, _: &Object, _: &Str) -> Res<Option<Value>> {
        Ok(None)
    }

    /// What a cast to an array makes of an object.
    fn object_array(&mut self, object: &Object) -> Res<Array> {
        self.public_properties(object)
    }

    /// Assigns to a variable that was passed by reference, as the properties that it is want it.
    fn assign(&mut self, variable: &Reference, value: Value) -> Res<()> {
        variable.set(value);
        Ok(())
    }

    /// Calls a method that the object is known to have. The arguments stay the caller's.
    fn call_method(&mut self, _: &Object, method: &'static str, _: &[Value]) -> Res<Value> {
        let text = format!("Call to undefined method {method}()");
        Err(self.throw(Message::Refused { text }))
    }

    /// The exception of a class that an extension declares.
    fn throw_instance(&mut self, class: &'static str, text: &str, code: i64) -> Halt {
        let text = format!("{class} ({code}): {text}");
        self.throw(Message::Refused { text })
    }

    /// The exception of a class, as if it were made on another line.
    fn throw_on_line(&mut self, class: &'static str, text: &str, _: u32) -> Halt {
        self.throw_instance(class, text, 0)
    }

    /// The path of the script that runs; none outside one.
    fn script_path(&mut self) -> Option<Vec<u8>> {
        None
    }

    /// The value of a setting.
    fn setting(&mut self, _: &str) -> Option<Vec<u8>> {
        None
    }

    /// How an object is shown. A request without classes shows its class alone.
    fn view(&mut self, object: &Object, _: Purpose) -> Res<ObjectView> {
        let class = self.class_name(object);
        Ok(ObjectView { class, ..ObjectView::default() })
    }

    /// What a value calls; the reason, in PHP's words, when it is no callable.
    fn callable(&mut self, _: &Value) -> Result<Callable, String> {
        Err("no array or string given".to_owned())
    }

    /// What was thrown while the last value was asked what it calls.
    fn take_callable_fault(&mut self) -> Option<Halt> {
        None
    }

    /// The error of arguments that a builtin was not called with.
    fn refused_arguments(&mut self, _: &'static Native, refusal: Halt) -> Halt {
        refusal
    }

    /// What goes on when `later` was thrown while `before` was on its way.
    fn after(&mut self, _before: Halt, later: Halt) -> Halt {
        later
    }

    /// Calls back into the script. The arguments stay the caller's.
    fn call(&mut self, _: &Callable, _: &[Value]) -> Res<Value> {
        Err(self.throw(Message::Refused { text: "Value not callable".to_owned() }))
    }

    /// The request itself, for builtins that come with the interpreter.
    fn as_any(&mut self) -> Option<&mut dyn Any> {
        None
    }

    /// The ini setting `serialize_precision`, −1 for as many digits as needed.
    fn serialize_precision(&self) -> i32 {
        -1
    }
}

/// A call under way.
pub struct Call<'a> {
    host: &'a mut dyn Host,
    native: &'static Native,
    strict: bool,
    passed: usize,
    /// What the coercion of an argument found, and the argument's position.
    resolved: Option<(usize, Callable)>,
}

impl<'a> Call<'a> {
    /// A call of `native` with `passed` arguments.
    pub fn new(
        host: &'a mut dyn Host,
        native: &'static Native,
        strict: bool,
        passed: usize,
    ) -> Self {
        if called::is_on() && !host.is_library_at_work() {
            called::note(native.name);
        }
        Self { host, native, strict, passed, resolved: None }
    }

    /// How many arguments the caller gave.
    pub fn passed(&self) -> usize {
        self.passed
    }

    /// Whether the caller's file has `strict_types`, or the function converts nothing anyway.
    pub fn is_strict(&self) -> bool {
        self.strict || self.native.name == "hash_equals"
    }

    /// The row of the function that is called; of an alias its own.
    pub fn native(&self) -> &'static Native {
        self.native
    }

    /// The request, as conversions see it.
    #[inline]
    pub fn rq(&mut self) -> &mut dyn Raise {
        self.host
    }

    /// Assigns to a variable that was passed by reference.
    ///
    /// # Errors
    /// Of a property of a type that it is as well.
    #[inline]
    pub fn assign(&mut self, variable: &Reference, value: Value) -> Res<()> {
        if variable.type_sources() != 0 {
            return self.host().assign(variable, value);
        }
        variable.set(value);
        Ok(())
    }

    /// The request.
    pub fn host(&mut self) -> &mut dyn Host {
        self.host
    }

    /// What the extension keeps for this request under type `T`.
    pub fn state<T: std::any::Any + std::default::Default>(&mut self) -> &mut T {
        self.host.state().of()
    }

    /// Calls what was resolved. The arguments stay the caller's.
    #[inline]
    pub fn call(&mut self, callable: &Callable, args: &[Value]) -> Res<Value> {
        self.host.call(callable, args)
    }

    /// What the argument at `position` calls: a parameter of type `callable` was checked before.
    pub fn callable(&mut self, position: usize, value: &Value) -> Res<Callable> {
        if self.resolved.as_ref().is_some_and(|(of, _)| *of == position)
            && let Some((_, callable)) = self.resolved.take()
        {
            return Ok(callable);
        }
        match self.host.callable(value.unboxed()) {
            Ok(callable) => Ok(callable),
            Err(reason) => Err(self.not_callable(position, &reason, "")),
        }
    }

    /// Keeps what the argument at `position` calls for the body.
    pub(super) fn keep_callable(&mut self, position: usize, callable: Callable) {
        self.resolved = Some((position, callable));
    }

    /// The `TypeError` of the argument at `position`, which is no callable, or what was thrown
    /// while that was found out. PHP: calls of functions that are instructions throw both.
    #[cold]
    pub(super) fn not_callable(&mut self, position: usize, reason: &str, or: &str) -> Halt {
        let fault = self.host.take_callable_fault();
        let throws_both = matches!(self.native.name, "call_user_func" | "call_user_func_array");
        match fault {
            Some(fault) if !throws_both => fault,
            fault => {
                let rule = format!("must be a valid callback{or}, {reason}");
                let refusal = self.type_refused(position, &rule);
                match fault {
                    Some(fault) => self.host.after(fault, refusal),
                    None => refusal,
                }
            }
        }
    }

    /// Prints.
    pub fn write(&mut self, bytes: &[u8]) -> Res<()> {
        self.host.write(bytes)
    }

    /// A new string.
    #[inline]
    pub fn str(&mut self, bytes: &[u8]) -> Res<Str> {
        Str::new(bytes).or_exit(self.host)
    }

    /// The value, or the end of the request for lack of memory.
    #[inline]
    pub fn alloc<T>(&mut self, result: Result<T, Oom>) -> Res<T> {
        result.or_exit(self.host)
    }

    /// A packed array.
    pub fn list(&mut self, values: impl IntoIterator<Item = Value>) -> Res<Array> {
        Array::from_values(values).or_exit(self.host)
    }

    /// A value as a string, as string functions convert.
    pub fn to_str(&mut self, value: &Value) -> Res<Str> {
        conv::to_str(self.host, value)
    }

    /// Warns, with the function's name before `text`.
    pub fn warn(&mut self, text: impl Into<String>) -> Res<()> {
        let function = self.speaking();
        self.host.report(Message::BuiltinWarning { function, text: text.into() })
    }

    /// The function's name, for a report.
    fn speaking(&self) -> &'static str {
        debug_assert!(self.native.effect != Effect::Pure, "{} is not pure", self.native.name);
        self.native.name
    }

    /// Notes something unusual, with the function's name before `text`.
    pub fn notice(&mut self, text: impl Into<String>) -> Res<()> {
        let function = self.speaking();
        self.host.report(Message::BuiltinNotice { function, text: text.into() })
    }

    /// Advises against, with the function's name before `text`.
    pub fn deprecate(&mut self, text: impl Into<String>) -> Res<()> {
        let function = self.speaking();
        self.host.report(Message::BuiltinDeprecated { function, text: text.into() })
    }

    /// Reports that scripts should not use the function any more.
    pub fn advise_against(&mut self, since: &'static str, why: &'static str) -> Res<()> {
        let function = self.speaking();
        self.host.report(Message::DeprecatedBuiltin { function, since, why })
    }

    /// The exception of a message.
    pub fn throw(&mut self, message: Message) -> Halt {
        self.host.throw(message)
    }

    /// The `ValueError` of the argument at `position`, which counts from 1; `rule` follows its name.
    #[cold]
    pub fn value_error(&mut self, position: usize, rule: impl Into<String>) -> Halt {
        let (function, argument) = (self.native.name, self.argument(position));
        self.host.throw(Message::ArgumentValue { function, argument, rule: rule.into() })
    }

    /// The exception of a class that an extension declares, about the argument at `position`.
    #[cold]
    pub fn argument_error(&mut self, class: &'static str, position: usize, rule: &str) -> Halt {
        let text = format!("{}(): {} {rule}", self.native.name, self.argument(position));
        self.host.throw_instance(class, &text, 0)
    }

    /// The `TypeError` of the argument at `position`, with words of its own.
    #[cold]
    pub fn type_refused(&mut self, position: usize, rule: &str) -> Halt {
        let text = format!("{}(): {} {rule}", self.native.name, self.argument(position));
        self.host.throw(Message::TypeRefused { text })
    }

    /// The `TypeError` of the argument at `position`, which is not `expected` but `given`.
    #[cold]
    pub fn type_error(&mut self, position: usize, expected: &str, given: &Value) -> Halt {
        let given = self.given(given);
        let (function, argument) = (self.native.name, self.argument(position));
        self.host.throw(Message::ArgumentType {
            function,
            argument,
            expected: expected.to_owned(),
            given,
        })
    }

    /// `Argument #2 ($times)`; an argument of a variadic parameter has no name.
    fn argument(&self, position: usize) -> String {
        match self.native.params.get(position - 1) {
            Some(param) => format!("Argument #{position} (${})", param.name()),
            None => format!("Argument #{position}"),
        }
    }

    /// How a `TypeError` calls a value.
    pub fn given(&mut self, value: &Value) -> String {
        match value.unboxed().view() {
            View::Bool(true) => "true".to_owned(),
            View::Bool(false) => "false".to_owned(),
            _ => conv::type_name(self.host, value),
        }
    }

    /// The error of a parameter that was passed over by name.
    #[cold]
    pub(super) fn passed_over(&mut self, position: usize, has_default: bool) -> Halt {
        let why = if has_default {
            " must be passed explicitly, because the default value is not known"
        } else {
            " not passed"
        };
        let text = format!("{}(): {}{why}", self.native.name, self.argument(position));
        self.host.throw(Message::ArgumentsMissing { text })
    }

    /// Throws when there are too few or too many arguments.
    #[inline]
    pub(super) fn check_count(&mut self) -> Res<()> {
        let is_exact = self.passed == self.native.params.len();
        if is_exact { Ok(()) } else { self.check_other_count() }
    }

    #[inline]
    fn check_other_count(&mut self) -> Res<()> {
        let native = self.native;
        let is_enough = self.passed >= native.required && !native.all_or_none;
        let is_open = native.variadic.is_some();
        let fits = is_enough && (is_open || self.passed <= native.params.len());
        if fits { Ok(()) } else { self.check_odd_count() }
    }

    #[cold]
    fn check_odd_count(&mut self) -> Res<()> {
        let (least, most) = (self.native.required, self.native.params.len());
        let is_open = self.native.variadic.is_some();
        let given = self.passed;
        let least = if given > 0 && self.native.all_or_none { most } else { least };
        if given >= least && (is_open || given <= most) {
            return Ok(());
        }
        let bound = if given < least { least } else { most };
        let how = match (least == most && !is_open, given < least) {
            (true, _) => "exactly",
            (false, true) => "at least",
            (false, false) => "at most",
        };
        let plural = if bound == 1 { "" } else { "s" };
        let expected = format!("{how} {bound} argument{plural}");
        let function = self.native.name;
        Err(self.host.throw(Message::ArgumentCount { function, expected, given }))
    }
}
