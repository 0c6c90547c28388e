//! Canonical XML.
//!
//! # Invariants
//! - Trees of the new classes have declarations of namespaces while they are written, in place of the
//!   attributes that say the same; afterwards they are as they were.

use libxml2::xpath::Context;
use libxml2::{C14n, Node};
use runtime::array::Array;
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, thrown_as};
use super::name::XMLNS;
use super::object::{is_modern, text, this};
use super::walk;
use crate::bridge::{Job, Style, quiet, run};

/// An element, and its attributes as they were.
type Before = (Node, Vec<Node>);

/// Has elements declare what their attributes say, and what they and their attributes are in.
fn declare(root: Node) -> Vec<Before> {
    let mut before = Vec::new();
    for element in std::iter::once(root).chain(walk::elements(root)) {
        let attributes: Vec<Node> = element.attributes().collect();
        attributes.iter().for_each(|attribute| attribute.unlink());
        let is_declaration = |attribute: &&Node| attribute.uri().as_deref() == Some(XMLNS);
        for attribute in attributes.iter().filter(is_declaration) {
            let prefix = attribute.prefix().and(attribute.name());
            element.declare(attribute.content().as_deref(), prefix.as_deref());
        }
        let others = attributes.iter().filter(|attribute| !is_declaration(attribute)).copied();
        let others: Vec<Node> = others.collect();
        for node in std::iter::once(&element).chain(&others) {
            let (prefix, uri) = (node.prefix(), node.uri());
            let known = element.search_ns(prefix.as_deref()).and_then(|known| known.href());
            if uri.is_some() && known != uri {
                element.declare(uri.as_deref(), prefix.as_deref());
            }
        }
        others.into_iter().for_each(|attribute| element.append_attribute(attribute));
        before.push((element, attributes));
    }
    before
}

fn restore(before: Vec<Before>) {
    for (element, attributes) in before {
        let now: Vec<Node> = element.attributes().collect();
        now.into_iter().for_each(Node::unlink);
        element.clear_declared();
        attributes.into_iter().for_each(|attribute| element.append_attribute(attribute));
    }
}

/// What is canonical of a node, by the arguments of the method.
fn canonical(call: &mut Call<'_>, args: &Arguments, first: usize) -> Res<Option<Vec<u8>>> {
    let node = this(call, args)?;
    if !is_modern(call, node) {
        return written(call, args, first);
    }
    if !node.root().is_document() {
        let text = "Canonicalization can only happen on nodes attached to a document.";
        return Err(thrown_as(call, Code::Hierarchy, text));
    }
    let root = node.doc().and_then(Node::root_element);
    let before = quiet(call, || root.map(declare))?;
    let result = written(call, args, first);
    quiet(call, || restore(before.unwrap_or_default()))?;
    result
}

fn written(call: &mut Call<'_>, args: &Arguments, first: usize) -> Res<Option<Vec<u8>>> {
    let node = this(call, args)?;
    let how = C14n { exclusive: args.flag(first), comments: args.flag(first + 1) };
    let query = match args.array(first + 2) {
        Some(array) => Some(query_of(call, array, first + 3)?),
        None if node.is_document() => None,
        None => {
            let text = "(.//. | .//@* | .//namespace::*)";
            let text = if how.comments {
                text.to_owned()
            } else {
                format!("{text}[not(self::comment())]")
            };
            Some((text.into_bytes(), Vec::new()))
        }
    };
    let mut prefixes = None;
    if let Some(array) = args.array(first + 3) {
        if how.exclusive {
            let mut list = Vec::new();
            for (_, value) in array {
                if let View::Str(prefix) = value.unboxed().view() {
                    list.push(prefix.to_vec());
                }
            }
            prefixes = Some(list);
        } else {
            call.notice("Inclusive namespace prefixes only allowed in exclusive mode.")?;
        }
    }
    let Some(document) = node.doc() else {
        let text = "Node must be associated with a document".to_owned();
        return Err(call.throw(runtime::message::Message::Refused { text }));
    };
    let Some((query, namespaces)) = query else {
        return run(call, Job::new(Style::Full), || {
            document.canonical(None, prefixes.as_deref(), how)
        });
    };
    let held = run(call, Job::new(Style::Full), || {
        let mut context = Context::new(document)?;
        for (prefix, uri) in &namespaces {
            context.register_ns(prefix, uri);
        }
        context.evaluate(&query, document, node, &[])
    })?;
    let Some(held) = held.filter(|held| held.kind() == libxml2::xpath::Type::Nodes) else {
        let text = "XPath query did not return a nodeset".to_owned();
        return Err(call.throw(runtime::message::Message::Refused { text }));
    };
    run(call, Job::new(Style::Full), || document.canonical(Some(&held), prefixes.as_deref(), how))
}

type Query = (Vec<u8>, Vec<(Vec<u8>, Vec<u8>)>);

fn query_of(call: &mut Call<'_>, array: &Array, position: usize) -> Res<Query> {
    let named = |name: &str| {
        array
            .get_static(runtime::string::intern(name.as_bytes()))
            .map(|value| value.unboxed().clone())
    };
    let Some(query) = named("query") else {
        return Err(call.value_error(position, "must have a \"query\" key"));
    };
    let View::Str(query) = query.view() else {
        let given = call.given(&query);
        let rule = format!("\"query\" option must be a string, {given} given");
        return Err(call.type_refused(position, &rule));
    };
    let mut namespaces = Vec::new();
    if let Some(list) = named("namespaces")
        && let View::Array(list) = list.view()
    {
        for (key, value) in list {
            if let (runtime::array::Key::Str(prefix), View::Str(uri)) =
                (key, value.unboxed().view())
            {
                namespaces.push((prefix.to_vec(), uri.to_vec()));
            }
        }
    }
    Ok((query.to_vec(), namespaces))
}

/// `DOMNode::C14N()`
pub fn c14n(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match canonical(call, args, 0)? {
        Some(bytes) => text(call, &bytes),
        None => Ok(Value::bool(false)),
    }
}

/// `DOMNode::C14NFile()`
pub fn c14n_file(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match canonical(call, args, 1)? {
        Some(bytes) => super::document::write_file(call, args.bytes(0), &bytes),
        None => Ok(Value::bool(false)),
    }
}
