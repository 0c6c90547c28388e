//! Searches that go on where the last one ended.

use std::rc::Rc;

use super::ffi::{Groups, Regex};
use super::{Empty, State, charset, compiled, groups_of, limits, options};
use crate::codec::is_correct;
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

/// A search under way.
#[derive(Default)]
pub struct Search {
    regex: Option<Rc<Regex>>,
    text: Option<Str>,
    at: usize,
    groups: Option<Rc<Groups>>,
}

impl Search {
    /// Drops the pattern if it is this one.
    pub fn forget(&mut self, regex: Option<&Rc<Regex>>) {
        let is_same = |held: &Rc<Regex>| regex.is_some_and(|regex| Rc::ptr_eq(held, regex));
        if self.regex.as_ref().is_some_and(is_same) {
            self.regex = None;
        }
    }
}

/// The match found, what it was found in, and by what.
struct Found {
    regex: Rc<Regex>,
    text: Str,
    groups: Rc<Groups>,
}

/// Looks for the next match; `None` when there is none.
fn next(call: &mut Call<'_>, pattern: Option<&Str>, letters: Option<&Str>) -> Res<Option<Found>> {
    let how = options(call, letters)?;
    call.state::<State>().search.groups = None;
    if let Some(pattern) = pattern {
        let Some(regex) = compiled(call, pattern, how)? else {
            call.state::<State>().search.regex = None;
            return Ok(None);
        };
        call.state::<State>().search.regex = Some(regex);
    }
    let search = &call.state::<State>().search;
    let (regex, text, at) = (search.regex.clone(), search.text.clone(), search.at);
    let Some(regex) = regex else {
        return Err(call.throw(Message::Refused { text: "No pattern was provided".to_owned() }));
    };
    let Some(text) = text else {
        return Err(call.throw(Message::Refused { text: "No string was provided".to_owned() }));
    };
    let limits = limits(call);
    let (_, encoding) = charset(call);
    let outcome = match is_correct(encoding, &text) {
        true => regex.search(&text, at, limits),
        false => Ok(None),
    };
    match outcome {
        Ok(None) => {
            call.state::<State>().search.at = text.len();
            Ok(None)
        }
        Err(reason) => {
            call.warn(format!("mbregex search failure in mbregex_search(): {reason}"))?;
            Ok(None)
        }
        Ok(Some(groups)) => {
            let groups = Rc::new(groups);
            let end = groups.get(0).map_or(at, |(_, end)| end);
            let search = &mut call.state::<State>().search;
            search.at = if at <= end { end } else { at + 1 };
            search.groups = Some(groups.clone());
            Ok(Some(Found { regex, text, groups }))
        }
    }
}

pub fn mb_ereg_search(
    call: &mut Call<'_>,
    pattern: Option<&Str>,
    options: Option<&Str>,
) -> Res<bool> {
    Ok(next(call, pattern, options)?.is_some())
}

pub fn mb_ereg_search_pos(
    call: &mut Call<'_>,
    pattern: Option<&Str>,
    options: Option<&Str>,
) -> Res<OrFalse<Array>> {
    let Some(found) = next(call, pattern, options)? else { return Ok(OrFalse(None)) };
    let (start, end) = found.groups.get(0).unwrap_or_default();
    let numbers = [start as i64, end as i64 - start as i64].map(Value::int);
    Ok(OrFalse(Some(call.list(numbers)?)))
}

pub fn mb_ereg_search_regs(
    call: &mut Call<'_>,
    pattern: Option<&Str>,
    options: Option<&Str>,
) -> Res<OrFalse<Array>> {
    let Some(found) = next(call, pattern, options)? else { return Ok(OrFalse(None)) };
    let how = (&*found.regex, &*found.groups);
    Ok(OrFalse(Some(groups_of(call, &found.text, how, Empty::Text)?)))
}

pub fn mb_ereg_search_init(
    call: &mut Call<'_>,
    string: &Str,
    pattern: Option<&Str>,
    letters: Option<&Str>,
) -> Res<bool> {
    if pattern.is_some_and(|pattern| pattern.is_empty()) {
        return Err(call.value_error(2, "must not be empty"));
    }
    let how = options(call, letters)?;
    if let Some(pattern) = pattern {
        let regex = compiled(call, pattern, how)?;
        let is_wrong = regex.is_none();
        call.state::<State>().search.regex = regex;
        if is_wrong {
            return Ok(false);
        }
    }
    let (_, encoding) = charset(call);
    let is_correct = is_correct(encoding, string);
    let search = &mut call.state::<State>().search;
    search.text = Some(string.clone());
    search.at = if is_correct { 0 } else { string.len() };
    search.groups = None;
    Ok(is_correct)
}

pub fn mb_ereg_search_getregs(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    let search = &call.state::<State>().search;
    let held = (search.regex.clone(), search.text.clone(), search.groups.clone());
    let (Some(regex), Some(text), Some(groups)) = held else { return Ok(OrFalse(None)) };
    Ok(OrFalse(Some(groups_of(call, &text, (&regex, &groups), Empty::Text)?)))
}

pub fn mb_ereg_search_getpos(call: &mut Call<'_>) -> Res<i64> {
    Ok(call.state::<State>().search.at as i64)
}

pub fn mb_ereg_search_setpos(call: &mut Call<'_>, offset: i64) -> Res<bool> {
    let length = call.state::<State>().search.text.as_ref().map(|text| text.len());
    let at = match length {
        Some(length) if offset < 0 => offset.saturating_add(length as i64),
        _ => offset,
    };
    let is_within = |at: &usize| length.is_none_or(|length| *at <= length);
    let Some(at) = usize::try_from(at).ok().filter(is_within) else {
        return Err(call.value_error(1, "is out of range"));
    };
    call.state::<State>().search.at = at;
    Ok(true)
}
