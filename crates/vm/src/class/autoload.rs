//! Autoloading: callables that are asked for classes that are not declared.

use runtime::native::{Callable, Host};
use runtime::object::ClassId;
use runtime::raise::{OrExit, Res};
use runtime::rds::Space;
use runtime::string::Str;
use runtime::value::Value;

use super::from_cell;
use crate::request::Request;

/// A callable, and what it calls where it was registered: a method that is not public elsewhere.
#[derive(Clone)]
pub struct Loader {
    /// The callable, as scripts see it.
    pub callback: Value,
    /// What it calls.
    pub callable: Callable,
}

/// What is asked, and what is being asked for.
#[derive(Default)]
pub struct Autoload {
    /// The loaders, in the order in which they are asked.
    pub loaders: Vec<Loader>,
    /// Names in lower case that are being loaded.
    pending: Vec<Box<[u8]>>,
}

/// Whether a class can have this name.
pub(crate) fn is_class_name(name: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\' | 128..);
    !name.is_empty() && name.iter().all(is_part)
}

impl Request {
    /// Asks the callables for a class, one after the other, until it is there.
    pub(super) fn autoload(&mut self, name: &[u8], folded: &[u8]) -> Res<Option<ClassId>> {
        let is_pending = self.autoload.pending.iter().any(|known| **known == *folded);
        if is_pending || self.autoload.loaders.is_empty() || !is_class_name(name) {
            return Ok(None);
        }
        self.autoload.pending.push(folded.into());
        let found = self.ask_for_class(name, folded);
        self.autoload.pending.pop();
        found
    }

    fn ask_for_class(&mut self, name: &[u8], folded: &[u8]) -> Res<Option<ClassId>> {
        let name = Value::from(Str::new(name).or_exit(self)?);
        let mut at = 0;
        while let Some(loader) = self.autoload.loaders.get(at).cloned() {
            Host::call(self, &loader.callable, std::slice::from_ref(&name))?;
            if let Some(bound) = self.rds.find(Space::Class, folded) {
                return Ok(Some(from_cell(bound)));
            }
            at += 1;
        }
        Ok(None)
    }
}
