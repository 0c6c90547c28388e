//! Properties of nodes.

use libxml2::{Kind, Node};
use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, refused, thrown};
use super::list::{self, Of};
use super::name::{self, XML, XMLNS};
use super::object::{
    HTML, changed, clear, discard, is_html, is_modern, maybe, maybe_text, object_of, text,
};
use super::{characters, insert};
use crate::bridge::quiet;
use crate::store::Store;

/// `nodeName`
fn node_name(call: &mut Call<'_>, node: Node, modern: bool) -> Res<Value> {
    let name: Vec<u8> = match node.kind() {
        Kind::Element if modern && is_html(node) => node.qualified_name().to_ascii_uppercase(),
        Kind::Element | Kind::Attribute => node.qualified_name(),
        Kind::Cdata => b"#cdata-section".to_vec(),
        Kind::Comment => b"#comment".to_vec(),
        Kind::Document | Kind::Html => b"#document".to_vec(),
        Kind::Fragment => b"#document-fragment".to_vec(),
        Kind::Text => b"#text".to_vec(),
        _ => node.name().unwrap_or_default(),
    };
    text(call, &name)
}

fn content(call: &mut Call<'_>, node: Node) -> Res<Value> {
    let content = quiet(call, || node.content())?;
    text(call, &content.unwrap_or_default())
}

fn element_after(node: Node, step: fn(Node) -> Option<Node>) -> Option<Node> {
    std::iter::successors(step(node), |node| step(*node)).find(|node| node.is_element())
}

fn children(node: Node) -> impl Iterator<Item = Node> {
    let node = Some(node).filter(|node| insert::can_have_children(*node));
    node.into_iter().flat_map(Node::children)
}

/// Properties of every node.
fn of_node(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    let modern = is_modern(call, node);
    let value = match name {
        b"nodeName" => node_name(call, node, modern)?,
        b"nodeValue" => match node.kind() {
            Kind::Element if modern => Value::NULL,
            Kind::Element
            | Kind::Attribute
            | Kind::Text
            | Kind::Comment
            | Kind::Cdata
            | Kind::Pi => content(call, node)?,
            _ => Value::NULL,
        },
        b"nodeType" => Value::int(match node.kind() {
            Kind::Dtd => 10,
            kind => kind as i64,
        }),
        b"parentNode" if node.kind() == Kind::EntityDecl => {
            // An entity outlives the document type that a script took away.
            let is_lost = |dtd: &Node| dtd.kind() == Kind::Dtd && dtd.parent().is_none();
            maybe(call, node.parent().filter(|parent| !is_lost(parent)))?
        }
        b"parentNode" => maybe(call, node.parent())?,
        b"parentElement" => maybe(call, node.parent().filter(|parent| parent.is_element()))?,
        b"childNodes" => list::of(call, node, Of::Children)?,
        b"firstChild" => maybe(call, children(node).next())?,
        b"lastChild" => {
            let can = insert::can_have_children(node);
            maybe(call, node.last_child().filter(|_| can))?
        }
        b"previousSibling" => maybe(call, node.prev())?,
        b"nextSibling" => maybe(call, node.next())?,
        b"attributes" if node.is_element() => list::of(call, node, Of::Attributes)?,
        b"attributes" => Value::NULL,
        b"isConnected" => Value::bool(node.root().is_document()),
        b"ownerDocument" if node.is_document() => Value::NULL,
        b"ownerDocument" => match node.doc() {
            Some(document) => object_of(call, document)?,
            None => return Ok(None),
        },
        b"namespaceURI" => maybe_text(call, node.uri())?,
        b"prefix" if modern => maybe_text(call, node.prefix())?,
        b"prefix" => text(call, &node.prefix().unwrap_or_default())?,
        b"localName" if node.has_ns_field() => maybe_text(call, node.name())?,
        b"localName" => Value::NULL,
        b"baseURI" => {
            let base = quiet(call, || match modern {
                true => base_of(node).or(Some(b"about:blank".to_vec())),
                false => node.base(),
            })?;
            maybe_text(call, base)?
        }
        b"textContent" if modern && has_no_text(node) => Value::NULL,
        b"textContent" => content(call, node)?,
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Whether a node of the new classes has nothing that could be its text.
fn has_no_text(node: Node) -> bool {
    let is_leaf = matches!(node.kind(), Kind::EntityRef | Kind::EntityDecl)
        || (node.kind() == Kind::Dtd && node.doc().is_some());
    node.is_document() || is_leaf
}

/// What addresses at a node are relative to, by the rules of the living standard.
fn base_of(node: Node) -> Option<Vec<u8>> {
    let document = node.doc()?;
    if document.kind() != Kind::Html {
        return node.base();
    }
    let is_base = |node: &Node| node.is_named(b"base") && node.uri().as_deref() == Some(HTML);
    let mut bases = super::walk::elements(document).filter(is_base);
    let named = bases.find_map(|base| base.plain_prop(b"href"));
    let url = document.url();
    match named {
        Some(named) => {
            let named = String::from_utf8_lossy(&named).into_owned();
            libxml2::absolute(named.trim().as_bytes(), url.as_deref())
        }
        None => url,
    }
}

/// Properties of what has children or siblings.
fn of_parent(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    let value = match name {
        b"firstElementChild" => maybe(call, children(node).find(|child| child.is_element()))?,
        b"lastElementChild" => {
            maybe(call, children(node).filter(|child| child.is_element()).last())?
        }
        b"childElementCount" => {
            Value::int(children(node).filter(|child| child.is_element()).count() as i64)
        }
        b"previousElementSibling" => maybe(call, element_after(node, Node::prev))?,
        b"nextElementSibling" => maybe(call, element_after(node, Node::next))?,
        b"children" => list::of(call, node, Of::Elements)?,
        _ => return Ok(None),
    };
    Ok(Some(value))
}

fn reflected(call: &mut Call<'_>, node: Node, attribute: &[u8]) -> Res<Value> {
    let found = quiet(call, || node.plain_prop(attribute))?;
    text(call, &found.unwrap_or_default())
}

/// Properties of elements and attributes.
fn of_element(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    let is_attribute = node.kind() == Kind::Attribute;
    let value = match name {
        b"tagName" => {
            let modern = is_modern(call, node);
            node_name(call, node, modern)?
        }
        b"className" => reflected(call, node, b"class")?,
        b"id" => reflected(call, node, b"id")?,
        b"schemaTypeInfo" => Value::NULL,
        b"name" if is_attribute => {
            let modern = is_modern(call, node);
            match modern {
                true => text(call, &node.qualified_name())?,
                false => maybe_text(call, node.name())?,
            }
        }
        b"specified" => Value::bool(true),
        b"value" if is_attribute => content(call, node)?,
        b"ownerElement" => maybe(call, node.parent())?,
        b"substitutedNodeValue" => content(call, node)?,
        b"innerHTML" => super::inner::read(call, node)?,
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Properties of texts, types and entities.
fn of_leaf(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    let value = match name {
        b"data" => content(call, node)?,
        b"length" => {
            let data = quiet(call, || node.content())?.unwrap_or_default();
            let length = characters::length(&data);
            Value::int(length as i64)
        }
        b"wholeText" => text(call, &characters::whole(node))?,
        b"target" => maybe_text(call, node.name())?,
        b"name" => text(call, &node.name().unwrap_or_default())?,
        b"publicId" | b"systemId" => {
            let id = if name == b"publicId" { node.public_id() } else { node.system_id() };
            match node.kind() {
                Kind::EntityDecl => maybe_text(call, id.filter(|_| is_unparsed(node)))?,
                _ => text(call, &id.unwrap_or_default())?,
            }
        }
        b"notationName" => {
            let notation = Some(node).filter(|node| is_unparsed(*node)).and_then(Node::entity_text);
            maybe_text(call, notation)?
        }
        b"actualEncoding" | b"encoding" | b"version" if node.kind() == Kind::EntityDecl => {
            Value::NULL
        }
        b"entities" => list::of(call, node, Of::Entities)?,
        b"notations" => list::of(call, node, Of::Notations)?,
        b"internalSubset" => {
            let subset = quiet(call, || internal_subset(node))?;
            maybe_text(call, subset)?
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Whether an entity is one of data in a notation: PHP tells of no others where they are.
fn is_unparsed(entity: Node) -> bool {
    const EXTERNAL_UNPARSED: i64 = 3;
    i64::from(entity.entity_kind()) == EXTERNAL_UNPARSED
}

/// A property of a notation, which is no node of the library and belongs to no tree.
fn of_notation(
    call: &mut Call<'_>,
    (object, modern): (&Object, bool),
    name: &[u8],
) -> Res<Option<Value>> {
    const NOTATION_NODE: i64 = 12;
    let value = match name {
        b"nodeName" => object.slot(0).clone(),
        b"publicId" => object.slot(1).clone(),
        b"systemId" => object.slot(2).clone(),
        b"nodeType" => Value::int(NOTATION_NODE),
        b"childNodes" => list::fixed(call, Vec::new(), modern)?,
        b"isConnected" => Value::bool(false),
        b"prefix" | b"textContent" => text(call, b"")?,
        b"baseURI" if modern => text(call, b"about:blank")?,
        b"ownerDocument" => return Ok(None),
        _ => Value::NULL,
    };
    Ok(Some(value))
}

/// The value of a property of an object; nothing when it has none now.
pub fn of(call: &mut Call<'_>, object: &Object, name: &[u8]) -> Res<Option<Value>> {
    if let Some(node) = call.state::<Store>().node(object) {
        return read(call, node, name);
    }
    match is_notation(call, object) {
        true => {
            let modern = call.host().is_instance(object, "Dom\\Notation");
            of_notation(call, (object, modern), name)
        }
        false => Err(thrown(call, Code::InvalidState)),
    }
}

/// Whether an object is a notation that was declared: one that a script makes has no name.
pub fn is_notation(call: &mut Call<'_>, object: &Object) -> bool {
    let host = call.host();
    let is_one =
        ["DOMNotation", "Dom\\Notation"].iter().any(|class| host.is_instance(object, class));
    is_one && object.slot(0).as_str().is_some_and(|name| !name.is_empty())
}

/// The declarations that stand in a document itself.
fn internal_subset(node: Node) -> Option<Vec<u8>> {
    let known = node.doc().and_then(Node::int_subset);
    if known != Some(node) || node.first_child().is_none() {
        return None;
    }
    let parts: Vec<Vec<u8>> = node.children().filter_map(Node::declaration_text).collect();
    Some(parts.concat())
}

/// Properties of documents.
fn of_document(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    let settings = call.state::<Store>().settings(node);
    let value = match name {
        b"doctype" => maybe(call, quiet_subset(node))?,
        b"implementation" => {
            let class =
                if settings.is_modern { "Dom\\Implementation" } else { "DOMImplementation" };
            call.host().new_object(class)?
        }
        b"documentElement" => {
            let root = node.children().find(|child| child.is_element());
            maybe(call, root)?
        }
        b"actualEncoding" | b"encoding" | b"xmlEncoding" => maybe_text(call, node.encoding())?,
        b"characterSet" | b"charset" | b"inputEncoding" => {
            text(call, &node.encoding().unwrap_or_else(|| b"UTF-8".to_vec()))?
        }
        b"standalone" => Value::bool(node.standalone() > 0),
        b"xmlStandalone" => Value::bool(node.standalone() == 1),
        b"version" | b"xmlVersion" => maybe_text(call, node.version())?,
        b"strictErrorChecking" => Value::bool(settings.is_strict),
        b"documentURI" if settings.is_modern => {
            text(call, &node.url().unwrap_or_else(|| b"about:blank".to_vec()))?
        }
        b"URL" => text(call, &node.url().unwrap_or_else(|| b"about:blank".to_vec()))?,
        b"documentURI" => maybe_text(call, node.url())?,
        b"config" => Value::NULL,
        b"body" => super::html::part(call, node, &[b"body", b"frameset"])?,
        b"head" => super::html::part(call, node, &[b"head"])?,
        b"title" => super::title::read(call, node)?,
        b"formatOutput" => Value::bool(settings.indents),
        b"validateOnParse" => Value::bool(settings.validates),
        b"resolveExternals" => Value::bool(settings.resolves),
        b"preserveWhiteSpace" => Value::bool(settings.keeps_blanks),
        b"recover" => Value::bool(settings.recovers),
        b"substituteEntities" => Value::bool(settings.substitutes),
        _ => return Ok(None),
    };
    Ok(Some(value))
}

fn quiet_subset(document: Node) -> Option<Node> {
    document.children().find(|child| child.kind() == Kind::Dtd)
}

/// The value of a property of a node; nothing when it has none now.
fn read(call: &mut Call<'_>, node: Node, name: &[u8]) -> Res<Option<Value>> {
    if node.kind() == Kind::EntityRef {
        quiet(call, || node.resolve())?;
    }
    if node.is_document()
        && let Some(value) = of_document(call, node, name)?
    {
        return Ok(Some(value));
    }
    if node.has_ns_field()
        && let Some(value) = of_element(call, node, name)?
    {
        return Ok(Some(value));
    }
    if !node.is_document()
        && !node.has_ns_field()
        && let Some(value) = of_leaf(call, node, name)?
    {
        return Ok(Some(value));
    }
    if let Some(value) = of_parent(call, node, name)? {
        return Ok(Some(value));
    }
    of_node(call, node, name)
}

/// `prefix`, which chooses another declaration of the same namespace.
fn set_prefix(call: &mut Call<'_>, node: Node, prefix: &[u8]) -> Res<()> {
    let at = match node.kind() {
        Kind::Element => Some(node),
        Kind::Attribute => node.parent().or_else(|| node.doc().and_then(Node::root_element)),
        _ => None,
    };
    let prefix = Some(name::until_nul(prefix)).filter(|prefix| !prefix.is_empty());
    let (Some(at), Some(ns)) = (at, node.ns()) else { return Ok(()) };
    if ns.prefix().as_deref() == prefix {
        return Ok(());
    }
    let is_attribute = node.kind() == Kind::Attribute;
    let href = ns.href();
    let uri = href.clone().unwrap_or_default();
    let is_bad = href.is_none()
        || (prefix == Some(b"xml") && uri != XML)
        || (is_attribute && prefix == Some(b"xmlns") && uri != XMLNS)
        || (is_attribute && node.is_named(b"xmlns"));
    if is_bad {
        return refused(call, node, Code::Namespace).map(drop);
    }
    let made = quiet(call, || {
        let known = at.declared().find(|ns| ns.prefix().as_deref() == prefix && ns.href() == href);
        known.or_else(|| at.declare(Some(&uri), prefix))
    })?;
    match made {
        Some(ns) => {
            node.set_ns(Some(ns));
            Ok(())
        }
        None => Err(thrown(call, Code::Namespace)),
    }
}

fn set_content(call: &mut Call<'_>, node: Node, value: &[u8]) -> Res<()> {
    let modern = is_modern(call, node);
    match node.kind() {
        Kind::Attribute if modern => super::element::set_value(call, node, value)?,
        Kind::Attribute => {
            super::element::forget_id(call, node)?;
            clear(call, node)?;
            quiet(call, || node.parse_text(value))?;
        }
        Kind::Element if !modern => {
            clear(call, node)?;
            quiet(call, || node.parse_text(value))?;
        }
        _ if node.is_character_data() => quiet(call, || node.set_data(value))?,
        _ => {}
    }
    changed(call, node);
    Ok(())
}

fn set_text(call: &mut Call<'_>, node: Node, value: &[u8]) -> Res<()> {
    match node.kind() {
        Kind::Element | Kind::Fragment => {
            let children: Vec<Node> = node.children().collect();
            for child in children {
                discard(call, child)?;
            }
            quiet(call, || {
                if let Some(made) = Node::new_text(node.doc(), value) {
                    node.append_plain(made);
                }
            })?;
        }
        Kind::Attribute => super::element::set_value(call, node, value)?,
        _ if node.is_character_data() => quiet(call, || node.set_data(value))?,
        _ => {}
    }
    changed(call, node);
    Ok(())
}

fn set_encoding(call: &mut Call<'_>, node: Node, value: &Value) -> Res<()> {
    if let Some(encoding) = value.as_str()
        && quiet(call, || Node::is_encoding(encoding))?
    {
        return quiet(call, || node.set_encoding(Some(encoding)));
    }
    let text = "Invalid document encoding".to_owned();
    Err(call.throw(runtime::message::Message::ValueRefused { text }))
}

/// Sets the encoding of a document by one of its labels.
fn set_charset(call: &mut Call<'_>, node: Node, value: &Value) -> Res<()> {
    match value.as_str().and_then(|label| encoding_rs::Encoding::for_label(label)) {
        Some(found) => quiet(call, || node.set_encoding(Some(found.name().as_bytes()))),
        None => {
            let text = "Invalid document encoding".to_owned();
            Err(call.throw(runtime::message::Message::ValueRefused { text }))
        }
    }
}

/// Changes a property.
pub fn write(call: &mut Call<'_>, node: Node, name: &[u8], value: &Value) -> Res<()> {
    let bytes = value.as_str().map(|text| text.to_vec()).unwrap_or_default();
    let flag = matches!(value.view(), View::Bool(true));
    match name {
        b"nodeValue" | b"data" => return set_content(call, node, &bytes),
        b"value" => return set_content(call, node, &bytes),
        b"textContent" if node.is_document() && is_modern(call, node) => {
            let text = "Cannot modify readonly property Dom\\XMLDocument::$textContent".to_owned();
            return Err(call.throw(runtime::message::Message::Refused { text }));
        }
        b"textContent" => return set_text(call, node, &bytes),
        b"prefix" => return set_prefix(call, node, &bytes),
        b"innerHTML" => return super::inner::write(call, node, &bytes),
        b"substitutedNodeValue" => {
            clear(call, node)?;
            quiet(call, || node.parse_text(&bytes))?;
            changed(call, node);
            return Ok(());
        }
        b"className" => return super::element::reflect(call, node, b"class", &bytes),
        b"id" => return super::element::reflect(call, node, b"id", &bytes),
        b"encoding" => return set_encoding(call, node, value),
        b"charset" | b"characterSet" | b"inputEncoding" => return set_charset(call, node, value),
        b"title" => return super::title::write(call, node, &bytes),
        b"version" | b"xmlVersion"
            if is_modern(call, node) && bytes != b"1.0" && bytes != b"1.1" =>
        {
            let text = "Invalid XML version".to_owned();
            return Err(call.throw(runtime::message::Message::ValueRefused { text }));
        }
        b"version" | b"xmlVersion" => return quiet(call, || node.set_version(&bytes)),
        b"documentURI" | b"URL" => {
            let url = value.as_str().map(|url| url.to_vec());
            return quiet(call, || node.set_url(url.as_deref()));
        }
        b"standalone" | b"xmlStandalone" => {
            node.set_standalone(i32::from(flag));
            return Ok(());
        }
        _ => {}
    }
    let Some(document) = node.doc() else { return Ok(()) };
    let settings = &mut call.state::<Store>().document(document).settings;
    match name {
        b"strictErrorChecking" => settings.is_strict = flag,
        b"formatOutput" => settings.indents = flag,
        b"validateOnParse" => settings.validates = flag,
        b"resolveExternals" => settings.resolves = flag,
        b"preserveWhiteSpace" => settings.keeps_blanks = flag,
        b"recover" => settings.recovers = flag,
        b"substituteEntities" => settings.substitutes = flag,
        _ => {}
    }
    Ok(())
}
