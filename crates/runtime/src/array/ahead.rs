//! Keys that are seen before they are looked up. In a table that is bigger than the caches, waiting
//! for memory is most of what a lookup does; what is asked for ahead of time is there by then.

use std::ptr::NonNull;

use super::dict::Dict;
use super::{Array, Form, Key};
use crate::string::Str;

/// Tables of fewer elements are in the caches anyway.
const LENGTH_MIN: usize = 1 << 14;
/// How many keys ahead a bucket is asked for, then the element that it names, then the text of that.
const AHEAD: [usize; 3] = [24, 16, 8];

/// The keys that are to come, while a table is searched for one after the other.
pub struct Ahead<K> {
    to_come: Option<[K; 3]>,
}

impl<'a, K: Iterator<Item = Option<Key<'a>>> + Clone> Ahead<K> {
    /// `count` keys, which are looked up in this order; some are none.
    pub fn new(keys: K, count: usize) -> Self {
        let behind = |ahead: usize| {
            let mut keys = keys.clone();
            keys.nth(ahead - 1);
            keys
        };
        Self { to_come: (count >= LENGTH_MIN).then(|| AHEAD.map(behind)) }
    }

    /// Comes before the lookup of the next key.
    #[inline]
    pub fn step(&mut self, table: &Array) {
        let Some([buckets, elements, texts]) = &mut self.to_come else { return };
        if let Some(Some(key)) = buckets.next() {
            table.ask_for_bucket(key);
        }
        if let Some(Some(key)) = elements.next() {
            table.ask_for_element(key);
        }
        if let Some(Some(Key::Str(text))) = texts.next() {
            table.ask_for_text(text);
        }
    }
}

impl Array {
    #[inline]
    fn ask_for_bucket(&self, key: Key<'_>) {
        if let Form::Dict(dict) = self.form()
            && let Some(bucket) = dict.bucket_of_key(key)
        {
            ask_for(NonNull::from(bucket));
        }
    }

    #[inline]
    fn ask_for_element(&self, key: Key<'_>) {
        if let Some((dict, position)) = self.newest(key) {
            ask_for(dict.element_ptr(position));
        }
    }

    /// Asks for the text with which this one will be compared, or the next element of the bucket.
    #[inline]
    fn ask_for_text(&self, text: &Str) {
        let Some((dict, position)) = self.newest(Key::Str(text)) else { return };
        let next = dict.element(position).next.get();
        if let Key::Str(held) = dict.key(position)
            && dict.may_be_at(position, text)
        {
            ask_for(held.as_block());
        } else if next < dict.used() {
            ask_for(dict.element_ptr(next));
        }
    }

    /// The newest element of the bucket of a key.
    #[inline]
    fn newest(&self, key: Key<'_>) -> Option<(Dict, u32)> {
        let Form::Dict(dict) = self.form() else { return None };
        let newest = dict.bucket_of_key(key)?.get();
        (newest < dict.used()).then_some((dict, newest))
    }
}

#[inline(always)]
fn ask_for<T>(place: NonNull<T>) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: it changes nothing, whatever the address.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(place.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = place;
}
