//! `preg_split()`.

use super::captures::Form;
use super::failure::Failure;
use super::pattern::Pattern;
use super::search::{Pair, Search};
use super::{SPLIT_DELIM_CAPTURE, SPLIT_NO_EMPTY, SPLIT_OFFSET_CAPTURE};
use runtime::array::Array;
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// The parts between matches; `None` for an error, which is kept.
pub fn split(
    call: &mut Call<'_>,
    (pattern, subject): (&Pattern, &Str),
    limit: i64,
    flags: i64,
) -> Res<Option<Array>> {
    let skips_empty = flags & SPLIT_NO_EMPTY != 0;
    let form = Form { with_offset: flags & SPLIT_OFFSET_CAPTURE != 0, unmatched_as_null: false };
    let mut parts = Parts { array: Array::new(), subject, form };
    let mut left = if limit <= 0 { None } else { Some(limit) };
    let mut search = Search::new(call, (pattern, subject), 0).quiet();
    let mut from = 0;
    while left.is_none_or(|left| left > 1) {
        let Some(found) = search.next(call)? else { break };
        let [start, end] = found.groups[0];
        if !skips_empty || start != from {
            parts.add(call, [from, start.max(from)])?;
            left = left.map(|left| left - 1);
        }
        if flags & SPLIT_DELIM_CAPTURE != 0 {
            for &pair in &found.groups[1..] {
                if !skips_empty || pair[0] != pair[1] {
                    parts.add(call, pair)?;
                }
            }
        }
        from = end;
        // PHP: after an empty match at the end there is none to look for.
        if start == end && end >= subject.len() {
            break;
        }
    }
    search.settle(call);
    if search.failure() != Failure::None {
        return Ok(None);
    }
    if !skips_empty || from < subject.len() {
        parts.add(call, [from, subject.len()])?;
    }
    Ok(Some(parts.array))
}

struct Parts<'s> {
    array: Array,
    subject: &'s Str,
    form: Form,
}

impl Parts<'_> {
    fn add(&mut self, call: &mut Call<'_>, pair: Pair) -> Res<()> {
        let value = self.form.value(call, self.subject, pair)?;
        let added = self.array.append(value).map_err(|_| Oom);
        call.alloc(added)
    }
}
