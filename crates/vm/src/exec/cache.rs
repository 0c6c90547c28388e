//! What a site remembers of the last class it met: one word, so that threads which share the code
//! always see a class and what belongs to it together.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};

use runtime::object::ClassId;
use runtime::string::Str;
use runtime::value::{DataType, types};

use super::Site;
use crate::func::Func;

const EMPTY: u64 = u64::MAX;

/// The cache of a site: the number of a class above 32 bits for what was found.
pub struct Cache(AtomicU64);

impl Cache {
    pub(super) const fn new() -> Self {
        Self(AtomicU64::new(EMPTY))
    }

    #[inline]
    fn get(&self, class: ClassId) -> Option<u32> {
        let word = self.0.load(Ordering::Relaxed);
        // No class has the number that an empty cache is of.
        (word >> 32 == u64::from(class.number())).then_some(word as u32)
    }

    fn set(&self, class: ClassId, found: u32) {
        self.0.store(u64::from(class.number()) << 32 | u64::from(found), Ordering::Relaxed);
    }

    /// The method that was found for a class.
    #[inline]
    pub(crate) fn method(&self, class: ClassId) -> Option<&'static Func> {
        self.get(class).and_then(Func::by_number)
    }

    /// The class that was met last, and its method.
    pub(crate) fn last_method(&self) -> Option<(u32, &'static Func)> {
        let (class, number) = self.last()?;
        Func::by_number(number).map(|func| (class, func))
    }

    /// Remembers the method of a class.
    pub(crate) fn set_method(&self, class: ClassId, func: &'static Func) {
        if let Some(number) = func.number() {
            self.set(class, number);
        }
    }

    /// The number of what was found for a class.
    #[inline]
    pub(crate) fn number(&self, class: ClassId) -> Option<u32> {
        self.get(class)
    }

    /// Remembers the number of what was found for a class.
    pub(crate) fn set_number(&self, class: ClassId, number: u32) {
        self.set(class, number);
    }

    /// The property that was found for a class.
    #[inline]
    pub(crate) fn slot(&self, class: ClassId) -> Option<PlainSlot> {
        self.get(class).map(PlainSlot)
    }

    /// The class of a value that was found for a class.
    #[inline]
    pub(crate) fn value(&self, class: ClassId) -> Option<ClassId> {
        self.get(class).map(ClassId::from_number)
    }

    /// Remembers the class of a value that fits the property of a class.
    fn set_value(&self, class: ClassId, value: ClassId) {
        self.set(class, value.number());
    }

    /// The class that was met last, and what was found for it.
    pub(crate) fn last(&self) -> Option<(u32, u32)> {
        let word = self.0.load(Ordering::Relaxed);
        (word != EMPTY).then_some(((word >> 32) as u32, word as u32))
    }

    /// The class that was met last, and its property.
    pub(crate) fn last_slot(&self) -> Option<(u32, PlainSlot)> {
        self.last().map(|(class, slot)| (class, PlainSlot(slot)))
    }

    /// Remembers the property of a class.
    fn set_slot(&self, class: ClassId, slot: PlainSlot) {
        self.set(class, slot.0);
    }
}

/// How much of sites that meet several classes a thread remembers.
const POLYMORPHIC: usize = 4096;

thread_local! {
    /// What was found, by site, kind and classes.
    static MET: [Cell<(Meeting, u32)>; POLYMORPHIC] =
        const { [const { Cell::new((Meeting::NONE, 0)) }; POLYMORPHIC] };
}

/// What a site meets: the site's address, with the kind in its low bits, a class, and for a value
/// in a property its class too; for a function the request. Or a name in place of the site, and the
/// scope.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Meeting {
    site: usize,
    class: u32,
    value: u32,
}

impl Meeting {
    const NONE: Self = Self { site: 0, class: 0, value: 0 };

    #[inline(always)]
    fn of(site: &'static Site, class: ClassId) -> Self {
        Self { site: std::ptr::from_ref(site) as usize, class: class.number(), value: 0 }
    }

    /// A meeting with a value.
    #[inline(always)]
    fn with(self, value: ClassId) -> Self {
        Self { site: self.site | 1, value: value.number(), ..self }
    }

    /// One of the two places where it is remembered; the other is beside it.
    #[inline(always)]
    fn place(self) -> usize {
        let classes = u64::from(self.class) << 40 ^ u64::from(self.value) << 20;
        let spread = (self.site as u64 ^ classes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (spread >> (64 - POLYMORPHIC.ilog2())) as usize
    }

    #[inline(always)]
    fn found(self) -> Option<u32> {
        let place = self.place();
        MET.with(|met| {
            let (known, found) = met[place].get();
            if known == self {
                return Some(found);
            }
            let (known, found) = met[place ^ 1].get();
            (known == self).then_some(found)
        })
    }

    /// Remembers it; of those in its two places the one that was met last stays.
    fn keep(self, found: u32) {
        let place = self.place();
        MET.with(|met| {
            let is_beside = met[place ^ 1].get().0 == self;
            let at = if is_beside { place ^ 1 } else { place };
            let last = met[at].replace((self, found));
            if last.0 != self {
                met[at ^ 1].set(last);
            }
        });
    }
}

/// The method that a site which has since met another class found for this one.
#[inline]
pub(crate) fn method_met(site: &'static Site, class: ClassId) -> Option<&'static Func> {
    Meeting::of(site, class).found().and_then(Func::by_number)
}

/// Remembers the method that a site found for a class.
pub(crate) fn meet_method(site: &'static Site, class: ClassId, func: &'static Func) {
    site.method_cache.set_method(class, func);
    if let Some(number) = func.number() {
        Meeting::of(site, class).keep(number);
    }
}

/// A request of this thread.
type Generation = u32;

impl Meeting {
    fn at(site: &'static Site, request: Generation) -> Self {
        let site = std::ptr::from_ref(site) as usize;
        Self { site: site | 2, class: request, value: 0 }
    }
}

/// The function that a site found for a name in this request. PHP: it means that one until the
/// request ends, whatever is defined later.
#[inline]
pub(crate) fn func_met(site: &'static Site, request: Generation) -> Option<&'static Func> {
    Meeting::at(site, request).found().and_then(Func::by_number)
}

/// Remembers the function that a site found.
pub(crate) fn meet_func(site: &'static Site, request: Generation, func: &'static Func) {
    if let Some(number) = func.number() {
        // So that it is known that something is remembered.
        site.value_cache.set(ClassId::from_number(0), 0);
        Meeting::at(site, request).keep(number);
    }
}

/// The property that a site which has since met another class found for this one.
#[inline]
pub(crate) fn slot_met(site: &'static Site, class: ClassId) -> Option<PlainSlot> {
    Meeting::of(site, class).found().map(PlainSlot)
}

/// Remembers the property that a site found for a class.
pub(crate) fn meet_slot(site: &'static Site, class: ClassId, slot: PlainSlot) {
    site.slot_cache.set_slot(class, slot);
    Meeting::of(site, class).keep(slot.0);
}

impl Meeting {
    /// A name of the process that code in a scope asks an object of a class for.
    fn of_name(name: &Str, class: ClassId, scope: Option<ClassId>) -> Self {
        let value = scope.map_or(0, |scope| scope.number() + 1);
        Self { site: name.as_block().addr().get() | 3, class: class.number(), value }
    }
}

/// The slot of the plain property that a name means, as `find` says; remembered for a name that lives
/// as long as the process.
#[inline]
pub(crate) fn slot_of_name(
    (name, class, scope): (&Str, ClassId, Option<ClassId>),
    find: impl FnOnce() -> Option<u32>,
) -> Option<u32> {
    if !name.is_static() {
        return find();
    }
    let meeting = Meeting::of_name(name, class, scope);
    meeting.found().or_else(|| {
        let slot = find()?;
        meeting.keep(slot);
        Some(slot)
    })
}

/// Whether a site has found a value of a class to be right where `class` is its place.
#[inline]
pub(crate) fn value_met(site: &'static Site, class: ClassId, value: ClassId) -> bool {
    Meeting::of(site, class).with(value).found().is_some()
}

/// Remembers that.
pub(crate) fn meet_value(site: &'static Site, class: ClassId, value: ClassId) {
    site.value_cache.set_value(class, value);
    Meeting::of(site, class).with(value).keep(0);
}

/// Forgets what is remembered of sites that are about to be freed.
pub(crate) fn forget_met(sites: &'static [Site]) {
    let is_empty = |cache: &Cache| cache.0.load(Ordering::Relaxed) == EMPTY;
    let is_new = |site: &Site| {
        is_empty(&site.method_cache) && is_empty(&site.slot_cache) && is_empty(&site.value_cache)
    };
    if sites.iter().all(is_new) {
        return;
    }
    let gone = sites.as_ptr_range();
    let gone = gone.start as usize..gone.end as usize;
    MET.with(|met| {
        for meeting in met.iter().filter(|meeting| gone.contains(&meeting.get().0.site)) {
            meeting.set((Meeting::NONE, 0));
        }
    });
}

/// A property that is nothing but its slot: its number, above 16 bits for the types that may be
/// stored as they are (bits of `types`).
#[derive(Clone, Copy)]
pub(crate) struct PlainSlot(u32);

impl PlainSlot {
    const WRITES: u32 = 1 << 15;
    const INITS: u32 = 1 << 14;

    /// None when the number is too large; `writes`: it is known that it may be written; `inits`:
    /// also while it has no value.
    pub(crate) fn new(slot: u32, accepts: u16, (writes, inits): (bool, bool)) -> Option<Self> {
        let writes = if writes { Self::WRITES } else { 0 };
        let inits = if inits { Self::INITS } else { 0 };
        (slot < 1 << 16).then_some(Self(slot << 16 | writes | inits | u32::from(accepts)))
    }

    /// As a number, for caches.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// Whether it may be written while it has no value.
    #[inline]
    pub(crate) fn inits(self) -> bool {
        self.0 & Self::INITS != 0
    }

    /// The types that may be stored as they are.
    pub(crate) fn accepted(self) -> u16 {
        let types = self.0 as u16 & 0xff;
        if types == u16::from(types::UNKNOWN) { types } else { types & !u16::from(types::OTHER) }
    }

    /// Whether it may be written.
    #[inline]
    pub(crate) fn writes(self) -> bool {
        self.0 & Self::WRITES != 0
    }

    /// The number of the slot.
    #[inline]
    pub(crate) fn slot(self) -> usize {
        (self.0 >> 16) as usize
    }

    /// Whether a value of this type may be stored as it is.
    #[inline]
    pub(crate) fn accepts(self, tag: DataType) -> bool {
        let is_resource = matches!(tag, DataType::Resource) && self.0 & 0xff != 0xff;
        self.0 & 0xff & u32::from(tag.array_bits() >> 8) != 0 && !is_resource
    }
}
