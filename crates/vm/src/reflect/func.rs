//! Functions: what is declared of them, their closures, and values that need their code.

use hhbc::func::{Attribute, Attrs, FuncParam, Init, ParamDefault, Role};
use hhbc::imm::LocalId;
use runtime::array::{Array, Key};
use runtime::class::EnumMethod;
use runtime::native::{Default as NativeDefault, Native, Param, mask};
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use super::facts::{
    Facts, argument, attributes, class_at, class_value, doc, func_at, func_value, line, list,
    modifiers, str_at, text, type_value,
};
use crate::callable::Target;
use crate::closure;
use crate::frame::{Context, Frame};
use crate::func::{EngineBody, Func, FuncBody, PhpFunc};
use crate::request::Request;

/// Stands before the namespace of a constant that may also be a global one.
const FALLBACK: u8 = 1;

/// `funcNamed_(string): ?int`
pub(super) fn named(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let found = rq.names.func_named(&str_at(frame, 0));
    Ok(found.map_or(Value::NULL, func_value))
}

/// `funcOf_(Closure): ?int`
pub(super) fn of_closure(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let func = argument(frame, 0).into_object().and_then(|object| closure::func_of(&object));
    Ok(func.map_or(Value::NULL, func_value))
}

/// `func_(int): array`
pub(super) fn facts(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(func) = func_at(frame, 0) else { return Ok(Value::NULL) };
    let mut facts = Facts::default();
    facts.add("name", Value::from(func.name()));
    facts.add("class", func.scope().map_or(Value::NULL, class_value));
    match func.body() {
        FuncBody::Php(php) => php_facts(rq, func, php, &mut facts)?,
        FuncBody::Native(native) => native_facts(rq, native, &mut facts)?,
        FuncBody::Engine(body) => engine_facts(rq, *body, &mut facts)?,
    }
    facts.into_value(rq)
}

fn php_facts(rq: &mut Request, func: &Func, php: &PhpFunc, facts: &mut Facts) -> Res<()> {
    let (record, unit) = (php.record(), php.unit().unit());
    let is_library = php.unit().is_library();
    facts.flag("internal", is_library);
    facts.flag("closure", record.role == Role::Closure);
    facts.add("modifiers", Value::int(modifiers(record.attrs)));
    facts.add("file", Value::from(php.unit().path()));
    facts.add("start", line(record.notes.lines.0));
    facts.add("end", line(record.notes.lines.1));
    let comment = doc(rq, unit, record.notes.doc)?;
    facts.add("doc", comment);
    facts.flag("byRef", record.attrs.has(Attrs::by_ref));
    facts.flag("generator", record.attrs.has(Attrs::generator));
    facts.flag("deprecated", record.attrs.has(Attrs::deprecated));
    facts.flag("static", record.attrs.has(Attrs::r#static));
    let ret = type_value(rq, unit, record.ret.as_ref())?;
    facts.add("returns", ret);
    let required = record.params.iter().rposition(|param| mark(php, param, b"Required").is_some());
    let required = required.map_or(0, |at| at as i64 + 1).max(i64::from(php.required_params()));
    facts.add("required", Value::int(required));
    let found = attributes(rq, (unit, func.scope()), &record.notes.attributes)?;
    facts.add("attributes", found);
    let mut params = Vec::new();
    let is_shown =
        |(_, param): &(usize, &'static FuncParam)| mark(php, param, b"Unshown").is_none();
    for (at, param) in record.params.iter().enumerate().filter(is_shown) {
        params.push(php_param(rq, (func, php), at as u32, param)?);
    }
    let params = list(rq, params)?;
    facts.add("params", params);
    Ok(())
}

/// What the library says of its parameter for reflection alone: `Required` when the function itself
/// tells that it was left out, `Unknown` when it asks whether it was, `Shown` with the type that it
/// checks itself, `Unshown` when PHP has no such parameter.
fn mark(php: &PhpFunc, param: &'static FuncParam, name: &[u8]) -> Option<&'static Attribute> {
    let unit = php.unit();
    let mut found = param.attributes.iter().filter(|_| unit.is_library());
    found.find(|found| unit.unit().str(found.name) == name)
}

fn php_param(
    rq: &mut Request,
    (func, php): (&Func, &PhpFunc),
    at: u32,
    param: &'static FuncParam,
) -> Res<Value> {
    let unit = php.unit().unit();
    let mut facts = Facts::default();
    facts.add("name", php.local_name(at).map_or(Value::NULL, |id| Value::from(php.unit().str(id))));
    let ty = match mark(php, param, b"Shown").and_then(|mark| mark.args.first()) {
        Some((_, Init::Literal(shown))) => php.unit().literal(shown).or_exit(rq)?,
        _ => type_value(rq, unit, param.ty.as_ref())?,
    };
    facts.add("type", ty);
    facts.flag("byRef", param.attrs.has(Attrs::by_ref));
    facts.flag("variadic", param.attrs.has(Attrs::variadic));
    facts.flag("promoted", param.attrs.has(Attrs::promoted));
    let is_hidden =
        [b"Required" as &[u8], b"Unknown"].iter().any(|name| mark(php, param, name).is_some());
    match &param.default {
        _ if is_hidden => {}
        Some(ParamDefault::Literal(literal)) => {
            let value = php.unit().literal(literal).or_exit(rq)?;
            facts.add("value", value);
        }
        Some(ParamDefault::Code { text: Some(shown), .. }) => {
            let code = unit.str(*shown);
            let shown: Vec<u8> = code.iter().copied().filter(|byte| *byte != FALLBACK).collect();
            let (shown, code) = (text(rq, &shown)?, text(rq, code)?);
            facts.add("code", shown).add("run", code);
        }
        Some(ParamDefault::Code { text: None, .. }) | None => {}
    }
    let found = attributes(rq, (unit, func.scope()), &param.attributes)?;
    facts.add("attributes", found);
    facts.into_value(rq)
}

fn native_facts(rq: &mut Request, native: &'static Native, facts: &mut Facts) -> Res<()> {
    facts.flag("internal", true);
    let returns = match native.returns {
        "" => Value::NULL,
        shown => text(rq, shown.as_bytes())?,
    };
    facts.add("returns", returns);
    facts.add("required", Value::int(native.required as i64));
    deprecation(rq, native, facts)?;
    let mut params = Vec::new();
    for param in native.params {
        params.push(native_param(rq, native, (param, false))?);
    }
    if let Some(param) = &native.variadic {
        params.push(native_param(rq, native, (param, true))?);
    }
    let params = list(rq, params)?;
    facts.add("params", params);
    Ok(())
}

/// The attribute of a builtin that is advised against.
fn deprecation(rq: &mut Request, native: &Native, facts: &mut Facts) -> Res<()> {
    facts.flag("deprecated", !native.deprecated.is_empty());
    let mut args = Vec::new();
    let shown = ["since", "message"].into_iter().zip(native.deprecated);
    for (name, value) in shown.filter(|(_, value)| !value.is_empty()) {
        let value = [Value::bool(false), text(rq, value.as_bytes())?];
        let arg = [text(rq, name.as_bytes())?, list(rq, value.into())?];
        args.push(list(rq, arg.into())?);
    }
    if args.is_empty() {
        return Ok(());
    }
    let attribute = [text(rq, b"Deprecated")?, list(rq, args)?];
    let attribute = list(rq, attribute.into())?;
    let found = list(rq, vec![attribute])?;
    facts.add("attributes", found);
    Ok(())
}

fn native_param(
    rq: &mut Request,
    native: &Native,
    (param, is_variadic): (&Param, bool),
) -> Res<Value> {
    let mut facts = Facts::default();
    let name = text(rq, param.name().as_bytes())?;
    facts.add("name", name);
    let ty = if param.ty.is_empty() { Value::NULL } else { text(rq, param.ty.as_bytes())? };
    facts.add("type", ty);
    facts.flag("byRef", param.by_ref);
    facts.flag("prefersRef", native.prefers_refs && param.accepts & mask::ARRAY != 0);
    facts.flag("variadic", is_variadic);
    match param.default {
        NativeDefault::Required | NativeDefault::Unset => {}
        NativeDefault::Null => drop(facts.add("value", Value::NULL)),
        NativeDefault::Bool(value) => drop(facts.add("value", Value::bool(value))),
        NativeDefault::Int(value) => drop(facts.add("value", Value::int(value))),
        NativeDefault::Float(value) => drop(facts.add("value", Value::float(value))),
        NativeDefault::Bytes(value) => {
            let value = text(rq, value)?;
            facts.add("value", value);
        }
        NativeDefault::EmptyArray => drop(facts.add("value", Value::from(Array::new()))),
    }
    if !param.named.is_empty() {
        let code = text(rq, param.named.as_bytes())?;
        facts.add("code", code);
    }
    if param.sensitive {
        let attribute = [text(rq, b"SensitiveParameter")?, Value::from(Array::new())];
        let attribute = list(rq, attribute.into())?;
        let found = list(rq, vec![attribute])?;
        facts.add("attributes", found);
    }
    facts.into_value(rq)
}

fn engine_facts(rq: &mut Request, body: EngineBody, facts: &mut Facts) -> Res<()> {
    facts.flag("internal", true);
    let EngineBody::Enum(method) = body else { return Ok(()) };
    facts.add("modifiers", Value::int(17));
    facts.flag("static", true);
    let returns: &[u8] = match method {
        EnumMethod::Cases => b"array",
        EnumMethod::From => b"static",
        EnumMethod::TryFrom => b"?static",
    };
    let returns = text(rq, returns)?;
    facts.add("returns", returns);
    if method == EnumMethod::Cases {
        return Ok(());
    }
    let mut param = Facts::default();
    let (name, ty) = (text(rq, b"value")?, text(rq, b"string|int")?);
    param.add("name", name).add("type", ty);
    let param = param.into_value(rq)?;
    let params = list(rq, vec![param])?;
    facts.add("required", Value::int(1)).add("params", params);
    Ok(())
}

/// `closure_(int $func, ?object $this, ?int $class): Closure`
pub(super) fn closure_of(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(func) = func_at(frame, 0) else { return Ok(Value::NULL) };
    let context = match (argument(frame, 1).into_object(), class_at(frame, 2)) {
        (Some(this), _) => Context::This(this),
        (None, Some(class)) => Context::Class(class),
        (None, None) => Context::None,
    };
    closure::of_target(rq, Target { func, context, called: None }).map(Value::from)
}

/// `closureFacts_(Closure): array`: what it is bound to, and what it captured.
pub(super) fn closure_facts(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let mut facts = Facts::default();
    let (this, called) = match closure::context_of(&object) {
        Context::This(this) => (Value::from(this.clone()), class_value(this.class())),
        Context::Class(class) => (Value::NULL, class_value(class)),
        Context::None => (Value::NULL, Value::NULL),
    };
    let scope = closure::func_of(&object).and_then(Func::scope);
    facts.add("this", this).add("called", called);
    facts.add("scope", scope.map_or(Value::NULL, class_value));
    let captured = closure::captured(rq, &object)?;
    facts.add("captured", Value::from(captured));
    facts.into_value(rq)
}

/// `statics_(int $func, ?Closure): array`: static variables with their values, as far as they are
/// made.
pub(super) fn statics(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(func) = func_at(frame, 0) else { return Ok(Value::from(Array::new())) };
    let bound = argument(frame, 1).into_object();
    let mut values = Array::new();
    let Some(php) = func.as_php() else { return Ok(Value::from(values)) };
    for var in &php.record().notes.statics {
        let place = match &bound {
            Some(closure) if func.is_closure() => closure::static_var(closure, var.name.0),
            _ => rq.static_var(func, var.name.0),
        };
        let value = match (place, &var.init) {
            (Some(place), _) if !matches!(place.get().view(), View::Uninit) => place.get(),
            (_, Some(Init::Literal(literal))) => php.unit().literal(literal).or_exit(rq)?,
            (_, Some(Init::Thunk { func: thunk, .. })) => {
                let Some(thunk) = php.unit().func(*thunk).as_php() else { continue };
                let thunk = crate::scoped::rescoped(thunk, func.scope());
                let context = func.scope().map_or(Context::None, Context::Class);
                rq.call(thunk, context, &[])?
            }
            (_, None) => Value::NULL,
        };
        values.set(Key::Str(php.unit().str(var.name).as_str()), value).or_exit(rq)?;
    }
    Ok(Value::from(values))
}

/// `run_(int $func, ?int $class): mixed`: the value that a thunk makes.
pub(super) fn run(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(func) = func_at(frame, 0) else { return Ok(Value::NULL) };
    let context = func.scope().map_or(Context::None, Context::Class);
    Ok(rq.call(func, context, &[])?.unboxed().clone())
}

/// The code that gives the value of a constant expression.
fn runnable(text: &[u8]) -> Vec<u8> {
    let Some(at) = text.iter().position(|byte| *byte == FALLBACK) else {
        return [b"return ", text, b";"].concat();
    };
    let is_name =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'_' | b'\\' | 0x80..);
    let name = text[at + 1..].iter().take_while(is_name).count();
    let name = &text[at + 1..at + 1 + name];
    let end = name.iter().rposition(|byte| *byte == b'\\').unwrap_or(0);
    let (namespace, mark) = (&name[..end], [&[FALLBACK][..], &name[..end], b"\\"].concat());
    let mut code = [b"namespace ", namespace, b"; return "].concat();
    let mut rest = text;
    while let Some(at) = rest.windows(mark.len()).position(|part| part == mark) {
        code.extend_from_slice(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    code.extend_from_slice(rest);
    code.push(b';');
    code
}

/// `evaluate_(string $code, ?int $class, int $func): mixed`: an expression in the scope of a class.
pub(super) fn evaluate(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let code = runnable(str_at(frame, 0).as_bytes());
    let path = func_at(frame, 2).and_then(Func::as_php).map(|php| php.unit().path());
    let path = path.map_or_else(Vec::new, |path| path.as_bytes().to_vec());
    let Ok(unit) = rq.source.code(&code, &path) else { return Ok(Value::NULL) };
    rq.load(unit)?;
    let Some(php) = unit.main().as_php() else { return Ok(Value::NULL) };
    let scope = class_at(frame, 1);
    let main = crate::scoped::rescoped(php, scope);
    rq.shared_locals = Some(Vec::new());
    let value = rq.call(main, scope.map_or(Context::None, Context::Class), &[])?;
    Ok(value.unboxed().clone())
}

/// `refId_(array &$array, int|string $key): ?int`: the address of the reference in an element.
pub(super) fn reference_id(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let key = argument(frame, 1);
    let array = frame.local(LocalId(0)).unboxed().clone();
    let Some(array) = array.as_array() else { return Ok(Value::NULL) };
    let found = match key.view() {
        View::Int(int) => array.get(Key::Int(int)),
        View::Str(name) => array.get(Key::of_str(name)),
        _ => None,
    };
    let Some(value) = found else { return Ok(Value::bool(false)) };
    Ok(match value.view() {
        View::Ref(place) if place.count() > 1 => {
            Value::int(std::ptr::from_ref(place.peek()).addr() as i64)
        }
        _ => Value::NULL,
    })
}
