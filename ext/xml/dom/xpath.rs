//! `DOMXPath`, and functions of scripts in its expressions.

use std::collections::HashMap;

use libxml2::Node;
use libxml2::xpath::{Context, Found, Given, Held, Type};
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::object::{Object, WeakObject};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::error::{Code, thrown_as};
use super::list;
use super::object::{argument, is_modern, object_of, optional, text};
use crate::bridge::{Job, Style, quiet, run};
use crate::store::Store;

/// The namespace of the functions that call scripts.
const PHP: &[u8] = b"http://php.net/xpath";

/// Which functions of scripts an expression may call.
#[derive(Clone, Default)]
struct Allowed {
    /// Whether it may call all.
    all: bool,
    /// By name.
    named: HashMap<Vec<u8>, Value>,
    /// By namespace and name, with a NUL between.
    spaced: HashMap<Vec<u8>, Value>,
}

struct XPath {
    context: Context,
    document: Node,
    /// Whether namespaces of the node are in scope.
    scopes: bool,
    allowed: Allowed,
}

/// Those of a request.
#[derive(Default)]
pub struct XPaths {
    all: HashMap<WeakObject, XPath>,
}

impl XPaths {
    /// Forgets one whose object is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        self.all.remove(&gone);
    }
}

fn with<T>(
    call: &mut Call<'_>,
    object: &Object,
    work: impl FnOnce(&mut Call<'_>, &mut XPath) -> Res<T>,
) -> Res<T> {
    let key = object.downgrade();
    let Some(mut xpath) = call.state::<XPaths>().all.remove(&key) else {
        let text = "Invalid XPath Context".to_owned();
        return Err(call.throw(Message::Refused { text }));
    };
    let result = work(call, &mut xpath);
    call.state::<XPaths>().all.insert(key, xpath);
    result
}

/// `DOMXPath::__construct()`
pub fn construct(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = argument(call, args, 0)?;
    let made = quiet(call, || {
        let mut context = Context::new(document)?;
        context.register_ns(b"php", PHP);
        context.register_function(PHP, b"functionString");
        context.register_function(PHP, b"function");
        Some(context)
    })?;
    let Some(context) = made else {
        return Err(super::error::thrown(call, Code::InvalidState));
    };
    let xpath = XPath { context, document, scopes: args.flag(1), allowed: Allowed::default() };
    call.state::<Store>().pin(args.this(), document);
    call.state::<XPaths>().all.insert(args.this().downgrade(), xpath);
    Ok(Value::NULL)
}

/// `DOMXPath::registerNamespace()`
pub fn register_namespace(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    with(call, args.this(), |call, xpath| {
        let context = &mut xpath.context;
        quiet(call, || context.register_ns(args.bytes(0), args.bytes(1))).map(Value::bool)
    })
}

fn found_value(call: &mut Call<'_>, found: Found, modern: bool) -> Res<Option<Value>> {
    match found {
        Found::Node(node) => object_of(call, node).map(Some),
        Found::Namespace(..) if modern => {
            let text = "The namespace axis is not well-defined in the living DOM specification. \
                        Use Dom\\Element::getInScopeNamespaces() or \
                        Dom\\Element::getDescendantNamespaces() instead.";
            Err(thrown_as(call, Code::NotSupported, text))
        }
        Found::Namespace(ns, Some(element)) => {
            super::namespace::object(call, ns, element).map(Some)
        }
        Found::Namespace(_, None) => Ok(None),
    }
}

fn nodes_of(call: &mut Call<'_>, held: &Held, modern: bool) -> Res<Vec<Value>> {
    let mut values = Vec::new();
    for found in held.nodes() {
        values.extend(found_value(call, found, modern)?);
    }
    Ok(values)
}

/// What a function of a script is called with.
fn argument_value(call: &mut Call<'_>, held: &Held, as_text: bool, modern: bool) -> Res<Value> {
    match held.kind() {
        Type::Bool if !as_text => Ok(Value::bool(held.boolean())),
        Type::Number if !as_text => Ok(Value::float(held.number())),
        Type::Nodes if !as_text => {
            let values = nodes_of(call, held, modern)?;
            Ok(call.list(values)?.into())
        }
        Type::Text => text(call, &held.text()),
        _ => text(call, &held.cast_text()),
    }
}

/// What a function of a script gave.
fn given(call: &mut Call<'_>, result: &Value, modern: bool, kept: &mut Vec<Value>) -> Res<Given> {
    match result.unboxed().view() {
        View::Bool(flag) => Ok(Given::Bool(flag)),
        View::Object(object) => {
            let class = if modern { "Dom\\Node" } else { "DOMNode" };
            if !call.host().is_instance(object, class) {
                let text = format!(
                    "Only objects that are instances of {class} can be converted to an XPath \
                     expression"
                );
                return Err(call.throw(Message::TypeRefused { text }));
            }
            let node = super::object::node_of(call, object)?;
            kept.push(result.unboxed().clone());
            Ok(Given::Node(node))
        }
        View::Array(_) => Ok(Given::Text(call.to_str(result)?.to_vec())),
        _ => {
            let text = call.to_str(result.unboxed())?;
            Ok(Given::Text(super::name::until_nul(&text).to_vec()))
        }
    }
}

/// Calls a function of a script for an expression.
fn invoke(
    call: &mut Call<'_>,
    (allowed, modern): (&Allowed, bool),
    full: &[u8],
    mut args: Vec<Held>,
    kept: &mut Vec<Value>,
) -> Res<Given> {
    let split = full.iter().position(|byte| *byte == 0).unwrap_or(0);
    let (space, name) = (&full[..split], full.get(split + 1..).unwrap_or_default());
    let refuse = |call: &mut Call<'_>, text: String| call.throw(Message::Refused { text });
    if space != PHP {
        let Some(callee) = allowed.spaced.get(full).cloned() else { return Ok(Given::Nothing) };
        return run_callee(call, (&callee, false, modern), &args, kept);
    }
    if args.is_empty() {
        return Err(refuse(call, "Function name must be passed as the first argument".to_owned()));
    }
    let first = args.remove(0);
    if first.kind() != Type::Text {
        let text = "Handler name must be a string".to_owned();
        return Err(call.throw(Message::TypeRefused { text }));
    }
    let wanted = first.text();
    let shown = String::from_utf8_lossy(&wanted).into_owned();
    let callee = match allowed.named.get(&wanted) {
        Some(callee) => callee.clone(),
        None if allowed.all => text(call, &wanted)?,
        None if allowed.named.is_empty() => {
            return Err(refuse(call, "No callbacks were registered".to_owned()));
        }
        None => return Err(refuse(call, format!("No callback handler \"{shown}\" registered"))),
    };
    if call.host().callable(&callee).is_err() {
        return Err(refuse(call, format!("Unable to call handler {shown}()")));
    }
    run_callee(call, (&callee, name == b"functionString", modern), &args, kept)
}

fn run_callee(
    call: &mut Call<'_>,
    (callee, as_text, modern): (&Value, bool, bool),
    args: &[Held],
    kept: &mut Vec<Value>,
) -> Res<Given> {
    let mut values = Vec::new();
    for held in args {
        values.push(argument_value(call, held, as_text, modern)?);
    }
    let Ok(callable) = call.host().callable(callee) else { return Ok(Given::Nothing) };
    let result = call.call(&callable, &values)?;
    given(call, &result, modern, kept)
}

fn evaluated(call: &mut Call<'_>, args: &Arguments, only_nodes: bool) -> Res<Value> {
    with(call, args.this(), |call, xpath| {
        let document = xpath.document;
        let modern = is_modern(call, document);
        let node = match optional(call, args, 1)? {
            Some(node) => node,
            None => quiet(call, || document.root_element())?.unwrap_or(document),
        };
        if node.doc() != Some(document) {
            let text = "Node from wrong document".to_owned();
            return Err(call.throw(Message::Refused { text }));
        }
        let scopes = if args.is_null(2) { xpath.scopes } else { args.flag(2) };
        let scope = quiet(call, || match (scopes, modern) {
            (false, _) => Vec::new(),
            (true, false) => node.ns_in_scope(),
            (true, true) => super::rename::ns_in_scope(node),
        })?;
        let allowed = xpath.allowed.clone();
        let mut kept = Vec::new();
        let mut functions = |call: &mut Call<'_>, name: &[u8], args: Vec<Held>| {
            invoke(call, (&allowed, modern), name, args, &mut kept)
        };
        let job =
            Job { style: Style::Full, options: 0, functions: Some(&mut functions), events: None };
        let context = &mut xpath.context;
        let query = args.bytes(0);
        // What functions took out of the tree stays until its nodes have objects.
        call.state::<Store>().begin();
        let held = run(call, job, || context.evaluate(query, document, node, &scope));
        let value = held.and_then(|held| answer(call, held, (only_nodes, modern)));
        drop(kept);
        call.state::<Store>().end();
        value
    })
}

/// The value that an expression is.
fn answer(
    call: &mut Call<'_>,
    held: Option<Held>,
    (only_nodes, modern): (bool, bool),
) -> Res<Value> {
    let Some(held) = held else {
        if modern {
            let text = "Could not evaluate XPath expression".to_owned();
            return Err(call.throw(Message::Refused { text }));
        }
        return Ok(Value::bool(false));
    };
    match held.kind() {
        Type::Nodes => {
            let values = nodes_of(call, &held, modern)?;
            list::fixed(call, values, modern)
        }
        _ if only_nodes => list::fixed(call, Vec::new(), modern),
        Type::Bool => Ok(Value::bool(held.boolean())),
        Type::Number => Ok(Value::float(held.number())),
        Type::Text => text(call, &held.text()),
        Type::Other => Ok(Value::NULL),
    }
}

/// `DOMXPath::query()`
pub fn query(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    evaluated(call, args, true)
}

/// `DOMXPath::evaluate()`
pub fn evaluate(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    evaluated(call, args, false)
}

/// `DOMXPath::registerPhpFunctions()`
pub fn register_functions(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let mut named = Vec::new();
    match args.value(0).view() {
        View::Str(name) => {
            if let Err(reason) = call.host().callable(args.value(0)) {
                let rule = format!("must be a callable, {reason}");
                return Err(call.type_refused(1, &rule));
            }
            named.push((name.to_vec(), args.value(0).clone()));
        }
        View::Array(list) => {
            for (key, value) in list {
                let value = value.unboxed().clone();
                if let Err(reason) = call.host().callable(&value) {
                    let rule = format!("must be an array with valid callbacks as values, {reason}");
                    return Err(call.type_refused(1, &rule));
                }
                match (key, value.view()) {
                    (runtime::array::Key::Str(name), _) => {
                        if name.is_empty() || name.contains(&0) {
                            let rule = "must be an array containing valid callback names";
                            return Err(call.value_error(1, rule));
                        }
                        named.push((name.to_vec(), value.clone()));
                    }
                    (_, View::Str(name)) => named.push((name.to_vec(), value.clone())),
                    _ => {
                        let rule = "must be an array with valid callbacks as values, Object must \
                                    be a named callback";
                        return Err(call.type_refused(1, rule));
                    }
                }
            }
        }
        _ => {}
    }
    let is_all = args.is_null(0);
    with(call, args.this(), |_, xpath| {
        xpath.allowed.all |= is_all;
        xpath.allowed.named.extend(named);
        Ok(Value::NULL)
    })
}

/// `DOMXPath::registerPhpFunctionNS()`
pub fn register_function_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    for at in [0, 1] {
        if args.bytes(at).contains(&0) {
            return Err(call.value_error(at + 1, "must not contain any null bytes"));
        }
    }
    if args.bytes(0) == PHP {
        let rule = "must not be \"http://php.net/xpath\" because it is reserved by PHP";
        return Err(call.value_error(1, rule));
    }
    let is_name = quiet(call, || libxml2::check_name(args.bytes(1), libxml2::Checked::Local))?;
    if !is_name {
        return Err(call.value_error(2, "must be a valid callback name"));
    }
    let key = [args.bytes(0), b"\0", args.bytes(1)].concat();
    let callee = args.value(2).clone();
    with(call, args.this(), |call, xpath| {
        xpath.allowed.spaced.insert(key, callee);
        let context = &mut xpath.context;
        quiet(call, || context.register_function(args.bytes(0), args.bytes(1)))?;
        Ok(Value::NULL)
    })
}

/// `DOMXPath::quote()`
pub fn quote(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let given = args.bytes(0);
    if given.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if !given.contains(&b'\'') {
        return text(call, &[b"'", given, b"'"].concat());
    }
    if !given.contains(&b'"') {
        return text(call, &[b"\"", given, b"\""].concat());
    }
    let mut out = b"concat(".to_vec();
    let mut rest = given;
    while !rest.is_empty() {
        let quote = if rest.starts_with(b"'") { b'"' } else { b'\'' };
        let single = rest.iter().position(|byte| *byte == quote).unwrap_or(rest.len());
        let other = if quote == b'"' { b'\'' } else { b'"' };
        let double = rest.iter().position(|byte| *byte == other).unwrap_or(rest.len());
        let (mark, end) =
            if single > double { (quote, single) } else { (other, double.max(single)) };
        let end = if rest[..end].contains(&mark) { single.max(1) } else { end };
        out.push(mark);
        out.extend_from_slice(&rest[..end]);
        out.push(mark);
        rest = &rest[end..];
        if !rest.is_empty() {
            out.push(b',');
        }
    }
    out.push(b')');
    text(call, &out)
}

/// A property of an object of the class.
pub fn read(call: &mut Call<'_>, object: &Object, name: &[u8]) -> Res<Value> {
    let known = call.state::<XPaths>().all.get(&object.downgrade());
    match (known.map(|xpath| (xpath.document, xpath.scopes)), name) {
        (Some((document, _)), b"document") => object_of(call, document),
        (Some((_, scopes)), b"registerNodeNamespaces") => Ok(Value::bool(scopes)),
        _ => Err(super::error::thrown(call, Code::InvalidState)),
    }
}

/// Changes a property.
pub fn write(call: &mut Call<'_>, object: &Object, value: &Value) {
    if let Some(xpath) = call.state::<XPaths>().all.get_mut(&object.downgrade()) {
        xpath.scopes = matches!(value.view(), View::Bool(true));
    }
}
