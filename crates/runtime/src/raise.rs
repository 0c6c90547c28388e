//! How conversions and operators speak to the request without knowing it.
//!
//! A warning may run the script's handler, which may throw: so reporting returns a [`Res`], and
//! callers hold no borrow into a container across it (M1).

use crate::heap::Oom;
use crate::message::Message;
use crate::object::Object;
use crate::string::Str;
use crate::value::Value;

/// Why an operation did not end normally; one word.
pub enum Halt {
    /// An exception is on its way.
    Throw(Object),
    /// The request ends: `exit`, a fatal error, a limit. The request knows which.
    Exit,
}

const _: () = assert!(size_of::<Halt>() == 8);

impl std::fmt::Debug for Halt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Throw(object) => write!(f, "throw object#{}", object.id()),
            Self::Exit => f.write_str("exit"),
        }
    }
}

/// The result of what may throw or end the request.
pub type Res<T> = Result<T, Halt>;

/// What an object is asked to become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cast {
    /// An int.
    Int,
    /// A float.
    Float,
    /// An int or a float.
    Number,
}

/// The request, as conversions and operators see it.
pub trait Raise {
    /// Reports a warning or a deprecation. `Err` when the script's handler threw.
    fn report(&mut self, message: Message) -> Res<()>;

    /// Makes the exception or fatal error of a message.
    fn throw(&mut self, message: Message) -> Halt;

    /// Ends the request for lack of memory.
    fn out_of_memory(&mut self, oom: Oom) -> Halt;

    /// `Err` when the native stack is nearly used up.
    fn guard_stack(&mut self) -> Res<()>;

    /// The ini setting `precision`: digits of floats in strings, −1 for as many as needed.
    fn precision(&self) -> i32 {
        14
    }

    /// The name of an object's class.
    fn class_name(&mut self, object: &Object) -> String;

    /// `__toString`, or the object's own conversion.
    fn object_to_string(&mut self, object: &Object) -> Res<Str>;

    /// The object's own conversion to a number, if its class has one.
    fn object_cast(&mut self, object: &Object, cast: Cast) -> Res<Option<Value>>;

    /// Compares when at least one side is an object and they are not the same one: less than,
    /// equal to, greater than 0. `None`: a pair that the other rules decide.
    fn compare_object(&mut self, left: &Value, right: &Value) -> Res<i32>;

    /// The operator as the class of one of the operands defines it, if it does.
    fn object_operator(
        &mut self,
        operator: &'static str,
        left: &Value,
        right: &Value,
    ) -> Res<Option<Value>>;
}

/// Turns a refused allocation into the end of the request.
pub trait OrExit<T> {
    /// The value, or the request's end.
    fn or_exit(self, rq: &mut dyn Raise) -> Res<T>;
}

impl<T> OrExit<T> for Result<T, Oom> {
    #[inline]
    fn or_exit(self, rq: &mut dyn Raise) -> Res<T> {
        match self {
            Ok(value) => Ok(value),
            Err(oom) => Err(rq.out_of_memory(oom)),
        }
    }
}
