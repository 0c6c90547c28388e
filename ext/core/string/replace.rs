//! Replacing parts of strings.

use runtime::array::Array;
use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::{self, Builder, Str};
use runtime::value::{Value, View};

use super::search::{Places, clamped, first_places};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Exact,
    Folded,
}

pub(super) fn str_replace(
    call: &mut Call<'_>,
    search: &Value,
    replace: &Value,
    subject: &Value,
    count: &Reference,
) -> Res<Value> {
    replace_all(call, (search, replace), subject, (count, Case::Exact))
}

pub(super) fn str_ireplace(
    call: &mut Call<'_>,
    search: &Value,
    replace: &Value,
    subject: &Value,
    count: &Reference,
) -> Res<Value> {
    replace_all(call, (search, replace), subject, (count, Case::Folded))
}

fn replace_all(
    call: &mut Call<'_>,
    (search, replace): (&Value, &Value),
    subject: &Value,
    (count, case): (&Reference, Case),
) -> Res<Value> {
    if search.as_array().is_none() && replace.as_array().is_some() {
        let rule = "must be of type string when argument #1 ($search) is a string";
        return Err(call.type_refused(2, rule));
    }
    let mut rule = Rule { search, replace, case, count: 0, thrown: None };
    let result = match subject.as_array() {
        None => Value::from(rule.apply(call, subject)?),
        Some(subjects) => {
            let mut out = Array::new();
            for (key, subject) in subjects {
                let value = rule.apply(call, subject)?;
                let set = out.set(key, value.into());
                call.alloc(set)?;
            }
            Value::from(out)
        }
    };
    if call.passed() > 3 {
        call.assign(count, Value::int(rule.count))?;
    }
    rule.thrown.map_or(Ok(result), Err)
}

/// What is looked for and what takes its place.
struct Rule<'a> {
    search: &'a Value,
    replace: &'a Value,
    case: Case,
    /// How often something was found.
    count: i64,
    /// What a conversion threw. PHP: it counts on to the end.
    thrown: Option<Halt>,
}

impl Rule<'_> {
    /// PHP: while an exception is on its way, no object says its text and no warning is heard.
    fn text(&mut self, call: &mut Call<'_>, value: &Value) -> Res<Str> {
        if self.thrown.is_some() {
            match value.unboxed().view() {
                View::Object(_) => return Ok(string::empty().to_str()),
                View::Array(_) => return Ok(string::intern(b"Array").to_str()),
                _ => {}
            }
        }
        match call.to_str(value) {
            Err(halt @ Halt::Throw(_)) => {
                self.thrown = Some(halt);
                Ok(string::empty().to_str())
            }
            other => other,
        }
    }

    /// PHP: searches and replacements become strings anew for each subject.
    fn apply(&mut self, call: &mut Call<'_>, subject: &Value) -> Res<Str> {
        let mut text = self.text(call, subject)?;
        let Some(searches) = self.search.as_array() else {
            let search = self.text(call, self.search)?;
            let replacement = self.text(call, self.replace)?;
            let replaced = self.one(call, &text, (&search, &replacement))?;
            return Ok(replaced.unwrap_or(text));
        };
        let empty = string::empty();
        let mut replacements = self.replace.as_array().map(|array| array.iter());
        for (_, search) in searches {
            if text.is_empty() {
                break;
            }
            let search_text;
            let search = match search.as_str() {
                Some(search) => search,
                None => {
                    search_text = self.text(call, search)?;
                    &search_text
                }
            };
            let replacement = match &mut replacements {
                None => Some(self.replace),
                Some(rest) => rest.next().map(|(_, value)| value),
            };
            if search.is_empty() {
                continue;
            }
            let replacement_text;
            let replacement = match replacement.map(|value| (value, value.as_str())) {
                Some((_, Some(replacement))) => replacement,
                Some((value, None)) => {
                    replacement_text = self.text(call, value)?;
                    &replacement_text
                }
                None => empty.as_str(),
            };
            if let Some(replaced) = self.one(call, &text, (search, replacement))? {
                text = replaced;
            }
        }
        Ok(text)
    }

    /// The text with all that was found replaced; none when nothing was.
    #[inline]
    fn one(
        &mut self,
        call: &mut Call<'_>,
        text: &Str,
        (search, replacement): (&Str, &Str),
    ) -> Res<Option<Str>> {
        if search.is_empty() || search.len() > text.len() {
            return Ok(None);
        }
        match self.case {
            Case::Exact => put_in(call, text, (search, replacement), &mut self.count),
            Case::Folded => {
                let (folded, search) = (text.to_ascii_lowercase(), search.to_ascii_lowercase());
                let Some(found) = first_places(&folded, &search) else { return Ok(None) };
                put_at(call, text, (found, search.len(), replacement), &mut self.count).map(Some)
            }
        }
    }
}

/// The text with `replacement` in place of `search` wherever that stands; none where it does not.
#[inline]
pub(super) fn put_in(
    call: &mut Call<'_>,
    text: &Str,
    (search, replacement): (&[u8], &Str),
    count: &mut i64,
) -> Res<Option<Str>> {
    let Some(found) = first_places(text, search) else { return Ok(None) };
    put_at(call, text, (found, search.len(), replacement), count).map(Some)
}

/// The text with `replacement` in place of the `length` bytes at each of the places.
fn put_at(
    call: &mut Call<'_>,
    text: &Str,
    ((mut at, mut found), length, replacement): ((usize, Places<'_>), usize, &Str),
    count: &mut i64,
) -> Res<Str> {
    let out = Builder::with_capacity(text.len() - length + replacement.len());
    let mut out = call.alloc(out)?;
    let mut start = 0;
    loop {
        *count += 1;
        let added = out.push(&text[start..at]).and_then(|()| out.push(replacement));
        call.alloc(added)?;
        start = at + length;
        match found.next() {
            Some(next) => at = next,
            None => break,
        }
    }
    let added = out.push(&text[start..]);
    call.alloc(added)?;
    Ok(out.finish())
}

pub(super) fn substr_replace(
    call: &mut Call<'_>,
    string: &Value,
    replace: &Value,
    offset: &Value,
    length: &Value,
) -> Res<Value> {
    if let Some(strings) = string.as_array() {
        return replace_in_each(call, strings, (replace, offset, length));
    }
    for (position, argument) in [(3, offset), (4, length)] {
        if argument.as_array().is_some() {
            let rule = "cannot be an array when working on a single string";
            return Err(call.type_refused(position, rule));
        }
    }
    let text = call.to_str(string)?;
    let replacement = match replace.as_array() {
        Some(array) => match array.iter().next() {
            Some((_, first)) => call.to_str(first)?,
            None => call.str(b"")?,
        },
        None => call.to_str(replace)?,
    };
    let range = clamped(&text, offset.as_int().unwrap_or(0), length.as_int());
    Ok(replaced(call, &text, range, &replacement)?.into())
}

fn replaced(
    call: &mut Call<'_>,
    text: &Str,
    range: std::ops::Range<usize>,
    replacement: &Str,
) -> Res<Str> {
    let joined = Str::join(&[&text[..range.start], replacement, &text[range.end..]]);
    call.alloc(joined)
}

fn replace_in_each(
    call: &mut Call<'_>,
    strings: &Array,
    (replace, offset, length): (&Value, &Value, &Value),
) -> Res<Value> {
    let mut out = Array::new();
    let values = |value: &Value| {
        let array = value.as_array();
        array.map(|array| array.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>())
    };
    let (replacements, offsets, lengths) = (values(replace), values(offset), values(length));
    for (index, (key, string)) in strings.iter().enumerate() {
        let text = call.to_str(string)?;
        let offset = match &offsets {
            Some(offsets) => match offsets.get(index) {
                Some(offset) => runtime::conv::to_int(call.rq(), offset)?,
                None => 0,
            },
            None => offset.as_int().unwrap_or(0),
        };
        let length = match &lengths {
            Some(lengths) => match lengths.get(index) {
                Some(length) => Some(runtime::conv::to_int(call.rq(), length)?),
                None => Some(text.len() as i64),
            },
            None => length.as_int(),
        };
        let replacement = match &replacements {
            Some(replacements) => match replacements.get(index) {
                Some(value) => call.to_str(value)?,
                None => call.str(b"")?,
            },
            None => call.to_str(replace)?,
        };
        let range = clamped(&text, offset, length);
        let value = replaced(call, &text, range, &replacement)?;
        let set = out.set(key, value.into());
        call.alloc(set)?;
    }
    Ok(out.into())
}
