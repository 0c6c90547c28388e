//! Weak references and weak maps.
//!
//! A map keeps its values in a slot of its object, by the number of the key. Which object that
//! number means is kept here, and forgotten when the object goes.

use std::collections::HashMap;

use hhbc::imm::LocalId;
use runtime::array::{Array, Key};
use runtime::conv::KeyValue;
use runtime::native::{Owner, Row};
use runtime::object::{Object, WeakObject, cycle};
use runtime::raise::{OrExit, Res};
use runtime::string::intern;
use runtime::value::{Value, View};

use crate::class::class_text;
use crate::frame::Frame;
use crate::library;
use crate::native_method::MethodRow;
use crate::object::this_of;
use crate::request::Request;

/// The slot of a map's values.
const VALUES: usize = 0;

/// The weak handles of a request.
#[derive(Default)]
pub struct Weak {
    /// What each `WeakReference` refers to, by its number.
    references: HashMap<u32, WeakObject>,
    /// The `WeakReference` of an object, by the object.
    known: HashMap<WeakObject, WeakObject>,
    /// The keys of each map, by its number.
    maps: HashMap<u32, HashMap<u32, WeakObject>>,
}

impl Request {
    /// Forgets an object that is gone.
    pub(crate) fn forget_object(&mut self, gone: WeakObject) {
        self.weak.known.remove(&gone);
        self.weak.references.remove(&gone.id());
        for key in self.weak.maps.remove(&gone.id()).unwrap_or_default().into_keys() {
            cycle::forget_entry(gone.id(), key);
        }
        let mut holders = Vec::new();
        for (map, keys) in &mut self.weak.maps {
            if keys.get(&gone.id()) == Some(&gone) {
                keys.remove(&gone.id());
                cycle::forget_entry(*map, gone.id());
                holders.push(*map);
            }
        }
        for map in holders {
            if let Some(map) = runtime::object::by_number(map) {
                let removed = remove(&map, gone.id());
                drop(removed);
            }
        }
    }
}

fn remove(map: &Object, id: u32) -> Option<Value> {
    let mut map = map.clone();
    let mut slot = map.slot_mut(VALUES);
    slot.as_array_mut()?.remove(Key::Int(i64::from(id))).ok().flatten()
}

/// Native methods of `WeakReference` and `WeakMap`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("weakreference::create", create),
    ("weakreference::get", get),
    ("weakmap::copied_", copied),
    ("weakmap::offsetget", offset_get),
    ("weakmap::offsetset", offset_set),
    ("weakmap::offsetexists", offset_exists),
    ("weakmap::offsetunset", offset_unset),
    ("weakmap::count", count),
    ("weakmap::ids_", ids),
    ("weakmap::object_", object),
];

fn argument(frame: &Frame, at: u32) -> Value {
    frame.local(LocalId(at)).unboxed().clone()
}

/// What is shown of a weak reference or a weak map.
pub(crate) fn rows(rq: &mut Request, object: &Object) -> Res<Option<Vec<Row>>> {
    let row =
        |name: KeyValue, value: Value| Row { name, owner: Owner::Public, value, ty: String::new() };
    let text = |text: &[u8]| intern(text).to_str();
    if library::WEAK_REFERENCE.is(object.class()) {
        let to = rq.weak.references.get(&object.id()).and_then(|weak| weak.get());
        let to = to.map_or(Value::NULL, Value::from);
        return Ok(Some(vec![row(KeyValue::Str(text(b"object")), to)]));
    }
    let is_map = library::WEAK_MAP.id().is_some_and(|id| object.class() == id);
    let Some(values) = is_map.then(|| object.slot(VALUES).as_array().cloned()).flatten() else {
        return Ok(is_map.then(Vec::new));
    };
    let keys = rq.weak.maps.get(&object.id());
    let mut entries = Vec::new();
    for (id, value) in &values {
        let Key::Int(id) = id else { continue };
        let Some(key) = keys.and_then(|keys| keys.get(&(id as u32))?.get()) else { continue };
        let value = match value.view() {
            View::Ref(place) if place.count() == 1 => place.get(),
            _ => value.clone(),
        };
        entries.push((key, value));
    }
    drop(values);
    let mut rows = Vec::new();
    for (key, value) in entries {
        let mut pair = Array::new();
        pair.set(Key::Str(&text(b"key")), Value::from(key)).or_exit(rq)?;
        pair.set(Key::Str(&text(b"value")), value).or_exit(rq)?;
        rows.push(row(KeyValue::Int(rows.len() as i64), Value::from(pair)));
    }
    Ok(Some(rows))
}

fn create(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let weak = object.downgrade();
    if let Some(known) = rq.weak.known.get(&weak).and_then(|known| known.get()) {
        return Ok(Value::from(known));
    }
    let class = library::WEAK_REFERENCE.of(rq)?;
    let reference = rq.new_object(class)?;
    object.watch();
    reference.watch();
    rq.weak.references.insert(reference.id(), weak);
    rq.weak.known.insert(weak, reference.downgrade());
    Ok(Value::from(reference))
}

fn get(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let this = this_of(rq, frame)?;
    let object = rq.weak.references.get(&this.id()).and_then(|weak| weak.get());
    Ok(object.map_or(Value::NULL, Value::from))
}

fn key_of(rq: &mut Request, frame: &Frame) -> Res<Object> {
    match argument(frame, 0).into_object() {
        Some(object) => Ok(object),
        None => Err(rq.throw_error("typeerror", "WeakMap key must be an object")),
    }
}

/// Whether the map has the key.
fn has(rq: &Request, map: &Object, key: &Object) -> bool {
    let known = rq.weak.maps.get(&map.id()).and_then(|keys| keys.get(&key.id()));
    known.is_some_and(|known| *known == key.downgrade())
}

fn value_of(map: &Object, key: &Object) -> Option<Value> {
    map.slot(VALUES).as_array()?.get_int(i64::from(key.id())).cloned()
}

/// The value by reference, so that it can be changed in place.
fn offset_get(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (mut map, key) = (this_of(rq, frame)?, key_of(rq, frame)?);
    let is_there = has(rq, &map, &key);
    let mut slot = map.slot_mut(VALUES);
    let place = match slot.as_array_mut().filter(|_| is_there) {
        Some(values) => values.slot(Key::Int(i64::from(key.id()))).or_exit(rq)?,
        None => None,
    };
    match place {
        Some(mut place) => place.make_ref().or_exit(rq).map(Value::from),
        None => {
            let text =
                format!("Object {}#{} not contained in WeakMap", class_text(key.class()), key.id());
            Err(rq.throw_error("error", &text))
        }
    }
}

fn offset_set(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    if argument(frame, 0).is_null() {
        return Err(rq.throw_error("error", "Cannot append to WeakMap"));
    }
    let (mut map, key) = (this_of(rq, frame)?, key_of(rq, frame)?);
    key.watch();
    map.watch();
    map.set_may_be_cyclic();
    rq.weak.maps.entry(map.id()).or_default().insert(key.id(), key.downgrade());
    cycle::note_entry(&map, key.id());
    let mut slot = map.slot_mut(VALUES);
    let old = match slot.as_array_mut() {
        Some(values) => {
            let mut place = values.slot_or_null(Key::Int(i64::from(key.id()))).or_exit(rq)?;
            Some(place.replace(argument(frame, 1)))
        }
        None => None,
    };
    drop(old);
    Ok(Value::NULL)
}

fn offset_exists(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (map, key) = (this_of(rq, frame)?, key_of(rq, frame)?);
    let value = value_of(&map, &key).filter(|_| has(rq, &map, &key));
    Ok(Value::bool(value.is_some_and(|value| !value.unboxed().is_null())))
}

fn offset_unset(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (map, key) = (this_of(rq, frame)?, key_of(rq, frame)?);
    if has(rq, &map, &key) {
        if let Some(keys) = rq.weak.maps.get_mut(&map.id()) {
            keys.remove(&key.id());
        }
        cycle::forget_entry(map.id(), key.id());
        drop(remove(&map, key.id()));
    }
    Ok(Value::NULL)
}

fn count(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let map = this_of(rq, frame)?;
    let count = map.slot(VALUES).as_array().map_or(0, Array::len);
    Ok(Value::int(count as i64))
}

fn ids(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let map = this_of(rq, frame)?;
    let Some(values) = map.slot(VALUES).as_array().cloned() else {
        return Ok(Value::from(Array::new()));
    };
    let ids = values.iter().map(|(key, _)| crate::iter::key_value(key));
    Array::from_values(ids).or_exit(rq).map(Value::from)
}

fn object(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let map = this_of(rq, frame)?;
    let id = argument(frame, 0).as_int().unwrap_or(0) as u32;
    let key = rq.weak.maps.get(&map.id()).and_then(|keys| keys.get(&id)?.get());
    Ok(key.map_or(Value::NULL, Value::from))
}

fn copied(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (View::Object(_), Some(map)) =
        (frame.local(LocalId(0)).unboxed().view(), argument(frame, 0).into_object())
    else {
        return Ok(Value::NULL);
    };
    let mut keys = HashMap::new();
    let mut copy = map.clone();
    if let Some(values) = map.slot(VALUES).as_array() {
        let mut own = Array::new();
        for (key, value) in values {
            own.set(key, value.clone()).or_exit(rq)?;
        }
        copy.slot_mut(VALUES).set(Value::from(own));
    }
    if let Some(values) = map.slot(VALUES).as_array() {
        for (key, _) in values {
            if let Key::Int(id) = key
                && let Some(object) = runtime::object::by_number(id as u32)
            {
                cycle::note_entry(&copy, object.id());
                keys.insert(object.id(), object.downgrade());
            }
        }
    }
    map.watch();
    rq.weak.maps.insert(map.id(), keys);
    Ok(Value::NULL)
}
