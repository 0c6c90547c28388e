//! Children, and how they ended.

use runtime::array::Array;
use runtime::conv;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::Value;

use super::ffi::{self, Child, Used};
use super::{noted, signal};
use crate::native::{put_named, request};

/// The names of what a process has used.
const USED: [&str; 17] = [
    "ru_oublock",
    "ru_inblock",
    "ru_msgsnd",
    "ru_msgrcv",
    "ru_maxrss",
    "ru_ixrss",
    "ru_idrss",
    "ru_minflt",
    "ru_majflt",
    "ru_nsignals",
    "ru_nvcsw",
    "ru_nivcsw",
    "ru_nswap",
    "ru_utime.tv_usec",
    "ru_utime.tv_sec",
    "ru_stime.tv_usec",
    "ru_stime.tv_sec",
];

/// What a process has used, by name.
pub(in crate::native) fn named_use(call: &mut Call<'_>, used: Used) -> Res<Array> {
    let mut all = Array::new();
    for (name, value) in USED.iter().zip(used) {
        put_named(call, &mut all, name, Value::int(value))?;
    }
    Ok(all)
}

/// Tells what a child has used, where that is asked for.
fn tell_used(call: &mut Call<'_>, place: &Reference, child: Option<&Child>) -> Res<()> {
    let all = match child.filter(|child| child.process > 0) {
        Some(child) => named_use(call, child.used)?,
        None => Array::new(),
    };
    place.set(all.into());
    Ok(())
}

fn wait(
    call: &mut Call<'_>,
    (process, flags): (i64, i64),
    status: &Reference,
    used: (&Reference, bool),
) -> Res<i64> {
    request(call).output.flush();
    let before = status.get();
    let before = conv::to_int(call.rq(), &before)?;
    let waited = ffi::wait(process as i32, before as i32, flags as i32);
    let waited = noted(call, waited);
    let child = waited.as_ref().ok();
    if used.1 {
        tell_used(call, used.0, child)?;
    }
    call.assign(status, Value::int(child.map_or(before, |child| i64::from(child.status))))?;
    Ok(child.map_or(-1, |child| i64::from(child.process)))
}

pub fn pcntl_wait(
    call: &mut Call<'_>,
    status: &Reference,
    flags: i64,
    resource_usage: &Reference,
) -> Res<i64> {
    let asked = call.passed() > 2;
    wait(call, (-1, flags), status, (resource_usage, asked))
}

pub fn pcntl_waitpid(
    call: &mut Call<'_>,
    process_id: i64,
    status: &Reference,
    flags: i64,
    resource_usage: &Reference,
) -> Res<i64> {
    let asked = call.passed() > 3;
    wait(call, (process_id, flags), status, (resource_usage, asked))
}

pub fn pcntl_waitid(
    call: &mut Call<'_>,
    idtype: i64,
    id: Option<i64>,
    info: &Reference,
    flags: i64,
) -> Res<bool> {
    const CHILD: i64 = 17;
    request(call).output.flush();
    let waited = ffi::wait_change(idtype as u32, id.unwrap_or(0) as u32, flags as i32);
    let Ok(known) = noted(call, waited) else { return Ok(false) };
    if call.passed() > 2 {
        let told = signal::told(call, CHILD, &known)?;
        call.assign(info, told.into())?;
    }
    Ok(true)
}

fn low(status: i64) -> i64 {
    status & 0x7f
}

pub fn pcntl_wifexited(_: &mut Call<'_>, status: i64) -> Res<bool> {
    Ok(low(status) == 0)
}

pub fn pcntl_wifstopped(_: &mut Call<'_>, status: i64) -> Res<bool> {
    Ok(status & 0xff == 0x7f)
}

pub fn pcntl_wifsignaled(_: &mut Call<'_>, status: i64) -> Res<bool> {
    Ok(!matches!(low(status), 0 | 0x7f))
}

pub fn pcntl_wifcontinued(_: &mut Call<'_>, status: i64) -> Res<bool> {
    Ok(status & 0xffff == 0xffff)
}

pub fn pcntl_wexitstatus(_: &mut Call<'_>, status: i64) -> Res<OrFalse<i64>> {
    Ok(OrFalse(Some(status >> 8 & 0xff)))
}

pub fn pcntl_wtermsig(_: &mut Call<'_>, status: i64) -> Res<OrFalse<i64>> {
    Ok(OrFalse(Some(low(status))))
}

pub fn pcntl_wstopsig(_: &mut Call<'_>, status: i64) -> Res<OrFalse<i64>> {
    Ok(OrFalse(Some(status >> 8 & 0xff)))
}
