//! Trees of the new classes as XML, as the standard of parsing and serialisation has it:
//! declarations of namespaces are attributes there, and what is not declared is declared on the way.
//!
//! # Invariants
//! - What an element declares is known inside it and nowhere else.
//! - Where the standard is known to give what does not read back, PHP's mending is followed.

use std::rc::Rc;

use libxml2::{Kind, Node};

use super::html::is_void;
use super::name::{XML, XMLNS};
use super::object::HTML;
use super::{template, wellformed};

/// How elements without content and lines are written.
#[derive(Clone, Copy, Default)]
pub struct Style {
    /// With an end tag.
    pub end_tags: bool,
    /// With lines.
    pub indents: bool,
    /// Not at all when it would not read back.
    pub is_checked: bool,
}

/// A name as it is written.
#[derive(Clone, Default)]
struct Name {
    prefix: Option<Vec<u8>>,
    local: Vec<u8>,
}

/// The namespace that names without prefix are in.
type Space = Rc<Option<Vec<u8>>>;

/// What is left to write.
enum Step {
    Node(Node, Space, Option<usize>),
    /// The end of an element, and how many prefixes were known before it.
    End(Name, usize),
    Break(usize),
}

/// What one element declares.
#[derive(Default)]
struct Local {
    /// Prefixes and what they mean.
    prefixes: Vec<(Vec<u8>, Vec<u8>)>,
    /// The namespace of names without prefix.
    default: Option<Vec<u8>>,
    /// Whether the declaration of that is left out.
    drops_default: bool,
}

impl Local {
    fn meaning(&self, prefix: &[u8]) -> Option<&[u8]> {
        self.prefixes.iter().find(|(own, _)| own == prefix).map(|(_, uri)| uri.as_slice())
    }

    fn add(&mut self, prefix: &[u8], uri: &[u8]) {
        if self.meaning(prefix).is_none() {
            self.prefixes.push((prefix.to_vec(), uri.to_vec()));
        }
    }

    /// What names without prefix are in below an element.
    fn inherited(&self, space: &Space) -> Space {
        match &self.default {
            None => space.clone(),
            Some(uri) => Rc::new(Some(uri.clone()).filter(|uri| !uri.is_empty())),
        }
    }
}

struct Writer {
    out: Vec<u8>,
    /// Namespaces and prefixes for them, the nearest last.
    known: Vec<(Vec<u8>, Vec<u8>)>,
    /// The number of the next prefix that is made up.
    number: usize,
    style: Style,
}

fn escape(out: &mut Vec<u8>, text: &[u8], is_attribute: bool) {
    for &byte in text {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' if is_attribute => out.extend_from_slice(b"&quot;"),
            b'\t' if is_attribute => out.extend_from_slice(b"&#9;"),
            b'\n' if is_attribute => out.extend_from_slice(b"&#10;"),
            b'\r' if is_attribute => out.extend_from_slice(b"&#13;"),
            byte => out.push(byte),
        }
    }
}

/// The text of an attribute up to its first reference.
fn first_text(attribute: Node) -> Vec<u8> {
    let first = attribute.first_child();
    first.filter(|first| first.is_text()).and_then(Node::data).unwrap_or_default()
}

fn is_declaration(attribute: Node) -> bool {
    attribute.uri().as_deref() == Some(XMLNS)
}

fn write_value(out: &mut Vec<u8>, attribute: Node) {
    out.extend(attribute.name().unwrap_or_default());
    out.extend_from_slice(b"=\"");
    for part in attribute.children() {
        match part.kind() {
            Kind::Text => escape(out, &part.data().unwrap_or_default(), true),
            Kind::EntityRef => {
                out.push(b'&');
                escape(out, &part.name().unwrap_or_default(), true);
                out.push(b';');
            }
            _ => {}
        }
    }
    out.push(b'"');
}

impl Writer {
    fn write_name(&mut self, name: &Name) {
        if let Some(prefix) = &name.prefix {
            self.out.extend_from_slice(prefix);
            self.out.push(b':');
        }
        self.out.extend_from_slice(&name.local);
    }

    fn declare(&mut self, prefix: Option<&[u8]>, uri: &[u8]) {
        self.out.extend_from_slice(b" xmlns");
        if let Some(prefix) = prefix {
            self.out.push(b':');
            self.out.extend_from_slice(prefix);
        }
        self.out.extend_from_slice(b"=\"");
        escape(&mut self.out, uri, true);
        self.out.push(b'"');
    }

    fn learn(&mut self, prefix: &[u8], uri: &[u8]) {
        self.known.push((uri.to_vec(), prefix.to_vec()));
    }

    fn is_known(&self, prefix: &[u8], uri: &[u8]) -> bool {
        self.known.iter().any(|(own, known)| own == uri && known == prefix)
    }

    /// Notes what an element declares.
    fn record(&mut self, node: Node) -> Local {
        let mut local = Local::default();
        for attribute in node.attributes().filter(|attribute| is_declaration(*attribute)) {
            let uri = first_text(attribute);
            if attribute.prefix().is_none() {
                local.default = Some(uri);
                continue;
            }
            let prefix = attribute.name().unwrap_or_default();
            if uri == XML || self.is_known(&prefix, &uri) {
                continue;
            }
            self.learn(&prefix, &uri);
            local.add(&prefix, &uri);
        }
        local
    }

    /// The prefix that a namespace gets: the wanted one if it means that, or the nearest.
    fn prefix_for(&self, local: &Local, wanted: Option<&[u8]>, uri: &[u8]) -> Option<Vec<u8>> {
        let fits = |prefix: &[u8]| local.meaning(prefix).is_none_or(|meant| meant == uri);
        let all = self.known.iter().rev().filter(|(own, prefix)| own == uri && fits(prefix));
        let mut nearest = None;
        for (_, prefix) in all {
            if prefix.as_slice() == wanted.unwrap_or_default() {
                return Some(prefix.clone());
            }
            nearest = nearest.or(Some(prefix));
        }
        nearest.cloned()
    }

    /// A prefix that nobody has.
    fn make_prefix(&mut self, local: &mut Local, uri: &[u8]) -> Vec<u8> {
        loop {
            let prefix = format!("ns{}", self.number).into_bytes();
            self.number += 1;
            if local.meaning(&prefix).is_none() {
                self.learn(&prefix, uri);
                local.add(&prefix, uri);
                return prefix;
            }
        }
    }

    /// The prefix itself where it is free, otherwise one that is made up.
    fn free_prefix(&mut self, local: &mut Local, wanted: Option<&[u8]>, uri: &[u8]) -> Vec<u8> {
        match wanted.filter(|wanted| local.meaning(wanted).is_none()) {
            Some(wanted) => {
                self.learn(wanted, uri);
                local.add(wanted, uri);
                wanted.to_vec()
            }
            None => self.make_prefix(local, uri),
        }
    }

    /// Writes the name of an element with what has to be declared for it. What names without prefix
    /// are in below it.
    fn open(&mut self, node: Node, local: &mut Local, space: &Space) -> Option<(Name, Space)> {
        let own = node.name().unwrap_or_default();
        let uri = node.uri();
        self.out.push(b'<');
        if **space == uri {
            local.drops_default = local.default.is_some();
            let prefix = (uri.as_deref() == Some(XML)).then(|| b"xml".to_vec());
            let name = Name { prefix, local: own };
            self.write_name(&name);
            return Some((name, space.clone()));
        }
        let (wanted, href) = (node.prefix(), uri.clone().unwrap_or_default());
        let is_default = wanted.is_none() && local.default.clone().unwrap_or_default() == href;
        let mut found = match is_default {
            true => None,
            false => self.prefix_for(local, wanted.as_deref(), &href),
        };
        if wanted.as_deref() == Some(b"xmlns") {
            if self.style.is_checked {
                return None;
            }
            found.clone_from(&wanted);
        }
        if found.is_some() {
            let name = Name { prefix: found, local: own };
            self.write_name(&name);
            let is_xml = local.default.as_deref() == Some(XML);
            return Some((name, if is_xml { space.clone() } else { local.inherited(space) }));
        }
        if wanted.is_some() {
            let prefix = self.free_prefix(local, wanted.as_deref(), &href);
            let name = Name { prefix: Some(prefix.clone()), local: own };
            self.write_name(&name);
            self.declare(Some(&prefix), &href);
            return Some((name, local.inherited(space)));
        }
        let name = Name { prefix: None, local: own };
        self.write_name(&name);
        if local.default.as_deref() != Some(href.as_slice()) {
            local.drops_default = true;
            self.declare(None, &href);
        }
        Some((name, Rc::new(uri)))
    }

    /// Whether a declaration says nothing new.
    fn is_left_out(&self, element: Node, attribute: Node, local: &Local) -> bool {
        let value = first_text(attribute);
        if value == XML {
            return true;
        }
        if attribute.prefix().is_none() {
            return local.drops_default && element.uri().unwrap_or_default() != value;
        }
        let prefix = attribute.name().unwrap_or_default();
        local.meaning(&prefix) != Some(value.as_slice()) && self.is_known(&prefix, &value)
    }

    fn attributes(&mut self, element: Node, local: &mut Local) -> Option<()> {
        if self.style.is_checked && wellformed::has_twins(element) {
            return None;
        }
        for attribute in element.attributes() {
            let wanted = attribute.prefix();
            let mut prefix = None;
            if let Some(uri) = attribute.uri() {
                prefix = self.prefix_for(local, wanted.as_deref(), &uri);
                if uri == XMLNS {
                    if self.is_left_out(element, attribute, local) {
                        continue;
                    }
                    if wanted.as_deref() == Some(b"xmlns") {
                        prefix.clone_from(&wanted);
                    }
                    let value = first_text(attribute);
                    let is_bad = value == XMLNS || (value.is_empty() && prefix.is_some());
                    if self.style.is_checked && is_bad {
                        return None;
                    }
                } else if prefix.is_none() {
                    let made = self.free_prefix(local, wanted.as_deref(), &uri);
                    self.declare(Some(&made), &uri);
                    prefix = Some(made);
                }
            }
            if self.style.is_checked && !wellformed::is_attribute(attribute) {
                return None;
            }
            self.out.push(b' ');
            if let Some(prefix) = prefix {
                self.out.extend([&prefix, b":".as_slice()].concat());
            }
            write_value(&mut self.out, attribute);
        }
        Some(())
    }

    fn leaf(&mut self, node: Node) -> Option<()> {
        if self.style.is_checked && !wellformed::is_leaf(node) {
            return None;
        }
        let data = node.data().unwrap_or_default();
        let name = node.name().unwrap_or_default();
        let out = &mut self.out;
        match node.kind() {
            Kind::Text => escape(out, &data, false),
            Kind::Cdata => out.extend([b"<![CDATA[".as_slice(), &data, b"]]>"].concat()),
            Kind::Comment => out.extend([b"<!--".as_slice(), &data, b"-->"].concat()),
            Kind::Pi => out.extend([b"<?".as_slice(), &name, b" ", &data, b"?>"].concat()),
            Kind::EntityRef => out.extend([b"&".as_slice(), &name, b";"].concat()),
            Kind::Attribute => {
                if let Some(prefix) = node.prefix() {
                    out.extend([&prefix, b":".as_slice()].concat());
                }
                write_value(out, node);
            }
            _ => out.extend(node.dump(None, false).unwrap_or_default()),
        }
        if node.kind() == Kind::Dtd {
            out.push(b'\n');
        }
        Some(())
    }

    fn element(
        &mut self,
        pending: &mut Vec<Step>,
        node: Node,
        (space, indent): (&Space, Option<usize>),
    ) -> Option<()> {
        if self.style.is_checked && !wellformed::is_local(&node.name().unwrap_or_default()) {
            return None;
        }
        let meanings = self.known.len();
        let mut local = self.record(node);
        let (name, space) = self.open(node, &mut local, space)?;
        self.attributes(node, &mut local)?;
        let is_html = node.uri().as_deref() == Some(HTML);
        let is_void = is_html && is_void(node);
        let children = template::written(node);
        let is_empty = children.is_empty();
        if is_empty && !self.style.end_tags && (is_void || !is_html) {
            self.out.extend_from_slice(if is_void { b" />" } else { b"/>" });
            self.known.truncate(meanings);
            return Some(());
        }
        self.out.push(b'>');
        pending.push(Step::End(name, meanings));
        let is_mixed = |child: &Node| child.is_text() || child.kind() == Kind::EntityRef;
        let indent = indent.filter(|_| !is_empty && !children.iter().any(is_mixed));
        pending.extend(indent.map(Step::Break));
        for child in children.into_iter().rev() {
            let inner = indent.map(|indent| indent + 1);
            pending.push(Step::Node(child, space.clone(), inner));
            pending.extend(inner.map(Step::Break));
        }
        Some(())
    }

    fn run(&mut self, node: Node) -> Option<()> {
        let indent = self.style.indents.then_some(0);
        let mut pending = vec![Step::Node(node, Rc::new(None), indent)];
        while let Some(step) = pending.pop() {
            match step {
                Step::Break(depth) => {
                    self.out.push(b'\n');
                    self.out.extend(std::iter::repeat_n(b' ', 2 * depth));
                }
                Step::End(name, meanings) => {
                    self.out.extend_from_slice(b"</");
                    self.write_name(&name);
                    self.out.push(b'>');
                    self.known.truncate(meanings);
                }
                Step::Node(node, space, indent) if node.is_element() => {
                    self.element(&mut pending, node, (&space, indent))?;
                }
                Step::Node(node, space, indent)
                    if node.is_document() || node.kind() == Kind::Fragment =>
                {
                    let children: Vec<Node> = node.children().collect();
                    let steps = children.into_iter().rev();
                    pending.extend(steps.map(|child| Step::Node(child, space.clone(), indent)));
                }
                Step::Node(node, ..) => self.leaf(node)?,
            }
        }
        Some(())
    }
}

/// A node, or what is inside a document or fragment, as XML; nothing when it is to read back and
/// would not.
pub fn xml(node: Node, style: Style) -> Option<Vec<u8>> {
    let known = vec![(XML.to_vec(), b"xml".to_vec())];
    let mut writer = Writer { out: Vec::new(), known, number: 1, style };
    writer.run(node)?;
    Some(writer.out)
}
