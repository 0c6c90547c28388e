//! New nodes, and nodes of other documents.

use libxml2::{Checked, Kind, Node, Ns, check_name};
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, refused, thrown, thrown_as};
use super::name::{self, XML, XMLNS};
use super::object::{HTML, argument, fresh, is_modern, object_of, this};
use crate::bridge::quiet;
use crate::store::Store;

/// Makes the object of a constructor a node without document.
fn begin(call: &mut Call<'_>, args: &Arguments, node: Option<Node>) -> Res<Value> {
    super::object::become_node(call, args, node)
}

/// `DOMText::__construct()`
pub fn text(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let made = quiet(call, || Node::new_text(None, name::until_nul(args.bytes(0))))?;
    begin(call, args, made)
}

/// `DOMCdataSection::__construct()`
pub fn cdata(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let made = quiet(call, || Node::new_cdata(None, args.bytes(0)))?;
    begin(call, args, made)
}

/// `DOMComment::__construct()`
pub fn comment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let made = quiet(call, || Node::new_comment(None, args.bytes(0)))?;
    begin(call, args, made)
}

/// `DOMDocumentFragment::__construct()`
pub fn fragment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let made = quiet(call, || Node::new_fragment(None))?;
    begin(call, args, made)
}

/// `DOMAttr::__construct()`
pub fn attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if !name::is_name(call, args.bytes(0))? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let made = quiet(call, || Node::new_attribute(None, args.bytes(0), Some(args.bytes(1))))?;
    begin(call, args, made)
}

/// `DOMProcessingInstruction::__construct()`
pub fn pi(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if !name::is_name(call, args.bytes(0))? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let data = args.text(1).filter(|data| !data.is_empty());
    let made = quiet(call, || Node::new_pi(None, args.bytes(0), data))?;
    begin(call, args, made)
}

/// `DOMEntityReference::__construct()`
pub fn reference(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if !name::is_name(call, args.bytes(0))? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let made = quiet(call, || Node::new_reference(None, args.bytes(0)))?;
    begin(call, args, made)
}

/// `DOMDocument::createElement()`
pub fn create_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let given = name::until_nul(args.bytes(0)).to_vec();
    if !name::is_name(call, &given)? {
        return refused(call, document, Code::InvalidCharacter);
    }
    let modern = is_modern(call, document);
    let made = quiet(call, || {
        if modern && document.kind() == Kind::Html {
            let made = Node::new_element(Some(document), &given.to_ascii_lowercase(), None)?;
            made.set_ns(own_ns(document, HTML, None));
            return Some(made);
        }
        let value = args.text(1).filter(|_| !modern).map(name::until_nul);
        Node::new_element(Some(document), &given, value)
    })?;
    fresh(call, made)
}

/// `DOMDocument::createDocumentFragment()`
pub fn create_fragment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let made = quiet(call, || Node::new_fragment(Some(document)))?;
    fresh(call, made)
}

/// `DOMDocument::createTextNode()`
pub fn create_text(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let made = quiet(call, || Node::new_text(Some(document), name::until_nul(args.bytes(0))))?;
    fresh(call, made)
}

/// `DOMDocument::createComment()`
pub fn create_comment(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let made = quiet(call, || Node::new_comment(Some(document), args.bytes(0)))?;
    fresh(call, made)
}

/// `DOMDocument::createCDATASection()`
pub fn create_cdata(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    if is_modern(call, document) {
        if document.kind() == Kind::Html {
            let text = "This operation is not supported for HTML documents";
            return Err(thrown_as(call, Code::NotSupported, text));
        }
        if args.bytes(0).windows(3).any(|part| part == b"]]>") {
            let text = "Invalid character sequence \"]]>\" in CDATA section";
            return Err(thrown_as(call, Code::InvalidCharacter, text));
        }
    }
    let made = quiet(call, || Node::new_cdata(Some(document), args.bytes(0)))?;
    fresh(call, made)
}

/// `DOMDocument::createProcessingInstruction()`
pub fn create_pi(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    if !name::is_name(call, args.bytes(0))? {
        return refused(call, document, Code::InvalidCharacter);
    }
    if is_modern(call, document) && args.bytes(1).windows(2).any(|part| part == b"?>") {
        let text = "Invalid character sequence \"?>\" in processing instruction";
        return Err(thrown_as(call, Code::InvalidCharacter, text));
    }
    let data = args.text(1).filter(|data| !data.is_empty());
    let made = quiet(call, || Node::new_pi(Some(document), args.bytes(0), data))?;
    fresh(call, made)
}

/// `DOMDocument::createAttribute()`
pub fn create_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let given = args.bytes(0).to_vec();
    if given.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if !name::is_name(call, &given)? {
        return refused(call, document, Code::InvalidCharacter);
    }
    let folds = document.kind() == Kind::Html && is_modern(call, document);
    let given = if folds { given.to_ascii_lowercase() } else { given };
    let made = quiet(call, || Node::new_attribute(Some(document), &given, None))?;
    fresh(call, made)
}

/// `DOMDocument::createEntityReference()`
pub fn create_reference(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    if !name::is_name(call, args.bytes(0))? {
        return refused(call, document, Code::InvalidCharacter);
    }
    let made = quiet(call, || Node::new_reference(Some(document), args.bytes(0)))?;
    fresh(call, made)
}

/// `DOMDocument::createElementNS()`
pub fn create_element_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    if is_modern(call, document) {
        return create_element_ns_modern(call, document, args);
    }
    let uri = args.text(0);
    let (prefix, local) = match name::checked(call, args.bytes(1), uri.unwrap_or_default())? {
        Ok(parts) => parts,
        Err(code) => return refused(call, document, code),
    };
    if !quiet(call, || check_name(local, Checked::Name))? {
        return refused(call, document, Code::InvalidCharacter);
    }
    if let Some(uri) = uri
        && !name::goes_with(prefix, uri)
        && !(uri == XML && prefix.is_some())
    {
        return refused(call, document, Code::Namespace);
    }
    let value = args.text(2).filter(|value| !value.is_empty()).map(name::until_nul);
    let made = quiet(call, || {
        let element = Node::new_element(Some(document), local, value)?;
        if let Some(uri) = uri {
            let known = element.search_href(uri);
            element.set_ns(known.or_else(|| name::declare(element, uri, prefix)));
        }
        Some(element)
    })?;
    fresh(call, made)
}

/// A namespace that a document of the new classes keeps for its nodes.
pub fn own_ns(document: Node, uri: &[u8], prefix: Option<&[u8]>) -> Option<Ns> {
    let is_it = |ns: &Ns| ns.prefix().as_deref() == prefix && ns.href().as_deref() == Some(uri);
    let known = document.stray_list().into_iter().find(is_it);
    known.or_else(|| document.stray_ns(uri, prefix))
}

/// Splits a name that is to be in a namespace, by the rules of the living standard.
pub fn checked_modern<'a>(
    call: &mut Call<'_>,
    uri: Option<&[u8]>,
    given: &'a [u8],
) -> Res<(Option<&'a [u8]>, &'a [u8])> {
    let given = name::until_nul(given);
    if !name::is_qualified(call, given)? {
        return Err(thrown(call, Code::InvalidCharacter));
    }
    let (prefix, local) = name::split(given);
    let is_xmlns = given == b"xmlns" || prefix == Some(b"xmlns");
    let is_bad = (prefix.is_some() && uri.is_none())
        || (prefix == Some(b"xml") && uri != Some(XML))
        || (is_xmlns != (uri == Some(XMLNS)));
    if is_bad {
        return Err(thrown(call, Code::Namespace));
    }
    Ok((prefix, local))
}

fn create_element_ns_modern(call: &mut Call<'_>, document: Node, args: &Arguments) -> Res<Value> {
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let (prefix, local) = checked_modern(call, uri, args.bytes(1))?;
    let made = quiet(call, || {
        let element = Node::new_element(Some(document), local, None)?;
        if let Some(uri) = uri {
            element.set_ns(own_ns(document, uri, prefix));
        }
        Some(element)
    })?;
    fresh(call, made)
}

/// `DOMDocument::createAttributeNS()`
pub fn create_attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = this(call, args)?;
    let uri = args.text(0).filter(|uri| !uri.is_empty());
    let modern = is_modern(call, document);
    if modern {
        let (prefix, local) = checked_modern(call, uri, args.bytes(1))?;
        let made = quiet(call, || {
            let attribute = Node::new_attribute(Some(document), local, None)?;
            attribute.set_ns(uri.and_then(|uri| own_ns(document, uri, prefix)));
            Some(attribute)
        })?;
        return fresh(call, made);
    }
    let Some(root) = quiet(call, || document.root_element())? else {
        call.warn("Document Missing Root Element")?;
        return Ok(Value::bool(false));
    };
    let given = name::until_nul(args.bytes(1));
    let is_good = name::is_qualified(call, given)?;
    let (prefix, local) = name::split(given);
    let is_xmlns = given == b"xmlns" || prefix == Some(b"xmlns");
    let fits = (prefix.is_none() || uri.is_some())
        && (prefix != Some(b"xml") || uri == Some(XML))
        && is_xmlns == (uri == Some(XMLNS));
    if !is_good || !fits {
        return refused(call, document, Code::Namespace);
    }
    let made = quiet(call, || {
        let attribute = Node::new_attribute(Some(document), local, None)?;
        if let Some(uri) = uri {
            let known = root.search_href(uri);
            let ns = if given == b"xmlns" || prefix == Some(b"xml") {
                known.or_else(|| document.stray_ns(uri, prefix))
            } else {
                known
                    .filter(|known| known.prefix().is_some())
                    .or_else(|| name::declare(root, uri, Some(prefix.unwrap_or(b"default"))))
            };
            attribute.set_ns(ns);
        }
        Some(attribute)
    })?;
    fresh(call, made)
}

/// Gives the nodes of a tree that came from elsewhere namespaces of this document.
pub fn rehome(root: Node, modern: bool) {
    let Some(document) = root.doc() else { return };
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        for node in std::iter::once(node).chain(node.attributes()) {
            let Some(ns) = node.ns() else { continue };
            let lineage = || std::iter::successors(Some(node), |node| node.parent());
            if lineage().any(|node| node.declared().any(|known| known == ns)) {
                continue;
            }
            let (href, prefix) = (ns.href().unwrap_or_default(), ns.prefix());
            node.set_ns(None);
            let is_it =
                |known: &Ns| known.prefix() == prefix && known.href().as_deref() == Some(&href);
            let known = lineage().find_map(|node| node.declared().find(is_it));
            let made = known.or_else(|| {
                if modern || !root.is_element() || prefix.as_deref() == Some(b"xml") {
                    own_ns(document, &href, prefix.as_deref())
                } else {
                    name::declare(root, &href, prefix.as_deref())
                }
            });
            node.set_ns(made);
        }
        if node.kind() != Kind::EntityRef {
            pending.extend(node.children());
        }
    }
}

/// A copy of a node for a document.
pub fn copy(node: Node, document: Option<Node>, deep: bool) -> Option<Node> {
    if node.kind() == Kind::Fragment && !deep {
        return Node::new_fragment(document);
    }
    let made = node.copy_for(document, deep)?;
    if !deep && node.is_element() {
        made.set_line(0);
    }
    Some(made)
}

/// `DOMDocument::importNode()`
pub fn import_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (document, node) = (this(call, args)?, argument(call, args, 0)?);
    let modern = is_modern(call, document);
    if node.is_document() {
        if modern {
            return Err(thrown(call, Code::NotSupported));
        }
        call.warn("Cannot import: Node Type Not Supported")?;
        return Ok(Value::bool(false));
    }
    if node.doc() == Some(document) && !modern {
        return object_of(call, node);
    }
    let mut templates = Vec::new();
    let made = quiet(call, || {
        if modern {
            let made = super::copy::tree(node, document, args.flag(1))?;
            if args.flag(1) {
                super::template::copy(node, made, &mut templates);
            }
            return Some(made);
        }
        let made = copy(node, Some(document), args.flag(1))?;
        if let (Some(ns), Kind::Attribute, None) = (node.ns(), made.kind(), made.ns()) {
            let (href, prefix) = (ns.href().unwrap_or_default(), ns.prefix());
            let own = match document.root_element() {
                Some(root) => root
                    .search_href(&href)
                    .filter(|known| known.prefix().is_some())
                    .or_else(|| name::declare(root, &href, prefix.as_deref())),
                None => own_ns(document, &href, prefix.as_deref()),
            };
            made.set_ns(own);
        }
        rehome(made, false);
        Some(made)
    })?;
    super::template::keep(call, templates);
    match made {
        Some(made) => object_of(call, made),
        None => Ok(Value::bool(false)),
    }
}

/// `DOMDocument::adoptNode()`
pub fn adopt_node(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (document, node) = (this(call, args)?, argument(call, args, 0)?);
    let modern = is_modern(call, document);
    if node.is_document() || (!modern && matches!(node.kind(), Kind::Dtd | Kind::EntityDecl)) {
        if modern {
            return Err(thrown(call, Code::NotSupported));
        }
        return refused(call, document, Code::NotSupported);
    }
    move_to(call, node, document)?;
    Ok(args.value(0).clone())
}

/// Moves a tree to a document.
pub fn move_to(call: &mut Call<'_>, node: Node, document: Node) -> Res<()> {
    let store = call.state::<Store>();
    store.changed(node);
    let modern = store.settings(document).is_modern;
    let from = node.doc().filter(|from| modern && *from != document);
    quiet(call, || {
        node.unlink();
        if node.doc() != Some(document) {
            node.set_doc(Some(document));
            rehome(node, modern);
        }
    })?;
    super::template::follow(call, node, from);
    call.state::<Store>().moved(node);
    Ok(())
}
