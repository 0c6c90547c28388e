//! Elements by reference: `array_walk()`.

use runtime::array::close_cursor;
use runtime::message::Message;
use runtime::native::{Call, Callable, Passed};
use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use crate::array::key_value;

/// What is called, and what it gets behind the element and its key.
struct Visit<'a> {
    callable: Callable,
    extra: Option<&'a Value>,
    recurses: bool,
}

pub(super) fn array_walk(
    call: &mut Call<'_>,
    array: &Reference,
    callback: &Value,
    arg: Passed<'_>,
) -> Res<bool> {
    let visit = Visit { callable: call.callable(2, callback)?, extra: arg.0, recurses: false };
    walk(call, array, (&visit, &mut Vec::new()))
}

pub(super) fn array_walk_recursive(
    call: &mut Call<'_>,
    array: &Reference,
    callback: &Value,
    arg: Passed<'_>,
) -> Res<bool> {
    let visit = Visit { callable: call.callable(2, callback)?, extra: arg.0, recurses: true };
    walk(call, array, (&visit, &mut Vec::new()))
}

/// The array in a variable, made this variable's own; a cursor at its start.
fn open(call: &mut Call<'_>, place: &Reference) -> Res<Option<runtime::array::CursorId>> {
    let mut place = place.clone();
    let opened = match place.slot_mut().as_array_mut() {
        Some(array) => array.make_unique(0).map(|()| Some(array.open_cursor(0))),
        None => Ok(None),
    };
    opened.or_exit(call.rq())
}

/// Where the arrays are that a walk has gone into.
type Around = Vec<usize>;

fn walk(
    call: &mut Call<'_>,
    place: &Reference,
    (visit, around): (&Visit<'_>, &mut Around),
) -> Res<bool> {
    call.rq().guard_stack()?;
    let Some(cursor) = open(call, place)? else { return Ok(true) };
    let mut result = Ok(());
    while result.is_ok() {
        if place.peek().as_array().is_none() {
            let text = "Iterated value is no longer an array or object".to_owned();
            result = Err(call.throw(Message::TypeRefused { text }));
            break;
        }
        let mut place = place.clone();
        let next = match place.slot_mut().as_array_mut() {
            Some(array) => array.next_ref(&cursor).map(|next| {
                next.map(|(at, element)| {
                    (array.entry(at).map_or(Value::NULL, |(key, _)| key_value(key)), element)
                })
            }),
            None => Ok(None),
        };
        let Some((key, element)) = next.or_exit(call.rq())? else { break };
        result = visit_one(call, (key, element), (visit, around));
    }
    close_cursor(cursor);
    result.map(|()| true)
}

fn visit_one(
    call: &mut Call<'_>,
    (key, element): (Value, Reference),
    (visit, around): (&Visit<'_>, &mut Around),
) -> Res<()> {
    if visit.recurses && matches!(element.peek().view(), View::Array(_)) {
        return visit_array(call, element, (visit, around));
    }
    let element = Value::from(element);
    match visit.extra {
        Some(extra) => call.call(&visit.callable, &[element, key, extra.clone()]),
        None => call.call(&visit.callable, &[element, key]),
    }
    .map(drop)
}

fn visit_array(
    call: &mut Call<'_>,
    mut element: Reference,
    (visit, around): (&Visit<'_>, &mut Around),
) -> Res<()> {
    let inner = element.slot_mut().as_array_mut().map_or(Ok(0), |array| {
        array.make_unique(0).map(|()| array.as_block().as_ptr() as usize)
    });
    let inner = inner.or_exit(call.rq())?;
    if around.contains(&inner) {
        return Err(call.throw(Message::Refused { text: "Recursion detected".to_owned() }));
    }
    around.push(inner);
    let walked = walk(call, &element, (visit, around)).map(drop);
    around.pop();
    walked
}
