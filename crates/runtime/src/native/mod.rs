//! Builtins: what the registry says of each, and how one is called.
//!
//! A builtin is a plain Rust function. [`natives!`](crate::natives) makes of each row of a table a
//! [`Native`]: the signature and a thunk that hands the body what its Rust types ask for, once the
//! argument cells are coerced in place, and takes the result back as a value.
//!
//! # Invariants
//! - N1: a thunk runs on exactly one cell per parameter, then those of the variadic one; a cell of
//!   a parameter by reference holds a Ref.
//! - N2: after coercion each cell holds one of the types that its parameter accepts, or Uninit for
//!   an optional argument that was left out and has no default.
//!
//! # Not here
//! Bodies and signatures of particular builtins: the extensions. Named arguments, frames: the
//! interpreter.

mod arg;
mod call;
mod callable;
pub mod called;
mod coerce;
mod method;
mod state;
mod table;
mod view;

pub use arg::{ArrayRef, FromArg, IntoReturn, OrFalse, Passed};
pub use call::{Call, Host};
pub use callable::Callable;
pub use method::{Arguments, Classes, Method, MethodBody};
pub use state::State;
pub use view::{ObjectView, Owner, Purpose, Row};

use crate::array::Array;
use crate::heap::Oom;
use crate::object::Reference;
use crate::raise::Res;
use crate::value::{DataType, Value, View};

/// Sets of types that a parameter accepts.
pub mod mask {
    /// `null`.
    pub const NULL: u16 = 1;
    /// `bool`.
    pub const BOOL: u16 = 1 << 1;
    /// `int`.
    pub const INT: u16 = 1 << 2;
    /// `float`.
    pub const FLOAT: u16 = 1 << 3;
    /// `string`.
    pub const STRING: u16 = 1 << 4;
    /// `array`.
    pub const ARRAY: u16 = 1 << 5;
    /// `object`.
    pub const OBJECT: u16 = 1 << 6;
    /// An object of a class that the type's text names.
    pub const INSTANCE: u16 = 1 << 7;
    /// `callable`.
    pub const CALLABLE: u16 = 1 << 8;
    /// `string` without NULs, in place of [`STRING`]: values of it are looked into.
    pub const PATH: u16 = 1 << 9;
    /// An `array` by reference that other variables may share until the function has run.
    pub const SHARED: u16 = 1 << 10;
    /// A resource, which has no type of its own: only `mixed` takes it.
    pub const RESOURCE: u16 = 1 << 11;
    /// `mixed`.
    pub const ANY: u16 = u16::MAX;
}

/// What running a body may do, when its arguments have the declared types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing but its result, which depends on the arguments alone.
    Pure,
    /// It may report, throw, print, or read and write state of the request, but runs no script.
    MayRaise,
    /// It may run script code.
    Reenters,
}

/// The value of an argument that is left out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Default {
    /// It must not be left out.
    Required,
    /// The body decides; it sees Uninit.
    Unset,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// An int.
    Int(i64),
    /// A float.
    Float(f64),
    /// A string.
    Bytes(&'static [u8]),
    /// `[]`.
    EmptyArray,
}

impl Default {
    /// The value, of strings the static one; Uninit when there is none.
    #[inline]
    pub fn plain(self) -> Value {
        match self {
            Self::Null => Value::NULL,
            Self::Bool(value) => Value::bool(value),
            Self::Int(value) => Value::int(value),
            Self::Float(value) => Value::float(value),
            Self::EmptyArray => crate::array::Array::new().into(),
            Self::Bytes([]) => crate::string::empty().into(),
            Self::Bytes([byte]) => crate::string::one_byte(*byte).into(),
            Self::Bytes(value) => crate::string::intern(value).into(),
            Self::Required | Self::Unset => Value::UNINIT,
        }
    }
}

/// A parameter.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// As Rust writes it: perhaps with `r#` before it.
    pub ident: &'static str,
    /// The type as PHP shows it; empty without one.
    pub ty: &'static str,
    /// The types accepted, of [`mask`].
    pub accepts: u16,
    /// What stands for an argument that is left out.
    pub default: Default,
    /// The constant that the default is, for reflection; empty if it is none.
    pub named: &'static str,
    /// Whether it is passed by reference.
    pub by_ref: bool,
    /// Whether traces hide its value: it may be a password or a key.
    pub sensitive: bool,
}

/// Whether a value with this tag is of one of the types of a [`mask`], without a look inside.
#[inline(always)]
pub fn accepts_tag(accepts: u16, tag: DataType) -> bool {
    accepts & coerce::mask_of(tag) != 0
}

impl Param {
    /// Whether a value with this tag is of its type, without a look inside.
    #[inline(always)]
    pub fn accepts_tag(&self, tag: DataType) -> bool {
        accepts_tag(self.accepts, tag)
    }

    /// Whether a value is of its type already, without a look inside; one by reference, whether what
    /// it refers to is.
    #[inline(always)]
    pub(crate) fn takes(&self, value: &Value) -> bool {
        if !self.by_ref {
            return self.accepts_tag(value.tag());
        }
        match value.view() {
            View::Ref(reference) => {
                let value = reference.peek();
                self.accepts == mask::ANY || self.accepts_tag(value.tag()) && !self.separates(value)
            }
            _ => false,
        }
    }

    /// Whether an array in a variable is to be the variable's own before the function runs, and that
    /// shows. PHP: it is separated as the argument is taken, also when the call then fails.
    #[inline(always)]
    pub(crate) fn separates(&self, value: &Value) -> bool {
        self.accepts & mask::SHARED == 0 && value.as_array().is_some_and(Array::separation_shows)
    }

    /// What stands for an argument that is left out: the default, in a variable of its own for one
    /// by reference.
    #[inline]
    pub fn left_out(&self) -> Result<Value, Oom> {
        let value = self.default.plain();
        if self.by_ref { Reference::new(value).map(Value::from) } else { Ok(value) }
    }

    /// Whether it is a string that must not contain NULs.
    pub(crate) fn is_path(&self) -> bool {
        self.accepts & (mask::PATH | mask::STRING) == mask::PATH
    }

    /// Whether the body converts what is of another type, by rules of its own.
    pub(crate) fn converts_itself(&self) -> bool {
        self.ty.starts_with("GMP|")
    }

    /// The name, without `$`.
    pub fn name(&self) -> &'static str {
        self.ident.strip_prefix("r#").unwrap_or(self.ident)
    }
}

/// Runs the body on coerced cells, returns its value. See N1, N2.
pub type Thunk = fn(&mut Call<'_>, &mut [Value]) -> Res<Value>;

/// A builtin function.
#[derive(Debug)]
pub struct Native {
    /// The name, in lower case.
    pub name: &'static str,
    /// The parameters, without the variadic one.
    pub params: &'static [Param],
    /// How many of them must be given: [`required`].
    pub required: usize,
    /// Whether its arguments go together ([`all_or_none`]): `rand()` and `rand(1, 6)`, but not
    /// `rand(1)`.
    pub all_or_none: bool,
    /// The parameter that takes all further arguments.
    pub variadic: Option<Param>,
    /// The return type as PHP shows it.
    pub returns: &'static str,
    /// What the body may do.
    pub effect: Effect,
    /// Whether variables are passed by reference and other values as they are. Arrays and values of
    /// any type then arrive as references, if they are.
    pub prefers_refs: bool,
    /// Since when, and why, reflection says that it is deprecated; empty if it is not.
    pub deprecated: &'static [&'static str],
    /// The generic entry.
    pub thunk: Thunk,
}

/// How many parameters come before the first that may be left out.
pub const fn required(params: &[Param]) -> usize {
    let mut count = 0;
    while count < params.len() && matches!(params[count].default, Default::Required) {
        count += 1;
    }
    count
}

/// Whether there are several parameters, and the body decides about each that is left out.
pub const fn all_or_none(params: &[Param]) -> bool {
    let mut at = 0;
    while at < params.len() && matches!(params[at].default, Default::Unset) {
        at += 1;
    }
    at > 1 && at == params.len()
}

impl Native {
    /// The parameter of the argument at `index`.
    pub fn param(&self, index: usize) -> Option<&Param> {
        self.params.get(index).or(self.variadic.as_ref())
    }

    /// The number of the parameter with this name.
    pub fn param_named(&self, name: &[u8]) -> Option<usize> {
        self.params.iter().position(|param| param.name().as_bytes() == name)
    }

    /// Calls with `passed` arguments that are the first of `cells`, of which there are at least as
    /// many as parameters, the others Uninit. They are coerced in place; `strict` as the caller's
    /// file declares.
    #[inline]
    pub fn run(
        &'static self,
        host: &mut dyn Host,
        (cells, passed): (&mut [Value], usize),
        strict: bool,
    ) -> Res<Value> {
        let mut call = Call::new(host, self, strict, passed);
        call.take_arguments(cells)?;
        (self.thunk)(&mut call, cells)
    }

    /// Coerces the arguments of a call that fails for another reason, which only comes behind them.
    pub fn coerce(
        &'static self,
        host: &mut dyn Host,
        (cells, passed): (&mut [Value], usize),
        strict: bool,
    ) -> Res<()> {
        Call::new(host, self, strict, passed).take_arguments(cells)
    }

    /// Whether a call with `passed` arguments can leave the others to their defaults.
    pub fn is_plain_for(&self, passed: usize) -> bool {
        let is_free = |param: &Param| param.default != Default::Required;
        let missing = self.params.get(passed..);
        missing.is_some_and(|params| params.iter().all(is_free)) && !self.all_or_none
    }

    /// Whether all values are of their parameters' types already, without a look inside.
    #[inline(always)]
    pub fn accepts(&self, args: &[Value]) -> bool {
        self.params.iter().zip(args).all(|(param, arg)| param.takes(arg))
    }

    /// Calls on `cells`, one for each parameter, of which the first `passed` are accepted
    /// ([`accepts`](Self::accepts)) and the others have their defaults
    /// ([`Param::left_out`]), when that is plain ([`is_plain_for`](Self::is_plain_for)).
    #[inline(always)]
    pub fn run_filled(
        &'static self,
        host: &mut dyn Host,
        (cells, passed): (&mut [Value], usize),
    ) -> Res<Value> {
        (self.thunk)(&mut Call::new(host, self, false, passed), cells)
    }

    /// Calls with `args`, which are coerced in place; `strict` as the caller's file declares.
    pub fn call(
        &'static self,
        host: &mut dyn Host,
        args: &mut [Value],
        strict: bool,
    ) -> Res<Value> {
        let mut call = Call::new(host, self, strict, args.len());
        if args.len() >= self.params.len() {
            call.take_arguments(args)?;
            return (self.thunk)(&mut call, args);
        }
        let mut cells = Vec::with_capacity(self.params.len());
        cells.extend(args.iter_mut().map(std::mem::take));
        cells.resize_with(self.params.len(), || Value::UNINIT);
        call.take_arguments(&mut cells)?;
        (self.thunk)(&mut call, &mut cells)
    }
}

/// The builtins and constants of one topic of an extension.
#[derive(Debug)]
pub struct Table {
    /// The name of the extension, in lower case.
    pub extension: &'static str,
    /// The folder.
    pub topic: &'static str,
    /// The functions.
    pub natives: &'static [Native],
    /// The constants.
    pub constants: &'static [Constant],
}

/// A constant of an extension.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Constant {
    /// The name.
    pub name: &'static str,
    /// The value.
    pub value: Default,
}
