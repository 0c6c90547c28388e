//! Casts of what runs no code of a script.

use runtime::conv;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Pc;
use crate::frame::{Cell, Fp};
use crate::request::Request;

/// The stack item `a` is a string already, or becomes the digits of its int.
pub(crate) extern "C-unwind" fn to_string(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    match cell.tag() {
        DataType::StaticString | DataType::String => next!(pc.next(), fp, vm),
        DataType::Int64 if spell(cell) => next!(pc.next(), fp, vm),
        _ => cast::<Text>(pc, fp, vm),
    }
}

#[inline(never)]
fn spell(cell: Cell) -> bool {
    let mut digits = [0; 20];
    let Ok(text) = Str::new(conv::int_text(cell.bits(), &mut digits)) else {
        return false;
    };
    cell.init(Value::from(text));
    true
}

/// The stack item `a` is an int already, or a float that is cut.
pub(crate) extern "C-unwind" fn to_int(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    match cell.tag() {
        DataType::Int64 => next!(pc.next(), fp, vm),
        DataType::Double => {
            let float = f64::from_bits(cell.bits() as u64);
            if float.is_nan() || float.abs() >= 9.2e18 {
                slow!(pc, fp, vm)
            }
            cell.put(Value::int(float as i64).into_raw());
            next!(pc.next(), fp, vm)
        }
        _ => cast::<Int>(pc, fp, vm),
    }
}

/// The stack item `a` is a float already, or becomes that of its int.
pub(crate) extern "C-unwind" fn to_float(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    match cell.tag() {
        DataType::Double => next!(pc.next(), fp, vm),
        DataType::Int64 => {
            cell.put(Value::float(cell.bits() as f64).into_raw());
            next!(pc.next(), fp, vm)
        }
        _ => cast::<Float>(pc, fp, vm),
    }
}

/// The stack item `a` is a truth value already, or becomes one.
pub(crate) extern "C-unwind" fn to_bool(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).tag() != DataType::Boolean {
        return cast::<Bool>(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

/// What a value is cast to.
trait Cast {
    /// The types from which that takes neither memory nor code of a script.
    const FROM: &[DataType];
    fn of(rq: &mut Request, value: &Value) -> Res<Value>;
}

const WORDS: &[DataType] = &[DataType::Null, DataType::Boolean];
const SCALARS: &[DataType] = &[
    DataType::Null,
    DataType::Boolean,
    DataType::Int64,
    DataType::Double,
    DataType::StaticString,
    DataType::String,
];

macro_rules! casts {
    ($($Name:ident from $FROM:ident |$rq:ident, $value:ident| $cast:expr;)*) => {$(
        struct $Name;
        impl Cast for $Name {
            const FROM: &[DataType] = $FROM;
            fn of($rq: &mut Request, $value: &Value) -> Res<Value> {
                $cast
            }
        }
    )*};
}

casts! {
    Text from WORDS |rq, value| conv::to_str(rq, value).map(Value::from);
    Int from SCALARS |rq, value| conv::to_int(rq, value).map(Value::int);
    Float from SCALARS |rq, value| conv::to_float(rq, value).map(Value::float);
    Bool from SCALARS |_rq, value| Ok(Value::bool(conv::to_bool(value)));
}

/// The stack item `a` becomes what it is cast to.
#[inline(never)]
extern "C-unwind" fn cast<C: Cast>(pc: Pc, fp: Fp, vm: Vm) {
    if !is_cast::<C>(fp.at(pc.a()), vm.rq()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// False, and nothing was done, when there is more to it.
#[inline(never)]
fn is_cast<C: Cast>(cell: Cell, rq: &mut Request) -> bool {
    if !C::FROM.contains(&cell.tag()) {
        return false;
    }
    let Ok(value) = C::of(rq, cell.value()) else { return false };
    cell.replace(value);
    true
}
