//! The groups of a match as an array.

use super::pattern::Pattern;
use super::search::{Match, Pair, UNSET};
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// A match, and how many of its groups are told.
type Groups<'m> = (&'m Match<'m>, usize);

/// What scripts ask of groups.
#[derive(Clone, Copy)]
pub struct Form {
    /// Each with its byte offset.
    pub with_offset: bool,
    /// Those that took no part are null, not `""`.
    pub unmatched_as_null: bool,
}

impl Form {
    /// The text of one group.
    #[inline]
    fn text(self, subject: &Str, pair: Pair) -> Result<Value, Oom> {
        if pair[0] <= pair[1] && pair[1] <= subject.len() {
            return Ok(subject.slice(pair[0]..pair[1])?.into());
        }
        Ok(if self.unmatched_as_null { Value::NULL } else { string::empty().into() })
    }

    /// The value of one group.
    #[inline]
    pub fn value(self, call: &mut Call<'_>, subject: &Str, pair: Pair) -> Res<Value> {
        let text = self.text(subject, pair);
        let text = call.alloc(text)?;
        if !self.with_offset {
            return Ok(text);
        }
        let offset = if pair == UNSET { -1 } else { pair[0] as i64 };
        Ok(call.list([text, Value::int(offset)])?.into())
    }

    /// All groups of a match by number and name, with its mark.
    pub fn array(
        self,
        call: &mut Call<'_>,
        (pattern, subject): (&Pattern, &Str),
        found: &Match<'_>,
    ) -> Res<Array> {
        let count = found.groups.len();
        let all = if self.unmatched_as_null { pattern.code.groups() } else { count };
        let mut array = if pattern.names.is_empty() {
            self.list(call, subject, (found, all))?
        } else if let Some(template) = pattern.template(all) {
            let made = Array::of_template(template);
            let array = call.alloc(made)?;
            self.fill(call, (pattern, subject), (found, all), array)?
        } else {
            self.named(call, (pattern, subject), (found, all))?
        };
        if let Some(mark) = found.mark {
            let mark = call.str(mark)?;
            let set = array.set(Key::Str(&string::intern(b"MARK").to_str()), mark.into());
            call.alloc(set)?;
        }
        Ok(array)
    }

    /// The first `all` groups by number.
    #[inline]
    fn list(self, call: &mut Call<'_>, subject: &Str, (found, all): Groups<'_>) -> Res<Array> {
        if !self.with_offset {
            let mut failed = None;
            let texts = (0..all).map(|group| {
                let pair = found.groups.get(group).copied().unwrap_or(UNSET);
                self.text(subject, pair).unwrap_or_else(|oom| {
                    failed = Some(oom);
                    Value::NULL
                })
            });
            let array = Array::from_values(texts);
            return call.alloc(failed.map_or(array, Err));
        }
        let made = Array::with_capacity(all.max(1));
        let mut array = call.alloc(made)?;
        for group in 0..all {
            let pair = found.groups.get(group).copied().unwrap_or(UNSET);
            let value = self.value(call, subject, pair)?;
            let added = array.append(value).map_err(|_| Oom);
            call.alloc(added)?;
        }
        Ok(array)
    }

    /// An array that has the keys already, with the values of the first `all` groups.
    fn fill(
        self,
        call: &mut Call<'_>,
        (pattern, subject): (&Pattern, &Str),
        (found, all): Groups<'_>,
        mut array: Array,
    ) -> Res<Array> {
        let mut position = 0;
        for (group, name) in pattern.names.iter().enumerate().take(all) {
            let pair = found.groups.get(group).copied().unwrap_or(UNSET);
            if pair == UNSET && self.unmatched_as_null && !self.with_offset {
                position += 1 + usize::from(name.is_some());
                continue;
            }
            let value = if self.with_offset {
                self.value(call, subject, pair)?
            } else {
                let text = self.text(subject, pair);
                call.alloc(text)?
            };
            if name.is_some() {
                array.fill(position, value.clone());
                position += 1;
            }
            array.fill(position, value);
            position += 1;
        }
        Ok(array)
    }

    /// The first `all` groups by number and name, key by key.
    #[cold]
    fn named(
        self,
        call: &mut Call<'_>,
        (pattern, subject): (&Pattern, &Str),
        (found, all): Groups<'_>,
    ) -> Res<Array> {
        let made = Array::dict_with_capacity(all + pattern.names.len());
        let mut array = call.alloc(made)?;
        for group in 0..all {
            let pair = found.groups.get(group).copied().unwrap_or(UNSET);
            let value = self.value(call, subject, pair)?;
            if let Some(Some(name)) = pattern.names.get(group) {
                let name = name.to_str();
                // PHP: groups may share a name; one that took part goes before one that did not.
                if pair != UNSET || array.get_str(&name).is_none() {
                    let set = array.set(Key::Str(&name), value.clone());
                    call.alloc(set)?;
                }
            }
            let set = array.set(Key::Int(group as i64), value);
            call.alloc(set)?;
        }
        Ok(array)
    }
}
