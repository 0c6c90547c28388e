//! Databases, by numbers.

#[rustfmt::skip]
mod r#gen;

use std::collections::HashMap;

use libmagic::Magic;
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

pub use r#gen::{CONSTANTS, NATIVES};

/// The databases of a request.
#[derive(Default)]
struct Databases {
    open: HashMap<i64, Magic>,
    last: i64,
}

fn finfo_begin_(call: &mut Call<'_>, flags: i64, database: Option<&Str>) -> Res<Value> {
    if !Magic::is_there() {
        let text = "fileinfo needs libmagic, which is not there: install libmagic1".to_owned();
        return Err(call.throw(Message::Refused { text }));
    }
    let fault = |call: &mut Call<'_>, text: String| call.str(text.as_bytes()).map(Value::from);
    let Some(magic) = i32::try_from(flags).ok().and_then(Magic::open) else {
        return fault(call, format!("Invalid mode '{flags}'."));
    };
    let path = database.map(|path| path.as_bytes());
    if let Some(folders) = path.and_then(|path| call.host().confines(path)) {
        let path = String::from_utf8_lossy(path.unwrap_or_default()).into_owned();
        return fault(
            call,
            format!(
                "open_basedir restriction in effect. File({path}) is not within the allowed path(s): ({folders})"
            ),
        );
    }
    if !magic.load(path) {
        let path = String::from_utf8_lossy(path.unwrap_or_default()).into_owned();
        return fault(call, format!("Failed to load magic database at \"{path}\""));
    }
    let databases = call.state::<Databases>();
    databases.last += 1;
    databases.open.insert(databases.last, magic);
    Ok(Value::int(databases.last))
}

fn finfo_end_(call: &mut Call<'_>, database: i64) -> Res<()> {
    call.state::<Databases>().open.remove(&database);
    Ok(())
}

fn finfo_flags_(call: &mut Call<'_>, database: i64, flags: i64) -> Res<Option<Str>> {
    let Some(magic) = call.state::<Databases>().open.get(&database) else { return Ok(None) };
    // PHP: as the library counts flags.
    if magic.set_flags(flags as i32) {
        return Ok(None);
    }
    let (number, words) = magic.fault();
    let words = String::from_utf8_lossy(&words).into_owned();
    let text = format!("Failed to set option '{flags}' {number}:{words}");
    call.str(text.as_bytes()).map(Some)
}

fn finfo_look_(call: &mut Call<'_>, database: i64, bytes: &Str) -> Res<Array> {
    let Some(magic) = call.state::<Databases>().open.get(&database) else {
        return call.list([Value::NULL]);
    };
    if let Some(answer) = magic.describe(bytes) {
        let answer = call.str(&answer)?;
        return call.list([answer.into()]);
    }
    let (number, words) = magic.fault();
    let words = String::from_utf8_lossy(&words).into_owned();
    let text = call.str(format!("Failed identify data {number}:{words}").as_bytes())?;
    call.list([Value::NULL, text.into()])
}
