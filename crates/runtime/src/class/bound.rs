//! References to typed properties: what is assigned to one must be of the type of every property
//! that is bound to it.
//!
//! A Ref has the number of a list of its properties; each entry says whose property it is, so that
//! it can leave when the object dies or the property is bound to something else.
//!
//! # Invariants
//! - B1: list 0 is empty and belongs to no Ref; any other belongs to one Ref, or is free.

use std::cell::RefCell;

use hhbc::constraint::Hint;

use super::coerce::{Juggling, Typed, belongs, coerce};
use super::member::Prop;
use super::types::{Scope, Type};
use crate::conv;
use crate::message::Message;
use crate::object::{Object, Reference};
use crate::raise::Res;
use crate::value::{Value, View};

#[derive(Clone, Copy)]
struct Bound {
    prop: &'static Prop,
    ty: Type,
    /// The address of the object; 0 of a class.
    owner: usize,
}

#[derive(Default)]
struct Lists {
    lists: Vec<Vec<Bound>>,
    free: Vec<u32>,
}

thread_local! {
    static LISTS: RefCell<Lists> = RefCell::default();
}

fn owner_of(object: Option<&Object>) -> usize {
    object.map_or(0, Object::address)
}

/// Says that a typed property holds the Ref.
pub fn bind(reference: &Reference, prop: &'static Prop, object: Option<&Object>) {
    let Some(ty) = prop.ty else { return };
    let entry = Bound { prop, ty, owner: owner_of(object) };
    LISTS.with_borrow_mut(|lists| {
        if reference.type_sources() == 0 {
            let number = lists.free.pop().unwrap_or_else(|| {
                if lists.lists.is_empty() {
                    lists.lists.push(Vec::new());
                }
                lists.lists.push(Vec::new());
                lists.lists.len() as u32 - 1
            });
            reference.set_type_sources(number);
        }
        let list = &mut lists.lists[reference.type_sources() as usize];
        let is_same =
            |known: &Bound| known.owner == entry.owner && std::ptr::eq(known.prop, entry.prop);
        if !list.iter().any(is_same) {
            list.push(entry);
        }
    });
}

/// Says that a property no longer holds the Ref.
pub fn unbind(reference: &Reference, prop: &'static Prop, object: Option<&Object>) {
    let (number, owner) = (reference.type_sources(), owner_of(object));
    if number == 0 {
        return;
    }
    LISTS.with_borrow_mut(|lists| {
        let list = &mut lists.lists[number as usize];
        list.retain(|bound| bound.owner != owner || !std::ptr::eq(bound.prop, prop));
        if list.is_empty() {
            reference.set_type_sources(0);
            lists.free.push(number);
        }
    });
}

/// The owner at this address dies: whether the list is free now.
pub(crate) fn leave(number: u32, owner: usize) -> bool {
    LISTS.with_borrow_mut(|lists| {
        let list = &mut lists.lists[number as usize];
        list.retain(|bound| bound.owner != owner);
        let is_free = list.is_empty();
        if is_free {
            lists.free.push(number);
        }
        is_free
    })
}

/// The Ref with this list dies.
pub(crate) fn released(number: u32) {
    if number != 0 {
        LISTS.with_borrow_mut(|lists| {
            // A Ref that outlives its request finds its list gone.
            if let Some(list) = lists.lists.get_mut(number as usize) {
                list.clear();
                lists.free.push(number);
            }
        });
    }
}

fn list_of(reference: &Reference) -> Vec<Bound> {
    match reference.type_sources() {
        0 => Vec::new(),
        number => LISTS.with_borrow(|lists| lists.lists[number as usize].clone()),
    }
}

fn member_text(prop: &Prop) -> String {
    format!("{} of type {}", prop.text(), prop.type_text().unwrap_or_default())
}

fn given_text(rq: &mut dyn Typed, value: &Value) -> String {
    match value.view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => conv::type_name(rq, value),
    }
}

/// What the value becomes for all properties that are bound to the Ref.
pub fn fit(
    rq: &mut dyn Typed,
    reference: &Reference,
    (value, juggling): (Value, Juggling),
) -> Res<Value> {
    let coerced = agree(rq, reference, &value, |rq, bound| {
        let typed = (bound.ty, Scope::of(bound.prop.class));
        Ok(match belongs(rq, typed, &value)? {
            true => Some(None),
            false => coerce(rq, typed, value.clone(), juggling)?.map(Some),
        })
    })?;
    Ok(coerced.unwrap_or(value))
}

/// What a value is coerced to for all properties of a Ref, if it is; `fitted` says that of one
/// property, and nothing where it does not fit.
fn agree(
    rq: &mut dyn Typed,
    reference: &Reference,
    value: &Value,
    mut fitted: impl FnMut(&mut dyn Typed, &Bound) -> Res<Option<Option<Value>>>,
) -> Res<Option<Value>> {
    let mut first: Option<(Bound, Option<Value>)> = None;
    for bound in list_of(reference) {
        let Some(coerced) = fitted(rq, &bound)? else {
            let (value, member) = (given_text(rq, value), member_text(bound.prop));
            return Err(rq.throw(Message::ReferenceType { value, member }));
        };
        match &first {
            None => first = Some((bound, coerced)),
            Some((other, known)) if !is_same(known.as_ref(), coerced.as_ref()) => {
                let (first, second) = (member_text(other.prop), member_text(bound.prop));
                let value = given_text(rq, value);
                return Err(rq.throw(Message::ReferenceConflict { value, first, second }));
            }
            Some(_) => {}
        }
    }
    Ok(first.and_then(|(_, coerced)| coerced))
}

/// Gives a Ref what its properties hold after an operator failed whose result it was to get; see
/// [`Prop::after_failure`].
pub fn fail(rq: &mut dyn Typed, reference: &Reference, juggling: Juggling) -> Res<()> {
    let zero = agree(rq, reference, &Value::NULL, |_, bound| {
        Ok(bound.prop.after_failure(juggling).map(Some))
    })?;
    if let Some(zero) = zero {
        reference.set(zero);
    }
    Ok(())
}

fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => one.tag() == other.tag(),
        _ => false,
    }
}

/// Assigns to a Ref as its properties want it; the value as it then is.
pub fn assign(
    rq: &mut dyn Typed,
    reference: &Reference,
    (value, juggling): (Value, Juggling),
) -> Res<Value> {
    let value = match reference.type_sources() {
        0 => value,
        _ => fit(rq, reference, (value, juggling))?,
    };
    reference.set(value.clone());
    Ok(value)
}

/// Checks that what a Ref holds can be bound to one more property.
pub fn fit_one_more(
    rq: &mut dyn Typed,
    reference: &Reference,
    (prop, juggling): (&'static Prop, Juggling),
) -> Res<()> {
    let Some(ty) = prop.ty else { return Ok(()) };
    let (typed, value) = ((ty, Scope::of(prop.class)), reference.get());
    if belongs(rq, typed, &value)? {
        return Ok(());
    }
    let Some(coerced) = coerce(rq, typed, value.clone(), juggling)? else {
        let (value, member) = (given_text(rq, &value), prop.text());
        let ty = prop.type_text().unwrap_or_default();
        return Err(rq.throw(Message::PropertyType { value, member, ty }));
    };
    if let Some(bound) = list_of(reference).first() {
        let (value, first) = (given_text(rq, &value), member_text(bound.prop));
        let second = member_text(prop);
        return Err(rq.throw(Message::ReferenceBinding { value, first, second }));
    }
    reference.set(coerced);
    Ok(())
}

/// The property of a Ref, as messages name it, that does not admit values of any of these types.
pub fn refuses(reference: &Reference, hints: Hint) -> Option<String> {
    let refuses = |bound: &&Bound| !bound.ty.hints().meets(hints.with(Hint::mixed));
    list_of(reference).iter().find(refuses).map(|bound| member_text(bound.prop))
}
