//! What the callback of a context is told while a request goes on.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::layer::table::Streams;
use crate::layer::{context, stream};

/// What happened, as `STREAM_NOTIFY_…` numbers it.
pub mod event {
    pub const CONNECT: i64 = 2;
    pub const AUTH_REQUIRED: i64 = 3;
    pub const MIME_TYPE_IS: i64 = 4;
    pub const FILE_SIZE_IS: i64 = 5;
    pub const REDIRECTED: i64 = 6;
    pub const PROGRESS: i64 = 7;
    pub const FAILURE: i64 = 9;
    pub const AUTH_RESULT: i64 = 10;
}

const SEVERITY_INFO: i64 = 0;
const SEVERITY_ERROR: i64 = 2;

/// The callback of a context.
fn callback(call: &mut Call<'_>, context: Option<&Value>) -> Option<Value> {
    let id = context.and_then(context::id_of)?;
    let params = call.state::<Streams>().contexts.get(&id)?.params.clone();
    context::named(&params, "notification").cloned()
}

/// Whether anybody is told.
pub fn is_heard(call: &mut Call<'_>, context: Option<&Value>) -> bool {
    callback(call, context).is_some()
}

fn tell(
    call: &mut Call<'_>,
    context: Option<&Value>,
    (event, severity): (i64, i64),
    (message, code): (Option<&[u8]>, i64),
    (bytes, most): (i64, i64),
) -> Res<()> {
    let Some(callback) = callback(call, context) else { return Ok(()) };
    let Ok(callable) = call.host().callable(&callback) else {
        return call.warn("Failed to call user notifier");
    };
    let message = message.map(|message| call.str(message)).transpose()?;
    let message = message.map_or(Value::NULL, Value::from);
    let [event, severity, code, bytes, most] = [event, severity, code, bytes, most].map(Value::int);
    call.call(&callable, &[event, severity, message, code, bytes, most]).map(drop)
}

/// Tells that something happened.
pub fn info(
    call: &mut Call<'_>,
    context: Option<&Value>,
    event: i64,
    message: Option<&[u8]>,
) -> Res<()> {
    tell(call, context, (event, SEVERITY_INFO), (message, 0), (0, 0))
}

/// Tells what an answer says, with its status.
pub fn coded(
    call: &mut Call<'_>,
    context: Option<&Value>,
    event: i64,
    (line, status): (&[u8], i64),
) -> Res<()> {
    tell(call, context, (event, SEVERITY_INFO), (Some(line), status), (0, 0))
}

/// Tells how long the answer is.
pub fn size(
    call: &mut Call<'_>,
    context: Option<&Value>,
    bytes: i64,
    (line, status): (&[u8], i64),
) -> Res<()> {
    tell(call, context, (event::FILE_SIZE_IS, SEVERITY_INFO), (Some(line), status), (0, bytes))
}

/// Tells of a status that is an error.
pub fn failure(
    call: &mut Call<'_>,
    context: Option<&Value>,
    event: i64,
    (line, status): (&[u8], i64),
) -> Res<()> {
    tell(call, context, (event, SEVERITY_ERROR), (Some(line), status), (0, 0))
}

/// Tells how much of the answer has come.
pub fn bytes(call: &mut Call<'_>, context: Option<&Value>, so_far: i64, most: i64) -> Res<()> {
    tell(call, context, (event::PROGRESS, SEVERITY_INFO), (None, 0), (so_far, most))
}

/// Tells that `count` bytes more of a stream have come, where somebody wants to know.
pub fn progress(call: &mut Call<'_>, id: u32, count: usize) -> Res<()> {
    let Some(open) = stream(call, id) else { return Ok(()) };
    let Some((so_far, most)) = open.progress.as_mut() else { return Ok(()) };
    *so_far += count as i64;
    let (so_far, most) = (*so_far, *most);
    let context = open.context.clone();
    bytes(call, context.as_ref(), so_far, most)
}
