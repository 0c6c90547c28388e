//! Literal values: what a unit knows without running.
//!
//! # Invariants
//! - Keys of an array are what PHP makes of them: a string key is not the form of an integer.
//! - Later entries with the key of an earlier one replace its value and keep its place; a literal
//!   array has no two entries with one key.

use crate::imm::{Double, StrId};

/// A value that needs no code.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Double(Double),
    /// A string of the unit.
    Str(StrId),
    /// An array.
    Array(ArrayLit),
}

/// An array in the order of its entries.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct ArrayLit {
    /// Keys and values.
    pub entries: Vec<(Key, Literal)>,
}

/// The key of an array.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// An integer key.
    Int(i64),
    /// A string key.
    Str(StrId),
}

impl ArrayLit {
    /// Whether the keys are 0, 1, 2, … in this order.
    pub fn is_list(&self) -> bool {
        (0i64..).zip(&self.entries).all(|(at, (key, _))| *key == Key::Int(at))
    }
}

impl Literal {
    /// Names every string in the literal.
    pub fn strings(&self, each: &mut dyn FnMut(StrId)) {
        match self {
            Self::Str(name) => each(*name),
            Self::Array(array) => array.strings(each),
            Self::Null | Self::Bool(_) | Self::Int(_) | Self::Double(_) => {}
        }
    }
}

impl ArrayLit {
    /// Names every string in the array.
    pub fn strings(&self, each: &mut dyn FnMut(StrId)) {
        for (key, value) in &self.entries {
            if let Key::Str(name) = key {
                each(*name);
            }
            value.strings(each);
        }
    }
}
