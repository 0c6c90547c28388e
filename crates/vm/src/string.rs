//! Strings: joining and writing them.

use hhbc::imm::Count;
use runtime::conv;
use runtime::ops;
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::late;
use crate::request::Request;

/// `concat`: see the table.
pub fn concat(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    if let View::Object(_) = frame.top(1).unboxed().view() {
        convert_left(rq, frame)?;
    }
    let right = frame.pop();
    let left = frame.pop();
    let joined = join(rq, left, &right)?;
    frame.push(joined);
    Ok(())
}

/// Converts the object on the left. PHP: a variable on the right is read behind that.
fn convert_left(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let left = frame.top(1).unboxed().clone();
    let text = conv::to_str(rq, &left)?;
    *frame.top_mut(1) = Value::from(text);
    if let Some(local) = late::operand(frame, true)
        && !matches!(frame.local(local).unboxed().view(), View::Uninit)
    {
        *frame.top_mut(0) = frame.local(local).unboxed().clone();
    }
    Ok(())
}

/// `left . right`, in place when `left` is the only owner of a string.
pub(crate) fn join(rq: &mut Request, left: Value, right: &Value) -> Res<Value> {
    if let Some(string) = left.as_str()
        && string.is_unique()
    {
        let mut string = string.clone();
        drop(left);
        ops::append(rq, &mut string, right)?;
        return Ok(Value::from(string));
    }
    ops::concat(rq, &left, right).map(Value::from)
}

/// `concat_n`: see the table.
pub fn concat_n(rq: &mut Request, frame: &mut Frame, n: &Count) -> Res<()> {
    let mut parts = Vec::with_capacity(n.0 as usize);
    for at in (0..n.0).rev() {
        let part = frame.top(at).clone();
        parts.push(conv::to_str(rq, &part)?);
    }
    let bytes: Vec<&[u8]> = parts.iter().map(Str::as_bytes).collect();
    let joined = Str::join(&bytes).or_exit(rq)?;
    frame.discard(n.0);
    frame.push(Value::from(joined));
    Ok(())
}

/// Writes a value out. PHP: an array is written even if a handler throws at that.
fn write_out(rq: &mut Request, value: &Value) -> Res<()> {
    match conv::to_str(rq, value) {
        Ok(text) => rq.echo(&text),
        Err(halt @ Halt::Throw(_)) if value.as_array().is_some() => {
            rq.echo(b"Array")?;
            Err(halt)
        }
        Err(halt) => Err(halt),
    }
}

/// `print`: see the table.
pub fn print(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    write_out(rq, &value)?;
    frame.push(Value::int(1));
    Ok(())
}
