//! Finding a key in a dict.

use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::dict::{Dict, INT, NONE, STR, text_bits};
use super::key::Key;
use crate::layout::VmElement;
use crate::string::{Str, same_bytes};

const TAG_OFFSET: usize = std::mem::offset_of!(VmElement, tag);

impl Dict {
    /// The position of an int key, or [`NONE`]. Of keys that go up by one from the first, each is where
    /// its distance from the first says; that is looked at before the chains.
    #[inline]
    pub(super) fn find_int(self, key: i64) -> u32 {
        let matches = |element: &VmElement| {
            // SAFETY: any key word reads as an int; the key kind says whether it is one.
            unsafe { element.key.get().int == key && element.key_kind.get() == INT }
        };
        let Some(index) = self.index() else { return self.find_in_order(matches) };
        if self.used() == 0 {
            return NONE;
        }
        // SAFETY: any key word reads as an int.
        let first = unsafe { self.element(0).key.get().int };
        let guess = key.wrapping_sub(first) as u64;
        if guess < u64::from(self.used()) && matches(self.element(guess as u32)) {
            return guess as u32;
        }
        self.find_in_chain(index.of_int(key).get(), matches)
    }

    /// The position of a string key, or [`NONE`]. The way to a key that is the very same block makes no
    /// call, so that callers save no registers for it; nor does that to a key of whose hash there is none.
    #[inline]
    pub(super) fn find_str(self, key: &Str) -> u32 {
        let Some(hash) = key.known_hash() else { return self.find_text(key) };
        let bits = text_bits(hash);
        let matches = |element: &VmElement| tag_bits(element) >> 8 == bits;
        let found = match self.index() {
            None => self.find_in_order(matches),
            Some(index) => self.find_in_chain(index.of_hash(hash).get(), matches),
        };
        if found == NONE || is_same_block(self.element(found), key) {
            return found;
        }
        self.find_text_at(found, key)
    }

    /// The same where an element was found whose hash bits are those of the key.
    #[inline(never)]
    fn find_text_at(self, found: u32, key: &Str) -> u32 {
        match has_bytes(self.element(found), key, key.hash()) {
            true => found,
            false => self.find_text(key),
        }
    }

    /// Whether the key at a position is the very block of `key`.
    #[inline(always)]
    pub(super) fn has_at(self, position: u32, key: &Str) -> bool {
        position < self.used() && is_same_block(self.element(position), key)
    }

    /// Whether the key at a position has the hash bits of `key`.
    #[inline]
    pub(super) fn may_be_at(self, position: u32, key: &Str) -> bool {
        tag_bits(self.element(position)) >> 8 == text_bits(key.hash())
    }

    #[inline(never)]
    fn find_text(self, key: &Str) -> u32 {
        let hash = key.hash();
        let matches = |element: &VmElement| {
            has_hash_bits(element, hash)
                && (is_same_block(element, key) || has_bytes(element, key, hash))
        };
        self.find_hashed(hash, matches)
    }

    /// The position of the string key with these bytes, which have this hash, or [`NONE`].
    pub(super) fn find_bytes(self, bytes: &[u8], hash: u32) -> u32 {
        let matches =
            |element: &VmElement| has_hash_bits(element, hash) && has_bytes(element, bytes, hash);
        self.find_hashed(hash, matches)
    }

    #[inline(always)]
    fn find_hashed(self, hash: u32, matches: impl Fn(&VmElement) -> bool) -> u32 {
        match self.index() {
            Some(index) => self.find_in_chain(index.of_hash(hash).get(), matches),
            None => self.find_in_order(matches),
        }
    }

    /// The position of a key, or [`NONE`].
    #[inline]
    pub(super) fn find(self, key: Key) -> u32 {
        match key {
            Key::Int(int) => self.find_int(int),
            Key::Str(string) => self.find_str(string),
        }
    }

    #[inline]
    fn find_in_chain(self, mut at: u32, matches: impl Fn(&VmElement) -> bool) -> u32 {
        while at != NONE {
            let element = self.element(at);
            if matches(element) {
                break;
            }
            at = element.next.get();
        }
        at
    }

    #[inline]
    fn find_in_order(self, matches: impl Fn(&VmElement) -> bool) -> u32 {
        // SAFETY: D1: the elements below `used` are initialised and lie in a row.
        let elements: &[VmElement] = unsafe {
            std::slice::from_raw_parts(self.element_ptr(0).as_ptr(), self.used() as usize)
        };
        elements.iter().position(matches).map_or(NONE, |at| at as u32)
    }
}

/// The four bytes from the tag on: tag, key kind, hash bits.
#[inline]
fn tag_bits(element: &VmElement) -> u32 {
    // SAFETY: the four bytes lie in the element.
    let bits = unsafe { NonNull::from(element).cast::<u8>().byte_add(TAG_OFFSET) };
    // SAFETY: as above; the bytes are initialised (D1).
    u32::from_le_bytes(unsafe { bits.cast().read() })
}

/// Whether the element's key is the very block of `key`.
#[inline]
fn is_same_block(element: &VmElement, key: &Str) -> bool {
    let address = key.as_block().addr().get() as i64;
    // SAFETY: any key word reads as an int; the key kind says whether it is an address.
    unsafe { element.key.get().int == address && element.key_kind.get() == STR }
}

/// Whether the element's key is a string whose hash may be this one.
#[inline(always)]
fn has_hash_bits(element: &VmElement, hash: u32) -> bool {
    tag_bits(element) >> 8 == text_bits(hash)
}

/// Whether the element's key, a string, has these bytes, which have this hash.
#[inline(always)]
fn has_bytes(element: &VmElement, bytes: &[u8], hash: u32) -> bool {
    debug_assert!(element.key_kind.get() == STR, "invariant D4");
    // SAFETY: the key kind says string; D4: a live one.
    let string = unsafe { element.key.get().string };
    // SAFETY: D4: the element owns a count for as long as `element` is borrowed.
    let owned = ManuallyDrop::new(unsafe { Str::from_block(string.cast()) });
    owned.hash() == hash && same_bytes(owned.as_bytes(), bytes)
}
