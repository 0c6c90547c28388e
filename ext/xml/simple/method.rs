//! The methods.

use libxml2::xpath::{Context, Found};
use libxml2::{Format, Kind, Node};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::Simples;
use super::walk::{Of, Simple, begin, made, of, this};
use crate::bridge::{Job, Style, quiet, run};
use crate::dom::object::split_name;
use crate::store::Store;

fn stands(call: &mut Call<'_>, args: &Arguments) -> Res<(Simple, Option<Node>)> {
    let (simple, node) = this(call, args)?;
    let node = node.and_then(|node| simple.stands_for(node));
    Ok((simple, node))
}

pub fn xpath(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, node) = stands(call, args)?;
    if simple.of == Of::Attributes {
        return Ok(Value::NULL);
    }
    let Some(node) = node else { return Ok(Value::NULL) };
    let Some(document) = node.doc() else { return Ok(Value::NULL) };
    let scope = quiet(call, || node.ns_in_scope())?;
    let prefixes = &simple.prefixes;
    let held = run(call, Job::new(Style::Full), || {
        let mut context = Context::new(document)?;
        for (prefix, uri) in prefixes {
            context.register_ns(prefix, uri);
        }
        context.evaluate(args.bytes(0), document, node, &scope)
    })?;
    let Some(held) = held else { return Ok(Value::bool(false)) };
    let mut values = Vec::new();
    for found in held.nodes() {
        let Found::Node(found) = found else { continue };
        let parent = found.parent();
        let value = match (found.kind(), parent) {
            (Kind::Text, Some(parent)) => made(call, args.this(), parent, Simple::default())?,
            (Kind::Attribute, Some(parent)) => {
                let simple = Simple {
                    of: Of::Attributes,
                    name: found.name(),
                    space: found.uri(),
                    ..Simple::default()
                };
                made(call, args.this(), parent, simple)?
            }
            (Kind::Element | Kind::Pi | Kind::Comment, _) => {
                made(call, args.this(), found, Simple::default())?
            }
            _ => continue,
        };
        values.push(value);
    }
    Ok(call.list(values)?.into())
}

pub fn register(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    this(call, args)?;
    let pair = (args.bytes(0).to_vec(), args.bytes(1).to_vec());
    if pair.0.is_empty() {
        return Ok(Value::bool(false));
    }
    if let Some(known) = call.state::<Simples>().all.get_mut(&args.this().downgrade()) {
        known.prefixes.push(pair);
    }
    Ok(Value::bool(true))
}

pub fn save(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    let (_, node) = stands(call, args)?;
    let Some(node) = node else { return Ok(Value::bool(false)) };
    let document = node
        .doc()
        .filter(|document| node.parent() == Some(*document) && document.kind() == Kind::Document);
    let bytes = run(call, Job::new(Style::Full), || match document {
        Some(document) => document.save(document.encoding().as_deref(), Format::default()),
        None => node.dump_as(Format::default()),
    })?;
    let Some(bytes) = bytes else { return Ok(Value::bool(false)) };
    match args.text(0) {
        Some(name) => {
            let done = crate::dom::write_file(call, name, &bytes)?;
            Ok(Value::bool(!matches!(done.view(), View::Bool(false))))
        }
        None => Ok(call.str(&bytes)?.into()),
    }
}

fn note(call: &mut Call<'_>, list: &mut Array, ns: Option<libxml2::Ns>) -> Res<()> {
    let Some(ns) = ns else { return Ok(()) };
    let prefix = call.str(&ns.prefix().unwrap_or_default())?;
    if list.get(Key::of_str(&prefix)).is_none() {
        let href = call.str(&ns.href().unwrap_or_default())?;
        let set = list.set(Key::Str(&prefix), href.into());
        call.alloc(set)?;
    }
    Ok(())
}

fn used(call: &mut Call<'_>, list: &mut Array, node: Node, deep: bool) -> Res<()> {
    let mut pending = vec![node];
    while let Some(node) = pending.pop() {
        note(call, list, node.ns())?;
        for attribute in node.attributes() {
            note(call, list, attribute.ns())?;
        }
        if deep {
            let mut inner: Vec<Node> = node.children().filter(|node| node.is_element()).collect();
            inner.reverse();
            pending.extend(inner);
        }
    }
    Ok(())
}

pub fn namespaces(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (_, node) = stands(call, args)?;
    let mut list = Array::new();
    match node {
        Some(node) if node.is_element() => used(call, &mut list, node, args.flag(0))?,
        Some(node) => note(call, &mut list, node.ns())?,
        None => {}
    }
    Ok(list.into())
}

pub fn declared(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (_, node) = this(call, args)?;
    let at = match (node, args.flag(1)) {
        (Some(node), true) => match node.doc() {
            Some(document) => quiet(call, || document.root_element())?,
            None => None,
        },
        (node, _) => node,
    };
    let Some(at) = at else { return Ok(Value::bool(false)) };
    let mut list = Array::new();
    let mut pending = vec![at];
    while let Some(node) = pending.pop() {
        for ns in node.declared() {
            note(call, &mut list, Some(ns))?;
        }
        if args.flag(0) {
            let mut inner: Vec<Node> = node.children().filter(|node| node.is_element()).collect();
            inner.reverse();
            pending.extend(inner);
        }
    }
    Ok(list.into())
}

fn spaced(args: &Arguments, of: Of) -> Simple {
    let space = args.text(0).filter(|space| !space.is_empty()).map(<[u8]>::to_vec);
    Simple { of, space, is_prefix: args.flag(1), ..Simple::default() }
}

pub fn children(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, node) = stands(call, args)?;
    match node.filter(|_| simple.of != Of::Attributes) {
        Some(node) => made(call, args.this(), node, spaced(args, Of::Children)),
        None => Ok(Value::NULL),
    }
}

pub fn attributes(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, node) = stands(call, args)?;
    match node.filter(|_| simple.of != Of::Attributes) {
        Some(node) => made(call, args.this(), node, spaced(args, Of::Attributes)),
        None => Ok(Value::NULL),
    }
}

pub fn name(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (_, node) = stands(call, args)?;
    let name = node.and_then(Node::name).unwrap_or_default();
    Ok(call.str(&name)?.into())
}

pub fn add_child(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let (simple, node) = stands(call, args)?;
    if simple.of == Of::Attributes {
        call.warn("Cannot add element to attributes")?;
        return Ok(Value::NULL);
    }
    let Some(node) = node else {
        call.warn("Cannot add child. Parent is not a permanent member of the XML tree")?;
        return Ok(Value::NULL);
    };
    call.state::<Store>().changed(node);
    let (prefix, local) = split_name(args.bytes(0));
    let added = run(call, Job::new(Style::Full), || {
        let added = node.add_element(None, local, args.text(1))?;
        match args.text(2) {
            Some(b"") => {
                added.set_ns(None);
                added.declare(Some(b""), prefix);
            }
            Some(uri) => {
                let known = node.search_href(uri);
                added.set_ns(known.or_else(|| added.declare(Some(uri), prefix)));
            }
            None => {}
        }
        Some(added)
    })?;
    let Some(added) = added else { return Ok(Value::NULL) };
    args.this().set_falsy(false);
    let simple = Simple {
        name: Some(local.to_vec()),
        space: prefix.map(<[u8]>::to_vec),
        ..Simple::default()
    };
    made(call, args.this(), added, simple)
}

pub fn add_attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    if args.bytes(0).is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let (_, node) = stands(call, args)?;
    let element = node.and_then(|node| if node.is_element() { Some(node) } else { node.parent() });
    let Some(element) = element else {
        call.warn("Unable to locate parent Element")?;
        return Ok(Value::NULL);
    };
    let (prefix, local) = split_name(args.bytes(0));
    let uri = args.text(2);
    if prefix.is_none() && uri.is_some_and(|uri| !uri.is_empty()) {
        call.warn("Attribute requires prefix for namespace")?;
        return Ok(Value::NULL);
    }
    let known = quiet(call, || element.has_ns_prop(local, uri))?;
    if known.is_some_and(|known| known.kind() == Kind::Attribute) {
        call.warn("Attribute already exists")?;
        return Ok(Value::NULL);
    }
    call.state::<Store>().changed(element);
    quiet(call, || {
        let ns = uri.and_then(|uri| {
            element.search_href(uri).or_else(|| element.declare(Some(uri), prefix))
        });
        element.add_ns_prop(ns, local, Some(crate::dom::object::until_nul(args.bytes(1))));
    })?;
    Ok(Value::NULL)
}

pub fn count(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, node) = this(call, args)?;
    let first = node.and_then(|node| simple.first(node));
    let all = std::iter::successors(first, |node| simple.next_at(node.next()));
    Ok(Value::int(all.count() as i64))
}

fn set_here(call: &mut Call<'_>, args: &Arguments, here: Option<Value>) {
    let before = match call.state::<Simples>().all.get_mut(&args.this().downgrade()) {
        Some(known) => std::mem::replace(&mut known.here, here),
        None => None,
    };
    drop(before);
}

fn go_to(call: &mut Call<'_>, args: &Arguments, simple: &Simple, node: Option<Node>) -> Res<()> {
    let here = match node {
        Some(node) => Some(made(call, args.this(), node, simple.like(Of::Node, None))?),
        None => None,
    };
    set_here(call, args, here);
    Ok(())
}

pub fn rewind(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, node) = this(call, args)?;
    set_here(call, args, None);
    let first = node.and_then(|node| simple.first(node));
    go_to(call, args, &simple, first)?;
    Ok(Value::NULL)
}

pub fn valid(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, _) = this(call, args)?;
    Ok(Value::bool(simple.here.is_some()))
}

fn here(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match this(call, args)?.0.here {
        Some(here) => Ok(here),
        None => {
            let text = "Iterator not initialized or already consumed".to_owned();
            Err(call.throw(Message::Refused { text }))
        }
    }
}

pub fn current(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    here(call, args)
}

pub fn key(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let here = here(call, args)?;
    let View::Object(object) = here.view() else { return Ok(Value::NULL) };
    let (_, node) = of(call, object)?;
    let name = node.and_then(Node::name).unwrap_or_default();
    Ok(call.str(&name)?.into())
}

pub fn next(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, _) = this(call, args)?;
    let Some(here) = &simple.here else { return Ok(Value::NULL) };
    let View::Object(object) = here.view() else { return Ok(Value::NULL) };
    let (_, node) = of(call, object)?;
    let next = node.and_then(|node| simple.next_at(node.next()));
    go_to(call, args, &simple, next)?;
    Ok(Value::NULL)
}

pub fn has_children(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, _) = this(call, args)?;
    let Some(here) = simple.here.filter(|_| simple.of != Of::Attributes) else {
        return Ok(Value::bool(false));
    };
    let View::Object(object) = here.view() else { return Ok(Value::bool(false)) };
    let (_, node) = of(call, object)?;
    let has = node.is_some_and(|node| node.children().any(|child| child.is_element()));
    Ok(Value::bool(has))
}

pub fn get_children(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let (simple, _) = this(call, args)?;
    Ok(simple.here.filter(|_| simple.of != Of::Attributes).unwrap_or(Value::NULL))
}

pub fn compare(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let Some(other) = args.object(0) else { return Ok(Value::NULL) };
    let store = call.state::<Store>();
    let (left, right) = (store.node(args.this()), store.node(other));
    Ok(if left.is_some() && left == right { Value::int(0) } else { Value::NULL })
}

pub fn cloned(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let Some(from) = args.object(0) else { return Ok(Value::NULL) };
    if !call.state::<Simples>().all.contains_key(&from.downgrade()) {
        return Ok(Value::NULL);
    }
    let (simple, node) = of(call, from)?;
    let Some(node) = node else { return Ok(Value::NULL) };
    let is_root = node.parent().is_some_and(Node::is_document);
    let copy = quiet(call, || match node.doc().filter(|_| is_root) {
        Some(document) => document.copy_doc(true)?.root_element(),
        None => node.copy_for(node.doc(), true),
    })?;
    if let Some(copy) = copy {
        begin(call, args.this(), copy, Simple { here: None, ..simple });
    }
    Ok(Value::NULL)
}
