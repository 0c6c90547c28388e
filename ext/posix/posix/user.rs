//! Users and groups.

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::{noted, put};
use crate::ffi::{self, Group, Known, User, Who};

fn told_group(call: &mut Call<'_>, found: Known<Group>) -> Res<OrFalse<Array>> {
    let Some(group) = noted(call, found) else { return Ok(OrFalse(None)) };
    let mut members = Vec::with_capacity(group.members.len());
    for member in &group.members {
        members.push(Value::from(call.str(member)?));
    }
    let rows = [
        ("name", call.str(&group.name)?.into()),
        ("passwd", call.str(&group.password)?.into()),
        ("members", call.list(members)?.into()),
        ("gid", Value::int(group.id)),
    ];
    let mut all = Array::new();
    for (name, value) in rows {
        put(call, &mut all, name, value)?;
    }
    Ok(OrFalse(Some(all)))
}

fn told_user(call: &mut Call<'_>, found: Known<User>) -> Res<OrFalse<Array>> {
    let Some(user) = noted(call, found) else { return Ok(OrFalse(None)) };
    let rows = [
        ("name", call.str(&user.name)?.into()),
        ("passwd", call.str(&user.password)?.into()),
        ("uid", Value::int(user.id)),
        ("gid", Value::int(user.group)),
        ("gecos", call.str(&user.about)?.into()),
        ("dir", call.str(&user.folder)?.into()),
        ("shell", call.str(&user.shell)?.into()),
    ];
    let mut all = Array::new();
    for (name, value) in rows {
        put(call, &mut all, name, value)?;
    }
    Ok(OrFalse(Some(all)))
}

/// PHP: a name ends at its first NUL.
fn whole(name: &[u8]) -> &[u8] {
    name.split(|byte| *byte == 0).next().unwrap_or_default()
}

pub fn posix_getgrnam(call: &mut Call<'_>, name: &Str) -> Res<OrFalse<Array>> {
    let found = ffi::text(whole(name)).map_or(Err(0), |name| ffi::group(&Who::Name(&name)));
    told_group(call, found)
}

pub fn posix_getgrgid(call: &mut Call<'_>, group_id: i64) -> Res<OrFalse<Array>> {
    told_group(call, ffi::group(&Who::Id(group_id as u32)))
}

pub fn posix_getpwnam(call: &mut Call<'_>, username: &Str) -> Res<OrFalse<Array>> {
    let found = ffi::text(whole(username)).map_or(Err(0), |name| ffi::user(&Who::Name(&name)));
    told_user(call, found)
}

pub fn posix_getpwuid(call: &mut Call<'_>, user_id: i64) -> Res<OrFalse<Array>> {
    told_user(call, ffi::user(&Who::Id(user_id as u32)))
}

pub fn posix_getlogin(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    match noted(call, ffi::login()) {
        Some(name) => call.str(&name).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

pub fn posix_initgroups(_: &mut Call<'_>, username: &Str, group_id: i64) -> Res<bool> {
    let name = ffi::text(whole(username)).filter(|name| !name.is_empty());
    Ok(name.is_some_and(|name| ffi::init_groups(&name, group_id as u32)))
}
