//! Other names for nodes, and what is in scope at elements.

use libxml2::{Kind, Node, Ns};
use runtime::array::Array;
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::create::{checked_modern, own_ns};
use super::error::{Code, thrown_as};
use super::name::XMLNS;
use super::object::{HTML, argument, changed, maybe_text, object_of, this};
use crate::bridge::quiet;

/// `Dom\Element::rename()`
pub fn element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let (prefix, local) = checked_modern(call, uri, args.bytes(1))?;
    if (node.uri().as_deref() == Some(HTML)) != (uri == Some(HTML)) {
        let text = if uri == Some(HTML) {
            "It is not possible to move an element into the HTML namespace because the HTML \
             namespace is tied to the HTMLElement class"
        } else {
            "It is not possible to move an element out of the HTML namespace because the HTML \
             namespace is tied to the HTMLElement class"
        };
        return Err(thrown_as(call, Code::InvalidModification, text));
    }
    if super::template::is_template(node) {
        let text = "It is not possible to rename the template element because it hosts a document \
                    fragment";
        return Err(thrown_as(call, Code::InvalidModification, text));
    }
    renamed(call, node, (uri, prefix, local))
}

fn renamed(
    call: &mut Call<'_>,
    node: Node,
    (uri, prefix, local): (Option<&[u8]>, Option<&[u8]>, &[u8]),
) -> Res<Value> {
    quiet(call, || {
        let ns = match (uri, node.doc()) {
            (Some(uri), Some(document)) => own_ns(document, uri, prefix),
            _ => None,
        };
        node.set_name(local);
        node.set_ns(ns);
    })?;
    changed(call, node);
    Ok(Value::NULL)
}

/// `Dom\Attr::rename()`
pub fn attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let (prefix, local) = checked_modern(call, uri, args.bytes(1))?;
    if let Some(element) = node.parent() {
        let known = quiet(call, || element.has_ns_prop(local, uri))?;
        let is_other = known.is_some_and(|known| known.kind() == Kind::Attribute && known != node);
        if is_other {
            let text = "An attribute with the given name in the given namespace already exists";
            return Err(thrown_as(call, Code::InvalidModification, text));
        }
    }
    renamed(call, node, (uri, prefix, local))
}

/// `Dom\Document::importLegacyNode()`
pub fn import_legacy(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (document, node) = (this(call, args)?, argument(call, args, 0)?);
    if node.is_document() {
        return Err(super::error::thrown(call, Code::NotSupported));
    }
    let made = quiet(call, || super::copy::tree(node, document, args.flag(1)))?;
    match made {
        Some(made) => object_of(call, made),
        None => Err(super::error::thrown(call, Code::NotSupported)),
    }
}

/// A prefix, none for names without one, and what it means.
type Meaning = (Option<Vec<u8>>, Vec<u8>);

/// What attributes at an element and above it declare, the farthest first.
fn scope(node: Node) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    for at in std::iter::successors(Some(node), |node| node.parent()) {
        let mut attributes: Vec<Node> = at.attributes().collect();
        attributes.reverse();
        for attribute in attributes {
            let uri = attribute.content().unwrap_or_default();
            if attribute.uri().as_deref() != Some(XMLNS) {
                continue;
            }
            let prefix = attribute.prefix().and(attribute.name());
            if !found.iter().any(|(own, _)| *own == prefix) {
                found.push((prefix, uri));
            }
        }
    }
    found.reverse();
    found.retain(|(prefix, uri)| prefix.is_some() || !uri.is_empty());
    found
}

/// What prefixes mean at a node, the nearest first.
pub fn ns_in_scope(node: Node) -> Vec<Ns> {
    let Some(document) = node.doc() else { return Vec::new() };
    let mut found: Vec<Meaning> = Vec::new();
    for at in std::iter::successors(Some(node), |node| node.parent()).filter(|at| at.is_element()) {
        let own = at.prefix().map(|prefix| (Some(prefix), at.uri().unwrap_or_default()));
        let declares = |attribute: &Node| {
            attribute.prefix().is_some() && attribute.uri().as_deref() == Some(XMLNS)
        };
        let declared = at.attributes().filter(declares);
        let declared = declared.map(|node| (node.name(), node.content().unwrap_or_default()));
        for (prefix, uri) in own.into_iter().chain(declared) {
            if !uri.is_empty() && !found.iter().any(|(known, _)| *known == prefix) {
                found.push((prefix, uri));
            }
        }
    }
    let kept = found.into_iter().map(|(prefix, uri)| own_ns(document, &uri, prefix.as_deref()));
    kept.flatten().collect()
}

/// What a text inside an element may refer to without declaring it.
pub fn scope_above(node: Node) -> Vec<Meaning> {
    let mut found = scope(node);
    found.retain(|(prefix, uri)| prefix.is_some() && !uri.is_empty());
    let default = super::node::lookup_modern(node, None);
    found.extend(default.map(|uri| (None, uri)));
    found
}

fn infos(call: &mut Call<'_>, node: Node) -> Res<Vec<Value>> {
    let found = quiet(call, || scope(node))?;
    let mut values = Vec::new();
    for (prefix, uri) in found {
        let uri = Some(uri).filter(|uri| !uri.is_empty());
        let parts = [maybe_text(call, prefix)?, maybe_text(call, uri)?, object_of(call, node)?];
        let made = call.host().new_object("Dom\\NamespaceInfo")?;
        if let Some(mut object) = made.clone().into_object() {
            for (slot, value) in parts.into_iter().enumerate() {
                object.slot_mut(slot).set(value);
            }
        }
        values.push(made);
    }
    Ok(values)
}

/// `Dom\Element::getInScopeNamespaces()`
pub fn in_scope(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let values = infos(call, node)?;
    Ok(call.list(values)?.into())
}

/// `Dom\Element::getDescendantNamespaces()`
pub fn below(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let mut all = infos(call, node)?;
    let inner: Vec<Node> = super::walk::elements(node).collect();
    for element in inner {
        all.extend(infos(call, element)?);
    }
    let list: Array = call.list(all)?;
    Ok(list.into())
}
