//! Selectors of CSS.

mod matching;
mod parse;

use libxml2::Node;
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::error::{Code, thrown_as};
use super::object::{maybe, object_of, this};
use super::{list, walk};
use crate::bridge::quiet;
use crate::store::Store;

/// How a compound is related to the one on its left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    /// It is below.
    Descendant,
    /// It is a child.
    Child,
    /// It is next to it.
    Next,
    /// It is behind it.
    Behind,
}

/// How the value of an attribute is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compare {
    /// It is there.
    Exists,
    /// It is this.
    Is,
    /// One of its words is this.
    Word,
    /// It is this, or begins with it and a hyphen.
    Dash,
    /// It begins with this.
    Begins,
    /// It ends with this.
    Ends,
    /// This is in it.
    Has,
}

/// One condition on an element.
#[derive(Clone, Debug)]
pub enum Simple {
    /// Any element.
    Any,
    /// The name.
    Type(Vec<u8>),
    /// The identifier.
    Id(Vec<u8>),
    /// A class.
    Class(Vec<u8>),
    /// An attribute.
    Attribute { name: Vec<u8>, how: Compare, value: Vec<u8>, folds: bool },
    /// `:is()` and `:where()`, and `:not()`.
    Is(List, bool),
    /// `:has()`
    Has(Vec<(Relation, Complex)>),
    /// A position among siblings: every `step`th from `start`.
    Nth { step: i64, start: i64, from_end: bool, of_type: bool, of: Option<List> },
    /// `:empty`
    Empty,
    /// `:root`
    Root,
    /// `:any-link`
    Link,
    /// `:checked`
    Checked,
    /// `:disabled`, or `:enabled`.
    Disabled(bool),
    /// `:required`, or `:optional`.
    Required(bool),
    /// `:read-write`, or `:read-only`.
    Writable(bool),
    /// `:placeholder-shown`
    Placeholder,
    /// What nothing is.
    Never,
}

/// Conditions on one element.
pub type Compound = Vec<Simple>;

/// Compounds from right to left, each with how it is related to the next one on its left.
pub type Complex = Vec<(Compound, Relation)>;

/// Selectors, of which one has to fit.
pub type List = Vec<Complex>;

/// Why a text is no selector that there is.
#[derive(Debug)]
pub enum Why {
    /// It is none.
    Malformed(String),
    /// It is one, which is not supported.
    Unsupported,
    /// It is one that nobody knows the meaning of.
    Undecided,
}

fn parsed(call: &mut Call<'_>, text: &[u8]) -> Res<List> {
    match parse::list(text) {
        Ok(list) => Ok(list),
        Err(Why::Malformed(why)) => {
            let text = format!("Invalid selector ({why})");
            Err(thrown_as(call, Code::Syntax, &text))
        }
        Err(Why::Unsupported) => Err(call.value_error(1, "contains an unsupported selector")),
        Err(Why::Undecided) => {
            let text = ":blank selector is not implemented because CSSWG has not yet decided its \
                        semantics (https://github.com/w3c/csswg-drafts/issues/1967)";
            Err(thrown_as(call, Code::NotSupported, text))
        }
    }
}

/// Whether a document has quirks.
fn is_quirky(call: &mut Call<'_>, node: Node) -> bool {
    call.state::<Store>().settings(node).quirks == 1
}

/// `Dom\Element::querySelector()`
pub fn first(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let top = this(call, args)?;
    let list = parsed(call, args.bytes(0))?;
    let quirky = is_quirky(call, top);
    let found =
        quiet(call, || walk::elements(top).find(|node| matching::fits(&list, *node, quirky)))?;
    maybe(call, found)
}

/// `Dom\Element::querySelectorAll()`
pub fn all(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let top = this(call, args)?;
    let list = parsed(call, args.bytes(0))?;
    let quirky = is_quirky(call, top);
    let found: Vec<Node> = quiet(call, || {
        walk::elements(top).filter(|node| matching::fits(&list, *node, quirky)).collect()
    })?;
    let mut values = Vec::new();
    for node in found {
        values.push(object_of(call, node)?);
    }
    list::fixed(call, values, true)
}

/// `Dom\Element::matches()`
pub fn matches(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let list = parsed(call, args.bytes(0))?;
    let quirky = is_quirky(call, node);
    quiet(call, || matching::fits(&list, node, quirky)).map(Value::bool)
}

/// `Dom\Element::closest()`
pub fn closest(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let node = this(call, args)?;
    let list = parsed(call, args.bytes(0))?;
    let quirky = is_quirky(call, node);
    let found = quiet(call, || {
        std::iter::successors(Some(node), |node| node.parent())
            .find(|at| at.is_element() && matching::fits(&list, *at, quirky))
    })?;
    maybe(call, found)
}
