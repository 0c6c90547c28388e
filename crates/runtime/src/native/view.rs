//! An object as it is shown: its class and its properties.

use crate::conv::KeyValue;
use crate::value::Value;

/// What an object is shown for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// For people: `__debugInfo` may say what there is.
    Debug,
    /// As code: virtual properties too.
    Export,
}

/// Whose a property is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Owner {
    /// Everybody's.
    Public,
    /// The class's and those below it.
    Protected,
    /// This class's.
    Private(String),
}

/// A property that is shown.
pub struct Row {
    /// Its name.
    pub name: KeyValue,
    /// Whose it is.
    pub owner: Owner,
    /// Its value, perhaps a reference; Uninit when it has none.
    pub value: Value,
    /// Its declared type, for one that has no value.
    pub ty: String,
}

/// An object.
#[derive(Default)]
pub struct ObjectView {
    /// The name of its class.
    pub class: String,
    /// What is said before `object`: how it is lazy.
    pub mark: &'static str,
    /// The name of an enum's case.
    pub case: Option<String>,
    /// The type that backs an enum's cases.
    pub backing: Option<&'static str>,
    /// Whether it is a `stdClass`.
    pub is_plain: bool,
    /// Its properties.
    pub rows: Vec<Row>,
    /// Whether the properties are a list that was made to be shown.
    pub is_made: bool,
    /// What is thrown once the object is shown.
    pub thrown: Option<Value>,
}
