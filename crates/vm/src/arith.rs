//! Arithmetic, bits and comparisons.

use runtime::conv;
use runtime::ops;
use runtime::raise::{Raise, Res};
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::late;
use crate::local::read_quietly;
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

/// As [`binary`]. PHP: a variable beside an object is read when that has been converted.
fn comparison(rq: &mut Request, frame: &mut Frame, operator: Operator) -> Res<()> {
    let (object, other, is_left) = match (frame.top(1).view(), frame.top(0).view()) {
        (View::Object(_), View::Object(_)) => return binary(rq, frame, operator),
        (View::Object(object), _) => (object.clone(), frame.top(0).clone(), true),
        (_, View::Object(object)) => (object.clone(), frame.top(1).clone(), false),
        _ => return binary(rq, frame, operator),
    };
    let is_plain = object.class().class().library_method(b"order_").is_none();
    let local = late::operand(frame, is_left).filter(|_| is_plain);
    if let Some(local) = local
        && let Some(own) = rq.object_beside(&object, &other)?
    {
        let other = read_quietly(frame, local);
        let (left, right) = if is_left { (own, other) } else { (other, own) };
        (*frame.top_mut(1), *frame.top_mut(0)) = (left, right);
    }
    binary(rq, frame, operator)
}

macro_rules! operators {
    ($body:ident: $($snake:ident = $operator:expr;)*) => {$(
        #[doc = concat!("`", stringify!($snake), "`: see the table.")]
        pub fn $snake(rq: &mut Request, frame: &mut Frame) -> Res<()> {
            $body(rq, frame, $operator)
        }
    )*};
}

operators! { binary:
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
    same = |rq, left, right| ops::identical(rq, left, right).map(Value::bool);
    nsame = |rq, left, right| ops::identical(rq, left, right).map(|same| Value::bool(!same));
    xor = |_, left, right| Ok(Value::bool(conv::to_bool(left) != conv::to_bool(right)));
}

operators! { comparison:
    cmp = ops::spaceship;
    eq = |rq, left, right| ops::loose_eq(rq, left, right).map(Value::bool);
    neq = |rq, left, right| ops::loose_eq(rq, left, right).map(|equal| Value::bool(!equal));
    lt = |rq, left, right| ops::compare(rq, left, right).map(|order| Value::bool(order < 0));
    lte = |rq, left, right| ops::compare(rq, left, right).map(|order| Value::bool(order <= 0));
    gt = |rq, left, right| ops::compare(rq, right, left).map(|order| Value::bool(order < 0));
    gte = |rq, left, right| ops::compare(rq, right, left).map(|order| Value::bool(order <= 0));
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
