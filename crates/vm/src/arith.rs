//! Arithmetic, bits and comparisons.

use runtime::conv;
use runtime::ops;
use runtime::raise::{Raise, Res};
use runtime::value::Value;

use crate::frame::Frame;
use crate::request::Request;

/// A binary operator of `runtime::ops`.
pub(crate) type Operator = fn(&mut dyn Raise, &Value, &Value) -> Res<Value>;

fn binary(rq: &mut Request, frame: &mut Frame, operator: Operator) -> Res<()> {
    let right = frame.pop();
    let left = frame.pop();
    let result = operator(rq, &left, &right)?;
    frame.push(result);
    Ok(())
}

macro_rules! binary_ops {
    ($($snake:ident = $operator:expr;)*) => {$(
        #[doc = concat!("`", stringify!($snake), "`: see the table.")]
        pub fn $snake(rq: &mut Request, frame: &mut Frame) -> Res<()> {
            binary(rq, frame, $operator)
        }
    )*};
}

binary_ops! {
    add = ops::add;
    sub = ops::sub;
    mul = ops::mul;
    div = ops::div;
    mod_ = ops::modulo;
    pow = ops::pow;
    bit_and = ops::bit_and;
    bit_or = ops::bit_or;
    bit_xor = ops::bit_xor;
    shl = ops::shl;
    shr = ops::shr;
    cmp = ops::spaceship;
    same = |rq, left, right| ops::identical(rq, left, right).map(Value::bool);
    nsame = |rq, left, right| ops::identical(rq, left, right).map(|same| Value::bool(!same));
    eq = |rq, left, right| ops::loose_eq(rq, left, right).map(Value::bool);
    neq = |rq, left, right| ops::loose_eq(rq, left, right).map(|equal| Value::bool(!equal));
    lt = |rq, left, right| ops::compare(rq, left, right).map(|order| Value::bool(order < 0));
    lte = |rq, left, right| ops::compare(rq, left, right).map(|order| Value::bool(order <= 0));
    gt = |rq, left, right| ops::compare(rq, right, left).map(|order| Value::bool(order < 0));
    gte = |rq, left, right| ops::compare(rq, right, left).map(|order| Value::bool(order <= 0));
    xor = |_, left, right| Ok(Value::bool(conv::to_bool(left) != conv::to_bool(right)));
}

/// `bit_not`: see the table.
pub fn bit_not(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let result = ops::bit_not(rq, &value)?;
    frame.push(result);
    Ok(())
}

/// `not`: see the table.
pub fn not(_: &mut Request, frame: &mut Frame) {
    let value = frame.pop();
    frame.push(Value::bool(!conv::to_bool(&value)));
}
