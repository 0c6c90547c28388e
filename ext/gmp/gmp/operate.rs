//! What the class asks for: operators, comparison, conversions.

use dashu_int::IBig;
use runtime::conv::{self, numeric};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::number::{self, made, no_integer, operand, put};
use super::{check_bits, divide, order, power};

fn unsupported(call: &mut Call<'_>, operator: &str, left: &Value, right: &Value) -> Res<Value> {
    let (left, right) = (conv::type_name(call.rq(), left), conv::type_name(call.rq(), right));
    let text = format!("Unsupported operand types: {left} {operator} {right}");
    Err(call.throw(Message::TypeRefused { text }))
}

/// The int on the right of `**`, `<<` and `>>`; none where its type is no good.
fn count(call: &mut Call<'_>, right: &Value) -> Res<Option<i64>> {
    match right.unboxed().view() {
        View::Int(int) => Ok(Some(int)),
        View::Float(float) => Ok(Some(float as i64)),
        View::Str(text) => {
            let whole = numeric::whole(text).map(|numeric| numeric.number);
            match whole {
                Some(numeric::Number::Int(int)) => Ok(Some(int)),
                _ => Err(no_integer(call)),
            }
        }
        View::Object(_) => match number::plain(call, right) {
            Ok(number) => Ok(Some(number::to_int(&number))),
            Err(_) => Ok(None),
        },
        _ => Ok(None),
    }
}

fn shifted(call: &mut Call<'_>, operator: &str, left: &Value, right: &Value) -> Res<Value> {
    let Some(by) = count(call, right)? else { return unsupported(call, operator, left, right) };
    let Ok(by) = usize::try_from(by) else {
        let what = if operator == "**" { "Exponent" } else { "Shift" };
        let text = format!("{what} must be greater than or equal to 0");
        return Err(call.throw(Message::ValueRefused { text }));
    };
    let base = match left.unboxed().view() {
        View::Object(_) | View::Int(_) => number::plain(call, left).ok(),
        _ => None,
    };
    let Some(base) = base else { return unsupported(call, operator, left, right) };
    let result = match operator {
        "**" => power(call, &base, by)?,
        "<<" => {
            if base != IBig::ZERO {
                check_bits(call, Some(by))?;
            }
            base << by
        }
        _ => base >> by,
    };
    made(call, &result)
}

pub fn gmp_operate_(
    call: &mut Call<'_>,
    operator: &Str,
    left: &Value,
    right: &Value,
) -> Res<Value> {
    let name = String::from_utf8_lossy(operator).into_owned();
    if matches!(&*name, "**" | "<<" | ">>") {
        return shifted(call, &name, left, right);
    }
    if !matches!(&*name, "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "~") {
        return Ok(Value::NULL);
    }
    let one = operand(call, left)?;
    if name == "~" {
        return made(call, &!one);
    }
    let other = operand(call, right)?;
    let is_zero = other == IBig::ZERO;
    let result = match &*name {
        "+" => one + other,
        "-" => one - other,
        "*" => one * other,
        "/" if is_zero => return Err(divide::by_zero(call, "Division by zero")),
        "%" if is_zero => return Err(divide::by_zero(call, "Modulo by zero")),
        "/" => one / other,
        "%" => divide::modulo(&one, &other),
        "&" => one & other,
        "|" => one | other,
        _ => one ^ other,
    };
    made(call, &result)
}

pub fn gmp_order_(call: &mut Call<'_>, left: &Value, right: &Value) -> Res<i64> {
    let left = operand(call, left)?;
    let right = operand(call, right)?;
    Ok(order(&left, &right))
}

pub fn gmp_cast_(call: &mut Call<'_>, num: &Value, to: &Str) -> Res<Value> {
    let number = operand(call, num)?;
    Ok(match to.as_bytes() {
        b"int" => Value::int(number::to_int(&number)),
        b"float" => Value::float(number::to_float(&number)),
        b"number" => match i64::try_from(&number) {
            Ok(int) => Value::int(int),
            Err(_) => Value::float(number::to_float(&number)),
        },
        b"bool" => Value::bool(number != IBig::ZERO),
        _ => call.str(&number::text(&number, 10))?.into(),
    })
}

pub fn gmp_begin_(call: &mut Call<'_>, num: &Value, value: &Value, base: i64) -> Res<bool> {
    let number = match value.unboxed().view() {
        View::Str(text) => number::parse(text, base as u64),
        _ => number::plain(call, value).ok(),
    };
    match number {
        Some(number) => put(call, num, &number).map(|()| true),
        None => Ok(false),
    }
}

pub fn gmp_restore_(call: &mut Call<'_>, num: &Value, value: &Str) -> Res<bool> {
    match number::parse(value, 16) {
        Some(number) => put(call, num, &number).map(|()| true),
        None => Ok(false),
    }
}
