//! What the reader of HTML builds.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{
    Attribute, ExpandedName, LocalName, ParseOpts, QualName, ns, parse_document, parse_fragment,
};
use libxml2::{Kind, Node};

use super::create::own_ns;

/// A node that is being built, and the name of an element.
#[derive(Clone)]
struct Handle {
    node: Node,
    name: Option<Rc<QualName>>,
}

impl From<Node> for Handle {
    fn from(node: Node) -> Self {
        Self { node, name: None }
    }
}

struct Sink {
    document: Node,
    quirks: Cell<u8>,
}

fn attributes(node: Node, document: Node, attributes: Vec<Attribute>, only_missing: bool) {
    for attribute in attributes {
        let local = attribute.name.local.as_bytes();
        let space = attribute.name.ns.as_bytes();
        let uri = (!space.is_empty()).then_some(space);
        let is_there =
            node.attributes().any(|own| own.is_named(local) && own.uri().as_deref() == uri);
        if only_missing && is_there {
            continue;
        }
        let prefix = attribute.name.prefix.as_ref().map(|prefix| prefix.as_bytes());
        let ns = uri.and_then(|uri| own_ns(document, uri, prefix));
        let made = node.add_ns_prop(ns, local, Some(attribute.value.as_bytes()));
        if let Some(made) = made.filter(|_| uri.is_none() && local == b"id") {
            made.set_attribute_type(2);
        }
    }
}

impl Sink {
    fn put(&self, parent: Node, child: NodeOrText<Handle>, before: Option<Node>) {
        match child {
            NodeOrText::AppendNode(handle) => {
                handle.node.unlink();
                match before {
                    Some(before) => parent.insert_plain(handle.node, before),
                    None => parent.append_plain(handle.node),
                }
            }
            NodeOrText::AppendText(text) => {
                let last = match before {
                    Some(before) => before.prev(),
                    None => parent.last_child(),
                };
                if let Some(last) = last.filter(|last| last.kind() == Kind::Text) {
                    last.concat_text(text.as_bytes());
                    return;
                }
                let Some(made) = Node::new_text(Some(self.document), text.as_bytes()) else {
                    return;
                };
                match before {
                    Some(before) => parent.insert_plain(made, before),
                    None => parent.append_plain(made),
                }
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.document.into()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        static NONE: std::sync::LazyLock<QualName> =
            std::sync::LazyLock::new(|| QualName::new(None, ns!(), LocalName::from("")));
        target.name.as_deref().unwrap_or(&NONE).expanded()
    }

    fn create_element(&self, name: QualName, given: Vec<Attribute>, _: ElementFlags) -> Handle {
        let made = Node::new_element(Some(self.document), name.local.as_bytes(), None);
        let Some(node) = made else { return self.document.into() };
        let prefix = name.prefix.as_ref().map(|prefix| prefix.as_bytes());
        if !name.ns.is_empty() {
            node.set_ns(own_ns(self.document, name.ns.as_bytes(), prefix));
        }
        attributes(node, self.document, given, false);
        Handle { node, name: Some(Rc::new(name)) }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        let made = Node::new_comment(Some(self.document), text.as_bytes());
        made.unwrap_or(self.document).into()
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        let data: &[u8] = data.as_bytes();
        let made = Node::new_pi(Some(self.document), target.as_bytes(), Some(data));
        made.unwrap_or(self.document).into()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.node, child, None);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match element.node.parent() {
            Some(parent) => self.put(parent, child, Some(element.node)),
            None => self.append(prev_element, child),
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        let part = |text: &StrTendril| (!text.is_empty()).then(|| text.as_bytes().to_vec());
        let (public, system) = (part(&public), part(&system));
        let document = Some(self.document);
        Node::new_dtd(document, name.as_bytes(), public.as_deref(), system.as_deref());
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.node == y.node
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(match mode {
            QuirksMode::Quirks => 1,
            QuirksMode::LimitedQuirks => 2,
            QuirksMode::NoQuirks => 0,
        });
    }

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        if let Some(parent) = sibling.node.parent() {
            self.put(parent, new_node, Some(sibling.node));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, given: Vec<Attribute>) {
        attributes(target.node, self.document, given, true);
    }

    fn remove_from_parent(&self, target: &Handle) {
        target.node.unlink();
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let children: Vec<Node> = node.node.children().collect();
        for child in children {
            child.unlink();
            new_parent.node.append_plain(child);
        }
    }
}

/// The document that a text is, and its quirks.
pub fn document(source: &str) -> Option<(Node, u8)> {
    let document = Node::new_html_doc()?;
    let sink = Sink { document, quirks: Cell::new(0) };
    let sink = parse_document(sink, ParseOpts::default()).one(source);
    Some((document, sink.quirks.get()))
}

/// Puts what a text is inside of an element into it.
pub fn fragment(element: Node, source: &str) {
    let Some(document) = element.doc() else { return };
    let Some(holder) = Node::new_html_doc() else { return };
    let local = String::from_utf8_lossy(&element.name().unwrap_or_default()).into_owned();
    let name = QualName::new(None, ns!(html), LocalName::from(local));
    let sink = Sink { document: holder, quirks: Cell::new(0) };
    parse_fragment(sink, ParseOpts::default(), name, Vec::new(), false).one(source);
    let root = holder.children().find(|child| child.is_element());
    let children: Vec<Node> = root.into_iter().flat_map(Node::children).collect();
    for child in children {
        child.unlink();
        child.set_doc(Some(document));
        super::create::rehome(child, true);
        element.append_plain(child);
    }
    holder.free_doc();
}
