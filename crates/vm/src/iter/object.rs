//! `foreach` over objects: generators, iterators, and the properties of others.
//!
//! The first cell of the iterator holds the object. The second holds [`MARK`] for one that is
//! asked for its values, or the object that numbers the loop, else where a loop over properties is (see
//! `props`), or the list of their names behind the position in it.

use std::collections::HashSet;

use hhbc::func::Attrs;
use runtime::array::{Array, CursorId, Key};
use runtime::class::{Found, Hooks, Method};
use runtime::message::Message;
use runtime::object::Object;
use runtime::raise::{Halt, OrExit, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::array;
use super::props::{self, Next};
use crate::class::class_text;
use crate::frame::Frame;
use crate::generator;
use crate::library;
use crate::object::{Seen, prop, seen, visible_props};
use crate::request::Request;

/// What the second cell holds beside an object that is asked for its values.
pub(crate) const MARK: i64 = -1;
/// The same while the object, a generator, has been called for its next value.
pub(crate) const ADVANCED: i64 = -2;

/// A key and the value under it.
pub(super) type Pair = (Value, Value);

/// The iterator that an aggregate gives; none when it is none after all. PHP: a loop over one of
/// the library's does not call `getIterator()`, unless a script declares it.
pub(crate) fn aggregate(rq: &mut Request, object: &Object) -> Res<Option<Object>> {
    let class = object.class().class();
    let own = class.library_method(b"iterate_");
    let given = class.methods.get(b"getiterator");
    if let Some(given) = given
        && let Some(made) = array::iterator_of(rq, object, given)?
    {
        return Ok(Some(made));
    }
    let is_own = own.zip(given).is_some_and(|(own, given)| own.scope == given.scope);
    let method: &[u8] = if is_own { b"iterate_" } else { b"getiterator" };
    let inner = rq.call_method(object, method, &[])?;
    if let View::Object(inner) = inner.unboxed().view()
        && library::TRAVERSABLE.is_above(inner.class())
    {
        return Ok(Some(inner.clone()));
    }
    let class = class_text(object.class());
    let text = format!(
        "Objects returned by {class}::getIterator() must be traversable or implement interface \
         Iterator"
    );
    Err(rq.throw_error("exception", &text))
}

/// The methods of `Iterator`.
pub(super) const ITERATION: [&[u8]; 5] = [b"rewind", b"valid", b"current", b"key", b"next"];

/// The generator that a class of the library has for each loop over its objects. PHP: one that
/// changes a method of `Iterator` is asked for its values by these methods.
fn own_walk(rq: &mut Request, object: &Object) -> Res<Option<Object>> {
    let class = object.class().class();
    let methods = &class.methods;
    let Some(walk) = class.library_method(b"each_") else { return Ok(None) };
    let is_own = |name: &[u8]| methods.get(name).is_some_and(|method| method.scope == walk.scope);
    if !ITERATION.iter().all(|name| is_own(name)) {
        return Ok(None);
    }
    match rq.call_method(object, b"each_", &[])?.view() {
        View::Object(walk) => Ok(Some(walk.clone())),
        _ => Ok(None),
    }
}

/// The mark of a loop over an object. PHP: such a loop has a number, as objects have.
fn numbered_mark(rq: &mut Request) -> Res<Value> {
    let class = library::STD_CLASS.of(rq)?;
    rq.new_object(class).map(Value::from)
}

/// The generator that goes through an object of the library by reference, if it has one.
fn own_references(rq: &mut Request, object: &Object) -> Res<Option<Object>> {
    let class = object.class().class();
    let methods = &class.methods;
    let Some(walk) = class.library_method(b"eachref_") else { return Ok(None) };
    let is_own = |name: &&[u8]| methods.get(name).is_none_or(|it| it.scope == walk.scope);
    if !ITERATION.iter().all(is_own) {
        return Ok(None);
    }
    match rq.call_method(object, b"eachref_", &[])?.view() {
        View::Object(walk) => Ok(Some(walk.clone())),
        _ => Ok(None),
    }
}

/// What the cells of an iterator hold at first.
pub(super) fn begin(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    by_ref: bool,
) -> Res<(Value, Value)> {
    let mut object = object.clone();
    let is_aggregate = object.class().class().library_method(b"iterate_").is_some();
    while library::ITERATOR_AGGREGATE.is_above(object.class()) {
        match aggregate(rq, &object)? {
            Some(inner) => object = inner,
            None => break,
        }
    }
    if by_ref && let Some(walk) = own_references(rq, &object)? {
        object = walk;
    }
    if generator::is_generator(&object) {
        if by_ref && !generator::yields_references(&object) {
            return Err(gives_no_references(rq, is_aggregate));
        }
        generator::rewind(rq, &object)?;
        return Ok((Value::from(object), Value::int(MARK)));
    }
    if library::ITERATOR.is_above(object.class()) {
        if by_ref {
            return Err(gives_no_references(rq, true));
        }
        if let Some(walk) = own_walk(rq, &object)? {
            generator::rewind(rq, &walk)?;
            return Ok((Value::from(walk), Value::int(MARK)));
        }
        let mark = numbered_mark(rq)?;
        if array::rewind(&object) {
            return Ok((Value::from(object), mark));
        }
        rq.call_method(&object, b"rewind", &[])?;
        return Ok((Value::from(object), mark));
    }
    let object = rq.real_object(&object)?;
    if props::are_in_slots(object.class().class()) {
        return Ok((Value::from(object), Value::int(0)));
    }
    let names = names_of(rq, frame, &object)?;
    Ok((Value::from(object), Value::from(names)))
}

fn gives_no_references(rq: &mut Request, is_iterator: bool) -> Halt {
    let (class, text) = match is_iterator {
        true => ("error", "An iterator cannot be used with foreach by reference"),
        false => (
            "exception",
            "You can only iterate a generator by-reference if it declared that it yields \
             by-reference",
        ),
    };
    rq.throw_error(class, text)
}

/// The position of the first, and the names of the properties of an object.
fn names_of(rq: &mut Request, frame: &Frame, object: &Object) -> Res<Array> {
    let names = visible_props(object, frame.scope()).into_iter();
    let names = std::iter::once(Value::int(1)).chain(names.map(|seen| Value::from(seen.name)));
    Array::from_values(names).or_exit(rq)
}

/// Where the list of a loop by reference over a variable says which object it is of, which only the
/// variable keeps, and the cursor for when the variable is an array again.
const OBJECT: Key<'static> = Key::Int(-1);
const CURSOR: Key<'static> = Key::Int(-2);

/// The list of the properties of an object that the variable of a loop by reference is now.
pub(super) fn list_of(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    cursor: Option<CursorId>,
) -> Res<Value> {
    let real = rq.real_object(object)?;
    let mut list = names_of(rq, frame, &real)?;
    list.set(OBJECT, name_of(object)).or_exit(rq)?;
    if let Some(cursor) = cursor {
        list.set(CURSOR, Value::int(i64::from(cursor.number()))).or_exit(rq)?;
    }
    Ok(Value::from(list))
}

/// What no other object is called, also after this one.
fn name_of(object: &Object) -> Value {
    Value::int(object.downgrade().to_word().cast_signed())
}

/// Whether the second cell of an iterator is the list of this object.
pub(super) fn is_list_of(second: &Value, object: &Object) -> bool {
    let name = second.as_array().and_then(|list| list.get(OBJECT)).and_then(Value::as_int);
    name.is_some() && name == name_of(object).as_int()
}

/// The cursor in the second cell of an iterator over a variable.
pub(super) fn cursor_of(second: &Value) -> Option<CursorId> {
    let kept = second.as_array().and_then(|list| list.get(CURSOR));
    let number = second.as_int().or_else(|| kept.and_then(Value::as_int))?;
    Some(CursorId::from_number(number as u32))
}

/// All that iterating over a traversable object gives, in order.
pub(crate) fn collect(rq: &mut Request, frame: &mut Frame, object: &Object) -> Res<Vec<Pair>> {
    collect_seen(rq, frame, object, |_, _, _| Ok(()))
}

/// The same, each pair shown to `see` before the next is asked for.
pub(crate) fn collect_seen(
    rq: &mut Request,
    frame: &mut Frame,
    object: &Object,
    see: impl FnMut(&mut Request, &mut Frame, (usize, &Pair)) -> Res<()>,
) -> Res<Vec<Pair>> {
    let (mut first, mut second) = begin(rq, frame, object, false)?;
    let pairs = collect_from(rq, frame, (&first, &mut second), see);
    super::free_cells(&mut first, &mut second);
    pairs
}

fn collect_from(
    rq: &mut Request,
    frame: &mut Frame,
    (first, second): (&Value, &mut Value),
    mut see: impl FnMut(&mut Request, &mut Frame, (usize, &Pair)) -> Res<()>,
) -> Res<Vec<Pair>> {
    let mut pairs = Vec::new();
    while let Some(pair) = pair(rq, frame, (first, second), (true, false))? {
        see(rq, frame, (pairs.len(), &pair))?;
        pairs.push(pair);
        if let View::Object(object) = first.view() {
            move_on(rq, object)?;
        }
    }
    Ok(pairs)
}

/// Whether the cells are those of an iterator that must be moved on before it is asked again.
pub(super) fn needs_next(second: &Value) -> bool {
    match second.view() {
        View::Object(_) => true,
        View::Int(word) => matches!(word, MARK | ADVANCED),
        _ => false,
    }
}

/// Moves on to the next value, unless that was done but for what a generator delegates to.
pub(super) fn move_on_from(rq: &mut Request, object: &Object, second: &mut Value) -> Res<()> {
    if second.as_int() == Some(ADVANCED) {
        *second = Value::int(MARK);
        return generator::settle_direct(rq, object);
    }
    move_on(rq, object)
}

fn move_on(rq: &mut Request, object: &Object) -> Res<()> {
    if generator::is_generator(object) {
        return generator::advance(rq, object);
    }
    if array::move_on(object) {
        return Ok(());
    }
    rq.call_method(object, b"next", &[]).map(drop)
}

/// The value at hand; none at the end.
pub(super) fn pair(
    rq: &mut Request,
    frame: &mut Frame,
    (first, second): (&Value, &mut Value),
    (keyed, by_ref): (bool, bool),
) -> Res<Option<Pair>> {
    let View::Object(object) = first.view() else { return Ok(None) };
    if let Some(place) = props::place(second) {
        return next_property(rq, frame, object, (place, second));
    }
    if !needs_next(second) {
        return property(rq, frame, object, (second, by_ref));
    }
    if generator::is_generator(object) {
        let is_valid = generator::is_valid(object);
        return Ok(is_valid.then(|| (generator::key(object), generator::current(object))));
    }
    if let Some(pair) = array::pair(object) {
        return Ok(pair);
    }
    let valid = rq.call_method(object, b"valid", &[])?;
    if !runtime::conv::to_bool(&valid) {
        return Ok(None);
    }
    let value = rq.call_method(object, b"current", &[])?;
    let key = if keyed { rq.call_method(object, b"key", &[])? } else { Value::NULL };
    Ok(Some((key, value)))
}

fn next_property(
    rq: &mut Request,
    frame: &mut Frame,
    object: &Object,
    (place, second): (i64, &mut Value),
) -> Res<Option<Pair>> {
    let (place, next) = props::next(object, frame.scope(), place).or_exit(rq)?;
    *second = Value::int(place);
    Ok(match next {
        Next::Nothing => None,
        Next::Value(key, value) => Some((key, value)),
        Next::Asked(prop) => {
            let name = prop.name.to_str();
            let value = prop::read(rq, frame, object, &name)?;
            Some((Value::from(name), value))
        }
    })
}

pub(super) fn property(
    rq: &mut Request,
    frame: &mut Frame,
    object: &Object,
    (names, by_ref): (&mut Value, bool),
) -> Res<Option<Pair>> {
    loop {
        let Some(list) = names.as_array().cloned() else { return Ok(None) };
        let at = list.get_int(0).and_then(Value::as_int).unwrap_or(1);
        let Some(name) = list.get_int(at).and_then(|name| name.as_str().cloned()) else {
            let known: HashSet<&[u8]> =
                list.iter().filter_map(|(_, name)| Some(name.as_str()?.as_bytes())).collect();
            let mut seen = visible_props(object, frame.scope());
            seen.retain(|seen| !known.contains(seen.name.as_bytes()));
            drop(list);
            let Some(list) = names.as_array_mut().filter(|_| !seen.is_empty()) else {
                return Ok(None);
            };
            for (at, new) in (at..).zip(seen) {
                list.set(Key::Int(at), Value::from(new.name)).or_exit(rq)?;
            }
            continue;
        };
        drop(list);
        if let Some(list) = names.as_array_mut() {
            list.set(Key::Int(0), Value::int(at + 1)).or_exit(rq)?;
        }
        let Some(found) = seen(object, &name, frame.scope()) else { continue };
        let value = match found {
            _ if by_ref => {
                check_may_refer(rq, frame, object, &name)?;
                Value::from(prop::reference(rq, frame, object, &name)?)
            }
            Seen::Own(value) => value,
            Seen::Declared => prop::read(rq, frame, object, &name)?,
        };
        let key = match Key::of_str(&name) {
            Key::Int(int) => Value::int(int),
            // The name says whose property it was before it became one of an array.
            Key::Str(_) => match plain_name(name.as_bytes()) {
                Some(plain) => Value::from(Str::new(plain).or_exit(rq)?),
                None => Value::from(name),
            },
        };
        return Ok(Some((key, value)));
    }
}

/// PHP: a loop refuses readonly properties, and hooks that give no reference, before it asks for them.
fn check_may_refer(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<()> {
    let class = object.class().class();
    let Found::Prop(prop) = class.find_prop(name.as_bytes(), frame.scope()) else { return Ok(()) };
    let gives_reference = |hooks: &'static Hooks| hooks.get.as_ref().is_some_and(returns_reference);
    let what = match &prop.hooks {
        _ if prop.is_readonly() => "acquire reference to readonly",
        Some(hooks) if !gives_reference(hooks) => "create reference to",
        _ => return Ok(()),
    };
    Err(rq.throw(Message::PropertyReference { what, member: prop.text() }))
}

fn returns_reference(method: &'static Method) -> bool {
    let php = crate::scoped::method(method).as_php();
    php.is_none_or(|php| php.record().attrs.has(Attrs::by_ref))
}

/// What comes behind the mark of a class in a name.
pub(super) fn plain_name(name: &[u8]) -> Option<&[u8]> {
    let rest = name.strip_prefix(b"\0")?;
    let end = rest.iter().position(|&byte| byte == 0)?;
    Some(&rest[end + 1..])
}
