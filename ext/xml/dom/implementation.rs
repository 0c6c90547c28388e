//! `DOMImplementation`, and the rest that is no node.

use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::{document, node};

/// `DOMImplementation::hasFeature()`
pub fn has_feature(_: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    Ok(Value::bool(node::is_feature(args.bytes(0), args.bytes(1))))
}

/// `DOMImplementation::createDocument()`
pub fn create_document(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    document::made(call, args)
}

/// `DOMImplementation::createDocumentType()`
pub fn create_type(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    document::made_type(call, args)
}
