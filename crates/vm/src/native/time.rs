//! Clocks.

use std::sync::LazyLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use runtime::array::Array;
use runtime::raise::{OrExit, Res};
use runtime::value::Value;

use super::signature::{natives, text};
use crate::request::Request;

natives! {
    hrtime(as_number: Option<bool>) -> Value;
    microtime(as_float: Option<bool>) -> Value;
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn hrtime(rq: &mut Request, as_number: Option<bool>) -> Res<Value> {
    let passed = START.elapsed();
    if as_number == Some(true) {
        return Ok(Value::int(passed.as_nanos() as i64));
    }
    let parts = [passed.as_secs() as i64, i64::from(passed.subsec_nanos())];
    Array::from_values(parts.map(Value::int)).or_exit(rq).map(Value::from)
}

fn microtime(rq: &mut Request, as_float: Option<bool>) -> Res<Value> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    if as_float == Some(true) {
        return Ok(Value::float(now.as_secs_f64()));
    }
    let shown = format!("{:.8} {}", f64::from(now.subsec_micros()) / 1e6, now.as_secs());
    text(rq, shown.as_bytes()).map(Value::from)
}
