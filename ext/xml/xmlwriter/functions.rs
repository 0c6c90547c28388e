//! The functions: the same as the methods, with the writer as the first argument. One table has both.

use runtime::native::{Arguments, Call, Method};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::write;

/// What a function is called with, as a method is called with it.
trait Given {
    fn value(self) -> Value;
}

impl Given for &Str {
    fn value(self) -> Value {
        self.clone().into()
    }
}

impl Given for Option<&Str> {
    fn value(self) -> Value {
        self.map_or(Value::NULL, Given::value)
    }
}

impl Given for bool {
    fn value(self) -> Value {
        Value::bool(self)
    }
}

fn is_true(value: Value) -> bool {
    matches!(value.view(), View::Bool(true))
}

fn of(writer: &Value, values: Vec<Value>) -> Arguments {
    Arguments::new(writer.unboxed().clone().into_object(), values)
}

macro_rules! writing {
    ($($method:literal $function:ident($($given:ident: $type:ty),*) = $body:path;)+) => {
        $(
            #[allow(clippy::too_many_arguments, reason = "PHP's signatures")]
            pub fn $function(
                call: &mut Call<'_>,
                writer: &Value,
                $($given: $type),*
            ) -> Res<bool> {
                $body(call, &of(writer, vec![$(Given::value($given)),*])).map(is_true)
            }
        )+

        /// The bodies of the methods that write.
        pub const METHODS: &[Method] = &[
            $(Method { name: concat!("xmlwriter::", $method), body: $body },)+
            Method { name: "xmlwriter::outputmemory", body: write::output_memory },
            Method { name: "xmlwriter::flush", body: write::flush },
        ];
    };
}

writing! {
    "setindent" xmlwriter_set_indent(enable: bool) = write::set_indent;
    "setindentstring" xmlwriter_set_indent_string(indentation: &Str) = write::set_indent_string;
    "startcomment" xmlwriter_start_comment() = write::start_comment;
    "endcomment" xmlwriter_end_comment() = write::end_comment;
    "startattribute" xmlwriter_start_attribute(name: &Str) = write::start_attribute;
    "endattribute" xmlwriter_end_attribute() = write::end_attribute;
    "writeattribute" xmlwriter_write_attribute(name: &Str, value: &Str) = write::write_attribute;
    "startattributens" xmlwriter_start_attribute_ns(
        prefix: Option<&Str>, name: &Str, namespace: Option<&Str>
    ) = write::start_attribute_ns;
    "writeattributens" xmlwriter_write_attribute_ns(
        prefix: Option<&Str>, name: &Str, namespace: Option<&Str>, value: &Str
    ) = write::write_attribute_ns;
    "startelement" xmlwriter_start_element(name: &Str) = write::start_element;
    "endelement" xmlwriter_end_element() = write::end_element;
    "fullendelement" xmlwriter_full_end_element() = write::full_end_element;
    "startelementns" xmlwriter_start_element_ns(
        prefix: Option<&Str>, name: &Str, namespace: Option<&Str>
    ) = write::start_element_ns;
    "writeelement" xmlwriter_write_element(
        name: &Str, content: Option<&Str>
    ) = write::write_element;
    "writeelementns" xmlwriter_write_element_ns(
        prefix: Option<&Str>, name: &Str, namespace: Option<&Str>, content: Option<&Str>
    ) = write::write_element_ns;
    "startpi" xmlwriter_start_pi(target: &Str) = write::start_pi;
    "endpi" xmlwriter_end_pi() = write::end_pi;
    "writepi" xmlwriter_write_pi(target: &Str, content: &Str) = write::write_pi;
    "startcdata" xmlwriter_start_cdata() = write::start_cdata;
    "endcdata" xmlwriter_end_cdata() = write::end_cdata;
    "writecdata" xmlwriter_write_cdata(content: &Str) = write::write_cdata;
    "text" xmlwriter_text(content: &Str) = write::text;
    "writeraw" xmlwriter_write_raw(content: &Str) = write::write_raw;
    "startdocument" xmlwriter_start_document(
        version: Option<&Str>, encoding: Option<&Str>, standalone: Option<&Str>
    ) = write::start_document;
    "enddocument" xmlwriter_end_document() = write::end_document;
    "writecomment" xmlwriter_write_comment(content: &Str) = write::write_comment;
    "startdtd" xmlwriter_start_dtd(
        qualified_name: &Str, public_id: Option<&Str>, system_id: Option<&Str>
    ) = write::start_dtd;
    "enddtd" xmlwriter_end_dtd() = write::end_dtd;
    "writedtd" xmlwriter_write_dtd(
        name: &Str, public_id: Option<&Str>, system_id: Option<&Str>, content: Option<&Str>
    ) = write::write_dtd;
    "startdtdelement" xmlwriter_start_dtd_element(qualified_name: &Str) = write::start_dtd_element;
    "enddtdelement" xmlwriter_end_dtd_element() = write::end_dtd_element;
    "writedtdelement" xmlwriter_write_dtd_element(
        name: &Str, content: &Str
    ) = write::write_dtd_element;
    "startdtdattlist" xmlwriter_start_dtd_attlist(name: &Str) = write::start_dtd_attlist;
    "enddtdattlist" xmlwriter_end_dtd_attlist() = write::end_dtd_attlist;
    "writedtdattlist" xmlwriter_write_dtd_attlist(
        name: &Str, content: &Str
    ) = write::write_dtd_attlist;
    "startdtdentity" xmlwriter_start_dtd_entity(
        name: &Str, is_param: bool
    ) = write::start_dtd_entity;
    "enddtdentity" xmlwriter_end_dtd_entity() = write::end_dtd_entity;
    "writedtdentity" xmlwriter_write_dtd_entity(
        name: &Str, content: &Str, is_param: bool, public_id: Option<&Str>,
        system_id: Option<&Str>, notation_data: Option<&Str>
    ) = write::write_dtd_entity;
}

pub fn xmlwriter_output_memory(call: &mut Call<'_>, writer: &Value, flush: bool) -> Res<Str> {
    write::output_memory(call, &of(writer, vec![Value::bool(flush)]))
        .map(|value| value.as_str().cloned().unwrap_or_else(|| intern(b"").to_str()))
}

pub fn xmlwriter_flush(call: &mut Call<'_>, writer: &Value, empty: bool) -> Res<Value> {
    write::flush(call, &of(writer, vec![Value::bool(empty)]))
}
