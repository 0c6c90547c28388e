//! What the reader of HTML builds.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, QualName, ns};
use libxml2::{Kind, Node};

use super::create::own_ns;
use super::template;

/// A node that is being built, and the name of an element.
#[derive(Clone)]
pub struct Handle {
    node: Node,
    name: Option<Rc<QualName>>,
}

impl From<Node> for Handle {
    fn from(node: Node) -> Self {
        Self { node, name: None }
    }
}

/// What is built.
pub struct Sink {
    /// The document.
    pub document: Node,
    /// 0 without quirks, 1 with, 2 with few.
    pub quirks: Cell<u8>,
    /// What templates hold.
    pub templates: RefCell<Vec<Node>>,
    /// What the builder says that is wrong.
    pub said: RefCell<Vec<Cow<'static, str>>>,
    /// Whether what is HTML has no namespace.
    is_plain: bool,
    /// The line that is read, from 0.
    line: Cell<usize>,
}

/// The mode of the reader for quirks.
pub fn mode(quirks: u8) -> QuirksMode {
    match quirks {
        1 => QuirksMode::Quirks,
        2 => QuirksMode::LimitedQuirks,
        _ => QuirksMode::NoQuirks,
    }
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
    /// Builds a document.
    pub fn new(document: Node, is_plain: bool) -> Self {
        Self {
            document,
            quirks: Cell::new(0),
            templates: RefCell::default(),
            said: RefCell::default(),
            is_plain,
            line: Cell::new(0),
        }
    }

    /// The element that a text is inside of; it is in no tree.
    pub fn context(&self, name: QualName) -> Handle {
        Handle { node: self.document, name: Some(Rc::new(name)) }
    }

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
                made.set_line(self.line.get());
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

    fn parse_error(&self, said: Cow<'static, str>) {
        self.said.borrow_mut().push(said);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).map_or(0, |line| line.saturating_sub(1)));
    }

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
        node.set_line(self.line.get());
        let prefix = name.prefix.as_ref().map(|prefix| prefix.as_bytes());
        if !(name.ns.is_empty() || self.is_plain && name.ns == ns!(html)) {
            node.set_ns(own_ns(self.document, name.ns.as_bytes(), prefix));
        }
        attributes(node, self.document, given, false);
        if template::is_template(node) {
            template::ensured(node, &mut self.templates.borrow_mut());
        }
        Handle { node, name: Some(Rc::new(name)) }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        let Some(made) = Node::new_comment(Some(self.document), text.as_bytes()) else {
            return self.document.into();
        };
        made.set_line(self.line.get());
        made.into()
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
        target.node.template().map_or_else(|| target.clone(), Handle::from)
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
