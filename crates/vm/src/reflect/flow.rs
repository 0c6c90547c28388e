//! Generators and fibers: where they are.

use runtime::array::{Array, Key};
use runtime::object::Object;
use runtime::raise::{OrExit, Res};
use runtime::string::intern;
use runtime::value::{Value, View};

use super::facts::{Facts, argument, class_value, func_value, line, list};
use crate::frame::{Frame, FrameInfo};
use crate::generator;
use crate::request::Request;
use crate::throwable::{self, Wanted};

/// `generator_(Generator): array`: where it is and what it runs on.
pub(super) fn of_generator(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let Some(func) = generator::func_of(&object) else { return Ok(Value::NULL) };
    let mut facts = Facts::default();
    let place = generator::standing(&object);
    facts.flag("over", place.is_none());
    facts.add("func", func_value(func));
    facts.add("class", func.scope().map_or(Value::NULL, class_value));
    if let Some(place) = place {
        facts.add("this", place.this).add("line", line(place.line));
    }
    let leaf = generator::delegation(&object).pop();
    facts.add("leaf", leaf.map_or(Value::NULL, Value::from));
    facts.into_value(rq)
}

/// `generatorTrace_(Generator, bool $objects): array`: the generators that delegate to each other
/// as calls.
pub(super) fn generator_trace(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let objects = runtime::conv::to_bool(&argument(frame, 1));
    let chain = generator::delegation(&object);
    let mut rows = Vec::new();
    for (at, callee) in chain.iter().enumerate().rev() {
        let caller = at.checked_sub(1).map(|at| &chain[at]);
        rows.push(generator_row(rq, (callee, caller), objects)?);
    }
    list(rq, rows)
}

fn generator_row(
    rq: &mut Request,
    (callee, caller): (&Object, Option<&Object>),
    objects: bool,
) -> Res<Value> {
    let Some(place) = generator::standing(callee) else { return Ok(Value::NULL) };
    let mut facts = Facts::default();
    let from = caller.and_then(generator::standing);
    if let Some((from, php)) = from.and_then(|from| Some((from.line, from.func.as_php()?))) {
        facts.add("file", Value::from(php.unit().path())).add("line", Value::int(from.into()));
    }
    facts.add("function", Value::from(place.func.name()));
    if let Some(scope) = place.func.scope() {
        facts.add("class", Value::from(scope.class().name));
        let has_this = matches!(place.this.view(), View::Object(_));
        let arrow: &[u8] = if has_this { b"->" } else { b"::" };
        if objects && has_this {
            facts.add("object", place.this.clone());
        }
        facts.add("type", Value::from(intern(arrow)));
    }
    let args = list(rq, generator::args_of(callee))?;
    facts.add("args", args);
    facts.into_value(rq)
}

/// The frames of a fiber; none before it starts and after it ends.
fn frames(rq: &Request, frame: &Frame) -> Option<Vec<FrameInfo>> {
    let fiber = argument(frame, 0).into_object()?;
    crate::fiber::frames(rq, &fiber)
}

/// `fiber_(Fiber): ?array`: the innermost line of a script that it is at.
pub(super) fn of_fiber(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(frames) = frames(rq, frame) else { return Ok(Value::NULL) };
    let mut place = Array::new();
    let of_script = frames.iter().find_map(|frame| {
        let php = frame.func.as_php().filter(|php| !php.unit().is_library())?;
        Some((php.unit().path(), frame.line()))
    });
    if let Some((path, at)) = of_script {
        let mut put = |key: &[u8], value| place.set(Key::Str(intern(key).as_str()), value);
        let both = put(b"file", Value::from(path)).and_then(|_| put(b"line", line(at)));
        both.or_exit(rq)?;
    }
    Ok(Value::from(place))
}

/// `fiberTrace_(Fiber, int $options): ?array`
pub(super) fn fiber_trace(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(frames) = frames(rq, frame) else { return Ok(Value::NULL) };
    let options = argument(frame, 1).as_int().unwrap_or(0);
    let objects = options & 1 != 0;
    let wanted = Wanted { args: options & 2 == 0, objects, skipped: 0, limit: None };
    throwable::trace_of(rq, &frames, wanted).or_exit(rq).map(Value::from)
}
