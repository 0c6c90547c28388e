//! Names of the web: a request is sent, and the body of its answer is the stream.
//!
//! # Not here
//! Encryption: `https:` has no transport.

mod answer;
mod connection;
#[rustfmt::skip]
mod r#gen;
pub(crate) mod notify;
mod open;
mod request;
mod url;

pub use r#gen::{CONSTANTS, NATIVES};

pub(crate) use connection::Connection;
pub(crate) use notify::progress;
pub(crate) use open::open;
pub(crate) use url::Url;

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::layer::open::Wanted;
use crate::layer::{context, io};

/// The head of the last answer.
#[derive(Default)]
struct LastHead(Option<Array>);

fn http_get_last_response_headers(call: &mut Call<'_>) -> Res<Option<Array>> {
    Ok(call.state::<LastHead>().0.clone())
}

fn http_clear_last_response_headers(call: &mut Call<'_>) -> Res<()> {
    call.state::<LastHead>().0 = None;
    Ok(())
}

fn get_headers(
    call: &mut Call<'_>,
    url: &Str,
    associative: bool,
    given: &Value,
) -> Res<OrFalse<Array>> {
    let context = context::given(call, 3, given)?;
    let wanted = Wanted {
        path: url,
        mode: b"r",
        context: Some(&context),
        searches: false,
        options: open::HEAD_ONLY,
        reports: true,
    };
    let Some((id, value)) = crate::layer::open::open(call, &wanted)? else {
        return Ok(OrFalse(None));
    };
    let head = crate::layer::stream(call, id).and_then(|open| open.wrapper_data.clone());
    io::close(call, id)?;
    io::mark_closed(&value);
    let Some(head) = head.and_then(|head| head.as_array().cloned()) else {
        return Ok(OrFalse(None));
    };
    if !associative {
        return Ok(OrFalse(Some(head)));
    }
    by_name(call, &head).map(Some).map(OrFalse)
}

/// The lines by what stands before the colon; a name that comes again holds a list.
fn by_name(call: &mut Call<'_>, head: &Array) -> Res<Array> {
    let mut named = Array::new();
    for (_, line) in head {
        let Some(line) = line.as_str().cloned() else { continue };
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            let added = named.append(line.into());
            if added.is_err() {
                break;
            }
            continue;
        };
        let name = call.str(&line[..colon])?;
        let value = Value::from(call.str(line[colon + 1..].trim_ascii_start())?);
        let value = match named.get(Key::of_str(&name)).cloned() {
            None => value,
            Some(first) => match first.as_array().cloned() {
                None => call.list([first, value])?.into(),
                Some(list) => {
                    let all: Vec<Value> =
                        list.iter().map(|(_, one)| one.clone()).chain([value]).collect();
                    call.list(all)?.into()
                }
            },
        };
        let put = named.set(Key::of_str(&name), value);
        call.alloc(put)?;
    }
    Ok(named)
}
