//! Loads, stores, returns, jumps and checks of types.

use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::imm::{ClsRef, LocalId};
use hhbc::instr::Instr;
use runtime::value::DataType;

use super::{Source, Window};
use crate::dispatch as fast;
use crate::dispatch::{Const, Constant, Handler, Item, Local, Tags};
use crate::exec::draft::{Draft, Field};

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    global(window)
        .or_else(|| loaded(window))
        .or_else(|| alone(window))
        .or_else(|| verified(window))
        .or_else(|| unset(window))
}

/// `global $name;`
fn global(window: Window<'_>) -> Option<Draft> {
    let Instr::VGetG {} = window.instr(1)? else { return None };
    let Instr::BindL { local } = window.instr(2)? else { return None };
    let Instr::PopV {} = window.instr(3)? else { return None };
    let Source::Const(name) = window.load(0)? else { return None };
    let Instr::String { .. } = window.instr(0)? else { return None };
    let draft = Draft::new(fast::bind_global, 4).a(Field::cell(local.0 as usize));
    Some(draft.b(Field::Const(name)))
}

/// The handler for a constant, or for a local.
macro_rules! of_source {
    ($source:expr, $handler:ident $(, $rest:tt)*) => {
        match $source {
            Source::Cell(_) => fast::$handler::<Local $(, $rest)*> as Handler,
            Source::Const(_) => fast::$handler::<Const $(, $rest)*> as Handler,
        }
    };
}

/// Patterns that begin with a constant or a local.
fn loaded(window: Window<'_>) -> Option<Draft> {
    let source = window.load(0)?;
    let field = source.field();
    let place = window.place(window.free(), 1);
    if place.is_local {
        let handler = of_source!(source, store);
        return Some(Draft::new(handler, 1 + place.sites).a(field).d(Field::cell(place.cell)));
    }
    match window.instr(1) {
        Some(Instr::RetC {}) if window.php().returns_plainly() => {
            Some(Draft::new(of_source!(source, ret), 2).a(field))
        }
        Some(Instr::JmpZ { .. }) => tested(window, source, 1, false),
        Some(Instr::JmpNZ { .. }) => tested(window, source, 1, true),
        _ => {
            let handler = of_source!(source, load);
            Some(Draft::new(handler, 1).a(field).d(Field::cell(window.free())))
        }
    }
}

fn tested(window: Window<'_>, source: Source, ahead: usize, sense: bool) -> Option<Draft> {
    let (target, back) = window.target(ahead)?;
    let handler = match (sense, back) {
        (false, false) => of_source!(source, test_jump, false, false),
        (false, true) => of_source!(source, test_jump, false, true),
        (true, false) => of_source!(source, test_jump, true, false),
        (true, true) => of_source!(source, test_jump, true, true),
    };
    Some(Draft::new(handler, ahead + 1).a(source.field()).d(Field::Target(target)))
}

/// Patterns that begin with what is on the stack.
fn alone(window: Window<'_>) -> Option<Draft> {
    if window.depth() > 0 {
        let item = Field::cell(window.item(0));
        let place = window.place(window.item(0), 0);
        if place.is_local {
            let draft = Draft::new(fast::store::<Item>, place.sites);
            return Some(draft.a(item).d(Field::cell(place.cell)));
        }
        let source = Source::Cell(window.item(0));
        match window.instr(0)? {
            Instr::RetC {} if window.php().returns_plainly() => {
                return Some(Draft::new(fast::ret::<Item>, 1).a(item));
            }
            Instr::PopC {} | Instr::PopR {} => return Some(Draft::new(fast::discard, 1).a(item)),
            Instr::JmpZ { .. } => return tested(window, source, 0, false),
            Instr::JmpNZ { .. } => return tested(window, source, 0, true),
            Instr::JmpNull { .. } | Instr::JmpNotNull { .. } => {
                let is_null = matches!(window.instr(0)?, Instr::JmpNull { .. });
                let handler: Handler = match is_null {
                    true => fast::jump_on_null::<true>,
                    false => fast::jump_on_null::<false>,
                };
                let (target, back) = window.target(0)?;
                let draft = Draft::new(handler, 1).a(item).d(Field::Target(target));
                return (!back).then_some(draft);
            }
            Instr::SetL { local } => {
                let draft = Draft::new(fast::store_kept, 1).a(item);
                return Some(draft.d(Field::cell(local.0 as usize)));
            }
            Instr::Dup {} => {
                let draft = Draft::new(fast::duplicate, 1).a(item);
                return Some(draft.d(Field::cell(window.free())));
            }
            Instr::CastString {} => return Some(Draft::new(fast::to_string, 1).a(item)),
            Instr::CastInt {} => return Some(Draft::new(fast::to_int, 1).a(item)),
            Instr::CastDouble {} => return Some(Draft::new(fast::to_float, 1).a(item)),
            Instr::CastBool {} => return Some(Draft::new(fast::to_bool, 1).a(item)),
            _ => {}
        }
    }
    if let Instr::CGetQuietL { local } = window.instr(0)? {
        let draft = Draft::new(fast::load_quietly, 1).a(Field::cell(local.0 as usize));
        return Some(draft.d(Field::cell(window.free())));
    }
    let (Instr::Jmp { .. } | Instr::JmpNS { .. }) = window.instr(0)? else { return None };
    let (target, back) = window.target(0)?;
    let handler: Handler = if back { fast::jump::<true> } else { fast::jump::<false> };
    Some(Draft::new(handler, 1).d(Field::Target(target)))
}

/// `unset($local);`
fn unset(window: Window<'_>) -> Option<Draft> {
    let Instr::UnsetL { local } = window.instr(0)? else { return None };
    Some(Draft::new(fast::unset_local, 1).a(Field::cell(local.0 as usize)))
}

/// Checks of declared types that one or two tags decide.
fn verified(window: Window<'_>) -> Option<Draft> {
    let record = window.php().record();
    let (ty, cell) = match window.instr(0)? {
        Instr::VerifyParamType { local: LocalId(local) } => {
            let param = record.params.get(*local as usize)?;
            // The declared type is that of the elements.
            if param.attrs.has(hhbc::func::Attrs::variadic) {
                return None;
            }
            (param.ty.as_ref()?, *local as usize)
        }
        Instr::VerifyRetTypeC {} => (record.ret.as_ref()?, window.item(0)),
        _ => return None,
    };
    if asks_class(ty) {
        let tags = Field::Const(tags_of(ty).unwrap_or_default().constant()?);
        let draft = Draft::new(fast::verify_class, 1).a(Field::cell(cell)).b(tags);
        return Some(draft.d(Field::Const(Constant::address(window.site_at(0)))));
    }
    if ty.classes.is_empty() && ty.hints.without(Hint::null) == Hint::r#static {
        let null = i32::from(ty.hints.has(Hint::null));
        let draft = Draft::new(fast::verify_static, 1).a(Field::cell(cell));
        return Some(draft.b(Field::Num(null)));
    }
    let tags = Field::Const(tags_of(ty)?.constant()?);
    Some(Draft::new(fast::verify, 1).a(Field::cell(cell)).d(tags))
}

/// Whether it is by its class that an object is of a declared type, whatever frame asks.
fn asks_class(ty: &TypeConstraint) -> bool {
    let is_late = |term: &ClassTerm| match term {
        ClassTerm::One(cls) => *cls == ClsRef::Static,
        ClassTerm::All(all) => all.contains(&ClsRef::Static),
    };
    let is_open = ty.hints.has(Hint::mixed) || ty.hints.has(Hint::object);
    let is_late = ty.hints.has(Hint::r#static) || ty.classes.iter().any(is_late);
    !is_open && !is_late && (ty.hints.has(Hint::callable) || !ty.classes.is_empty())
}

/// The tags of values that a declared type takes as they are; none when there are no such.
fn tags_of(ty: &TypeConstraint) -> Option<Tags> {
    const ROWS: &[(Hint, &[DataType])] = &[
        (Hint::int, &[DataType::Int64]),
        (Hint::float, &[DataType::Double]),
        (Hint::bool, &[DataType::Boolean]),
        (Hint::string, &[DataType::StaticString, DataType::String]),
        (Hint::array, &[DataType::Array]),
        (Hint::object, &[DataType::Object]),
        (Hint::null, &[DataType::Null]),
    ];
    let is_mixed = ty.hints.has(Hint::mixed);
    let taken = ROWS.iter().filter(|(hint, _)| is_mixed || ty.hints.has(*hint));
    let mut tags = taken.flat_map(|(_, tags)| *tags).copied().peekable();
    tags.peek().is_some().then(|| Tags::of(tags))
}
