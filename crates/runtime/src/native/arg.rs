//! Which Rust types stand for which PHP types, as arguments and as results.

use super::call::Call;
use super::mask;
use crate::array::Array;
use crate::object::Reference;
use crate::raise::{OrExit as _, Res};
use crate::string::{self, Str};
use crate::value::{Value, View};

/// A Rust type that a parameter may have. Borrowed arguments live as long as their cells.
pub trait FromArg<'a> {
    /// The PHP types it can hold.
    const HOLDS: u16;
    /// Whether the parameter is by reference.
    const BY_REF: bool = false;

    /// What a coerced cell holds (N2).
    fn from_cell(cell: &'a Value) -> Self;
}

#[cold]
fn uncoerced(cell: &Value) -> ! {
    unreachable!("invariant N2: {:?} was coerced", cell.tag())
}

macro_rules! from_cell {
    ($($ty:ty, $mask:ident, $view:pat => $value:expr;)+) => {$(
        impl<'a> FromArg<'a> for $ty {
            const HOLDS: u16 = mask::$mask;
            #[inline]
            fn from_cell(cell: &'a Value) -> Self {
                match cell.view() {
                    $view => $value,
                    _ => uncoerced(cell),
                }
            }
        }
    )+};
}
from_cell! {
    i64, INT, View::Int(value) => value;
    f64, FLOAT, View::Float(value) => value;
    bool, BOOL, View::Bool(value) => value;
    &'a Array, ARRAY, View::Array(value) => value;
}

impl<'a> FromArg<'a> for &'a Str {
    const HOLDS: u16 = mask::STRING | mask::PATH;
    #[inline]
    fn from_cell(cell: &'a Value) -> Self {
        match cell.view() {
            View::Str(value) => value,
            _ => uncoerced(cell),
        }
    }
}

impl<'a> FromArg<'a> for &'a Value {
    const HOLDS: u16 = mask::ANY;
    #[inline]
    fn from_cell(cell: &'a Value) -> Self {
        cell
    }
}

/// `None` for `null`, and for an argument that was left out.
impl<'a, T: FromArg<'a>> FromArg<'a> for Option<T> {
    const HOLDS: u16 = T::HOLDS | mask::NULL;
    #[inline]
    fn from_cell(cell: &'a Value) -> Self {
        (!cell.is_null()).then(|| T::from_cell(cell))
    }
}

/// A `mixed` argument that may be left out, which is not the same as `null`.
pub struct Passed<'a>(pub Option<&'a Value>);

impl<'a> FromArg<'a> for Passed<'a> {
    const HOLDS: u16 = mask::ANY;
    fn from_cell(cell: &'a Value) -> Self {
        let is_passed = !matches!(cell.view(), View::Uninit);
        Self(is_passed.then_some(cell))
    }
}

/// `&$x`.
impl<'a> FromArg<'a> for &'a Reference {
    const HOLDS: u16 = mask::ANY;
    const BY_REF: bool = true;
    fn from_cell(cell: &'a Value) -> Self {
        match cell.view() {
            View::Ref(reference) => reference,
            _ => uncoerced(cell),
        }
    }
}

/// `array &$x`: a variable that holds an array when the body starts.
pub struct ArrayRef<'a>(&'a Reference);

impl<'a> FromArg<'a> for ArrayRef<'a> {
    const HOLDS: u16 = mask::ARRAY | mask::SHARED;
    const BY_REF: bool = true;
    fn from_cell(cell: &'a Value) -> Self {
        Self(<&Reference>::from_cell(cell))
    }
}

impl ArrayRef<'_> {
    /// A count of the array.
    pub fn get(&self) -> Array {
        self.0.peek().as_array().cloned().unwrap_or_default()
    }

    /// Puts `array` into the variable.
    pub fn set(&self, array: Array) {
        self.0.set(array.into());
    }

    /// Puts the same elements in another order into the variable; loops by reference go on at the
    /// position where they are.
    pub fn set_reordered(&self, mut array: Array) {
        array.take_cursors(self.0.peek().as_array().unwrap_or(&Array::new()));
        self.set(array);
    }

    /// Runs `change` on the array in place. V3: `change` runs no script code.
    pub fn with<T>(&self, change: impl FnOnce(&mut Array) -> T) -> T {
        let mut variable = self.0.clone();
        let mut slot = variable.slot_mut();
        match slot.as_array_mut() {
            Some(array) => change(array),
            None => change(&mut Array::new()),
        }
    }
}

/// A Rust type that a body may return.
pub trait IntoReturn {
    /// As a value.
    fn into_return(self, call: &mut Call<'_>) -> Res<Value>;
}

macro_rules! into_return {
    ($($ty:ty),+) => {$(
        impl IntoReturn for $ty {
            #[inline]
            fn into_return(self, _: &mut Call<'_>) -> Res<Value> {
                Ok(Value::from(self))
            }
        }
    )+};
}
into_return! { i64, f64, bool, Str, Array, Value }

impl IntoReturn for () {
    fn into_return(self, _: &mut Call<'_>) -> Res<Value> {
        Ok(Value::NULL)
    }
}

/// Text that the body built outside of the request heap.
impl IntoReturn for Vec<u8> {
    fn into_return(self, call: &mut Call<'_>) -> Res<Value> {
        Ok(Str::new(&self).or_exit(call.rq())?.into())
    }
}

impl IntoReturn for &'static str {
    fn into_return(self, _: &mut Call<'_>) -> Res<Value> {
        Ok(string::intern(self.as_bytes()).into())
    }
}

/// `?T`.
impl<T: IntoReturn> IntoReturn for Option<T> {
    fn into_return(self, call: &mut Call<'_>) -> Res<Value> {
        self.map_or(Ok(Value::NULL), |value| value.into_return(call))
    }
}

/// `T|false`.
pub struct OrFalse<T>(pub Option<T>);

impl<T: IntoReturn> IntoReturn for OrFalse<T> {
    fn into_return(self, call: &mut Call<'_>) -> Res<Value> {
        self.0.map_or(Ok(Value::bool(false)), |value| value.into_return(call))
    }
}
