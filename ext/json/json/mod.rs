//! The functions of JSON.

mod failure;
#[rustfmt::skip]
mod r#gen;
mod parse;
mod scan;
mod text;
mod write;

pub use failure::{Failure, Flags};
pub use r#gen::{CONSTANTS, NATIVES};
pub use scan::{Scanner, Token};

use parse::Target;
use runtime::native::{Call, OrFalse};
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;
use write::Writer;

/// What the last call ended with.
#[derive(Default)]
struct Last(Failure);

fn thrown(call: &mut Call<'_>, failure: Failure) -> Halt {
    call.host().throw_instance("JsonException", failure.text(), failure as i64)
}

/// Keeps the failure, or throws it.
fn record(call: &mut Call<'_>, flags: Flags, failure: Failure) -> Res<()> {
    if !flags.has(Flags::THROW_ON_ERROR) {
        call.state::<Last>().0 = failure;
        return Ok(());
    }
    if failure == Failure::None { Ok(()) } else { Err(thrown(call, failure)) }
}

fn checked_depth(call: &mut Call<'_>, position: usize, depth: i64) -> Res<usize> {
    if depth <= 0 {
        return Err(call.value_error(position, "must be greater than 0"));
    }
    if depth > i64::from(i32::MAX) {
        return Err(call.value_error(position, format!("must be less than {}", i32::MAX)));
    }
    Ok(depth as usize)
}

fn json_decode(
    call: &mut Call<'_>,
    json: &Str,
    associative: Option<bool>,
    depth: i64,
    flags: i64,
) -> Res<Value> {
    let flags = Flags(flags);
    if json.is_empty() {
        record(call, flags, Failure::Syntax)?;
        return Ok(Value::NULL);
    }
    let depth = checked_depth(call, 3, depth)?;
    let assoc = associative.unwrap_or(flags.has(Flags::OBJECT_AS_ARRAY));
    let decoded = parse::decode(call, json, &Target { flags, assoc, depth })?;
    record(call, flags, decoded.as_ref().err().copied().unwrap_or_default())?;
    Ok(decoded.unwrap_or(Value::NULL))
}

fn json_encode(call: &mut Call<'_>, value: &Value, flags: i64, depth: i64) -> Res<OrFalse<Str>> {
    let flags = Flags(flags);
    // PHP: the depth is an int of 32 bits.
    let mut writer = Writer::new(call, flags, i64::from(depth as i32));
    let _ = writer.value(value)?;
    let (out, failure) = (writer.out, writer.failure);
    let is_partial = flags.has(Flags::PARTIAL_OUTPUT);
    let kept = if is_partial { Flags(flags.0 & !Flags::THROW_ON_ERROR) } else { flags };
    record(call, kept, failure)?;
    if failure != Failure::None && !is_partial {
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(call.str(&out)?)))
}

fn json_last_error(call: &mut Call<'_>) -> Res<i64> {
    Ok(call.state::<Last>().0 as i64)
}

fn json_last_error_msg(call: &mut Call<'_>) -> Res<Str> {
    let text = call.state::<Last>().0.text();
    call.str(text.as_bytes())
}

fn json_validate(call: &mut Call<'_>, json: &Str, depth: i64, flags: i64) -> Res<bool> {
    if flags != 0 && flags != Flags::INVALID_UTF8_IGNORE {
        let rule = "must be a valid flag (allowed flags: JSON_INVALID_UTF8_IGNORE)";
        return Err(call.value_error(3, rule));
    }
    if json.is_empty() {
        call.state::<Last>().0 = Failure::Syntax;
        return Ok(false);
    }
    let depth = checked_depth(call, 2, depth)?;
    let failure = parse::validate(json, Flags(flags), depth)?.err().unwrap_or_default();
    call.state::<Last>().0 = failure;
    Ok(failure == Failure::None)
}
