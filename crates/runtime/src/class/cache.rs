//! Classes that were linked before, so that requests share them (K2 of `link`).

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use super::link::{Bases, Loader};
use super::member::Declared;
use super::{Class, ClassId};
use crate::raise::Res;
use crate::string::StaticStr;

/// A record by its address, which is never used again, and what it was linked with.
type Key = (usize, Bases);

/// A class, and the classes that rules about types looked at.
struct Entry {
    found: Vec<(StaticStr, ClassId)>,
    class: ClassId,
}

static LINKED: RwLock<Option<HashMap<Key, Vec<Entry>>>> = RwLock::new(None);

fn address(declared: Declared) -> usize {
    std::ptr::from_ref(declared.class).addr()
}

/// The class that a record makes with these bases, if it was linked while the same names stood
/// for the same classes.
pub(super) fn find(
    loader: &mut dyn Loader,
    (declared, bases): (Declared, &Bases),
) -> Res<Option<&'static Class>> {
    let candidates: Vec<(Vec<(StaticStr, ClassId)>, ClassId)> = {
        let linked = LINKED.read().unwrap_or_else(PoisonError::into_inner);
        let Some(linked) = linked.as_ref() else { return Ok(None) };
        let entries = linked.get(&(address(declared), bases.clone()));
        let entries = entries.map_or(&[][..], |entries| entries);
        entries.iter().map(|entry| (entry.found.clone(), entry.class)).collect()
    };
    for (found, class) in candidates {
        let mut same = true;
        for (name, id) in found {
            same = same && loader.class(name.as_bytes(), false)? == Some(id);
        }
        if same {
            return Ok(Some(class.class()));
        }
    }
    Ok(None)
}

/// Notes a class for later requests.
pub(super) fn add(
    (declared, bases): (Declared, Bases),
    found: Vec<(StaticStr, ClassId)>,
    class: &'static Class,
) {
    let mut linked = LINKED.write().unwrap_or_else(PoisonError::into_inner);
    let entries = linked.get_or_insert_default().entry((address(declared), bases)).or_default();
    entries.push(Entry { found, class: class.id });
}
