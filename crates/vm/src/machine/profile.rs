//! Profiles: which types instructions leave, as far as they were watched.
//!
//! # Invariants
//! - Notes are relaxed: a lost one costs speed alone.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::func::{Func, PhpFunc};

/// Bits of [`Seen`].
pub mod bit {
    /// Nothing.
    pub const UNINIT: u32 = 1 << 0;
    /// `null`.
    pub const NULL: u32 = 1 << 1;
    /// A truth value.
    pub const BOOL: u32 = 1 << 2;
    /// An int.
    pub const INT: u32 = 1 << 3;
    /// A float.
    pub const DBL: u32 = 1 << 4;
    /// A string with either tag.
    pub const STR: u32 = 1 << 5;
    /// An array.
    pub const ARR: u32 = 1 << 6;
    /// An object.
    pub const OBJ: u32 = 1 << 7;
    /// A resource.
    pub const RES: u32 = 1 << 8;
    /// A reference; the other bits say what is in it.
    pub const REF: u32 = 1 << 9;
    /// Of arrays: one that is packed.
    pub const PACKED: u32 = 1 << 10;
    /// Of arrays: one that is not.
    pub const HASH: u32 = 1 << 11;
    /// The instruction left machine code too often.
    pub const FAILED: u32 = 1 << 12;
    /// Machine code was left because the instruction had not been seen.
    pub const COLD: u32 = 1 << 13;
    /// Machine code was left because of what had not been seen, which was noted when it was met.
    pub const WIDENED: u32 = 1 << 14;
    /// Of arrays: one that is neither packed nor a dict.
    pub const SHAPED: u32 = 1 << 15;
    /// Machine code that asks what the instruction has met was left too often as well.
    pub const GIVEN_UP: u32 = 1 << 16;
    /// All that is said of arrays.
    pub const KINDS: u32 = PACKED | HASH | SHAPED;
}

/// What was seen at one place, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Seen(pub u32);

impl Seen {
    /// The types, without what is known of arrays.
    pub fn types(self) -> u16 {
        (self.0 & 0x3ff) as u16
    }

    /// Whether all arrays seen were dicts, and there were some.
    pub fn is_dict(self) -> bool {
        self.0 & bit::KINDS == bit::HASH
    }

    /// Whether all arrays seen were packed, and there were some.
    pub fn is_packed(self) -> bool {
        self.0 & (bit::PACKED | bit::HASH) == bit::PACKED
    }

    /// Whether the place was left too often.
    pub fn failed(self) -> bool {
        self.0 & bit::FAILED != 0
    }

    /// Whether it was also left too often where all that it met was asked for.
    pub fn is_given_up(self) -> bool {
        self.0 & bit::GIVEN_UP != 0
    }
}

/// The notes of one function, by site.
pub struct Profile {
    results: Box<[AtomicU32]>,
    /// One more than the number of the class of objects, or of the function of calls: 0 none,
    /// `u32::MAX` several.
    classes: Box<[AtomicU32]>,
}

impl Profile {
    /// An empty one for `sites` sites.
    pub fn new(sites: usize) -> Self {
        Self {
            results: (0..sites).map(|_| AtomicU32::new(0)).collect(),
            classes: (0..sites).map(|_| AtomicU32::new(0)).collect(),
        }
    }

    /// Adds bits to what was seen at a site.
    pub fn note(&self, site: usize, bits: u32) {
        let known = &self.results[site];
        if known.load(Ordering::Relaxed) | bits != known.load(Ordering::Relaxed) {
            known.fetch_or(bits, Ordering::Relaxed);
        }
    }

    /// Adds the class of an object that was seen at a site.
    pub fn note_class(&self, site: usize, class: u32) {
        let known = &self.classes[site];
        let now = match known.load(Ordering::Relaxed) {
            0 => class.saturating_add(1),
            old if old == class.saturating_add(1) => return,
            _ => u32::MAX,
        };
        known.store(now, Ordering::Relaxed);
    }

    /// Notes that the class of an object that was seen at a site is none that passes there.
    pub(crate) fn refuse_class(&self, site: usize) {
        self.classes[site].store(u32::MAX, Ordering::Relaxed);
    }

    /// Adds the function whose call began at a site.
    pub(crate) fn note_callee(&self, site: usize, func: &'static Func) {
        self.note_class(site, func.number().unwrap_or(u32::MAX));
    }

    /// What was seen at a site; nothing where the code is not watched.
    pub fn seen(&self, site: usize) -> Seen {
        Seen(self.results.get(site).map_or(0, |seen| seen.load(Ordering::Relaxed)))
    }

    /// The only class of the objects that were seen at a site.
    pub fn class(&self, site: usize) -> Option<u32> {
        let class = self.classes.get(site)?.load(Ordering::Relaxed);
        (class != u32::MAX).then(|| class.checked_sub(1)).flatten()
    }

    /// The only function whose calls began at a site, when it lives as long as the process.
    pub fn callee(&self, site: usize) -> Option<&'static Func> {
        let stays = |func: &&Func| func.as_php().is_none_or(PhpFunc::stays);
        Func::by_number(self.class(site)?).filter(stays)
    }
}
