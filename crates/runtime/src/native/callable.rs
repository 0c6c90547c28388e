//! What a callable value calls, found once and called often.

use std::any::Any;

use crate::object::{ClassId, Object};
use crate::string::Str;

/// A resolved callable. Only the request that made it knows what `func` is.
#[derive(Clone)]
pub struct Callable {
    /// The function, as the interpreter has it.
    pub func: &'static (dyn Any + Send + Sync),
    /// `$this`; for a closure the closure itself.
    pub this: Option<Object>,
    /// The class that `static` names, without `$this`.
    pub class: Option<ClassId>,
    /// The method that was asked for, where `__call` or `__callStatic` answers.
    pub magic: Option<Str>,
}

impl std::fmt::Debug for Callable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Callable").field("class", &self.class).finish_non_exhaustive()
    }
}
