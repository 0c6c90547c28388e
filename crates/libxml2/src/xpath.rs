//! XPath.

use std::ffi::{c_int, c_void};
use std::ptr;

use crate::api::ffi;
use crate::host;
use crate::node::{Kind, Node};
use crate::ns::Ns;
use crate::raw::{XPathContext, XPathObject, XPathParserContext, XmlNode, XmlNs};
use crate::text::{Text, copied, taken};

/// A value of XPath.
pub struct Held(*mut XPathObject);

impl Drop for Held {
    fn drop(&mut self) {
        if !self.0.is_null() {
            ffi!(xmlXPathFreeObject(self.0));
        }
    }
}

/// What a value of XPath is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// Nodes.
    Nodes,
    /// A truth value.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// Something else.
    Other,
}

/// One of the nodes that an expression is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// A node.
    Node(Node),
    /// A namespace, and the element where it is in scope. It lives as long as the value.
    Namespace(Ns, Option<Node>),
}

/// What a function of an expression gives.
pub enum Given {
    /// Nothing: an empty text.
    Nothing,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Vec<u8>),
    /// A node.
    Node(Node),
    /// Nodes.
    Nodes(Vec<Node>),
}

impl Held {
    fn raw(&self) -> Option<&XPathObject> {
        // SAFETY: the value lives as long as this.
        unsafe { self.0.as_ref() }
    }

    /// What it is.
    pub fn kind(&self) -> Type {
        match self.raw().map_or(0, |raw| raw.kind) {
            1 | 9 => Type::Nodes,
            2 => Type::Bool,
            3 => Type::Number,
            4 => Type::Text,
            _ => Type::Other,
        }
    }

    /// As a truth value.
    pub fn boolean(&self) -> bool {
        self.raw().is_some_and(|raw| raw.boolean != 0)
    }

    /// As a number.
    pub fn number(&self) -> f64 {
        self.raw().map_or(f64::NAN, |raw| raw.number)
    }

    /// The text that it is.
    pub fn text(&self) -> Vec<u8> {
        self.raw().and_then(|raw| copied(raw.text)).unwrap_or_default()
    }

    /// What it is as a text.
    pub fn cast_text(&self) -> Vec<u8> {
        taken(ffi!(xmlXPathCastToString(self.0))).unwrap_or_default()
    }

    /// Its nodes in their order.
    pub fn nodes(&self) -> Vec<Found> {
        // SAFETY: the value's own set.
        let Some(set) = self.raw().and_then(|raw| unsafe { raw.nodes.as_ref() }) else {
            return Vec::new();
        };
        if self.kind() != Type::Nodes || set.nodes.is_null() {
            return Vec::new();
        }
        // SAFETY: the set has so many nodes.
        let nodes = unsafe { std::slice::from_raw_parts(set.nodes, set.count.max(0) as usize) };
        nodes.iter().filter_map(|node| found(*node)).collect()
    }

    /// The set, for the canonical form.
    pub(crate) fn set_ptr(&self) -> *mut c_void {
        self.raw().map_or(ptr::null_mut(), |raw| raw.nodes.cast())
    }
}

fn found(node: *mut XmlNode) -> Option<Found> {
    let node = Node::of(node)?;
    if node.kind() != Kind::Namespace {
        return Some(Found::Node(node));
    }
    let ns = Ns::of(node.ptr().cast())?;
    // The library keeps the element where a namespace is in scope in place of the next one.
    let element = ns.next().and_then(|next| Node::of(next.ptr().cast()));
    Some(Found::Namespace(ns, element.filter(|node| node.kind() != Kind::Namespace)))
}

/// Whether a node belongs to a set, for the canonical form.
pub(crate) fn is_visible(set: *mut c_void, node: *mut XmlNode, parent: *mut XmlNode) -> c_int {
    let Some(known) = Node::of(node) else { return 0 };
    if known.kind() != Kind::Namespace {
        return ffi!(xmlXPathNodeSetContains(set, node));
    }
    let Some(ns) = Ns::of(node.cast()) else { return 0 };
    // SAFETY: a namespace that the library hands out.
    let raw: &XmlNs = unsafe { &*ns.ptr() };
    let is_attribute = Node::of(parent).is_some_and(|node| node.kind() == Kind::Attribute);
    let of = match Node::of(parent).filter(|_| is_attribute) {
        Some(attribute) => attribute.parent().map_or(ptr::null_mut(), Node::ptr),
        None => parent,
    };
    let mut copy = XmlNs {
        next: of.cast(),
        kind: raw.kind,
        href: raw.href,
        prefix: raw.prefix,
        private: raw.private,
        context: raw.context,
    };
    ffi!(xmlXPathNodeSetContains(set, (&raw mut copy).cast()))
}

/// What expressions are evaluated with.
pub struct Context(*mut XPathContext);

impl Drop for Context {
    fn drop(&mut self) {
        ffi!(xmlXPathFreeContext(self.0));
    }
}

impl Context {
    /// For a document.
    pub fn new(doc: Node) -> Option<Self> {
        let made = ffi!(xmlXPathNewContext(doc.doc_ptr()));
        (!made.is_null()).then_some(Self(made))
    }

    fn raw(&mut self) -> &mut XPathContext {
        // SAFETY: it lives as long as this, and nobody else has a reference.
        unsafe { &mut *self.0 }
    }

    /// Says what a prefix means.
    pub fn register_ns(&mut self, prefix: &[u8], uri: &[u8]) -> bool {
        let (prefix, uri) = (Text::new(prefix), Text::new(uri));
        ffi!(xmlXPathRegisterNs(self.0, prefix.ptr(), uri.ptr())) == 0
    }

    /// Has a function of expressions ask the host.
    pub fn register_function(&mut self, uri: &[u8], name: &[u8]) -> bool {
        let (uri, name) = (Text::new(uri), Text::new(name));
        let body = call as *mut c_void;
        ffi!(xmlXPathRegisterFuncNS(self.0, name.ptr(), uri.ptr(), body)) == 0
    }

    /// Evaluates at a node, where these namespaces are in scope besides those registered.
    pub fn evaluate(&mut self, text: &[u8], doc: Node, node: Node, scope: &[Ns]) -> Option<Held> {
        let mut list: Vec<*mut XmlNs> = scope.iter().map(|ns| ns.ptr()).collect();
        let context = self.raw();
        context.doc = doc.doc_ptr();
        context.node = node.ptr();
        context.namespaces = if list.is_empty() { ptr::null_mut() } else { list.as_mut_ptr() };
        context.ns_nr = list.len() as c_int;
        let text = Text::new(text);
        let value = ffi!(xmlXPathEvalExpression(text.ptr(), self.0));
        let context = self.raw();
        context.node = ptr::null_mut();
        context.namespaces = ptr::null_mut();
        context.ns_nr = 0;
        (!value.is_null()).then_some(Held(value))
    }
}

extern "C" fn call(parser: *mut XPathParserContext, count: c_int) {
    // SAFETY: the library hands out the parser that calls.
    let Some(fields) = (unsafe { parser.as_ref() }) else { return };
    // SAFETY: a parser has its context.
    let Some(context) = (unsafe { fields.context.as_ref() }) else { return };
    let name = copied(context.function).unwrap_or_default();
    let space = copied(context.function_uri);
    let mut args: Vec<Held> = (0..count).map(|_| Held(ffi!(valuePop(parser)))).collect();
    args.reverse();
    let given = host::function(space.as_deref(), &name, args);
    let value = match given {
        Given::Nothing => text_value(b""),
        Given::Bool(flag) => ffi!(xmlXPathNewBoolean(c_int::from(flag))),
        Given::Number(number) => ffi!(xmlXPathNewFloat(number)),
        Given::Text(text) => text_value(&text),
        Given::Node(node) => ffi!(xmlXPathNewNodeSet(node.ptr())),
        Given::Nodes(nodes) => {
            let value = ffi!(xmlXPathNewNodeSet(ptr::null_mut()));
            // SAFETY: it was just made.
            let set = unsafe { value.as_ref() }.map_or(ptr::null_mut(), |value| value.nodes);
            for node in nodes {
                ffi!(xmlXPathNodeSetAdd(set.cast(), node.ptr()));
            }
            value
        }
    };
    ffi!(valuePush(parser, value));
}

fn text_value(text: &[u8]) -> *mut XPathObject {
    let text = Text::new(text);
    ffi!(xmlXPathNewString(text.ptr()))
}
