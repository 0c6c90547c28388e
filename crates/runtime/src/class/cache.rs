//! Classes that were linked before, so that requests share them (K2 of `link`).

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::link::{Bases, LinkedClass, Loader};
use super::member::Declared;
use crate::raise::Res;

/// A record by its address, which is never used again, and what it was linked with.
type Key = (usize, Bases);

type Linked = HashMap<Key, Vec<Arc<LinkedClass>>>;

static LINKED: RwLock<Option<Linked>> = RwLock::new(None);

fn address(declared: Declared) -> usize {
    std::ptr::from_ref(declared.class).addr()
}

/// The class that a record makes with these bases, if it was linked while the names that rules
/// looked at stood for the same classes.
pub(super) fn find(
    loader: &mut dyn Loader,
    (declared, bases): &(Declared, Bases),
) -> Res<Option<Arc<LinkedClass>>> {
    let candidates: Vec<Arc<LinkedClass>> = {
        let linked = LINKED.read().unwrap_or_else(PoisonError::into_inner);
        let entries = linked.as_ref().map(|all| all.get(&(address(*declared), bases.clone())));
        entries.flatten().cloned().unwrap_or_default()
    };
    for linked in candidates {
        let mut same = true;
        for (name, id) in &linked.found {
            same = same && loader.class(name.as_bytes(), false)? == Some(*id);
        }
        if same {
            return Ok(Some(linked));
        }
    }
    Ok(None)
}

/// Notes a class for later requests. When another thread has linked the same meanwhile, that is the
/// class, and nobody will know of this one.
pub(super) fn add((declared, bases): (Declared, Bases), linked: LinkedClass) -> Arc<LinkedClass> {
    let mut all = LINKED.write().unwrap_or_else(PoisonError::into_inner);
    let entries = all.get_or_insert_default().entry((address(declared), bases)).or_default();
    if let Some(first) = entries.iter().find(|entry| entry.found == linked.found) {
        return Arc::clone(first);
    }
    let linked = Arc::new(linked);
    entries.push(Arc::clone(&linked));
    linked
}
