//! Operators and conversions over a matrix of values, against what PHP 8.4 printed.
//!
//! `data/operators.php` made `data/operators.expect`: a hash of each row of results. When a row
//! differs and there is a PHP (`JIVE_PHP`, default `php84`), the test asks it for the row.

use std::process::Command;

use runtime::array::{Array, Key};
use runtime::conv::{self, float_text};
use runtime::heap::Oom;
use runtime::message::{Message, Severity};
use runtime::object::Object;
use runtime::ops;
use runtime::raise::{Cast, Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

const EXPECTED: &str = include_str!("../data/operators.expect");

/// Collects what is reported, in the words of the PHP script.
#[derive(Default)]
pub struct Listener {
    pub text: String,
}

impl Raise for Listener {
    fn report(&mut self, message: Message) -> Res<()> {
        let level = if message.severity() == Severity::Deprecated { 'D' } else { 'W' };
        self.text.push_str(&format!("{level}({message})"));
        Ok(())
    }

    fn throw(&mut self, message: Message) -> Halt {
        self.text.push_str(&format!("{:?}({message})", message.severity()));
        Halt::Exit
    }

    fn out_of_memory(&mut self, _: Oom) -> Halt {
        Halt::Exit
    }

    fn guard_stack(&mut self) -> Res<()> {
        Ok(())
    }

    fn class_name(&mut self, _: &Object) -> String {
        "Object".to_owned()
    }

    fn object_to_string(&mut self, _: &Object) -> Res<Str> {
        Err(Halt::Exit)
    }

    fn object_cast(&mut self, _: &Object, _: Cast) -> Res<Option<Value>> {
        Ok(None)
    }

    fn compare_object(&mut self, _: &Value, _: &Value) -> Res<i32> {
        Ok(1)
    }

    fn object_operator(&mut self, _: &'static str, _: &Value, _: &Value) -> Res<Option<Value>> {
        Ok(None)
    }
}

fn text(bytes: &[u8]) -> Value {
    Value::from(Str::new(bytes).unwrap())
}

fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::from(Array::from_values(values).unwrap())
}

fn map(pairs: &[(&str, Value)]) -> Value {
    let mut array = Array::new();
    for (key, value) in pairs {
        let key = Str::new(key.as_bytes()).unwrap();
        array.set(Key::of_str(&key), value.clone()).unwrap();
    }
    Value::from(array)
}

const TEXTS: [&[u8]; 43] = [
    b"",
    b"0",
    b"1",
    b"00",
    b"abc",
    b"5 apples",
    b" 5",
    b"5 ",
    b"\n-7\t",
    b"1.5",
    b"1.5abc",
    b"1e3",
    b"1E+2",
    b"1e",
    b"-",
    b".",
    b".5",
    b"5.",
    b"0x1A",
    b"-7",
    b"+7",
    b"9223372036854775807",
    b"9223372036854775808",
    b"-9223372036854775808",
    b"-9223372036854775808 ",
    b"99999999999999999999",
    b"99999999999999999998",
    b"0000000000000000000000012",
    b"1e1000",
    b"-1e1000",
    b"a",
    b"b",
    b"zz",
    b"Az",
    b"zZ9",
    b"a9",
    b"a-9",
    b"\xc3\xa9z",
    b"1000",
    b"1e3 ",
    b"0.0",
    b"true",
    b"Array",
];

fn values() -> Vec<Value> {
    let ints = [0, 1, -1, 7, 63, 64, -13, i64::MAX, i64::MIN, 1 << 53];
    let floats = [
        0.0,
        -0.0,
        1.0,
        1.5,
        -2.5,
        0.1,
        1e15,
        1e17,
        1e20,
        -1e20,
        9.223_372_036_854_776e18,
        1e-7,
        1e300,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ];
    let mut values = vec![Value::NULL, Value::bool(true), Value::bool(false)];
    values.extend(ints.map(Value::int));
    values.extend(floats.map(Value::float));
    values.extend(TEXTS.map(text));
    values.extend([
        Value::from(Array::new()),
        list([Value::int(1)]),
        list([Value::int(2)]),
        list([Value::int(1), Value::int(2)]),
        map(&[("a", Value::int(1))]),
        map(&[("a", Value::int(1)), ("b", text(b"2"))]),
        map(&[("b", Value::int(2)), ("a", Value::int(1))]),
        list([list([Value::int(1)]), Value::NULL]),
        list([text(b"1")]),
        map(&[("1", Value::int(1))]),
    ]);
    values
}

fn show(value: &Value) -> Vec<u8> {
    match value.view() {
        View::Null => b"null".to_vec(),
        View::Bool(value) => value.to_string().into_bytes(),
        View::Int(value) => format!("i{value}").into_bytes(),
        View::Float(value) => format!("f{}", float_text::shortest(value)).into_bytes(),
        View::Str(value) => [b"'", value.as_bytes(), b"'"].concat(),
        View::Array(array) => {
            let elements: Vec<_> =
                array.iter().map(|(key, value)| show_element(key, value)).collect();
            [&b"["[..], &elements.join(&b","[..]), b"]"].concat()
        }
        _ => unreachable!("no operator makes this of scalars and arrays"),
    }
}

fn show_element(key: Key, value: &Value) -> Vec<u8> {
    let key = match key {
        Key::Int(int) => Value::int(int),
        Key::Str(string) => Value::from(string.clone()),
    };
    [show(&key), b"=>".to_vec(), show(value)].concat()
}

fn binary(rq: &mut dyn Raise, operator: &str, left: &Value, right: &Value) -> Res<Value> {
    match operator {
        "+" => ops::add(rq, left, right),
        "-" => ops::sub(rq, left, right),
        "*" => ops::mul(rq, left, right),
        "/" => ops::div(rq, left, right),
        "%" => ops::modulo(rq, left, right),
        "**" => ops::pow(rq, left, right),
        "&" => ops::bit_and(rq, left, right),
        "|" => ops::bit_or(rq, left, right),
        "^" => ops::bit_xor(rq, left, right),
        "<<" => ops::shl(rq, left, right),
        ">>" => ops::shr(rq, left, right),
        "." => ops::concat(rq, left, right).map(Value::from),
        "==" => ops::loose_eq(rq, left, right).map(Value::bool),
        "===" => ops::identical(rq, left, right).map(Value::bool),
        "<=>" => ops::spaceship(rq, left, right),
        "<" => Ok(Value::bool(ops::compare(rq, left, right)? < 0)),
        "<=" => Ok(Value::bool(ops::compare(rq, left, right)? <= 0)),
        ">" => Ok(Value::bool(ops::compare(rq, right, left)? < 0)),
        _ => unreachable!("the expectation names only these"),
    }
}

fn unary(rq: &mut dyn Raise, operator: &str, value: &Value) -> Option<Res<Value>> {
    Some(match operator {
        "bool" => Ok(Value::bool(conv::to_bool(value))),
        "int" => conv::to_int(rq, value).map(Value::int),
        "float" => conv::to_float(rq, value).map(Value::float),
        "string" => conv::to_str(rq, value).map(Value::from),
        "array" => conv::scalar_to_array(rq, value).map(Value::from),
        "neg" => ops::neg(rq, value),
        "plus" => ops::plus(rq, value),
        "~" => ops::bit_not(rq, value),
        "++" => ops::increment(rq, value),
        "--" => ops::decrement(rq, value),
        _ => return None,
    })
}

fn outcome(run: impl FnOnce(&mut dyn Raise) -> Res<Value>) -> Vec<u8> {
    let mut listener = Listener::default();
    let result = run(&mut listener);
    let mut line = listener.text.into_bytes();
    if let Ok(value) = result {
        line.extend(show(&value));
    }
    line.push(b'\n');
    line
}

fn row(operator: &str, left: &Value, values: &[Value]) -> Vec<Vec<u8>> {
    let is_unary = unary(&mut Listener::default(), operator, left).is_some();
    if is_unary {
        return vec![outcome(|rq| unary(rq, operator, left).expect("checked above"))];
    }
    values.iter().map(|right| outcome(|rq| binary(rq, operator, left, right))).collect()
}

fn fnv1a64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn differences(operator: &str, index: &str, ours: &[Vec<u8>]) -> String {
    let binary = std::env::var("JIVE_PHP").unwrap_or_else(|_| "php84".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/operators.php");
    let asked = Command::new(binary).args(["-n", script, operator, index]).output();
    let Ok(asked) = asked else { return String::new() };
    let theirs = asked.stdout.split_inclusive(|&byte| byte == b'\n');
    let lines = theirs.zip(ours).enumerate().filter(|(_, (theirs, ours))| theirs != ours);
    lines
        .map(|(right, (theirs, ours))| {
            let (theirs, ours) = (String::from_utf8_lossy(theirs), String::from_utf8_lossy(ours));
            format!("  right {right}: PHP {} ours {}\n", theirs.trim_end(), ours.trim_end())
        })
        .collect()
}

#[test]
fn operators_and_conversions_do_what_php_does() {
    let values = values();
    let mut wrong = String::new();
    for line in EXPECTED.lines() {
        let [operator, index, hash] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("a line of the expectation has three fields: {line}");
        };
        let ours = row(operator, &values[index.parse::<usize>().unwrap()], &values);
        if format!("{:016x}", fnv1a64(&ours.concat())) != hash {
            wrong.push_str(&format!("{operator} {index}\n{}", differences(operator, index, &ours)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
