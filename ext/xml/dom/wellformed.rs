//! Whether nodes of the new classes read back as what they are when they are written as XML.

use libxml2::{Checked, Kind, Node, check_name};

/// Whether a name has no prefix and is one.
pub fn is_local(name: &[u8]) -> bool {
    !name.contains(&b':') && check_name(name, Checked::Name)
}

/// Whether an element has two attributes of one name.
pub fn has_twins(element: Node) -> bool {
    let mut names: Vec<_> =
        element.attributes().map(|attribute| (attribute.uri(), attribute.name())).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    names.len() < count
}

/// Whether the name of an attribute may be written.
pub fn is_attribute(attribute: Node) -> bool {
    let name = attribute.name().unwrap_or_default();
    is_local(&name) && !(name == b"xmlns" && attribute.uri().is_none())
}

fn is_char(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn are_chars(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| text.chars().all(is_char))
}

fn has(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|own| own == part)
}

/// Whether a node without children may be written.
pub fn is_leaf(node: Node) -> bool {
    let data = node.data().unwrap_or_default();
    match node.kind() {
        Kind::Text => are_chars(&data),
        Kind::Comment => are_chars(&data) && !has(&data, b"--") && !data.ends_with(b"-"),
        Kind::Pi => {
            let target = node.name().unwrap_or_default();
            let is_bad = target.contains(&b':') || target.eq_ignore_ascii_case(b"xml");
            !is_bad && are_chars(&data) && !has(&data, b"?>")
        }
        _ => true,
    }
}
