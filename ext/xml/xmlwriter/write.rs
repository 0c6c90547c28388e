//! What writers write.

use libxml2::writer::{Name, Writer};
use libxml2::{Checked, check_name};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::{Writers, pass_on, position, with};

/// Throws when an argument is no name.
fn check(call: &mut Call<'_>, args: &Arguments, at: usize, what: &str) -> Res<()> {
    let name = args.bytes(at);
    let end = name.iter().position(|byte| *byte == 0).unwrap_or(name.len());
    let name = name[..end].to_vec();
    let is_name = crate::bridge::quiet(call, || check_name(&name, Checked::Name))?;
    if is_name {
        return Ok(());
    }
    let shown = String::from_utf8_lossy(&name);
    let rule = format!("must be a valid {what}, \"{shown}\" given");
    Err(call.value_error(position(call, at), rule))
}

fn write(call: &mut Call<'_>, args: &Arguments, work: impl FnOnce(&Writer) -> bool) -> Res<Value> {
    // The object is known to have a writer before its arguments are looked at.
    with(call, args, work).map(Value::bool)
}

fn known(call: &mut Call<'_>, args: &Arguments) -> Res<()> {
    with(call, args, |_| ())
}

fn name<'a>(args: &'a Arguments) -> Name<'a> {
    Name { prefix: args.text(0), name: args.bytes(1), uri: args.text(2) }
}

pub fn end_comment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_comment)
}

pub fn end_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_attribute)
}

pub fn end_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_element)
}

pub fn full_end_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::full_end_element)
}

pub fn end_pi(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_pi)
}

pub fn end_cdata(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_cdata)
}

pub fn start_cdata(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::start_cdata)
}

pub fn start_comment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::start_comment)
}

pub fn end_document(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let ended = write(call, args, Writer::end_document)?;
    let key = args.this().downgrade();
    if let Some(open) = call.state::<Writers>().open.remove(&key) {
        let passed = if open.stream.is_some() { pass_on(call, &open).map(drop) } else { Ok(()) };
        call.state::<Writers>().open.insert(key, open);
        passed?;
    }
    Ok(ended)
}

pub fn end_dtd(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_dtd)
}

pub fn end_dtd_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_dtd_element)
}

pub fn end_dtd_attlist(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_dtd_attlist)
}

pub fn end_dtd_entity(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, Writer::end_dtd_entity)
}

pub fn set_indent_string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.indent_string(args.bytes(0)))
}

pub fn start_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "attribute name")?;
    write(call, args, |writer| writer.start_attribute(args.bytes(0)))
}

pub fn start_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| writer.start_element(args.bytes(0)))
}

pub fn start_pi(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "PI target")?;
    write(call, args, |writer| writer.start_pi(args.bytes(0)))
}

pub fn write_cdata(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.write_cdata(args.bytes(0)))
}

pub fn text(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.write_text(args.bytes(0)))
}

pub fn write_raw(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.write_raw(args.bytes(0)))
}

pub fn write_comment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.write_comment(args.bytes(0)))
}

pub fn start_dtd_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| writer.start_dtd_element(args.bytes(0)))
}

pub fn start_dtd_attlist(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| writer.start_dtd_attlist(args.bytes(0)))
}

pub fn write_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "attribute name")?;
    write(call, args, |writer| writer.write_attribute(args.bytes(0), args.text(1)))
}

pub fn write_pi(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "PI target")?;
    write(call, args, |writer| writer.write_pi(args.bytes(0), args.text(1)))
}

pub fn write_dtd_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| writer.write_dtd_element(args.bytes(0), args.text(1)))
}

pub fn write_dtd_attlist(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| writer.write_dtd_attlist(args.bytes(0), args.text(1)))
}

pub fn start_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 1, "attribute name")?;
    write(call, args, |writer| writer.start_attribute_ns(name(args)))
}

pub fn write_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 1, "attribute name")?;
    write(call, args, |writer| writer.write_attribute_ns(name(args), args.bytes(3)))
}

pub fn start_element_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 1, "element name")?;
    write(call, args, |writer| writer.start_element_ns(name(args)))
}

pub fn write_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    write(call, args, |writer| match args.text(1) {
        Some(text) => writer.write_element(args.bytes(0), Some(text)),
        None => writer.start_element(args.bytes(0)) && writer.end_element(),
    })
}

pub fn write_element_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 1, "element name")?;
    write(call, args, |writer| match args.text(3) {
        Some(text) => writer.write_element_ns(name(args), text),
        None => writer.start_element_ns(name(args)) && writer.end_element(),
    })
}

pub fn set_indent(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.set_indent(args.flag(0)))
}

pub fn start_document(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.start_document(args.text(0), args.text(1), args.text(2)))
}

pub fn start_dtd(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    write(call, args, |writer| writer.start_dtd(args.bytes(0), args.text(1), args.text(2)))
}

pub fn write_dtd(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let parts = [args.text(1), args.text(2), args.text(3)];
    write(call, args, |writer| writer.write_dtd(args.bytes(0), parts))
}

pub fn start_dtd_entity(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "attribute name")?;
    write(call, args, |writer| writer.start_dtd_entity(args.bytes(0), args.flag(1)))
}

pub fn write_dtd_entity(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    known(call, args)?;
    check(call, args, 0, "element name")?;
    let parts = [args.text(3), args.text(4), args.text(5), args.text(1)];
    write(call, args, |writer| writer.write_dtd_entity(args.bytes(0), args.flag(2), parts))
}

/// What was written, and whether it is thrown away then.
fn flushed(call: &mut Call<'_>, args: &Arguments, as_text: bool) -> Res<Value> {
    known(call, args)?;
    let key = args.this().downgrade();
    let Some(open) = call.state::<Writers>().open.remove(&key) else { return Ok(Value::NULL) };
    let result = match (&open.stream, as_text) {
        (Some(_), true) => Ok(call.str(b"")?.into()),
        (Some(_), false) => pass_on(call, &open).map(Value::int),
        (None, _) => {
            open.writer.flush();
            let bytes = open.writer.bytes();
            if args.flag(0) {
                open.writer.clear();
            }
            let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
            call.str(&bytes[..end]).map(Value::from)
        }
    };
    call.state::<Writers>().open.insert(key, open);
    result
}

pub fn output_memory(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    flushed(call, args, true)
}

pub fn flush(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    flushed(call, args, false)
}
