//! The system, the engine and the process that scripts ask about.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::heap;
use runtime::message::Message;
use runtime::native::{Call, Native, OrFalse, Table};
use runtime::object::cycle;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::pcntl::{child::named_use, ffi::own_use};
use super::{put_named, request};
use crate::object::Collected;

/// The version of PHP whose behaviour this is.
const VERSION: &str = "8.4.24";
const ZEND_VERSION: &str = "4.4.24";

/// The names of extensions that are not written in lower case.
const SPELLED: &[(&str, &str)] = &[("core", "Core"), ("spl", "SPL"), ("reflection", "Reflection")];

fn extensions() -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for table in super::tables() {
        let spelled = SPELLED.iter().find(|(name, _)| *name == table.extension);
        let name = spelled.map_or(table.extension, |(_, spelled)| spelled);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.push("Reflection");
    names
}

/// Whether there is an extension with this name, whatever its case.
pub(super) fn has_extension(name: &[u8]) -> bool {
    super::tables().iter().any(|table| table.extension.as_bytes().eq_ignore_ascii_case(name))
        || name.eq_ignore_ascii_case(b"reflection")
}

fn php_sapi_name(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let name = request(call).headers.sapi;
    Ok(OrFalse(Some(call.str(name.as_bytes())?)))
}

fn kernel(what: &str) -> String {
    let text = std::fs::read_to_string(format!("/proc/sys/kernel/{what}"));
    text.map(|text| text.trim_end().to_owned()).unwrap_or_default()
}

fn php_uname(call: &mut Call<'_>, mode: &Str) -> Res<Str> {
    let mode = match mode.as_bytes() {
        [mode] => *mode,
        _ => return Err(call.value_error(1, "must be a single character")),
    };
    let text = match mode {
        b's' => kernel("ostype"),
        b'n' => kernel("hostname"),
        b'r' => kernel("osrelease"),
        b'v' => kernel("version"),
        b'm' => std::env::consts::ARCH.to_owned(),
        b'a' => {
            let parts = ["ostype", "hostname", "osrelease", "version"].map(kernel);
            format!("{} {}", parts.join(" "), std::env::consts::ARCH)
        }
        _ => {
            let rule = "must be one of \"a\", \"m\", \"n\", \"r\", \"s\", or \"v\"";
            return Err(call.value_error(1, rule));
        }
    };
    call.str(text.as_bytes())
}

fn phpversion(call: &mut Call<'_>, extension: Option<&Str>) -> Res<OrFalse<Str>> {
    if extension.is_some_and(|extension| !has_extension(extension)) {
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(call.str(VERSION.as_bytes())?)))
}

fn zend_version(call: &mut Call<'_>) -> Res<Str> {
    call.str(ZEND_VERSION.as_bytes())
}

fn extension_loaded(_: &mut Call<'_>, extension: &Str) -> Res<bool> {
    Ok(has_extension(extension))
}

fn strings(call: &mut Call<'_>, names: Vec<&'static str>) -> Res<Array> {
    let names = names.into_iter().map(|name| runtime::string::intern(name.as_bytes()).into());
    call.list(names)
}

fn get_loaded_extensions(call: &mut Call<'_>, zend_extensions: bool) -> Res<Array> {
    let names = if zend_extensions { vec!["Zend OPcache"] } else { extensions() };
    strings(call, names)
}

fn extension_funcs_(call: &mut Call<'_>, extension: &Str) -> Res<Array> {
    let all = super::tables().iter();
    let all = all.flat_map(|table| table.natives.iter().map(move |native| (*table, native)));
    let belongs = |(table, native): &(&Table, &Native)| {
        super::extension_of(table, native).as_bytes().eq_ignore_ascii_case(extension)
    };
    let names = all.filter(belongs).map(|(_, native)| native.name);
    strings(call, names.filter(|name| !name.ends_with('_')).collect())
}

fn library_funcs_(call: &mut Call<'_>) -> Res<Array> {
    strings(call, super::library_funcs().collect())
}

fn php_ini_loaded_file(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let path = request(call).ini.files.loaded.clone();
    path.map(|path| call.str(path.as_bytes())).transpose().map(OrFalse)
}

fn php_ini_scanned_files(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let paths = request(call).ini.files.scanned.clone();
    paths.map(|paths| call.str(paths.as_bytes())).transpose().map(OrFalse)
}

/// What the request changed of the environment; `None` is what it removed.
#[derive(Default)]
struct Environment(BTreeMap<Vec<u8>, Option<Vec<u8>>>);

fn system_variable(name: &[u8]) -> Option<Vec<u8>> {
    use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
    let name = std::ffi::OsStr::from_bytes(name);
    std::env::var_os(name).map(|value| value.into_vec())
}

fn getenv(call: &mut Call<'_>, name: Option<&Str>, _: bool) -> Res<Value> {
    let Some(name) = name else { return Ok(environment(call)?.into()) };
    if name.is_empty() || name.contains(&b'=') || name.contains(&0) {
        return Ok(Value::bool(false));
    }
    let changed = call.state::<Environment>().0.get(name.as_bytes()).cloned();
    match changed.unwrap_or_else(|| system_variable(name)) {
        Some(value) => Ok(call.str(&value)?.into()),
        None => Ok(Value::bool(false)),
    }
}

fn environment(call: &mut Call<'_>) -> Res<Array> {
    use std::os::unix::ffi::OsStringExt as _;
    let mut all: Vec<(Vec<u8>, Vec<u8>)> =
        std::env::vars_os().map(|(name, value)| (name.into_vec(), value.into_vec())).collect();
    for (name, value) in call.state::<Environment>().0.clone() {
        all.retain(|(known, _)| *known != name);
        if let Some(value) = value {
            all.push((name, value));
        }
    }
    let mut array = Array::new();
    for (name, value) in all {
        let (name, value) = (call.str(&name)?, call.str(&value)?);
        let put = array.set(Key::of_str(&name), value.into());
        call.alloc(put)?;
    }
    Ok(array)
}

fn putenv(call: &mut Call<'_>, assignment: &Str) -> Res<bool> {
    let at = assignment.iter().position(|&byte| byte == b'=');
    if assignment.is_empty() || at == Some(0) {
        return Err(call.value_error(1, "must have a valid syntax"));
    }
    let (name, value) = match at {
        Some(at) => (&assignment[..at], Some(assignment[at + 1..].to_vec())),
        None => (assignment.as_bytes(), None),
    };
    call.state::<Environment>().0.insert(name.to_vec(), value);
    Ok(true)
}

fn dl(call: &mut Call<'_>, extension_filename: &Str) -> Res<bool> {
    const LENGTH_MAX: usize = 4096;
    let complaint = match () {
        () if !request(call).ini.is_on("enable_dl") => {
            "Dynamically loaded extensions aren't enabled".to_owned()
        }
        () if extension_filename.len() >= LENGTH_MAX => {
            format!("Filename exceeds the maximum allowed length of {LENGTH_MAX} characters")
        }
        () if extension_filename.contains(&b'/') => {
            "Temporary module name should contain only filename".to_owned()
        }
        () => absent(extension_filename),
    };
    call.warn(complaint)?;
    Ok(false)
}

/// PHP's words for an extension that is not there.
fn absent(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    let folder = "/usr/lib/php/20240924";
    let absent = "cannot open shared object file: No such file or directory";
    let place = |path: String| format!("{path} ({path}: {absent})");
    let path = format!("{folder}/{name}");
    let tried = format!("{}, {}", place(path.clone()), place(format!("{path}.so")));
    format!("Unable to load dynamic library '{name}' (tried: {tried})")
}

fn getmypid(_: &mut Call<'_>) -> Res<OrFalse<i64>> {
    Ok(OrFalse(Some(i64::from(std::process::id()))))
}

fn getrusage(call: &mut Call<'_>, mode: i64) -> Res<OrFalse<Array>> {
    let Ok(used) = own_use(mode == 1) else { return Ok(OrFalse(None)) };
    Ok(OrFalse(Some(named_use(call, used)?)))
}

fn gethostname(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    Ok(OrFalse(Some(call.str(kernel("hostname").as_bytes())?)))
}

fn sys_getloadavg(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let loads: Vec<Value> =
        text.split(' ').take(3).filter_map(|load| load.parse().ok()).map(Value::float).collect();
    Ok(OrFalse(if loads.len() == 3 { Some(call.list(loads)?) } else { None }))
}

fn sys_get_temp_dir(call: &mut Call<'_>) -> Res<Str> {
    let set = request(call).ini.get("sys_temp_dir").filter(|dir| !dir.is_empty());
    let dir = set.map(<[u8]>::to_vec).or_else(|| system_variable(b"TMPDIR"));
    let dir = dir.unwrap_or_else(|| b"/tmp".to_vec());
    call.str(dir.strip_suffix(b"/").filter(|dir| !dir.is_empty()).unwrap_or(&dir))
}

fn memory_get_usage(_: &mut Call<'_>, real_usage: bool) -> Res<i64> {
    Ok(heap::with(|heap| if real_usage { heap.real_bytes() } else { heap.used_bytes() }) as i64)
}

fn memory_get_peak_usage(_: &mut Call<'_>, real_usage: bool) -> Res<i64> {
    let peak =
        heap::with(|heap| if real_usage { heap.real_peak_bytes() } else { heap.peak_bytes() });
    Ok(peak as i64)
}

fn memory_reset_peak_usage(_: &mut Call<'_>) -> Res<()> {
    heap::with(heap::Heap::reset_peak);
    Ok(())
}

fn gc_collect_cycles(call: &mut Call<'_>) -> Res<i64> {
    Ok(request(call).collect()? as i64)
}

fn switch_collector(call: &mut Call<'_>, on: &[u8]) {
    if let Some(row) = crate::request::Ini::row(b"zend.enable_gc") {
        request(call).ini.set(row, Some(on));
    }
}

fn gc_enable(call: &mut Call<'_>) -> Res<()> {
    switch_collector(call, b"1");
    cycle::resume();
    Ok(())
}

fn gc_disable(call: &mut Call<'_>) -> Res<()> {
    switch_collector(call, b"0");
    Ok(())
}

fn gc_enabled(call: &mut Call<'_>) -> Res<bool> {
    Ok(request(call).ini.is_on("zend.enable_gc"))
}

/// The size of a buffer for so many roots, as it grows.
fn buffer_size(threshold: usize) -> usize {
    const STEP: usize = 128 * 1024;
    let mut size = 16 * 1024;
    while size < threshold {
        size += size.min(STEP);
    }
    size
}

fn gc_status(call: &mut Call<'_>) -> Res<Array> {
    let Collected { runs, freed, .. } = request(call).collected;
    let (threshold, roots) = (cycle::threshold(), cycle::root_count());
    let rows = [
        ("running", Value::bool(cycle::is_collecting())),
        ("protected", Value::bool(false)),
        ("full", Value::bool(false)),
        ("runs", Value::int(runs as i64)),
        ("collected", Value::int(freed as i64)),
        ("threshold", Value::int(threshold as i64)),
        ("buffer_size", Value::int(buffer_size(threshold) as i64)),
        ("roots", Value::int(roots as i64)),
        ("application_time", Value::float(0.0)),
        ("collector_time", Value::float(0.0)),
        ("destructor_time", Value::float(0.0)),
        ("free_time", Value::float(0.0)),
    ];
    let mut status = Array::new();
    for (name, value) in rows {
        put_named(call, &mut status, name, value)?;
    }
    Ok(status)
}

fn gc_mem_caches(_: &mut Call<'_>) -> Res<i64> {
    Ok(0)
}

/// Waits; what was written is handed on first.
fn wait(call: &mut Call<'_>, time: Duration) -> Res<Duration> {
    request(call).output.flush();
    let left = super::pcntl::ffi::sleep(time);
    super::heed_signals_at_once(call)?;
    Ok(left)
}

fn sleep(call: &mut Call<'_>, seconds: i64) -> Res<i64> {
    let Ok(seconds) = u64::try_from(seconds) else {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    };
    let left = wait(call, Duration::from_secs(seconds))?;
    Ok(left.as_secs_f64().ceil() as i64)
}

fn time_nanosleep(call: &mut Call<'_>, seconds: i64, nanoseconds: i64) -> Res<Value> {
    let Ok(seconds) = u64::try_from(seconds) else {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    };
    let Ok(nanoseconds) = u32::try_from(nanoseconds) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    if nanoseconds > 999_999_999 {
        let text = "Nanoseconds was not in the range 0 to 999 999 999 or seconds was negative";
        return Err(call.throw(Message::ValueRefused { text: text.to_owned() }));
    }
    let left = wait(call, Duration::new(seconds, nanoseconds))?;
    if left.is_zero() {
        return Ok(Value::bool(true));
    }
    let mut rest = Array::new();
    put_named(call, &mut rest, "seconds", Value::int(left.as_secs() as i64))?;
    put_named(call, &mut rest, "nanoseconds", Value::int(left.subsec_nanos().into()))?;
    Ok(rest.into())
}

fn time_sleep_until(call: &mut Call<'_>, timestamp: f64) -> Res<bool> {
    const SECONDS_MAX: u64 = u64::MAX / 1_000_000_000;
    if !(0.0..SECONDS_MAX as f64).contains(&timestamp) {
        let rule = format!("must be between 0 and {SECONDS_MAX}");
        return Err(call.value_error(1, rule));
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
    match Duration::try_from_secs_f64(timestamp - now) {
        Ok(time) if !time.is_zero() => Ok(wait(call, time)?.is_zero()),
        _ => {
            call.warn(
                "Argument #1 ($timestamp) must be greater than or equal to the current time",
            )?;
            Ok(false)
        }
    }
}

fn connection_status(call: &mut Call<'_>) -> Res<i64> {
    const TIMED_OUT: i64 = 2;
    let has_timed_out = if request(call).has_timed_out() { TIMED_OUT } else { 0 };
    Ok(connection_aborted(call)? | has_timed_out)
}

fn connection_aborted(call: &mut Call<'_>) -> Res<i64> {
    Ok(i64::from(request(call).output.is_gone()))
}
