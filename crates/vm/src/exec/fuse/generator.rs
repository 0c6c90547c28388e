//! `yield` of a value when nothing else is on the stack, and the methods that resume.

use hhbc::instr::Instr;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::{Constant, Handler};
use crate::exec::draft::{Draft, Field};

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    match window.instr(0)? {
        Instr::NativeImpl {} => method(window),
        _ => yielded(window),
    }
}

fn method(window: Window<'_>) -> Option<Draft> {
    let php = window.php();
    let unit = php.unit();
    let has_it = |class: &&hhbc::class::Class| class.members.contains(&php.id());
    let class = unit
        .unit()
        .classes
        .iter_ids()
        .map(|(_, class)| class)
        .find(has_it)
        .filter(|_| unit.is_library())?;
    if unit.str(class.name).as_bytes() != b"Generator" {
        return None;
    }
    let (handler, after): (Handler, Handler) = match unit.str(php.record().name).as_bytes() {
        b"send" => (fast::resume_by_method::<true>, fast::leave_method::<true>),
        b"next" => (fast::resume_by_method::<false>, fast::leave_method::<false>),
        _ => return None,
    };
    let site = Field::Const(Constant::address(window.site()));
    Some(Draft::new(handler, 1).after(after).a(site))
}

fn yielded(window: Window<'_>) -> Option<Draft> {
    let (handler, items): (Handler, usize) = match window.instr(0)? {
        Instr::Yield {} => (fast::yield_value::<false>, 1),
        Instr::YieldK {} => (fast::yield_value::<true>, 2),
        _ => return None,
    };
    let site = window.site();
    if window.depth() != items || crate::generator::is_guarded(window.php(), site) {
        return None;
    }
    let key = window.php().slots();
    let draft = Draft::new(handler, 1).a(Field::cell(key + items - 1)).b(Field::cell(key));
    Some(draft.d(Field::Num(site.index as i32)))
}
