//! What extensions keep per request, by type.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Types are told apart by numbers that are hashes already.
#[derive(Default)]
struct TypeHasher(u64);

impl Hasher for TypeHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, _) = bytes.as_chunks::<8>();
        self.0 = words.iter().fold(self.0, |hash, word| hash ^ u64::from_ne_bytes(*word));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 ^= word;
    }
}

/// One value of each type that was asked for, made when first needed.
#[derive(Default)]
pub struct State {
    by_type: HashMap<TypeId, Box<dyn Any>, BuildHasherDefault<TypeHasher>>,
}

impl State {
    /// The value of type `T`.
    pub fn of<T: Any + Default>(&mut self) -> &mut T {
        let held = self.by_type.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        held.downcast_mut().expect("invariant: a value is kept under its own type")
    }
}
