//! Elements and their attributes.

use libxml2::{Kind, Node, Ns};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, refused, thrown};
use super::modern;
use super::name::{self, XMLNS};
use super::object::{
    argument, become_node, changed, clear, discard, is_html, is_modern, maybe, maybe_text,
    object_of, text, this,
};
use crate::bridge::quiet;
use crate::store::Store;

/// What an element has under a name.
#[derive(Clone, Copy)]
pub enum Found {
    /// An attribute, or its declaration in a document type.
    Attribute(Node),
    /// A declaration of a namespace.
    Namespace(Ns),
}

/// The declaration of a prefix at an element.
pub fn declaration(element: Node, prefix: Option<&[u8]>) -> Option<Ns> {
    element.declared().find(|ns| ns.prefix().as_deref() == prefix)
}

/// What an element has under a name with its prefix.
pub fn find(call: &mut Call<'_>, element: Node, name: &[u8]) -> Res<Option<Found>> {
    let name = name::until_nul(name);
    if is_modern(call, element) {
        let folded = if is_html(element) { name.to_ascii_lowercase() } else { name.to_vec() };
        let found = element.attributes().find(|attr| attr.qualified_name() == folded);
        return Ok(found.map(Found::Attribute));
    }
    quiet(call, || {
        let (prefix, local) = name::split(name);
        match prefix {
            Some(b"xmlns") => return declaration(element, Some(local)).map(Found::Namespace),
            Some(prefix) => {
                if let Some(ns) = element.search_ns(Some(prefix)) {
                    let uri = ns.href().unwrap_or_default();
                    return element.has_ns_prop(local, Some(&uri)).map(Found::Attribute);
                }
            }
            None if name == b"xmlns" => return declaration(element, None).map(Found::Namespace),
            None => {}
        }
        element.has_ns_prop(name, None).map(Found::Attribute)
    })
}

/// The text of an attribute, or of the default that its declaration has.
fn value_of(call: &mut Call<'_>, element: Node, attribute: Node) -> Res<Vec<u8>> {
    quiet(call, || match attribute.kind() {
        Kind::Attribute => attribute
            .first_child()
            .and_then(|first| first.list_text(attribute.doc()))
            .unwrap_or_default(),
        _ => element.plain_prop(&attribute.name().unwrap_or_default()).unwrap_or_default(),
    })
}

/// The answer where there is no attribute.
fn none(call: &mut Call<'_>, element: Node) -> Res<Value> {
    if is_modern(call, element) { Ok(Value::NULL) } else { text(call, b"") }
}

/// `DOMElement::__construct()`
pub fn construct(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (given, uri) = (args.bytes(0).to_vec(), args.bytes(2));
    if !name::is_name(call, &given)? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let made = if uri.is_empty() {
        if name::split(&given).0.is_some() {
            return Err(thrown(call, Code::Namespace));
        }
        quiet(call, || Node::new_element(None, &given, None))?
    } else {
        let (prefix, local) = match name::checked(call, &given, uri)? {
            Ok(parts) if name::goes_with(parts.0, uri) => parts,
            Ok(_) => return Err(thrown(call, Code::Namespace)),
            Err(code) => return Err(thrown(call, code)),
        };
        quiet(call, || {
            let element = Node::new_element(None, local, None)?;
            element.set_ns(element.declare(Some(uri), prefix));
            Some(element)
        })?
    };
    if let Some(element) = made.filter(|_| !args.bytes(1).is_empty()) {
        quiet(call, || element.set_content(args.bytes(1)))?;
    }
    become_node(call, args, made)
}

/// `DOMElement::getAttribute()`
pub fn get_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    match find(call, element, args.bytes(0))? {
        Some(Found::Attribute(attribute)) => {
            let value = value_of(call, element, attribute)?;
            text(call, &value)
        }
        Some(Found::Namespace(ns)) => text(call, &ns.href().unwrap_or_default()),
        None => none(call, element),
    }
}

/// `DOMElement::getAttributeNames()`
pub fn get_attribute_names(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let mut names = Vec::new();
    if !is_modern(call, element) {
        for ns in element.declared() {
            let prefix = ns.prefix();
            names.push(match prefix {
                Some(prefix) => [b"xmlns:".to_vec(), prefix].concat(),
                None => b"xmlns".to_vec(),
            });
        }
    }
    names.extend(element.attributes().map(Node::qualified_name));
    let mut values = Vec::new();
    for name in names {
        values.push(text(call, &name)?);
    }
    Ok(call.list(values)?.into())
}

/// Sets the text of an attribute that is there.
pub fn set_value(call: &mut Call<'_>, attribute: Node, value: &[u8]) -> Res<()> {
    if attribute.is_id() {
        quiet(call, || attribute.remove_id())?;
    }
    clear(call, attribute)?;
    if !value.is_empty() {
        quiet(call, || {
            if let Some(text) = Node::new_text(attribute.doc(), value) {
                attribute.append_plain(text);
            }
        })?;
    }
    if attribute.is_id() {
        quiet(call, || attribute.add_id(value))?;
    }
    Ok(())
}

/// `DOMElement::setAttribute()`
pub fn set_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let given = name::until_nul(args.bytes(0)).to_vec();
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if !name::is_name(call, &given)? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let element = this(call, args)?;
    let value = name::until_nul(args.bytes(1));
    let modern = is_modern(call, element);
    changed(call, element);
    match find(call, element, &given)? {
        Some(Found::Attribute(attribute)) if attribute.kind() == Kind::Attribute => {
            set_value(call, attribute, value)?;
            return if modern { Ok(Value::NULL) } else { object_of(call, attribute) };
        }
        Some(Found::Namespace(_)) => return Ok(Value::bool(false)),
        _ => {}
    }
    let made = quiet(call, || match (&*given, modern) {
        (_, true) => {
            let folded = if is_html(element) { given.to_ascii_lowercase() } else { given.clone() };
            element.set_ns_prop(None, &folded, value)
        }
        (b"xmlns", false) => {
            element.declare(Some(value), None);
            None
        }
        _ => element.set_prop(&given, value),
    })?;
    if modern {
        mark_html_id(made);
        return Ok(Value::NULL);
    }
    match made {
        Some(made) => object_of(call, made),
        None => Ok(Value::bool(given == b"xmlns")),
    }
}

/// In documents of HTML `id` is an identifier without further words.
fn mark_html_id(attribute: Option<Node>) {
    let Some(attribute) = attribute else { return };
    let is_html = attribute.doc().is_some_and(|document| document.kind() == Kind::Html);
    if is_html && attribute.ns().is_none() && attribute.is_named(b"id") && !attribute.is_id() {
        attribute.set_attribute_type(2);
    }
}

fn remove(call: &mut Call<'_>, element: Node, found: Found) -> Res<bool> {
    changed(call, element);
    match found {
        Found::Attribute(attribute) if attribute.kind() == Kind::Attribute => {
            discard(call, attribute)?;
            Ok(true)
        }
        Found::Attribute(_) => Ok(false),
        Found::Namespace(ns) => {
            quiet(call, || {
                element.undeclare(ns);
                redeclare(element, ns);
            })?;
            Ok(true)
        }
    }
}

/// Declares a namespace that was taken away again, at the elements that are in it.
fn redeclare(element: Node, gone: Ns) {
    let mut pending = vec![element];
    while let Some(element) = pending.pop() {
        let uses = |node: Node| node.ns() == Some(gone);
        if uses(element) || element.attributes().any(uses) {
            let href = gone.href();
            let made = element.declare(href.as_deref(), gone.prefix().as_deref());
            for node in std::iter::once(element).chain(element.attributes()) {
                if uses(node) && made.is_some() {
                    node.set_ns(made);
                }
            }
            continue;
        }
        pending.extend(element.children().filter(|child| child.is_element()));
    }
}

/// `DOMElement::removeAttribute()`
pub fn remove_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let modern = is_modern(call, element);
    let done = match find(call, element, args.bytes(0))? {
        Some(found) => remove(call, element, found)?,
        None => false,
    };
    Ok(if modern { Value::NULL } else { Value::bool(done) })
}

/// `DOMElement::hasAttribute()`
pub fn has_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    Ok(Value::bool(find(call, element, args.bytes(0))?.is_some()))
}

/// `DOMElement::toggleAttribute()`
pub fn toggle_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let mut given = name::until_nul(args.bytes(0)).to_vec();
    if !name::is_name(call, &given)? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let modern = is_modern(call, element);
    let in_html = element.doc().is_some_and(|document| document.kind() == Kind::Html);
    if is_html(element) || (in_html && !modern && element.ns().is_none()) {
        given = given.to_ascii_lowercase();
    }
    let (is_open, force) = (args.is_null(1), args.flag(1));
    match find(call, element, &given)? {
        None if is_open || force => {
            quiet(call, || match (name::split(&given), &*given) {
                _ if modern => element.set_ns_prop(None, &given, b"").is_some(),
                ((Some(b"xmlns"), local), _) => element.declare(Some(b""), Some(local)).is_some(),
                (_, b"xmlns") => element.declare(Some(b""), None).is_some(),
                _ => element.set_prop(&given, b"").is_some(),
            })?;
            changed(call, element);
            Ok(Value::bool(true))
        }
        None => Ok(Value::bool(false)),
        Some(found) if is_open || !force => {
            remove(call, element, found)?;
            Ok(Value::bool(false))
        }
        Some(_) => Ok(Value::bool(true)),
    }
}

/// `DOMElement::getAttributeNode()`
pub fn get_attribute_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    match find(call, element, args.bytes(0))? {
        Some(Found::Attribute(attribute)) => object_of(call, attribute),
        Some(Found::Namespace(ns)) => super::namespace::object(call, ns, element),
        None if is_modern(call, element) => Ok(Value::NULL),
        None => Ok(Value::bool(false)),
    }
}

fn put_node(call: &mut Call<'_>, args: &Arguments, by_uri: bool) -> Res<Value> {
    let (element, attribute) = (this(call, args)?, argument(call, args, 0)?);
    if is_modern(call, element) {
        if attribute.parent().is_some_and(|parent| parent != element) {
            return Err(thrown(call, Code::Inuse));
        }
        modern::adopt(call, attribute, element.doc())?;
    } else if attribute.doc().is_some() && attribute.doc() != element.doc() {
        return refused(call, element, Code::WrongDocument);
    }
    let local = attribute.name().unwrap_or_default();
    let modern = is_modern(call, element);
    let uri = attribute.uri().filter(|_| by_uri || modern);
    let known = quiet(call, || match &uri {
        None if !modern => element.has_prop(&local),
        uri => element.has_ns_prop(&local, uri.as_deref()),
    })?;
    let known = known.filter(|known| known.kind() == Kind::Attribute);
    if known == Some(attribute) {
        return Ok(Value::NULL);
    }
    let before = maybe(call, known)?;
    if let Some(known) = known {
        quiet(call, || known.unlink())?;
    }
    super::insert::join_document(call, attribute, element)?;
    quiet(call, || {
        attribute.unlink();
        element.append_attribute(attribute);
        if attribute.is_id()
            && let Some(value) = attribute.content()
        {
            attribute.add_id(&value);
        }
    })?;
    changed(call, element);
    if is_modern(call, element) {
        mark_html_id(Some(attribute));
    } else {
        quiet(call, || reconcile_attribute(element, attribute))?;
    }
    Ok(before)
}

/// Has an element declare what an attribute is in.
pub fn reconcile_attribute(element: Node, attribute: Node) {
    let Some(ns) = attribute.ns() else { return };
    let (prefix, href) = (ns.prefix(), ns.href().unwrap_or_default());
    let known = element.search_ns(prefix.as_deref());
    if known.is_some_and(|known| known.href().is_some_and(|known| known == href)) {
        attribute.set_ns(known);
        return;
    }
    let made = element
        .search_href(&href)
        .filter(|known| known.prefix().is_some())
        .or_else(|| element.declare(Some(&href), prefix.as_deref()))
        .or_else(|| declare_numbered(element, &href, &prefix.unwrap_or_default()));
    attribute.set_ns(made);
}

/// Declares a namespace under a prefix with a number, which means nothing yet.
fn declare_numbered(element: Node, uri: &[u8], prefix: &[u8]) -> Option<Ns> {
    let numbered = (1..=1000).map(|number| [prefix, number.to_string().as_bytes()].concat());
    let free = numbered.into_iter().find(|prefix| element.search_ns(Some(prefix)).is_none())?;
    element.declare(Some(uri), Some(&free))
}

/// `DOMElement::setAttributeNode()`
pub fn set_attribute_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    put_node(call, args, false)
}

/// `DOMElement::setAttributeNodeNS()`
pub fn set_attribute_node_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    put_node(call, args, true)
}

/// `DOMElement::removeAttributeNode()`
pub fn remove_attribute_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (element, attribute) = (this(call, args)?, argument(call, args, 0)?);
    if attribute.kind() != Kind::Attribute || attribute.parent() != Some(element) {
        return refused(call, element, Code::NotFound);
    }
    quiet(call, || attribute.unlink())?;
    changed(call, element);
    object_of(call, attribute)
}

/// `DOMElement::getAttributeNS()`
pub fn get_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let (uri, local) = (args.bytes(0), args.bytes(1));
    let modern = is_modern(call, element);
    let found = quiet(call, || match uri.is_empty() && (modern || args.is_null(0)) {
        true => element.plain_prop(local),
        false => element.ns_prop(local, uri),
    })?;
    if let Some(found) = found {
        return text(call, &found);
    }
    if !modern && uri == XMLNS {
        let prefix = if local == b"xmlns" { None } else { Some(local) };
        if let Some(ns) = declaration(element, prefix) {
            return maybe_text(call, ns.href());
        }
    }
    none(call, element)
}

fn set_plain(call: &mut Call<'_>, element: Node, local: &[u8], value: &[u8]) -> Res<()> {
    let known = quiet(call, || element.has_prop(local))?;
    match known.filter(|known| known.kind() == Kind::Attribute) {
        Some(known) => set_value(call, known, value),
        None => quiet(call, || element.set_prop(local, value)).map(|_| ()),
    }
}

/// The namespace that an attribute gets: one with a prefix.
fn attribute_ns(element: Node, uri: &[u8], prefix: Option<&[u8]>) -> Option<Ns> {
    match element.search_href(uri) {
        Some(known) if known.prefix().is_some() => Some(known),
        Some(_) => {
            let fits = |ns: &Ns| ns.prefix().is_some() && ns.href().as_deref() == Some(uri);
            let known = element.ns_in_scope().into_iter().find(fits);
            known.or_else(|| name::declare_otherwise(element, uri))
        }
        None => name::declare(element, uri, prefix),
    }
}

/// `DOMElement::setAttributeNS()`
pub fn set_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let (uri, given) = (args.bytes(0), args.bytes(1));
    let value = name::until_nul(args.bytes(2));
    changed(call, element);
    if is_modern(call, element) {
        return set_attribute_ns_modern(call, element, args);
    }
    if given.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let (prefix, local) = match name::checked(call, given, uri)? {
        Ok(parts) => parts,
        Err(code) => return refused(call, element, code).map(|_| Value::NULL),
    };
    if uri.is_empty() {
        if !name::is_name(call, local)? {
            return Err(thrown(call, Code::InvalidCharacter));
        }
        set_plain(call, element, local, value)?;
        return Ok(Value::NULL);
    }
    let is_declaration =
        uri == XMLNS && (prefix == Some(b"xmlns") || (prefix.is_none() && local == b"xmlns"));
    if is_declaration {
        let declared = prefix.map(|_| local);
        quiet(call, || match declaration(element, declared) {
            Some(ns) => ns.set_href(Some(value)),
            None => {
                element.declare(Some(value), declared);
                element.reconcile_ns();
            }
        })?;
        return Ok(Value::NULL);
    }
    set_in_namespace(call, element, (prefix, local), (uri, value))
}

fn set_in_namespace(
    call: &mut Call<'_>,
    element: Node,
    (prefix, local): (Option<&[u8]>, &[u8]),
    (uri, value): (&[u8], &[u8]),
) -> Res<Value> {
    let known = quiet(call, || element.has_ns_prop(local, Some(uri)))?;
    if let Some(known) = known.filter(|known| known.kind() == Kind::Attribute) {
        set_value(call, known, value)?;
        return Ok(Value::NULL);
    }
    let is_known = quiet(call, || element.search_href(uri))?.is_some();
    if !is_known && !name::goes_with(prefix, uri) {
        return refused(call, element, Code::Namespace).map(|_| Value::NULL);
    }
    let made = quiet(call, || {
        let ns = attribute_ns(element, uri, prefix)?;
        element.set_ns_prop(Some(ns), local, value)
    })?;
    match made {
        Some(_) => Ok(Value::NULL),
        None => refused(call, element, Code::Namespace).map(|_| Value::NULL),
    }
}

fn set_attribute_ns_modern(call: &mut Call<'_>, element: Node, args: &Arguments) -> Res<Value> {
    let (uri, given) = (args.text(0).filter(|uri| !uri.is_empty()), args.bytes(1));
    let value = name::until_nul(args.bytes(2));
    let (prefix, local) = super::create::checked_modern(call, uri, given)?;
    let known = quiet(call, || element.has_ns_prop(local, uri))?;
    let ns = quiet(call, || super::create::own_ns(element.doc()?, uri?, prefix))?;
    if let Some(known) = known.filter(|known| known.kind() == Kind::Attribute) {
        known.set_ns(ns);
        set_value(call, known, value)?;
        return Ok(Value::NULL);
    }
    let made = quiet(call, || element.set_ns_prop(ns, local, value))?;
    mark_html_id(made);
    Ok(Value::NULL)
}

/// `DOMElement::removeAttributeNS()`
pub fn remove_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let local = args.bytes(1);
    if !is_modern(call, element)
        && let Some(ns) = declaration(element, Some(local))
    {
        if ns.href().as_deref() != uri {
            return Ok(Value::NULL);
        }
        quiet(call, || {
            ns.set_href(None);
            ns.set_prefix(None);
        })?;
    }
    let known = quiet(call, || element.has_ns_prop(local, uri))?;
    if let Some(known) = known.filter(|known| known.kind() == Kind::Attribute) {
        discard(call, known)?;
        changed(call, element);
    }
    Ok(Value::NULL)
}

/// `DOMElement::hasAttributeNS()`
pub fn has_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let local = args.bytes(1);
    let known = quiet(call, || element.has_ns_prop(local, uri))?.is_some();
    let modern = is_modern(call, element);
    let prefix = if local == b"xmlns" { None } else { Some(local) };
    let is_declared = !modern && uri == Some(XMLNS) && declaration(element, prefix).is_some();
    Ok(Value::bool(known || is_declared))
}

/// `DOMElement::getAttributeNodeNS()`
pub fn get_attribute_node_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let local = args.bytes(1);
    if let Some(known) = quiet(call, || element.has_ns_prop(local, uri))? {
        return object_of(call, known);
    }
    if uri == Some(XMLNS)
        && !is_modern(call, element)
        && let Some(ns) = declaration(element, Some(local))
    {
        return super::namespace::object(call, ns, element);
    }
    Ok(Value::NULL)
}

fn set_id(call: &mut Call<'_>, attribute: Node, is_id: bool) -> Res<()> {
    if is_id == attribute.is_id() {
        return Ok(());
    }
    quiet(call, || {
        if is_id {
            if let Some(value) = attribute.content() {
                attribute.add_id(&value);
            }
            attribute.set_attribute_type(2);
        } else {
            attribute.remove_id();
            attribute.set_attribute_type(0);
        }
    })?;
    changed(call, attribute);
    Ok(())
}

fn set_found_id(
    call: &mut Call<'_>,
    element: Node,
    found: Option<Node>,
    is_id: bool,
) -> Res<Value> {
    match found.filter(|found| found.kind() == Kind::Attribute) {
        Some(attribute) => set_id(call, attribute, is_id).map(|()| Value::NULL),
        None => refused(call, element, Code::NotFound).map(|_| Value::NULL),
    }
}

/// `DOMElement::setIdAttribute()`
pub fn set_id_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let found = quiet(call, || element.has_ns_prop(args.bytes(0), None))?;
    set_found_id(call, element, found, args.flag(1))
}

/// `DOMElement::setIdAttributeNS()`
pub fn set_id_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let element = this(call, args)?;
    let found = quiet(call, || element.has_ns_prop(args.bytes(1), args.text(0)))?;
    set_found_id(call, element, found, args.flag(2))
}

/// `DOMElement::setIdAttributeNode()`
pub fn set_id_attribute_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (element, attribute) = (this(call, args)?, argument(call, args, 0)?);
    let found = (attribute.parent() == Some(element)).then_some(attribute);
    set_found_id(call, element, found, args.flag(1))
}

/// Sets an attribute without namespace, as a property does.
pub fn reflect(call: &mut Call<'_>, element: Node, attribute: &[u8], value: &[u8]) -> Res<()> {
    set_plain(call, element, attribute, value)?;
    changed(call, element);
    if attribute == b"id"
        && let Some(attribute) = quiet(call, || element.has_ns_prop(b"id", None))?
    {
        set_id(call, attribute, true)?;
    }
    Ok(())
}

/// The first element of a document that an identifier means.
pub fn by_id(call: &mut Call<'_>, document: Node, id: &[u8]) -> Res<Option<Node>> {
    if call.state::<Store>().changes(document) == 1 {
        let known = quiet(call, || document.attribute_by_id(id))?;
        if let Some(element) = known.and_then(Node::parent) {
            return Ok(Some(element));
        }
    }
    quiet(call, || {
        super::walk::elements(document).find(|element| {
            element.attributes().any(|attr| attr.is_id() && attr.content().as_deref() == Some(id))
        })
    })
}

/// `DOMAttr::isId()`
pub fn is_id(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let attribute = this(call, args)?;
    Ok(Value::bool(attribute.is_id()))
}
