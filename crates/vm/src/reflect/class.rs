//! Classes: what is declared of them and what they inherit; new objects; constants.

use std::collections::HashSet;

use hhbc::class::{ClassKind, TraitRule};
use hhbc::func::{Attrs, Init};
use hhbc::imm::StrId;
use hhbc::literal::Literal;
use runtime::array::{Array, Key};
use runtime::class::{Body, Class, Method, Prop};
use runtime::object::ClassId;
use runtime::raise::{OrExit, Res};
use runtime::string::hash::BuildNameHasher;
use runtime::string::{StaticStr, Str, intern};
use runtime::value::{Value, View};

use super::facts::{
    Facts, argument, attributes, class_at, class_value, doc, func_value, init, line, list,
    modifiers, str_at, text, told, type_value,
};
use crate::frame::Frame;
use crate::request::Request;
use crate::scoped;

/// `classOf_(object|string): ?int`: the class of an object or with a name; it is loaded.
pub(super) fn of(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let class = match argument(frame, 0).view() {
        View::Object(object) => Some(object.class()),
        View::Str(name) => rq.find_class(&name.clone(), true)?,
        _ => None,
    };
    Ok(class.map_or(Value::NULL, class_value))
}

fn names(rq: &mut Request, classes: &[ClassId]) -> Res<Value> {
    list(rq, classes.iter().map(|class| Value::from(class.class().name)).collect())
}

/// `class_(int): array`
pub(super) fn facts(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    told(rq, class, class_facts)
}

fn class_facts(rq: &mut Request, class: &'static Class) -> Res<Value> {
    let mut facts = Facts::default();
    let kind = text(rq, class.kind_name().as_bytes())?;
    facts.add("name", Value::from(class.name)).add("kind", kind);
    facts.add("parent", class.parent().map_or(Value::NULL, |parent| class_value(parent.id)));
    let interfaces = names(rq, class.lineage.interfaces())?;
    facts.add("interfaces", interfaces);
    let magic = &class.magic;
    let method = |at: Option<u32>| match at.and_then(|at| class.method(at)) {
        Some(method) => Value::int(modifiers(method.attrs)),
        None => Value::NULL,
    };
    let construct = magic.construct.filter(|_| magic.constructed.is_none());
    facts.add("construct", method(construct)).add("clone", method(magic.clone));
    facts.flag("abstract", class.attrs.has(Attrs::r#abstract));
    facts.flag("final", class.attrs.has(Attrs::r#final));
    facts.flag("readonly", class.attrs.has(Attrs::readonly));
    facts.flag("anonymous", class.attrs.has(Attrs::anonymous));
    facts.flag("closed", class.attrs.has(Attrs::internal));
    facts.flag("uncloneable", class.library_method(b"uncloneable_").is_some());
    facts.flag("implicit", class.methods.rows().any(Method::is_abstract));
    declared(rq, class, &mut facts)?;
    facts.into_value(rq)
}

fn declared(rq: &mut Request, class: &'static Class, facts: &mut Facts) -> Res<()> {
    let Some(known) = class.declared else {
        facts.flag("internal", true);
        return Ok(());
    };
    let (unit, decl) = (known.unit, known.class);
    let loaded = scoped::unit_of(unit);
    facts.flag("internal", loaded.is_library());
    facts.flag("explicit", decl.attrs.has(Attrs::r#abstract));
    facts.add("file", Value::from(loaded.path()));
    facts.add("start", line(decl.lines.0)).add("end", line(decl.lines.1));
    let comment = doc(rq, unit, decl.doc)?;
    facts.add("doc", comment);
    let found = attributes(rq, (unit, Some(class.id)), &decl.attributes)?;
    facts.add("attributes", found);
    let backing = type_value(rq, unit, decl.enum_type.as_ref())?;
    facts.add("backing", backing);
    let name = |id: StrId| Value::from(loaded.str(id));
    let traits = list(rq, decl.inherits.traits.iter().map(|id| name(*id)).collect())?;
    facts.add("traits", traits);
    let mut aliases = Vec::new();
    for rule in &decl.inherits.trait_rules {
        if let TraitRule::Alias { of, method, alias: Some(alias), .. } = rule {
            let of = of.map_or(Value::NULL, name);
            aliases.push(list(rq, vec![name(*alias), of, name(*method)])?);
        }
    }
    let aliases = list(rq, aliases)?;
    facts.add("aliases", aliases);
    Ok(())
}

/// `isA_(int, int): bool`
pub(super) fn is_a(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let both = class_at(frame, 0).zip(class_at(frame, 1));
    Ok(Value::bool(both.is_some_and(|(class, other)| class.class().is_a(other))))
}

/// The methods of a class by name in lower case: its own, those of its traits, inherited ones.
fn methods_in_order(class: &'static Class) -> Vec<(StaticStr, &'static Method)> {
    let mut found: Vec<(StaticStr, &'static Method)> = Vec::new();
    let own = |method: &Method| method.scope == class.id;
    found.extend(class.methods.iter().filter(|(_, row)| own(row) && row.origin == class.id));
    found.sort_by_key(|(_, row)| match row.body {
        Body::Code(code) => code.func.0,
        Body::Enum(_) => 0,
    });
    found.extend(class.methods.iter().filter(|(_, row)| own(row) && row.origin != class.id));
    let mut known: HashSet<StaticStr, BuildNameHasher> =
        found.iter().map(|(name, _)| *name).collect();
    let inherited = class.parent().map(methods_in_order).unwrap_or_default();
    let others = inherited.into_iter().map(|(name, _)| name);
    for name in others.chain(class.methods.iter().map(|(name, _)| name)) {
        if known.insert(name)
            && let Some(method) = class.methods.get(name.as_bytes())
        {
            found.push((name, method));
        }
    }
    found
}

/// `methods_(int): array`: names in lower case, in PHP's order.
pub(super) fn methods(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let is_shown = |(_, method): &(StaticStr, &'static Method)| !is_helper(method);
    let found = methods_in_order(class).into_iter().filter(is_shown);
    list(rq, found.map(|(name, _)| Value::from(name)).collect())
}

/// Whether a method is bookkeeping of the library.
pub(crate) fn is_helper(method: &Method) -> bool {
    let name = method.name.as_bytes();
    crate::throwable::is_name_of_helper(name) && is_library(method.origin.class())
}

fn is_library(class: &Class) -> bool {
    class.declared.is_none_or(|decl| scoped::unit_of(decl.unit).is_library())
}

/// `method_(int $class, string $folded): ?array`
pub(super) fn method(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    match class.methods.get(&str_at(frame, 1)) {
        Some(method) if !is_helper(method) => told(rq, method, method_facts),
        _ => Ok(Value::NULL),
    }
}

pub(super) fn method_facts(rq: &mut Request, method: &Method) -> Res<Value> {
    let mut facts = Facts::default();
    facts.add("name", Value::from(method.name));
    facts.add("class", class_value(method.scope));
    facts.add("origin", class_value(method.origin));
    facts.add("modifiers", Value::int(modifiers(method.attrs)));
    facts.add("func", func_value(scoped::method(method)));
    let proto = match method.proto {
        Some(proto) if proto.visibility() != runtime::class::Visibility::Private => {
            class_value(proto.scope)
        }
        _ => Value::NULL,
    };
    facts.add("proto", proto);
    facts.into_value(rq)
}

/// `consts_(int): array`: names.
pub(super) fn consts(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let is_seen = |row: &&runtime::class::Const| {
        let is_own = row.class == class.id;
        (is_own || row.visibility() != runtime::class::Visibility::Private)
            && !(is_library(row.class.class())
                && crate::throwable::is_name_of_helper(row.name.as_bytes()))
    };
    // PHP: a class of the library takes over constants before it declares its own.
    let is_library = class.declared.is_some_and(|known| scoped::unit_of(known.unit).is_library());
    let (own, others): (Vec<&runtime::class::Const>, Vec<_>) =
        class.consts.rows().filter(is_seen).partition(|row| row.class == class.id);
    let (first, then) = if is_library { (others, own) } else { (own, others) };
    list(rq, first.into_iter().chain(then).map(|row| Value::from(row.name)).collect())
}

/// `const_(int $class, string $name): ?array`
pub(super) fn constant(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let Some(row) = class.consts.get(&str_at(frame, 1)) else { return Ok(Value::NULL) };
    let mut facts = Facts::default();
    facts.add("name", Value::from(row.name)).add("class", class_value(row.class));
    facts.add("modifiers", Value::int(modifiers(row.attrs)));
    facts.flag("case", row.is_case);
    facts.flag("deprecated", row.attrs.has(Attrs::deprecated));
    if let Some(ty) = row.ty {
        let ty = type_value(rq, ty.unit, Some(ty.constraint))?;
        facts.add("type", ty);
    }
    if let Some(known) = row.class.class().declared {
        let comment = doc(rq, known.unit, row.decl.doc)?;
        facts.add("doc", comment);
        let found = attributes(rq, (known.unit, Some(row.class)), &row.decl.attributes)?;
        facts.add("attributes", found);
    }
    facts.into_value(rq)
}

/// `constValue_(int $class, string $name): mixed`
pub(super) fn constant_value(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let Some(row) = class.consts.get(&str_at(frame, 1)) else { return Ok(Value::NULL) };
    if row.class.class().kind == ClassKind::Trait && class.id == row.class {
        return trait_constant(rq, row);
    }
    rq.constant_value(class.id, row)
}

/// The value of a trait's own constant, which scripts cannot name.
fn trait_constant(rq: &mut Request, row: &'static runtime::class::Const) -> Res<Value> {
    let Some(initial) = row.initial else { return Ok(Value::NULL) };
    match initial.thunk() {
        None => match initial.init {
            hhbc::func::Init::Literal(literal) => {
                runtime::class::literal_value(initial.unit, literal).or_exit(rq)
            }
            hhbc::func::Init::Thunk { .. } => Ok(Value::NULL),
        },
        Some(code) => {
            let func = scoped::code_in(code, row.class);
            rq.call(func, crate::frame::Context::Class(row.class), &[])
        }
    }
}

/// `new_(int): object`: with first values; no constructor runs.
pub(super) fn instantiate(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0) else { return Ok(Value::NULL) };
    rq.instantiate(class).map(Value::from)
}

/// `extensionOf_(string $function): ?string`: the extension of a builtin, by its name in lower case.
pub(super) fn extension_of(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let name: Str = str_at(frame, 0);
    let found = crate::native::tables().iter().find_map(|table| {
        let mut natives = table.natives.iter();
        let native = natives.find(|native| native.name.as_bytes() == name.as_bytes())?;
        Some(crate::native::extension_of(table, native))
    });
    match found {
        Some(extension) => text(rq, extension.as_bytes()),
        None => Ok(Value::NULL),
    }
}

/// `isDeprecated_(string $constant): bool`: whether the use of a constant of an extension is advised
/// against.
pub(super) fn is_deprecated(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(Value::bool(crate::native::is_deprecated(str_at(frame, 0).as_bytes())))
}

/// Whether scripts are not told that a property is declared.
fn is_unshown(row: &Prop) -> bool {
    crate::object::is_internal(row) || crate::object::mark(row, b"Unshown").is_some()
}

/// The modifiers that PHP tells of, where those of the library's own declaration are others.
fn shown_attrs(row: &Prop) -> Attrs {
    let words = crate::object::mark(row, b"Shown").and_then(|mark| match mark.args.first() {
        Some((_, Init::Literal(Literal::Str(words)))) => {
            row.class.class().declared.map(|known| known.unit.str(*words))
        }
        _ => None,
    });
    let Some(words) = words else { return row.attrs };
    let shown = words.split(|byte| *byte == b' ').filter_map(|word| match word {
        b"public" => Some(Attrs::public),
        b"readonly" => Some(Attrs::readonly),
        b"virtual" => Some(Attrs::r#virtual),
        _ => None,
    });
    shown.fold(Attrs::NONE, Attrs::with)
}

/// `prop_(int $class, string $name): ?array`
pub(super) fn prop(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let Some(row) = class.props.get(&str_at(frame, 1)) else { return Ok(Value::NULL) };
    let is_hidden =
        row.visibility() == runtime::class::Visibility::Private && row.class != class.id;
    if is_hidden || is_unshown(row) {
        return Ok(Value::NULL);
    }
    let mut facts = Facts::default();
    facts.add("name", Value::from(row.name)).add("class", class_value(row.class));
    facts.add("modifiers", Value::int(modifiers(shown_attrs(row))));
    facts.flag("promoted", row.attrs.has(Attrs::promoted));
    if let Some(ty) = row.ty {
        let ty = type_value(rq, ty.unit, Some(ty.constraint))?;
        facts.add("type", ty);
    }
    let default = match row.initial {
        Some(_) if let Some(made) = first_value(rq, class, row) => {
            list(rq, vec![Value::bool(false), made])?
        }
        Some(initial) => init(rq, (initial.unit, Some(row.class)), initial.init)?,
        None if row.ty.is_none() && !row.attrs.has(Attrs::promoted) => {
            list(rq, vec![Value::bool(false), Value::NULL])?
        }
        None => Value::NULL,
    };
    facts.add("default", default);
    facts.flag("written", row.initial.is_some());
    if let Some(hooks) = row.hooks.as_ref().filter(|_| !crate::object::is_of_library(row)) {
        let mut found = Array::new();
        for (name, hook) in [("get", &hooks.get), ("set", &hooks.set)] {
            let Some(hook) = hook else { continue };
            let hook = method_facts(rq, hook)?;
            found.set(Key::Str(intern(name.as_bytes()).as_str()), hook).or_exit(rq)?;
        }
        facts.add("hooks", Value::from(found));
    }
    if let (Some(decl), Some(known)) = (row.decl, row.class.class().declared) {
        let unit = declaring_unit(row, known.unit);
        let comment = doc(rq, unit, decl.doc)?;
        facts.add("doc", comment);
        let found = attributes(rq, (unit, Some(row.class)), &decl.attributes)?;
        facts.add("attributes", found);
    }
    facts.into_value(rq)
}

/// The first value of a property, once it is made.
fn first_value(rq: &Request, class: &Class, row: &Prop) -> Option<Value> {
    let runtime::class::Place::Slot(slot) = row.place else { return None };
    let (_, handle) = class.first.lazy.iter().find(|(at, _)| *at == slot)?;
    rq.rds.get(*handle).cloned()
}

/// The unit whose strings the record of a property names: a trait's may be another than that of
/// the class that uses it.
fn declaring_unit(row: &Prop, own: &'static hhbc::unit::Unit) -> &'static hhbc::unit::Unit {
    row.ty.map(|ty| ty.unit).or_else(|| row.initial.map(|initial| initial.unit)).unwrap_or(own)
}

/// `props_(int): array`: names.
pub(super) fn props(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0).map(ClassId::class) else { return Ok(Value::NULL) };
    let is_seen = |row: &&Prop| {
        let is_private = row.visibility() == runtime::class::Visibility::Private;
        !is_unshown(row) && (!is_private || row.class == class.id)
    };
    list(rq, class.props.rows().filter(is_seen).map(|row| Value::from(row.name)).collect())
}
