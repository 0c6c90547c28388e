//! What extensions keep per request, by type.

use std::any::{Any, TypeId};
use std::collections::HashMap;

/// One value of each type that was asked for, made when first needed.
#[derive(Default)]
pub struct State {
    by_type: HashMap<TypeId, Box<dyn Any>>,
}

impl State {
    /// The value of type `T`.
    pub fn of<T: Any + Default>(&mut self) -> &mut T {
        let held = self.by_type.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        held.downcast_mut().expect("invariant: a value is kept under its own type")
    }
}
