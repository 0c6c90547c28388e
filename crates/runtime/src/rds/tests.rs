//! Slots over requests and threads.

use std::rc::Rc;

use super::*;
use crate::string::intern;

#[test]
fn a_new_request_has_nothing_set() {
    let handle = unnamed(2).unwrap();
    let mut rds = Rds::new();
    assert!(rds.set(handle.nth(1), Value::int(7)).is_none());
    assert_eq!(rds.get(handle.nth(1)).and_then(Value::as_int), Some(7));
    assert!(rds.get(handle).is_none());
    rds.end_request();
    assert!(rds.get(handle.nth(1)).is_none());
}

#[test]
fn looking_up_takes_no_slot() {
    let rds = Rds::new();
    assert!(rds.find(Space::Class, b"rds\\nobody").is_none());
    assert!(lookup(Space::Class, b"rds\\nobody").is_none());
    assert!(crate::string::lookup(b"rds\\nobody").is_none());
}

#[test]
fn names_born_at_run_time_move_to_their_slot() {
    let mut rds = Rds::new();
    assert!(rds.bind(Space::Class, &Rc::from(&b"rds\\born"[..]), Value::int(1)));
    assert!(lookup(Space::Class, b"rds\\born").is_none());
    let name = intern(b"rds\\born");
    let handle = slot_for(Space::Class, name).unwrap();
    assert!(!rds.bind(Space::Class, &Rc::from(&b"rds\\born"[..]), Value::int(2)));
    let found = rds.find_by_slot((Space::Class, name), handle);
    assert_eq!(found.and_then(Value::as_int), Some(1));
    rds.end_request();
    assert!(rds.find(Space::Class, b"rds\\born").is_none());
}

#[test]
fn spaces_do_not_share_names() {
    let name = intern(b"rds\\shared");
    assert_ne!(slot_for(Space::Class, name), slot_for(Space::Function, name));
    assert_eq!(slot_for(Space::Class, name), slot_for(Space::Class, name));
}
