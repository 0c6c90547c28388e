//! The groups of a match as an array.

use super::pattern::Pattern;
use super::search::{Match, Pair, UNSET};
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// What scripts ask of groups.
#[derive(Clone, Copy)]
pub struct Form {
    /// Each with its byte offset.
    pub with_offset: bool,
    /// Those that took no part are null, not `""`.
    pub unmatched_as_null: bool,
}

impl Form {
    /// The value of one group.
    #[inline]
    pub fn value(self, call: &mut Call<'_>, subject: &Str, pair: Pair) -> Res<Value> {
        let text = match subject.get(pair[0]..pair[1]) {
            Some(bytes) => call.str(bytes)?.into(),
            None if self.unmatched_as_null => Value::NULL,
            None => string::empty().into(),
        };
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
        let has_names = !pattern.names.is_empty();
        let made = match has_names {
            true => Array::dict_with_capacity(all + pattern.names.len()),
            false => Array::with_capacity(all.max(1)),
        };
        let mut array = call.alloc(made)?;
        for group in 0..all {
            let pair = found.groups.get(group).copied().unwrap_or(UNSET);
            let value = self.value(call, subject, pair)?;
            if !has_names {
                let added = array.append(value).map_err(|_| Oom);
                call.alloc(added)?;
                continue;
            }
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
        if let Some(mark) = found.mark {
            let mark = call.str(mark)?;
            let set = array.set(Key::Str(&string::intern(b"MARK").to_str()), mark.into());
            call.alloc(set)?;
        }
        Ok(array)
    }
}
