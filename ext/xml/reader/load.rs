//! What readers read.

use ext_file::layer::{io, open as streams, stream_id};
use libxml2::Node;
use libxml2::reader::Reader;
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::Readers;
use crate::bridge::{Job, Style, quiet, run};
use crate::path;

/// Throws when an argument names no encoding.
fn check(call: &mut Call<'_>, args: &Arguments) -> Res<()> {
    for at in [0, 1] {
        if at == 1 && args.bytes(at).contains(&0) {
            return Err(call.value_error(at + 1, "must not contain any null bytes"));
        }
    }
    let Some(encoding) = args.text(1) else { return Ok(()) };
    if quiet(call, || Node::is_encoding(encoding))? {
        return Ok(());
    }
    Err(call.value_error(2, "must be a valid character encoding"))
}

/// A reader of a text that is relative to something.
fn reader(
    call: &mut Call<'_>,
    args: &Arguments,
    data: &[u8],
    url: Option<&[u8]>,
) -> Res<Option<Reader>> {
    let options = args.int(2) as i32;
    let encoding = args.text(1);
    run(call, Job::new(Style::Full), || Reader::new(data, url, encoding, options))
}

fn put(call: &mut Call<'_>, object: &Object, reader: Reader) {
    object.watch();
    let before = call.state::<Readers>().open.insert(object.downgrade(), reader);
    drop(before);
}

/// The bytes of a name; `None` when it cannot be opened.
fn bytes_of(call: &mut Call<'_>, name: &[u8]) -> Res<Option<Vec<u8>>> {
    let wanted = streams::Wanted {
        path: &path::for_streams(name),
        mode: b"rb",
        context: None,
        searches: false,
        options: 0,
        reports: !path::is_plain(name),
    };
    let Some((id, stream)) = crate::files::open(call, &wanted)? else { return Ok(None) };
    let bytes = io::rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&stream);
    Ok(Some(bytes))
}

/// Gives a reader to the object of the call, or to a new one.
fn finish(call: &mut Call<'_>, args: &Arguments, reader: Reader) -> Res<Value> {
    if let View::Object(object) = args.this_value().view() {
        put(call, object, reader);
        return Ok(Value::bool(true));
    }
    let made = call.host().new_object("XMLReader")?;
    if let View::Object(object) = made.view() {
        put(call, object, reader);
    }
    Ok(made)
}

/// Gives a reader to a new object of the class of the call.
fn construct(call: &mut Call<'_>, args: &Arguments, reader: Reader) -> Res<Value> {
    let made = match args.called() {
        Some(class) => call.host().construct_instance(class)?,
        None => call.host().new_object("XMLReader")?,
    };
    if let View::Object(object) = made.view() {
        put(call, object, reader);
    }
    Ok(made)
}

fn begin(call: &mut Call<'_>, args: &Arguments) -> Res<()> {
    if let View::Object(object) = args.this_value().view() {
        let gone = call.state::<Readers>().open.remove(&object.downgrade());
        drop(gone);
    }
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    check(call, args)
}

fn of_uri(call: &mut Call<'_>, args: &Arguments) -> Res<Option<Reader>> {
    begin(call, args)?;
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let Some(name) = path::resolved(args.bytes(0)) else { return Ok(None) };
    match bytes_of(call, &name)? {
        Some(bytes) => reader(call, args, &bytes, Some(&name)),
        None => Ok(None),
    }
}

pub fn open(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match of_uri(call, args)? {
        Some(reader) => finish(call, args, reader),
        None => {
            call.warn("Unable to open source data")?;
            Ok(Value::bool(false))
        }
    }
}

pub fn from_uri(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match of_uri(call, args)? {
        Some(reader) => construct(call, args, reader),
        None => {
            let text = "Unable to open source data".to_owned();
            Err(call.throw(Message::Refused { text }))
        }
    }
}

fn of_text(call: &mut Call<'_>, args: &Arguments) -> Res<Option<Reader>> {
    begin(call, args)?;
    reader(call, args, args.bytes(0), Some(&path::directory()))
}

pub fn xml(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match of_text(call, args)? {
        Some(reader) => finish(call, args, reader),
        None => {
            call.warn("Unable to load source data")?;
            Ok(Value::bool(false))
        }
    }
}

pub fn from_string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match of_text(call, args)? {
        Some(reader) => construct(call, args, reader),
        None => {
            let text = "Unable to load source data".to_owned();
            Err(call.throw(Message::Refused { text }))
        }
    }
}

pub fn from_stream(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let id = stream_id(call, args.value(0))?;
    check(call, args)?;
    let bytes = io::rest(call, id)?;
    match reader(call, args, &bytes, args.text(3))? {
        Some(reader) => construct(call, args, reader),
        None => {
            let text = "Could not construct libxml reader".to_owned();
            Err(call.throw(Message::Refused { text }))
        }
    }
}
