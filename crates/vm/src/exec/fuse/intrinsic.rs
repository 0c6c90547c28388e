//! Calls of builtins that have an instruction of their own.

use hhbc::imm::MemberKey;
use hhbc::instr::Instr;

use super::{Place, Source, Window, local_source, member};
use crate::dispatch as fast;
use crate::dispatch::{Const, Handler, Item, Local, ToItem, ToLocal};
use crate::exec::draft::{Draft, Field};
use crate::frame::RECORD_CELLS;

/// A handler for each place of the argument.
struct Handlers {
    item: [Handler; 2],
    local: [Handler; 2],
    of_item: [Handler; 2],
    of_local: [Handler; 2],
    of_const: [Handler; 2],
    /// For tests of a local's type, by what leads to a jump.
    jump: Option<[Handler; 2]>,
}

macro_rules! handlers {
    ($F:ty, test) => {
        Handlers {
            jump: Some([fast::type_jump::<$F, false>, fast::type_jump::<$F, true>]),
            ..handlers!($F)
        }
    };
    ($F:ty) => {
        Handlers {
            jump: None,
            item: [fast::intrinsic::<$F, Item, ToItem>, fast::intrinsic::<$F, Item, ToLocal>],
            local: [fast::intrinsic::<$F, Local, ToItem>, fast::intrinsic::<$F, Local, ToLocal>],
            of_item: [
                fast::intrinsic_of_element::<$F, Item, ToItem>,
                fast::intrinsic_of_element::<$F, Item, ToLocal>,
            ],
            of_local: [
                fast::intrinsic_of_element::<$F, Local, ToItem>,
                fast::intrinsic_of_element::<$F, Local, ToLocal>,
            ],
            of_const: [
                fast::intrinsic_of_element::<$F, Const, ToItem>,
                fast::intrinsic_of_element::<$F, Const, ToLocal>,
            ],
        }
    };
}

fn handlers(name: &str) -> Option<Handlers> {
    Some(match name {
        "strlen" => handlers!(fast::StrLen),
        "count" | "sizeof" => handlers!(fast::Count),
        "ord" => handlers!(fast::Ord),
        "chr" => handlers!(fast::Chr),
        "is_null" => handlers!(fast::IsNull, test),
        "is_bool" => handlers!(fast::IsBool, test),
        "is_int" | "is_integer" | "is_long" => handlers!(fast::IsInt, test),
        "is_float" | "is_double" => handlers!(fast::IsFloat, test),
        "is_string" => handlers!(fast::IsString, test),
        "is_array" => handlers!(fast::IsArray, test),
        "is_object" => handlers!(fast::IsObject, test),
        _ => return None,
    })
}

/// Patterns of this room that begin with a read.
pub(super) fn fuse_read(window: Window<'_>) -> Option<Draft> {
    let Instr::BaseL { local, .. } = window.instr(0)? else { return None };
    let Instr::FPassM { n, key: MemberKey::EC(depth), .. } = window.instr(1)? else { return None };
    if (n.0, depth.0) != (1, 0) {
        return None;
    }
    let handlers = handlers(window.callee(1)?.as_native()?.name)?;
    let record = window.record(1);
    if window.item(0) != record + RECORD_CELLS {
        return None;
    }
    let draft = finish(window, 2, record, handlers.of_item)?;
    Some(draft.a(local_source(*local).field()).b(Field::cell(window.item(0))))
}

/// Patterns of this room that begin or end a call.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    let handlers = handlers(window.callee(0)?.as_native()?.name)?;
    match window.instr(0)? {
        Instr::FCall { .. } => {
            let record = window.record(0);
            let argument = Source::Cell(record + RECORD_CELLS);
            finish(window, 0, record, handlers.item).map(|draft| draft.a(argument.field()))
        }
        Instr::FPushFuncD { .. } => with_argument(window, &handlers),
        _ => None,
    }
}

/// A call whose argument is a local, or an element of one.
fn with_argument(window: Window<'_>, handlers: &Handlers) -> Option<Draft> {
    match window.instr(1)? {
        Instr::FPassL { local, .. } => {
            let draft = tested(window, handlers.jump)
                .or_else(|| finish(window, 2, window.free(), handlers.local))?;
            Some(draft.a(local_source(*local).field()))
        }
        Instr::BaseL { local, .. } => {
            let Instr::FPassM { n, key, .. } = window.instr(2)? else { return None };
            if n.0 != 0 || matches!(key, MemberKey::ET(_)) {
                return None;
            }
            let key = member::key_source(window, key)?;
            let of = if key.is_const() { handlers.of_const } else { handlers.of_local };
            let draft = finish(window, 3, window.free(), of)?;
            Some(draft.a(local_source(*local).field()).b(key.field()))
        }
        _ => None,
    }
}

/// A test of a local's type that ends in a jump.
fn tested(window: Window<'_>, handlers: Option<[Handler; 2]>) -> Option<Draft> {
    let handlers = handlers?;
    finish(window, 2, window.free(), handlers)?;
    let done = 3 + usize::from(matches!(window.instr(3), Some(Instr::UnboxR {})));
    let jump = window.jump(done)?;
    let draft = Draft::new(handlers[usize::from(jump.sense)], done + 1);
    Some(draft.d(Field::Target(jump.target)))
}

/// The end of a call whose record is at `record`, `at` sites on.
fn finish(window: Window<'_>, at: usize, record: usize, handlers: [Handler; 2]) -> Option<Draft> {
    let Instr::FCall { args } = window.instr(at)? else { return None };
    if !args.is_positional() || args.count != 1 || window.record(at) != record {
        return None;
    }
    let unboxes = matches!(window.instr(at + 1), Some(Instr::UnboxR {}));
    let done = at + 1 + usize::from(unboxes);
    let Place { cell, is_local, sites } = match unboxes {
        true => window.place(record, done),
        false => Place { cell: record, is_local: false, sites: 0 },
    };
    let draft = Draft::new(handlers[usize::from(is_local)], done + sites);
    Some(draft.d(Field::cell(cell)))
}
