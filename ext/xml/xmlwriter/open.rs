//! Where writers write to.

use ext_file::layer::{open, stream_id};
use libxml2::writer::Writer;
use runtime::message::Message;
use runtime::native::{Arguments, Call, Method};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::{Open, Writers};
use crate::{bridge, path};

/// The bodies of the methods that open.
pub const OPENING: &[Method] = &[
    Method { name: "xmlwriter::openuri", body: open_uri },
    Method { name: "xmlwriter::touri", body: to_uri },
    Method { name: "xmlwriter::openmemory", body: open_memory },
    Method { name: "xmlwriter::tomemory", body: to_memory },
    Method { name: "xmlwriter::tostream", body: to_stream },
];

fn writer(call: &mut Call<'_>, stream: Option<Value>) -> Res<Open> {
    match bridge::quiet(call, Writer::new)? {
        Some(writer) => Ok(Open { writer, stream }),
        None => {
            let text = "Could not construct libxml writer".to_owned();
            Err(call.throw(Message::Refused { text }))
        }
    }
}

/// The file of a name; nothing after a warning, or when the name is none.
fn file(call: &mut Call<'_>, name: &[u8]) -> Res<Option<Value>> {
    let Some(full) = path::resolved(name).filter(|_| path::has_folder(name)) else {
        return Ok(None);
    };
    let wanted = open::Wanted {
        path: &full,
        mode: b"wb",
        context: None,
        searches: false,
        options: 0,
        reports: true,
    };
    Ok(crate::files::open(call, &wanted)?.map(|(_, stream)| stream))
}

fn empty(call: &mut Call<'_>) -> runtime::raise::Halt {
    call.value_error(1, "must not be empty")
}

fn put(call: &mut Call<'_>, object: Value, open: Open) -> Value {
    if let Some(object) = object.clone().into_object() {
        call.state::<Writers>().put(&object, open);
    }
    object
}

pub fn xmlwriter_open_uri(call: &mut Call<'_>, uri: &Str) -> Res<Value> {
    if uri.is_empty() {
        return Err(empty(call));
    }
    let Some(stream) = file_or_warn(call, uri)? else { return Ok(Value::bool(false)) };
    let open = writer(call, Some(stream))?;
    let object = call.host().new_object("XMLWriter")?;
    Ok(put(call, object, open))
}

fn file_or_warn(call: &mut Call<'_>, uri: &[u8]) -> Res<Option<Value>> {
    if path::resolved(uri).is_none() || !path::has_folder(uri) {
        call.warn("Unable to resolve file path")?;
        return Ok(None);
    }
    file(call, uri)
}

pub fn xmlwriter_open_memory(call: &mut Call<'_>) -> Res<Value> {
    let open = writer(call, None)?;
    let object = call.host().new_object("XMLWriter")?;
    Ok(put(call, object, open))
}

pub fn open_uri(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(empty(call));
    }
    let Some(stream) = file_or_warn(call, args.bytes(0))? else { return Ok(Value::bool(false)) };
    let open = writer(call, Some(stream))?;
    put(call, args.this_value(), open);
    Ok(Value::bool(true))
}

pub fn open_memory(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let open = writer(call, None)?;
    put(call, args.this_value(), open);
    Ok(Value::bool(true))
}

/// A new object of the class that a static method was called on.
fn made(call: &mut Call<'_>, args: &Arguments, open: Open) -> Res<Value> {
    let object = match args.called() {
        Some(class) => call.host().construct_instance(class)?,
        None => call.host().new_object("XMLWriter")?,
    };
    Ok(put(call, object, open))
}

pub fn to_memory(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let open = writer(call, None)?;
    made(call, args, open)
}

pub fn to_uri(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(empty(call));
    }
    if path::resolved(args.bytes(0)).is_none() || !path::has_folder(args.bytes(0)) {
        return Err(call.value_error(1, "must resolve to a valid file path"));
    }
    let Some(stream) = file(call, args.bytes(0))? else {
        let text = "Could not construct libxml writer".to_owned();
        return Err(call.throw(Message::Refused { text }));
    };
    let open = writer(call, Some(stream))?;
    made(call, args, open)
}

pub fn to_stream(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    stream_id(call, args.value(0))?;
    let open = writer(call, Some(args.value(0).clone()))?;
    made(call, args, open)
}
