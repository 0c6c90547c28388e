//! Classes of the engine's library that the interpreter knows by itself.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use runtime::class::Class;
use runtime::object::ClassId;
use runtime::raise::Res;
use runtime::rds::{Handle, Space, slot_for};
use runtime::string::intern;

use crate::class::from_cell;
use crate::request::Request;

/// A class that is known by its number once the library declared it; it keeps the number for the
/// life of the process.
pub(crate) struct Known {
    name: &'static [u8],
    /// The number plus one.
    number: AtomicU32,
    /// Where a request keeps what the name stands for in it.
    slot: OnceLock<Option<Handle>>,
}

macro_rules! known_classes {
    ($($(#[$doc:meta])* $id:ident = $name:literal;)+) => {
        $($(#[$doc])* pub(crate) static $id: Known =
            Known { name: $name, number: AtomicU32::new(0), slot: OnceLock::new() };)+
        const ALL: &[&Known] = &[$(&$id),+];
    };
}

known_classes! {
    /// `stdClass`
    STD_CLASS = b"stdClass";
    /// `Throwable`
    THROWABLE = b"Throwable";
    /// `TypeError`
    TYPE_ERROR = b"TypeError";
    /// `Closure`
    CLOSURE = b"Closure";
    /// `__PHP_Incomplete_Class`
    INCOMPLETE = b"__PHP_Incomplete_Class";
    /// `Fiber`
    FIBER = b"Fiber";
    /// `Generator`
    GENERATOR = b"Generator";
    /// `Traversable`
    TRAVERSABLE = b"Traversable";
    /// `Iterator`
    ITERATOR = b"Iterator";
    /// `IteratorAggregate`
    ITERATOR_AGGREGATE = b"IteratorAggregate";
    /// `ArrayAccess`
    ARRAY_ACCESS = b"ArrayAccess";
    /// `ArrayObject`
    ARRAY_OBJECT = b"ArrayObject";
    /// `ArrayIterator`
    ARRAY_ITERATOR = b"ArrayIterator";
    /// `WeakReference`
    WEAK_REFERENCE = b"WeakReference";
    /// `WeakMap`
    WEAK_MAP = b"WeakMap";
    /// `Stringable`
    STRINGABLE = b"Stringable";
    /// `SensitiveParameterValue`
    SENSITIVE_VALUE = b"SensitiveParameterValue";
    /// `SodiumException`
    SODIUM_EXCEPTION = b"SodiumException";
}

/// Whether objects of a class are neither serialized nor made of serialized text.
pub(crate) fn is_closed(class: &Class) -> bool {
    class.attrs.has(hhbc::func::Attrs::internal)
        || CLOSURE.is(class.id)
        || WEAK_MAP.is(class.id)
        || SENSITIVE_VALUE.is(class.id)
}

impl Known {
    /// The class, once it is declared.
    #[inline]
    pub(crate) fn id(&self) -> Option<ClassId> {
        self.number.load(Ordering::Relaxed).checked_sub(1).map(ClassId::from_number)
    }

    /// The class of this name in a request, of which objects may be made.
    #[inline]
    pub(crate) fn of(&self, rq: &mut Request) -> Res<ClassId> {
        if let Some(Some(slot)) = self.slot.get()
            && let Some(bound) = rq.rds.get(*slot)
        {
            return Ok(from_cell(bound));
        }
        self.found(rq)
    }

    #[cold]
    fn found(&self, rq: &mut Request) -> Res<ClassId> {
        let slot = *self.slot.get_or_init(|| slot_for(Space::Class, intern(&self.folded())));
        if let Some(bound) = slot.and_then(|slot| rq.rds.get(slot)) {
            return Ok(from_cell(bound));
        }
        let folded = self.folded();
        let class = rq.library_class(&String::from_utf8_lossy(&folded))?;
        if let Some(slot) = slot {
            // What was bound before there was a slot moves there.
            rq.rds.find_by_slot((Space::Class, intern(&folded)), slot);
        }
        Ok(class)
    }

    fn folded(&self) -> Vec<u8> {
        self.name.to_ascii_lowercase()
    }

    /// Whether it is this class.
    #[inline]
    pub(crate) fn is(&self, class: ClassId) -> bool {
        self.number.load(Ordering::Relaxed) == class.number() + 1
    }

    /// Whether a class is this one or below it.
    pub(crate) fn is_above(&self, class: ClassId) -> bool {
        self.id().is_some_and(|id| class.class().is_a(id))
    }
}

/// Notes a class of the library.
pub(crate) fn note(class: &Class) {
    if let Some(known) = ALL.iter().find(|known| known.name == class.name.as_bytes()) {
        known.number.store(class.id.number() + 1, Ordering::Relaxed);
    }
}
