//! What extensions keep per request, by type.

use std::any::{Any, TypeId};

/// One value of each type that was asked for, made when first needed. The last one that was asked
/// for is the first: a function that runs often finds its own at once.
#[derive(Default)]
pub struct State {
    held: Vec<(TypeId, Box<dyn Any>)>,
}

impl State {
    /// The value of type `T`.
    #[inline]
    pub fn of<T: Any + Default>(&mut self) -> &mut T {
        if self.held.first().is_none_or(|(id, _)| *id != TypeId::of::<T>()) {
            self.bring_forward(TypeId::of::<T>(), || Box::new(T::default()));
        }
        self.held[0].1.downcast_mut().expect("invariant: a value is kept under its own type")
    }

    #[cold]
    fn bring_forward(&mut self, id: TypeId, make: fn() -> Box<dyn Any>) {
        let found = self.held.iter().position(|(held, _)| *held == id);
        let at = found.unwrap_or_else(|| {
            self.held.push((id, make()));
            self.held.len() - 1
        });
        self.held.swap(0, at);
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn each_type_has_its_own_value() {
        let mut state = State::default();
        *state.of::<i64>() = 5;
        state.of::<String>().push('a');
        *state.of::<i64>() += 1;
        assert_eq!(state.of::<Vec<u8>>().len(), 0);
        assert_eq!(*state.of::<i64>(), 6);
        assert_eq!(state.of::<String>(), "a");
    }
}
