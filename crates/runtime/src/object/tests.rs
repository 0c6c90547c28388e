//! Objects: numbers, destructors, weak handles, cycles.

use super::*;
use crate::array::{Array, Key};
use crate::heap;
use crate::string::intern;
use crate::value::Value;

fn class(has_destructor: bool) -> ClassId {
    let record =
        ClassRecord { name: intern(b"Node"), slots: 3, has_destructor, may_be_cyclic: true };
    define_class(record).unwrap()
}

fn used() -> usize {
    heap::with(heap::Heap::used_bytes)
}

fn in_fresh_thread(body: impl FnOnce() + Send + 'static) {
    std::thread::spawn(body).join().expect("the thread's assertions hold");
}

#[test]
fn an_object_with_three_properties_takes_64_bytes() {
    in_fresh_thread(|| {
        let object = Object::new(class(false)).unwrap();
        assert_eq!((used(), object.id()), (64, 1));
    });
}

#[test]
fn a_destructor_that_is_called_off_does_not_run() {
    in_fresh_thread(|| {
        let object = Object::new(class(true)).unwrap();
        object.set_destructed();
        drop(object);
        assert!(next_doomed().is_none());
        assert_eq!(used(), 0);
    });
}

#[test]
fn a_reference_carries_its_type_sources() {
    let reference = Reference::new(Value::int(1)).unwrap();
    assert_eq!(reference.type_sources(), 0);
    reference.set_type_sources(3);
    assert_eq!((reference.type_sources(), reference.count()), (3, 1));
}

#[test]
fn numbers_of_freed_objects_come_back_last_first() {
    in_fresh_thread(|| {
        let class = class(false);
        let objects: Vec<_> = (0..4).map(|_| Object::new(class).unwrap()).collect();
        assert_eq!(objects.iter().map(Object::id).collect::<Vec<_>>(), [1, 2, 3, 4]);
        drop(objects);
        assert_eq!(Object::new(class).unwrap().id(), 4);
    });
}

#[test]
fn destructors_are_queued_in_order_and_run_once() {
    in_fresh_thread(|| {
        let class = class(true);
        let values = (0..3).map(|_| Value::from(Object::new(class).unwrap()));
        drop(Array::from_values(values).unwrap());
        let mut order = Vec::new();
        while let Some(object) = next_doomed() {
            order.push(object.id());
        }
        assert_eq!(order, [1, 2, 3]);
        assert_eq!(used(), 0);
    });
}

#[test]
fn weak_objects_know_when_they_are_gone() {
    in_fresh_thread(|| {
        let class = class(false);
        let object = Object::new(class).unwrap();
        let weak = object.downgrade();
        object.watch();
        assert!(weak.get().is_some_and(|found| found.ptr_eq(&object)));
        drop(object);
        let _other = Object::new(class).unwrap();
        assert!(weak.get().is_none());
        assert_eq!((next_departed(), next_departed()), (Some(weak), None));
    });
}

/// Two objects that hold each other, one of them through an array.
fn cycle(class: ClassId) -> Object {
    let mut first = Object::new(class).unwrap();
    let mut second = Object::new(class).unwrap();
    let list = Array::from_values([Value::int(1), Value::from(second.clone())]).unwrap();
    first.slot_mut(0).set(Value::from(list));
    second.slot_mut(1).set(Value::from(first.clone()));
    first
}

fn collect() -> usize {
    cycle::find_garbage(None).map_or(0, cycle::Garbage::release)
}

#[test]
fn cycles_are_found_and_freed() {
    in_fresh_thread(|| {
        let class = class(false);
        let kept = cycle(class);
        for _ in 0..100 {
            drop(cycle(class));
        }
        assert!(used() > 100 * 128);
        assert_eq!(collect(), 300);
        assert_eq!(used(), 64 + 64 + 48);
        drop(kept);
        assert_eq!(collect(), 3);
        assert_eq!((used(), cycle::root_count()), (0, 0));
    });
}

#[test]
fn a_self_referencing_array_is_found() {
    in_fresh_thread(|| {
        let mut array = Array::new();
        let reference = array.append_slot().unwrap().make_ref().unwrap();
        reference.set(Value::from(array.clone()));
        drop(array);
        drop(reference);
        assert!(used() > 0);
        assert_eq!(collect(), 1);
        assert_eq!(used(), 0);
    });
}

#[test]
fn a_destructor_that_stores_its_object_saves_it() {
    in_fresh_thread(|| {
        drop(cycle(class(true)));
        let mut garbage = cycle::find_garbage(None).unwrap();
        let doomed = garbage.doomed();
        assert_eq!(doomed.len(), 2);
        let saved = doomed[0].clone();
        drop(doomed);
        assert_eq!(garbage.release(), 0);
        drop(saved);
        assert_eq!(collect(), 3);
        assert_eq!(used(), 0);
    });
}

#[test]
fn buffered_arrays_may_grow_and_die() {
    in_fresh_thread(|| {
        let inner = Array::from_values([Value::int(1)]).unwrap();
        let mut array = Array::from_values([Value::from(inner)]).unwrap();
        drop(array.clone());
        assert_eq!(cycle::root_count(), 1);
        for int in 0..100 {
            array.append(Value::int(int)).unwrap();
        }
        assert_eq!(cycle::root_count(), 0);
        drop(array.clone());
        array.remove(Key::Int(0)).unwrap();
        drop(array);
        assert_eq!(collect(), 0);
        assert_eq!(used(), 0);
    });
}
