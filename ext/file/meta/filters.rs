//! Functions of filters.

use runtime::array::Array;
use runtime::native::{Call, Passed};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;

use super::number;
use crate::layer::filter::{self, BRIGADE, FILTER};
use crate::layer::guest;
use crate::layer::table::Streams;
use crate::layer::{stream, stream_id};

pub fn stream_get_filters(call: &mut Call<'_>) -> Res<Array> {
    let guests = guest::families().map(|family| family.shown);
    let own = guests.chain(filter::NAMES.iter().copied());
    let own = own.map(|name| Value::from(intern(name.as_bytes())));
    let mut names: Vec<Value> = own.collect();
    for (name, _) in call.state::<Streams>().filter_classes.clone() {
        names.push(call.str(&name)?.into());
    }
    call.list(names)
}

pub fn stream_filter_register(call: &mut Call<'_>, filter_name: &Str, class: &Str) -> Res<bool> {
    if filter_name.is_empty() {
        return Err(call.value_error(1, "must be a non-empty string"));
    }
    if class.is_empty() {
        return Err(call.value_error(2, "must be a non-empty string"));
    }
    let is_known = |name: &[u8]| name.eq_ignore_ascii_case(filter_name);
    let streams = call.state::<Streams>();
    let is_own = filter::NAMES.iter().any(|name| is_known(name.as_bytes()));
    if is_own || streams.filter_classes.iter().any(|(name, _)| is_known(name)) {
        return Ok(false);
    }
    streams.filter_classes.push((filter_name.to_vec(), class.to_vec()));
    Ok(true)
}

fn add(
    call: &mut Call<'_>,
    (given, name): (&Value, &Str),
    (mode, params): (i64, &Passed<'_>),
    first: bool,
) -> Res<Value> {
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(Value::bool(false)) };
    let mode = if mode & 3 != 0 {
        mode & 3
    } else {
        i64::from(open.readable) | i64::from(open.writable) << 1
    };
    let params = params.0.map(|params| params.unboxed().clone()).unwrap_or_default();
    let mut last = Value::bool(false);
    for (bit, is_read) in [(1, true), (2, false)] {
        if mode & bit == 0 {
            continue;
        }
        let Some((filter, value)) = filter::make(call, (id, is_read), name, &params)? else {
            return Ok(Value::bool(false));
        };
        if !filter::attach(call, id, (filter, is_read, first))? {
            filter::remove(call, filter)?;
            return Ok(Value::bool(false));
        }
        last = value;
    }
    Ok(last)
}

pub fn stream_filter_append(
    call: &mut Call<'_>,
    given: &Value,
    filter_name: &Str,
    mode: i64,
    params: Passed<'_>,
) -> Res<Value> {
    add(call, (given, filter_name), (mode, &params), false)
}

pub fn stream_filter_prepend(
    call: &mut Call<'_>,
    given: &Value,
    filter_name: &Str,
    mode: i64,
    params: Passed<'_>,
) -> Res<Value> {
    add(call, (given, filter_name), (mode, &params), true)
}

pub fn stream_filter_remove(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = number(given, FILTER).filter(|id| call.state::<Streams>().filters.contains_key(id));
    let Some(id) = id else {
        if !matches!(given.unboxed().view(), runtime::value::View::Resource(_)) {
            return Err(call.type_error(1, "resource", given));
        }
        let text = format!(
            "{}(): supplied resource is not a valid stream filter resource",
            call.native().name
        );
        return Err(call.throw(runtime::message::Message::TypeRefused { text }));
    };
    filter::remove(call, id)?;
    crate::layer::io::mark_closed(given);
    Ok(true)
}

pub fn stream_brigade_shift_(call: &mut Call<'_>, brigade: &Value) -> Res<Option<Str>> {
    let id = number(brigade, BRIGADE).unwrap_or_default();
    let buckets = call.state::<Streams>().brigades.get_mut(&id);
    let first = buckets.filter(|buckets| !buckets.is_empty()).map(|buckets| buckets.remove(0));
    first.map(|bytes| call.str(&bytes)).transpose()
}

pub fn stream_brigade_put_(
    call: &mut Call<'_>,
    brigade: &Value,
    data: &Str,
    first: bool,
) -> Res<()> {
    let id = number(brigade, BRIGADE).unwrap_or_default();
    let bytes = data.to_vec();
    if let Some(buckets) = call.state::<Streams>().brigades.get_mut(&id) {
        let at = if first { 0 } else { buckets.len() };
        buckets.insert(at, bytes);
    }
    Ok(())
}
