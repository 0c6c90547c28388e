//! Values as keys of arrays, with the words PHP 8.4 has for those that are none.

use runtime::array::{Array, Key};
use runtime::conv::{KeyUse, to_key};
use runtime::string::Str;
use runtime::value::Value;

use crate::operators::Listener;

fn shown(value: &Value, usage: KeyUse) -> String {
    let mut listener = Listener::default();
    let key = to_key(&mut listener, value, usage);
    let key = key.map_or(String::new(), |key| match key.as_key() {
        Key::Int(int) => int.to_string(),
        Key::Str(string) => format!("{string:?}"),
    });
    listener.text + &key
}

#[test]
fn values_become_keys_as_in_php() {
    let text = |text: &str| Value::from(Str::new(text.as_bytes()).unwrap());
    let lossy = |float: &str, key: &str| {
        format!("D(Implicit conversion from float {float} to int loses precision){key}")
    };
    for (value, expected) in [
        (Value::NULL, "\"\"".to_owned()),
        (Value::bool(true), "1".to_owned()),
        (Value::int(-3), "-3".to_owned()),
        (text("12"), "12".to_owned()),
        (text("012"), "\"012\"".to_owned()),
        (Value::float(7.0), "7".to_owned()),
        (Value::float(1.5), lossy("1.5", "1")),
        (Value::float(f64::NAN), lossy("NAN", "0")),
        (Value::float(1e30), lossy("1.0E+30", "5076964154930102272")),
    ] {
        assert_eq!(shown(&value, KeyUse::Access), expected);
    }
}

#[test]
fn arrays_are_no_keys() {
    let array = Value::from(Array::new());
    for (usage, words) in [
        (KeyUse::Access, "Cannot access offset of type array on array"),
        (KeyUse::Isset, "Cannot access offset of type array in isset or empty"),
        (KeyUse::Unset, "Cannot unset offset of type array on array"),
    ] {
        assert_eq!(shown(&array, usage), format!("TypeError({words})"));
    }
}
