//! Declared types of parameters, results, properties and constants.
//!
//! A constraint is a set of builtin hints and a list of class terms; PHP prints and checks it in
//! one fixed order however it was written, so the order of the source is not kept.
//!
//! # Invariants
//! - `mixed` stands alone. `iterable` brings `array` and the class `Traversable` along.

use crate::flags::bit_set;
use crate::imm::{ClsRef, StrId};

bit_set! {
    /// Builtin types of a declaration. Printed in this order, which is PHP's.
    Hint(u32) {
        /// Any value.
        mixed = 1 << 0,
        /// An instance of the class the function was called on.
        r#static = 1 << 1,
        /// What can be called.
        callable = 1 << 2,
        /// Any object.
        object = 1 << 3,
        /// An array.
        array = 1 << 4,
        /// A string.
        string = 1 << 5,
        /// An integer.
        int = 1 << 6,
        /// A float.
        float = 1 << 7,
        /// `false`.
        r#false = 1 << 8,
        /// `true`.
        r#true = 1 << 9,
        /// No result.
        void = 1 << 10,
        /// Does not return.
        never = 1 << 11,
        /// `null`.
        null = 1 << 12,
        /// Says that `Traversable|array` was written as `iterable`.
        iterable = 1 << 13,
        /// `false` or `true`.
        bool = 1 << 8 | 1 << 9,
    }
}

/// A declared type.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct TypeConstraint {
    /// The builtin types, any of which will do.
    pub hints: Hint,
    /// The classes, any of which will do.
    pub classes: Vec<ClassTerm>,
}

/// One alternative of a declared type that asks for an object.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ClassTerm {
    /// An instance of this class.
    One(ClsRef),
    /// An instance of all these classes.
    All(Vec<ClsRef>),
}

impl TypeConstraint {
    /// The type of these hints alone.
    pub fn of(hints: Hint) -> Self {
        Self { hints, classes: Vec::new() }
    }

    /// The type as PHP prints it, with `self`, `static` and class names as `name` gives them.
    pub fn text(&self, name: &mut dyn FnMut(ClsRef) -> String) -> String {
        let mut parts: Vec<String> = Vec::new();
        for term in &self.classes {
            parts.push(match term {
                ClassTerm::One(cls) => name(*cls),
                ClassTerm::All(classes) => {
                    let all: Vec<String> = classes.iter().map(|cls| name(*cls)).collect();
                    let bare = self.classes.len() == 1 && self.hints == Hint::NONE;
                    if bare { all.join("&") } else { format!("({})", all.join("&")) }
                }
            });
        }
        if self.hints.has(Hint::r#static) {
            parts.push(name(ClsRef::Static));
        }
        parts.extend(self.hint_words().map(str::to_owned));
        let null = self.hints.has(Hint::null);
        match parts.as_slice() {
            [one] if null && !one.starts_with('(') => return format!("?{one}"),
            _ if null => parts.push("null".to_owned()),
            _ => {}
        }
        parts.join("|")
    }

    /// The words of the hints in order, without `static`, `null` and `iterable`.
    fn hint_words(&self) -> impl Iterator<Item = &'static str> + '_ {
        let both = self.hints.has(Hint::bool);
        Hint::NAMED.iter().filter_map(move |(name, hint)| {
            let word = match *hint {
                Hint::r#static | Hint::null | Hint::iterable | Hint::bool => return None,
                Hint::r#false if both => "bool",
                Hint::r#true if both => return None,
                _ => name,
            };
            self.hints.has(*hint).then_some(word)
        })
    }

    /// Names every class in the type.
    pub fn class_names(&self, each: &mut dyn FnMut(StrId)) {
        let mut name = |cls: &ClsRef| {
            if let ClsRef::Named(name) = cls {
                each(*name);
            }
        };
        for term in &self.classes {
            match term {
                ClassTerm::One(cls) => name(cls),
                ClassTerm::All(classes) => classes.iter().for_each(&mut name),
            }
        }
    }
}
