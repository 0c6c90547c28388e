//! Elements of arrays.

use hhbc::flags::Flags;
use hhbc::imm::{IncDecOp, MemberKey, QueryOp, SetOpOp};
use hhbc::instr::Instr;
use runtime::value::Value;

use super::arith::of_set_op;
use super::{Place, Source, Window, local_source};
use crate::dispatch as fast;
use crate::dispatch::{Const, Constant, Handler, Item, Local, NamedElement, ToItem};
use crate::dispatch::{ToItemQuietly, ToLocal};
use crate::exec::draft::{Draft, Field, Plan};

const CELL_BYTES: usize = size_of::<Value>();

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    if window.instr(0)?.op().has(Flags::Base) {
        return read(window)
            .or_else(|| list(window))
            .or_else(|| isset(window))
            .or_else(|| read_nested(window))
            .or_else(|| write(window))
            .or_else(|| step(window))
            .or_else(|| bind(window));
    }
    write(window)
        .or_else(|| structure(window))
        .or_else(|| packed(window))
        .or_else(|| added(window))
        .or_else(|| exists(window))
}

/// `[…, …]`
fn packed(window: Window<'_>) -> Option<Draft> {
    let Instr::NewPackedArray { n } = window.instr(0)? else { return None };
    let first = window.item((n.0 as usize).checked_sub(1)?);
    Some(Draft::new(fast::new_list, 1).a(Field::cell(first)).b(Field::Num(n.0 as i32)))
}

/// An element of `[…, key => …]` or `[…, …]`.
fn added(window: Window<'_>) -> Option<Draft> {
    let (items, handler): (usize, Handler) = match window.instr(0)? {
        Instr::AddElemC {} => (2, fast::add_element),
        Instr::AddNewElemC {} => (1, fast::add_last_element),
        _ => return None,
    };
    let array = window.depth().checked_sub(items + 1).map(|_| window.item(items))?;
    Some(Draft::new(handler, 1).a(Field::cell(array)))
}

/// `array_key_exists(key, array)`
fn exists(window: Window<'_>) -> Option<Draft> {
    let Instr::AKExists {} = window.instr(0)? else { return None };
    let key = window.depth().checked_sub(2).map(|_| window.item(1))?;
    Some(Draft::new(fast::key_exists, 1).a(Field::cell(key)))
}

/// `['name' => …, …]`
fn structure(window: Window<'_>) -> Option<Draft> {
    let Instr::NewStructArray { keys } = window.instr(0)? else { return None };
    if window.php().unit().is_passing() {
        return None;
    }
    let names: Vec<_> = keys.0.iter().map(|id| window.php().unit().str(*id)).collect();
    let shape = runtime::array::shape_of(&names)?;
    let first = window.item(names.len().checked_sub(1)?);
    let draft = Draft::new(fast::new_struct_array, 1).a(Field::cell(first));
    let shape = Field::Const(Constant::address(shape));
    Some(draft.b(Field::Num(names.len() as i32)).d(shape))
}

/// A key that is no stack item.
pub(super) fn key_source(window: Window<'_>, key: &MemberKey) -> Option<Source> {
    let constant = |value: Value| Constant::from_value(value).map(Source::Const);
    match key {
        MemberKey::EL(local) => Some(local_source(*local)),
        MemberKey::EI(int) => constant(Value::int(*int)),
        MemberKey::ET(name) => constant(Value::from(window.php().unit().str(*name))),
        _ => None,
    }
}

/// `$local[key]`
fn read(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let (n, key, is_quiet) = match window.instr(1)? {
        Instr::QueryM { n, op: QueryOp::CGet, key } => (n, key, false),
        Instr::QueryM { n, op: QueryOp::CGetQuiet, key } => (n, key, true),
        Instr::FPassM { n, key, .. } if window.passes_by_value(1) => (n, key, false),
        _ => return None,
    };
    let (source, is_item) = match (n.0, key) {
        (0, key) => (key_source(window, key)?, false),
        (1, MemberKey::EC(depth)) if depth.0 == 0 => (Source::Cell(window.item(0)), true),
        _ => return None,
    };
    let result = if is_item { window.item(0) } else { window.free() };
    let Place { cell, is_local, sites } = match is_quiet {
        true => Place { cell: result, is_local: false, sites: 0 },
        false => window.place(result, 2),
    };
    if let (Source::Const(key), MemberKey::ET(_)) = (source, key) {
        let handler: Handler = match (is_local, is_quiet) {
            (true, _) => fast::named_element::<ToLocal>,
            (false, false) => fast::named_element::<ToItem>,
            (false, true) => fast::named_element::<ToItemQuietly>,
        };
        let draft = Draft::new(handler, 2 + sites).a(local_source(*local).field());
        let plan = Plan::Named(Box::new(NamedElement::new(key)));
        return Some(draft.b(Field::cell(cell)).d_plan(plan));
    }
    let handler: Handler = match (source, is_item, is_local) {
        (Source::Const(_), ..) if is_quiet => fast::element::<Const, ToItemQuietly>,
        (Source::Cell(_), true, _) if is_quiet => fast::element::<Item, ToItemQuietly>,
        (Source::Cell(_), false, _) if is_quiet => fast::element::<Local, ToItemQuietly>,
        (Source::Const(_), _, false) => fast::element::<Const, ToItem>,
        (Source::Const(_), _, true) => fast::element::<Const, ToLocal>,
        (Source::Cell(_), true, false) => fast::element::<Item, ToItem>,
        (Source::Cell(_), true, true) => fast::element::<Item, ToLocal>,
        (Source::Cell(_), false, false) => fast::element::<Local, ToItem>,
        (Source::Cell(_), false, true) => fast::element::<Local, ToLocal>,
    };
    let draft = Draft::new(handler, 2 + sites).a(local_source(*local).field());
    Some(draft.b(source.field()).d(Field::cell(cell)))
}

/// An element of the stack item or the local that is taken apart.
fn list(window: Window<'_>) -> Option<Draft> {
    let base = match window.instr(0)? {
        Instr::BaseC { depth, .. } if (depth.0 as usize) < window.depth() => {
            window.item(depth.0 as usize)
        }
        Instr::BaseL { local, .. } => local.0 as usize,
        _ => return None,
    };
    let Instr::QueryM { n, op: QueryOp::CGetList, key } = window.instr(1)? else { return None };
    if n.0 != 0 {
        return None;
    }
    let source = key_source(window, key)?;
    let Place { cell, is_local, sites } = window.place(window.free(), 2);
    let handler: Handler = match (source, is_local) {
        (Source::Const(_), false) => fast::list_element::<Const, ToItem>,
        (Source::Const(_), true) => fast::list_element::<Const, ToLocal>,
        (Source::Cell(_), false) => fast::list_element::<Local, ToItem>,
        (Source::Cell(_), true) => fast::list_element::<Local, ToLocal>,
    };
    Some(Draft::new(handler, 2 + sites).a(Field::cell(base)).b(source.field()).d(Field::cell(cell)))
}

/// `isset($local[key])`
fn isset(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let Instr::QueryM { n, op: QueryOp::Isset, key } = window.instr(1)? else { return None };
    let (key, result, handler): (Source, usize, Handler) = match (n.0, key) {
        (1, MemberKey::EC(depth)) if depth.0 == 0 => {
            let item = window.item(0);
            (Source::Cell(item), item, fast::isset_element::<Item>)
        }
        (0, key) => match key_source(window, key)? {
            key @ Source::Cell(_) => (key, window.free(), fast::isset_element::<Local>),
            key @ Source::Const(_) => (key, window.free(), fast::isset_element::<Const>),
        },
        _ => return None,
    };
    let draft = Draft::new(handler, 2).a(local_source(*local).field()).b(key.field());
    Some(draft.d(Field::cell(result)))
}

/// `$local[key][$local]`, `$local[key][number]`
fn read_nested(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let Instr::Dim { key: first, .. } = window.instr(1)? else { return None };
    let Instr::QueryM { n, op: QueryOp::CGet, key } = window.instr(2)? else { return None };
    let first = key_source(window, first)?;
    let (second, is_number) = match key {
        MemberKey::EL(second) => (second.0 as usize * CELL_BYTES, false),
        MemberKey::EI(number) => (usize::try_from(*number).ok()?, true),
        _ => return None,
    };
    let result = window.free() * CELL_BYTES;
    if n.0 != 0 || second >= 1 << 15 || result >= 1 << 16 {
        return None;
    }
    let handler: Handler = match (first, is_number) {
        (Source::Const(_), true) => fast::element_of_element_at::<Const>,
        (Source::Cell(_), true) => fast::element_of_element_at::<Local>,
        (Source::Const(_), false) => fast::element_of_element::<Const, Local>,
        (Source::Cell(_), false) => fast::element_of_element::<Local, Local>,
    };
    let draft = Draft::new(handler, 3).a(local_source(*local).field()).b(first.field());
    Some(draft.d(Field::Num(((second << 16) | result) as i32)))
}

macro_rules! update {
    ($key:expr, $value:expr, $O:ty) => {
        match ($key.is_const(), $value.is_const()) {
            (false, false) => Some(fast::update_element::<$O, Local, Local> as Handler),
            (false, true) => Some(fast::update_element::<$O, Local, Const> as Handler),
            (true, false) => Some(fast::update_element::<$O, Const, Local> as Handler),
            (true, true) => Some(fast::update_element::<$O, Const, Const> as Handler),
        }
    };
}

/// `$local[key] = value;` and `$local[key] op= value;`
fn write(window: Window<'_>) -> Option<Draft> {
    let loaded = window.load(0);
    let base = usize::from(loaded.is_some());
    let value = match loaded {
        Some(source) => source,
        None if window.depth() > 0 => Source::Cell(window.item(0)),
        None => return None,
    };
    let is_item = loaded.is_none();
    let Instr::BaseL { local, .. } = window.instr(base)? else { return None };
    let Instr::PopC {} = window.instr(base + 2)? else { return None };
    let (n, key, set_op) = match window.instr(base + 1)? {
        Instr::SetM { n, key } => (n.0, key, None),
        Instr::SetOpM { n, op, key } => (n.0, key, Some(op)),
        _ => return None,
    };
    let draft = |handler: Handler| {
        let draft = Draft::new(handler, base + 3).a(local_source(*local).field());
        draft.d(value.field())
    };
    if let (0, MemberKey::W, None) = (n, key, set_op) {
        return Some(draft(match (value, is_item) {
            (_, true) => fast::append_element::<Item>,
            (Source::Cell(_), false) => fast::append_element::<Local>,
            (Source::Const(_), false) => fast::append_element::<Const>,
        }));
    }
    if let (0, MemberKey::ET(name), None) = (n, key, set_op) {
        let name = Constant::string(window.php().unit().str(*name));
        let plan = Plan::Named(Box::new(NamedElement::new(name)));
        return Some(draft(named_handler(value, is_item)).b_plan(plan));
    }
    let key = match (n, key) {
        (0, key) => key_source(window, key)?,
        (1, MemberKey::EC(depth)) if depth.0 == 1 => {
            let under = usize::from(is_item);
            if window.depth() <= under {
                return None;
            }
            Source::Cell(window.item(under))
        }
        _ => return None,
    };
    let handler = match set_op {
        Some(op) => of_set_op!(op, update!(key, value))?,
        None => set_handler(key, value, is_item),
    };
    Some(draft(handler).b(key.field()))
}

/// `$local[key]++;`
fn step(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let Instr::IncDecM { n, op, key } = window.instr(1)? else { return None };
    let Instr::PopC {} = window.instr(2)? else { return None };
    let key = key_source(window, key).filter(|_| n.0 == 0)?;
    let by = match op {
        IncDecOp::PreInc | IncDecOp::PostInc => 1,
        IncDecOp::PreDec | IncDecOp::PostDec => -1,
    };
    let handler: Handler = match key {
        Source::Const(_) => fast::step_element::<Const>,
        Source::Cell(_) => fast::step_element::<Local>,
    };
    let draft = Draft::new(handler, 3).a(local_source(*local).field()).b(key.field());
    Some(draft.d(Field::Num(by)))
}

fn set_handler(key: Source, value: Source, is_item: bool) -> Handler {
    match (key.is_const(), value.is_const(), is_item) {
        (false, _, true) => fast::set_element::<Local, Item>,
        (true, _, true) => fast::set_element::<Const, Item>,
        (false, false, false) => fast::set_element::<Local, Local>,
        (true, false, false) => fast::set_element::<Const, Local>,
        (false, true, false) => fast::set_element::<Local, Const>,
        (true, true, false) => fast::set_element::<Const, Const>,
    }
}

fn named_handler(value: Source, is_item: bool) -> Handler {
    match (value, is_item) {
        (_, true) => fast::set_named::<Item>,
        (Source::Cell(_), false) => fast::set_named::<Local>,
        (Source::Const(_), false) => fast::set_named::<Const>,
    }
}

/// `$other = &$local[key];`
fn bind(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let Instr::VGetM { n, key } = window.instr(1)? else { return None };
    let Instr::BindL { local: bound } = window.instr(2)? else { return None };
    let Instr::PopV {} = window.instr(3)? else { return None };
    let key = key_source(window, key).filter(|_| n.0 == 0)?;
    let handler: Handler = match key {
        Source::Const(_) => fast::bind_element::<Const>,
        Source::Cell(_) => fast::bind_element::<Local>,
    };
    let draft = Draft::new(handler, 4).a(local_source(*local).field()).b(key.field());
    Some(draft.d(local_source(*bound).field()))
}
