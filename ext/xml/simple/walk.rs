//! What objects are of, and the nodes that they stand for.

use libxml2::{Kind, Node};
use runtime::native::{Arguments, Call};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::Simples;
use crate::store::Store;

/// What an object is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Of {
    /// A node.
    #[default]
    Node,
    /// The children of a node with a name.
    Named,
    /// The children of a node.
    Children,
    /// The attributes of a node.
    Attributes,
}

/// An object of the class.
#[derive(Clone, Default)]
pub struct Simple {
    /// What it is.
    pub of: Of,
    /// The name of children or attributes.
    pub name: Option<Vec<u8>>,
    /// The namespace, or its prefix.
    pub space: Option<Vec<u8>>,
    /// Whether it is the prefix.
    pub is_prefix: bool,
    /// Where its iteration is.
    pub here: Option<Value>,
    /// What prefixes mean in expressions.
    pub prefixes: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Simple {
    /// Whether a node is in the namespace.
    pub fn fits(&self, node: Node) -> bool {
        let ns = node.ns();
        let Some(space) = &self.space else {
            return ns.is_none_or(|ns| ns.prefix().is_none());
        };
        let own = if self.is_prefix {
            ns.and_then(|ns| ns.prefix())
        } else {
            ns.and_then(|ns| ns.href())
        };
        own.as_deref() == Some(space)
    }

    /// Whether a node has the name, where there is one.
    pub fn is_named(&self, node: Node) -> bool {
        self.name.as_deref().is_none_or(|name| node.is_named(name))
    }

    /// The first node at or behind another one that belongs to the object.
    pub fn next_at(&self, from: Option<Node>) -> Option<Node> {
        let kind = if self.of == Of::Attributes { Kind::Attribute } else { Kind::Element };
        let by_name = matches!(self.of, Of::Attributes | Of::Named);
        std::iter::successors(from, |node| node.next()).find(|node| {
            node.kind() == kind && self.fits(*node) && (!by_name || self.is_named(*node))
        })
    }

    /// The first node that belongs to the object.
    pub fn first(&self, node: Node) -> Option<Node> {
        let from = match self.of {
            Of::Attributes => node.first_attribute(),
            _ => node.first_child(),
        };
        self.next_at(from)
    }

    /// The node that an object stands for: its own, or the first that belongs to it.
    pub fn stands_for(&self, node: Node) -> Option<Node> {
        if self.of == Of::Node { Some(node) } else { self.first(node) }
    }

    /// An object of the same kind for another node.
    pub fn like(&self, of: Of, name: Option<&[u8]>) -> Self {
        Self {
            of,
            name: name.map(<[u8]>::to_vec),
            space: self.space.clone().filter(|space| !space.is_empty()),
            is_prefix: self.is_prefix,
            ..Self::default()
        }
    }

    /// The element at a position, from a node on, and how many there were before it.
    pub fn at(&self, offset: i64, from: Option<Node>) -> (Option<Node>, i64) {
        if self.of == Of::Node {
            return (from.filter(|_| offset == 0), 0);
        }
        let mut count = 0;
        for node in std::iter::successors(from, |node| node.next()) {
            let belongs = node.is_element()
                && self.fits(node)
                && (self.of == Of::Children || (self.of == Of::Named && self.is_named(node)));
            if belongs && count == offset {
                return (Some(node), count);
            }
            count += i64::from(belongs);
            if count > offset {
                break;
            }
        }
        (None, count)
    }

    /// The attribute at a position or with a name.
    pub fn attribute(&self, from: Option<Node>, key: &Attribute) -> Option<Node> {
        let test = self.of == Of::Attributes && self.name.is_some();
        let mut all = std::iter::successors(from, |node| node.next()).filter(|node| {
            node.kind() == Kind::Attribute && (!test || self.is_named(*node)) && self.fits(*node)
        });
        match key {
            Attribute::At(at) => all.nth(usize::try_from(*at).ok()?),
            Attribute::Named(name) => all.find(|node| node.is_named(name)),
        }
    }
}

/// How an attribute is asked for.
pub enum Attribute {
    /// By its position.
    At(i64),
    /// By its name.
    Named(Vec<u8>),
}

/// What an object is, and its node.
pub fn of(call: &mut Call<'_>, object: &Object) -> Res<(Simple, Option<Node>)> {
    let node = call.state::<Store>().node(object);
    let known = call.state::<Simples>().all.get(&object.downgrade()).cloned();
    match known {
        Some(known) => Ok((known, node.filter(|node| !node.is_document()))),
        None => {
            let text = "SimpleXMLElement is not properly initialized".to_owned();
            Err(call.throw(runtime::message::Message::Refused { text }))
        }
    }
}

/// The same, of the object that a method is called on.
pub fn this(call: &mut Call<'_>, args: &Arguments) -> Res<(Simple, Option<Node>)> {
    of(call, args.this())
}

/// A new object of the class of another.
pub fn made(call: &mut Call<'_>, like: &Object, node: Node, simple: Simple) -> Res<Value> {
    let value = call.host().new_instance(like.class())?;
    if let View::Object(object) = value.view() {
        begin(call, object, node, simple);
    }
    Ok(value)
}

/// Whether a node has neither attributes nor anything inside that counts.
fn is_empty(simple: &Simple, node: Node) -> bool {
    if !node.is_element() {
        return node.is_document();
    }
    let counts = |child: Node| match child.kind() {
        Kind::Text => {
            let is_alone = child.prev().is_none() && child.next().is_none();
            is_alone && child.data().is_some_and(|data| !data.is_empty())
        }
        Kind::Element => simple.fits(child),
        _ => true,
    };
    !node.attributes().any(|attribute| simple.fits(attribute)) && !node.children().any(counts)
}

/// Makes an object what it is.
pub fn begin(call: &mut Call<'_>, object: &Object, node: Node, simple: Simple) {
    let is_there = match simple.of {
        Of::Node => !is_empty(&simple, node),
        Of::Named => simple.first(node).is_some(),
        Of::Children | Of::Attributes => simple.first(node).is_some(),
    };
    object.set_falsy(!is_there);
    object.watch();
    call.state::<Store>().pin(object, node);
    call.state::<Simples>().all.insert(object.downgrade(), simple);
}
