//! Values: counts and release.

use super::*;
use crate::array::Key;
use crate::heap;

fn used() -> usize {
    crate::object::cycle::return_dead_roots();
    heap::with(heap::Heap::used_bytes)
}

#[test]
fn a_five_million_deep_list_is_released_without_recursion() {
    std::thread::Builder::new()
        .stack_size(64 * 1024)
        .spawn(|| {
            heap::with(|heap| heap.set_limit(usize::MAX));
            let depth = if cfg!(miri) { 500 } else { 5_000_000 };
            let mut list = Array::new();
            for _ in 0..depth {
                list = Array::from_values([Value::int(1), Value::from(list)]).unwrap();
            }
            drop(list);
            assert_eq!(used(), 0);
        })
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn clone_and_drop_keep_counts_even() {
    let before = used();
    let string = Str::new(b"a counted string").unwrap();
    let value = Value::from(string.clone());
    assert_eq!((value.tag(), string.count()), (DataType::String, 2));
    let other = value.clone();
    assert_eq!(string.count(), 3);
    drop((value, other));
    assert_eq!(string.count(), 1);
    drop(string);
    assert_eq!(used(), before);
}

#[test]
fn mixed_deep_structures_die_whole() {
    let before = used();
    for _ in 0..3 {
        let mut inner = Array::new();
        let key = Str::new(b"some key").unwrap();
        for index in 0..50 {
            let text = Str::new(format!("value {index}").as_bytes()).unwrap();
            inner.append(Value::from(text)).unwrap();
        }
        let mut outer = Array::new();
        outer.set(Key::Str(&key), Value::from(inner.clone())).unwrap();
        let reference = Reference::new(Value::from(inner)).unwrap();
        outer.append(Value::from(reference.clone())).unwrap();
        outer.append(Value::from(reference)).unwrap();
        let mut list =
            Array::from_values([Value::from(outer.clone()), Value::from(outer)]).unwrap();
        list.append(Value::float(1.5)).unwrap();
    }
    assert_eq!(used(), before);
    heap::with(|heap| heap.check()).unwrap();
}
