//! The functions of regular expressions.

mod captures;
mod failure;
mod ffi;
mod find;
#[rustfmt::skip]
mod r#gen;
mod pattern;
mod replace;
mod search;
mod split;

pub use r#gen::{CONSTANTS, NATIVES};

use captures::Form;
use failure::Failure;
use find::Task;
use pattern::pattern;
use replace::{Budget, Keep, Plan};
use runtime::array::Array;
use runtime::native::{Call, Callable, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};
use search::Search;
pub use search::changed;

const OFFSET_CAPTURE: i64 = 256;
const UNMATCHED_AS_NULL: i64 = 512;
const SPLIT_NO_EMPTY: i64 = 1;
const SPLIT_DELIM_CAPTURE: i64 = 2;
const SPLIT_OFFSET_CAPTURE: i64 = 4;
const GREP_INVERT: i64 = 1;

fn preg_match(
    call: &mut Call<'_>,
    pattern: &Str,
    subject: &Str,
    matches: &Reference,
    flags: i64,
    offset: i64,
) -> Res<OrFalse<i64>> {
    find::one(call, &Task { pattern, subject, matches, flags, offset })
}

fn preg_match_all(
    call: &mut Call<'_>,
    pattern: &Str,
    subject: &Str,
    matches: &Reference,
    flags: i64,
    offset: i64,
) -> Res<OrFalse<i64>> {
    find::all(call, &Task { pattern, subject, matches, flags, offset })
}

/// Runs a plan; tells the count.
fn run(
    call: &mut Call<'_>,
    plan: &Plan<'_>,
    subject: &Value,
    (limit, count, keep): (i64, &Reference, Keep),
) -> Res<Value> {
    let mut budget = Budget::new(limit);
    let result = replace::run(call, plan, subject, (&mut budget, keep));
    if call.passed() >= 5 {
        call.assign(count, Value::int(budget.done))?;
    }
    result
}

fn with_texts(
    call: &mut Call<'_>,
    (pattern, replacement, subject): (&Value, &Value, &Value),
    rest: (i64, &Reference, Keep),
) -> Res<Value> {
    let needs_array = matches!(replacement.view(), View::Array(_));
    if needs_array && !matches!(pattern.view(), View::Array(_)) {
        let rule =
            "must be of type array when argument #2 ($replacement) is an array, string given";
        return Err(call.type_refused(1, rule));
    }
    run(call, &Plan::Texts(pattern, replacement), subject, rest)
}

fn preg_replace(
    call: &mut Call<'_>,
    pattern: &Value,
    replacement: &Value,
    subject: &Value,
    limit: i64,
    count: &Reference,
) -> Res<Value> {
    with_texts(call, (pattern, replacement, subject), (limit, count, Keep::All))
}

fn preg_filter(
    call: &mut Call<'_>,
    pattern: &Value,
    replacement: &Value,
    subject: &Value,
    limit: i64,
    count: &Reference,
) -> Res<Value> {
    with_texts(call, (pattern, replacement, subject), (limit, count, Keep::Changed))
}

fn form(flags: i64) -> Form {
    Form {
        with_offset: flags & OFFSET_CAPTURE != 0,
        unmatched_as_null: flags & UNMATCHED_AS_NULL != 0,
    }
}

fn preg_replace_callback(
    call: &mut Call<'_>,
    pattern: &Value,
    callback: &Value,
    subject: &Value,
    limit: i64,
    count: &Reference,
    flags: i64,
) -> Res<Value> {
    let callback: Callable = call.callable(2, callback)?;
    let plan = Plan::Callback(pattern, &callback, form(flags));
    run(call, &plan, subject, (limit, count, Keep::All))
}

fn preg_replace_callback_array(
    call: &mut Call<'_>,
    pattern: &Array,
    subject: &Value,
    limit: i64,
    count: &Reference,
    flags: i64,
) -> Res<Value> {
    let mut result = match subject.view() {
        View::Array(_) => subject.clone(),
        _ => call.to_str(subject)?.into(),
    };
    let mut done = 0;
    for (key, callback) in pattern {
        let Ok(callback) = call.host().callable(callback.unboxed()) else {
            return Err(call.type_refused(1, "must contain only valid callbacks"));
        };
        let runtime::array::Key::Str(text) = key else {
            return Err(call.type_refused(1, "must contain only string patterns as keys"));
        };
        let text: Value = text.clone().into();
        let plan = Plan::Callback(&text, &callback, form(flags));
        let mut budget = Budget::new(limit);
        result = replace::run(call, &plan, &result, (&mut budget, Keep::All))?;
        done += budget.done;
        if result.is_null() {
            return Ok(result);
        }
    }
    call.assign(count, Value::int(done))?;
    Ok(result)
}

fn preg_split(
    call: &mut Call<'_>,
    pattern: &Str,
    subject: &Str,
    limit: i64,
    flags: i64,
) -> Res<OrFalse<Array>> {
    let Some(pattern) = self::pattern(call, pattern)? else { return Ok(OrFalse(None)) };
    Ok(OrFalse(split::split(call, (&pattern, subject), limit, flags)?))
}

fn preg_quote(call: &mut Call<'_>, str: &Str, delimiter: Option<&Str>) -> Res<Str> {
    let delimiter = delimiter.and_then(|text| text.first().copied());
    let is_special =
        |byte: u8| b".\\+*?[^]$(){}=!<>|:-#".contains(&byte) || Some(byte) == delimiter;
    if !str.iter().any(|&byte| byte == 0 || is_special(byte)) {
        return Ok(str.clone());
    }
    let mut out = Vec::with_capacity(str.len() + 16);
    for &byte in str.iter() {
        match byte {
            0 => out.extend_from_slice(b"\\000"),
            byte if is_special(byte) => out.extend_from_slice(&[b'\\', byte]),
            byte => out.push(byte),
        }
    }
    call.str(&out)
}

fn preg_grep(call: &mut Call<'_>, pattern: &Str, array: &Array, flags: i64) -> Res<OrFalse<Array>> {
    let Some(pattern) = self::pattern(call, pattern)? else { return Ok(OrFalse(None)) };
    failure::set(call, Failure::None);
    let array = array.clone();
    let mut kept = Array::new();
    for (key, value) in &array {
        let text = call.to_str(value)?;
        let mut search = Search::new(call, (&pattern, &text), 0);
        let is_match = search.next(call)?.is_some();
        if search.failure() != Failure::None {
            failure::set(call, search.failure());
            break;
        }
        if is_match != (flags & GREP_INVERT != 0) {
            let set = kept.set(key, value.unboxed().clone());
            call.alloc(set)?;
        }
    }
    Ok(OrFalse(Some(kept)))
}

fn preg_last_error(call: &mut Call<'_>) -> Res<i64> {
    Ok(failure::last(call) as i64)
}

fn preg_last_error_msg(call: &mut Call<'_>) -> Res<Str> {
    let text = failure::last(call).text();
    call.str(text.as_bytes())
}
