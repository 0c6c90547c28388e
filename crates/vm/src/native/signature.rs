//! Rows of the native tables, and how arguments become what a body takes.

use runtime::array::Array;
use runtime::conv;
use runtime::raise::{OrExit, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use crate::func::{ByRef, Func, NativeBody, NativeFn};
use crate::request::Request;

/// A native function.
pub(crate) struct Row {
    /// Its name.
    pub name: &'static str,
    /// The fewest and the most arguments.
    pub arity: (u32, u32),
    /// The parameters by reference, by bit.
    pub by_ref: u64,
    /// Converts the arguments and calls the body.
    pub run: NativeFn,
}

impl Row {
    /// As a function.
    pub(crate) fn func(&self) -> Func {
        let body = NativeBody { run: self.run, arity: self.arity };
        Func::native(intern(self.name.as_bytes()), ByRef { bits: self.by_ref }, body)
    }
}

/// Which argument of which function, for errors.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub func: &'static str,
    pub param: &'static str,
    pub number: usize,
}

/// A type of parameter.
pub(crate) trait Arg: Sized {
    /// Whether it may be left out, and is then `None`.
    const OPTIONAL: bool = false;
    /// The argument, or what is to be there when it was not given.
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self>;
}

/// A type of result.
pub(crate) trait Ret {
    /// As a value.
    fn into_value(self) -> Value;
}

fn wrong<T>(rq: &mut Request, value: Option<&Value>, place: Place, wanted: &str) -> Res<T> {
    let given = value.map_or_else(|| "null".to_owned(), |value| conv::type_name(rq, value));
    let Place { func, param, number } = place;
    let text =
        format!("{func}(): Argument #{number} (${param}) must be of type {wanted}, {given} given");
    Err(rq.throw_error("typeerror", &text))
}

fn null_given(rq: &mut Request, place: Place, wanted: &str) -> Res<()> {
    let Place { func, param, number } = place;
    rq.deprecate(&format!(
        "{func}(): Passing null to parameter #{number} (${param}) of type {wanted} is deprecated"
    ))
}

impl Arg for i64 {
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        let Some(value) = value else { return Ok(0) };
        match value.unboxed().view() {
            View::Int(int) => Ok(int),
            View::Null => null_given(rq, place, "int").map(|()| 0),
            View::Bool(value) => Ok(i64::from(value)),
            View::Float(float) if conv::fits_int(float) => runtime::ops::float_to_int(rq, float),
            View::Str(text) => match conv::numeric::whole(text).map(|found| found.number) {
                Some(conv::numeric::Number::Int(int)) => Ok(int),
                Some(conv::numeric::Number::Float(float)) if conv::fits_int(float) => {
                    runtime::ops::float_to_int(rq, float)
                }
                _ => wrong(rq, Some(value), place, "int"),
            },
            _ => wrong(rq, Some(value), place, "int"),
        }
    }
}

impl Arg for f64 {
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        let Some(value) = value else { return Ok(0.0) };
        match value.unboxed().view() {
            View::Float(float) => Ok(float),
            View::Int(int) => Ok(int as f64),
            View::Null => null_given(rq, place, "float").map(|()| 0.0),
            View::Bool(value) => Ok(f64::from(u8::from(value))),
            View::Str(text) => match conv::numeric::whole(text).map(|found| found.number) {
                Some(conv::numeric::Number::Int(int)) => Ok(int as f64),
                Some(conv::numeric::Number::Float(float)) => Ok(float),
                None => wrong(rq, Some(value), place, "float"),
            },
            _ => wrong(rq, Some(value), place, "float"),
        }
    }
}

impl Arg for bool {
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        match value.map(|value| value.unboxed()) {
            Some(value) if value.as_array().is_some() => wrong(rq, Some(value), place, "bool"),
            Some(value) => Ok(conv::to_bool(value)),
            None => Ok(false),
        }
    }
}

impl Arg for Str {
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        let value = value.map(|value| value.unboxed().clone());
        match value.as_ref().map(Value::view) {
            None => Ok(runtime::string::empty().to_str()),
            Some(View::Str(text)) => Ok(text.clone()),
            Some(View::Null) => {
                null_given(rq, place, "string")?;
                Ok(runtime::string::empty().to_str())
            }
            Some(View::Array(_) | View::Resource(_) | View::Object(_)) => {
                wrong(rq, value.as_ref(), place, "string")
            }
            Some(_) => match &value {
                Some(value) => conv::to_str(rq, value),
                None => Ok(runtime::string::empty().to_str()),
            },
        }
    }
}

impl Arg for Array {
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        match value.and_then(|value| value.unboxed().as_array()) {
            Some(array) => Ok(array.clone()),
            None => wrong(rq, value, place, "array"),
        }
    }
}

impl Arg for Value {
    fn take(_: &mut Request, value: Option<&Value>, _: Place) -> Res<Self> {
        Ok(value.map_or(Value::NULL, |value| value.unboxed().clone()))
    }
}

impl<T: Arg> Arg for Option<T> {
    const OPTIONAL: bool = true;
    fn take(rq: &mut Request, value: Option<&Value>, place: Place) -> Res<Self> {
        value.map(|value| T::take(rq, Some(value), place)).transpose()
    }
}

impl Ret for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl Ret for () {
    fn into_value(self) -> Value {
        Value::NULL
    }
}

macro_rules! ret_by_from {
    ($($ty:ty),*) => {$(
        impl Ret for $ty {
            fn into_value(self) -> Value {
                Value::from(self)
            }
        }
    )*};
}

ret_by_from!(i64, f64, bool, Str, Array);

/// A string of these bytes.
pub(crate) fn text(rq: &mut Request, bytes: &[u8]) -> Res<Str> {
    Str::new(bytes).or_exit(rq)
}

/// All further arguments.
pub(crate) struct Rest(pub Vec<Value>);

/// Declares native functions: `natives! { name(param: Type, …) -> Type; … }`. The body is the
/// function of that name in scope, which gets the request and the converted arguments.
macro_rules! natives {
    ($( $name:ident($($param:ident: $ty:ty),* $(; $rest:ident)?) -> $ret:ty; )*) => {
        /// The functions of this room.
        pub(super) const ROWS: &[$crate::native::signature::Row] = &[$({
            use $crate::native::signature::{Arg, Place, Ret, Row};
            fn run(
                rq: &mut $crate::request::Request,
                args: &mut [runtime::value::Value],
            ) -> runtime::raise::Res<runtime::value::Value> {
                #[allow(unused_mut, unused_variables)]
                let mut number = 0;
                $(
                    let place =
                        Place { func: stringify!($name), param: stringify!($param), number: number + 1 };
                    let $param = <$ty as Arg>::take(rq, args.get(number), place)?;
                    number += 1;
                )*
                $( let $rest = $crate::native::signature::Rest(
                    args.iter().skip(number).map(|value| value.unboxed().clone()).collect(),
                ); )?
                let _ = number;
                let result: runtime::raise::Res<$ret> = $name(rq $(, $param)* $(, $rest)?);
                result.map(Ret::into_value)
            }
            #[allow(unused_mut)]
            const ARITY: (u32, u32) = {
                let (mut least, mut most) = (0, 0);
                $(
                    most += 1;
                    if !<$ty as Arg>::OPTIONAL {
                        least = most;
                    }
                )*
                $( let _ = stringify!($rest); most = u32::MAX; )?
                (least, most)
            };
            Row { name: stringify!($name), arity: ARITY, by_ref: 0, run }
        }),*];
    };
}

pub(crate) use natives;
