//! Methods of the engine's library whose bodies are an extension's.
//!
//! The class is declared in the library, where the method is marked `#[Native]`; parameters are
//! verified there, as those of every method are.

use super::call::{Call, Host};
use crate::array::Array;
use crate::object::{ClassId, Object, WeakObject};
use crate::raise::Res;
use crate::string::Str;
use crate::value::{Value, View};

/// The body of a method.
pub type MethodBody = fn(&mut Call<'_>, &Arguments) -> Res<Value>;

/// A method.
#[derive(Debug)]
pub struct Method {
    /// `class::method`, in lower case.
    pub name: &'static str,
    /// Its body.
    pub body: MethodBody,
}

/// What an extension brings to classes of the library.
#[derive(Debug)]
pub struct Classes {
    /// The bodies of methods.
    pub methods: &'static [&'static [Method]],
    /// What is told of an object that was watched and is gone.
    pub departed: fn(&mut dyn Host, WeakObject),
}

/// What a method is called with.
pub struct Arguments {
    this: Option<Object>,
    values: Vec<Value>,
    /// What stands for a parameter that there is not.
    none: Value,
    /// The class that a static method was called on.
    called: Option<ClassId>,
}

impl Arguments {
    /// The object and the values of the parameters.
    pub fn new(this: Option<Object>, values: Vec<Value>) -> Self {
        Self { this, values, none: Value::NULL, called: None }
    }

    /// The same, of a method that was called on this class.
    pub fn on_class(self, called: Option<ClassId>) -> Self {
        Self { called, ..self }
    }

    /// The class that a static method was called on.
    pub fn called(&self) -> Option<ClassId> {
        self.called
    }

    /// The object.
    ///
    /// # Panics
    /// In a static method.
    pub fn this(&self) -> &Object {
        self.this.as_ref().expect("invariant: a method that is not static has an object")
    }

    /// The object as a value; null in a static method.
    pub fn this_value(&self) -> Value {
        self.this.clone().map_or(Value::NULL, Value::from)
    }

    /// The value of a parameter, which counts from 0.
    pub fn value(&self, at: usize) -> &Value {
        self.values.get(at).map_or(&self.none, Value::unboxed)
    }

    /// The variable that is passed by reference.
    pub fn variable(&self, at: usize) -> &Value {
        self.values.get(at).unwrap_or(&self.none)
    }

    /// Whether a parameter is null or was left out.
    pub fn is_null(&self, at: usize) -> bool {
        matches!(self.value(at).view(), View::Null | View::Uninit)
    }

    /// The bytes of a string, which may be null.
    pub fn text(&self, at: usize) -> Option<&[u8]> {
        self.value(at).as_str().map(Str::as_bytes)
    }

    /// The bytes of a string; none for null.
    pub fn bytes(&self, at: usize) -> &[u8] {
        self.text(at).unwrap_or_default()
    }

    /// An int; 0 for null.
    pub fn int(&self, at: usize) -> i64 {
        self.value(at).as_int().unwrap_or(0)
    }

    /// A bool; false for null.
    pub fn flag(&self, at: usize) -> bool {
        matches!(self.value(at).view(), View::Bool(true))
    }

    /// An object, which may be null.
    pub fn object(&self, at: usize) -> Option<&Object> {
        match self.value(at).view() {
            View::Object(object) => Some(object),
            _ => None,
        }
    }

    /// An array, which may be null.
    pub fn array(&self, at: usize) -> Option<&Array> {
        self.value(at).as_array()
    }
}
