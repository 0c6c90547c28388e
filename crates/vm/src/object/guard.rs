//! Which magic methods run, for which object and name: inside one, its own property is plain.

use runtime::object::Object;
use runtime::string::Str;

/// A magic method for properties.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Get,
    Set,
    Isset,
    Unset,
}

struct Guard {
    object: u32,
    kind: Kind,
    name: Str,
}

/// The magic methods that run, innermost last.
#[derive(Default)]
pub struct Guards(Vec<Guard>);

impl Guards {
    /// Whether the method runs for this object and name.
    pub(crate) fn has(&self, object: &Object, kind: Kind, name: &Str) -> bool {
        let is_it = |guard: &Guard| {
            guard.object == object.id() && guard.kind == kind && guard.name == *name
        };
        !self.0.is_empty() && self.0.iter().rev().any(is_it)
    }

    /// Says that the method runs.
    pub(crate) fn enter(&mut self, object: &Object, kind: Kind, name: &Str) {
        self.0.push(Guard { object: object.id(), kind, name: name.clone() });
    }

    /// Ends what the last [`enter`](Self::enter) began.
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }
}
