//! Documents as trees of objects.

mod c14n;
mod characters;
mod copy;
mod create;
mod document;
mod element;
pub mod encoding;
mod error;
mod fault;
#[rustfmt::skip]
mod r#gen;
pub mod html;
mod implementation;
mod inner;
mod insert;
pub mod list;
mod methods;
mod modern;
mod name;
mod namespace;
mod node;
pub mod numbers;
pub mod object;
mod property;
pub mod reader;
mod rename;
pub mod selector;
pub mod serialize;
mod siblings;
mod sink;
mod template;
mod title;
mod walk;
mod wellformed;
pub mod xml;
pub mod xpath;

use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::store::Store;

pub use document::write_file;
pub use r#gen::{CONSTANTS, NATIVES};
pub use methods::METHODS;

fn dom_get_(call: &mut Call<'_>, of: &Value, name: &Str) -> Res<Value> {
    let View::Object(object) = of.unboxed().view() else { return Ok(Value::NULL) };
    if matches!(&**name, b"document" | b"registerNodeNamespaces") {
        return xpath::read(call, object, name);
    }
    Ok(property::of(call, object, name)?.unwrap_or(Value::NULL))
}

fn dom_set_(call: &mut Call<'_>, of: &Value, name: &Str, value: &Value) -> Res<()> {
    let View::Object(object) = of.unboxed().view() else { return Ok(()) };
    if &**name == b"registerNodeNamespaces" {
        xpath::write(call, object, value.unboxed());
        return Ok(());
    }
    let Some(node) = call.state::<Store>().node(object) else {
        return Err(error::thrown(call, error::Code::InvalidState));
    };
    property::write(call, node, name, value.unboxed())
}

fn dom_list_(call: &mut Call<'_>, of: &Value, what: &Str, about: &Value) -> Res<Value> {
    match of.unboxed().view() {
        View::Object(object) => list::ask(call, object, what, about.unboxed()),
        _ => Ok(Value::NULL),
    }
}

fn dom_shown_(call: &mut Call<'_>, of: &Value, names: &Str) -> Res<Array> {
    let View::Object(object) = of.unboxed().view() else { return Ok(Array::new()) };
    let names: Vec<&'static str> = names
        .split(|byte| *byte == b' ')
        .map(|name| runtime::string::intern(name).as_bytes())
        .filter_map(|name| std::str::from_utf8(name).ok())
        .collect();
    node::shown(call, &names, object)
}

fn dom_import_simplexml(call: &mut Call<'_>, node: &Value) -> Res<Value> {
    let View::Object(object) = node.unboxed().view() else { return Ok(Value::NULL) };
    let found = crate::simple::node_of(call, object);
    let Some(found) = found.filter(|found| found.has_ns_field()) else {
        return Err(call.type_refused(1, "is not a valid node type"));
    };
    if let Some(document) = found.doc() {
        let known = call.state::<Store>().document(document);
        if known.settings.is_modern {
            return Err(call.type_refused(1, "must not be already imported as a Dom\\Node"));
        }
        known.is_imported = true;
    }
    object::object_of(call, found)
}

/// The node of the new classes that an element of `SimpleXML` is; `true` when it is one of the old
/// classes already, `false` when it is none.
fn dom_import_modern_(call: &mut Call<'_>, node: &Value) -> Res<Value> {
    let View::Object(object) = node.unboxed().view() else { return Ok(Value::bool(false)) };
    let found = crate::simple::node_of(call, object);
    let Some(found) = found.filter(|found| found.has_ns_field()) else {
        return Ok(Value::bool(false));
    };
    if let Some(document) = found.doc() {
        let known = call.state::<Store>().document(document);
        if known.is_imported {
            return Ok(Value::bool(true));
        }
        if !std::mem::replace(&mut known.settings.is_modern, true) {
            crate::bridge::quiet(call, || {
                document.children().for_each(xml::declarations_to_attributes);
            })?;
        }
    }
    object::object_of(call, found)
}
