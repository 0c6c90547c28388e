//! Arrays to strings.

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

pub(super) fn implode(
    call: &mut Call<'_>,
    separator: &Value,
    array: Option<&Array>,
) -> Res<Str> {
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

fn join_elements(call: &mut Call<'_>, separator: &[u8], array: &Array) -> Res<Str> {
    if array.len() == 1
        && let Some((_, only)) = array.iter().next()
    {
        return call.to_str(only);
    }
    let mut out = Vec::new();
    for (index, (_, value)) in array.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(separator);
        }
        match value.as_str() {
            Some(text) => out.extend_from_slice(text),
            None => {
                let text = call.to_str(value)?;
                out.extend_from_slice(&text);
            }
        }
    }
    call.str(&out)
}
