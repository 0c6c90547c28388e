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
        Instr::YieldFrom {} => delegated(window),
        Instr::RetC {} => returned(window),
        Instr::CreateCont {} => {
            let site = Field::Num(window.site().index as i32);
            Some(Draft::new(fast::create_generator, 1).d(site))
        }
        _ => yielded(window),
    }
}

/// Where a generator is left with one item on its stack, and nothing to run then.
fn left(window: Window<'_>, handler: Handler) -> Option<Draft> {
    let site = window.site();
    if window.depth() != 1 || crate::generator::is_guarded(window.php(), site) {
        return None;
    }
    let item = Field::cell(window.php().slots());
    Some(Draft::new(handler, 1).a(item).d(Field::Num(site.index as i32)))
}

fn delegated(window: Window<'_>) -> Option<Draft> {
    left(window, fast::yield_from)
}

fn returned(window: Window<'_>) -> Option<Draft> {
    let is_generator = window.php().is_generator();
    is_generator.then(|| left(window, fast::return_from_generator))?
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
