//! Strings: sharing, appending, hashes.

use super::*;

fn text(bytes: &[u8]) -> Str {
    Str::new(bytes).unwrap()
}

#[test]
fn short_strings_are_static_and_shared() {
    assert!(text(b"").ptr_eq(&empty().to_str()));
    assert!(text(b"x").ptr_eq(&text(b"x")));
    assert!(!text(b"xy").ptr_eq(&text(b"xy")));
    assert_eq!(intern(b"name"), intern(b"name"));
    assert_eq!(lookup(b"never interned by anybody"), None);
    assert_eq!(small_int(42).as_bytes(), b"42");
}

#[test]
fn append_is_in_place_with_one_owner_and_copies_with_two() {
    let mut string = Str::with_capacity(2).unwrap();
    let mut expected = Vec::new();
    for index in 0..2000_u32 {
        let part = index.to_string();
        string.append(part.as_bytes()).unwrap();
        expected.extend_from_slice(part.as_bytes());
    }
    assert_eq!(string.as_bytes(), expected);
    let other = string.clone();
    string.append(b"!").unwrap();
    assert_eq!(other.as_bytes(), expected);
    assert_eq!(string.len(), expected.len() + 1);
    assert!(string != other && other.is_unique());
}

#[test]
fn equal_bytes_have_equal_hashes() {
    let mut string = text(b"a longer string of some bytes");
    let before = string.hash();
    string.append(b"!").unwrap();
    assert_ne!(string.hash(), before);
    assert_eq!(string.hash(), text(b"a longer string of some bytes!").hash());
    for length in 0..70 {
        let bytes = vec![b'q'; length];
        assert_eq!(text(&bytes).hash(), hash::hash(&bytes));
        assert_eq!(intern(&bytes).hash(), hash::hash(&bytes));
    }
}

#[test]
fn concat_and_slice_reuse_what_they_can() {
    let (a, b) = (text(b"ab"), text(b"cd"));
    assert_eq!(Str::concat(&a, &b).unwrap().as_bytes(), b"abcd");
    assert!(Str::concat(&a, &text(b"")).unwrap().ptr_eq(&a));
    assert!(Str::concat(&text(b""), &b).unwrap().ptr_eq(&b));
    assert!(a.slice(0..2).unwrap().ptr_eq(&a));
    assert_eq!(text(b"hello").slice(1..3).unwrap().as_bytes(), b"el");
    assert_eq!(Str::join(&[b"a", b"", b"bc"]).unwrap().as_bytes(), b"abc");
}

#[test]
fn too_long_is_out_of_memory() {
    assert_eq!(Str::zeroed(usize::MAX - 5).err(), Some(Oom));
    assert_eq!(Str::zeroed(STR_BYTES_MAX + 1).err(), Some(Oom));
}
