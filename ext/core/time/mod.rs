//! Clocks.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn time(_: &mut Call<'_>) -> Res<i64> {
    Ok(since_epoch().as_secs() as i64)
}

fn microtime(call: &mut Call<'_>, as_float: bool) -> Res<Value> {
    let now = since_epoch();
    if as_float {
        let micros = f64::from(now.subsec_micros());
        return Ok(Value::float(now.as_secs() as f64 + micros / 1e6));
    }
    let text = format!("0.{:06}00 {}", now.subsec_micros(), now.as_secs());
    Ok(call.str(text.as_bytes())?.into())
}

/// Nanoseconds since an arbitrary start, the same for the whole process.
fn monotonic() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

fn hrtime(call: &mut Call<'_>, as_number: bool) -> Res<Value> {
    let now = monotonic();
    if as_number {
        return Ok(Value::int(now.as_nanos() as i64));
    }
    let parts = [now.as_secs() as i64, i64::from(now.subsec_nanos())];
    Ok(call.list(parts.map(Value::int))?.into())
}

fn usleep(call: &mut Call<'_>, microseconds: i64) -> Res<()> {
    let Ok(microseconds) = u64::try_from(microseconds) else {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    };
    std::thread::sleep(Duration::from_micros(microseconds));
    Ok(())
}
