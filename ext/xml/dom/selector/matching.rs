//! Whether elements are what selectors ask for.

use libxml2::{Kind, Node};

use super::{Compare, Compound, List, Relation, Simple};
use crate::dom::object::{HTML, is_html};
use crate::dom::walk;

/// Whether an element fits one of the selectors.
pub fn fits(list: &List, node: Node, is_quirky: bool) -> bool {
    list.iter().any(|complex| fits_from(complex, node, is_quirky))
}

fn before(node: Node) -> Option<Node> {
    std::iter::successors(node.prev(), |node| node.prev()).find(|node| node.is_element())
}

fn above(node: Node) -> Option<Node> {
    node.parent().filter(|parent| parent.is_element())
}

fn fits_from(parts: &[(Compound, Relation)], node: Node, is_quirky: bool) -> bool {
    let Some(((compound, relation), rest)) = parts.split_first() else { return true };
    if !compound.iter().all(|simple| fits_simple(simple, node, is_quirky)) {
        return false;
    }
    if rest.is_empty() {
        return true;
    }
    let step: fn(Node) -> Option<Node> = match relation {
        Relation::Descendant | Relation::Child => above,
        Relation::Next | Relation::Behind => before,
    };
    let mut candidates = std::iter::successors(step(node), |node| step(*node));
    match relation {
        Relation::Child | Relation::Next => {
            candidates.next().is_some_and(|node| fits_from(rest, node, is_quirky))
        }
        _ => candidates.any(|node| fits_from(rest, node, is_quirky)),
    }
}

/// The value of an attribute without namespace.
fn attribute(node: Node, name: &[u8]) -> Option<Vec<u8>> {
    let folded = if is_html(node) { name.to_ascii_lowercase() } else { name.to_vec() };
    let is_it = |attribute: &Node| attribute.ns().is_none() && attribute.is_named(&folded);
    Some(node.attributes().find(is_it)?.content().unwrap_or_default())
}

/// Attributes of HTML whose values are the same in upper and lower case, between blanks.
const FOLDED: &str = " accept accept-charset align alink axis bgcolor charset checked clear codetype \
    color compact declare defer dir direction disabled enctype face frame hreflang http-equiv lang \
    language link media method multiple nohref noresize noshade nowrap readonly rel rev rules scope \
    scrolling selected shape target text type valign valuetype vlink ";

/// Whether values of an attribute are compared without regard to case.
fn is_folded(node: Node, name: &[u8]) -> bool {
    let name = [b" ".as_slice(), &name.to_ascii_lowercase(), b" "].concat();
    is_html(node) && FOLDED.as_bytes().windows(name.len()).any(|part| part == name)
}

/// Whether a name of a script is one of the document, whose names have no case with quirks.
fn is_same(own: &[u8], name: &[u8], is_quirky: bool) -> bool {
    if is_quirky { own.eq_ignore_ascii_case(name) } else { own == name }
}

fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty())
}

fn compares(own: &[u8], how: Compare, value: &[u8]) -> bool {
    match how {
        Compare::Exists => true,
        Compare::Is => own == value,
        Compare::Word => !value.is_empty() && words(own).any(|word| word == value),
        Compare::Dash => {
            own.strip_prefix(value).is_some_and(|rest| rest.is_empty() || rest[0] == b'-')
        }
        Compare::Begins => !value.is_empty() && own.starts_with(value),
        Compare::Ends => !value.is_empty() && own.ends_with(value),
        Compare::Has => !value.is_empty() && own.windows(value.len()).any(|part| part == value),
    }
}

fn is_named(node: Node, name: &[u8]) -> bool {
    let own = node.name().unwrap_or_default();
    if is_html(node) { own == name.to_ascii_lowercase() } else { own == name }
}

fn fits_simple(simple: &Simple, node: Node, is_quirky: bool) -> bool {
    match simple {
        Simple::Any => true,
        Simple::Never => false,
        Simple::Type(name) => is_named(node, name),
        Simple::Id(id) => node.plain_prop(b"id").is_some_and(|own| is_same(&own, id, is_quirky)),
        Simple::Class(class) => node
            .plain_prop(b"class")
            .is_some_and(|own| words(&own).any(|word| is_same(word, class, is_quirky))),
        Simple::Attribute { name, how, value, folds } => match attribute(node, name) {
            Some(own) if *folds || is_folded(node, name) => {
                compares(&own.to_ascii_lowercase(), *how, &value.to_ascii_lowercase())
            }
            Some(own) => compares(&own, *how, value),
            None => false,
        },
        Simple::Is(list, wanted) => fits(list, node, is_quirky) == *wanted,
        Simple::Has(all) => {
            all.iter().any(|(relation, complex)| has(*relation, complex, node, is_quirky))
        }
        Simple::Nth { step, start, from_end, of_type, of } => {
            let place = place(node, (*from_end, *of_type), of.as_ref(), is_quirky);
            place.is_some_and(|place| is_on(place, *step, *start))
        }
        Simple::Empty => !node.children().any(|child| {
            child.is_element()
                || (child.is_text() && child.data().is_some_and(|data| !data.is_empty()))
        }),
        Simple::Root => {
            node.parent().is_some_and(|top| top.is_document() || top.kind() == Kind::Fragment)
        }
        Simple::Required(wanted) => {
            is_any(node, &[b"input", b"select", b"textarea"])
                && attribute(node, b"required").is_some() == *wanted
        }
        Simple::Writable(wanted) => is_writable(node) == *wanted,
        Simple::Placeholder => {
            is_any(node, &[b"input", b"textarea"]) && attribute(node, b"placeholder").is_some()
        }
        Simple::Link => is_any(node, &[b"a", b"area"]) && attribute(node, b"href").is_some(),
        Simple::Checked => {
            let is_input = is_any(node, &[b"input"]) && attribute(node, b"checked").is_some();
            is_input || (is_any(node, &[b"option"]) && attribute(node, b"selected").is_some())
        }
        Simple::Disabled(wanted) => is_disabled(node) == *wanted,
    }
}

/// Whether a part of a form is switched off, by itself or by a fieldset around it.
fn is_disabled(node: Node) -> bool {
    const PARTS: &[&[u8]] =
        &[b"button", b"input", b"select", b"textarea", b"optgroup", b"fieldset"];
    let is_off = |node: Node| attribute(node, b"disabled").is_some();
    if is_any(node, PARTS) && is_off(node) {
        return true;
    }
    if !is_any(node, &[b"fieldset"]) {
        return false;
    }
    let around = std::iter::successors(above(node), |node| above(*node));
    for fieldset in around.filter(|around| is_any(*around, &[b"fieldset"]) && is_off(*around)) {
        let legend = fieldset.children().find(|child| is_any(*child, &[b"legend"]));
        if let Some(legend) = legend {
            return !std::iter::successors(Some(node), |node| node.parent())
                .any(|node| node == legend);
        }
    }
    false
}

fn is_writable(node: Node) -> bool {
    let is_open =
        || attribute(node, b"readonly").is_none() && attribute(node, b"disabled").is_none();
    (is_any(node, &[b"input", b"textarea"]) && is_open())
        || attribute(node, b"contenteditable").is_some_and(|text| text != b"false")
}

fn is_any(node: Node, names: &[&[u8]]) -> bool {
    node.uri().as_deref() == Some(HTML) && names.iter().any(|name| node.is_named(name))
}

fn has(relation: Relation, complex: &super::Complex, node: Node, is_quirky: bool) -> bool {
    let below = |top: Node| walk::elements(top).any(|inner| fits_from(complex, inner, is_quirky));
    let behind =
        || std::iter::successors(node.next(), |node| node.next()).filter(|node| node.is_element());
    match relation {
        Relation::Descendant => below(node),
        Relation::Child => node
            .children()
            .filter(|child| child.is_element())
            .any(|child| fits_from(complex, child, is_quirky)),
        Relation::Next => behind().next().is_some_and(|next| fits_from(complex, next, is_quirky)),
        Relation::Behind => behind().any(|next| fits_from(complex, next, is_quirky)),
    }
}

/// The position among siblings, from 1.
fn place(
    node: Node,
    (from_end, of_type): (bool, bool),
    of: Option<&List>,
    is_quirky: bool,
) -> Option<i64> {
    if of.is_some_and(|list| !fits(list, node, is_quirky)) || node.kind() != Kind::Element {
        return None;
    }
    let step: fn(Node) -> Option<Node> = if from_end { Node::next } else { Node::prev };
    let counts = |other: &Node| {
        other.is_element()
            && (!of_type || (other.name() == node.name() && other.uri() == node.uri()))
            && of.is_none_or(|list| fits(list, *other, is_quirky))
    };
    let others = std::iter::successors(step(node), |node| step(*node)).filter(counts).count();
    Some(others as i64 + 1)
}

fn is_on(place: i64, step: i64, start: i64) -> bool {
    let far = place.saturating_sub(start);
    if step == 0 { far == 0 } else { far % step == 0 && far / step >= 0 }
}
