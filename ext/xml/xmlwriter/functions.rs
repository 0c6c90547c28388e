//! The functions: the same as the methods, with the writer as the first argument.

use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::write;

fn is_true(value: Value) -> bool {
    matches!(value.view(), View::Bool(true))
}

fn of(writer: &Value, values: Vec<Value>) -> Arguments {
    Arguments::new(writer.unboxed().clone().into_object(), values)
}

fn text(text: Option<&Str>) -> Value {
    text.map_or(Value::NULL, |text| text.clone().into())
}

pub fn xmlwriter_set_indent(call: &mut Call<'_>, writer: &Value, enable: bool) -> Res<bool> {
    write::set_indent(call, &of(writer, vec![Value::bool(enable)])).map(is_true)
}

pub fn xmlwriter_set_indent_string(
    call: &mut Call<'_>,
    writer: &Value,
    indentation: &Str,
) -> Res<bool> {
    write::set_indent_string(call, &of(writer, vec![indentation.clone().into()])).map(is_true)
}

pub fn xmlwriter_start_comment(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::start_comment(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_end_comment(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_comment(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_start_attribute(call: &mut Call<'_>, writer: &Value, name: &Str) -> Res<bool> {
    write::start_attribute(call, &of(writer, vec![name.clone().into()])).map(is_true)
}

pub fn xmlwriter_end_attribute(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_attribute(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_attribute(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    value: &Str,
) -> Res<bool> {
    write::write_attribute(call, &of(writer, vec![name.clone().into(), value.clone().into()]))
        .map(is_true)
}

pub fn xmlwriter_start_attribute_ns(
    call: &mut Call<'_>,
    writer: &Value,
    prefix: Option<&Str>,
    name: &Str,
    namespace: Option<&Str>,
) -> Res<bool> {
    write::start_attribute_ns(
        call,
        &of(writer, vec![text(prefix), name.clone().into(), text(namespace)]),
    )
    .map(is_true)
}

pub fn xmlwriter_write_attribute_ns(
    call: &mut Call<'_>,
    writer: &Value,
    prefix: Option<&Str>,
    name: &Str,
    namespace: Option<&Str>,
    value: &Str,
) -> Res<bool> {
    write::write_attribute_ns(
        call,
        &of(writer, vec![text(prefix), name.clone().into(), text(namespace), value.clone().into()]),
    )
    .map(is_true)
}

pub fn xmlwriter_start_element(call: &mut Call<'_>, writer: &Value, name: &Str) -> Res<bool> {
    write::start_element(call, &of(writer, vec![name.clone().into()])).map(is_true)
}

pub fn xmlwriter_end_element(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_element(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_full_end_element(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::full_end_element(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_start_element_ns(
    call: &mut Call<'_>,
    writer: &Value,
    prefix: Option<&Str>,
    name: &Str,
    namespace: Option<&Str>,
) -> Res<bool> {
    write::start_element_ns(
        call,
        &of(writer, vec![text(prefix), name.clone().into(), text(namespace)]),
    )
    .map(is_true)
}

pub fn xmlwriter_write_element(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    content: Option<&Str>,
) -> Res<bool> {
    write::write_element(call, &of(writer, vec![name.clone().into(), text(content)])).map(is_true)
}

pub fn xmlwriter_write_element_ns(
    call: &mut Call<'_>,
    writer: &Value,
    prefix: Option<&Str>,
    name: &Str,
    namespace: Option<&Str>,
    content: Option<&Str>,
) -> Res<bool> {
    write::write_element_ns(
        call,
        &of(writer, vec![text(prefix), name.clone().into(), text(namespace), text(content)]),
    )
    .map(is_true)
}

pub fn xmlwriter_start_pi(call: &mut Call<'_>, writer: &Value, target: &Str) -> Res<bool> {
    write::start_pi(call, &of(writer, vec![target.clone().into()])).map(is_true)
}

pub fn xmlwriter_end_pi(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_pi(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_pi(
    call: &mut Call<'_>,
    writer: &Value,
    target: &Str,
    content: &Str,
) -> Res<bool> {
    write::write_pi(call, &of(writer, vec![target.clone().into(), content.clone().into()]))
        .map(is_true)
}

pub fn xmlwriter_start_cdata(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::start_cdata(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_end_cdata(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_cdata(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_cdata(call: &mut Call<'_>, writer: &Value, content: &Str) -> Res<bool> {
    write::write_cdata(call, &of(writer, vec![content.clone().into()])).map(is_true)
}

pub fn xmlwriter_text(call: &mut Call<'_>, writer: &Value, content: &Str) -> Res<bool> {
    write::text(call, &of(writer, vec![content.clone().into()])).map(is_true)
}

pub fn xmlwriter_write_raw(call: &mut Call<'_>, writer: &Value, content: &Str) -> Res<bool> {
    write::write_raw(call, &of(writer, vec![content.clone().into()])).map(is_true)
}

pub fn xmlwriter_start_document(
    call: &mut Call<'_>,
    writer: &Value,
    version: Option<&Str>,
    encoding: Option<&Str>,
    standalone: Option<&Str>,
) -> Res<bool> {
    write::start_document(call, &of(writer, vec![text(version), text(encoding), text(standalone)]))
        .map(is_true)
}

pub fn xmlwriter_end_document(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_document(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_comment(call: &mut Call<'_>, writer: &Value, content: &Str) -> Res<bool> {
    write::write_comment(call, &of(writer, vec![content.clone().into()])).map(is_true)
}

pub fn xmlwriter_start_dtd(
    call: &mut Call<'_>,
    writer: &Value,
    qualified_name: &Str,
    public_id: Option<&Str>,
    system_id: Option<&Str>,
) -> Res<bool> {
    write::start_dtd(
        call,
        &of(writer, vec![qualified_name.clone().into(), text(public_id), text(system_id)]),
    )
    .map(is_true)
}

pub fn xmlwriter_end_dtd(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_dtd(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_dtd(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    public_id: Option<&Str>,
    system_id: Option<&Str>,
    content: Option<&Str>,
) -> Res<bool> {
    write::write_dtd(
        call,
        &of(writer, vec![name.clone().into(), text(public_id), text(system_id), text(content)]),
    )
    .map(is_true)
}

pub fn xmlwriter_start_dtd_element(
    call: &mut Call<'_>,
    writer: &Value,
    qualified_name: &Str,
) -> Res<bool> {
    write::start_dtd_element(call, &of(writer, vec![qualified_name.clone().into()])).map(is_true)
}

pub fn xmlwriter_end_dtd_element(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_dtd_element(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_dtd_element(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    content: &Str,
) -> Res<bool> {
    write::write_dtd_element(call, &of(writer, vec![name.clone().into(), content.clone().into()]))
        .map(is_true)
}

pub fn xmlwriter_start_dtd_attlist(call: &mut Call<'_>, writer: &Value, name: &Str) -> Res<bool> {
    write::start_dtd_attlist(call, &of(writer, vec![name.clone().into()])).map(is_true)
}

pub fn xmlwriter_end_dtd_attlist(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_dtd_attlist(call, &of(writer, vec![])).map(is_true)
}

pub fn xmlwriter_write_dtd_attlist(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    content: &Str,
) -> Res<bool> {
    write::write_dtd_attlist(call, &of(writer, vec![name.clone().into(), content.clone().into()]))
        .map(is_true)
}

pub fn xmlwriter_start_dtd_entity(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    is_param: bool,
) -> Res<bool> {
    write::start_dtd_entity(call, &of(writer, vec![name.clone().into(), Value::bool(is_param)]))
        .map(is_true)
}

pub fn xmlwriter_end_dtd_entity(call: &mut Call<'_>, writer: &Value) -> Res<bool> {
    write::end_dtd_entity(call, &of(writer, vec![])).map(is_true)
}

#[expect(clippy::too_many_arguments, reason = "PHP's signature")]
pub fn xmlwriter_write_dtd_entity(
    call: &mut Call<'_>,
    writer: &Value,
    name: &Str,
    content: &Str,
    is_param: bool,
    public_id: Option<&Str>,
    system_id: Option<&Str>,
    notation_data: Option<&Str>,
) -> Res<bool> {
    write::write_dtd_entity(
        call,
        &of(
            writer,
            vec![
                name.clone().into(),
                content.clone().into(),
                Value::bool(is_param),
                text(public_id),
                text(system_id),
                text(notation_data),
            ],
        ),
    )
    .map(is_true)
}

pub fn xmlwriter_output_memory(call: &mut Call<'_>, writer: &Value, flush: bool) -> Res<Str> {
    write::output_memory(call, &of(writer, vec![Value::bool(flush)]))
        .map(|value| value.as_str().cloned().unwrap_or_else(|| intern(b"").to_str()))
}

pub fn xmlwriter_flush(call: &mut Call<'_>, writer: &Value, empty: bool) -> Res<Value> {
    write::flush(call, &of(writer, vec![Value::bool(empty)]))
}
