//! `preg_replace()` and those like it.

use super::captures::Form;
use super::failure::Failure;
use super::pattern::{Pattern, pattern};
use super::search::{Pair, Search};
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::native::{Call, Callable};
use runtime::raise::{Halt, Res};
use runtime::string::{self, Builder, Str};
use runtime::value::{Value, View};

/// What stands in for a match.
pub enum Replacement<'r> {
    /// A text with references to groups.
    Text(&'r Str),
    /// What a callback returns for the groups.
    Callback(&'r Callable, Form),
}

/// How often to replace, and how often it was done.
pub struct Budget {
    /// Per subject and pattern.
    limit: Option<usize>,
    /// Altogether.
    pub done: i64,
    /// What a callback threw. PHP: matches behind it are counted, without calls.
    thrown: Option<Halt>,
}

impl Budget {
    /// As many replacements as a script allows; any number for a negative limit.
    pub fn new(limit: i64) -> Self {
        Self { limit: usize::try_from(limit).ok(), done: 0, thrown: None }
    }
}

/// A piece of a replacement text.
enum Piece<'r> {
    Bytes(&'r [u8]),
    Group(usize),
}

/// Splits a text at its references: `$1`, `${1}`, `\1` with one or two digits; a backslash before
/// a dollar or a backslash takes its meaning away. `None` for a text that has no such characters.
fn pieces(text: &[u8]) -> Option<Vec<Piece<'_>>> {
    if !text.iter().any(|byte| matches!(byte, b'\\' | b'$')) {
        return None;
    }
    let mut pieces = Vec::new();
    let (mut from, mut at, mut is_escaped) = (0, 0, false);
    while let Some(&byte) = text.get(at) {
        if !matches!(byte, b'\\' | b'$') {
            is_escaped = false;
            at += 1;
            continue;
        }
        if is_escaped {
            pieces.push(Piece::Bytes(&text[from..at - 1]));
            (from, at, is_escaped) = (at, at + 1, false);
            continue;
        }
        if let Some((group, length)) = reference(&text[at..]) {
            pieces.push(Piece::Bytes(&text[from..at]));
            pieces.push(Piece::Group(group));
            at += length;
            from = at;
            continue;
        }
        is_escaped = byte == b'\\';
        at += 1;
    }
    pieces.push(Piece::Bytes(&text[from..]));
    Some(pieces)
}

/// The group that a reference names, and the length of the reference.
fn reference(text: &[u8]) -> Option<(usize, usize)> {
    let is_braced = text.starts_with(b"${");
    let digits_at = if is_braced { 2 } else { 1 };
    let digits = text.get(digits_at..)?;
    let count = digits.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let end = digits_at + count;
    if count == 0 || (is_braced && text.get(end) != Some(&b'}')) {
        return None;
    }
    let group = digits[..count].iter().fold(0, |n, digit| n * 10 + usize::from(digit - b'0'));
    Some((group, end + usize::from(is_braced)))
}

/// The subject with its matches replaced; `None` for an error, which is kept. A subject without a
/// match is returned as it is.
pub fn replace(
    call: &mut Call<'_>,
    (pattern, subject): (&Pattern, &Str),
    replacement: &Replacement<'_>,
    budget: &mut Budget,
) -> Res<Option<Str>> {
    let pieces = match replacement {
        Replacement::Text(text) => self::pieces(text),
        Replacement::Callback(..) => None,
    };
    let mut search = Search::new(call, (pattern, subject), 0);
    let mut made: Option<Builder> = None;
    let (mut copied, mut count) = (0, 0);
    while budget.limit.is_none_or(|limit| count < limit) {
        let Some(found) = search.next(call)? else { break };
        let [from, to] = found.groups[0];
        let out = match &mut made {
            Some(out) => out,
            None => {
                let begun = Builder::with_capacity(subject.len());
                made.insert(call.alloc(begun)?)
            }
        };
        // PHP: `\K` in a look-behind may set the start before the end of the last match.
        let before = subject.get(copied..from).unwrap_or_default();
        let added = match replacement {
            Replacement::Text(text) => out.push(before).and_then(|()| match &pieces {
                Some(pieces) => expand(pieces, subject, found.groups, out),
                None => out.push(text),
            }),
            Replacement::Callback(callback, form) if budget.thrown.is_none() => {
                let groups = form.array(call, (pattern, subject), &found)?;
                let result = call.call(callback, &[groups.into()]);
                match result.and_then(|result| call.to_str(&result)) {
                    Ok(text) => out.push(before).and_then(|()| out.push(&text)),
                    Err(halt @ Halt::Exit) => return Err(halt),
                    Err(halt) => {
                        budget.thrown = Some(halt);
                        out.push(subject.get(copied..to).unwrap_or_default())
                    }
                }
            }
            Replacement::Callback(..) => out.push(subject.get(copied..to).unwrap_or_default()),
        };
        call.alloc(added)?;
        (copied, count) = (to, count + 1);
    }
    search.settle(call);
    if search.failure() != Failure::None {
        return Ok(None);
    }
    let Some(mut out) = made else { return Ok(Some(subject.clone())) };
    budget.done += count as i64;
    let added = out.push(&subject[copied..]);
    call.alloc(added)?;
    Ok(Some(out.finish()))
}

fn expand(
    pieces: &[Piece<'_>],
    subject: &[u8],
    groups: &[Pair],
    out: &mut Builder,
) -> Result<(), Oom> {
    for piece in pieces {
        let bytes = match piece {
            Piece::Bytes(bytes) => Some(*bytes),
            Piece::Group(group) => groups.get(*group).and_then(|&[from, to]| subject.get(from..to)),
        };
        out.push(bytes.unwrap_or_default())?;
    }
    Ok(())
}

/// What to do to one subject: patterns one after the other, each with its replacement.
pub enum Plan<'p> {
    /// Texts; a missing one is empty.
    Texts(&'p Value, &'p Value),
    /// One callback for all.
    Callback(&'p Value, &'p Callable, Form),
}

/// One subject after all patterns.
fn replace_all(
    call: &mut Call<'_>,
    plan: &Plan<'_>,
    subject: Str,
    budget: &mut Budget,
) -> Res<Option<Str>> {
    let (Plan::Texts(patterns, _) | Plan::Callback(patterns, ..)) = plan;
    let View::Array(list) = patterns.view() else {
        if let Some(text) = patterns.as_str() {
            return step(call, plan, (text, 0), subject, budget);
        }
        let text = call.to_str(patterns)?;
        return step(call, plan, (&text, 0), subject, budget);
    };
    let list = list.clone();
    let mut subject = subject;
    for (number, (_, text)) in list.iter().enumerate() {
        let text = call.to_str(text)?;
        match step(call, plan, (&text, number), subject, budget)? {
            Some(replaced) => subject = replaced,
            None => return Ok(None),
        }
    }
    Ok(Some(subject))
}

/// The text that replaces what the pattern with a number finds; a missing one is empty.
fn nth_text(call: &mut Call<'_>, texts: &Value, number: usize) -> Res<Str> {
    match texts.view() {
        View::Array(texts) => match texts.iter().nth(number) {
            Some((_, text)) => call.to_str(&text.clone()),
            None => Ok(string::empty().to_str()),
        },
        _ => call.to_str(texts),
    }
}

fn step(
    call: &mut Call<'_>,
    plan: &Plan<'_>,
    (text, number): (&Str, usize),
    subject: Str,
    budget: &mut Budget,
) -> Res<Option<Str>> {
    let made;
    let replacement = match plan {
        // PHP: the text that replaces is there before the pattern is looked at.
        Plan::Texts(_, texts) => Replacement::Text(match texts.as_str() {
            Some(text) => text,
            None => {
                made = nth_text(call, texts, number)?;
                &made
            }
        }),
        Plan::Callback(_, callback, form) => Replacement::Callback(callback, *form),
    };
    let Some(pattern) = pattern(call, text)? else { return Ok(None) };
    replace(call, (&pattern, &subject), &replacement, budget)
}

/// Which results are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    All,
    /// Those with at least one match.
    Changed,
}

/// A subject, or an array of them, after all patterns.
pub fn run(
    call: &mut Call<'_>,
    plan: &Plan<'_>,
    subject: &Value,
    (budget, keep): (&mut Budget, Keep),
) -> Res<Value> {
    let result = replaced(call, plan, subject, (budget, keep))?;
    budget.thrown.take().map_or(Ok(result), Err)
}

fn replaced(
    call: &mut Call<'_>,
    plan: &Plan<'_>,
    subject: &Value,
    (budget, keep): (&mut Budget, Keep),
) -> Res<Value> {
    let View::Array(subjects) = subject.view() else {
        let text = call.to_str(subject)?;
        let before = budget.done;
        let replaced = replace_all(call, plan, text, budget)?;
        let is_kept = keep == Keep::All || budget.done > before;
        return Ok(replaced.filter(|_| is_kept).map_or(Value::NULL, Value::from));
    };
    let subjects = subjects.clone();
    let mut results = Array::new();
    for (key, subject) in &subjects {
        let text = call.to_str(subject)?;
        let before = budget.done;
        let replaced = replace_all(call, plan, text, budget)?;
        let is_kept = keep == Keep::All || budget.done > before;
        if let Some(text) = replaced.filter(|_| is_kept) {
            set(call, &mut results, key, text.into())?;
        }
    }
    Ok(results.into())
}

fn set(call: &mut Call<'_>, array: &mut Array, key: Key<'_>, value: Value) -> Res<()> {
    let set = array.set(key, value);
    call.alloc(set)
}
