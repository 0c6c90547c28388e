//! Trees of the new classes as XML: declarations of namespaces are attributes there, and what is
//! not declared is declared on the way.

use libxml2::{Kind, Node};

use super::html::is_void;
use super::name::{XML, XMLNS};
use super::object::HTML;

/// What prefixes mean at a place, the nearest last.
type Scope = Vec<(Option<Vec<u8>>, Vec<u8>)>;

fn escape(out: &mut Vec<u8>, text: &[u8], is_attribute: bool) {
    for &byte in text {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' if is_attribute => out.extend_from_slice(b"&quot;"),
            b'\t' if is_attribute => out.extend_from_slice(b"&#9;"),
            b'\n' if is_attribute => out.extend_from_slice(b"&#10;"),
            b'\r' => out.extend_from_slice(b"&#13;"),
            byte => out.push(byte),
        }
    }
}

fn meaning<'a>(scope: &'a Scope, prefix: Option<&[u8]>) -> Option<&'a [u8]> {
    scope.iter().rev().find(|(own, _)| own.as_deref() == prefix).map(|(_, uri)| uri.as_slice())
}

fn attribute(out: &mut Vec<u8>, name: &[u8], value: &[u8]) {
    out.push(b' ');
    out.extend_from_slice(name);
    out.extend_from_slice(b"=\"");
    escape(out, value, true);
    out.push(b'"');
}

/// The prefix that an attribute declares, if it declares one.
fn declared(node: Node) -> Option<Option<Vec<u8>>> {
    if node.uri().as_deref() != Some(XMLNS) {
        return None;
    }
    Some(node.prefix().and(node.name()))
}

fn start_tag(out: &mut Vec<u8>, node: Node, scope: &mut Scope) -> Vec<u8> {
    for attribute in node.attributes() {
        if let Some(prefix) = declared(attribute) {
            scope.push((prefix, attribute.content().unwrap_or_default()));
        }
    }
    let (prefix, uri) = (node.prefix(), node.uri().unwrap_or_default());
    let is_known = match meaning(scope, prefix.as_deref()) {
        Some(known) => known == uri,
        None => prefix.is_none() && uri.is_empty(),
    };
    let name = node.qualified_name();
    out.push(b'<');
    out.extend_from_slice(&name);
    if !is_known && prefix.as_deref() != Some(b"xml") {
        declare(out, prefix.as_deref(), &uri);
        scope.push((prefix, uri));
    }
    for own in node.attributes() {
        let prefix = own.prefix();
        if let (Some(prefix), Some(uri), None) = (&prefix, own.uri(), declared(own))
            && uri != XML
            && meaning(scope, Some(prefix)) != Some(uri.as_slice())
        {
            declare(out, Some(prefix), &uri);
            scope.push((Some(prefix.clone()), uri));
        }
        attribute(out, &own.qualified_name(), &own.content().unwrap_or_default());
    }
    name
}

fn declare(out: &mut Vec<u8>, prefix: Option<&[u8]>, uri: &[u8]) {
    let name = match prefix {
        Some(prefix) => [b"xmlns:".as_slice(), prefix].concat(),
        None => b"xmlns".to_vec(),
    };
    attribute(out, &name, uri);
}

/// What is left to write.
enum Step {
    Node(Node),
    /// The end of an element, and how many meanings there were before it.
    End(Vec<u8>, usize),
    Break(usize),
}

/// How elements without content and lines are written.
#[derive(Clone, Copy, Default)]
pub struct Style {
    /// With an end tag.
    pub end_tags: bool,
    /// With lines.
    pub indents: bool,
}

fn leaf(out: &mut Vec<u8>, node: Node) {
    let data = node.data().unwrap_or_default();
    let name = node.name().unwrap_or_default();
    match node.kind() {
        Kind::Text => escape(out, &data, false),
        Kind::Cdata => out.extend([b"<![CDATA[".as_slice(), &data, b"]]>"].concat()),
        Kind::Comment => out.extend([b"<!--".as_slice(), &data, b"-->"].concat()),
        Kind::Pi => out.extend([b"<?".as_slice(), &name, b" ", &data, b"?>"].concat()),
        Kind::EntityRef => out.extend([b"&".as_slice(), &name, b";"].concat()),
        _ => out.extend(node.dump(None, false).unwrap_or_default()),
    }
}

/// A node, or what is inside a document or fragment, as XML.
pub fn xml(node: Node, style: Style) -> Vec<u8> {
    let mut out = Vec::new();
    let mut scope: Scope = Vec::new();
    let mut pending = vec![Step::Node(node)];
    let mut depth = 0;
    while let Some(step) = pending.pop() {
        match step {
            Step::Break(depth) => {
                out.push(b'\n');
                out.extend(std::iter::repeat_n(b' ', 2 * depth));
            }
            Step::End(name, meanings) => {
                out.extend([b"</".as_slice(), &name, b">"].concat());
                scope.truncate(meanings);
                depth -= 1;
            }
            Step::Node(node) if node.is_element() => {
                let meanings = scope.len();
                let name = start_tag(&mut out, node, &mut scope);
                let is_html = node.uri().as_deref() == Some(HTML);
                let is_void = is_html && is_void(node);
                if node.first_child().is_none() && (is_void || !(style.end_tags || is_html)) {
                    out.extend_from_slice(if is_void { b" />" } else { b"/>" });
                    scope.truncate(meanings);
                    continue;
                }
                out.push(b'>');
                let breaks = style.indents
                    && node.first_child().is_some()
                    && !node.children().any(|child| child.is_text());
                depth += 1;
                pending.push(Step::End(name, meanings));
                if breaks {
                    pending.push(Step::Break(depth - 1));
                }
                let children: Vec<Node> = node.children().collect();
                for child in children.into_iter().rev() {
                    pending.push(Step::Node(child));
                    if breaks {
                        pending.push(Step::Break(depth));
                    }
                }
            }
            Step::Node(node) if node.is_document() || node.kind() == Kind::Fragment => {
                let is_document = node.is_document();
                let children: Vec<Node> = node.children().collect();
                for (at, child) in children.into_iter().enumerate().rev() {
                    pending.push(Step::Node(child));
                    if is_document && at > 0 {
                        pending.push(Step::Break(0));
                    }
                }
            }
            Step::Node(node) => leaf(&mut out, node),
        }
    }
    out
}
