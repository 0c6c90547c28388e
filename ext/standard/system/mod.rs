//! What the C library knows: keys of files, interfaces to networks, times in texts.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::{OrExit, Res};
use runtime::string::{Str, intern};
use runtime::value::Value;

use crate::ffi::{self, Interface};

/// The system's words for what went wrong.
fn reason(error: i32) -> String {
    let text = std::io::Error::from_raw_os_error(error).to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

fn ftok(call: &mut Call<'_>, filename: &Str, project_id: &Str) -> Res<i64> {
    if filename.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let &[project] = project_id.as_bytes() else {
        return Err(call.value_error(2, "must be a single character"));
    };
    match ffi::key_of(filename.as_bytes(), project) {
        Ok(key) => Ok(i64::from(key)),
        Err(error) => {
            call.warn(format!("ftok() failed - {}", reason(error)))?;
            Ok(-1)
        }
    }
}

/// Puts a value under a name.
fn put(call: &mut Call<'_>, all: &mut Array, name: &[u8], value: Value) -> Res<()> {
    all.set(Key::Str(intern(name).as_str()), value).or_exit(call.host())
}

fn address(call: &mut Call<'_>, of: &Interface) -> Res<Value> {
    let mut all = Array::new();
    put(call, &mut all, b"flags", Value::int(i64::from(of.flags)))?;
    if let Some(family) = of.family {
        put(call, &mut all, b"family", Value::int(i64::from(family)))?;
    }
    let shown = [
        ("address", &of.address),
        ("netmask", &of.netmask),
        ("broadcast", &of.broadcast),
        ("ptp", &of.other_end),
    ];
    for (name, address) in shown {
        if let Some(address) = address {
            let text = call.str(address.to_string().as_bytes())?;
            put(call, &mut all, name.as_bytes(), text.into())?;
        }
    }
    Ok(all.into())
}

fn net_get_interfaces(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    let found = match ffi::interfaces() {
        Ok(found) => found,
        Err(error) => {
            call.warn(format!("getifaddrs() failed {error}: {}", reason(error)))?;
            return Ok(OrFalse(None));
        }
    };
    let mut names: Vec<&[u8]> = Vec::new();
    for interface in &found {
        if !names.contains(&interface.name.as_slice()) {
            names.push(&interface.name);
        }
    }
    let mut all = Array::new();
    for name in names {
        let of = || found.iter().filter(|interface| interface.name == name);
        let addresses: Res<Vec<Value>> = of().map(|interface| address(call, interface)).collect();
        let addresses = call.list(addresses?)?;
        let is_up = of().next().is_some_and(Interface::is_up);
        let mut row = Array::new();
        put(call, &mut row, b"unicast", addresses.into())?;
        put(call, &mut row, b"up", Value::bool(is_up))?;
        put(call, &mut all, name, row.into())?;
    }
    Ok(OrFalse(Some(all)))
}

fn strptime(call: &mut Call<'_>, timestamp: &Str, format: &Str) -> Res<OrFalse<Array>> {
    let Some((parts, rest)) = ffi::parse_time(timestamp.as_bytes(), format.as_bytes()) else {
        return Ok(OrFalse(None));
    };
    let mut all = Array::new();
    for (name, part) in ffi::TIME_PARTS.iter().zip(parts) {
        put(call, &mut all, name.as_bytes(), Value::int(i64::from(part)))?;
    }
    let rest = call.str(&rest)?;
    put(call, &mut all, b"unparsed", rest.into())?;
    Ok(OrFalse(Some(all)))
}
