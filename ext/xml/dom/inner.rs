//! `innerHTML`: what is inside an element as text, and texts to what is inside it.

use libxml2::parse::{How, Source, xml};
use libxml2::{Kind, Node};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, thrown_as};
use super::object::{changed, clear, text};
use super::serialize::{self, Style};
use super::{html, modern, reader, rename, template, xml as documents};
use crate::bridge::{self, Job, quiet, run};
use crate::store::Store;

/// Names and texts belong to their nodes.
const OPTION_NODICT: i32 = 1 << 12;
const OPTION_SILENT: i32 = (1 << 5) | (1 << 6);

/// What is inside an element, as text.
pub fn read(call: &mut Call<'_>, node: Node) -> Res<Value> {
    if node.doc().map(Node::kind) == Some(Kind::Html) {
        let bytes = quiet(call, || html::serialized(node, false))?;
        return text(call, &bytes);
    }
    let style = Style { is_checked: true, ..Style::default() };
    let bytes = quiet(call, || {
        let parts = node.children().map(|child| serialize::xml(child, style));
        parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat())
    })?;
    match bytes {
        Some(bytes) => text(call, &bytes),
        None => {
            let text = "The resulting XML serialization is not well-formed";
            Err(thrown_as(call, Code::Syntax, text))
        }
    }
}

/// Replaces what is inside an element by what a text is.
pub fn write(call: &mut Call<'_>, node: Node, source: &[u8]) -> Res<()> {
    if node.doc().map(Node::kind) == Some(Kind::Html) {
        return write_html(call, node, source);
    }
    let name = node.qualified_name();
    let scope = quiet(call, || rename::scope_above(node))?;
    let mut whole = [b"<".as_slice(), &name].concat();
    for (prefix, uri) in scope {
        let prefix = prefix.map(|prefix| [b":".to_vec(), prefix].concat()).unwrap_or_default();
        whole.extend([b" xmlns".as_slice(), &prefix, b"=\"", &uri, b"\""].concat());
    }
    whole.extend([b">".as_slice(), source, b"</", &name, b">"].concat());
    let how =
        How { options: OPTION_NODICT | OPTION_SILENT, encoding: Some(b"UTF-8"), ..How::default() };
    let parse = || xml(Source::Memory(&whole), how);
    let parsed = run(call, Job::new(bridge::Style::Silent), parse)?;
    let root = parsed.doc.filter(|_| parsed.is_clean).and_then(|document| {
        let root = document.root_element()?;
        (root.next().is_none() && root.prev().is_none()).then_some(root)
    });
    let Some(root) = root else {
        quiet(call, || parsed.doc.into_iter().for_each(Node::free_doc))?;
        return Err(thrown_as(call, Code::Syntax, "XML fragment is not well-formed"));
    };
    let fragment = quiet(call, || {
        documents::declarations_to_attributes(root);
        let fragment = Node::new_fragment(node.doc());
        let children: Vec<Node> = root.children().collect();
        for child in children {
            child.unlink();
            child.set_doc(node.doc());
            super::create::rehome(child, true);
            fragment.into_iter().for_each(|fragment| fragment.append_plain(child));
        }
        parsed.doc.into_iter().for_each(Node::free_doc);
        fragment
    })?;
    clear(call, node)?;
    changed(call, node);
    let Some(fragment) = fragment else { return Ok(()) };
    let done = modern::insert_plain(call, (node, fragment), None);
    call.state::<Store>().drop_tree(fragment);
    done
}

fn write_html(call: &mut Call<'_>, node: Node, source: &[u8]) -> Res<()> {
    let source = String::from_utf8_lossy(source);
    let quirks = call.state::<Store>().settings(node).quirks;
    let mut templates = Vec::new();
    let target = reader::target(node, &mut templates);
    clear(call, target)?;
    templates.extend(quiet(call, || reader::fragment(node, target, &source, quirks))?);
    template::keep(call, templates);
    changed(call, node);
    Ok(())
}
