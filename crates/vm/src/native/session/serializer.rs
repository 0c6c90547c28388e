//! The variables as a text, and back.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{bind, destroy, request, session, setting, variables, warn};
use crate::native::serial::{Reader, Written};

/// The form of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `name|value`.
    Php,
    /// The length of a name, the name, the value.
    Binary,
    /// An array.
    Whole,
}

fn form(call: &mut Call<'_>) -> Form {
    match setting(call, "session.serialize_handler").to_ascii_lowercase().as_slice() {
        b"php_binary" => Form::Binary,
        b"php_serialize" => Form::Whole,
        _ => Form::Php,
    }
}

const LONGEST_NAME: usize = 127;

/// The text of the variables; none when there are none, or one has a name that the form has not.
pub fn encode(call: &mut Call<'_>) -> Res<Option<Vec<u8>>> {
    let Some(vars) = variables(call) else {
        warn(call, "Cannot encode non-existent session")?;
        return Ok(None);
    };
    let form = form(call);
    let mut written = Written::default();
    if form == Form::Whole {
        written.value(request(call), &vars.into())?;
        return Ok(Some(written.out));
    }
    for (key, value) in &vars {
        let Key::Str(name) = key else {
            let Key::Int(number) = key else { continue };
            warn(call, &format!("Skipping numeric key {number}"))?;
            continue;
        };
        let name = name.as_bytes();
        match form {
            Form::Binary if name.len() > LONGEST_NAME => continue,
            Form::Binary => {
                written.out.push(name.len() as u8);
                written.out.extend_from_slice(name);
            }
            _ if name.contains(&b'|') => return Ok(None),
            _ => {
                written.out.extend_from_slice(name);
                written.out.push(b'|');
            }
        }
        written.value(request(call), value)?;
    }
    // PHP: no text is none.
    Ok(Some(written.out).filter(|text| !text.is_empty()))
}

/// Takes variables from a text; a text that is malformed ends the session.
pub fn decode(call: &mut Call<'_>, text: &[u8]) -> Res<bool> {
    let went_well = match form(call) {
        Form::Whole => whole(call, text),
        form => each(call, text, form),
    };
    let went_well = match went_well {
        Ok(went_well) => went_well,
        Err(halt) => {
            cancel(call)?;
            return Err(halt);
        }
    };
    if !went_well {
        cancel(call)?;
    }
    Ok(went_well)
}

fn cancel(call: &mut Call<'_>) -> Res<()> {
    destroy(call)?;
    bind(call, Array::new())?;
    warn(call, "Failed to decode session object. Session has been destroyed")
}

fn whole(call: &mut Call<'_>, text: &[u8]) -> Res<bool> {
    let mut reader = Reader::new(request(call), text)?;
    let value = reader.next(request(call))?;
    reader.wake(request(call))?;
    let vars = value.as_ref().map(|value| value.unboxed().clone());
    let is_read = vars.is_some();
    match vars {
        Some(vars) if !vars.is_null() && vars.as_array().is_none() => {
            let place = runtime::object::Reference::new(vars);
            let place = call.alloc(place)?;
            session(call).vars = Some(place.clone());
            request(call).bind_session(place)?;
        }
        vars => bind(call, vars.and_then(|vars| vars.as_array().cloned()).unwrap_or_default())?,
    }
    Ok(is_read || text.is_empty())
}

/// The name that stands at a place, and where its value begins.
fn name(text: &[u8], at: usize, form: Form) -> Option<(&[u8], usize)> {
    if form == Form::Binary {
        let length = usize::from(text[at] & 0x7f);
        let name = text.get(at + 1..at + 1 + length)?;
        return (at + length < text.len()).then_some((name, at + 1 + length));
    }
    let length = text[at..].iter().position(|byte| *byte == b'|')?;
    Some((&text[at..at + length], at + length + 1))
}

fn each(call: &mut Call<'_>, text: &[u8], form: Form) -> Res<bool> {
    let mut reader = Reader::new(request(call), text)?;
    let mut went_well = true;
    while reader.at < text.len() {
        let Some((name, start)) = name(text, reader.at, form) else {
            went_well = false;
            break;
        };
        reader.at = start;
        let Some(value) = reader.next(request(call))? else {
            went_well = false;
            break;
        };
        put(call, name, value)?;
    }
    reader.wake(request(call))?;
    Ok(went_well)
}

/// Sets a variable.
fn put(call: &mut Call<'_>, name: &[u8], value: Value) -> Res<()> {
    let name = call.str(name)?;
    let Some(place) = session(call).vars.clone() else { return Ok(()) };
    let mut vars = match place.peek().view() {
        View::Array(vars) => vars.clone(),
        _ => return Ok(()),
    };
    place.set(Value::NULL);
    let set = vars.set(Key::of_str(&name), value);
    place.set(vars.into());
    call.alloc(set)
}
