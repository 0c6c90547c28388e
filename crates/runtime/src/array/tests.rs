//! Arrays: layouts, copies, cursors, literals, failed allocations.

use super::*;
use crate::heap;
use crate::string::intern;

fn text(bytes: &str) -> Str {
    Str::new(bytes.as_bytes()).unwrap()
}

fn ints(array: &Array) -> Vec<(String, i64)> {
    let shown = |key: Key| match key {
        Key::Int(int) => int.to_string(),
        Key::Str(string) => format!("{string:?}"),
    };
    array.iter().map(|(key, value)| (shown(key), value.as_int().unwrap_or(-99))).collect()
}

#[test]
fn a_three_element_list_and_a_three_key_array_take_64_bytes() {
    let before = heap::with(heap::Heap::used_bytes);
    let list = Array::from_values((0..3).map(Value::int)).unwrap();
    assert_eq!(heap::with(heap::Heap::used_bytes) - before, 64);
    let shape = shape_of(&[intern(b"a"), intern(b"b"), intern(b"c")]).unwrap();
    let record = Array::of_shape(shape, (0..3).map(Value::int)).unwrap();
    assert_eq!(heap::with(heap::Heap::used_bytes) - before, 128);
    assert_eq!((list.len(), record.len()), (3, 3));
    assert_eq!(record.get_str(&text("b")).unwrap().as_int(), Some(1));
}

#[test]
fn layouts_change_as_keys_demand() {
    let mut array = Array::new();
    for int in 0..3 {
        array.append(Value::int(int)).unwrap();
    }
    assert_eq!(array.kind(), Kind::Packed);
    assert_eq!(array.element_types(), types::INT);
    array.pop().unwrap();
    assert_eq!(array.kind(), Kind::Packed);
    array.set(Key::of_str(&text("1")), Value::int(7)).unwrap();
    assert_eq!(array.kind(), Kind::Packed);
    array.remove(Key::Int(1)).unwrap();
    assert_eq!(array.kind(), Kind::Dict);
    array.append(Value::int(9)).unwrap();
    assert_eq!(ints(&array), [("0".into(), 0), ("2".into(), 9)]);
    array.check().unwrap();

    let shape = shape_of(&[intern(b"x"), intern(b"y")]).unwrap();
    let mut record = Array::of_shape(shape, [Value::int(1), Value::int(2)]).unwrap();
    let shared = record.clone();
    record.set(Key::Str(&text("y")), Value::int(3)).unwrap();
    assert_eq!(record.kind(), Kind::Shaped);
    record.set(Key::Str(&text("z")), Value::int(4)).unwrap();
    assert_eq!(record.kind(), Kind::Dict);
    assert_eq!(ints(&shared), [("\"x\"".into(), 1), ("\"y\"".into(), 2)]);
    assert_eq!(record.len(), 3);
    record.check().unwrap();
    assert!(shape_of(&[intern(b"12")]).is_none());
    assert!(shape_of(&[intern(b"x"), intern(b"x")]).is_none());
}

#[test]
fn writing_a_shared_array_copies_it_and_unwraps_lone_refs() {
    let mut array = Array::from_values([Value::int(1), Value::int(2)]).unwrap();
    let reference = array.slot(Key::Int(0)).unwrap().unwrap().make_ref().unwrap();
    let mut copy = array.clone();
    copy.assign(Key::Int(0), Value::int(5)).unwrap();
    assert_eq!(array.get_int(0).unwrap().unboxed().as_int(), Some(5));
    drop((reference, copy));
    let mut copy = array.clone();
    copy.assign(Key::Int(0), Value::int(6)).unwrap();
    assert_eq!(array.get_int(0).unwrap().unboxed().as_int(), Some(5));
    assert_eq!(copy.get_int(0).unwrap().as_int(), Some(6));
    assert_eq!(array.element_types(), types::UNKNOWN);
}

#[test]
fn names_known_to_the_compiler_are_found() {
    let mut array = Array::dict_with_capacity(20).unwrap();
    for int in 0..20 {
        let key = text(&format!("name{int}"));
        array.set(Key::Str(&key), Value::int(int)).unwrap();
    }
    assert_eq!(array.get_static(intern(b"name7")).unwrap().as_int(), Some(7));
    assert!(array.get_static(intern(b"7")).is_none());
    assert_eq!(array.kind(), Kind::Dict);
    array.check().unwrap();
}

#[test]
fn the_next_index_follows_php() {
    let mut array = Array::new();
    array.set(Key::Int(-5), Value::int(1)).unwrap();
    array.append(Value::int(2)).unwrap();
    assert_eq!(ints(&array), [("-5".into(), 1), ("-4".into(), 2)]);
    array.set(Key::Int(i64::MAX), Value::int(3)).unwrap();
    assert_eq!(array.append(Value::int(4)), Err(ArrayError::NextIndexTaken));
    array.check().unwrap();
}

#[test]
fn cursors_follow_their_array() {
    let mut array = Array::from_values([0, 1, 2, 3, 4].map(Value::int)).unwrap();
    let cursor = array.open_cursor(2);
    array.set(Key::Str(&text("k")), Value::int(9)).unwrap();
    array.remove(Key::Int(2)).unwrap();
    let (position, _) = array.next_ref(&cursor).unwrap().unwrap();
    assert_eq!(array.entry(position).unwrap().0, Key::Int(3));
    let mut copy = array.clone();
    copy.shift().unwrap();
    copy.unshift(&[Value::NULL, Value::NULL]).unwrap();
    let (position, reference) = copy.next_ref(&cursor).unwrap().unwrap();
    assert_eq!(copy.entry(position).unwrap().0, Key::Int(4));
    assert_eq!(reference.peek().as_int(), Some(4));
    close_cursor(cursor);
}

#[test]
fn static_arrays_are_immutable_and_shared() {
    let mut array = Array::new();
    array.set(Key::Str(&text("name")), Value::from(text("value"))).unwrap();
    array.append(Value::from(Array::from_values([Value::int(1)]).unwrap())).unwrap();
    let literal = static_array(&array).unwrap();
    literal.check().unwrap();
    assert!(literal.count() < 0);
    let mut copy = literal.clone();
    copy.append(Value::int(2)).unwrap();
    copy.slot(Key::Int(0)).unwrap().unwrap().as_array_mut().unwrap().append(Value::NULL).unwrap();
    assert_eq!((literal.len(), copy.len()), (2, 3));
    assert_eq!(literal.get_int(0).unwrap().as_array().unwrap().len(), 1);
    assert_eq!(copy.get_int(0).unwrap().as_array().unwrap().len(), 2);
    assert_eq!(copy.get_str(&text("name")).unwrap().tag(), DataType::StaticString);
    copy.check().unwrap();
}

#[test]
fn static_arrays_that_hold_the_same_are_one_block() {
    let row = |last: Value| {
        let inner = Array::from_values([Value::float(-0.0), Value::bool(true), last]).unwrap();
        let mut array = Array::new();
        array.set(Key::Str(&text("known")), Value::from(inner)).unwrap();
        static_array(&array).unwrap().as_block()
    };
    assert_eq!(row(Value::int(0)), row(Value::int(0)));
    assert_eq!(row(Value::from(text("a"))), row(Value::from(text("a"))));
    assert_ne!(row(Value::int(0)), row(Value::float(0.0)));
    assert_ne!(row(Value::float(-0.0)), row(Value::float(0.0)));
    let mut shorter = Array::from_values([Value::int(1), Value::int(2)]).unwrap();
    let block = |array: &Array| static_array(array).unwrap().as_block();
    let longer = block(&shorter);
    shorter.pop().unwrap();
    assert_ne!(block(&shorter), longer);
}

#[cfg(debug_assertions)]
#[test]
fn every_failed_allocation_leaves_a_sound_array() {
    let script = |array: &mut Array| -> Result<(), Oom> {
        for int in 0..40 {
            array.append(Value::int(int)).map_err(|_| Oom)?;
        }
        let held = array.clone();
        for int in 0..20 {
            let key = Str::new(format!("key {int}").as_bytes())?;
            array.set(Key::Str(&key), Value::from(key.clone()))?;
        }
        array.remove(Key::Int(3))?;
        array.shift()?;
        array.splice(4, 3, &held)?;
        array.unshift(&[Value::NULL])?;
        array.slot_or_null(Key::Int(1000))?.make_ref()?;
        array.clone().append(Value::NULL).map_err(|_| Oom)
    };
    let before = heap::with(heap::Heap::used_bytes);
    let mut failures = 0;
    for k in 0.. {
        let mut array = Array::new();
        heap::with(|heap| heap.fail_after(Some(k)));
        let result = script(&mut array);
        heap::with(|heap| heap.fail_after(None));
        array.check().unwrap();
        drop(array);
        crate::object::cycle::return_dead_roots();
        assert_eq!(heap::with(heap::Heap::used_bytes), before, "after failure {k}");
        if result.is_ok() {
            break;
        }
        failures += 1;
    }
    assert!(failures > 30, "{failures}");
}
