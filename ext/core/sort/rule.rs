//! What the sort flags mean.

use runtime::conv::{self, KeyValue};
use runtime::native::Call;
use runtime::ops;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::Entry;
use crate::string::natural;

const NUMERIC: i64 = 1;
/// `SORT_STRING`.
pub const STRING: i64 = 2;
const LOCALE_STRING: i64 = 5;
/// `SORT_NATURAL`.
pub const NATURAL: i64 = 6;
/// `SORT_FLAG_CASE`.
pub const FOLD_CASE: i64 = 8;

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    Value,
    Key,
}

/// Which way the order goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Upwards,
    Downwards,
}

/// How elements are compared.
pub struct Rule {
    pub(super) by: By,
    pub(super) direction: Direction,
    flags: i64,
}

impl Rule {
    /// By a `SORT_…` number; unknown ones are `SORT_REGULAR`.
    pub fn new(by: By, direction: Direction, flags: i64) -> Self {
        Self { by, direction, flags }
    }

    /// Whether texts are compared byte by byte, and all else as its text.
    pub(super) fn is_bytewise(&self) -> bool {
        self.flags == STRING
    }

    /// Whether whole numbers are compared as such.
    pub(super) fn is_whole(&self) -> bool {
        let kind = self.flags & !FOLD_CASE;
        self.is_regular() || self.by == By::Key && !matches!(kind, STRING | LOCALE_STRING | NATURAL)
    }

    /// Whether values are compared as `<=>` does.
    pub(super) fn is_regular(&self) -> bool {
        self.flags == 0
    }

    /// Below 0, 0, above 0.
    pub fn compare(&self, call: &mut Call<'_>, left: &Entry, right: &Entry) -> Res<i32> {
        let order = match self.by {
            By::Value => self.values(call, &left.value, &right.value)?,
            By::Key => self.keys(call, &left.key, &right.key)?,
        };
        Ok(if self.direction == Direction::Downwards { -order } else { order })
    }

    fn values(&self, call: &mut Call<'_>, left: &Value, right: &Value) -> Res<i32> {
        let fold = self.flags & FOLD_CASE != 0;
        match self.flags & !FOLD_CASE {
            NUMERIC => {
                let left = conv::to_float(call.rq(), left)?;
                let right = conv::to_float(call.rq(), right)?;
                Ok(floats(left, right))
            }
            STRING | LOCALE_STRING | NATURAL => {
                let (left, right) = (call.to_str(left)?, call.to_str(right)?);
                Ok(texts(&left, &right, (self.flags & !FOLD_CASE == NATURAL, fold)))
            }
            _ => match ops::compare(call.rq(), left, right)? {
                0 => Ok(0),
                order => Ok(cases(left, right).unwrap_or(order)),
            },
        }
    }

    fn keys(&self, call: &mut Call<'_>, left: &KeyValue, right: &KeyValue) -> Res<i32> {
        let fold = self.flags & FOLD_CASE != 0;
        let kind = self.flags & !FOLD_CASE;
        let both_ints = match (left, right) {
            (KeyValue::Int(left), KeyValue::Int(right)) => Some(if left > right { 1 } else { -1 }),
            _ => None,
        };
        match (kind, both_ints) {
            (STRING | LOCALE_STRING | NATURAL, _) => {
                Ok(texts(&key_text(left), &key_text(right), (kind == NATURAL, fold)))
            }
            (_, Some(order)) => Ok(order),
            (NUMERIC, None) => Ok(floats(key_number(left), key_number(right))),
            _ => ops::compare(call.rq(), &key_value(left), &key_value(right)),
        }
    }
}

/// The order of a value before another that is the case of an enum. PHP: cases have no order, but equal
/// ones are to stand together, behind all else.
fn cases(left: &Value, right: &Value) -> Option<i32> {
    let right = case_of(right)?;
    Some(case_of(left).map_or(-1, |left| left.cmp(&right) as i32))
}

fn case_of(value: &Value) -> Option<u32> {
    let View::Object(object) = value.unboxed().view() else { return None };
    object.class().class().is_enum().then(|| object.id())
}

fn floats(left: f64, right: f64) -> i32 {
    if left == right {
        0
    } else if left < right {
        -1
    } else {
        1
    }
}

fn texts(left: &[u8], right: &[u8], (natural, fold): (bool, bool)) -> i32 {
    match (natural, fold) {
        (true, fold) => natural::compare(left, right, fold),
        (false, true) => left.to_ascii_lowercase().cmp(&right.to_ascii_lowercase()) as i32,
        (false, false) => left.cmp(right) as i32,
    }
}

fn key_text(key: &KeyValue) -> Vec<u8> {
    match key {
        KeyValue::Int(int) => conv::int_text(*int, &mut [0; 20]).to_vec(),
        KeyValue::Str(string) => string.to_vec(),
    }
}

fn key_number(key: &KeyValue) -> f64 {
    match key {
        KeyValue::Int(int) => *int as f64,
        KeyValue::Str(string) => conv::str_to_float(string),
    }
}

fn key_value(key: &KeyValue) -> Value {
    match key {
        KeyValue::Int(int) => Value::int(*int),
        KeyValue::Str(string) => string.clone().into(),
    }
}
