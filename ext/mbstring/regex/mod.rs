//! Regular expressions in many encodings.

pub mod ffi;
#[rustfmt::skip]
mod r#gen;
mod replace;
mod search;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::HashMap;
use std::rc::Rc;

use crate::charset::settings;
use crate::codec::{Encoding, is_correct, named};
use ffi::{Charset, Groups, How, Limits, Regex, Syntax};
use replace::{mb_ereg_replace, mb_ereg_replace_callback, mb_eregi_replace};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;
use search::{
    mb_ereg_search, mb_ereg_search_getpos, mb_ereg_search_getregs, mb_ereg_search_init,
    mb_ereg_search_pos, mb_ereg_search_regs, mb_ereg_search_setpos,
};

/// What a request keeps of patterns.
struct State {
    charset: Option<(Charset, &'static Encoding)>,
    options: u32,
    syntax: Syntax,
    compiled: HashMap<Vec<u8>, Rc<Regex>>,
    search: search::Search,
}

impl Default for State {
    fn default() -> Self {
        Self {
            charset: None,
            options: ffi::MULTI_LINE | ffi::SINGLE_LINE,
            syntax: Syntax::Ruby,
            compiled: HashMap::new(),
            search: search::Search::default(),
        }
    }
}

fn charset_named(name: &[u8]) -> Option<(Charset, &'static Encoding)> {
    let is = |held: &&str| held.as_bytes().eq_ignore_ascii_case(name);
    let (charset, _) = Charset::ALL.iter().find(|(_, names)| names.iter().any(&is))?;
    Some((*charset, named(name)?))
}

/// The encoding of patterns and texts.
fn charset(call: &mut Call<'_>) -> (Charset, &'static Encoding) {
    if let Some(charset) = call.state::<State>().charset {
        return charset;
    }
    let configured = settings(call).configured;
    let names = [configured.name, configured.mime, "UTF-8"];
    let found = names.iter().find_map(|name| charset_named(name.as_bytes()));
    let found = found.expect("invariant: UTF-8 is in the table");
    call.state::<State>().charset = Some(found);
    found
}

fn mb_regex_encoding(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    let Some(wanted) = encoding else {
        let (charset, _) = charset(call);
        let names = Charset::ALL.iter().find(|(held, _)| *held == charset);
        let name = names.map_or("", |(_, names)| names[0]);
        return Ok(string::intern(name.as_bytes()).into());
    };
    match charset_named(wanted) {
        Some(found) => {
            call.state::<State>().charset = Some(found);
            Ok(Value::bool(true))
        }
        None => {
            let shown = String::from_utf8_lossy(wanted).into_owned();
            Err(call.value_error(1, format!("must be a valid encoding, \"{shown}\" given")))
        }
    }
}

/// Letters of options, and what they stand for, in the order in which they are shown.
const OPTIONS: &[(u8, u32)] = &[
    (b'i', ffi::IGNORE_CASE),
    (b'x', ffi::EXTENDED),
    (b'p', ffi::MULTI_LINE | ffi::SINGLE_LINE),
    (b'm', ffi::MULTI_LINE),
    (b's', ffi::SINGLE_LINE),
    (b'l', ffi::LONGEST),
    (b'n', ffi::NOT_EMPTY),
];

/// Options and syntax that letters stand for.
fn parse_options(call: &mut Call<'_>, letters: &[u8]) -> Res<(u32, Syntax)> {
    let (mut options, mut syntax) = (0, Syntax::Ruby);
    for &letter in letters {
        if let Some((_, option)) = OPTIONS.iter().find(|(held, _)| *held == letter) {
            options |= option;
        } else if let Some(found) = Syntax::by_letter(letter) {
            syntax = found;
        } else {
            let shown = String::from_utf8_lossy(&[letter]).into_owned();
            let text = format!("Option \"{shown}\" is not supported");
            return Err(call.throw(Message::ValueRefused { text }));
        }
    }
    Ok((options, syntax))
}

/// The same of an argument; without it what is usual.
fn options(call: &mut Call<'_>, letters: Option<&Str>) -> Res<(u32, Syntax)> {
    match letters {
        Some(letters) => parse_options(call, letters),
        None => {
            let state: &mut State = call.state();
            Ok((state.options, state.syntax))
        }
    }
}

fn mb_regex_set_options(call: &mut Call<'_>, options: Option<&Str>) -> Res<Str> {
    let state: &mut State = call.state();
    let (mut held, syntax) = (state.options, state.syntax);
    if let Some(letters) = options {
        let (options, syntax) = parse_options(call, letters)?;
        let state: &mut State = call.state();
        (state.options, state.syntax) = (options, syntax);
    }
    let mut shown = String::new();
    for &(letter, option) in OPTIONS {
        if held & option == option {
            shown.push(char::from(letter));
            held &= !option;
        }
    }
    shown.push(syntax.letter());
    call.str(shown.as_bytes())
}

/// The bounds of searches.
fn limits(call: &mut Call<'_>) -> Limits {
    let mut number = |name: &str| {
        let text = call.host().setting(name).unwrap_or_default();
        std::str::from_utf8(&text).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    };
    Limits {
        stack: number("mbstring.regex_stack_limit"),
        retry: number("mbstring.regex_retry_limit"),
    }
}

/// The compiled pattern; none, after a warning, when it is wrong.
fn compiled(
    call: &mut Call<'_>,
    pattern: &[u8],
    (options, syntax): (u32, Syntax),
) -> Res<Option<Rc<Regex>>> {
    let (charset, encoding) = charset(call);
    if !is_correct(encoding, pattern) {
        let names = Charset::ALL.iter().find(|(held, _)| *held == charset);
        let name = names.map_or("", |(_, names)| names[0]);
        call.warn(format!("Pattern is not valid under {name} encoding"))?;
        return Ok(None);
    }
    let how = How { charset, syntax, options };
    let held = call.state::<State>().compiled.get(pattern).cloned();
    if let Some(held) = held.as_ref().filter(|held| held.how == how) {
        return Ok(Some(held.clone()));
    }
    let regex = match Regex::compile(pattern, how) {
        Ok(regex) => Rc::new(regex),
        Err(reason) => {
            call.warn(format!("mbregex compile err: {reason}"))?;
            return Ok(None);
        }
    };
    let state: &mut State = call.state();
    // PHP: a search loses its pattern when that is compiled in another way.
    state.search.forget(held.as_ref());
    state.compiled.insert(pattern.to_vec(), regex.clone());
    Ok(Some(regex))
}

/// Which groups count as empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Empty {
    /// Those of no characters are `false`.
    False,
    /// They are strings.
    Text,
}

fn part(call: &mut Call<'_>, text: &[u8], groups: &Groups, at: (usize, Empty)) -> Res<Value> {
    let (number, empty) = at;
    let range = groups.get(number).filter(|(start, end)| start <= end && *end <= text.len());
    match range.filter(|(start, end)| start < end || empty == Empty::Text) {
        Some((start, end)) => Ok(call.str(&text[start..end])?.into()),
        None => Ok(Value::bool(false)),
    }
}

/// Adds the groups that have names.
fn add_named(
    call: &mut Call<'_>,
    text: &[u8],
    (regex, groups): (&Regex, &Groups),
    into: &mut Array,
) -> Res<()> {
    for name in regex.names() {
        let number = usize::try_from(regex.group_named(&name, groups)).unwrap_or(usize::MAX);
        let value = part(call, text, groups, (number, Empty::False))?;
        let name = call.str(&name)?;
        let set = into.set(Key::of_str(&name), value);
        call.alloc(set)?;
    }
    Ok(())
}

/// All groups of a match.
fn groups_of(
    call: &mut Call<'_>,
    text: &[u8],
    (regex, groups): (&Regex, &Groups),
    empty: Empty,
) -> Res<Array> {
    let mut values = Vec::with_capacity(groups.count());
    for number in 0..groups.count() {
        values.push(part(call, text, groups, (number, empty))?);
    }
    let mut all = call.list(values)?;
    add_named(call, text, (regex, groups), &mut all)?;
    Ok(all)
}

fn find(
    call: &mut Call<'_>,
    (pattern, text): (&Str, &Str),
    matches: &Reference,
    added: u32,
) -> Res<bool> {
    if pattern.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    call.assign(matches, Array::new().into())?;
    let (_, encoding) = charset(call);
    if !is_correct(encoding, text) {
        return Ok(false);
    }
    let (options, syntax) = options(call, None)?;
    let Some(regex) = compiled(call, pattern, (options | added, syntax))? else {
        return Ok(false);
    };
    let limits = limits(call);
    match regex.search(text, 0, limits) {
        Ok(Some(groups)) => {
            let found = groups_of(call, text, (&regex, &groups), Empty::False)?;
            call.assign(matches, found.into())?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn mb_ereg(call: &mut Call<'_>, pattern: &Str, string: &Str, matches: &Reference) -> Res<bool> {
    find(call, (pattern, string), matches, 0)
}

fn mb_eregi(call: &mut Call<'_>, pattern: &Str, string: &Str, matches: &Reference) -> Res<bool> {
    find(call, (pattern, string), matches, ffi::IGNORE_CASE)
}

fn mb_ereg_match(
    call: &mut Call<'_>,
    pattern: &Str,
    string: &Str,
    options: Option<&Str>,
) -> Res<bool> {
    let how = self::options(call, options)?;
    let (_, encoding) = charset(call);
    if !is_correct(encoding, string) {
        return Ok(false);
    }
    let Some(regex) = compiled(call, pattern, how)? else { return Ok(false) };
    let limits = limits(call);
    Ok(regex.matches(string, limits))
}

fn mb_split(call: &mut Call<'_>, pattern: &Str, string: &Str, limit: i64) -> Res<OrFalse<Array>> {
    let (_, encoding) = charset(call);
    if !is_correct(encoding, string) {
        return Ok(OrFalse(None));
    }
    let how = options(call, None)?;
    let Some(regex) = compiled(call, pattern, how)? else { return Ok(OrFalse(None)) };
    let limits = limits(call);
    let mut left = if limit > 0 { limit - 1 } else { limit };
    let mut pieces: Vec<Value> = Vec::new();
    let (mut piece, mut at) = (0, 0);
    while left != 0 && at < string.len() {
        let groups = match regex.search(string, at, limits) {
            Ok(Some(groups)) => groups,
            Ok(None) => break,
            Err(reason) => {
                call.warn(format!("mbregex search failure in mbsplit(): {reason}"))?;
                return Ok(OrFalse(None));
            }
        };
        let (start, end) = groups.get(0).unwrap_or((at, at));
        if at >= end {
            at += 1;
            continue;
        }
        if start >= string.len() || start < piece {
            break;
        }
        pieces.push(call.str(&string[piece..start])?.into());
        left = left.saturating_sub(1);
        (piece, at) = (end, end);
    }
    pieces.push(call.str(string.get(piece..).unwrap_or_default())?.into());
    Ok(OrFalse(Some(call.list(pieces)?)))
}
