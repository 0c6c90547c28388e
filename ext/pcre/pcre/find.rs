//! `preg_match()`, `preg_match_all()`.

use std::rc::Rc;

use super::captures::Form;
use super::failure::{self, Failure};
use super::pattern::{Pattern, Row, pattern};
use super::search::{Match, Search, UNSET};
use super::{OFFSET_CAPTURE, UNMATCHED_AS_NULL};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// How the matches of `preg_match_all()` are arranged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Pattern,
    Set,
}

/// What to search.
pub struct Task<'a> {
    pub pattern: &'a Str,
    pub subject: &'a Str,
    pub matches: &'a Reference,
    pub flags: i64,
    pub offset: i64,
}

impl Task<'_> {
    /// Empties the variable of the matches, if there is one.
    fn clear(&self, call: &mut Call<'_>) -> Res<()> {
        if call.passed() < 3 {
            return Ok(());
        }
        call.assign(self.matches, Array::new().into())
    }
}

fn form(flags: i64) -> Form {
    Form {
        with_offset: flags & OFFSET_CAPTURE != 0,
        unmatched_as_null: flags & UNMATCHED_AS_NULL != 0,
    }
}

/// Where to start; `None` beyond the end.
fn start(subject: &Str, offset: i64) -> Option<usize> {
    let length = subject.len();
    let back = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
    let start = if offset < 0 { length.saturating_sub(back) } else { back };
    (start <= length).then_some(start)
}

/// The pattern and the start, when there is anything to do.
fn begin(call: &mut Call<'_>, task: &Task<'_>, is_refused: bool) -> Res<Option<(Rc<Row>, usize)>> {
    let Some(pattern) = pattern(call, task.pattern)? else { return Ok(None) };
    if is_refused {
        task.clear(call)?;
        return Err(call.value_error(4, "must be a PREG_* constant"));
    }
    if task.offset == i64::MIN {
        task.clear(call)?;
        return Err(call.value_error(5, "must be greater than -9223372036854775808"));
    }
    let Some(start) = start(task.subject, task.offset) else {
        task.clear(call)?;
        failure::set(call, Failure::Internal);
        return Ok(None);
    };
    Ok(Some((pattern, start)))
}

/// Searches for one match.
pub fn one(call: &mut Call<'_>, task: &Task<'_>) -> Res<OrFalse<i64>> {
    let order_bits = task.flags & 0xff;
    let checked = begin(call, task, order_bits != 0)?;
    let Some((pattern, start)) = checked else { return Ok(OrFalse(None)) };
    let mut search = Search::new(call, (&pattern, task.subject), start);
    match search.next(call)? {
        Some(found) => {
            if call.passed() >= 3 {
                let subject = (&**pattern, task.subject);
                let groups = form(task.flags).array(call, subject, &found)?;
                call.assign(task.matches, groups.into())?;
            }
            Ok(OrFalse(Some(1)))
        }
        None => {
            task.clear(call)?;
            Ok(told(call, &search, 0))
        }
    }
}

/// Searches for all matches.
pub fn all(call: &mut Call<'_>, task: &Task<'_>) -> Res<OrFalse<i64>> {
    let order_bits = task.flags & 0xff;
    let checked = begin(call, task, order_bits > 2)?;
    let Some((pattern, start)) = checked else { return Ok(OrFalse(None)) };
    let order = if order_bits == 2 { Order::Set } else { Order::Pattern };
    let mut kept = (call.passed() >= 3).then(|| Kept::new(&pattern, task, order));
    let mut search = Search::new(call, (&pattern, task.subject), start);
    let mut count = 0;
    while let Some(found) = search.next(call)? {
        if let Some(kept) = &mut kept {
            kept.add(call, &found, count)?;
        }
        count += 1;
    }
    if let Some(kept) = kept {
        let matches = kept.finish(call)?;
        call.assign(task.matches, matches.into())?;
    }
    Ok(told(call, &search, count))
}

/// The count of matches, unless the search failed.
fn told(call: &mut Call<'_>, search: &Search<'_>, count: i64) -> OrFalse<i64> {
    search.settle(call);
    OrFalse((search.failure() == Failure::None).then_some(count))
}

/// The matches so far.
struct Kept<'p> {
    pattern: &'p Pattern,
    subject: &'p Str,
    form: Form,
    order: Order,
    sets: Array,
    groups: Vec<Array>,
    marks: Array,
}

impl<'p> Kept<'p> {
    fn new(pattern: &'p Pattern, task: &Task<'p>, order: Order) -> Self {
        let count = if order == Order::Pattern { pattern.code.groups() } else { 0 };
        Self {
            pattern,
            subject: task.subject,
            form: form(task.flags),
            order,
            sets: Array::new(),
            groups: std::iter::repeat_with(Array::new).take(count).collect(),
            marks: Array::new(),
        }
    }

    fn add(&mut self, call: &mut Call<'_>, found: &Match<'_>, number: i64) -> Res<()> {
        let next = Key::Int(number);
        if self.order == Order::Set {
            let set = self.form.array(call, (self.pattern, self.subject), found)?;
            let added = self.sets.set(next, set.into());
            return call.alloc(added);
        }
        for (group, values) in self.groups.iter_mut().enumerate() {
            let pair = found.groups.get(group).copied().unwrap_or(UNSET);
            let value = self.form.value(call, self.subject, pair)?;
            let added = values.set(next, value);
            call.alloc(added)?;
        }
        if let Some(mark) = found.mark {
            let mark = call.str(mark)?;
            let added = self.marks.set(next, mark.into());
            call.alloc(added)?;
        }
        Ok(())
    }

    fn finish(self, call: &mut Call<'_>) -> Res<Array> {
        let mut all = self.sets;
        for (group, values) in self.groups.into_iter().enumerate() {
            let values = Value::from(values);
            if let Some(Some(name)) = self.pattern.names.get(group) {
                let name = name.to_str();
                let set = all.set(Key::Str(&name), values.clone());
                call.alloc(set)?;
            }
            let set = all.set(Key::Int(group as i64), values);
            call.alloc(set)?;
        }
        if !self.marks.is_empty() {
            let set = all.set(Key::Str(&string::intern(b"MARK").to_str()), self.marks.into());
            call.alloc(set)?;
        }
        Ok(all)
    }
}
