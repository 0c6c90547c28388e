//! Native functions: plain Rust functions, and the table that names them.
//!
//! A row says the name, the types of the parameters and of the result; the function of the same
//! name gets arguments of these types. Conversions of arguments are made here, for all rows alike.

mod array;
mod math;
mod output;
mod signature;
mod string;
mod time;
mod types;

use std::sync::LazyLock;

use runtime::value::Value;

use crate::func::Func;
use signature::Row;

static FUNCS: LazyLock<Vec<Func>> = LazyLock::new(|| {
    let tables = [array::ROWS, math::ROWS, output::ROWS, string::ROWS, time::ROWS, types::ROWS];
    tables.iter().flat_map(|rows| rows.iter()).map(Row::func).collect()
});

/// All native functions.
pub fn all() -> &'static [Func] {
    &FUNCS
}

/// The native function with this name in lower case.
pub(crate) fn named(folded: runtime::string::StaticStr) -> Option<&'static Func> {
    FUNCS.iter().find(|func| func.name() == folded)
}

/// A constant of the engine.
pub(crate) fn constant(name: &[u8]) -> Option<Value> {
    Some(match name {
        b"PHP_INT_MAX" => Value::int(i64::MAX),
        b"PHP_INT_MIN" => Value::int(i64::MIN),
        b"PHP_INT_SIZE" => Value::int(8),
        b"PHP_FLOAT_EPSILON" => Value::float(f64::EPSILON),
        b"M_PI" => Value::float(std::f64::consts::PI),
        b"NAN" => Value::float(f64::NAN),
        b"INF" => Value::float(f64::INFINITY),
        b"PHP_EOL" => Value::from(runtime::string::one_byte(b'\n')),
        _ => return None,
    })
}
