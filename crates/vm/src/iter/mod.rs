//! Iterators of `foreach`.
//!
//! An iterator takes two cells. By value the first holds the array and the second the position of
//! the next element; by reference the first holds the reference and the second the cursor's number,
//! or what `object` keeps of the object that the variable is now.
//! An iterator that is not live has Uninit in its first cell.
//!
//! Objects: see `object` and `props`.

mod array;
mod object;
pub(crate) mod props;

use hhbc::imm::{IterId, IterIds, Label, LocalId};
use runtime::array::{Array, CursorId, Key, close_cursor};
use runtime::heap::Oom;
use runtime::object::{Object, Reference};
use runtime::raise::{OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::library;
use crate::local;
use crate::ops::Flow;
use crate::request::Request;

pub(crate) use object::{ADVANCED, MARK, aggregate, collect, collect_seen};

#[inline]
pub(crate) fn key_value(key: Key) -> Value {
    match key {
        Key::Int(int) => Value::int(int),
        Key::Str(string) => Value::from(Str::clone(string)),
    }
}

/// Frees what an iterator's cells hold, if it is live.
pub(crate) fn free_cells(first: &mut Value, second: &mut Value) {
    if let View::Ref(_) = first.view()
        && let Some(cursor) = object::cursor_of(second)
    {
        close_cursor(cursor);
    }
    if let View::Object(_) = first.view()
        && let Some(cursor) = props::cursor(second)
    {
        close_cursor(cursor);
    }
    *first = Value::UNINIT;
    *second = Value::UNINIT;
}

/// The element of `array` at or after `position`: its position, key and value.
fn element(array: &Array, position: u32) -> Option<(u32, Value, Value)> {
    let at = array.valid_position(position);
    let (key, value) = array.entry(at)?;
    Some((at, key_value(key), value.clone()))
}

/// Gives an element to the local of a loop. PHP: a value that goes on to another place is a
/// reference until it is there, so that the element stays one in a copy made meanwhile.
fn put(rq: &mut Request, frame: &mut Frame, local: LocalId, value: Value) -> Res<()> {
    if frame.php().local_name(local.0).is_none() {
        *frame.local_mut(local) = value;
        return Ok(());
    }
    local::store(rq, frame, local, value.unboxed().clone()).map(drop)
}

fn warn_source(rq: &mut Request, value: &Value) -> Res<()> {
    let name = match value.view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => runtime::conv::type_name(rq, value),
    };
    rq.warn(&format!("foreach() argument must be of type array|object, {name} given"))
}

fn init(
    rq: &mut Request,
    frame: &mut Frame,
    iter: IterId,
    value: LocalId,
    key: Option<LocalId>,
) -> Res<bool> {
    let source = frame.pop();
    if let View::Object(object) = source.unboxed().view() {
        let cells = match was_called(frame, iter) {
            true => {
                crate::generator::settle_direct(rq, object)?;
                (source.unboxed().clone(), Value::int(MARK))
            }
            false => object::begin(rq, frame, object, false)?,
        };
        return begin_object(rq, frame, (iter, value, key), cells);
    }
    if source.unboxed().as_array().is_none() {
        warn_source(rq, source.unboxed())?;
        return Ok(false);
    }
    let (first, second) = frame.iter_mut(iter);
    *first = source.unboxed().clone();
    *second = Value::int(0);
    advance(rq, frame, iter, value, key)
}

/// Whether the generator that a loop begins with has been called for it, which an iterator that is
/// not live says in its second cell.
fn was_called(frame: &mut Frame, iter: IterId) -> bool {
    let (_, second) = frame.iter_mut(iter);
    let is_called = second.as_int() == Some(ADVANCED);
    if is_called {
        *second = Value::UNINIT;
    }
    is_called
}

/// What an iterator is to assign.
type Targets = (IterId, LocalId, Option<LocalId>);

fn begin_object(
    rq: &mut Request,
    frame: &mut Frame,
    targets: Targets,
    cells: (Value, Value),
) -> Res<bool> {
    let (first, second) = frame.iter_mut(targets.0);
    (*first, *second) = cells;
    assign_object(rq, frame, targets, false)
}

/// Assigns what an object has at hand; frees the iterator when there is nothing.
fn assign_object(
    rq: &mut Request,
    frame: &mut Frame,
    (iter, value, key): Targets,
    by_ref: bool,
) -> Res<bool> {
    let (first, second) = frame.iter_mut(iter);
    let (object, mut state) = (first.clone(), std::mem::take(second));
    let pair = object::pair(rq, frame, (&object, &mut state), (key.is_some(), by_ref));
    *frame.iter_mut(iter).1 = state;
    let Some((found, element)) = pair? else {
        // PHP: the object goes before what went through it.
        drop(object);
        free(frame, iter);
        return Ok(false);
    };
    match element.view() {
        View::Ref(_) if by_ref => *frame.local_mut(value) = element,
        _ => put(rq, frame, value, element.unboxed().clone())?,
    }
    if let Some(key) = key {
        local::store(rq, frame, key, found.unboxed().clone())?;
    }
    Ok(true)
}

/// Moves an object on and assigns what it then has at hand.
fn advance_object(
    rq: &mut Request,
    frame: &mut Frame,
    targets: Targets,
    by_ref: bool,
) -> Res<bool> {
    let (first, second) = frame.iter_mut(targets.0);
    if let View::Object(object) = first.view()
        && object::needs_next(second)
    {
        let object = object.clone();
        let mut state = std::mem::take(second);
        let moved = object::move_on_from(rq, &object, &mut state);
        *frame.iter_mut(targets.0).1 = state;
        moved?;
    }
    assign_object(rq, frame, targets, by_ref)
}

/// Assigns the next element; frees the iterator when there is none.
fn advance(
    rq: &mut Request,
    frame: &mut Frame,
    iter: IterId,
    value: LocalId,
    key: Option<LocalId>,
) -> Res<bool> {
    let (first, second) = frame.iter_mut(iter);
    if let View::Object(_) = first.view() {
        return advance_object(rq, frame, (iter, value, key), false);
    }
    let position = second.as_int().unwrap_or(0) as u32;
    let Some((at, at_key, at_value)) = first.as_array().and_then(|array| element(array, position))
    else {
        free_cells(first, second);
        return Ok(false);
    };
    *second = Value::int(i64::from(at) + 1);
    put(rq, frame, value, at_value)?;
    if let Some(key) = key {
        local::store(rq, frame, key, at_key)?;
    }
    Ok(true)
}

fn begun(has: bool, done: &Label) -> Flow {
    crate::control::jump_if(!has, done)
}

fn goes_on(has: bool, body: &Label) -> Flow {
    crate::control::jump_if(has, body)
}

/// `iter_init`: see the table.
pub fn iter_init(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    done: &Label,
    value: &LocalId,
) -> Res<Flow> {
    init(rq, frame, *iter, *value, None).map(|has| begun(has, done))
}

/// `iter_init_k`: see the table.
pub fn iter_init_k(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    done: &Label,
    value: &LocalId,
    key: &LocalId,
) -> Res<Flow> {
    init(rq, frame, *iter, *value, Some(*key)).map(|has| begun(has, done))
}

/// `iter_next`: see the table.
pub fn iter_next(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    body: &Label,
    value: &LocalId,
) -> Res<Flow> {
    advance(rq, frame, *iter, *value, None).map(|has| goes_on(has, body))
}

/// `iter_next_k`: see the table.
pub fn iter_next_k(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    body: &Label,
    value: &LocalId,
    key: &LocalId,
) -> Res<Flow> {
    advance(rq, frame, *iter, *value, Some(*key)).map(|has| goes_on(has, body))
}

fn init_ref(
    rq: &mut Request,
    frame: &mut Frame,
    iter: IterId,
    value: LocalId,
    key: Option<LocalId>,
) -> Res<bool> {
    let source = frame.pop();
    let View::Ref(reference) = source.view() else { return Ok(false) };
    let mut reference: Reference = reference.clone();
    let held = reference.get();
    if let View::Object(object) = held.view()
        && library::TRAVERSABLE.is_above(object.class())
    {
        let cells = object::begin(rq, frame, object, true)?;
        let (first, second) = frame.iter_mut(iter);
        (*first, *second) = cells;
        return assign_object(rq, frame, (iter, value, key), true);
    }
    let is_object = matches!(held.view(), View::Object(_));
    drop(held);
    if is_object {
        let (first, second) = frame.iter_mut(iter);
        (*first, *second) = (Value::from(reference), Value::NULL);
        return advance_ref(rq, frame, iter, value, key);
    }
    if reference.peek().as_array().is_none() {
        warn_source(rq, &reference.get())?;
        return Ok(false);
    }
    let mut place = reference.slot_mut();
    let array = place.as_array_mut().expect("invariant: an array, as was just seen");
    array.make_unique(0).or_exit(rq)?;
    let cursor = array.open_cursor(0);
    let (first, second) = frame.iter_mut(iter);
    *first = Value::from(reference);
    *second = Value::int(i64::from(cursor.number()));
    advance_ref(rq, frame, iter, value, key)
}

fn advance_ref(
    rq: &mut Request,
    frame: &mut Frame,
    iter: IterId,
    value: LocalId,
    key: Option<LocalId>,
) -> Res<bool> {
    let (first, second) = frame.iter_mut(iter);
    if let View::Object(_) = first.view() {
        return advance_object(rq, frame, (iter, value, key), true);
    }
    let View::Ref(reference) = first.view() else { return Ok(false) };
    let mut reference = reference.clone();
    let held = reference.get();
    if let View::Object(object) = held.view() {
        return advance_property(rq, frame, object, (iter, value, key));
    }
    drop(held);
    let mut place = reference.slot_mut();
    let next = match place.as_array_mut() {
        Some(array) => {
            let cursor = array_cursor(array, second).or_exit(rq)?;
            array.next_ref(&cursor).or_exit(rq)?.map(|(at, element)| {
                (array.entry(at).map_or(Value::NULL, |(key, _)| key_value(key)), element)
            })
        }
        None => None,
    };
    let Some((at_key, element)) = next else {
        free_cells(first, second);
        if reference.peek().as_array().is_none() {
            warn_source(rq, &reference.get())?;
        }
        return Ok(false);
    };
    *frame.local_mut(value) = Value::from(element);
    if let Some(key) = key {
        local::store(rq, frame, key, at_key)?;
    }
    Ok(true)
}

/// The cursor of a loop by reference over an array. PHP: when the variable was another thing before,
/// the loop begins at the array's internal pointer.
fn array_cursor(array: &mut Array, second: &mut Value) -> Result<CursorId, Oom> {
    if let Some(number) = second.as_int() {
        return Ok(CursorId::from_number(number as u32));
    }
    let cursor = match object::cursor_of(second) {
        Some(cursor) => cursor,
        None => {
            array.make_unique(0)?;
            array.open_cursor(array.position())
        }
    };
    *second = Value::int(i64::from(cursor.number()));
    Ok(cursor)
}

/// Binds the next property of the object that the variable of a loop by reference is now. PHP: it
/// is not asked for an iterator.
fn advance_property(
    rq: &mut Request,
    frame: &mut Frame,
    object: &Object,
    (iter, value, key): Targets,
) -> Res<bool> {
    let mut state = std::mem::take(frame.iter_mut(iter).1);
    if !object::is_list_of(&state, object) {
        let cursor = object::cursor_of(&state);
        cursor.iter().for_each(CursorId::lose);
        state = object::list_of(rq, frame, object, cursor)?;
    }
    let real = rq.real_object(object)?;
    let found = object::property(rq, frame, &real, (&mut state, true));
    *frame.iter_mut(iter).1 = state;
    let Some((at_key, element)) = found? else {
        free(frame, iter);
        return Ok(false);
    };
    *frame.local_mut(value) = element;
    if let Some(key) = key {
        local::store(rq, frame, key, at_key)?;
    }
    Ok(true)
}

/// `m_iter_init`: see the table.
pub fn m_iter_init(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    done: &Label,
    value: &LocalId,
) -> Res<Flow> {
    init_ref(rq, frame, *iter, *value, None).map(|has| begun(has, done))
}

/// `m_iter_init_k`: see the table.
pub fn m_iter_init_k(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    done: &Label,
    value: &LocalId,
    key: &LocalId,
) -> Res<Flow> {
    init_ref(rq, frame, *iter, *value, Some(*key)).map(|has| begun(has, done))
}

/// `m_iter_next`: see the table.
pub fn m_iter_next(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    body: &Label,
    value: &LocalId,
) -> Res<Flow> {
    advance_ref(rq, frame, *iter, *value, None).map(|has| goes_on(has, body))
}

/// `m_iter_next_k`: see the table.
pub fn m_iter_next_k(
    rq: &mut Request,
    frame: &mut Frame,
    iter: &IterId,
    body: &Label,
    value: &LocalId,
    key: &LocalId,
) -> Res<Flow> {
    advance_ref(rq, frame, *iter, *value, Some(*key)).map(|has| goes_on(has, body))
}

fn free(frame: &mut Frame, iter: IterId) {
    let (first, second) = frame.iter_mut(iter);
    free_cells(first, second);
}

/// `iter_free`: see the table.
pub fn iter_free(_: &mut Request, frame: &mut Frame, iter: &IterId) {
    free(frame, *iter);
}

/// `m_iter_free`: see the table.
pub fn m_iter_free(_: &mut Request, frame: &mut Frame, iter: &IterId) {
    free(frame, *iter);
}

/// `iter_break`: see the table.
pub fn iter_break(_: &mut Request, frame: &mut Frame, iters: &IterIds, target: &Label) -> Flow {
    for iter in &iters.0 {
        free(frame, *iter);
    }
    Flow::Jump(*target)
}
