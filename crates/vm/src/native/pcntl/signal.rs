//! Signals: what handles them, and when.

use std::collections::HashMap;

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, Host as _, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::ffi::{self, Action, Set, Signal};
use super::{LastError, noted};
use crate::native::{put_named, request};
use crate::request::Request;

/// The signals are below this number.
const COUNT: i64 = 65;
const ALARM: i64 = 14;

/// What handles signals.
#[derive(Default)]
struct Handlers {
    by_number: HashMap<i64, Value>,
    /// Whether handlers run at once.
    at_once: bool,
    is_running: bool,
}

/// What scripts are told of a signal.
pub fn told(call: &mut Call<'_>, number: i64, signal: &Signal) -> Res<Array> {
    let int = Value::int;
    let mut all = Array::new();
    let mut rows = vec![
        ("signo", int(signal.number)),
        ("errno", int(signal.errno)),
        ("code", int(signal.code)),
    ];
    let sender = [("pid", int(signal.process)), ("uid", int(signal.user))];
    match number {
        17 => {
            rows.push(("status", int(signal.status)));
            rows.push(("utime", Value::float(signal.user_time as f64)));
            rows.push(("stime", Value::float(signal.system_time as f64)));
            rows.extend(sender);
        }
        10 | 12 | 34..=64 => rows.extend(sender),
        4 | 7 | 8 | 11 => rows.push(("addr", Value::float(signal.address as f64))),
        _ => {}
    }
    for (name, value) in rows {
        put_named(call, &mut all, name, value)?;
    }
    Ok(all)
}

/// Runs the handlers of signals that came.
fn dispatch(call: &mut Call<'_>) -> Res<()> {
    if !ffi::is_due() || call.state::<Handlers>().is_running {
        return Ok(());
    }
    call.state::<Handlers>().is_running = true;
    let mut result = Ok(());
    while let Some(signal) = ffi::next() {
        if result.is_ok() {
            result = handle(call, &signal);
        }
    }
    call.state::<Handlers>().is_running = false;
    result
}

fn handle(call: &mut Call<'_>, signal: &Signal) -> Res<()> {
    let handler = call.state::<Handlers>().by_number.get(&signal.number).cloned();
    let Some(handler) = handler.filter(|handler| handler.as_int().is_none()) else { return Ok(()) };
    let Ok(callable) = request(call).callable(&handler) else { return Ok(()) };
    let info = told(call, signal.number, signal)?;
    let args = [Value::int(signal.number), info.into()];
    request(call).without_switches(|rq| rq.call_resolved(&callable, &args)).map(drop)
}

/// Runs the handlers of signals that came, of a request that looks up.
pub(crate) fn heed(rq: &mut Request) -> Res<()> {
    if !ffi::is_due() {
        return Ok(());
    }
    match crate::native::named(b"pcntl_dispatch_") {
        Some(dispatch) => rq.call(dispatch, crate::frame::Context::None, &[]).map(drop),
        None => Ok(()),
    }
}

pub fn pcntl_heed_(call: &mut Call<'_>) -> Res<()> {
    if call.state::<Handlers>().at_once { dispatch(call) } else { Ok(()) }
}

pub fn pcntl_dispatch_(call: &mut Call<'_>) -> Res<()> {
    dispatch(call)
}

pub fn pcntl_signal_dispatch(call: &mut Call<'_>) -> Res<bool> {
    dispatch(call).map(|()| true)
}

pub fn pcntl_end_(call: &mut Call<'_>) -> Res<()> {
    let handlers = std::mem::take(call.state::<Handlers>());
    for (number, handler) in handlers.by_number {
        if handler.as_int() != Some(0) {
            // That the system refuses is no matter: it accepted the handler.
            let _ = ffi::act(number as i32, Action::Default, false);
        }
    }
    if handlers.at_once {
        ffi::tell(None);
    }
    // What came and was not asked for is not told to the next request of the process.
    while ffi::next().is_some() {}
    Ok(())
}

pub fn pcntl_async_signals(call: &mut Call<'_>, enable: Option<bool>) -> Res<bool> {
    let was = call.state::<Handlers>().at_once;
    if let Some(enable) = enable {
        call.state::<Handlers>().at_once = enable;
        let word = request(call).surprise().clone();
        if enable != was {
            ffi::tell(enable.then_some(&word));
        }
    }
    Ok(was)
}

fn check_number(call: &mut Call<'_>, number: i64) -> Res<()> {
    if number < 1 {
        return Err(call.value_error(1, "must be greater than or equal to 1"));
    }
    if number >= COUNT {
        return Err(call.value_error(1, format!("must be less than {COUNT}")));
    }
    Ok(())
}

pub fn pcntl_signal(
    call: &mut Call<'_>,
    signal: i64,
    handler: &Value,
    restart_syscalls: Option<bool>,
) -> Res<bool> {
    const INVALID: i32 = 22;
    check_number(call, signal)?;
    let restarts = restart_syscalls.filter(|_| call.passed() > 2).unwrap_or(signal != ALARM);
    let handler = handler.unboxed().clone();
    let action = match handler.view() {
        View::Int(0) => Action::Default,
        View::Int(1) => Action::Ignore,
        View::Int(_) => {
            let rule = "must be either SIG_DFL or SIG_IGN when an integer value is given";
            return Err(call.value_error(2, rule));
        }
        _ if request(call).callable(&handler).is_ok() => Action::Note,
        _ => {
            call.state::<LastError>().0 = INVALID;
            let given = call.given(&handler);
            return Err(
                call.type_refused(2, &format!("must be of type callable|int, {given} given"))
            );
        }
    };
    let done = ffi::act(signal as i32, action, restarts);
    if noted(call, done).is_err() {
        call.warn("Error assigning signal")?;
        return Ok(false);
    }
    call.state::<Handlers>().by_number.insert(signal, handler);
    Ok(true)
}

pub fn pcntl_signal_get_handler(call: &mut Call<'_>, signal: i64) -> Res<Value> {
    if !(1..COUNT).contains(&signal) {
        return Err(call.value_error(1, format!("must be between 1 and {}", COUNT - 1)));
    }
    let known = call.state::<Handlers>().by_number.get(&signal).cloned();
    Ok(known.unwrap_or(Value::int(0)))
}

/// The set of the signals in an array.
fn set_of(
    call: &mut Call<'_>,
    signals: &Array,
    (position, may_be_empty): (usize, bool),
) -> Res<Option<Set>> {
    if signals.is_empty() && !may_be_empty {
        return Err(call.value_error(position, "must not be empty"));
    }
    let mut numbers = Vec::with_capacity(signals.len());
    for (_, value) in signals {
        let value = value.unboxed().clone();
        let number = match value.view() {
            View::Int(number) => Some(number),
            View::Array(_) | View::Object(_) => None,
            View::Str(text) => runtime::conv::numeric::whole(text)
                .is_some()
                .then(|| runtime::conv::str_to_int(text)),
            _ => Some(runtime::conv::to_int(call.rq(), &value)?),
        };
        let Some(number) = number else {
            let given = call.given(&value);
            let rule = format!("signals must be of type int, {given} given");
            return Err(call.type_refused(position, &rule));
        };
        if !(1..COUNT).contains(&number) {
            let rule = format!("signals must be between 1 and {}", COUNT - 1);
            return Err(call.value_error(position, rule));
        }
        numbers.push(number as i32);
    }
    let set = Set::of(&numbers);
    match noted(call, set) {
        Ok(set) => Ok(Some(set)),
        Err(error) => call.warn(ffi::words(error)).map(|()| None),
    }
}

pub fn pcntl_sigprocmask(
    call: &mut Call<'_>,
    mode: i64,
    signals: &Array,
    old_signals: &Reference,
) -> Res<bool> {
    const SET: i64 = 2;
    if !(0..=SET).contains(&mode) {
        return Err(call.value_error(1, "must be one of SIG_BLOCK, SIG_UNBLOCK, or SIG_SETMASK"));
    }
    let Some(set) = set_of(call, signals, (2, mode == SET))? else { return Ok(false) };
    let blocked = ffi::block(mode as i32, &set);
    match noted(call, blocked) {
        Ok(old) => {
            if call.passed() > 2 {
                let old = old.into_iter().map(|number| Value::int(number.into()));
                let old = call.list(old)?;
                old_signals.set(old.into());
            }
            pcntl_heed_(call)?;
            Ok(true)
        }
        Err(error) => call.warn(ffi::words(error)).map(|()| false),
    }
}

fn waited(
    call: &mut Call<'_>,
    (set, time): (&Set, Option<(i64, i64)>),
    info: &Reference,
) -> Res<OrFalse<i64>> {
    const AGAIN: i32 = 11;
    request(call).output.flush();
    let signal = match ffi::wait_signal(set, time) {
        Ok(signal) => signal,
        Err(AGAIN) if time.is_some() => return Ok(OrFalse(None)),
        Err(error) => {
            call.state::<LastError>().0 = error;
            call.warn(ffi::words(error))?;
            return Ok(OrFalse(None));
        }
    };
    if call.passed() > 1 {
        let known = told(call, signal.number, &signal)?;
        call.assign(info, known.into())?;
    }
    Ok(OrFalse(Some(signal.number)))
}

pub fn pcntl_sigwaitinfo(
    call: &mut Call<'_>,
    signals: &Array,
    info: &Reference,
) -> Res<OrFalse<i64>> {
    let Some(set) = set_of(call, signals, (1, false))? else { return Ok(OrFalse(None)) };
    waited(call, (&set, None), info)
}

pub fn pcntl_sigtimedwait(
    call: &mut Call<'_>,
    signals: &Array,
    info: &Reference,
    seconds: i64,
    nanoseconds: i64,
) -> Res<OrFalse<i64>> {
    let Some(set) = set_of(call, signals, (1, false))? else { return Ok(OrFalse(None)) };
    if seconds < 0 {
        return Err(call.value_error(3, "must be greater than or equal to 0"));
    }
    if !(0..1_000_000_000).contains(&nanoseconds) {
        return Err(call.value_error(4, "must be between 0 and 1e9"));
    }
    if seconds == 0 && nanoseconds == 0 {
        let text = "pcntl_sigtimedwait(): At least one of argument #3 ($seconds) or argument #4 \
                    ($nanoseconds) must be greater than 0";
        return Err(call.throw(Message::ValueRefused { text: text.to_owned() }));
    }
    waited(call, (&set, Some((seconds, nanoseconds))), info)
}
