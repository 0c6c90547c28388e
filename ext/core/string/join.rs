//! Arrays to strings.

use runtime::array::Array;
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Builder, Str};
use runtime::value::{Value, View};

pub(super) fn implode(call: &mut Call<'_>, separator: &Value, array: Option<&Array>) -> Res<Str> {
    match (separator.as_array(), array) {
        (Some(array), None) => join_elements(call, b"", &array.clone()),
        (None, None) => {
            let name = call.native().name;
            let text = format!(
                "{name}(): If argument #1 ($separator) is of type string, argument #2 ($array) \
                 must be of type array, null given"
            );
            Err(call.throw(Message::TypeRefused { text }))
        }
        (Some(_), Some(_)) => Err(call.type_error(1, "string", separator)),
        (None, Some(array)) => {
            let separator = call.to_str(separator)?;
            join_elements(call, &separator, array)
        }
    }
}

/// Bytes for the text of what is no string, most of the time.
const NUMBER_BYTES: usize = 4;

fn join_elements(call: &mut Call<'_>, separator: &[u8], array: &Array) -> Res<Str> {
    if array.len() == 1
        && let Some(only) = array.values().next()
    {
        return call.to_str(only);
    }
    let length = |value: &Value| value.unboxed().as_str().map_or(NUMBER_BYTES, |text| text.len());
    let texts: usize = array.values().map(length).sum();
    let out = Builder::with_capacity(texts.saturating_add(separator.len() * array.len()));
    let mut out = call.alloc(out)?;
    let mut gap: &[u8] = b"";
    for value in array.values() {
        let mut added = out.push(gap);
        gap = separator;
        if added.is_ok() {
            added = match value.unboxed().view() {
                View::Str(text) => out.push(text),
                View::Int(int) => out.push(conv::int_text(int, &mut [0; 20])),
                _ => out.push(&call.to_str(value)?),
            };
        }
        call.alloc(added)?;
    }
    Ok(out.finish())
}
