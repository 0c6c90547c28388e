//! Warnings about what is marked `#[\Deprecated]`, when it is used.

use hhbc::func::{Attribute, Init};
use hhbc::unit::Unit;
use runtime::class::{Code, literal_value};
use runtime::object::ClassId;
use runtime::raise::{OrExit, Res};
use runtime::value::Value;

use crate::class::{class_text, func_text, shown};
use crate::frame::Context;
use crate::func::{Func, PhpFunc};
use crate::request::Request;

const E_DEPRECATED: i64 = 1 << 13;
const E_USER_DEPRECATED: i64 = 1 << 14;

/// Where the parameters of the attribute's constructor are, and its properties.
const NAMES: [&[u8]; 2] = [b"message", b"since"];

/// Says that a function is deprecated.
#[cold]
pub(crate) fn function(rq: &mut Request, func: &Func, php: &'static PhpFunc) -> Res<()> {
    let kind = if func.scope().is_some() { "Method" } else { "Function" };
    let subject = format!("{kind} {}()", func_text(func));
    let level = if php.unit().is_library() { E_DEPRECATED } else { E_USER_DEPRECATED };
    warn(rq, (level, &subject), (&php.record().notes.attributes, php.unit().unit(), func.scope()))
}

/// Says that a constant of a class is deprecated.
#[cold]
pub(crate) fn constant(rq: &mut Request, constant: &'static runtime::class::Const) -> Res<()> {
    let Some(unit) = constant.class.class().declared.map(|declared| declared.unit) else {
        return Ok(());
    };
    let kind = if constant.is_case { "Enum case" } else { "Constant" };
    let name = shown(constant.name.as_bytes());
    let subject = format!("{kind} {}::{name}", class_text(constant.class));
    let unit = constant.initial.map_or(unit, |initial| initial.unit);
    warn(rq, (E_USER_DEPRECATED, &subject), (&constant.decl.attributes, unit, Some(constant.class)))
}

fn warn(
    rq: &mut Request,
    (level, subject): (i64, &str),
    (attributes, unit, scope): (&'static [Attribute], &'static Unit, Option<ClassId>),
) -> Res<()> {
    let is_it = |found: &&Attribute| unit.str(found.name) == b"Deprecated";
    let Some(attribute) = attributes.iter().find(is_it) else { return Ok(()) };
    let class = rq.library_class("deprecated")?;
    let note = rq.instantiate(class)?;
    if !attribute.args.is_empty() {
        let args = arguments(rq, attribute, (unit, scope))?;
        if let Some(method) = class.class().methods.get(b"__construct") {
            let context = Context::This(note.clone());
            rq.call(crate::scoped::method(method), context, &args)?;
        }
    }
    let text = |slot: usize| note.slot(slot).as_str().map(|text| text.as_bytes().to_vec());
    let mut warning = format!("{subject} is deprecated").into_bytes();
    for (part, before) in [(text(1), " since "), (text(0), ", ")] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            warning.extend_from_slice(before.as_bytes());
            warning.extend_from_slice(&part);
        }
    }
    rq.raise(level, &warning)
}

fn arguments(
    rq: &mut Request,
    attribute: &'static Attribute,
    (unit, scope): (&'static Unit, Option<ClassId>),
) -> Res<Vec<Value>> {
    let mut args = Vec::new();
    for (at, (name, init)) in attribute.args.iter().enumerate() {
        let value = match init {
            Init::Literal(literal) => literal_value(unit, literal).or_exit(rq)?,
            Init::Thunk { func, .. } => {
                let (func, context) = match scope {
                    Some(scope) => {
                        let code = Code { unit, func: *func };
                        (crate::scoped::code_in(code, scope), Context::Class(scope))
                    }
                    None => (crate::scoped::unit_of(unit).func(*func), Context::None),
                };
                rq.call(func, context, &[])?
            }
        };
        let place = match name {
            Some(name) => {
                let name = unit.str(*name);
                NAMES.iter().position(|known| *known == name).unwrap_or(at)
            }
            None => at,
        };
        if args.len() <= place {
            args.resize(place + 1, Value::NULL);
        }
        args[place] = value;
    }
    Ok(args)
}
